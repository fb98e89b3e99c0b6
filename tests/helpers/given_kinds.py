"""Real-life kinds of tables that programs read wrongly, made here in several variants, with what is right for each.

Everybody is matched where the tables are as they should be: two mentees and two mentors of one school. One table has
one thing changed; right is either that everybody is matched all the same, or that a sentence says what is wrong.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from helpers.grids import Sheet, csv_of, ods_of, xlsx_of

__all__ = ["KINDS", "Kind"]

_COMMON: Final = ("Код", "ФИО", "Позиция", "Организация", "Класс", "Возраст", "Оценки")
_CONSENTS: Final = ("Согласие на обработку данных", "Согласие участвовать", "Согласие родителей")
_SCHOOL: Final = "Школа № 7"

Rows = list[list[Any]]


def mentees() -> Rows:
    """Return the good table of mentees."""
    yes = "да", "да", "да"
    return [
        [*_COMMON, *_CONSENTS, "Категория", "Предметы", "Свободное время"],
        ["у1", "Выдумкина Ася", "ученик", _SCHOOL, 7, 13, "физика 2", *yes, "пассивный ученик", "физика", "вт 15:00"],
        ["у2", "Небывалов Лука", "ученик", _SCHOOL, 8, 14, "химия 3", *yes, "пассивный ученик", "химия", "чт 16:00"],
    ]  # fmt: skip


def mentors() -> Rows:
    """Return the good table of mentors."""
    yes = "да", "да", "да"
    return [
        [*_COMMON, *_CONSENTS, "Качества", "Обучение пройдено", "Мест", "Предметы", "Свободное время"],
        ["н1", "Сказкина Вера", "ученик", _SCHOOL, 10, 16, "физика 5", *yes, "волонтёр", "да", 1, "физика", "вт 15:00"],
        ["н2", "Примеров Марк", "ученик", _SCHOOL, 11, 17, "химия 5", *yes, "волонтёр", "да", 1, "химия", "чт 16:00"],
    ]  # fmt: skip


@frozen(kw_only=True)
class Kind:
    """One variant of a kind.

    Args:
        name: what is changed.
        mentees: name and bytes of the table of mentees.
        mentors: name and bytes of the table of mentors.
        matched: mentees with a mentor that are right, if the tables are read.
        says: some of these, in small letters, must be said by ``check``; with no ``matched``, it must also refuse.
        never: what must not be said or done, in small letters.
    """

    name: str
    mentees: tuple[str, bytes]
    mentors: tuple[str, bytes]
    matched: int | None = 2
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = field(default=())

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both tables and return where they are."""
        paths = []
        for name, content in (self.mentees, self.mentors):
            paths.append(folder / name)
            paths[-1].write_bytes(content)
        return paths[0], paths[1]


def _csv(rows: Rows, **how: Any) -> tuple[str, bytes]:
    return "наставляемые.csv", csv_of(rows, **how)


_GOOD_MENTORS: Final = ("наставники.csv", csv_of(mentors()))


def _kind(name: str, table: tuple[str, bytes], **right: Any) -> Kind:
    return Kind(name=name, mentees=table, mentors=_GOOD_MENTORS, **right)


def _set(row: int, heading: str, cell: Any) -> Rows:
    rows = mentees()
    rows[row][rows[0].index(heading)] = cell
    return rows


