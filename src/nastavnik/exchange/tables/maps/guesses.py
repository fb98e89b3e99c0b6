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

_ALLOW: Final = r"соглас|разреш|не против|не возража|одобр"
_PARENTS: Final = r"родител|законн|представител|опекун|\bмам|\bпап"

_BY_WORDS: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"отметка времени|timestamp|временная метка|дата заполнения|п/п|классн\w+ руковод", NOT_NEEDED),
        (r"телефон|phone|телеграм|telegram|вконтакте|whatsapp|контакт|ссылка|баллы за|комментари", NOT_NEEDED),
        (r"(сколько|скольк\w*|сколько\w*) (времени|час\w*|раз)\b|готов\w* уделять", NOT_NEEDED),
        (r"почт|e-?mail|мейл", "mail"),
        (r"(скольк\w+|числ[оу]|количеств\w+)\b.*(наставляем|подопечн|ученик|учащ|школьник|студент|человек|дет|ребят|помо)",
         "capacity"),
        (r"how many|capacity", "capacity"),
        (r"обработк\w+|персональн|\bпдн\b|personal data", "data_consent"),
        (rf"({_ALLOW}).*({_PARENTS})|({_PARENTS}).*({_ALLOW})|parent|guardian", "guardian_agreed"),
        (r"соглас|agree|(готов|хоти|хоте|хочу|хоче|жела)\w*\b.*(участв|наставничать|(стать|быть) наставн)", "agreed"),
        (r"фамил.*имя|имя.*фамил|\bф\.? ?и\.? ?о\b|\bфи\b|full name|(вас|тебя) зовут|your name", "name"),
        (r"фамил|surname|last name", "surname"),
        (r"\bимя\b|first name", "given"),
        (r"отчеств|patronymic", "patronymic"),
        (r"рожд|birth|\bд\.? ?р\b", "birth"),
        (r"возраст|(вам|тебе|ему|ей) лет|полных лет|\bage\b", "age"),
        (r"мест\w* обучения|где (вы |ты )?(учи|обуча|работа)", "organisation"),
        (r"обучен\w*|прош\w+ (подготовк|курс)|школ\w+ наставн|trained|training", "trained"),
        (r"справк|судимост|clearance|criminal", "cleared"),
        (r"качеств|достижен|заслуг|наград|сильн\w+ сторон|qualit|achievement", "qualities"),
        (r"буква|литера", "letter"),
        (r"\bкласс\w*|параллел|\bgrade\b|\bclass\b", "grade"),
        (r"преподае|препода[её]те|вед[её]те|\bteach", "taught"),
        (r"оценк|оценок|отметк|отметок|успеваемост|\bmarks?\b", "marks"),
        (r"предмет|дисциплин|subject|(в|с) ч[её]м\b.*помо", "subjects"),
        (r"чем (вы |ты )?(увлека|занима|интересу)|любим\w+ (дел|заняти)", "interests"),
        (r"врем|когда|(какие|какой|удобны\w+) д(ни|ень)|дни недели|free time|\bwhen\b", "slots"),
        (r"интерес|увлечен|увлекаетесь|хобби|hobb|interest", "interests"),
        (r"язык|language", "languages"),
        (r"онлайн|дистанц|online|remote", "online"),
        (r"город|район|населенн|где.*(встреч|удобно|жив)|town|district", "place"),
        (r"школ|организаци|учебн\w+ заведени|место (уч|раб)|колледж|предприяти|school|organi[sz]ation", "organisation"),
        (r"стаж|опыт работы|experience", "experience"),
        (r"категори|category", "category"),
        (r"признак|\bsigns?\b", "signs"),
        (r"новеньк|новичок|newcomer|из другой школы", "newcomer_since"),
        (r"задач|\btasks?\b", "tasks"),
        (r"кто (вы|ты)\b|должност|позици|position|статус", "position"),
        (r"(с кем|кого).*\bне\b|отказ|refus", "refusals"),
        (r"(с кем|кого).*(выбра|хот|хоч)|выбор|choice", "choices"),
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
        again: the column that its words are of and that another heading is guessed to be, or None.
    """

    heading: str
    column: Column | None
    unlike: Column | None = None
    again: Column | None = None


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
    taken: dict[str, str] = {}
    guesses: dict[int, Guess] = {}
    order = sorted(
        range(len(headings)), key=lambda n: not _is_called(headings[n], by_key.get(keys[n] or ""))
    )
    for place in order:  # a heading of ours before one that has its words
        heading, column = clean(headings[place]), by_key.get(keys[place] or "")
        if not heading:
            continue
        if column is None:
            guesses[place] = Guess(heading, None)
        elif not _fits(column, filled[place], reader):
            guesses[place] = Guess(heading, None, unlike=column)
        elif taken.setdefault(column.key, compared_heading(heading)) == compared_heading(heading):
            guesses[place] = Guess(heading, column)
        else:
            guesses[place] = Guess(heading, None, again=column)
    return tuple(guesses[place] for place in sorted(guesses))


def _is_called(heading: str, column: Column | None) -> bool:
    """Return whether a heading is a name of a column, and no question that has words of it."""
    return column is not None and compared_heading(heading) in map(compared_heading, column.names)


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
