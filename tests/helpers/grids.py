"""Tables as grids of cells, and the files of several kinds that hold them, right and wrong ones alike.

The workbooks are written by hand, part by part, so that they can hold what no library writes: control characters,
formulas of any text, hidden rows, merged cells, broken parts.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from xml.sax.saxutils import escape

from attrs import Factory, define, field

__all__ = ["Formula", "Sheet", "csv_of", "letter", "ods_of", "xlsx_of", "zipped"]

_WHEN: Final = (2020, 1, 1, 0, 0, 0)
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zones


class Formula(str):
    """A formula, without its sign of equality."""

    __slots__ = ()


@define(kw_only=True)
class Sheet:
    """One sheet of a workbook; of a table in CSV the only one.

    Args:
        name: on its tab.
        rows: cells of every row: text, number, date, formula, truth, or None.
        merged: first row and column, last row and column of merged cells, from 0.
        hidden: numbers of rows that a filter hides, from 0.
        concealed: the whole sheet is hidden.
    """

    name: str = "Лист1"
    rows: list[list[Any]]
    merged: list[tuple[int, int, int, int]] = field(factory=list)
    hidden: set[int] = Factory(set)
    concealed: bool = False


def letter(number: int) -> str:
    """Return the letter by which a spreadsheet calls a column, counted from 0.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def shown(cell: Any) -> str:
    """Return a cell as a table in CSV has it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%d.%m.%Y %H:%M:%S")
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    return f"={cell}" if isinstance(cell, Formula) else str(cell)


def csv_of(
    rows: Sequence[Sequence[Any]],
    *,
    encoding: str = "utf-8-sig",
    separator: str = ";",
    line: str = "\r\n",
    quoting: int = csv.QUOTE_MINIMAL,
) -> bytes:
    """Return a table in CSV; what the encoding does not hold is a question mark, as programs write it."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator=line, quoting=_quoting(quoting))
    writer.writerows([shown(cell) for cell in row] for row in rows)
    errors = "surrogatepass" if encoding.startswith("utf") else "replace"
    return target.getvalue().encode(encoding, errors)


def _quoting(number: int) -> Any:
    return number


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of these parts, always the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def xlsx_of(
    sheets: Sequence[Sheet], *, spoil: Callable[[dict[str, bytes]], None] | None = None
) -> bytes:
    """Return a workbook.

    Args:
        sheets: its sheets.
        spoil: changes the parts of the file before they are packed.
    """
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    inner = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outer = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbered = list(enumerate(sheets, 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{outer}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
            for n, _ in numbered
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{outer}/relationships">'
        f'<Relationship Id="rId1" Type="{inner}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{outer}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{inner}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n, _ in numbered
        )
        + f'<Relationship Id="rId{len(sheets) + 1}" Type="{inner}/styles" Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{inner}"><sheets>'
        + "".join(
            f'<sheet name="{_attribute(s.name)}" sheetId="{n}" '
            f'{"state=" + chr(34) + "hidden" + chr(34) + " " if s.concealed else ""}r:id="rId{n}"/>'
            for n, s in numbered
        )
        + "</sheets></workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill><patternFill/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for number, sheet in numbered:
        texts[f"xl/worksheets/sheet{number}.xml"] = _sheet_xml(sheet, main)
    parts = {name: (head + text).encode("utf-8", "surrogatepass") for name, text in texts.items()}
    if spoil is not None:
        spoil(parts)
    return zipped(parts)


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _sheet_xml(sheet: Sheet, main: str) -> str:
    rows = []
    for number, row in enumerate(sheet.rows):
        cells = "".join(
            _cell_xml(f"{letter(column)}{number + 1}", cell)
            for column, cell in enumerate(row)
            if cell is not None
        )
        hidden = ' hidden="1"' if number in sheet.hidden else ""
        rows.append(f'<row r="{number + 1}"{hidden}>{cells}</row>')
    merged = "".join(
        f'<mergeCell ref="{letter(left)}{top + 1}:{letter(right)}{bottom + 1}"/>'
        for top, left, bottom, right in sheet.merged
    )
    merged = merged and f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>'
    return f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData>{merged}</worksheet>'


def _cell_xml(where: str, cell: Any) -> str:
    if isinstance(cell, Formula):
        return f'<c r="{where}"><f>{escape(cell)}</f></c>'
    if isinstance(cell, bool):
        return f'<c r="{where}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, int | float):
        return f'<c r="{where}"><v>{cell}</v></c>'
    if isinstance(cell, date):
        moment = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
        return f'<c r="{where}" s="1"><v>{(moment - _EPOCH).total_seconds() / 86400:g}</v></c>'
    return (
        f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell))}</t></is></c>'
    )


def ods_of(sheets: Sequence[Sheet]) -> bytes:
    """Return an OpenDocument spreadsheet."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    tables = "".join(
        f'<table:table table:name="{_attribute(sheet.name)}">'
        + "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"
            for row in sheet.rows
        )
        + "</table:table>"
        for sheet in sheets
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    content = (
        f'{head}<office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0" '
        f'xmlns:text="{urn}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'{head}<manifest:manifest xmlns:manifest="{urn}:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    texts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped({name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()})


def _ods_cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = f'office:value-type="float" office:value="{cell}"'
    elif isinstance(cell, Formula):
        value = f'office:value-type="string" table:formula="of:={_attribute(cell)}"'
    else:
        value = 'office:value-type="string"'
    return f"<table:table-cell {value}><text:p>{escape(shown(cell))}</text:p></table:table-cell>"
