"""The styles in which a school writes its tables: the template filled in, a form's export, lists by class."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from helpers.grids import Sheet
from helpers.school.people import Meant, school
from helpers.school.slips import plain, written
from helpers.school.tables import HEADINGS, Slip, Table, Tables
from nastavnik import Mentee

__all__ = ["STYLES", "tables_of"]

_OF_ONE: Final = {
    True: ("capacity", "minimum", "trained", "cleared"),
    False: ("category", "priority", "bans"),
}

_QUESTIONS: Final[Mapping[str, str]] = {
    "name": "Ваши фамилия, имя, отчество",
    "position": "Кто вы?",
    "organisation": "Ваша школа",
    "grade": "В каком классе вы учитесь?",
    "age": "Сколько вам полных лет?",
    "subjects": "По каким предметам нужна помощь?",
    "marks": "Ваши оценки по этим предметам",
    "slots": "Когда вам удобно встречаться?",
    "interests": "Чем вы увлекаетесь?",
    "qualities": "Ваши достижения",
    "data_consent": "Согласие на обработку персональных данных",
    "agreed": "Хотите ли вы участвовать в программе?",
    "guardian_agreed": "Согласны ли ваши родители?",
    "category": "Какое утверждение ближе к вам?",
    "capacity": "Скольким ребятам вы готовы помогать?",
    "trained": "Прошли ли вы обучение наставников?",
}
_OF_MENTOR_FORM: Final = {"subjects": "По каким предметам вы можете помочь?"}


def tables_of(style: str, seed: int) -> Tables:
    """Return the tables of the school of a seed, in one style.

    >>> made = tables_of("first-try", 1)
    >>> made.mentees.name, len(made.slips) > 100
    ('наставляемые.xlsx', True)
    """
    return STYLES[style](style, seed)


def _keys(mentor: bool) -> list[str]:
    others = {key for keys in _OF_ONE.values() for key in keys}
    return [key for key in HEADINGS if key not in others] + list(_OF_ONE[mentor])


def _write_row(
    chance: Random, made: Tables, table: Table, sheet: int, each: Meant, keys: Sequence[str | None]
) -> list[Any]:
    """Append the row of one person and note its slips."""
    mentor = not isinstance(each.role, Mentee)
    rows = table.sheets[sheet].rows
    row: list[Any] = []
    for key in keys:
        if key is None:
            row.append(None)
            continue
        cell, kind = written(chance, key, each, made.style)
        row.append(cell)
        if kind is not None:
            made.slips.append(
                Slip(
                    kind=kind, ident=each.ident, key=key, mentor=mentor, sheet=sheet, row=len(rows),
                    column=len(row) - 1, written=cell, meant=plain(key, each),
                )
            )  # fmt: skip
    table.rows[sheet, len(rows)] = each.ident
    rows.append(row)
    return row


def _notes(keys: Sequence[str]) -> list[str]:
    texts = dict.fromkeys(keys, "Через запятую.")
    texts["id"] = (
        "# Короткий и неповторимый; строка, которая начинается с #, – заметка и не читается."
    )
    return [texts[key] for key in keys]


def _of_template(style: str, seed: int) -> Tables:
    """Fill in the template: one sheet, headings, a describing row; with rows that are there too much."""
    chance = Random(f"{style} {seed}")
    many = style != "first-try"
    who = school(seed, namesakes=not many)
    tables = []
    for mentor, name in ((False, "наставляемые.xlsx"), (True, "наставники.xlsx")):
        keys = _keys(mentor)
        sheet = Sheet(name="Sheet1", rows=[[HEADINGS[key] for key in keys], _notes(keys)])
        columns = {key: number for number, key in enumerate(keys)}
        table = Table(name=name, sheets=[sheet], heads=[0], keys=[columns], titles=dict(HEADINGS))
        tables.append(table)
    made = Tables(style=style, seed=seed, school=who, mentees=tables[0], mentors=tables[1])
    for mentor, people in ((False, who.mentees), (True, who.mentors)):
        for each in people:
            _write_row(chance, made, made.table(mentor), 0, each, _keys(mentor))
    if many and chance.random() < 0.6:
        _write_twice(chance, made)
    if many and chance.random() < 0.5:
        _hide(chance, made)
    return made


def _write_twice(chance: Random, made: Tables) -> None:
    """Write one mentee a second time under another id."""
    sheet = made.mentees.sheets[0]
    where = chance.choice([row for (_, row), ident in made.mentees.rows.items() if ident[0] == "у"])
    again = [*sheet.rows[where]]
    again[0] = f"у{len(sheet.rows) + 40}"
    _surplus(made, again, "same person twice")


def _hide(chance: Random, made: Tables) -> None:
    """Add somebody who has left the school, in a row that a filter hides."""
    sheet = made.mentees.sheets[0]
    again = [*sheet.rows[2 + chance.randrange(5)]]
    again[0], again[1] = f"у{len(sheet.rows) + 40}", "Выбывший Аким"
    sheet.hidden.add(len(sheet.rows))
    _surplus(made, again, "hidden row")


def _surplus(made: Tables, row: list[Any], kind: str) -> None:
    rows = made.mentees.sheets[0].rows
    made.slips.append(
        Slip(
            kind=kind, ident=str(row[0]), key=None, mentor=False, sheet=0, row=len(rows), column=-1, written="",
            meant=None,
        )
    )  # fmt: skip
    rows.append(row)


def _of_google(style: str, seed: int) -> Tables:
    """Export the answers to two forms: questions as headings, times of answers, boxes ticked, nothing of our ids."""
    chance = Random(f"{style} {seed}")
    who = school(seed, teachers=0, namesakes=False, bracketed=True, patronymics=True)
    asked = chance.random() < 0.5
    tables = []
    for mentor, name in ((False, "Анкета наставляемого.csv"), (True, "Анкета наставника.csv")):
        skipped = {"category", "capacity", "trained", "qualities"} & set(
            ("category",) if mentor else ("capacity", "trained", "qualities")
        )
        keys = [k for k in _QUESTIONS if k not in skipped and (asked or k != "position")]
        titles = {
            key: (_OF_MENTOR_FORM if mentor else {}).get(key, _QUESTIONS[key]) for key in keys
        }
        extra = ("Отметка времени", "Адрес электронной почты", "Телефон")
        head = [*extra[:2], *titles.values(), extra[2]]
        columns = {key: number for number, key in enumerate(keys, 2)}
        table = Table(
            name=name,
            sheets=[Sheet(rows=[head])],
            heads=[0],
            keys=[columns],
            titles=titles,
            reworded={**{title: key for key, title in titles.items()}, **dict.fromkeys(extra)},
            defaults={} if asked else {"position": "ученик"},
        )
        tables.append(table)
    made = Tables(style=style, seed=seed, school=who, mentees=tables[0], mentors=tables[1])
    moment = datetime(2025, 9, 2, 14, 3, 11)  # noqa: DTZ001 - as the form writes it
    for mentor, people in ((False, who.mentees), (True, who.mentors)):
        table = made.table(mentor)
        asked_of: list[str | None] = [None, None, *table.keys[0], None]
        for number, each in enumerate(people):
            moment += timedelta(seconds=chance.randrange(20, 4000))
            if not mentor and chance.random() < 0.03:
                _answer_twice(chance, made, table, each, asked_of, moment)
            row = _write_row(chance, made, table, 0, each, asked_of)
            _tick(made, table, row)
            stamp = moment.strftime("%d.%m.%Y %H:%M:%S")
            row[0], row[1], row[-1] = (
                stamp,
                f"{'mn'[mentor]}{number}@example.org",
                "+7 900 000-00-00",
            )
    return made


def _answer_twice(
    chance: Random,
    made: Tables,
    table: Table,
    each: Meant,
    keys: Sequence[str | None],
    when: datetime,
) -> None:
    """Add an earlier answer of the same person, which counts no more."""
    before = len(made.slips)
    row = _write_row(chance, made, table, 0, each, keys)
    _tick(made, table, row)
    row[0], row[1], row[-1] = (
        (when - timedelta(minutes=9)).strftime("%d.%m.%Y %H:%M:%S"),
        "m@example.org",
        None,
    )
    del made.slips[before:]
    at = len(table.sheets[0].rows) - 1
    del table.rows[0, at]
    made.slips.append(
        Slip(
            kind="same person twice", ident=each.ident, key=None, mentor=False, sheet=0, row=at, column=-1, written="",
            meant=None,
        )
    )  # fmt: skip


def _tick(made: Tables, table: Table, row: list[Any]) -> None:
    """Write consents as the boxes of a form are called."""
    where = len(table.sheets[0].rows) - 1
    mentor = table is made.mentors
    for key in ("data_consent", "agreed", "guardian_agreed"):
        column = table.keys[0][key]
        if row[column] in {"да", "Да"}:
            row[column] = "Да, согласен(на)"
            made.slips.append(
                Slip(
                    kind="consent as a form has it", ident=table.rows[0, where], key=key, mentor=mentor, sheet=0,
                    row=where, column=column, written=row[column], meant="да",
                )
            )  # fmt: skip


def _of_class_lists(style: str, seed: int) -> Tables:
    """Write a sheet for each class, with titles above, sums below and the school in merged cells."""
    chance = Random(f"{style} {seed}")
    who = school(seed, teachers=0, namesakes=False)
    apart = chance.random() < 0.5
    made = Tables(
        style=style,
        seed=seed,
        school=who,
        mentees=_empty_lists("Списки классов.xlsx", apart),
        mentors=_empty_lists("Наставники по классам.xlsx", apart),
    )
    for mentor, people in ((False, who.mentees), (True, who.mentors)):
        table = made.table(mentor)
        classes: dict[str, list[Meant]] = {}
        for each in people:
            classes.setdefault(f"{plain('grade', each)}{each.letter}", []).append(each)
        for name in sorted(classes, key=lambda one: (len(one), one)):
            _class_sheet(chance, made, table, name, classes[name], mentor=mentor, apart=apart)
    return made


def _empty_lists(name: str, apart: bool) -> Table:
    reworded: dict[str, str | None] = {"№ п/п": None, "Дата рождения": "birth date"}
    if apart:
        reworded |= {"Фамилия": "surname", "Имя": "first name"}
    return Table(
        name=name,
        sheets=[],
        heads=[],
        titles=dict(HEADINGS),
        reworded=reworded,
        defaults={"position": "ученик"},
    )


def _class_sheet(
    chance: Random,
    made: Tables,
    table: Table,
    name: str,
    people: Sequence[Meant],
    *,
    mentor: bool,
    apart: bool,
) -> None:
    shown = [
        key
        for key in _keys(mentor)
        if key
        not in {
            "id",
            "name",
            "position",
            "age",
            "experience",
            "taught",
            "place",
            "online",
            "tasks",
            "cleared",
        }
    ]
    names = ["Фамилия", "Имя"] if apart else ["ФИО"]
    head = ["№ п/п", *names, "Дата рождения", *(HEADINGS[key] for key in shown)]
    titles: list[list[Any]] = [
        [made.school.name],
        [f"Список класса: {name}. Учебный год: 2025/2026"],
        [],
    ]
    number = len(table.sheets)
    lead = len(names) + 2
    sheet = Sheet(name=name, rows=[*titles, head])
    sheet.merged += [(row, 0, row, len(head) - 1) for row in (0, 1)]
    table.sheets.append(sheet)
    table.heads.append(len(titles))
    columns = {key: lead + at for at, key in enumerate(shown)}
    table.keys.append({**columns, **({} if apart else {"name": 1})})
    first = len(sheet.rows)
    for count, each in enumerate(people, 1):
        row = _write_row(chance, made, table, number, each, [*[None] * lead, *shown])
        row[:lead] = [count, *((each.surname, each.first) if apart else (each.name,)), each.born]
    organisation = columns["organisation"]
    if len(people) > 1 and chance.random() < 0.5:  # the school once, for all rows
        for row in sheet.rows[first:]:
            row[organisation] = None
        sheet.rows[first][organisation] = made.school.name
        sheet.merged.append((first, organisation, first + len(people) - 1, organisation))
        made.slips[:] = [
            s for s in made.slips if (s.mentor, s.sheet, s.key) != (mentor, number, "organisation")
        ]
        made.slips += [
            Slip(
                kind="school in merged cells", ident=each.ident, key="organisation", mentor=mentor, sheet=number,
                row=row, column=organisation, written=None, meant=made.school.name,
            )
            for row, each in enumerate(people[1:], first + 1)
        ]  # fmt: skip
    sheet.rows += [
        [],
        [f"Всего: {len(people)}"],
        ["Классный руководитель ____________ /Примерова П. П./"],
    ]


STYLES: Final[Mapping[str, Callable[[str, int], Tables]]] = {
    "first-try": _of_template,
    "template": _of_template,
    "google": _of_google,
    "class lists": _of_class_lists,
}
"""The styles in which a school writes its tables."""
