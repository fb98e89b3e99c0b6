"""Display names read back from a written ``plan.xlsx``, for whoever has the folder and not the tables."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from nastavnik.basics.errors import Fault, InvalidInputError, Place
from nastavnik.basics.texts import LANGUAGES
from nastavnik.report.phrases import EVERY_PHRASE

__all__ = ["names_in"]


def names_in(path: str | Path) -> dict[str, str]:
    """Return the display names by id that the sheet of people of a ``plan.xlsx`` holds, in either language.

    Args:
        path: of the file.

    Raises:
        InvalidInputError: when the file cannot be read; where it is no plan, or has no names, there are none.
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - loaded by those who read names

    place = Place(file=str(path))
    try:
        with closing(load_workbook(path, read_only=True)) as book:
            return {key: value for sheet in book.worksheets for key, value in _names(sheet)}
    except FileNotFoundError:
        raise InvalidInputError([Fault("no-file", place=place)]) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InvalidInputError([Fault("unreadable", place=place, value=why)]) from error
    except Exception as error:  # a parser of broken files may raise anything
        raise InvalidInputError([Fault("damaged", place=place)]) from error


def _names(sheet: Any) -> Iterator[tuple[str, str]]:
    """Yield ids and names of the sheet of people, which is known by its title and its headings."""
    for language in LANGUAGES:
        if sheet.title != EVERY_PHRASE["sheet-people"][language]:
            continue
        headings = EVERY_PHRASE["id"][language], EVERY_PHRASE["name"][language]
        below = False
        for row in sheet.iter_rows(max_col=2, values_only=True):
            if below and None not in row:
                yield str(row[0]), str(row[1])
            below = below or row == headings
