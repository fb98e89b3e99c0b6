"""What makes one admissible pair better than another: points from 0 to 100, each times a weight.

The weights are data: ``attrs.evolve(rule, weight=…)`` or ``methodology.with_parameters(id, weight=…)``. The
defaults are ours, which is why the grade of each is inferred; they rest on the two criteria of pair forming: the
mentor's profile answers the request, and the two are interested in each other.
"""

from collections.abc import Collection, Mapping
from typing import Any

from attrs import field, frozen

from nastavnik.basics.sources import Source, inferred
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import as_frozenset
from nastavnik.basics.words import shared_words
from nastavnik.people.records import Mentee, Mentor
from nastavnik.people.times import MEETING_MINUTES, common_times
from nastavnik.rules.base import Preference, some_ids, whole
from nastavnik.rules.catalogue import gains
from nastavnik.rules.sayings import Gain
from nastavnik.rules.vocabulary import (
    at_most,
    both,
    count,
    names,
    no,
    overlap,
    share,
    shared_times,
    subjects_from,
    subjects_up_to,
)

__all__ = [
    "CommonInterests",
    "CommonTime",
    "MutualChoice",
    "NeededSubjects",
    "PurposeFits",
    "RequestedTasks",
    "SamePlace",
    "SharedPursuits",
    "ShownQualities",
    "WeakSubjectsCovered",
    "YearsOfExperience",
]

_REQUEST = inferred(
    note="recalled, the first criterion of pair forming: the profile answers the request; weight ours"
)
_SYMPATHY = inferred(
    note="recalled, the second criterion of pair forming: mutual interest and sympathy; numbers ours"
)


def _of_both(path: str, one: Collection[str], other: Collection[str]) -> Mapping[str, object]:
    """Return the words of both as the second has spelled them, under one path."""
    return {path: shared_words(other, one)}


@frozen(kw_only=True)
class NeededSubjects(Preference):
    """Share of the subjects asked for that the mentor helps with. Source: inferred; the weight is ours."""

    id: str = "needed-subjects"
    sentence: Text = Text(
        en="The mentor helps with the subjects asked for.",
        ru="Наставник помогает по нужным предметам.",
    )
    gain: Gain | None = gains.NEEDED_SUBJECTS
    source: Source = _REQUEST
    weight: int = 4

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:
        return _of_both("mentee.subjects", mentor.subjects, mentee.subjects)

    def points(self, mentor: Any, mentee: Any) -> Any:
        return share(overlap(mentor.subjects, mentee.subjects), count(mentee.subjects))


@frozen(kw_only=True)
class RequestedTasks(Preference):
    """Share of the tasks asked for that the mentor offers. Source: inferred; the weight is ours."""

    id: str = "requested-tasks"
    sentence: Text = Text(
        en="The mentor takes on the tasks asked for.",
        ru="Наставник берётся за то, с чем нужна помощь.",
    )
    gain: Gain | None = gains.REQUESTED_TASKS
    source: Source = _REQUEST
    weight: int = 3

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:
        return {"mentee.tasks": tuple(sorted(mentor.tasks & mentee.tasks))}

    def points(self, mentor: Any, mentee: Any) -> Any:
        return share(overlap(mentor.tasks, mentee.tasks), count(mentee.tasks))


@frozen(kw_only=True)
class CommonInterests(Preference):
    """Interests shared; as many as ``enough`` give all points. Source: inferred; the numbers are ours."""

    id: str = "common-interests"
    sentence: Text = Text(
        en="They have interests in common; {enough} or more give all points.",
        ru="Есть общие интересы; полный балл – если их не меньше {enough}.",
    )
    gain: Gain | None = gains.COMMON_INTERESTS
    source: Source = _SYMPATHY
    weight: int = 2
    enough: int = whole(3, low=1)

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:
        return _of_both("mentee.person.interests", mentor.person.interests, mentee.person.interests)

    def points(self, mentor: Any, mentee: Any) -> Any:
        shared = overlap(mentor.person.interests, mentee.person.interests)
        return share(at_most(shared, self.enough), self.enough)


