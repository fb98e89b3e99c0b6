"""How a deputy headteacher writes down what is meant: plainly, or with one of the slips of real tables.

A slip has a kind, the columns in which it happens, and a way to write. ``RATES`` says how often each happens in each
style of table; those of ``first-try`` are counted in a real-looking pair of tables, the others hold rarer ones too.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final

from helpers.school.people import Meant
from nastavnik import TARGET_MODEL, Mentee, Mentor, Pupil, Teacher

__all__ = ["RATES", "WAYS", "plain", "written"]

_DAYS: Final = {
    "пн": "Понедельник", "вт": "Вторник", "ср": "Среда", "чт": "Четверг", "пт": "Пятница", "сб": "Суббота",
}  # fmt: skip
_SHORT: Final = {"русский язык": "русский", "английский язык": "англ. яз.", "математика": "матем."}
_CATEGORIES: Final = {
    "passive": "пассивный ученик",
    "active": "активный ученик",
    "novice": "молодой специалист",
}
_LATIN: Final = str.maketrans("АВСЕНКМОРТХасеорху", "ABCEHKMOPTXaceopxy")


Way = Callable[[Random, Any, Meant], Any]
"""Makes of what is meant, as it is written plainly, what is written; the same where the slip cannot happen."""


def plain(key: str, each: Meant) -> Any:  # noqa: PLR0911 - a table of columns
    """Return what stands in a cell when nothing is amiss; None for an empty one."""
    role, person = each.role, each.role.person
    if key in {"id", "name", "organisation"}:
        return getattr(person, key)
    if key == "position":
        return person.position.title["ru"]
    if key == "category":
        return _title("category", role.category) if isinstance(role, Mentee) else None
    if key == "qualities":
        return _listed(_title("quality", name) for name in person.qualities)
    if key == "marks":
        marks = person.marks if isinstance(person, Pupil) else None
        return _listed(f"{subject} {mark}" for subject, mark in (marks or {}).items())
    if key == "taught":
        return _listed(person.subjects) if isinstance(person, Teacher) else None
    if key == "priority":
        return role.priority if isinstance(role, Mentee) and role.priority != 5 else None
    value = getattr(role, key, getattr(person, key, None))
    if key in {"online", "minimum"} and not value:
        return None
    if isinstance(value, bool) or key in {"agreed", "guardian_agreed", "data_consent", "trained"}:
        return None if value is None else ("да" if value else "нет")
    return _listed(value) if isinstance(value, frozenset) else value


def _listed(items: Any) -> str | None:
    return ", ".join(sorted(items)) or None if items is not None else None


def _title(kind: str, name: str | None) -> str:
    if kind == "category":
        return _CATEGORIES[name or ""]
    return next(value.title["ru"] for value in TARGET_MODEL.qualities if value.id == name)


def _class_with_letter(chance: Random, cell: Any, each: Meant) -> Any:
    forms = ("{}{}", "{}{}", "{}-{}", "{} «{}»", '{} "{}"', "{} {}", '{} "{}" класс', "{}{} класс")
    letter = chance.choice((each.letter, each.letter, each.letter.lower()))
    return chance.choice(forms).format(cell, letter)


def _class_in_words(chance: Random, cell: Any, each: Meant) -> Any:
    return f"{cell} {chance.choice(('класс', 'кл.', 'кл'))}"


def _class_in_latin(chance: Random, cell: Any, each: Meant) -> Any:
    return f"{cell}{each.letter.translate(_LATIN)}"


def _each_time(cell: str, change: Callable[[str, str], str]) -> str:
    return ", ".join(change(*time.split()) for time in cell.split(", "))


def _dots(chance: Random, cell: Any, each: Meant) -> Any:
    return cell.replace(":", ".")


def _days_alone(chance: Random, cell: Any, each: Meant) -> Any:
    return _each_time(cell, lambda day, hour: day)


def _days_in_words(chance: Random, cell: Any, each: Meant) -> Any:
    return _each_time(cell, lambda day, hour: f"{_DAYS[day]} {hour}")


def _ranges(chance: Random, cell: Any, each: Meant) -> Any:
    between = chance.choice(("–", "-", " - "))
    return _each_time(cell, lambda day, hour: f"{day} {hour}{between}{int(hour[:2]) + 1}{hour[2:]}")


def _times_with_and(chance: Random, cell: Any, each: Meant) -> Any:
    return cell.replace(", ", " и ")


def _yes_in_other_words(chance: Random, cell: Any, each: Meant) -> Any:
    if cell != "да":
        return chance.choice(("-", "Нет", "не согласен"))
    ending = "согласна" if each.woman else "согласен"
    return chance.choice(("+", "+", "есть", "✓", "Да, согласен(на)", ending, "ДА", "да.", "х"))


def _school_otherwise(chance: Random, cell: Any, each: Meant) -> Any:
    bare = cell.replace("«", "").replace("»", "").removeprefix("МБОУ ").removeprefix("МАОУ ")
    number = bare.rpartition(" ")[2]
    return chance.choice((bare, bare.replace("№ ", "№"), f"{bare.partition(' ')[0]} {number}"))


def _school_in_another_case(chance: Random, cell: Any, each: Meant) -> Any:
    return chance.choice(
        (
            cell.lower(),
            cell.upper(),
            cell.replace("№ ", "№"),
            cell.replace("«", '"').replace("»", '"'),
        )
    )


def _unseen(chance: Random, cell: Any, each: Meant) -> Any:
    at = chance.randrange(1, len(cell))
    return cell[:at] + chance.choice("\u200b\u00ad\ufeff\u200e") + cell[at:]


def _odd_spaces(chance: Random, cell: Any, each: Meant) -> Any:
    return chance.choice(
        (f" {cell}", f"{cell} ", cell.replace(" ", "\xa0"), cell.replace(" ", "  "))
    )


def _latin_letters(chance: Random, cell: Any, each: Meant) -> Any:
    there = [n for n, sign in enumerate(cell) if sign != sign.translate(_LATIN)]
    if not there:
        return cell
    at = chance.choice(there)
    return cell[:at] + cell[at].translate(_LATIN) + cell[at + 1 :]


def _position_in_other_words(chance: Random, cell: Any, each: Meant) -> Any:
    if cell == "педагог":
        return chance.choice(("учитель", "учитель", "Учитель", "преподаватель"))
    return chance.choice(
        ("Ученик", "ученица" if each.woman else "учащийся", "обучающийся", "школьник")
    )


def _marks_with(between: str, after: str = "") -> Way:
    def way(chance: Random, cell: Any, each: Meant) -> Any:
        marks = (item.rpartition(" ") for item in _items(cell))
        return ", ".join(f"{subject}{between}{mark}{after}" for subject, _, mark in marks)

    return way


def _several_marks(chance: Random, cell: Any, each: Meant) -> Any:
    first, *others = _items(cell)
    return ", ".join((f"{first} {chance.choice('2345')}", *others))


def _marks_together(chance: Random, cell: Any, each: Meant) -> Any:
    items = [item.rpartition(" ") for item in _items(cell)]
    return (
        " ".join(f"{subject.capitalize()}-{mark}" for subject, _, mark in items)
        if items[1:]
        else cell
    )


def _mean_marks(chance: Random, cell: Any, each: Meant) -> Any:
    subject, _, mark = _items(cell)[0].rpartition(" ")
    return ", ".join(
        (f"{subject} {int(mark) - 1},{chance.choice(('67', '5', '80'))}", *_items(cell)[1:])
    )


def _items(cell: str) -> list[str]:
    """Return the items of a list, not cut within brackets."""
    items, depth = [""], 0
    for sign in cell:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            items.append("")
        else:
            items[-1] += sign
    return [item.strip() for item in items]


def _joined_by(*between: str) -> Way:
    def way(chance: Random, cell: Any, each: Meant) -> Any:
        return chance.choice(between).join(_items(cell))

    return way


def _capitals(chance: Random, cell: Any, each: Meant) -> Any:
    return ", ".join(item.capitalize() for item in _items(cell))


def _shortened(chance: Random, cell: Any, each: Meant) -> Any:
    return ", ".join(_SHORT.get(item, item) for item in _items(cell))


def _left_empty(chance: Random, cell: Any, each: Meant) -> Any:
    return None


def _placeholder(chance: Random, cell: Any, each: Meant) -> Any:
    return chance.choice(("не знаю", "н/д", "нет данных", "?", "–", "уточнить"))


def _unknown_quality(chance: Random, cell: Any, each: Meant) -> Any:
    return chance.choice(("отличник", "отличница", "спортсмен", "ответственный"))


def _near_quality(chance: Random, cell: Any, each: Meant) -> Any:
    near = {
        "волонтёр": "волонтер",
        "лидер класса": "Лидер  класса",
        "организатор": "организаторские качества",
    }
    return ", ".join(
        near.get(item, "олимпиадник" if "олимп" in item else item) for item in _items(cell)
    )


def _near_category(chance: Random, cell: Any, each: Meant) -> Any:
    return chance.choice(
        (cell.capitalize(), cell.partition(" ")[0], cell.replace("ученик", "ученица"))
    )


def _age_in_words(chance: Random, cell: Any, each: Meant) -> Any:
    return f"{cell} лет"


WAYS: Final[Mapping[str, tuple[tuple[str, ...], Way]]] = {
    "class with letter": (("grade",), _class_with_letter),
    "class in words": (("grade",), _class_in_words),
    "class in Latin": (("grade",), _class_in_latin),
    "times with dots": (("slots",), _dots),
    "days alone": (("slots",), _days_alone),
    "days in words": (("slots",), _days_in_words),
    "times from to": (("slots",), _ranges),
    "times with «и»": (("slots",), _times_with_and),
    "yes in other words": (
        ("data_consent", "agreed", "guardian_agreed", "trained", "cleared"),
        _yes_in_other_words,
    ),
    "school otherwise": (("organisation",), _school_otherwise),
    "school in another case": (("organisation",), _school_in_another_case),
    "unseen characters": (("organisation", "subjects", "slots", "interests"), _unseen),
    "odd spaces": (("organisation", "subjects", "name", "category", "id"), _odd_spaces),
    "Latin letters": (("organisation", "subjects"), _latin_letters),
    "position in other words": (("position",), _position_in_other_words),
    "marks with a dash": (("marks",), _marks_with(" - ")),
    "marks with a colon": (("marks",), _marks_with(": ")),
    "marks in brackets": (("marks",), _marks_with(" (", ")")),
    "several marks": (("marks",), _several_marks),
    "marks together": (("marks",), _marks_together),
    "mean marks": (("marks",), _mean_marks),
    "subjects with «и»": (("subjects", "taught"), _joined_by(" и ")),
    "other separators": (("subjects", "interests"), _joined_by("; ", ",", ", ", "\n")),
    "subjects in capitals": (("subjects", "taught", "interests"), _capitals),
    "subjects shortened": (("subjects",), _shortened),
    "category left empty": (("category",), _left_empty),
    "training left empty": (("trained",), _left_empty),
    "qualities left empty": (("qualities",), _left_empty),
    "age left empty": (("age",), _left_empty),
    "times left empty": (("slots",), _left_empty),
    "class left empty": (("grade",), _left_empty),
    "places left empty": (("capacity",), lambda chance, cell, each: None if cell == 1 else cell),
    "placeholder": (("age", "slots", "category", "qualities"), _placeholder),
    "unknown quality": (("qualities",), _unknown_quality),
    "quality in other words": (("qualities",), _near_quality),
    "category in other words": (("category",), _near_category),
    "age in words": (("age",), _age_in_words),
}
"""Every kind of slip in a cell: the columns in which it happens, and how it is written."""

_FIRST_TRY: Final = {
    "class with letter": 0.85,
    "times with dots": 0.16,
    "days alone": 0.2,
    "days in words": 0.07,
    "yes in other words": 0.05,
    "school otherwise": 0.03,
    "position in other words": 0.5,
    "marks with a dash": 0.25,
    "subjects with «и»": 0.13,
    "other separators": 0.3,
    "category left empty": 0.09,
    "training left empty": 0.16,
    "qualities left empty": 0.25,
    "unknown quality": 0.08,
    "age left empty": 0.08,
    "places left empty": 0.5,
}
_RARE: Final = {kind: 0.03 for kind in WAYS if kind not in _FIRST_TRY}
_OFTEN: Final = {**_FIRST_TRY, "school otherwise": 0.12, "yes in other words": 0.15, **_RARE}

RATES: Final[Mapping[str, Mapping[str, float]]] = {
    "first-try": _FIRST_TRY,
    "template": _OFTEN,
    "google": {
        **_OFTEN,
        "yes in other words": 0.0,  # a form has boxes to tick
        "days alone": 0.0,
        "times with dots": 0.0,
        "position in other words": 0.3,
        "school otherwise": 0.3,
        "training left empty": 0.0,
        "category left empty": 0.0,
    },
    "class lists": _OFTEN,
}
"""How often each slip happens where it can, by style of table."""

_OF_TEACHERS_ONLY: Final = {"first-try": {"position in other words"}}


def written(chance: Random, key: str, each: Meant, style: str) -> tuple[Any, str | None]:
    """Return what stands in a cell, and the kind of slip, or None."""
    cell = plain(key, each)
    if cell is None:
        return None, None
    rates = RATES[style]
    for kind, (keys, way) in WAYS.items():
        if key not in keys or chance.random() >= rates.get(kind, 0.0):
            continue
        if isinstance(each.role.person, Teacher) and kind.startswith(("class", "unknown")):
            continue
        if isinstance(each.role.person, Pupil) and kind in _OF_TEACHERS_ONLY.get(style, ()):
            continue
        if kind == "qualities left empty" and not isinstance(each.role, Mentor):
            continue
        made = way(chance, cell, each)
        if made != cell:
            return made, kind
    return (cell.capitalize() if cell in {"да", "нет"} and chance.random() < 0.7 else cell), None
