"""Who may take part at all: requirements on one person, whoever the other is."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from attrs import field, frozen

from nastavnik.basics.sources import Source, founding, recalled, recalled_unsure, seen
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import as_frozenset
from nastavnik.rules.base import ParticipantRequirement, Side, ids_only, some_ids, whole
from nastavnik.rules.catalogue import failures
from nastavnik.rules.catalogue.spared import is_spared
from nastavnik.rules.sayings import Failure
from nastavnik.rules.vocabulary import implies, overlap

__all__ = [
    "Agreed",
    "DataConsent",
    "ExperienceFrom",
    "ExperienceUpTo",
    "GradeFrom",
    "GuardianAgreed",
    "OldEnough",
    "ShowsQuality",
    "Trained",
]


@frozen(kw_only=True)
class _Sided(ParticipantRequirement):
    """A requirement that may stand on either side, after which it is named: ``mentor-agreed``."""

    what: ClassVar[str]
    sides: ClassVar[Sequence[Side]] = tuple(Side)

    id: str = ""

    def __attrs_post_init__(self) -> None:
        """Fill in the id, for which the side must be known; then check the whole rule."""
        if not self.id and isinstance(self.side, Side):
            object.__setattr__(self, "id", f"{self.side.value}-{self.what}")
        super().__attrs_post_init__()

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        if self.side in set(Side).difference(self.sides):
            yield f"side is {self.side}; it can only be {' or '.join(map(str, self.sides))}"


@frozen(kw_only=True)
class Agreed(_Sided):
    """Takes part of own will; not asked yet counts as no. Source: founding text, S2."""

    binding: ClassVar[bool] = True
    what: ClassVar[str] = "agreed"
    sentence: Text = Text(
        en="The {side} takes part of their own free will.",
        ru="{Side} участвует по собственной воле.",
    )
    failure: Failure | None = failures.AGREED
    source: Source = founding("S2", note="trust and partnership exclude compulsion")

    def admits(self, participant: Any) -> Any:
        return participant.agreed


@frozen(kw_only=True)
class GuardianAgreed(_Sided):
    """A minor's guardian agrees; a pupil of unknown age is a minor. Source: recalled."""

    binding: ClassVar[bool] = True
    what: ClassVar[str] = "guardian-agreed"
    sentence: Text = Text(
        en="The parents or guardians of the {side}, if a minor, agree.",
        ru="Родители (законные представители) несовершеннолетнего {side_of} согласны на его участие.",
    )
    failure: Failure | None = failures.GUARDIAN_AGREED
    source: Source = recalled("consent of the parents to a minor's participation")

    def admits(self, participant: Any) -> Any:
        return implies(participant.person.minor, participant.guardian_agreed)


@frozen(kw_only=True)
class DataConsent(_Sided):
    """Consent to the handling of personal data, a minor's from the guardian. Source: seen, N14 to N17."""

    binding: ClassVar[bool] = True
    what: ClassVar[str] = "data-consent"
    sentence: Text = Text(
        en="There is consent to handle the personal data of the {side}.",
        ru="У {side_of} есть согласие на обработку персональных данных.",
    )
    failure: Failure | None = failures.DATA_CONSENT
    source: Source = seen(
        "N14",
        "N15",
        "N16",
        "N17",
        note="152-FZ, article 9; it names no age, and in practice parents sign up to 18",
    )

    def admits(self, participant: Any) -> Any:
        return participant.person.data_consent


@frozen(kw_only=True)
class OldEnough(_Sided):
    """Not younger than the programme's lowest age, 10 years for mentees. Source: seen, U17."""

    what: ClassVar[str] = "old-enough"
    sentence: Text = Text(
        en="The {side} is of age {years} or older, in full years.",
        ru="Возраст {side_of} в полных годах – не меньше {years}.",
    )
    failure: Failure | None = failures.OLD_ENOUGH
    source: Source = seen("U17")
    side: Side = Side.MENTEE
    years: int = whole(10)

    def admits(self, participant: Any) -> Any:
        return participant.person.age >= self.years


