"""Where a value stands in a file, and how a message tells it."""

from attrs import frozen

from nastavnik.basics.disclosure import file_told, path_told, shape_of, visible
from nastavnik.basics.harmless import is_harmless
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Language

__all__ = ["Place"]


@frozen(kw_only=True)
class Place:
    """Where a value stands in a file; rows count from 1, the row of headings included.

    Args:
        file: name of the file, as it was given.
        sheet: name of the sheet, in a workbook of several.
        row: row of a table.
        column: heading of a table's column, as written there.
        called: what messages call the column: its heading where that is one of ours or near to one, else its letter;
            None where nobody has looked, and the heading is told like a value.
        path: path within a JSON file, such as ``$.mentees[3].person.grade``.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    called: str | None = None
    path: str | None = None

    def text(
        self,
        language: Language,
        *,
        rows: str | None = None,
        paths: str | None = None,
        near: tuple[str, ...] = (),
        values: bool = False,
    ) -> str:
        """Place as a person would say it: ``mentees.xlsx, row 17, column «Class»``.

        Args:
            language: of the words.
            rows: several rows to say in place of the one: ``"17, 18 and 3 more"``.
            paths: likewise several paths, as they are told.
            near: what of ours a sheet, column or key may be meant for.
            values: whoever reads this may see every name of a file, sheet or column.
        """
        shown = self.shown(language, near=near, values=values)
        parts = [shown["file"]]
        if "sheet" in shown:
            parts.append(PLACES["sheet"][language].format(shown["sheet"]))
        if rows is not None:
            parts.append(PLACES["rows"][language].format(rows))
        elif self.row is not None:
            parts.append(PLACES["row"][language].format(self.row))
        if "column" in shown:
            parts.append(PLACES["column"][language].format(shown["column"]))
        if "path" in shown:
            parts.append(paths or shown["path"])
        return ", ".join(parts)

    def shown(
        self, language: Language, *, near: tuple[str, ...] = (), values: bool = False
    ) -> dict[str, str]:
        """Return file, sheet, column and path as messages tell them, as far as they are known.

        >>> Place(file="Ася.csv", row=2, column="Ася", called="C").shown("ru")
        {'file': '(слово из 3 букв).csv', 'column': 'C'}
        """
        parts = {"file": file_told(self.file, language, values=values)}
        if self.sheet is not None:
            parts["sheet"] = _name_told(self.sheet, language, near, values=values)
        if self.column is not None:
            called = self.column if values or self.called is None else self.called
            parts["column"] = _name_told(
                called, language, near, values=values or self.called is not None
            )
        if self.path is not None:
            parts["path"] = path_told(self.path, language, near=near, values=values)
        return parts


def _name_told(name: str, language: Language, near: tuple[str, ...], *, values: bool) -> str:
    """Return the name of a sheet or column, which the place puts into quotes itself."""
    fine = values or is_harmless(name, near=near)
    return visible(name) if fine else shape_of(name, language)
