"""Everything the library raises on purpose.

Each error is also the builtin that a caller would already catch. What is wrong with people or
tables is a ``Fault``: a record of code, place and value, from which the sentence is made in either
language, so that programs read the record and people the sentence. Faults never travel alone:
``InvalidInputError`` carries all that were found.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Final, Self, TypeVar

from attrs import frozen

from nastavnik.basics.disclosure import (
    ending_told,
    file_told,
    id_told,
    is_harmless,
    is_like_an_id,
    path_told,
    shape_of,
    told,
    visible,
)
from nastavnik.basics.grouping import grouped_lines
from nastavnik.basics.messages import FAULTS, PLACES
from nastavnik.basics.messages.details import ADVICE, Whose, whose
from nastavnik.basics.texts import Language, Text

__all__ = [
    "CertificateError",
    "Fault",
    "InvalidInputError",
    "Kept",
    "NastavnikError",
    "NotInForceError",
    "NumbersError",
    "Place",
    "RuleError",
    "ScoreOverflowError",
    "UnknownNameError",
    "UnmetMinimumsError",
    "nearest",
]

_MOST_NAMES: Final = 12
"""Known names that a message lists when none is near."""

_BETWEEN_IDS: Final = re.compile(r"=|(?<!\s)\s+–\s+|\s+")

_OF_PEOPLE: Final = frozenset({"person", "mentee", "mentor"})
"""Kinds of names that are ids of people."""


T = TypeVar("T")

Advice = str | Callable[[], str | None] | None
"""What may have been meant, or what finds it: among many names that takes long, and few faults are shown."""


class NastavnikError(Exception):
    """Root of every error that the library raises on purpose."""


class NumbersError(NastavnikError, ValueError):
    """The numbers given to ``assign`` or a checker are not of the shape, kind or range they must be."""


class ScoreOverflowError(NumbersError, OverflowError):
    """A score is so large that sums or prices could leave 64 bits."""


class UnmetMinimumsError(NumbersError):
    """The columns' minimums cannot all be met; the message names columns that ask for too much together."""


class CertificateError(NastavnikError, ValueError):
    """A plan or its prices do not prove what they claim; the message names the first thing wrong."""


class RuleError(NastavnikError, TypeError):
    """A rule returned what no rule may return, or contradicts itself; the message names the rule."""


class NotInForceError(NastavnikError, ValueError):
    """A day on which a methodology did not hold yet; the message names its first day."""


class UnknownNameError(NastavnikError, LookupError):
    """A form, rule, person or option of this name does not exist; the message names the nearest."""

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        names = sorted(known)
        advice = nearest(str(name), names)
        if kind in _OF_PEOPLE:
            names = [one for one in names if is_like_an_id(one)]
            advice = advice if advice in names else None
            said = id_told(name, "en")
        else:
            said = told(name, "en", near=(advice,) if advice else ())
        some = ", ".join(map(visible, names[:_MOST_NAMES])) or "none"
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        hint = f"Maybe {advice!r}?" if advice else f"Known: {some}{more}."
        super().__init__(f"unknown {kind} {said}. {hint}")
        self.kind = kind
        self.name = name
        self.nearest = advice


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


