"""How tables are to be read, who is told of it, and how far it has come."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, get_args

from attrs import define, field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError, UnknownNameError, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.columns.column_map import ColumnMap

__all__ = ["Hidden", "Reading", "ReadingProgress", "runs", "some"]

Hidden = Literal["refuse", "take", "skip"]
"""What is done with rows and sheets that the program that made a workbook does not show."""

_EVERY: Final = 500
"""Rows between two calls of a progress."""

_MOST_LISTED: Final = 12


@frozen
class ReadingProgress:
    """How far the reading of one file has come.

    Args:
        stage: ``"read"``.
        done: rows finished.
        steps: rows in all.
        file: name of the file.
    """

    stage: str
    done: int
    steps: int
    file: str


@define(kw_only=True)
class Reading:
    """How the files of one call are to be read; remembers which sheets they have.

    Args:
        sheets: names of sheets to be read; files that have none of them are read as if none were named.
        hidden: what is done with hidden rows and sheets.
        notes: where everything is put that should be told and is no fault; None when nobody wants it.
        progress: called as rows are read.
        said: what the school says of its headings and spellings.
        carried: where the columns of notes are put, by id and heading; None when nobody wants them.
        quiet: whether sheets of the other table need no telling, since they are read from the same file.
    """

    sheets: tuple[str, ...] = ()
    hidden: Hidden = "refuse"
    notes: list[Fault] | None = None
    progress: Callable[[ReadingProgress], object] | None = None
    said: ColumnMap = field(factory=ColumnMap)
    carried: dict[str, dict[str, str]] | None = None
    quiet: bool = False
    _met: set[str] = field(init=False, factory=set)
    _seen: list[str] = field(init=False, factory=list)

    @classmethod
    def of(
        cls,
        sheet: str | Sequence[str] | None,
        hidden: str,
        notes: list[Fault] | None,
        progress: Callable[[ReadingProgress], object] | None,
    ) -> "Reading":
        """Make it of what the public functions take.

        Raises:
            UnknownNameError: when ``hidden`` is none of its values.
        """
        for known in get_args(Hidden):
            if hidden == known:
                sheets = (sheet,) if isinstance(sheet, str) else tuple(sheet or ())
                return cls(sheets=sheets, hidden=known, notes=notes, progress=progress)
        raise UnknownNameError("way with hidden rows", hidden, get_args(Hidden))

    def tell(self, code: str, place: Place, **details: Any) -> None:
        """Note something that is no fault."""
        if self.notes is not None:
            note = Fault(code, place=place, **details)
            if all(str(note) != str(other) for other in self.notes):
                self.notes.append(note)

    def step(self, file: str, done: int, steps: int) -> None:
        """Say how far it has come; most calls say nothing."""
        if self.progress is not None and (done % _EVERY == 0 or done == steps):
            self.progress(ReadingProgress("read", done, steps, file))

    def wanted(self, names: Sequence[str]) -> frozenset[str]:
        """Return which of a file's sheets are asked for by name, and remember them."""
        self._seen += [name for name in names if name not in self._seen]
        asked = {_compared(name): name for name in self.sheets}
        found = frozenset(name for name in names if _compared(name) in asked)
        self._met |= {asked[_compared(name)] for name in found}
        return found

    def check_sheets(self, file: str) -> None:
        """Check that every sheet asked for was in some file.

        Raises:
            InvalidInputError: with a fault for each that was not.
        """
        missing = [name for name in self.sheets if name not in self._met]
        if missing:
            known = tuple(self._seen) if self._seen else PLACES["none"]
            place = Place(file=file)
            raise InvalidInputError(
                [
                    Fault(
                        "no-such-sheet",
                        place=place,
                        value=name,
                        known=known,
                        advice=nearest(name, self._seen),
                    )
                    for name in missing
                ]
            )


def _compared(name: str) -> str:
    return " ".join(name.casefold().split())


def runs(numbers: Sequence[int]) -> Text:
    """Return numbers of rows as a sentence shows them.

    >>> runs([2, 3, 4, 7])["ru"]
    '2–4, 7'
    """
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return some([str(low) if low == high else f"{low}–{high}" for low, high in parts])


def some(parts: Sequence[str]) -> Text:
    """Return the first of many things, and how many more there are.

    >>> some(["A2:A3", "C2:C5"])["en"]
    'A2:A3, C2:C5'
    """
    more = f" … (+{len(parts) - _MOST_LISTED})" if len(parts) > _MOST_LISTED else ""
    text = ", ".join(parts[:_MOST_LISTED]) + more
    return Text(en=text, ru=text)
