"""How people and plans come in and go out.

``tables`` are CSV and XLSX for coordinators, ``json`` is for platforms, and ``folder`` writes several files together or
not at all, and knows them again.
"""

__all__: list[str] = []
