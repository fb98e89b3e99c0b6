"""Empty tables to be filled in, each with a row that says what goes where and what an empty cell means.

Most schools match pupils and teachers of their own; the columns that this needs are there, and the others for those
who ask. A column that is not there means for everybody what an empty cell means for one.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Language, Text
from nastavnik.exchange.folder import write_files
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.exchange.tables.columns.demand_columns import DEMAND_COLUMNS, DEMANDS
from nastavnik.exchange.tables.columns.headings import written_columns
from nastavnik.exchange.tables.columns.own_fields import own_column
from nastavnik.exchange.tables.files.table_files import FilePath
from nastavnik.exchange.tables.renderer import Renderer
from nastavnik.exchange.tables.writer import workbook_of
from nastavnik.methodology.catalogues import Catalogues
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.own_fields import own_fields_read
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor, Pupil, Role

__all__ = ["write_template"]

_TEMPLATES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Mentee.role: Text(en="mentees.xlsx", ru="наставляемые.xlsx"),
        Mentor.role: Text(en="mentors.xlsx", ru="наставники.xlsx"),
        "demand": Text(en="demands.xlsx", ru="требования.xlsx"),
    }
)
"""What the files are called."""

_SELDOM: Final[Mapping[type[Role], frozenset[str]]] = {
    Mentee: frozenset(
        {
            "letter",
            "place",
            "online",
            "languages",
            "qualities",
            "taught",
            "tasks",
            "choices",
            "refusals",
        }
        | {"priority", "bans"}
    ),
    Mentor: frozenset(
        {
            "letter",
            "place",
            "online",
            "languages",
            "taught",
            "tasks",
            "choices",
            "refusals",
            "minimum",
        }
    ),
}
"""Keys of the columns that pupils and teachers of one school can do without: no requirement fails for want of them, but
for a role model or two that others stand in for."""

_ANYBODY: Final = Pupil("anybody")
"""Of whom rules are asked, to see which fields of one's own they read."""

_NEEDED: Final = Text(en="It must be filled in.", ru="Нужно заполнить.")
_AS_NO: Final = Text(en="Empty: counts as no.", ru="Пусто: то же, что «нет».")
_NO_MATTER: Final = Text(
    en="Empty: not known, which keeps nobody apart.",
    ru="Пусто – значит, неизвестно; пару составить это не мешает.",
)
_NOTHING: Final = Text(en="Empty: none.", ru="Пусто: никого.")

_IF_EMPTY: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "id": _NEEDED,
        "name": Text(en="It may stay empty.", ru="Можно не заполнять."),
        "position": _NEEDED,
        "organisation": Text(
            en="Empty: no pair of two pupils is possible.",
            ru="Пусто: пара «ученик – ученик» невозможна.",
        ),
        "place": _NO_MATTER,
        "languages": _NO_MATTER,
        "slots": _NO_MATTER,
        "interests": Text(
            en="Empty: common interests are not looked at.",
            ru="Пусто: общие интересы не учитываются.",
        ),
        "mentee.qualities": Text(
            en="Empty: qualities are not looked at.", ru="Пусто: качества не учитываются."
        ),
        "mentor.qualities": Text(
            en="Empty: a pupil cannot be a mentor of pupils.",
            ru="Пусто: ученик не сможет быть наставником ученика.",
        ),
        "mentee.grade": Text(
            en="Empty: no pupil and nobody of an enterprise can be this pupil's mentor.",
            ru="Пусто: этому ученику не подобрать наставника ни из учеников, ни из представителей "
            "работодателя.",
        ),
        "mentor.grade": Text(
            en="Empty: a pupil cannot be a mentor of pupils.",
            ru="Пусто: ученик не сможет быть наставником ученика.",
        ),
        "mentee.age": Text(
            en="Empty: no mentor can be found for this pupil.",
            ru="Пусто: этому ученику не подобрать наставника.",
        ),
        "mentor.age": Text(
            en="Empty: a pupil counts as being under 18.",
            ru="Пусто: считается, что ученику нет 18 лет.",
        ),
        "letter": Text(en="It may stay empty.", ru="Можно не заполнять."),
        "marks": Text(
            en="Empty: help with a weak subject cannot be arranged by marks.",
            ru="Пусто: подобрать по оценкам помощь в трудном предмете не получится.",
        ),
        "experience": Text(
            en="Empty: pairs that ask for experience are impossible.",
            ru="Пусто: пары, где нужен стаж, невозможны.",
        ),
        "taught": Text(
            en="Empty: help of a teacher of the same subject is impossible.",
            ru="Пусто: наставника, который ведёт тот же предмет, подобрать не получится.",
        ),
        "guardian_agreed": _AS_NO,
        "subjects": Text(
            en="Empty: subjects are not looked at.", ru="Пусто: предметы не учитываются."
        ),
        "tasks": Text(en="Empty: tasks are not looked at.", ru="Пусто: задачи не учитываются."),
        "choices": _NOTHING,
        "refusals": _NOTHING,
        "category": Text(
            en="Empty: the category follows from the signs; without these a pupil can have a pupil as mentor only if "
            "noted as a newcomer.",
            ru="Пусто: категория определится по признакам; если и признаков нет, наставник-ученик возможен "
            "только для новенького.",
        ),
        "signs": Text(
            en="Empty: the category must be stated.", ru="Пусто: тогда нужно указать категорию."
        ),
        "newcomer_since": Text(en="Empty: not a newcomer.", ru="Пусто: не новенький."),
        "bans": _NOTHING,
        "trained": Text(
            en="Empty: counts as no, and this mentor gets nobody.",
            ru="Пусто: то же, что «нет», и этот наставник никого не получит.",
        ),
        "cleared": _AS_NO,
    }
)
"""What an empty cell means, by key of the column, or of role and column, where the description does not say so."""


