"""Small workbooks in the formats that no library here writes: XLS, XLSB and ODS, made by hand.

A sheet is rows of texts, numbers, ``None`` and ``Formula``; whatever else a test wants to be seen is an argument.
"""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from struct import pack
from typing import Any
from xml.sax.saxutils import escape

from attrs import frozen

__all__ = ["Formula", "Page", "ods", "xls", "xlsb"]

Row = Sequence[Any]


@frozen
class Formula:
    """A cell with a formula whose value was a number."""

    value: float = 1.0


@frozen(kw_only=True)
class Page:
    """One sheet.

    Args:
        rows: its cells.
        name: of the sheet.
        visible: whether it is shown.
        hidden: numbers, from 1, of rows that are not shown.
        hidden_column: number, from 0, of a column that is not shown, or None.
        merged: first and last row, from 1, and column, from 0, of merged cells.
        far: row, from 1, and column, from 0, of one cell far away, or None.
    """

    rows: Sequence[Row]
    name: str = "Лист1"
    visible: bool = True
    hidden: frozenset[int] = frozenset()
    hidden_column: int | None = None
    merged: tuple[tuple[int, int, int, int], ...] = ()
    far: tuple[int, int] | None = None


def _cells(page: Page) -> list[tuple[int, int, Any]]:
    cells = [
        (row, column, value)
        for row, values in enumerate(page.rows, 1)
        for column, value in enumerate(values)
        if value is not None
    ]
    return cells if page.far is None else [*cells, (*page.far, "x")]


