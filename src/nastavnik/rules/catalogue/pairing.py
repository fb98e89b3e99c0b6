"""Who may be paired with whom: requirements on two persons."""

from typing import Any, ClassVar

from attrs import field, frozen

from nastavnik.basics.sources import Source, founding, inferred, recalled
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import as_frozenset
from nastavnik.people.times import MEETING_MINUTES
from nastavnik.rules.base import Failure, Requirement, Unknown, ids_only, some_ids, whole
from nastavnik.rules.catalogue import failures
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


@frozen(kw_only=True)
class NotOneself(Requirement):
    """Nobody is their own mentor. Source: inferred, S3: a pair has two members."""

    binding: ClassVar[bool] = True

    id: str = "not-oneself"
    sentence: Text = Text(
        en="Nobody is their own mentor.", ru="Никто не может быть наставником самому себе."
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
        en="Neither of the two has refused the other.",
        ru="Ни один из двоих не отказался от другого.",
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
        en="The coordinator has not ruled the pair out.", ru="Куратор не исключил эту пару."
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
        en="They have free time in common: times of at least {minutes} minutes, at least {at_least}.",
        ru="Есть общее свободное время: по {minutes} минут и больше, раз в неделю не меньше {at_least}.",
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
        en="Common languages, at least {at_least}.", ru="Общих языков не меньше {at_least}."
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
        en="They can meet: both online, or in the same place.",
        ru="Могут встречаться: оба онлайн или в одном месте.",
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

    Source: inferred as the safe reading; the labour code speaks of employees only.
    """

    binding: ClassVar[bool] = True

    id: str = "cleared"
    sentence: Text = Text(
        en="An adult who mentors a minor holds a valid clearance certificate.",
        ru="У взрослого наставника несовершеннолетнего есть справка об отсутствии судимости.",
    )
    failure: Failure | None = failures.CLEARED
    source: Source = inferred(
        note="labour code, article 351.1, read broadly; asked of unpaid mentors too"
    )

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return implies(no(mentor.person.minor) & mentee.person.minor, mentor.cleared)


@frozen(kw_only=True)
class SameOrganisation(Requirement):
    """Both belong to one school. Source: founding text, S5."""

    id: str = "same-organisation"
    sentence: Text = Text(en="Both belong to one school.", ru="Оба из одной школы.")
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
        en="The mentor's grade is higher, at least by {at_least}.",
        ru="Разница в классах в пользу наставника – не меньше {at_least}.",
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
        en="Who is weak in a subject (mark up to {weak_to}) and asks for help in study gets a mentor who is strong "
        "there (from {strong_from}) or helps with what is asked for; such subjects needed: {at_least}.",
        ru="Если у наставляемого есть слабый предмет (оценка до {weak_to}) и он просит помочь с учёбой, наставник "
        "силён в этом предмете (от {strong_from}) или помогает по нужному; таких предметов нужно: {at_least}.",
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
        en="Subjects asked for that the mentor helps with, at least {at_least}.",
        ru="Нужных предметов, по которым наставник помогает, не меньше {at_least}.",
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
        en="Shared subjects and project interests, at least {at_least}.",
        ru="Общих предметов и проектных интересов не меньше {at_least}.",
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
    """The mentor has more years of experience. Source: recalled; the number is ours.

    Args:
        by: full years between the two.
    """

    id: str = "more-experienced"
    sentence: Text = Text(
        en="The mentor has more experience, in full years at least by {by}.",
        ru="Стаж наставника больше не менее чем на {by} (полных лет).",
    )
    failure: Failure | None = failures.MORE_EXPERIENCED
    source: Source = recalled("the mentor of a teacher is an experienced one")
    by: int = whole(3)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return mentor.person.experience - mentee.person.experience >= self.by


@frozen(kw_only=True)
class LessExperienced(Requirement):
    """The mentor has fewer years of experience: mentoring in reverse. Source: recalled.

    Args:
        by: full years between the two.
    """

    id: str = "less-experienced"
    sentence: Text = Text(
        en="The mentor has less experience, in full years at least by {by}.",
        ru="Стаж наставника меньше не менее чем на {by} (полных лет).",
    )
    failure: Failure | None = failures.LESS_EXPERIENCED
    source: Source = recalled("an innovator helps an older colleague with digital skills")
    by: int = whole(1)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return mentee.person.experience - mentor.person.experience >= self.by


@frozen(kw_only=True)
class SameTaughtSubject(Requirement):
    """Both teach one subject. Source: recalled, the mentor in a subject («наставник-предметник»)."""

    id: str = "same-taught-subject"
    sentence: Text = Text(en="Both teach one subject.", ru="Оба преподают один предмет.")
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
        en="The role model serves the mentee's category.",
        ru="Ролевая модель подходит категории наставляемого.",
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