def _cells() -> Iterator[Kind]:
    """One cell written otherwise."""
    for cell in ("7Б", "7 «Б»", "7-б", '7 "Б" класс', "7 класс", "7А", "7 б"):
        yield _kind(f"class as {cell}", _csv(_set(1, "Класс", cell)))
    for cell in (
        "ШКОЛА № 7",
        "школа №7",
        "Школа\u200b № 7",
        "Школа\xa0№\xa07",
        "«Школа № 7»",
        "Школа № 7 ",
        "Школа 7",
        "Школа № 7",
    ):
        yield _kind(f"school as {cell!a}", _csv(_set(1, "Организация", cell)))
    for cell in ("МБОУ Школа № 7", "МБОУ «Школа № 7»"):
        yield _kind(
            f"school as {cell}",
            _csv(_set(1, "Организация", cell)),
            says=("школа", "организаци"),
            matched=None,
        )
    for cell in ("Шкoлa № 7", "Школa № 7"):
        yield _kind(
            "school in Latin letters",
            _csv(_set(1, "Организация", cell)),
            matched=None,
            says=("латинск",),
        )
    for cell in (
        "вторник 15:00",
        "вт 15.00",
        "Вт  15:00",
        "вт 15:00–16:30",
        "вт 15-17",
        "вт",
        "любое время",
        "вт 14:30-17:00",
    ):
        yield _kind(f"time as {cell}", _csv(_set(1, "Свободное время", cell)))
    for cell in ("+", "есть", "✓", "Да, согласен(на)", "согласна", "ДА", "х"):
        yield _kind(f"yes as {cell}", _csv(_set(1, "Согласие участвовать", cell)))
    for cell in ("физика - 2", "Физика: 2", "физика=2", "физика – 2"):
        yield _kind(f"marks as {cell}", _csv(_set(1, "Оценки", cell)))
    for cell, said in (
        ("физика 2 3 2", "оцен"),
        ("Физика-2 Химия-3", "оцен"),
        ("физика 2,67", "2,67"),
    ):
        yield _kind(f"marks as {cell}", _csv(_set(1, "Оценки", cell)), matched=None, says=(said,))
    yield _kind("position in a word of the street", _csv(_set(1, "Позиция", "Ученица")))
    for cell in ("не знаю", "н/д", "?"):
        yield _kind(
            f"age as {cell}", _csv(_set(1, "Возраст", cell)), matched=None, says=("возраст",)
        )


def _headings() -> Iterator[Kind]:
    """Headings, and what stands above and below."""
    rows = mentees()
    rows[0][4] = "Kлacc"
    yield _kind("heading in Latin letters", _csv(rows), matched=None, says=("латинск",))
    title: Rows = [["Список наставляемых на 2025/2026 учебный год"], []]
    yield _kind("title above", _csv([*title, *mentees()]))
    footer: Rows = [[], ["Всего: 2"]]
    two = Sheet(rows=[["МБОУ «Школа № 7»"], *title, *mentees(), *footer], merged=[(0, 0, 0, 12)])
    yield _kind("title and footer in a workbook", ("м.xlsx", xlsx_of([two])))
    rows = mentees()
    rows.insert(1, ["", *[""] * 6, "на обработку данных", "участвовать", "родителей", "", "", ""])
    rows[0][7:10] = ["Согласия", "", ""]
    merged = [(0, column, 1, column) for column in (*range(7), 10, 11, 12)] + [(0, 7, 0, 9)]
    headed = Sheet(rows=[[cell or None for cell in row] for row in rows], merged=merged)
    yield _kind(
        "headings in two rows",
        ("м.xlsx", xlsx_of([headed])),
        says=("двух строках", "две строки", "объединённ"),
    )
    rows = [
        [*row, extra]
        for row, extra in zip(mentees(), ("Телефон", "+7 900 000-00-00", None), strict=True)
    ]
    yield _kind(
        "a column nobody needs", _csv(rows), matched=None, says=("телефон",), never=("900",)
    )


