"""The columns of the tables: what they are, what they are called, and which of a table is which.

``column`` is one of them, as data; ``headings`` and ``demand_columns`` list those that there are, ``own_fields`` and
``column_map`` add a school's own. ``known_headings`` are what a table may be headed with, ``heading_finder`` knows of
which column a heading is, ``layout`` of which all the headings of a table are, and ``parser`` what a cell says in each
kind of column.
"""

__all__: list[str] = []
