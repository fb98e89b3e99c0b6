"""Who may be paired with whom: requirements on two persons."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from attrs import field, frozen

from nastavnik.basics.sources import Confidence, Source, founding, inferred, recalled
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import as_frozenset
from nastavnik.people.records import Position
from nastavnik.people.times import MEETING_MINUTES
from nastavnik.rules.base import Requirement, Unknown, ids_only, some_ids, whole
from nastavnik.rules.catalogue import failures
from nastavnik.rules.catalogue.spared import is_spared
from nastavnik.rules.sayings import Failure
from nastavnik.rules.vocabulary import (
    count,
    implies,
    known,
    names,
    no,
    one_of,
    overlap,
    same_person,
    shared_times,
    subjects_from,
    subjects_up_to,
)

__all__ = [
    "CanMeet",
    "CategoryServed",
    "Cleared",
    "CommonLanguage",
    "CommonSlots",
    "GradeGap",
    "LessExperienced",
    "MoreExperienced",
    "NotBanned",
    "NotOneself",
    "NotRefused",
    "OffersNeededSubject",
    "SameOrganisation",
    "SameTaughtSubject",
    "SharedPursuit",
    "StrongWhereWeak",
]


_LABOUR_CODE: Final = Source(
    confidence=Confidence.INFERRED,
    references=("N18",),
    note="labour code, articles 331 and 351.1, of which N18 tells, read broadly: asked of unpaid "
    "mentors too; teachers are checked when hired, and who learns at a school is no employee",
)


@frozen(kw_only=True)
class NotOneself(Requirement):
    """Nobody is their own mentor. Source: inferred, S3: a pair has two members."""

    binding: ClassVar[bool] = True

    id: str = "not-oneself"
    sentence: Text = Text(
        en="Mentor and mentee are two people.",
        ru="Наставник и наставляемый – разные люди.",
    )
    failure: Failure | None = failures.NOT_ONESELF
    source: Source = inferred("S3")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return no(same_person(mentor, mentee))


@frozen(kw_only=True)
class NotRefused(Requirement):
    """Neither of the two has refused the other. Source: inferred, S2: both are there of own will."""

    id: str = "not-refused"
    sentence: Text = Text(
        en="Neither of the two has refused to be paired with the other.",
        ru="Никто из двоих не отказался от этой пары.",
    )
    failure: Failure | None = failures.NOT_REFUSED
    source: Source = inferred("S2")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return no(names(mentor.refusals, mentee) | names(mentee.refusals, mentor))


@frozen(kw_only=True)
class NotBanned(Requirement):
    """The coordinator has not ruled the pair out. Source: recalled, the coordinator controls pairing."""

    id: str = "not-banned"
    sentence: Text = Text(
        en="The coordinator has not banned this pair.",
        ru="Куратор не запретил эту пару.",
    )
    failure: Failure | None = failures.NOT_BANNED
    source: Source = recalled("the coordinator runs the forming of pairs")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return no(names(mentee.bans, mentor))


@frozen(kw_only=True)
class CommonSlots(Requirement):
    """Enough free time in common, where both sides' is known. Source: inferred.

    Args:
        at_least: common times needed.
        minutes: how long each of them is at least.
    """

    id: str = "common-slots"
    sentence: Text = Text(
        en="They have free time in common: {minutes} minutes or more; such times in a week: {at_least} or more.",
        ru="Есть общее свободное время – не меньше {minutes} мин подряд; таких промежутков в неделю – не меньше "
        "{at_least}.",
    )
    failure: Failure | None = failures.COMMON_SLOTS
    source: Source = inferred(note="a pair that cannot meet is none")
    unknown: Unknown = Unknown.PASSES
    at_least: int = whole(1)
    minutes: int = whole(MEETING_MINUTES, low=1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return shared_times(mentor.person.slots, mentee.person.slots, self.minutes) >= self.at_least


@frozen(kw_only=True)
class CommonLanguage(Requirement):
    """A common language, where both are known. Source: inferred.

    Args:
        at_least: common languages needed.
    """

    id: str = "common-language"
    sentence: Text = Text(
        en="Languages in common: {at_least} or more.",
        ru="Общих языков для общения – не меньше {at_least}.",
    )
    failure: Failure | None = failures.COMMON_LANGUAGE
    source: Source = inferred(note="communication is the means of mentoring")
    unknown: Unknown = Unknown.PASSES
    at_least: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return overlap(mentor.person.languages, mentee.person.languages) >= self.at_least


@frozen(kw_only=True)
class CanMeet(Requirement):
    """Both meet online, or in one place where both places are known. Source: inferred."""

    id: str = "can-meet"
    sentence: Text = Text(
        en="They can meet: either both online or in the same place.",
        ru="Оба могут встречаться онлайн, или место встреч у них общее.",
    )
    failure: Failure | None = failures.CAN_MEET
    source: Source = inferred(note="a pair that cannot meet is none")
    unknown: Unknown = Unknown.PASSES

    def holds(self, mentor: Any, mentee: Any) -> Any:
        online = mentor.person.online & mentee.person.online
        return online | (mentor.person.place == mentee.person.place)


@frozen(kw_only=True)
class Cleared(Requirement):
    """An adult who mentors a minor has shown a valid certificate of no criminal record.

    Whoever learns beside the mentee does not work there and is not asked: a pupil, not even at 18, and a fellow student
    of the same college. A teacher of the mentee's own school was checked on being hired, so that nobody need note it
    once more. A noted "no" refuses both all the same.

    Source: inferred as the safe reading; the labour code speaks of employees only.

    Args:
        positions: of the mentors who are asked; values of `Position`.
        own_teachers: what is said of a teacher of the mentee's organisation of whom nothing is noted.
    """

    binding: ClassVar[bool] = True

    id: str = "cleared"
    sentence: Text = Text(
        en="An adult who mentors a minor has shown a certificate of no criminal record; "
        "a teacher of the same school did so on being hired, fellow students are not asked.",
        ru="Взрослый наставник несовершеннолетнего показал справку об отсутствии судимости; педагог той же школы "
        "показал её при приёме на работу, а у студентов одного колледжа её не просят.",
    )
    failure: Failure | None = failures.CLEARED
    source: Source = _LABOUR_CODE
    positions: frozenset[str] = field(
        default=frozenset({"student", "professional", "teacher"}),
        converter=as_frozenset,
        validator=some_ids,
    )
    own_teachers: Unknown = Unknown.PASSES

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        positions = [position.value for position in Position]
        for name in sorted(self.positions.difference(positions)):
            yield f"positions has {name!r}; the positions are {', '.join(positions)}"
        if not isinstance(self.own_teachers, Unknown):
            yield "own_teachers is neither Unknown.REFUSES nor Unknown.PASSES"

    def holds(self, mentor: Any, mentee: Any) -> Any:
        position = mentor.person.position
        asked = one_of(position, frozenset(map(Position, self.positions)))
        concerned = asked & no(mentor.person.minor) & mentee.person.minor
        together = mentor.person.organisation == mentee.person.organisation
        teacher = (position == Position.TEACHER) & (self.own_teachers == Unknown.PASSES)
        students = (position == Position.STUDENT) & (mentee.person.position == Position.STUDENT)
        spared = no(known(mentor.cleared)) & together & (teacher | students)
        return implies(concerned, mentor.cleared | spared)


@frozen(kw_only=True)
class SameOrganisation(Requirement):
    """Both belong to one school. Source: founding text, S5."""

    id: str = "same-organisation"
    sentence: Text = Text(
        en="Both are from the same school.",
        ru="Оба из одной школы.",
    )
    failure: Failure | None = failures.SAME_ORGANISATION
    source: Source = founding("S5")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return mentor.person.organisation == mentee.person.organisation


@frozen(kw_only=True)
class GradeGap(Requirement):
    """The mentor is in a higher grade. Source: founding text, S6, which gives no number.

    Args:
        at_least: grades between the two.
    """

    id: str = "grade-gap"
    sentence: Text = Text(
        en="The mentor is in a higher grade; the difference is {at_least} or more.",
        ru="Наставник старше по классу; разница – не меньше {at_least}.",
    )
    failure: Failure | None = failures.GRADE_GAP
    source: Source = founding("S6")
    at_least: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return mentor.person.grade - mentee.person.grade >= self.at_least


@frozen(kw_only=True)
class StrongWhereWeak(Requirement):
    """Where help in study is asked for and a weak mark is known, the mentor can give it.

    That is so in a subject in which the mentor is strong and the mentee weak, and in one that is asked for and that
    the mentor helps with. Who asks for no subject, or has no weak mark noted, may need a mentor for other reasons (S8),
    and every mentor will do. Unknown marks refuse nobody.

    Source: inferred from the name of the role model, S9, and the signs of S8; the thresholds are ours.

    Args:
        strong_from: lowest mark that counts as strong.
        weak_to: highest mark that counts as weak.
        at_least: such subjects needed.
    """

    id: str = "strong-where-weak"
    sentence: Text = Text(
        en="If the mentee asks for help with subjects and has marks of {weak_to} or worse, the mentor has "
        "{strong_from} or better in the subjects of such marks, or helps with those asked for; such subjects: "
        "{at_least} or more.",
        ru="Если наставляемый просит помощи по предметам и у него есть оценки {weak_to} и ниже, наставник по "
        "предметам с такими оценками сам получает {strong_from} и выше или помогает по тем, о которых просит "
        "наставляемый; таких предметов – не меньше {at_least}.",
    )
    failure: Failure | None = failures.STRONG_WHERE_WEAK
    source: Source = inferred("S8", "S9")
    unknown: Unknown = Unknown.PASSES
    strong_from: int = whole(4, low=1)
    weak_to: int = whole(3, low=1)
    at_least: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        strong = subjects_from(mentor.person.marks, self.strong_from)
        weak = subjects_up_to(mentee.person.marks, self.weak_to)
        asked = (count(mentee.subjects) >= 1) & (count(weak) >= 1)
        offered = overlap(mentor.subjects, mentee.subjects) >= self.at_least
        return implies(asked, offered | (overlap(strong, weak) >= self.at_least))


@frozen(kw_only=True)
class OffersNeededSubject(Requirement):
    """The mentor helps with a subject the mentee asks for.

    Source: inferred from the name of a role model whose mentor has no marks, such as a student.

    Args:
        at_least: such subjects needed.
    """

    id: str = "offers-needed-subject"
    sentence: Text = Text(
        en="The mentor helps with subjects that the mentee asks for: {at_least} or more.",
        ru="Наставник предлагает помощь по предметам, нужным наставляемому; "
        "совпадающих предметов – не меньше {at_least}.",
    )
    failure: Failure | None = failures.OFFERS_NEEDED_SUBJECT
    source: Source = inferred(note="an achiever helps an underachiever with a subject")
    at_least: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return overlap(mentor.subjects, mentee.subjects) >= self.at_least


@frozen(kw_only=True)
class SharedPursuit(Requirement):
    """They share a subject or a project interest. Source: inferred from S10 and S11.

    Args:
        at_least: shared subjects and interests needed, counted together.
    """

    id: str = "shared-pursuit"
    sentence: Text = Text(
        en="Subjects and interests in common: {at_least} or more.",
        ru="Общих предметов и интересов в сумме – не меньше {at_least}.",
    )
    failure: Failure | None = failures.SHARED_PURSUIT
    source: Source = inferred("S10", "S11")
    at_least: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        subjects = overlap(mentor.subjects, mentee.subjects)
        interests = overlap(mentor.person.interests, mentee.person.interests)
        return subjects + interests >= self.at_least


@frozen(kw_only=True)
class MoreExperienced(Requirement):
    """The mentor has more years of experience. Source: inferred; the number is ours, the least that is more at all.

    Args:
        by: full years between the two.
        not_asked_of: ids of mentee categories in which years are not compared, such as newcomers to a school.
        not_asked_with: ids of signs that show one of these categories.
    """

    id: str = "more-experienced"
    sentence: Text = Text(
        en="The mentor has more experience; the difference in full years is {by} or more.",
        ru="Стаж наставника больше; разница в полных годах – не меньше {by}.",
    )
    failure: Failure | None = failures.MORE_EXPERIENCED
    source: Source = inferred(
        note="that the mentor of a teacher is an experienced one is recalled; the number is ours"
    )
    by: int = whole(1)
    not_asked_of: frozenset[str] = field(
        default=frozenset(), converter=as_frozenset, validator=ids_only
    )
    not_asked_with: frozenset[str] = field(
        default=frozenset(), converter=as_frozenset, validator=ids_only
    )

    def holds(self, mentor: Any, mentee: Any) -> Any:
        more = mentor.person.experience - mentee.person.experience >= self.by
        if not self.not_asked_of:
            return more
        return is_spared(mentee, self.not_asked_of, self.not_asked_with) | more


@frozen(kw_only=True)
class LessExperienced(Requirement):
    """The mentor has fewer years of experience: mentoring in reverse. Source: inferred; the number is ours.

    Args:
        by: full years between the two.
    """

    id: str = "less-experienced"
    sentence: Text = Text(
        en="The mentor has less experience; the difference in full years is {by} or more.",
        ru="Стаж наставника меньше; разница в полных годах – не меньше {by}.",
    )
    failure: Failure | None = failures.LESS_EXPERIENCED
    source: Source = inferred(
        note="that an innovator helps an older colleague is recalled; the number is ours"
    )
    by: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return mentee.person.experience - mentor.person.experience >= self.by


@frozen(kw_only=True)
class SameTaughtSubject(Requirement):
    """Both teach one subject. Source: recalled, the mentor in a subject («наставник-предметник»)."""

    id: str = "same-taught-subject"
    sentence: Text = Text(
        en="Both teach the same subject.",
        ru="Оба преподают один и тот же предмет.",
    )
    failure: Failure | None = failures.SAME_TAUGHT_SUBJECT
    source: Source = recalled("methodical support in one subject")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return overlap(mentor.person.subjects, mentee.person.subjects) >= 1


@frozen(kw_only=True)
class CategoryServed(Requirement):
    """The role model serves the mentee's category; made by a role model from its binding.

    Where nobody has stated the category it follows from the signs, if all that count show categories of the role model.
    With signs of other categories besides it stays unknown.

    Source: founding text, S9 and S11, unless the role model's binding states its own; that a category follows from its
    signs is S8 and S10, that newcomers are served whatever their category S12.

    Args:
        categories: ids of the categories; a role model that serves every one has no such rule.
        signs: ids of signs that show one of these categories.
        other_signs: ids of signs that show others.
        newcomers: whether a newcomer is served whatever the category, and without one.
    """

    id: str = "category-served"
    sentence: Text = Text(
        en="The role model is meant for the mentee's category.",
        ru="Ролевая модель рассчитана на категорию наставляемого.",
    )
    failure: Failure | None = failures.CATEGORY_SERVED
    source: Source = founding("S9", "S11")
    categories: frozenset[str] = field(converter=as_frozenset, validator=some_ids)
    signs: frozenset[str] = field(factory=frozenset, converter=as_frozenset, validator=ids_only)
    other_signs: frozenset[str] = field(
        factory=frozenset, converter=as_frozenset, validator=ids_only
    )
    newcomers: bool = False

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        shown, others = (
            overlap(mentee.signs, some) >= 1 for some in (self.signs, self.other_signs)
        )
        unstated = no(known(mentee.category))
        served = one_of(mentee.category, self.categories) | (unstated & shown & no(others))
        served &= no(unstated & others & no(shown))
        return served | mentee.newcomer if self.newcomers else served