def _books() -> Iterator[Kind]:
    """Workbooks and files of other kinds."""
    head, first, second = mentees()
    one, other = Sheet(name="7А", rows=[head, first]), Sheet(name="8Б", rows=[head, second])
    yield _kind("a sheet per class", ("м.xlsx", xlsx_of([one, other])))
    guide = Sheet(name="Инструкция", rows=[["Заполните лист «Данные»"], ["Срок – до 10 сентября"]])
    yield _kind(
        "instruction first", ("м.xlsx", xlsx_of([guide, Sheet(name="Данные", rows=mentees())]))
    )
    hidden = Sheet(rows=mentees(), hidden={2})
    yield _kind("a hidden row", ("м.xlsx", xlsx_of([hidden])), matched=None, says=("скрыт",))
    rows = mentees()
    rows[2][3] = None
    yield _kind("merged school", ("м.xlsx", xlsx_of([Sheet(rows=rows, merged=[(1, 3, 2, 3)])])))
    yield _kind("OpenDocument", ("м.ods", ods_of([Sheet(rows=mentees())])))
    yield _kind("macros", ("м.xlsm", xlsx_of([Sheet(rows=mentees())])))
    yield _kind("tabs", ("м.tsv", csv_of(mentees(), separator="\t")))
    text = csv_of(mentees(), separator="\t", encoding="utf-16")
    yield _kind("Excel's Unicode text", ("м.txt", text))
    page = b"<html><table><tr><td>x</td></tr></table></html>"
    yield _kind(
        "a web page named .xls",
        ("м.xls", page),
        matched=None,
        says=("xlsx",),
        never=("возможно, .xlsx",),
    )

    def capitals(parts: dict[str, bytes]) -> None:
        parts["xl/Workbook.xml"] = parts.pop("xl/workbook.xml")

    yield _kind(
        "parts in other letters", ("м.xlsx", xlsx_of([Sheet(rows=mentees())], spoil=capitals))
    )

    def strokes(parts: dict[str, bytes]) -> None:
        for name in list(parts):
            parts[name.replace("/", "\\")] = parts.pop(name)

    yield _kind(
        "parts with backslashes", ("м.xlsx", xlsx_of([Sheet(rows=mentees())], spoil=strokes))
    )
    rows = _set(1, "Предметы", "физика_x000D_\nалгебра")
    yield _kind(
        "line breaks of the file format", ("м.xlsx", xlsx_of([Sheet(rows=rows)])), never=("x000d",)
    )
    yield _kind("Windows-1251", _csv(mentees(), encoding="cp1251"))
    yield _kind("DOS", _csv(mentees(), encoding="cp866"), matched=None, says=("utf-8", "кодировк"))
    yield _kind("commas", _csv(mentees(), separator=",", encoding="utf-8"))


def _people() -> Iterator[Kind]:
    """People twice, without ids, with dates of birth."""
    rows = mentees()
    rows.append(["у3", *rows[1][1:]])
    yield _kind(
        "one person under two ids",
        _csv(rows),
        says=("дважды", "один и тот же", "одинаков", "повтор"),
        never=("выдумкина",),
    )
    rows = mentees()
    rows[0][5], rows[1][5], rows[2][5] = "Дата рождения", date(2012, 5, 13), date(2011, 2, 1)
    yield _kind("dates of birth", _csv(rows))
    yield _kind("dates of birth in a workbook", ("м.xlsx", xlsx_of([Sheet(rows=rows)])))
    rows = _set(1, "Предметы", "математика (алгебра, физика")
    yield _kind("a bracket that is not closed", _csv(rows), matched=None, says=("скобк",))
    rows = mentees()
    rows += [
        [
            f"у{n}",
            "Образцов Ян",
            "ученик",
            _SCHOOL,
            "седьмой",
            13,
            None,
            "да",
            "да",
            "да",
            None,
            None,
            None,
        ]
        for n in range(9, 309)
    ]
    yield _kind(
        "one fault in 300 rows",
        _csv(rows),
        matched=None,
        says=("строки", "строк"),
        never=("образцов",),
    )


def _all(*parts: Callable[[], Iterator[Kind]]) -> dict[str, Kind]:
    return {kind.name: kind for part in parts for kind in part()}


KINDS: Final = _all(_cells, _headings, _books, _people)
"""Every variant, by name."""
