"""What a rule is: a small frozen value with id, sentence, source, parameters and one method."""

import enum
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from attrs import Attribute, field, fields, frozen

from nastavnik.basics.errors import RuleError
from nastavnik.basics.sources import Source, local
from nastavnik.basics.texts import Language, Text
from nastavnik.basics.validators import is_whole
from nastavnik.people.records import Mentee, Mentor
from nastavnik.rules.sayings import Failure, Gain, texts_of

__all__ = [
    "HEAVIEST_WEIGHT",
    "MOST_POINTS",
    "NO_PARAMETERS",
    "ParticipantRequirement",
    "Preference",
    "Requirement",
    "Rule",
    "Side",
    "Unknown",
    "ids_only",
    "some_ids",
    "whole",
]

MOST_POINTS: Final = 100
"""Points that a preference gives at most, before its weight."""

HEAVIEST_WEIGHT: Final = 1_000_000
"""Largest weight of a preference; keeps every sum of scores far inside 64 bits."""


NO_PARAMETERS: Final = frozenset({"id", "sentence", "source", "unknown", "failure", "gain"})
"""Fields of rules that are no parameters: what every rule has, and what is only said of it."""

_NOT_SO: Final = Text(en="Not met: «{asked[en]}»", ru="Не выполнено условие «{asked[ru]}»")

_UNDECIDED: Final = Text(
    en="Too little is stated to check «{asked[en]}»",
    ru="Не хватает сведений, чтобы проверить условие «{asked[ru]}»",
)


@enum.unique
class Unknown(enum.Enum):
    """What a requirement says of a pair when a fact that decides it is unknown."""

    REFUSES = "refuses"
    PASSES = "passes"

    @property
    def verdict(self) -> bool:
        """Whether the pair is let through."""
        return self is Unknown.PASSES


@enum.unique
class Side(enum.Enum):
    """Which of the two a one-person requirement looks at."""

    MENTOR = "mentor"
    MENTEE = "mentee"

    @property
    def title(self) -> Text:
        """Name of the side for people."""
        if self is Side.MENTOR:
            return Text(en="mentor", ru="наставник")
        return Text(en="mentee", ru="наставляемый")

    @property
    def genitive(self) -> Text:
        """Name of the side after «у»; in English as it is."""
        if self is Side.MENTOR:
            return Text(en="mentor", ru="наставника")
        return Text(en="mentee", ru="наставляемого")


@frozen(kw_only=True)
class Rule:
    """What requirements and preferences share.

    Args:
        id: stable name in kebab-case; what plans and reasons refer to.
        sentence: what the rule asks, as one sentence; may name parameters in braces.
        source: what it rests on; a rule of one's own needs none.

    Raises:
        RuleError: naming everything that is wrong with the rule itself.
    """

    id: str
    sentence: Text
    source: Source = field(factory=local, repr=False)

    def __attrs_post_init__(self) -> None:
        """Check the whole rule; a field that a subclass declares anew has no validator."""
        faults = list(self._faults())
        if faults:
            raise RuleError(f"rule {self.id!r}: {'; '.join(faults)}")

    def _faults(self) -> Iterator[str]:
        """Yield what is wrong; subclasses add to it."""
        if not _is_id(self.id):
            yield "its id is not in kebab-case, such as 'shared-interest'"
        if not isinstance(self.source, Source):
            yield "its source is not a Source"
        if not isinstance(self.sentence, Text):
            yield "its sentence is not a Text in both languages"
            return
        try:
            _ = self.text
        except (LookupError, ValueError, AttributeError, TypeError) as error:
            yield f"its sentence cannot be filled in ({type(error).__name__}: {error})"

    def _faults_of(self, name: str, kind: "type[Failure | Gain]") -> Iterator[str]:
        """Yield what is wrong with what is said besides the sentence, which may be left out."""
        said = getattr(self, name)
        if said is not None and not isinstance(said, kind):
            yield f"its {name} is not a {kind.__name__}"
            return
        for part, text in () if said is None else texts_of(said):
            try:
                self._filled(text)
            except (LookupError, ValueError, AttributeError, TypeError) as error:
                yield f"its {name}.{part} cannot be filled in ({type(error).__name__}: {error})"

    @property
    def parameters(self) -> dict[str, Any]:
        """The rule's own parameters by name, without what every rule has."""
        return {
            a.name: getattr(self, a.name) for a in fields(type(self)) if a.name not in NO_PARAMETERS
        }

    @property
    def text(self) -> Text:
        """The sentence with the parameters' values in it."""
        return self._filled(self.sentence)

    def _filled(self, text: Text) -> Text:
        """Return a text with the parameters' values in it.

        ``{side_of}`` is the genitive of ``{side}``, and ``{Side}`` begins a sentence.
        """
        return Text(
            en=text.en.format(**_values(self.parameters, "en")),
            ru=text.ru.format(**_values(self.parameters, "ru")),
        )


