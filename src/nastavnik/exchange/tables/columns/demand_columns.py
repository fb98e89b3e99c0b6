"""The columns of the table of locks and bans, as data, and the two kinds of demands by name."""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.methodology.catalogues import Catalogue, Entry

__all__ = ["DEMANDS", "DEMAND_COLUMNS", "REQUIRED_OF_DEMANDS"]

REQUIRED_OF_DEMANDS: Final = ("kind", "mentor", "mentee")
"""Keys of the columns that the table cannot do without."""

DEMANDS: Final = Catalogue(
    (
        Entry(
            id="lock",
            title=Text(en="lock", ru="закрепить"),
            names=("закрепление", "закрепить пару", "закрепление пары"),
        ),
        Entry(
            id="ban",
            title=Text(en="ban", ru="запретить"),
            names=("запрет", "запретить пару", "запрет пары"),
        ),
    )
)
"""What a row can ask for."""

DEMAND_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        "kind",
        kind=Kind.DEMAND,
        heading=Text(en="Demand", ru="Требование"),
        aliases=("вид", "вид требования", "что сделать"),
        about=Text(
            en="One of: {known}. A row that begins with # is a note and is not read.",
            ru="Одно из: {known}. Строка, которая начинается с #, – заметка: она не читается.",
        ),
        tables=(),
    ),
    Column(
        "mentor",
        kind=Kind.ID,
        heading=Text(en="Mentor", ru="Наставник"),
        aliases=("mentor id", "код наставника"),
        about=Text(
            en="The mentor's ID, as in the table of mentors.",
            ru="Код наставника, как в таблице наставников.",
        ),
        tables=(),
    ),
    Column(
        "mentee",
        kind=Kind.ID,
        heading=Text(en="Mentee", ru="Наставляемый"),
        aliases=("mentee id", "код наставляемого"),
        about=Text(
            en="The mentee's ID, as in the table of mentees.",
            ru="Код наставляемого, как в таблице наставляемых.",
        ),
        tables=(),
    ),
    Column(
        "reason",
        kind=Kind.TEXT,
        heading=Text(en="Why", ru="Почему"),
        aliases=("причина", "основание"),
        about=Text(
            en="Why, in your words. It stands in the plan, so name nobody.",
            ru="Причина своими словами. Она попадёт в план, поэтому имён не называйте.",
        ),
        tables=(),
        width=36,
    ),
    Column(
        "by",
        kind=Kind.TEXT,
        heading=Text(en="Asked for by", ru="По чьей просьбе"),
        aliases=("asked by", "кто потребовал", "кто попросил", "кто просит", "кто требует"),
        about=Text(
            en="Who asks for it: the office without a name, such as class teacher. It stands in the plan.",
            ru="Кто об этом просит: должность без имени, например классный руководитель. Это попадёт в план.",
        ),
        tables=(),
        width=24,
    ),
    Column(
        "overriding",
        kind=Kind.IDS,
        heading=Text(en="Overriding", ru="Отступления"),
        aliases=("overrides", "rules not kept", "отступление", "отступления от правил"),
        about=Text(
            en="Locks only: the requirements that the pair breaks, with commas between: {known}.",
            ru="Только для закрепления: от каких требований отступает эта пара, через запятую. Можно "
            "указать: {known}.",
        ),
        tables=(),
        width=60,
    ),
)
"""Every column, in the order of writing."""