@frozen(kw_only=True)
class Trained(_Sided):
    """Has passed the mentors' training; not recorded counts as no. Source: recalled, stage 4."""

    what: ClassVar[str] = "trained"
    sides: ClassVar[Sequence[Side]] = (Side.MENTOR,)

    sentence: Text = Text(
        en="The {side} has passed the mentors' training.",
        ru="{Side} прошёл обучение наставников.",
    )
    failure: Failure | None = failures.TRAINED
    source: Source = recalled("selection and training of mentors, stage 4 of the programme")
    side: Side = Side.MENTOR

    def admits(self, participant: Any) -> Any:
        return participant.trained


@frozen(kw_only=True)
class GradeFrom(_Sided):
    """A pupil of this grade or a higher one. Source: recalled, unsure of the number."""

    what: ClassVar[str] = "grade-from"
    sentence: Text = Text(
        en="The {side} is in grade {grade} or higher.",
        ru="{Side} учится в {grade}-м классе или старше.",
    )
    failure: Failure | None = failures.GRADE_FROM
    source: Source = recalled_unsure("employer–pupil is for senior classes, from about 8 or 9")
    side: Side = Side.MENTEE
    grade: int = whole(8)

    def admits(self, participant: Any) -> Any:
        return participant.person.grade >= self.grade


@frozen(kw_only=True)
class ExperienceFrom(_Sided):
    """At least so many full years of experience. Source: recalled, unsure of the number."""

    what: ClassVar[str] = "experience-from"
    sentence: Text = Text(
        en="The {side} has {years} or more full years of experience.",
        ru="Стаж {side_of} в полных годах – не меньше {years}.",
    )
    failure: Failure | None = failures.EXPERIENCE_FROM
    source: Source = recalled_unsure("at least 5 years for a professional")
    side: Side = Side.MENTOR
    years: int = whole(5)

    def admits(self, participant: Any) -> Any:
        return participant.person.experience >= self.years


@frozen(kw_only=True)
class ExperienceUpTo(_Sided):
    """At most so many full years of experience. Source: seen, N1: a novice teacher has 0 to 3 years.

    Args:
        years: most full years.
        not_asked_of: ids of mentee categories of which it is not asked; mentors have none.
        not_asked_with: ids of signs that show one of these categories.
    """

    what: ClassVar[str] = "experience-up-to"
    sentence: Text = Text(
        en="The {side} has {years} or fewer full years of experience.",
        ru="Стаж {side_of} в полных годах – не больше {years}.",
    )
    failure: Failure | None = failures.EXPERIENCE_UP_TO
    source: Source = seen("N1", note="a novice teacher has 0 to 3 years")
    side: Side = Side.MENTEE
    years: int = whole(3)
    not_asked_of: frozenset[str] = field(
        default=frozenset(), converter=as_frozenset, validator=ids_only
    )
    not_asked_with: frozenset[str] = field(
        default=frozenset(), converter=as_frozenset, validator=ids_only
    )

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        if self.not_asked_of and self.side == Side.MENTOR:
            yield "not_asked_of names categories of mentees, and the side is the mentor's"

    def admits(self, participant: Any) -> Any:
        few = participant.person.experience <= self.years
        if not self.not_asked_of:
            return few
        return is_spared(participant, self.not_asked_of, self.not_asked_with) | few


@frozen(kw_only=True)
class ShowsQuality(_Sided):
    """Shows at least one of the named qualities.

    Source: founding text, S6, for a pupil's leadership; other uses state their own.

    Args:
        any_of: ids of qualities, one of which is enough.
    """

    what: ClassVar[str] = "shows-leadership"
    sentence: Text = Text(
        en="The {side} has shown leadership: as class leader, olympiad winner, volunteer or organiser.",
        ru="{Side} проявил лидерские качества – как лидер класса, победитель олимпиад, волонтёр или организатор.",
    )
    failure: Failure | None = failures.SHOWS_QUALITY
    source: Source = founding("S6")
    side: Side = Side.MENTOR
    any_of: frozenset[str] = field(
        default=frozenset({"class-leader", "olympiad-winner", "volunteer", "organiser"}),
        converter=as_frozenset,
        validator=some_ids,
    )

    def admits(self, participant: Any) -> Any:
        return overlap(participant.person.qualities, self.any_of) >= 1
