"""What a file holds, judged by its bytes and not by its name."""

import zipfile
from io import BytesIO
from typing import Final

__all__ = ["WORKBOOKS", "is_broken_zip", "is_locked", "kind_of"]

_ZIPPED: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")

WORKBOOKS: Final = {"XLSX": ".xlsx", "XLSB": ".xlsb", "ODS": ".ods", "XLS": ".xls"}
"""Kinds of workbooks that are read, each with its usual ending."""

_BEGINNINGS: Final = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"mime-version:", "MHTML"),
)
_ZIPPED_PARTS: Final = (
    ("xl/workbook.bin", "XLSB"),
    ("xl/", "XLSX"),
    ("word/", "DOCX"),
    ("index/", "Numbers"),
)
_OLE_STREAMS: Final = (("Workbook", "XLS"), ("Book", "XLS"), ("WordDocument", "DOC"))
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_MARKUP: Final = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta", b"<head")
_LOOKED_AT: Final = 512


def kind_of(data: bytes) -> str | None:
    """Return the kind of file that the bytes are of, or None when they may be plain text.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"id;position")
    ('PDF', None)
    """
    if data.startswith(_ZIPPED):
        return _zipped_kind(data)
    if data.startswith(_OLE):
        return next((kind for name, kind in _OLE_STREAMS if _has_stream(data, name)), "OLE")
    beginning = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    for mark, kind in _BEGINNINGS:
        if beginning.startswith(mark) or beginning.lower().startswith(mark):
            return kind
    return "HTML/XML" if _plain(beginning).lstrip().lower().startswith(_MARKUP) else None


def _plain(beginning: bytes) -> bytes:
    """Return the beginning of UTF-16 as that of a text of one byte a letter."""
    return (
        beginning[2:].replace(b"\0", b"")
        if beginning[:2] in {b"\xff\xfe", b"\xfe\xff"}
        else beginning
    )


def _has_stream(data: bytes, name: str) -> bool:
    """Return whether a compound file names a stream in its directory."""
    return f"{name}\0".encode("utf-16-le") in data


def _zipped_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            if "content.xml" in names:
                return "ODS" if _is_ods(archive) else "ODT"
    except Exception:  # noqa: BLE001 - of a broken archive zipfile raises many kinds of error
        return "ZIP"
    for part, kind in _ZIPPED_PARTS:
        if any(name.startswith(part) for name in names):
            return kind
    return "ZIP"


def _is_ods(archive: zipfile.ZipFile) -> bool:
    if "mimetype" not in archive.namelist():
        return True
    with archive.open("mimetype") as part:
        return part.read(len(_ODS)) == _ODS


def is_broken_zip(data: bytes) -> bool:
    """Return whether the bytes begin as a zipped file, such as a workbook, and break off."""
    return data.startswith(_ZIPPED) and not zipfile.is_zipfile(BytesIO(data))


def is_locked(data: bytes) -> bool:
    """Return whether the bytes are of a newer workbook that a password protects."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data
