"""Files made of bytes, and the tables that are found in them before they are understood."""

import tempfile
from pathlib import Path
from typing import Any

import pytest

from nastavnik import InvalidInputError, Mentee
from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables.columns.known_headings import headings_of
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.files.table_files import read_tables
from nastavnik.exchange.tables.formats.raw import RawTable


def tables_in(data: bytes, name: str, **options: Any) -> tuple[RawTable, ...]:
    """Return the tables of mentees in a file that holds these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_tables(path, name, headings_of(Mentee), Reading(**options))


def table_in(data: bytes, name: str, **options: Any) -> RawTable:
    """Return the only table in a file that holds these bytes."""
    (table,) = tables_in(data, name, **options)
    return table


def fault_of(data: bytes, name: str, **options: Any) -> Fault:
    """Return the only fault of a file that holds these bytes."""
    with pytest.raises(InvalidInputError) as caught:
        tables_in(data, name, **options)
    (fault,) = caught.value.faults
    return fault


def notes_of(data: bytes, name: str, **options: Any) -> list[str]:
    """Return what is told in Russian of a file that holds these bytes, without its name."""
    notes: list[Fault] = []
    tables_in(data, name, notes=notes, **options)
    return [note.text("ru").removeprefix(name).lstrip(":, ") for note in notes]