@frozen(kw_only=True)
class SharedPursuits(Preference):
    """Shared subjects and interests, counted together; as many as ``enough`` give all points. Source: inferred, S10.

    Args:
        enough: shared subjects and interests that give all points.
    """

    id: str = "shared-pursuits"
    sentence: Text = Text(
        en="They share subjects and interests; {enough} or more together give all points.",
        ru="Есть общие предметы и интересы; полный балл – если вместе их не меньше {enough}.",
    )
    gain: Gain | None = gains.SHARED_PURSUITS
    source: Source = inferred("S10", "S11", note="peers exchange views on what both pursue")
    enough: int = whole(3, low=1)

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:
        mine, theirs = mentor.person.interests, mentee.person.interests
        return {
            **_of_both("mentee.subjects", mentor.subjects, mentee.subjects),
            **_of_both("mentee.person.interests", mine, theirs),
        }

    def points(self, mentor: Any, mentee: Any) -> Any:
        subjects = overlap(mentor.subjects, mentee.subjects)
        interests = overlap(mentor.person.interests, mentee.person.interests)
        return share(at_most(subjects + interests, self.enough), self.enough)


@frozen(kw_only=True)
class CommonTime(Preference):
    """Common free times; as many as ``enough`` give all points. Source: inferred.

    Args:
        enough: common times that give all points.
        minutes: how long each of them is at least.
    """

    id: str = "common-time"
    sentence: Text = Text(
        en="They have free time in common, {minutes} minutes or more; {enough} or more such times in a week give all "
        "points.",
        ru="Есть общее свободное время – не меньше {minutes} мин подряд; полный балл – если таких промежутков в "
        "неделю не меньше {enough}.",
    )
    gain: Gain | None = gains.COMMON_TIME
    source: Source = inferred(note="a pair needs regular meetings")
    weight: int = 2
    enough: int = whole(3, low=1)
    minutes: int = whole(MEETING_MINUTES, low=1)

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:
        times = common_times(mentor.person.slots, mentee.person.slots, self.minutes)
        return {"mentee.person.slots": tuple(time.key for time in times)}

    def points(self, mentor: Any, mentee: Any) -> Any:
        common = shared_times(mentor.person.slots, mentee.person.slots, self.minutes)
        return share(at_most(common, self.enough), self.enough)


@frozen(kw_only=True)
class MutualChoice(Preference):
    """Who chose whom after the first meeting: both 100, one of the two 50. Source: inferred, S2."""

    id: str = "mutual-choice"
    sentence: Text = Text(
        en="They chose each other after the first meeting; the choice of one counts half.",
        ru="Наставник и наставляемый выбрали друг друга после первой встречи; если выбрал только один, баллов вдвое "
        "меньше.",
    )
    gain: Gain | None = gains.MUTUAL_CHOICE
    source: Source = inferred("S2", note="mutual enrichment begins with mutual choice")
    weight: int = 5

    def points(self, mentor: Any, mentee: Any) -> Any:
        return 50 * (0 + names(mentor.choices, mentee) + names(mentee.choices, mentor))


