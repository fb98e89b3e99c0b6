"""The command ``columns``, and how the other commands read tables whose headings are a school's own."""

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import define, evolve, field

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.methodologies import load_methodology
from nastavnik.cli.output import say, tell
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.folder import check_new, write_file
from nastavnik.exchange.tables import ColumnMap, read_column_map
from nastavnik.exchange.tables.files.options import Hidden, Reading, ReadingProgress
from nastavnik.exchange.tables.maps.first_map import first_map

__all__ = ["OwnTables", "columns", "own_tables"]


@define(kw_only=True)
class OwnTables:
    """How tables are read that a school has made, and what is met beside the people.

    Args:
        columns: what the school says of its headings.
        notes: what should be said of the reading, and is no fault.
        carried: what stands in the columns of notes, by id and heading; for ``plan.xlsx`` alone.
        sheets: names of the sheets to be read; found by their headings where none are named.
        hidden: what is done with hidden rows and sheets.
        progress: called as rows are read.
    """

    columns: ColumnMap = field(factory=ColumnMap)
    notes: list[Fault] = field(factory=list)
    carried: dict[str, dict[str, str]] = field(factory=dict)
    sheets: tuple[str, ...] = ()
    hidden: Hidden = "refuse"
    progress: Callable[[ReadingProgress], object] | None = None

    def reading(self) -> Reading:
        """Return how one table beside those of the round is read: all of it, and noted here."""
        return Reading(said=self.columns, notes=self.notes, progress=self.progress)

    def tell(self, manner: Manner) -> None:
        """Say what should be said of the reading, on standard error and even to who wants quiet."""
        for note in self.notes:
            said = note.text(manner.language, values=manner.show_values)
            tell(TEXTS["note"][manner.language].format(said))


def own_tables(
    columns: Path | None,
    *,
    notes: bool = False,
    sheets: Sequence[str] = (),
    hidden: Hidden = "refuse",
) -> OwnTables:
    """Read the map of headings, if there is one.

    Args:
        columns: its file.
        notes: whether every column whose heading begins with # is carried along.
        sheets: names of the sheets to be read.
        hidden: what is done with hidden rows and sheets.

    Raises:
        InvalidInputError: with every fault of the file.
    """
    said = ColumnMap() if columns is None else read_column_map(columns)
    said = evolve(said, all_notes=said.all_notes or notes)
    return OwnTables(columns=said, sheets=tuple(sheets), hidden=hidden)


def columns(
    *,
    tables: Sequence[Path],
    out: Path | None,
    methodology: str | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Guess which heading of one or two tables is which column, and write it down to be corrected."""
    rules = load_methodology(methodology, language=lang)
    if out is not None:
        check_new(out)
    guess = first_map(tables, language=lang, methodology=rules)
    if out is None:
        say(guess.rstrip("\n"))
        return
    manner.written([write_file(out, guess.encode("utf-8"), overwrite=False)])