class Fault(NastavnikError, ValueError):
    """One thing wrong with the input.

    Attributes:
        code: key of the message catalogue, stable: ``"out-of-range"``.
        subject: the person or role concerned, by role and id (``"mentee p17"``), or None.
        field: name of the field concerned, or None.
        place: where it stands in a file, or None for objects.
        details: what the sentence's placeholders stand for, ``value`` among them if there is one.

    >>> Fault("unknown-heading", value="Класс", advice=lambda: "Класс").advice
    'Класс'
    """

    def __init__(
        self,
        code: str,
        *,
        subject: tuple[str, str] | None = None,
        field: str | None = None,
        place: Place | None = None,
        advice: Advice = None,
        **details: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.subject = subject
        self.field = field
        self.place = place
        self.details = details
        self._advice = advice

    @property
    def advice(self) -> str | None:
        """What may have been meant, or None; it is looked for when it is first asked for."""
        if callable(self._advice):
            self._advice = self._advice()
        return self._advice

    @property
    def advising(self) -> Advice:
        """The advice to hand on to another fault, without looking for it."""
        return (lambda: self.advice) if callable(self._advice) else self._advice

    def __str__(self) -> str:
        return self.text("en")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text('en')!r})"

    def text(self, language: Language, *, values: bool = False) -> str:
        """Return place, problem and remedy as one or two lines in ``language``.

        Args:
            language: of the words.
            values: whoever reads this may see every value; without it only what is known to be harmless is shown.
        """
        if self.place is not None:
            where = self.place.text(language, near=self._near(), values=values)
        elif self.subject is not None:
            where = f"{PLACES[self.subject[0]][language]} {self.subject_shown}"
            if self.field is not None:
                where += f", {self.field_shown(language, values=values)}"
        else:
            where = self.field_shown(language, values=values)
        sentence = self.sentence(language, values=values)
        return f"{where}: {sentence}" if where else sentence

    def sentence(self, language: Language, *, values: bool = False) -> str:
        """Return problem and remedy without the place, as one or two lines in ``language``.

        >>> fault = Fault("not-yes-no", field="agreed", value="Выдуманная Ася")
        >>> fault.sentence("en")
        '(a text of 2 words) is neither yes nor no'
        >>> fault.sentence("en", values=True)
        '"Выдуманная Ася" is neither yes nor no'
        """
        sentence = self.problem(language, values=values)
        advice = self.advice_shown(language, values=values)
        if advice:
            sentence += "\n    " + PLACES["maybe"][language].format(advice)
        return sentence

    def problem(self, language: Language, *, values: bool = False) -> str:
        """Return the sentence without what may have been meant."""
        shown = {name: self._told(name, language, values=values) for name in self.details}
        return FAULTS[self.code][language].format(**shown)

    def advice_shown(self, language: Language, *, values: bool = False) -> str | None:
        """Return the advice as a message gives it; None where there is none, or where it could name somebody."""
        if self.advice is None:
            return None
        of = ADVICE.get(self.code, Whose.OURS)
        fine = (
            values
            or of is Whose.OURS
            or (of is Whose.ID and _are_like_ids(self.advice))
            or (of is Whose.FILE and file_told(self.advice, language) == self.advice)
            or (of is Whose.VALUE and is_harmless(self.advice))
        )
        return visible(self.advice) if fine else None

    def field_shown(self, language: Language, *, values: bool = False) -> str:
        """Return the field as a message tells it; empty where there is none."""
        field = self.field or ""
        is_code = field.isidentifier() and field.isascii()
        return field if is_code else path_told(field, language, values=values)

    def _told(self, name: str, language: Language, *, values: bool) -> str:
        """Return a detail as the sentence shows it."""
        value = self.details[name]
        of = whose(self.code, name)
        if isinstance(value, (list, tuple, set, frozenset)):
            return self._listed(value, of, language, values=values)
        return self._one_told(value, of, language, values=values)

    def _one_told(self, value: object, of: Whose, language: Language, *, values: bool) -> str:
        if of is Whose.OURS and isinstance(value, str):
            return told(value, language, values=True)
        if of is Whose.OURS:
            return told(value, language, values=isinstance(value, int))
        if of is Whose.ID and isinstance(value, str):
            fine = values or _are_like_ids(value) or is_harmless(value)
            return told(value, language, values=True) if fine else shape_of(value, language)
        if of is Whose.FILE and isinstance(value, str):
            return ending_told(value, language, values=values)
        return told(value, language, near=self._near(), day=of is Whose.DAY, values=values)

    def _listed(
        self, some: Iterable[object], of: Whose, language: Language, *, values: bool
    ) -> str:
        """Return a list: of ours without quotes and in order, of somebody's as they come, each like one value."""
        if of is Whose.OURS:
            names = sorted(visible(str(one)) for one in some)
        else:
            ordered = sorted(some, key=str) if isinstance(some, (set, frozenset)) else some
            names = [self._one_told(one, of, language, values=values) for one in ordered]
            names = [_unquoted(name) if of is Whose.ID else name for name in names]
        more = f" … (+{len(names) - _MOST_NAMES})" if len(names) > _MOST_NAMES else ""
        return ", ".join(names[:_MOST_NAMES]) + more

    def _near(self) -> tuple[str, ...]:
        """Return what of ours the values of this fault may be meant for."""
        known = self.details.get("known", self.details.get("expected", ()))
        ours = whose(self.code, "known") is Whose.OURS
        names = (
            [str(one) for one in known] if ours and isinstance(known, (list, tuple, set)) else []
        )
        if self.advice is not None and ADVICE.get(self.code, Whose.OURS) is Whose.OURS:
            names.append(self.advice)
        return tuple(names)

    def detail_shown(self, name: str, language: Language, *, values: bool = False) -> Any:
        """Return a detail for programs: as it is, or None where the sentence tells only its shape.

        >>> fault = Fault("out-of-range", value="Ася", low=1, high=5)
        >>> fault.detail_shown("value", "ru"), fault.detail_shown("high", "ru")
        (None, 5)
        """
        value = self.details[name]
        of = whose(self.code, name)
        if isinstance(value, (list, tuple, set, frozenset)):
            items = [self._plain(item, of, language, values=values) for item in value]
            return sorted(items, key=str) if isinstance(value, (set, frozenset)) else items
        return self._plain(value, of, language, values=values)

    def _plain(self, value: object, of: Whose, language: Language, *, values: bool) -> Any:
        if isinstance(value, Text):
            return visible(value[language], cut=False)
        shown = self._one_told(value, of, language, values=values)
        if shown.startswith("("):  # no value in quotes, nor a number, begins so
            return None
        return value if value is None or isinstance(value, (bool, int)) else _unquoted(shown)

    def ident_shown(self, *, values: bool = False) -> str | None:
        """Return the id of the person concerned for programs; beside a place only if it is like an id."""
        if self.subject is None:
            return None
        fine = values or self.place is None or _are_like_ids(self.subject[1])
        return self.subject_shown if fine else None

    @property
    def subject_shown(self) -> str:
        """Id of the person or role concerned, as a message shows it; empty where there is none."""
        return "" if self.subject is None else visible(self.subject[1])

    def moved(
        self,
        *,
        subject: tuple[str, str] | None = None,
        field: str | None = None,
        place: Place | None = None,
    ) -> "Fault":
        """Return the same fault with a more precise subject, field or place."""
        return Fault(
            self.code,
            subject=subject or self.subject,
            field=field or self.field,
            place=place or self.place,
            advice=self.advising,
            **self.details,
        )

    def __reduce__(self) -> tuple[object, ...]:
        state = (self.code, self.subject, self.field, self.place, self.advice, self.details)
        return _restored, state


