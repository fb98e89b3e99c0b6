"""Everything the library raises on purpose.

Each error is also the builtin that a caller would already catch. What is wrong with people or
tables is a ``Fault``: a record of code, place and value, from which the sentence is made in either
language, so that programs read the record and people the sentence. Faults never travel alone:
``InvalidInputError`` carries all that were found.
"""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Final, Self

from nastavnik.basics.details import MOST_NAMES, are_like_ids, detail_told, plain_detail
from nastavnik.basics.disclosure import file_told, id_told, path_told, told, visible
from nastavnik.basics.grouping import grouped_lines
from nastavnik.basics.harmless import is_harmless, is_like_an_id
from nastavnik.basics.kept import Kept
from nastavnik.basics.messages import FAULTS, PLACES
from nastavnik.basics.messages.details import ADVICE, Whose, whose
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Language

__all__ = [
    "CertificateError",
    "Fault",
    "InvalidInputError",
    "NastavnikError",
    "NotInForceError",
    "NumbersError",
    "RuleError",
    "ScoreOverflowError",
    "UnknownNameError",
    "UnmetMinimumsError",
    "nearest",
]

_OF_PEOPLE: Final = frozenset({"person", "mentee", "mentor"})
"""Kinds of names that are ids of people."""


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
        some = ", ".join(map(visible, names[:MOST_NAMES])) or "none"
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        hint = f"Maybe {advice!r}?" if advice else f"Known: {some}{more}."
        super().__init__(f"unknown {kind} {said}. {hint}")
        self.kind = kind
        self.name = name
        self.nearest = advice


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
        shown = {
            name: detail_told(value, whose(self.code, name), language, self._near, values=values)
            for name, value in self.details.items()
        }
        return FAULTS[self.code][language].format(**shown)

    def advice_shown(self, language: Language, *, values: bool = False) -> str | None:
        """Return the advice as a message gives it; None where there is none, or where it could name somebody."""
        if self.advice is None:
            return None
        of = ADVICE.get(self.code, Whose.OURS)
        fine = (
            values
            or of is Whose.OURS
            or (of is Whose.ID and are_like_ids(self.advice))
            or (of is Whose.FILE and file_told(self.advice, language) == self.advice)
            or (of is Whose.VALUE and is_harmless(self.advice))
        )
        return visible(self.advice) if fine else None

    def field_shown(self, language: Language, *, values: bool = False) -> str:
        """Return the field as a message tells it; empty where there is none."""
        field = self.field or ""
        is_code = field.isidentifier() and field.isascii()
        return field if is_code else path_told(field, language, values=values)

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
        of = whose(self.code, name)
        return plain_detail(self.details[name], of, language, self._near, values=values)

    def ident_shown(self, *, values: bool = False) -> str | None:
        """Return the id of the person concerned for programs; beside a place only if it is like an id."""
        if self.subject is None:
            return None
        fine = values or self.place is None or are_like_ids(self.subject[1])
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
        further = faults.further if isinstance(faults, Kept) else 0
        more = [Fault("further-faults", high=further)] if further else []
        return super().__new__(cls, "invalid input", [*faults, *more])

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
