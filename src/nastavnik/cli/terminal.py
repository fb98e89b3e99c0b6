"""What differs between a terminal and a pipe: progress, and a table instead of plain lines."""

import io
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from nastavnik.basics.texts import Language
from nastavnik.cli.output import say
from nastavnik.cli.texts import TEXTS

__all__ = ["show_counts", "shown_progress", "shown_waiting"]


class Step(Protocol):
    """How far something has come, be it reading, matching or another thing that takes a while."""

    @property
    def stage(self) -> str:
        """What is being done."""
        ...

    @property
    def done(self) -> int:
        """Steps that are finished."""
        ...

    @property
    def steps(self) -> int:
        """Steps in all."""
        ...


class Tell(Protocol):
    """Takes one step of progress."""

    def __call__(self, step: Step, /) -> None:
        """Show the step."""


@contextmanager
def shown_progress(language: Language, *, quiet: bool = False) -> Iterator[Tell]:
    """Give a callback that shows a bar on standard error; nothing where that is no terminal.

    Until it is called for the first time, the bar says that tables are read.

    Args:
        language: of what stands beside the bar.
        quiet: show nothing in any case.
    """
    if quiet or not _is_terminal():
        yield lambda _: None
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(TEXTS["stage-read"][language], total=None)

        def tell(step: Step) -> None:
            text = TEXTS[f"stage-{step.stage}"][language]
            bar.update(task, description=text, completed=step.done, total=step.steps)

        yield tell


@contextmanager
def shown_waiting(
    language: Language, *, doing: str = "waiting", quiet: bool = False
) -> Iterator[None]:
    """Show on standard error that something is being done; nothing where that is no terminal.

    Args:
        language: of what is shown.
        doing: key of the text: that rounds are being tried, tables read or files written.
        quiet: show nothing in any case.
    """
    if quiet or not _is_terminal():
        yield
        return
    with Console(stderr=True).status(TEXTS[doing][language]):
        yield


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def show_counts(lines: Sequence[tuple[str, str]]) -> None:
    """Show labels and values: as a table in a terminal, as plain lines in a pipe."""
    if sys.stdout is None or not sys.stdout.isatty():
        for label, value in lines:
            say(f"{label}: {value}")
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for label, value in lines:
        table.add_row(label, value)
    drawn = io.StringIO()
    width = shutil.get_terminal_size().columns
    Console(file=drawn, width=width, highlight=False, markup=False).print(table)
    say("\n".join(line.rstrip() for line in drawn.getvalue().splitlines()))
