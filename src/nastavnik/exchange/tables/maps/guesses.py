"""What a heading that no table knows most likely means: by the words in it, and by whether its cells can be read so."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from attrs import frozen

from nastavnik.basics.words import clean, compared, lookalike
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.exchange.tables.columns.column_map import NOT_NEEDED, compared_heading
from nastavnik.exchange.tables.columns.headings import COLUMNS
from nastavnik.exchange.tables.columns.parser import CellReader
from nastavnik.people.records import Mentee, Mentor, Role

__all__ = ["Guess", "guessed_columns", "guessed_key", "role_meant"]

_BY_WORDS: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"отметка времени|timestamp|временная метка|дата заполнения|п/п|классн\w+ руковод", NOT_NEEDED),
        (r"телефон|phone|телеграм|telegram|вконтакте|whatsapp|контакт|ссылка|баллы за|комментари", NOT_NEEDED),
        (r"почт|e-?mail|мейл", "mail"),
        (r"обработк\w+|персональн|\bпдн\b|personal data", "data_consent"),
        (r"соглас\w+.*(родител|законн|представ)|(родител|законн)\w*.*соглас|parent|guardian", "guardian_agreed"),
        (r"соглас|готов\w* участвовать|agree", "agreed"),
        (r"фамил.*имя|имя.*фамил|\bф\.? ?и\.? ?о\b|\bфи\b|full name|(вас|тебя) зовут|your name", "name"),
        (r"фамил|surname|last name", "surname"),
        (r"\bимя\b|first name", "given"),
        (r"отчеств|patronymic", "patronymic"),
        (r"рожд|birth|\bд\.? ?р\b", "birth"),
        (r"возраст|(вам|тебе|ему|ей) лет|полных лет|\bage\b", "age"),
        (r"обучен\w*|прош\w+ (подготовк|курс)|школ\w+ наставн|trained|training", "trained"),
        (r"справк|судимост|clearance|criminal", "cleared"),
        (r"(сколько|скольк|число|количеств).*(наставляем|подопечн|ученик|человек|дет)|how many|capacity", "capacity"),
        (r"качеств|достижен|заслуг|qualit|achievement", "qualities"),
        (r"буква|литера", "letter"),
        (r"\bкласс\w*|параллел|\bgrade\b|\bclass\b", "grade"),
        (r"преподае|препода[её]те|вед[её]те|\bteach", "taught"),
        (r"предмет|дисциплин|subject", "subjects"),
        (r"оценк|отметк|успеваемост|\bmarks?\b", "marks"),
        (r"врем|когда|(какие|какой|удобны\w+) д(ни|ень)|дни недели|free time|\bwhen\b", "slots"),
        (r"интерес|увлечен|увлекаетесь|хобби|hobb|interest", "interests"),
        (r"язык|language", "languages"),
        (r"онлайн|дистанц|online|remote", "online"),
        (r"город|район|населенн|где.*(встреч|удобно|жив)|town|district", "place"),
        (r"школ|организаци|учебн\w+ заведени|место (уч|раб)|колледж|предприяти|school|organi[sz]ation", "organisation"),
        (r"стаж|опыт работы|experience", "experience"),
        (r"категори|category", "category"),
        (r"задач|\btasks?\b", "tasks"),
        (r"кто вы|должност|позици|position|статус", "position"),
        (r"кого.*(выбра|хот)|выбор|choice", "choices"),
        (r"с кем.*не|отказ|refus", "refusals"),
        (r"приоритет|очередност|priority", "priority"),
    )
)  # fmt: skip
"""Words in headings of forms, each with the key of the column that is meant; the first that fits."""

_ONLY_OF: Final = {column.key: column.tables[0] for column in COLUMNS if len(column.tables) == 1}
_SAID_BY: Final[Mapping[type[Role], re.Pattern[str]]] = {
    Mentee: re.compile(r"наставляем|mentee|нуж\w+ помощь|помощь нуж|нужен наставник|need help"),
    Mentor: re.compile(
        r"наставники|наставников|mentors?\b|стать наставником|(може|мог|готов)\w*( бы)? помо|can help"
    ),
}
"""Words in the name of a file or in headings that say whose table it is."""

_LEAST_READ: Final = 0.5
"""Share of the filled cells that can be read as the guess says."""

_OF_NUMBERS: Final = frozenset({Kind.WHOLE, Kind.CLASS})

_LOOKED_AT: Final = 200
"""Filled cells that are tried."""


@frozen
class Guess:
    """What a heading is guessed to mean.

    Args:
        heading: the school's.
        column: ours, or None for one that is not needed.
        unlike: the column that its words are of and its cells are not, or None.
    """

    heading: str
    column: Column | None
    unlike: Column | None = None


def guessed_key(heading: str, known: Iterable[Column]) -> str | None:
    """Return the key of the column that the words of a heading are of, `NOT_NEEDED`, or None for no idea.

    >>> from nastavnik.exchange.tables.columns.headings import COLUMNS
    >>> guessed_key("В каком классе вы учитесь?", COLUMNS), guessed_key("Отметка времени", COLUMNS)
    ('grade', 'not needed')
    """
    columns = {column.key: column for column in known}
    exact = {
        compared_heading(name): column.key for column in columns.values() for name in column.names
    }
    alike = {compared_heading(lookalike(name)): key for name, key in exact.items()}
    name = compared_heading(heading)
    found = exact.get(name) or alike.get(compared_heading(lookalike(heading)))
    if found is not None:
        return found
    if heading.strip().startswith(("#", "№")):
        return NOT_NEEDED
    words = compared(heading)
    for pattern, key in _BY_WORDS:
        if pattern.search(words) and (key in columns or key == NOT_NEEDED):
            return key
    return None


def role_meant(name: str, headings: Iterable[str], keys: Collection[str]) -> type[Role] | None:
    """Return whose table it most likely is, or None where nothing says so or both do.

    Args:
        name: of the file.
        headings: of the table.
        keys: of the columns that it is guessed to have.

    >>> role_meant("анкета", ["По каким предметам нужна помощь?"], ["subjects"]).role
    'mentee'
    """
    text = "\n".join(map(compared, (name, *headings)))
    of_keys = {_ONLY_OF[key] for key in keys if key in _ONLY_OF}
    found = of_keys or {role for role, words in _SAID_BY.items() if words.search(text)}
    return found.pop() if len(found) == 1 else None


def guessed_columns(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    roles: Collection[type[Role]],
    reader: CellReader,
) -> tuple[Guess, ...]:
    """Return what each heading of a table is guessed to mean.

    Args:
        headings: of the table, in order; blank ones are left out.
        rows: its cells, as texts.
        roles: whose table it may be.
        reader: reads the cells, to see whether a guess fits.
    """
    known = [column for column in COLUMNS if set(roles) & set(column.tables)]
    by_key = {column.key: column for column in known}
    keys = [guessed_key(heading, known) for heading in headings]
    if "surname" in keys:
        keys = [
            "given" if key == "name" and _is_one_word(h) else key
            for h, key in zip(headings, keys, strict=True)
        ]
    elif "given" in keys:
        keys = ["name" if key == "given" else key for key in keys]
    filled = [[] for _ in headings] if not headings else _columns(rows, len(headings))
    taken: set[str] = set()
    guesses = []
    for heading, key, cells in zip(headings, keys, filled, strict=True):
        if not heading.strip():
            continue
        column = by_key.get(key or "")
        if column is None or (column.key in taken and not column.listed):
            guesses.append(Guess(clean(heading), None))
        elif not _fits(column, cells, reader):
            guesses.append(Guess(clean(heading), None, unlike=column))
        else:
            taken.add(column.key)
            guesses.append(Guess(clean(heading), column))
    return tuple(guesses)


def _is_one_word(heading: str) -> bool:
    return len(heading.split()) == 1


def _columns(rows: Iterable[Sequence[str]], width: int) -> list[list[str]]:
    """Return the filled cells of each column, as many as are looked at."""
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for cells, cell in zip(columns, row, strict=False):
            if cell.strip() and len(cells) < _LOOKED_AT:
                cells.append(cell)
    return columns


def _fits(column: Column, cells: Sequence[str], reader: CellReader) -> bool:
    """Return whether enough cells can be read as the column's."""
    read = reader.reader_of(column.kind)
    wrong = sum(_is_wrong(column.kind, *read(cell, None)) for cell in cells)
    return not cells or wrong <= (1 - _LEAST_READ) * len(cells)


def _is_wrong(kind: Kind, value: object, faults: Sequence[object]) -> bool:
    """Return whether a cell is not of a kind; what is no number is handed on as text by its reader."""
    return (bool(faults) and value is None) or (kind in _OF_NUMBERS and isinstance(value, str))
