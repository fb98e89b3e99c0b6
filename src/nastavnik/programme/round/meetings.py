"""When people of one pair or group can meet, by the free times that they have stated."""

from collections.abc import Iterable

from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Person
from nastavnik.people.times import MEETING_MINUTES, FreeTime, common_times, times_of
from nastavnik.rules.catalogue import CommonSlots

__all__ = ["meeting_minutes", "meeting_times"]


def meeting_minutes(methodology: Methodology, form: str, role_model: str) -> int:
    """Return how long a common time is at least, by the rule on free times in force for a way to be paired.

    >>> from nastavnik.methodology import TARGET_MODEL
    >>> meeting_minutes(TARGET_MODEL, "pupil-pupil", "leader-passive")
    45
    """
    of_form = methodology.form(form)
    rules = methodology.requirements_of(of_form, of_form.role_model(role_model))
    stated = (rule.minutes for rule in rules if isinstance(rule, CommonSlots))
    return max(stated, default=MEETING_MINUTES)


def meeting_times(
    people: Iterable[Person], minutes: int = MEETING_MINUTES
) -> tuple[FreeTime, ...] | None:
    """Return when all of them are free, or None where fewer than two have stated their free times.

    >>> from nastavnik.people.records import Pupil
    >>> three = Pupil("a", slots={"вт 15-18"}), Pupil("b", slots={"вт 16:00"}), Pupil("c")
    >>> [time.text("en") for time in meeting_times(three)]
    ['tue 16:00']
    """
    stated = [person.slots for person in people if person.slots is not None]
    if len(stated) < len(("one", "another")):
        return None
    common = stated[0]
    for slots in stated[1:]:
        common = frozenset(time.key for time in common_times(common, slots, minutes))
    return tuple(sorted(time for slot in common for time in times_of(slot)))
