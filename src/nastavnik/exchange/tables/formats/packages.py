"""Zipped files unpacked with limits, so that a small file cannot fill the memory, and packed again plainly.

What a workbook unpacks to is counted while it is unpacked, since what the archive says of itself may be wrong.
The names of parts are written as the format says: some programs write them with backslashes.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from nastavnik.basics.errors import Fault

__all__ = ["TooBigError", "repacked", "unpacked"]

_MOST_BYTES: Final = 1 << 27
"""Bytes a workbook may unpack to; a table of 30 000 people unpacks to a sixth of it."""

_MOST_STRINGS: Final = 1 << 26
"""Bytes of the list of all texts of a workbook, each of which takes many times its size when it is loaded."""

_MOST_PARTS: Final = 5000
_UNREAD: Final = (
    "xl/media/",
    "xl/drawings/",
    "xl/charts/",
    "xl/theme/",
    "pictures/",
    "thumbnails/",
)
"""Folders of parts that no table is in."""

_READ: Final = (".xml", ".rels", ".bin", "mimetype")
_MACROS: Final = "vbaproject.bin"
_STRINGS: Final = ("xl/sharedstrings.xml", "xl/sharedstrings.bin")


class TooBigError(Exception):
    """A workbook that would take too much memory.

    Args:
        fault: what to say.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zipped workbook that a table may need, by name.

    Raises:
        TooBigError: when there would be too much.
        zipfile.BadZipFile: or another error when it is damaged.
    """
    parts: dict[str, bytes] = {}
    left = _MOST_BYTES
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > _MOST_PARTS:
            raise TooBigError(Fault("too-big"))
        for member in members:
            name = member.filename.replace("\\", "/").removeprefix("/")
            plain = name.lower()
            if plain.startswith(_UNREAD) or not plain.endswith(_READ) or plain.endswith(_MACROS):
                continue
            limit = min(left, _MOST_STRINGS) if plain in _STRINGS else left
            if member.file_size > limit:
                raise TooBigError(Fault("too-big"))
            with archive.open(member) as part:
                parts[name] = part.read(limit + 1)
            if len(parts[name]) > limit:
                raise TooBigError(Fault("too-big"))
            left -= len(parts[name])
    return parts


def repacked(parts: Mapping[str, bytes]) -> BytesIO:
    """Return the parts as a zipped file in memory, not compressed.

    >>> sorted(unpacked(repacked({"content.xml": b"<a/>"}).getvalue()))
    ['content.xml']
    """
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    target.seek(0)
    return target
