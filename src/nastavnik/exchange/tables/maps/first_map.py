"""The first guess at a map of headings, as TOML that a person corrects: comments say what to do with each line."""

import json
import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.basics.words import clean, compared, is_placeholder, nearly_alike
from nastavnik.exchange.tables.cells.lists import split
from nastavnik.exchange.tables.columns.column import Kind
from nastavnik.exchange.tables.columns.column_map import NOT_NEEDED, compared_heading
from nastavnik.exchange.tables.columns.headings import COLUMNS
from nastavnik.exchange.tables.columns.known_headings import REQUIRED, headings_of
from nastavnik.exchange.tables.columns.parser import CellReader
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.files.table_files import FilePath, read_tables
from nastavnik.exchange.tables.formats.heading_row import Headings
from nastavnik.exchange.tables.maps.guesses import Guess, guessed_columns, guessed_key, role_meant
from nastavnik.exchange.tables.maps.words import MAP_WORDS
from nastavnik.methodology.catalogues import Catalogues
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor, Position, Role

__all__ = ["first_map"]

_SPELT: Final = ("organisation", "place", "subjects", "taught", "interests", "languages")
"""Keys of columns whose spellings are looked at."""

_MOST_SPELLINGS: Final = 40
"""Lines of spellings that are proposed for one column."""