@frozen(kw_only=True)
class Requirement(Rule, ABC):
    """Removes a pair for which it does not hold.

    A requirement of one's own is a frozen subclass with an ``id``, a ``sentence`` and ``holds``:

    >>> from nastavnik.rules import overlap
    >>> @frozen(kw_only=True)
    ... class SharedInterest(Requirement):
    ...     id: str = "shared-interest"
    ...     sentence: Text = Text(en="They share an interest.", ru="Есть общий интерес.")
    ...     def holds(self, mentor, mentee):
    ...         return overlap(mentor.person.interests, mentee.person.interests) >= 1
    >>> SharedInterest().id
    'shared-interest'

    Args:
        unknown: what it says when a fact that decides it is unknown; refuses unless stated.
        failure: what is said when it fails; a rule of one's own needs none, `failing` makes it of the sentence.
    """

    binding: ClassVar[bool] = False
    """Whether nobody can set it aside, not even a lock of the coordinator's: consents, own will, clearance."""

    unknown: Unknown = Unknown.REFUSES
    failure: Failure | None = field(default=None, repr=False)

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        if not isinstance(self.unknown, Unknown):
            yield "unknown is neither Unknown.REFUSES nor Unknown.PASSES"
        yield from self._faults_of("failure", Failure)

    def failing(self, *, unknown: bool = False) -> Text:
        """Return what is said when the rule fails, with the parameters' values in it, without a full stop.

        Args:
            unknown: it fails because a fact is not known.

        >>> from nastavnik.rules.catalogue import GradeGap
        >>> GradeGap(at_least=2).failing()["en"]
        'The mentor is not far enough ahead (grades needed: 2 or more)'
        """
        if self.failure is not None:
            missing = self.failure.missing if unknown else None
            return self._filled(missing or self.failure.broken)
        return (_UNDECIDED if unknown else _NOT_SO).format(asked=_without_stop(self.text))

    @property
    def remedy(self) -> Text | None:
        """What can be done when the rule fails, with the parameters' values in it, or None."""
        if self.failure is None or self.failure.remedy is None:
            return None
        return self._filled(self.failure.remedy)

    def for_participants(self, *, unknown: bool = False) -> Text | None:
        """Return what those concerned may read when it fails, in whole sentences, or None, which is silent.

        Args:
            unknown: it fails because a fact of theirs is not known.

        >>> from nastavnik.rules.catalogue import NotRefused, OldEnough
        >>> OldEnough().for_participants(unknown=True)["en"], NotRefused().for_participants()
        ('The age is not stated.', None)
        """
        if self.failure is None:
            return None
        missing = self.failure.unknown_for_participants if unknown else None
        said = missing or self.failure.for_participants
        return None if said is None else self._filled(said)

    @abstractmethod
    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Return whether the two may be paired, as a truth value.

        ``mentor`` and ``mentee`` have the fields of `Mentor` and `Mentee`; none of them is ever
        None. Write the rule with ``&``, ``|``, ``no()``, comparisons and the vocabulary, and the
        same method runs on two people and on whole columns. With ``if``, ``and``, ``not`` or
        ``in`` it runs on people only: right, and slower. An unknown fact of which such a word
        asks a plain yes or no leaves the whole answer to ``unknown``, where ``&`` and ``|``
        still let a known fact settle it. Compare with ``==``, never with ``is``.
        """


@frozen(kw_only=True)
class ParticipantRequirement(Requirement):
    """Decides whether one person may take part at all, on one side.

    Args:
        side: the side it looks at.
    """

    side: Side

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        if not isinstance(self.side, Side):
            yield "side is neither Side.MENTOR nor Side.MENTEE"

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Return whether the person on the rule's side may take part."""
        return self.admits(mentor if self.side == Side.MENTOR else mentee)

    @abstractmethod
    def admits(self, participant: Any) -> Any:
        """Return whether ``participant``, a mentor or a mentee, may take part, as a truth value."""


