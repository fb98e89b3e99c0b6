"""What differs between a terminal and a pipe: progress, and a table instead of plain lines."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from nastavnik.basics.texts import Language
from nastavnik.cli.texts import TEXTS
from nastavnik.matching.match import Progress as Step

__all__ = ["show_counts", "shown_progress", "shown_waiting"]


class Tell(Protocol):
    """Takes one step of progress."""

    def __call__(self, step: Step, /) -> None:
        """Show the step."""


@contextmanager
def shown_progress(language: Language) -> Iterator[Tell]:
    """Give a callback that shows a bar on standard error; quiet when that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)

        def tell(step: Step) -> None:
            text = TEXTS[f"stage-{step.stage}"][language]
            bar.update(task, description=text, completed=step.done, total=step.steps)

        yield tell


@contextmanager
def shown_waiting(language: Language) -> Iterator[None]:
    """Show on standard error that rounds are being tried; quiet when that is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True).status(TEXTS["waiting"][language]):
        yield


def show_counts(lines: Sequence[tuple[str, str]]) -> None:
    """Show labels and values: as a table in a terminal, as plain lines in a pipe."""
    if not sys.stdout.isatty():
        for label, value in lines:
            click.echo(f"{label}: {value}")
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for label, value in lines:
        table.add_row(label, value)
    Console(highlight=False, markup=False).print(table)