def xls(*pages: Page) -> bytes:
    """Return an XLS workbook: the records of BIFF8 as the one stream of a compound file."""
    parts = [_xls_sheet(page) for page in pages]
    names = [_xls_name(page.name) for page in pages]
    start = _record(0x0809, pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + _record(
        0x0042, pack("<H", 1200)
    )
    place = len(start) + sum(4 + 6 + len(name) for name in names) + 4
    sheets = b""
    for page, name, part in zip(pages, names, parts, strict=True):
        sheets += _record(0x0085, pack("<IBB", place, 0 if page.visible else 1, 0) + name)
        place += len(part)
    return _compound(start + sheets + _record(0x000A, b"") + b"".join(parts))


def _record(kind: int, body: bytes) -> bytes:
    return pack("<HH", kind, len(body)) + body


def _xls_name(name: str) -> bytes:
    return pack("<BB", len(name), 1) + name.encode("utf-16-le")


def _xls_sheet(page: Page) -> bytes:
    out = _record(0x0809, pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    if page.hidden_column is not None:
        column = page.hidden_column
        out += _record(0x007D, pack("<HHHHHH", column, column, 2304, 15, 1, 0))
    for row in range(1, len(page.rows) + 1):
        hidden = 0x20 if row in page.hidden else 0
        out += _record(0x0208, pack("<HHHHHHHH", row - 1, 0, 9, 255, 0, 0, 0x0100 | hidden, 15))
    for row, column, value in _cells(page):
        at = pack("<HHH", row - 1, column, 0)
        if isinstance(value, Formula):
            formula = pack("<dHIH", value.value, 0, 0, 3) + b"\x1e\x01\x00"
            out += _record(0x0006, at + formula)
        elif isinstance(value, str) and value.startswith("#"):
            out += _record(0x0205, at + b"\x17\x01")
        elif isinstance(value, str):
            text = pack("<HB", len(value), 1) + value.encode("utf-16-le")
            out += _record(0x0204, at + text)
        else:
            out += _record(0x0203, at + pack("<d", value))
    if page.merged:
        areas = b"".join(pack("<HHHH", t - 1, b - 1, left, r) for t, b, left, r in page.merged)
        out += _record(0x00E5, pack("<H", len(page.merged)) + areas)
    return out + _record(0x000A, b"")


def _compound(stream: bytes) -> bytes:
    """Return a compound file with one stream, long enough to have sectors of its own."""
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % 512)
    count = len(stream) // 512
    chain = [*range(1, count), 0xFFFFFFFE]
    directory, tables = count, -(-(count + 2) // 127)
    chain += [0xFFFFFFFE, *[0xFFFFFFFD] * tables]
    chain += [0xFFFFFFFF] * (-len(chain) % 128)
    first = [directory + 1 + n for n in range(tables)]
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += pack("<IIIIIIIII", 0, tables, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += b"".join(pack("<I", number) for number in [*first, *[0xFFFFFFFF] * (109 - tables)])
    root = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    book = _entry("Workbook", 2, 0, len(stream))
    return header + stream + (root + book).ljust(512, b"\0") + pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    entry = text.ljust(64, b"\0") + pack("<HBB", len(text), kind, 1)
    entry += pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36)
    return entry + pack("<IQ", start, size)


def _zipped(parts: Mapping[str, bytes | str]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def xlsb(*pages: Page) -> bytes:
    """Return an XLSB workbook."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = _bin(131) + _bin(143)
    relations = ""
    parts: dict[str, bytes | str] = {}
    for number, page in enumerate(pages, 1):
        state = 0 if page.visible else 1
        book += _bin(156, pack("<II", state, number) + _wide(f"rId{number}") + _wide(page.name))
        relations += (
            f'<Relationship Id="rId{number}" Type="{relation}/worksheet" '
            f'Target="worksheets/sheet{number}.bin"/>'
        )
        parts[f"xl/worksheets/sheet{number}.bin"] = _xlsb_sheet(page)
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return _zipped(
        {
            "xl/workbook.bin": book + _bin(144) + _bin(132),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{name}">{relations}</Relationships>',
            **parts,
        }
    )


def _bin(kind: int, body: bytes = b"") -> bytes:
    start = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(body), b""
    while True:
        size, low = size >> 7, size & 0x7F
        length += bytes([low | (0x80 if size else 0)])
        if not size:
            return start + length + body


def _wide(text: str) -> bytes:
    return pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb_sheet(page: Page) -> bytes:
    cells = _cells(page)
    last = max((row for row, _, _ in cells), default=1)
    right = max((column for _, column, _ in cells), default=0)
    out = _bin(129) + _bin(148, pack("<IIII", 0, last - 1, 0, right))
    if page.hidden_column is not None:
        column = page.hidden_column
        out += _bin(390) + _bin(60, pack("<IIIIH", column, column, 2304, 0, 1)) + _bin(391)
    out += _bin(145)
    current = 0
    for row, column, value in cells:
        if row != current:
            current = row
            hidden = 0x10 if row in page.hidden else 0
            out += _bin(0, pack("<IIHBBBI", row - 1, 0, 300, 0, hidden, 0, 0))
        at = pack("<II", column, 0)
        if isinstance(value, Formula):
            out += _bin(9, at + pack("<dHI", value.value, 0, 3) + b"\x1e\x01\x00" + pack("<I", 0))
        elif isinstance(value, str) and value.startswith("#"):
            out += _bin(3, at + b"\x17")
        elif isinstance(value, str):
            out += _bin(6, at + _wide(value))
        else:
            out += _bin(5, at + pack("<d", value))
    out += _bin(146)
    if page.merged:
        out += _bin(177, pack("<I", len(page.merged)))
        for top, bottom, left, right in page.merged:
            out += _bin(176, pack("<IIII", top - 1, bottom - 1, left, right))
        out += _bin(178)
    return out + _bin(130)


def ods(*pages: Page, last: str = "") -> bytes:
    """Return an ODS workbook; ``last`` is put at the end of every sheet."""
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(
        f'xmlns:{short}="{name}{short}:1.0"' for short in ("office", "table", "text", "style")
    )
    styles = (
        '<office:automatic-styles><style:style style:name="out" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    sheets = "".join(_ods_sheet(page, last) for page in pages)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>{styles}'
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return _zipped(
        {"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"}
    )


def _ods_sheet(page: Page, last: str) -> str:
    style = "" if page.visible else ' table:style-name="out"'
    columns = ""
    if page.hidden_column is not None:
        if page.hidden_column:
            columns += f'<table:table-column table:number-columns-repeated="{page.hidden_column}"/>'
        columns += '<table:table-column table:visibility="collapse"/>'
    rows = "".join(_ods_row(page, number, row) for number, row in enumerate(page.rows, 1))
    if page.far is not None:
        down, right = page.far[0] - len(page.rows) - 1, page.far[1]
        rows += f'<table:table-row table:number-rows-repeated="{down}"><table:table-cell/></table:table-row>'
        blank = f'<table:table-cell table:number-columns-repeated="{right}"/>'
        rows += f"<table:table-row>{blank}{_ods_cell('x', '')}</table:table-row>"
    return f'<table:table table:name="{page.name}"{style}>{columns}{rows}{last}</table:table>'


def _ods_row(page: Page, number: int, row: Row) -> str:
    hidden = ' table:visibility="filter"' if number in page.hidden else ""
    cells = ""
    for column, value in enumerate(row):
        spans = ""
        for top, bottom, left, right in page.merged:
            if (top, left) == (number, column):
                spans = (
                    f' table:number-rows-spanned="{bottom - top + 1}"'
                    f' table:number-columns-spanned="{right - left + 1}"'
                )
        cells += _ods_cell(value, spans)
    return f"<table:table-row{hidden}>{cells}</table:table-row>"


def _ods_cell(value: Any, spans: str) -> str:
    if value is None:
        return f"<table:table-cell{spans}/>"
    if isinstance(value, Formula):
        number = f'office:value-type="float" office:value="{value.value}"'
        return f'<table:table-cell table:formula="of:=1" {number}><text:p>1</text:p></table:table-cell>'
    if isinstance(value, str):
        kind = f'<table:table-cell{spans} office:value-type="string">'
        return f"{kind}<text:p>{escape(value)}</text:p></table:table-cell>"
    kind = f'<table:table-cell{spans} office:value-type="float" office:value="{value}">'
    return f"{kind}<text:p>{value}</text:p></table:table-cell>"
