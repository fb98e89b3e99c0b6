"""Everything the library raises on purpose.

Each error is also the builtin that a caller would already catch. What is wrong with people or
tables is a ``Fault``: a record of code, place and value, from which the sentence is made in either
language, so that programs read the record and people the sentence. Faults never travel alone:
``InvalidInputError`` carries all that were found.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Final, Self, TypeVar

from attrs import frozen

from nastavnik.basics.grouping import grouped_lines
from nastavnik.basics.messages import FAULTS, PLACES
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
    "quoted",
    "shown",
]

_LONGEST_SHOWN: Final = 60
"""Characters of a wrong value that a message shows; the rest is cut."""


_NAME: Final = re.compile(r"[^\W\d_]\.|(?:[^\W\d_][^\W\d_]+-?)+")
"""A word of a name, or an initial; a capital letter is asked for apart."""

_MOST_NAMES: Final = 12
"""Known names that a message lists when none is near."""


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
        some = ", ".join(names[:_MOST_NAMES]) or "none"
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        hint = f"Maybe {advice!r}?" if advice else f"Known: {some}{more}."
        super().__init__(f"unknown {kind} {name!r}. {hint}")
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
        path: path within a JSON file, such as ``$.mentees[3].person.grade``.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    path: str | None = None

    def text(self, language: Language, *, rows: str | None = None, paths: str | None = None) -> str:
        """Place as a person would say it: ``mentees.xlsx, row 17, column «Class»``.

        Args:
            language: of the words.
            rows: several rows to say in place of the one: ``"17, 18 and 3 more"``.
            paths: likewise several paths.
        """
        parts = [self.file]
        if self.sheet is not None:
            parts.append(PLACES["sheet"][language].format(_visible(self.sheet)))
        if rows is not None:
            parts.append(PLACES["rows"][language].format(rows))
        elif self.row is not None:
            parts.append(PLACES["row"][language].format(self.row))
        if self.column is not None:
            parts.append(PLACES["column"][language].format(_visible(self.column)))
        if self.path is not None:
            parts.append(paths or self.path)
        return ", ".join(parts)


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

    def text(self, language: Language) -> str:
        """Return place, problem and remedy as one or two lines in ``language``."""
        if self.place is not None:
            where = self.place.text(language)
        elif self.subject is not None:
            where = f"{PLACES[self.subject[0]][language]} {self.subject_shown}"
            if self.field is not None:
                where += f", {self.field}"
        else:
            where = self.field or ""
        sentence = self.sentence(language)
        return f"{where}: {sentence}" if where else sentence

    def sentence(self, language: Language) -> str:
        """Return problem and remedy without the place, as one or two lines in ``language``.

        >>> Fault("not-yes-no", field="agreed", value="perhaps").sentence("en")
        '"perhaps" is neither yes nor no'
        """
        sentence = self.problem(language)
        if self.advice:
            sentence += "\n    " + PLACES["maybe"][language].format(self.advice)
        return sentence

    def problem(self, language: Language) -> str:
        """Return the sentence without what may have been meant."""
        values = {name: shown(value, language) for name, value in self.details.items()}
        return FAULTS[self.code][language].format(**values)

    @property
    def subject_shown(self) -> str:
        """Id of the person or role concerned, as a message shows it; empty where there is none."""
        return "" if self.subject is None else _visible(self.subject[1])

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
        more = [Fault("further-faults", value=self.further)] if self.further else []
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
            int(str(fault.details["value"])) if fault.code == "further-faults" else 1
            for fault in self.faults
        )

    def derive(self, excs: Sequence[Exception]) -> "InvalidInputError":  # type: ignore[override]
        """Make a group of the same kind, as ``except*`` and ``split`` ask for."""
        return InvalidInputError([e for e in excs if isinstance(e, Fault)])

    def text(self, language: Language) -> str:
        """Return all faults as lines in ``language``, headed by their number; what is the same of many is said once."""
        lines = [PLACES["faults"][language].format(self.count)]
        lines += [
            "  " + line.replace("\n", "\n  ") for line in grouped_lines(self.faults, language)
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


def shown(value: object, language: Language, *, plain: bool = False) -> str:
    """Render a wrong value for a message: quoted if it is text, cut if long, left out if it looks like a name.

    Args:
        value: the value.
        language: of the words that stand for what is left out.
        plain: the value is known to be nobody's name, and is not quoted.

    >>> shown("7Б", "ru"), shown("Ада Лавлейс", "ru")
    ('«7Б»', '(похоже на имя, не показано)')
    """
    if isinstance(value, Text):
        return value[language]
    if plain:
        return _visible(str(value))
    if isinstance(value, str):
        return (
            PLACES["not-shown"][language]
            if _is_like_a_name(value)
            else quoted(_visible(value), language)
        )
    if isinstance(value, (list, tuple, set, frozenset)):
        names = sorted(_visible(str(item)) for item in value)
        more = f" … (+{len(names) - _MOST_NAMES})" if len(names) > _MOST_NAMES else ""
        return ", ".join(names[:_MOST_NAMES]) + more
    return _visible(str(value))


def quoted(text: str, language: Language) -> str:
    """Put a text into the quotation marks of a language.

    >>> quoted("7Б", "ru"), quoted("7B", "en")
    ('«7Б»', '"7B"')
    """
    return f"«{text}»" if language == "ru" else f'"{text}"'


def _visible(text: str) -> str:
    """Cut a long text, and write out what would not be seen or would move the cursor."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut)


def _is_like_a_name(value: str) -> bool:
    """Whether a wrong value is most likely somebody's name, put into the wrong column."""
    words = value.replace(".", ". ").split()
    return len(words) > 1 and all(word[0].isupper() and _NAME.fullmatch(word) for word in words)
