"""Zipped files unpacked with limits, so that a small file cannot fill the memory, and packed again plainly.

What a workbook unpacks to is counted while it is unpacked, since what the archive says of itself may be wrong.
The names of parts are written as the format says: some programs write them with backslashes.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from nastavnik.basics.limits import LIMITS, OverLimitError

__all__ = ["repacked", "unpacked"]

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


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zipped workbook that a table may need, by name.

    Raises:
        OverLimitError: when there would be too much.
        zipfile.BadZipFile: or another error when it is damaged.
    """
    parts: dict[str, bytes] = {}
    left = LIMITS.unpacked_bytes
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > LIMITS.parts:
            raise OverLimitError(LIMITS.over("parts"))
        for member in members:
            name = member.filename.replace("\\", "/").removeprefix("/")
            plain = name.lower()
            if plain.startswith(_UNREAD) or not plain.endswith(_READ) or plain.endswith(_MACROS):
                continue
            if member.file_size > left:
                raise OverLimitError(LIMITS.over("unpacked_bytes"))
            with archive.open(member) as part:
                parts[name] = part.read(left + 1)
            if len(parts[name]) > left:
                raise OverLimitError(LIMITS.over("unpacked_bytes"))
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