def _restored(
    code: str,
    subject: tuple[str, str] | None,
    field: str | None,
    place: Place | None,
    advice: str | None,
    details: dict[str, object],
) -> Fault:
    return Fault(code, subject=subject, field=field, place=place, advice=advice, **details)


class Kept(list[T]):
    """A list of what is wrong that keeps the first items and counts the others.

    Args:
        most: items that are kept.

    >>> kept = Kept[str](2)
    >>> kept += ["a", "b", "c"]
    >>> kept, kept.further
    (['a', 'b'], 1)
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.further = 0

    def append(self, item: T) -> None:
        """Keep an item, or count it."""
        if len(self) < self._most:
            super().append(item)
        else:
            self.further += 1

    def extend(self, items: Iterable[T]) -> None:
        """Keep some items, and count the others; what another such list has counted is counted here."""
        for item in items:
            self.append(item)
        self.further += items.further if isinstance(items, Kept) else 0

    def __iadd__(self, items: Iterable[T]) -> Self:  # type: ignore[override, misc]
        self.extend(items)
        return self

    def told(self, faults: Iterable[Fault]) -> list[Fault]:
        """Return the faults that are made of the items, and one that says how many more were counted."""
        more = [Fault("further-faults", high=self.further)] if self.further else []
        return [*faults, *more]


class InvalidInputError(NastavnikError, ExceptionGroup[Fault], ValueError):
    """The input is wrong; carries every fault that was found, each a ``Fault``.

    >>> error = InvalidInputError([Fault("empty-id"), Fault("not-yes-no", value="perhaps")])
    >>> print(error)
    Faults in the input: 2
      the id is empty; give every person a short unique id
      "perhaps" is neither yes nor no
    """

    def __new__(cls, faults: Sequence[Fault]) -> Self:
        """Make the group; an empty one is a mistake of the caller."""
        whole = faults.told(faults) if isinstance(faults, Kept) else list(faults)
        return super().__new__(cls, "invalid input", whole)

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("invalid input", list(faults))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, in the order of the input."""
        return tuple(e for e in self.exceptions if isinstance(e, Fault))

    @property
    def count(self) -> int:
        """How many faults were found, those among them that are counted and not kept."""
        return sum(
            int(str(fault.details["high"])) if fault.code == "further-faults" else 1
            for fault in self.faults
        )

    def derive(self, excs: Sequence[Exception]) -> "InvalidInputError":  # type: ignore[override]
        """Make a group of the same kind, as ``except*`` and ``split`` ask for."""
        return InvalidInputError([e for e in excs if isinstance(e, Fault)])

    def text(self, language: Language, *, values: bool = False) -> str:
        """Return all faults as lines in ``language``, headed by their number; what is the same of many is said once.

        Args:
            language: of the lines.
            values: whoever reads this may see every value.
        """
        lines = [PLACES["faults"][language].format(self.count)]
        lines += [
            "  " + line.replace("\n", "\n  ")
            for line in grouped_lines(self.faults, language, values=values)
        ]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text("en")

    def __reduce__(self) -> tuple[object, ...]:
        return InvalidInputError, (list(self.faults),)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or None when nothing is alike.

    >>> nearest("grde", ["grade", "age"])
    'grade'
    """
    folded = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def _name_told(name: str, language: Language, near: tuple[str, ...], *, values: bool) -> str:
    """Return the name of a sheet or column, which the place puts into quotes itself."""
    fine = values or is_harmless(name, near=near)
    return visible(name) if fine else shape_of(name, language)


def _unquoted(shown: str) -> str:
    return shown[1:-1] if shown[:1] in {"«", '"'} else shown


def _are_like_ids(value: str) -> bool:
    """Return whether one id, or a pair of them, has the shape of ids."""
    parts = [part for part in _BETWEEN_IDS.split(value) if part]
    alone = len(parts) == 1
    return len(parts) <= len("ab") and all(
        is_like_an_id(part) and (alone or any(map(str.isdigit, part))) for part in parts
    )
