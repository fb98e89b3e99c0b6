"""A file in which a table is: found, opened by what it holds, its sheets chosen and its rows taken out.

``table_files`` does it, ``sheets`` chooses, ``body`` leaves out what is not the table, and ``options`` is how the
reader wants it done.
"""

__all__: list[str] = []
