"""Where words of a person still stand: a search in files as they are, so that a deletion can be shown to be one.

A file is searched as text in the encodings of tables, and a workbook or another zipped document part by part. What a
picture, a lock or another program's compression hides is not seen.
"""

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final
from zipfile import is_zipfile

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.limits import OverLimitError, bytes_of
from nastavnik.basics.places import Place
from nastavnik.basics.system_errors import reason_of
from nastavnik.exchange.tables.formats.packages import unpacked

__all__ = ["Trace", "traces_of"]

_ENCODINGS: Final = ("utf-8", "cp1251", "utf-16-le", "utf-16-be")


@frozen(kw_only=True)
class Trace:
    """A file in which somebody still stands.

    Args:
        path: of the file.
        times: how often each of the words stands there, in their order, in the encoding that shows it most.
    """

    path: Path
    times: tuple[int, ...]


def traces_of(
    words: Iterable[str], paths: Iterable[Path], *, but: Collection[Path] = ()
) -> tuple[tuple[Path, ...], tuple[Trace, ...]]:
    """Return the files that were searched, and those in which any of the words stands.

    Args:
        words: ids and names, each found where it is no part of a longer word; capitals do not matter in a name of
            several words.
        paths: files, and folders with all that is in them.
        but: files that are not searched.

    Raises:
        InvalidInputError: naming what is not there or cannot be read, for what was not searched proves nothing.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.csv").write_text("p1;5", "utf-8"), (folder / "b.csv").write_text("p12;6", "utf-8")
    >>> searched, found = traces_of(["p1"], [folder])
    >>> len(searched), [(trace.path.name, trace.times) for trace in found]
    (2, [('a.csv', (1,))])
    """
    look = [_pattern(word) for word in words]
    found: dict[Path, Path] = {}  # a file that is named twice is searched once
    for path in paths:
        inside = (
            sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        )
        for one in inside:
            found.setdefault(one.resolve(), one)
    left_out = {path.resolve() for path in but}
    files = [path for whole, path in found.items() if whole not in left_out]
    traces, faults = [], []
    for path in files:
        try:
            times = _times(look, tuple(_texts(path)))
        except (OSError, OverLimitError) as error:
            place = Place(file=str(path))
            faults.append(
                Fault("unreadable", place=place, value=reason_of(error))
                if isinstance(error, OSError)
                else error.fault.moved(place=place)
            )
            continue
        if any(times):
            traces.append(Trace(path=path, times=times))
    if faults:
        raise InvalidInputError(faults)
    return tuple(files), tuple(traces)


def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word alone, with any space between its parts, as JSON and HTML write it too."""
    parts = [
        "|".join(
            sorted({re.escape(form) for form in (part, html.escape(part), json.dumps(part)[1:-1])})
        )
        for part in word.split()
    ]
    flags = re.IGNORECASE if len(parts) > 1 else 0
    return re.compile(
        r"(?<![\w-])" + r"\s{1,9}".join(f"(?:{part})" for part in parts) + r"(?![\w-])", flags
    )


def _times(look: Iterable[re.Pattern[str]], texts: Collection[str]) -> tuple[int, ...]:
    return tuple(max(sum(1 for _ in each.finditer(text)) for text in texts) for each in look)


def _texts(path: Path) -> Iterator[str]:
    """Yield what stands in a file, in each way to read it."""
    data = bytes_of(path)
    parts = unpacked(data).values() if is_zipfile(path) else (data,)
    whole = b"\n".join(parts)
    for encoding in _ENCODINGS:
        yield whole.decode(encoding, errors="replace")