@frozen(kw_only=True)
class YearsOfExperience(Preference):
    """Years of experience; as many as ``enough`` give all points. Source: inferred; the numbers are ours."""

    id: str = "years-of-experience"
    sentence: Text = Text(
        en="The mentor is experienced; {enough} full years or more give all points.",
        ru="У наставника есть стаж; полный балл – если полных лет не меньше {enough}.",
    )
    gain: Gain | None = gains.YEARS_OF_EXPERIENCE
    source: Source = inferred(
        note="portraits of the mentor in the adults' forms are recalled; the numbers are ours"
    )
    enough: int = whole(20, low=1)

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:  # noqa: ARG002 - every rule sees both
        return {"mentor.person.experience": getattr(mentor.person, "experience", None)}

    def points(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        return share(at_most(mentor.person.experience, self.enough), self.enough)


@frozen(kw_only=True)
class ShownQualities(Preference):
    """Qualities out of several that the mentor has shown; as many as ``enough`` give all points.

    Source: inferred; a portrait names what a mentor is like, and nobody is refused for a quality that nobody noted.

    Args:
        any_of: ids of the qualities.
        enough: qualities that give all points.
    """

    id: str = "shown-qualities"
    sentence: Text = Text(
        en="The mentor has shown qualities asked for; {enough} or more give all points.",
        ru="Наставник проявил нужные качества; полный балл – если их не меньше {enough}.",
    )
    gain: Gain | None = gains.SHOWN_QUALITIES
    source: Source = inferred(note="portraits of the mentor are recalled; the number is ours")
    any_of: frozenset[str] = field(converter=as_frozenset, validator=some_ids)
    enough: int = whole(1, low=1)

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:  # noqa: ARG002 - every rule sees both
        return {"mentor.person.qualities": tuple(sorted(mentor.person.qualities & self.any_of))}

    def points(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        shown = overlap(mentor.person.qualities, self.any_of)
        return share(at_most(shown, self.enough), self.enough)


@frozen(kw_only=True)
class SamePlace(Preference):
    """Both meet in the same place. Source: inferred."""

    id: str = "same-place"
    sentence: Text = Text(
        en="Both have the same place for meetings.",
        ru="У обоих одно и то же место встреч.",
    )
    gain: Gain | None = gains.SAME_PLACE
    source: Source = inferred(note="meeting in person is easier")

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:  # noqa: ARG002 - every rule sees both
        return {"mentee.person.place": mentee.person.place}

    def points(self, mentor: Any, mentee: Any) -> Any:
        return 100 * (mentor.person.place == mentee.person.place)


@frozen(kw_only=True)
class WeakSubjectsCovered(Preference):
    """Share of the mentee's weak subjects in which the mentor is strong. Source: inferred, S9.

    Args:
        strong_from: lowest mark that counts as strong.
        weak_to: highest mark that counts as weak.
    """

    id: str = "weak-subjects-covered"
    sentence: Text = Text(
        en="The mentor is strong ({strong_from} or better) in the mentee's weak subjects ({weak_to} or worse).",
        ru="Наставник силён (оценка {strong_from} и выше) в предметах, которые даются наставляемому трудно (оценка "
        "{weak_to} и ниже).",
    )
    gain: Gain | None = gains.WEAK_SUBJECTS_COVERED
    source: Source = inferred("S9")
    weight: int = 4
    strong_from: int = whole(4, low=1)
    weak_to: int = whole(3, low=1)

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:
        strong, weak = (getattr(one.person, "marks", None) or {} for one in (mentor, mentee))
        return _of_both(
            "mentee.person.marks",
            subjects_from(strong, self.strong_from),
            subjects_up_to(weak, self.weak_to),
        )

    def points(self, mentor: Any, mentee: Any) -> Any:
        weak = subjects_up_to(mentee.person.marks, self.weak_to)
        covered = both(subjects_from(mentor.person.marks, self.strong_from), weak)
        return share(count(covered), count(weak))


@frozen(kw_only=True)
class PurposeFits(Preference):
    """Share of the tasks asked for that the role model is meant for; made by a role model.

    A newcomer who asks for no task and no subject is taken to ask for what the role model does for newcomers. The
    weight is ours: what is asked for outweighs what two happen to share.

    Source: inferred from the purposes of the role models; of newcomers from S12.

    Args:
        tasks: ids of the tasks that the role model is meant for.
        newcomers: whether it is meant for newcomers as well.
    """

    id: str = "purpose-fits"
    sentence: Text = Text(
        en="The role model is meant for the tasks asked for.",
        ru="Ролевая модель рассчитана на то, с чем нужна помощь.",
    )
    gain: Gain | None = gains.PURPOSE_FITS
    source: Source = inferred(note="a role model is chosen by the mentee's need")
    weight: int = 4
    tasks: frozenset[str] = field(converter=as_frozenset, validator=some_ids)
    newcomers: bool = False

    def grounds(self, mentor: Mentor, mentee: Mentee) -> Mapping[str, object]:  # noqa: ARG002 - every rule sees both
        return {"mentee.tasks": tuple(sorted(self.tasks & mentee.tasks))}

    def points(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        fitting = share(overlap(mentee.tasks, self.tasks), count(mentee.tasks))
        if not self.newcomers:
            return fitting
        asks = (count(mentee.tasks) >= 1) | (count(mentee.subjects) >= 1)
        return fitting + 100 * (mentee.newcomer & no(asks))
