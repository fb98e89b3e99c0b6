"""Tables of people, in CSV and XLSX: two files in, two files out, and a template to fill in.

One table holds the mentees and one the mentors; a row is a person, and ``columns.headings`` lists the
columns. A third may hold locks and bans, a row for each, under ``columns.demand_columns``. What is wrong with
the files is reported at once, each fault with its file, row and column. XLSX needs the extra
``nastavnik[xlsx]``, which is imported when the first workbook is read or written.
"""

from nastavnik.exchange.tables.columns.column_map import ColumnMap, MadeIds, TableMap
from nastavnik.exchange.tables.demands_table import read_demands
from nastavnik.exchange.tables.maps.map_reader import read_column_map
from nastavnik.exchange.tables.reader import read_cohort, read_mentees, read_mentors
from nastavnik.exchange.tables.template import write_template
from nastavnik.exchange.tables.writer import write_people

__all__ = [
    "ColumnMap",
    "MadeIds",
    "TableMap",
    "read_cohort",
    "read_column_map",
    "read_demands",
    "read_mentees",
    "read_mentors",
    "write_people",
    "write_template",
]


def __dir__() -> list[str]:
    return __all__