@frozen(kw_only=True)
class Preference(Rule, ABC):
    """Adds points, 0 to 100 times its weight, to an admissible pair; unknown facts add none.

    Args:
        weight: what a point counts, a whole number from 0.
        gain: what is said where it gives points; a rule of one's own needs none, `giving` makes it of the sentence.
    """

    weight: int = 1
    gain: Gain | None = field(default=None, repr=False)

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        yield from self._faults_of("gain", Gain)
        if not is_whole(self.weight) or not 0 <= self.weight <= HEAVIEST_WEIGHT:
            yield f"weight is {self.weight!r}, not a whole number from 0 to {HEAVIEST_WEIGHT}"

    @property
    def giving(self) -> Text:
        """What is said of a pair to which it gives points, without a full stop."""
        return _without_stop(self.text if self.gain is None else self._filled(self.gain.given))

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:  # noqa: ARG002
        """Return for what it gives points to two people: facts by dotted path from the role, sets as sorted tuples.

        Only what both have, or what is no secret of one of them. A rule of one's own needs none.
        """
        return {}

    @abstractmethod
    def points(self, mentor: Any, mentee: Any) -> Any:
        """Return whole points from 0 to 100 for the two; written like ``Requirement.holds``."""


def whole(default: int, *, low: int = 0) -> Any:
    """Field of a whole number from ``low``, such as a threshold; a truth value is no number."""

    def check(rule: Any, attribute: "Attribute[int]", value: object) -> None:
        if not is_whole(value) or value < low:  # type: ignore[operator]
            raise RuleError(
                f"rule {rule.id!r}: {attribute.name} is {value!r}, not a whole number from {low}"
            )

    return field(default=default, validator=check)


def ids_only(rule: Any, attribute: "Attribute[frozenset[str]]", value: object) -> None:
    """Check a set of ids, which may be empty; validator of an attrs field."""
    if not isinstance(value, frozenset) or not all(isinstance(v, str) for v in value):
        raise RuleError(f"rule {rule.id!r}: {attribute.name} is {value!r}, not a set of ids")


def some_ids(rule: Any, attribute: "Attribute[frozenset[str]]", value: object) -> None:
    """Check a set of ids that is not empty; validator of an attrs field."""
    ids_only(rule, attribute, value)
    if not value:
        raise RuleError(f"rule {rule.id!r}: {attribute.name} is {value!r}, not a set of ids")


def _without_stop(text: Text) -> Text:
    return Text(en=text.en.rstrip("."), ru=text.ru.rstrip("."))


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value))


def _values(parameters: Mapping[str, object], language: Language) -> dict[str, str]:
    """Return what a text of a rule may name, as people read it."""
    values = {name: _readable(value, language) for name, value in parameters.items()}
    sides = {name: value for name, value in parameters.items() if isinstance(value, Side)}
    for name, side in sides.items():
        values[f"{name}_of"] = side.genitive[language]
        values[name.capitalize()] = side.title[language].capitalize()
    return values


def _readable(value: object, language: Language) -> str:
    if isinstance(value, Side):
        return value.title[language]
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    return str(value)
