"""Which files were written together, and what each of them was: its size and the SHA-256 of its bytes."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final

from attrs import frozen

__all__ = [
    "MANIFEST_FORMAT",
    "FileMark",
    "Files",
    "files_from_json",
    "files_in",
    "files_to_json",
    "object_in",
    "plain_files",
]

MANIFEST_FORMAT: Final = "nastavnik-manifest/1"
"""Format of a manifest; the number grows when a reader of the old one could not read the new one."""

_DIGITS: Final = frozenset("0123456789abcdef")
_LENGTH: Final = 64


@frozen(kw_only=True)
class FileMark:
    """What tells the content of a file from every other.

    Args:
        size: in bytes.
        sha256: of the bytes, in 64 hexadecimal digits.

    >>> FileMark.of(b"").sha256[:8]
    'e3b0c442'
    """

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> "FileMark":
        """Return the mark of a content."""
        return cls(size=len(content), sha256=hashlib.sha256(content).hexdigest())


Files = Mapping[str, FileMark]
"""The mark of each file by its name."""


def files_to_json(files: Files) -> str:
    """Return a manifest as JSON text.

    Args:
        files: that belong together.

    >>> json.loads(files_to_json({"a.txt": FileMark.of(b"1")}))["files"]["a.txt"]["size"]
    1
    """
    document = {"format": MANIFEST_FORMAT, "files": plain_files(files)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def plain_files(files: Files) -> dict[str, Any]:
    """Return the marks of files as JSON value."""
    return {name: {"size": one.size, "sha256": one.sha256} for name, one in files.items()}


def files_from_json(content: bytes) -> Files | None:
    """Return what a manifest lists, or None where it is none: damaged, of another format, or somebody else's.

    Args:
        content: of the file.

    >>> files = {"a.txt": FileMark.of(b"1")}
    >>> files_from_json(files_to_json(files).encode()) == files, files_from_json(b"{}")
    (True, None)
    """
    document = object_in(content)
    if document.keys() != {"format", "files"} or document["format"] != MANIFEST_FORMAT:
        return None
    return files_in(document["files"])


def object_in(content: bytes) -> dict[str, Any]:
    """Return the JSON object of a file, an empty one where there is none."""
    try:
        document = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def files_in(value: Any) -> Files | None:
    """Return the marks of files that a JSON value holds, None where it holds anything else."""
    if not isinstance(value, dict):
        return None
    if not all(_is_name(name) and _is_mark(mark) for name, mark in value.items()):
        return None
    return {
        name: FileMark(size=mark["size"], sha256=mark["sha256"]) for name, mark in value.items()
    }


def _is_name(name: str) -> bool:
    """Return whether a name is that of a file in the folder itself, on every system."""
    parts = PurePosixPath(name).parts, PureWindowsPath(name).parts
    return name not in {"", ".", ".."} and parts == ((name,), (name,)) and "\0" not in name


def _is_mark(mark: Any) -> bool:
    if not isinstance(mark, dict) or mark.keys() != {"size", "sha256"}:
        return False
    size, digest = mark["size"], mark["sha256"]
    return (
        type(size) is int
        and size >= 0
        and isinstance(digest, str)
        and len(digest) == _LENGTH
        and _DIGITS.issuperset(digest)
    )
