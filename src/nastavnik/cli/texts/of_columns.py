"""What the command line says of tables with headings of a school's own, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_COLUMNS"]

OF_COLUMNS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "columns": Text(
            en="""Guess which heading of a table is which column, and write it down for you to correct.

TABLES is one table, or that of the mentees and that of the mentors, with headings of your own: an export of a form, a class
list. The guess is a text file; correct it, keep it, and give it to match and check with --columns every year. It also proposes
which spellings may be the same thing, and makes ids where there are none.

\b
Example:
  nastavnik columns form.csv mentors.xlsx --out headings.toml
  nastavnik match form.csv mentors.xlsx --columns headings.toml --out autumn""",
            ru="""Угадать, что означает каждый заголовок таблицы, и записать догадки, чтобы вы их поправили.

ТАБЛИЦЫ – одна таблица или две, наставляемых и наставников, с вашими собственными заголовками: выгрузка анкеты, список класса.
Получится текстовый файл. Поправьте его, сохраните и каждый год указывайте командам match и check: --columns ФАЙЛ. В файле
предложено и то, какие написания считать одним и тем же и как составить коды, если их нет.

\b
Пример:
  nastavnik columns анкета.csv наставники.xlsx --out заголовки.toml
  nastavnik match анкета.csv наставники.xlsx --columns заголовки.toml --out осень""",
        ),
        "argument-tables": Text(
            en="One table, or that of the mentees and that of the mentors.",
            ru="Одна таблица или две: наставляемых и наставников.",
        ),
        "value-NAME": Text(en="NAME", ru="ИМЯ"),
        "note": Text(en="Note: {}", ru="Замечание: {}"),
        "value-TABLES": Text(en="TABLES", ru="ТАБЛИЦЫ"),
        "option-columns": Text(
            en="What your own headings mean: a file that the command columns makes, or a table of two columns.",
            ru="Что означают ваши заголовки: файл, сделанный командой columns, или таблица из двух "
            "столбцов.",
        ),
        "option-columns-out": Text(
            en="File for the guess, .toml; standard output without it.",
            ru="Файл .toml, в который будет записано, что означают заголовки; без него текст появится на экране.",
        ),
        "option-sheet": Text(
            en="Name of the sheet to be read, of whichever table has it; found by its headings where none is named.",
            ru="Название листа, который нужно прочитать; в таблице, где его нет, и без этого параметра лист найдётся "
            "по заголовкам.",
        ),
        "option-hidden": Text(
            en="What is done with hidden rows and sheets: refuse them, take (read) them, or skip "
            "them.",
            ru="Что делать со скрытыми строками и листами: refuse – отказаться, take – прочитать, skip – пропустить.",
        ),
        "option-notes": Text(
            en="Carry columns whose heading begins with # into plan.xlsx; never into JSON.",
            ru="Перенести в plan.xlsx столбцы, заголовки которых начинаются с #; в JSON они не попадают.",
        ),
        "columns-of-json": Text(
            en="--columns and --notes are for tables; people in .json have no headings; leave these "
            "options out",
            ru="--columns и --notes – только для таблиц: у участников из .json заголовков нет; "
            "уберите эти параметры",
        ),
    }
)
"""Texts by key."""