@frozen(kw_only=True)
class _Table:
    """One table, guessed at."""

    role: type[Role] | None
    guesses: tuple[Guess, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def section(self) -> str:
        """What stands before the names of its sections."""
        return "" if self.role is None else f"{self.role.role}s."

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the columns that it is guessed to have."""
        return frozenset(guess.column.key for guess in self.guesses if guess.column)

    def cells(self, key: str) -> Iterator[str]:
        """Yield the filled cells of a column."""
        ours = {g.heading for g in self.guesses if g.column and g.column.key == key}
        numbers = [n for n, heading in enumerate(self.headings) if clean(heading) in ours]
        for row in self.rows:
            yield from (row[n] for n in numbers if n < len(row) and row[n].strip())


def first_map(
    paths: Sequence[FilePath],
    *,
    language: Language,
    methodology: Methodology = TARGET_MODEL,
    secret: str | None = None,
) -> str:
    r"""Return a first guess at the map of headings of one table, or of the mentees' and the mentors'.

    Args:
        paths: one file, or that of the mentees and that of the mentors.
        language: of the comments and of the names of columns.
        methodology: where the categories, tasks and qualities come from.
        secret: from which ids are made, where a table has none; a new one if None.

    Raises:
        InvalidInputError: when a file cannot be read, or more than two are given.
        ModuleNotFoundError: when a file is a workbook and the extra ``xlsx`` is not installed.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "form.csv"
    >>> _ = path.write_text("Код;В каком классе вы учитесь?\np1;7А\n", encoding="utf-8")
    >>> [line for line in first_map([path], language="ru").splitlines() if line.startswith('"')]
    ['"Код" = "Код"', '"В каком классе вы учитесь?" = "Класс"', '"Позиция" = "ученик"']
    """
    files = [Path(path) for path in paths]
    if not 1 <= len(files) <= len((Mentee, Mentor)):
        raise InvalidInputError([Fault("not-two-tables", value=len(files))])
    roles: tuple[type[Role] | None, ...] = (None,) if len(files) == 1 else (Mentee, Mentor)
    tables = [
        _guessed(path, role, methodology, language) for path, role in zip(files, roles, strict=True)
    ]
    alone = role_meant(files[0].stem, tables[0].headings, tables[0].keys)
    if len(files) == 1 and alone is not None:
        tables = [_guessed(files[0], alone, methodology, language)]
    lines = list(_commented(MAP_WORDS["head"][language].format(known=_known(language))))
    for table in tables:
        lines += ["", f"[{table.section}columns]", *_lines_of_columns(table, language)]
        lines += ["", *_commented(MAP_WORDS["all"][language]), f"[{table.section}all]"]
        lines += _lines_for_all(table, language)
    lines += _lines_of_values(tables, language)
    if any("id" not in table.keys for table in tables):
        lines += ["", *_commented(MAP_WORDS["ids"][language]), "[ids]", "make = true"]
        lines.append(f"secret = {_quoted(secret or secrets.token_urlsafe(24))}")
    return "\n".join(lines) + "\n"


def _guessed(
    path: Path, role: type[Role] | None, methodology: Methodology, language: Language
) -> _Table:
    roles: Collection[type[Role]] = (Mentee, Mentor) if role is None else (role,)
    name = path.name or str(path)
    known = [column for column in COLUMNS if set(roles) & set(column.tables)]

    def key_of(heading: str) -> str | None:
        key = guessed_key(heading, known)
        return None if key == NOT_NEEDED else key

    some = headings_of(next(iter(roles)))
    own = frozenset(column.key for column in known)
    headings = Headings(
        key_of=key_of, required=REQUIRED, own=own, called=some.called, not_called=some.not_called
    )
    tables = read_tables(path, name, headings, Reading(hidden="take"))
    first = tuple(cell if isinstance(cell, str) else "" for cell in tables[0].rows[0][1])
    rows = tuple(
        tuple(cell if isinstance(cell, str) else "" for cell in cells)
        for table in tables
        for _, cells in table.rows[1:]
        if not (isinstance(cells[0], str) and cells[0].lstrip().startswith("#"))
    )
    reader = CellReader(catalogues=Catalogues.of(methodology, next(iter(roles))), language=language)
    return _Table(
        role=role, guesses=guessed_columns(first, rows, roles, reader), headings=first, rows=rows
    )


def _lines_of_columns(table: _Table, language: Language) -> Iterator[str]:
    told: set[str] = set()
    for guess in table.guesses:
        if compared_heading(guess.heading) in told:  # a heading that stands twice
            continue
        told.add(compared_heading(guess.heading))
        shown = (
            guess.column.heading[language] if guess.column else MAP_WORDS["not-needed"][language]
        )
        remark = ""
        if guess.unlike is not None:
            remark = "  # " + MAP_WORDS["unlike"][language].format(guess.unlike.heading[language])
        yield f"{_quoted(guess.heading)} = {_quoted(shown)}{remark}"


def _lines_for_all(table: _Table, language: Language) -> Iterator[str]:
    """Yield what may hold for the whole table: the position, and the organisation."""
    names = {column.key: column.heading[language] for column in COLUMNS}
    if "position" not in table.keys:
        known = ", ".join(position.title[language] for position in Position)
        pupils = "grade" in table.keys
        yield from _commented(MAP_WORDS["position"][language].format(known=known))
        position = Position.PUPIL.title[language]
        yield f"{'' if pupils else '# '}{_quoted(names['position'])} = {_quoted(position)}"
    if "organisation" not in table.keys:
        yield f"# {_quoted(names['organisation'])} = {_quoted(MAP_WORDS['school'][language])}"


def _lines_of_values(tables: Sequence[_Table], language: Language) -> Iterator[str]:
    """Yield spellings that are nearly alike, of both tables together; the commonest stands on the right."""
    for column in COLUMNS:
        if column.key not in _SPELT:
            continue
        cells = [cell for table in tables for cell in table.cells(column.key)]
        counts = _counted(_items(cells) if column.kind is Kind.WORDS else map(clean, cells))
        groups = nearly_alike(counts)
        if not groups:
            continue
        yield ""
        yield from _commented(MAP_WORDS["values"][language])
        yield f"[values.{_quoted(column.heading[language])}]"
        pairs = []
        for group in groups:
            *others, right = sorted(group, key=lambda spelling: counts[spelling])
            pairs += [(other, right) for other in others]
        for other, right in pairs[:_MOST_SPELLINGS]:
            yield f"# {_quoted(other)} = {_quoted(right)}"


def _counted(spellings: Iterable[str]) -> Counter[str]:
    """Count words, each under its first spelling."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for spelling in spellings:
        if not is_placeholder(spelling):
            counts[first.setdefault(compared(spelling), spelling)] += 1
    return counts


def _items(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from (clean(item) for item, _ in split(cell))


def _known(language: Language) -> str:
    return ", ".join(f"«{column.heading[language]}»" for column in COLUMNS)


def _commented(text: str) -> Iterator[str]:
    yield from (f"# {line}" for line in text.splitlines())


def _quoted(text: str) -> str:
    """Return a text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
