"""What makes one admissible pair better than another: points from 0 to 100, each times a weight.

The weights are data: ``attrs.evolve(rule, weight=…)`` or ``methodology.with_parameters(id, weight=…)``. The
defaults are ours and rest on the two criteria of pair forming: the mentor's profile answers the request,
and the two are interested in each other.
"""

from typing import Any

from attrs import field, frozen

from nastavnik.basics.sources import Source, inferred, recalled
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import as_frozenset
from nastavnik.people.times import MEETING_MINUTES
from nastavnik.rules.base import Preference, some_ids, whole
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
    "WeakSubjectsCovered",
    "YearsOfExperience",
]

_REQUEST = recalled("first criterion of pair forming: the profile answers the request")
_SYMPATHY = recalled("second criterion of pair forming: mutual interest and sympathy")


@frozen(kw_only=True)
class NeededSubjects(Preference):
    """Share of the subjects asked for that the mentor helps with. Source: recalled."""

    id: str = "needed-subjects"
    sentence: Text = Text(
        en="The mentor helps with the subjects asked for.",
        ru="Наставник помогает по нужным предметам.",
    )
    source: Source = _REQUEST
    weight: int = 4

    def points(self, mentor: Any, mentee: Any) -> Any:
        return share(overlap(mentor.subjects, mentee.subjects), count(mentee.subjects))


@frozen(kw_only=True)
class RequestedTasks(Preference):
    """Share of the tasks asked for that the mentor offers. Source: recalled."""

    id: str = "requested-tasks"
    sentence: Text = Text(
        en="The mentor offers the tasks asked for.", ru="Наставник берётся за нужные задачи."
    )
    source: Source = _REQUEST
    weight: int = 3

    def points(self, mentor: Any, mentee: Any) -> Any:
        return share(overlap(mentor.tasks, mentee.tasks), count(mentee.tasks))


@frozen(kw_only=True)
class CommonInterests(Preference):
    """Interests shared; as many as ``enough`` give all points. Source: recalled."""

    id: str = "common-interests"
    sentence: Text = Text(
        en="They share interests; {enough} give all points.",
        ru="Общие интересы; все баллы – от {enough}.",
    )
    source: Source = _SYMPATHY
    weight: int = 2
    enough: int = whole(3, low=1)

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
        en="They share subjects and project interests; {enough} together give all points.",
        ru="Общие предметы и увлечения; все баллы – от {enough}.",
    )
    source: Source = inferred("S10", "S11", note="peers exchange views on what both pursue")
    enough: int = whole(3, low=1)

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
        en="They have free time in common, from {minutes} minutes; {enough} such times give all points.",
        ru="Есть общее свободное время, от {minutes} минут; все баллы – от {enough} раз в неделю.",
    )
    source: Source = inferred(note="a pair needs regular meetings")
    weight: int = 2
    enough: int = whole(3, low=1)
    minutes: int = whole(MEETING_MINUTES, low=1)

    def points(self, mentor: Any, mentee: Any) -> Any:
        common = shared_times(mentor.person.slots, mentee.person.slots, self.minutes)
        return share(at_most(common, self.enough), self.enough)


@frozen(kw_only=True)
class MutualChoice(Preference):
    """Who chose whom after the first meeting: both 100, one of the two 50. Source: inferred, S2."""

    id: str = "mutual-choice"
    sentence: Text = Text(
        en="They chose each other after the first meeting.",
        ru="Выбрали друг друга после первой встречи.",
    )
    source: Source = inferred("S2", note="mutual enrichment begins with mutual choice")
    weight: int = 5

    def points(self, mentor: Any, mentee: Any) -> Any:
        return 50 * (0 + names(mentor.choices, mentee) + names(mentee.choices, mentor))


@frozen(kw_only=True)
class YearsOfExperience(Preference):
    """Years of experience; as many as ``enough`` give all points. Source: recalled."""

    id: str = "years-of-experience"
    sentence: Text = Text(
        en="The mentor is experienced; {enough} years give all points.",
        ru="Наставник опытен; все баллы – за стаж от {enough}.",
    )
    source: Source = recalled("portraits of the mentor in the adults' forms")
    enough: int = whole(20, low=1)

    def points(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        return share(at_most(mentor.person.experience, self.enough), self.enough)


@frozen(kw_only=True)
class SamePlace(Preference):
    """Both meet in the same place. Source: inferred."""

    id: str = "same-place"
    sentence: Text = Text(
        en="They live or work in one place.", ru="Живут или работают в одном месте."
    )
    source: Source = inferred(note="meeting in person is easier")

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
        en="The mentor is strong (mark from {strong_from}) where the mentee is weak (up to {weak_to}).",
        ru="Наставник силён (от {strong_from}) там, где наставляемый слаб (до {weak_to}).",
    )
    source: Source = inferred("S9")
    weight: int = 4
    strong_from: int = whole(4, low=1)
    weak_to: int = whole(3, low=1)

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
        ru="Ролевая модель предназначена для нужных задач.",
    )
    source: Source = inferred(note="a role model is chosen by the mentee's need")
    weight: int = 4
    tasks: frozenset[str] = field(converter=as_frozenset, validator=some_ids)
    newcomers: bool = False

    def points(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        fitting = share(overlap(mentee.tasks, self.tasks), count(mentee.tasks))
        if not self.newcomers:
            return fitting
        asks = (count(mentee.tasks) >= 1) | (count(mentee.subjects) >= 1)
        return fitting + 100 * (mentee.newcomer & no(asks))