def write_template(
    folder: FilePath,
    *,
    language: Language,
    methodology: Methodology = TARGET_MODEL,
    full: bool = False,
) -> tuple[Path, Path, Path]:
    """Write empty workbooks to be filled in: for the mentees, for the mentors, and for locks and bans.

    They are called ``mentees.xlsx``, ``mentors.xlsx`` and ``demands.xlsx``, in Russian ``наставляемые.xlsx``,
    ``наставники.xlsx`` and ``требования.xlsx``. The last is needed by nobody who has no locks and bans. Each has bold
    headings and one row that says what to put into the cells, and what an empty one means; reading skips that row.

    Args:
        folder: where the files go; made if it is not there.
        language: of the names of the files, of the headings, and of the descriptions.
        methodology: where the categories, tasks and qualities come from. One of your own may look at every column, so
            every column is there, and one for each field of your own that a rule reads.
        full: with the columns that most schools do without.

    Returns:
        The files for the mentees, for the mentors, and for locks and bans.

    Raises:
        InvalidInputError: when a file is there already; it is left, and nothing is written.
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.
    """
    contents: dict[str, bytes] = {}
    every = full or methodology != TARGET_MODEL
    read = own_fields_read(methodology, Mentor(_ANYBODY), Mentee(_ANYBODY))
    own = sorted({(side, name) for _, side, name in read})
    for role, seldom in _SELDOM.items():
        columns = [one for one in written_columns(role) if every or one.key not in seldom]
        columns += [own_column(name) for side, name in own if side == role.role]
        content = _template_of_people(role, columns, methodology, language)
        contents[_TEMPLATES[role.role][language]] = content
    contents[_TEMPLATES["demand"][language]] = _template_of_demands(methodology, language)
    mentees, mentors, demands = write_files(Path(folder), contents, overwrite=False)
    return mentees, mentors, demands


def _template_of_people(
    role: type[Role], columns: list[Column], methodology: Methodology, language: Language
) -> bytes:
    catalogues = Catalogues.of(methodology, role)
    renderer = Renderer(role=role, language=language, catalogues=catalogues)
    note = [_about(role, column, renderer.about(column), language) for column in columns]
    return workbook_of(columns, (), language, renderer.choices, note=_skipped(note))


def _about(role: type[Role], column: Column, about: str, language: Language) -> str:
    """Return what goes into the cells of a column, and what an empty one means."""
    empty = _IF_EMPTY.get(column.key) or _IF_EMPTY.get(f"{role.role}.{column.key}")
    if empty is None:
        return about
    between = "\n" if "\n" in about else " "
    return f"{about}{between}{empty[language]}"


def _skipped(about: list[str]) -> list[str]:
    """Return the describing row, so that reading skips it."""
    return [f"# {about[0]}", *about[1:]]


def _template_of_demands(methodology: Methodology, language: Language) -> bytes:
    rules = {rule.id for rule in methodology.every_requirement() if not rule.binding}
    known = {Kind.DEMAND: DEMANDS.shown(language), Kind.IDS: sorted(rules)}
    about = [
        column.about[language].format(known=", ".join(known.get(column.kind, ())))
        for column in DEMAND_COLUMNS
    ]

    def choices(column: Column) -> tuple[str, ...]:
        return DEMANDS.shown(language) if column.kind is Kind.DEMAND else ()

    return workbook_of(DEMAND_COLUMNS, (), language, choices, note=_skipped(about))
