"""The words a rule is written in; each works on two people and on whole columns alike.

A column knows the operation by the same name, so nothing here depends on how columns are kept.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from nastavnik.basics.words import compared
from nastavnik.people.fields import IDS, read_extra
from nastavnik.people.times import MEETING_MINUTES, common_times
from nastavnik.rules.views import UNKNOWN, UnknownFact

__all__ = [
    "at_least",
    "at_most",
    "both",
    "count",
    "extra",
    "extra_ids",
    "implies",
    "known",
    "names",
    "no",
    "one_of",
    "overlap",
    "same_person",
    "share",
    "shared_times",
    "subjects_from",
    "subjects_up_to",
]


def no(truth: Any) -> Any:
    """Return the opposite of a truth value; ``not`` would force a column into one answer.

    >>> no(True)
    False
    """
    if isinstance(truth, UnknownFact):
        return truth
    return (not truth) if isinstance(truth, bool) else truth.opposite()


def implies(condition: Any, consequence: Any) -> Any:
    """Return whether the consequence holds wherever the condition does.

    >>> implies(False, False), implies(True, False)
    (True, False)
    """
    return no(condition) | consequence


def known(fact: Any) -> Any:
    """Return whether a fact is known, as a truth value that is itself never unknown.

    >>> known(7)
    True
    """
    return fact.is_known() if hasattr(fact, "is_known") else True


def one_of(value: Any, options: AbstractSet[Any]) -> Any:
    """Return whether a number, a text or a choice is one of several.

    >>> one_of("passive", {"passive", "active"})
    True
    """
    if isinstance(value, UnknownFact):
        return value
    return value.one_of(options) if hasattr(value, "one_of") else value in options


def extra(person: Any, name: str) -> Any:
    """Return one of a person's fields of one's own; unknown where the person has none of this name.

    Names and texts are compared as words are.

    >>> from nastavnik.people.records import Pupil
    >>> extra(Pupil("a", extra={"team": "Red"}), "Team") == extra(Pupil("b", extra={"team": "RED"}), "team")
    True
    """
    return _of_extra(person, name)


def extra_ids(person: Any, name: str) -> Any:
    """Return the ids that one of a person's fields of one's own lists, between commas or semicolons, as a set.

    >>> from nastavnik.people.records import Pupil
    >>> sorted(extra_ids(Pupil("b", extra={"last mentors": "t03, t05"}), "last mentors"))
    ['t03', 't05']
    """
    return _of_extra(person, name, IDS)


def _of_extra(person: Any, name: str, *more: str) -> Any:
    found = person.extra
    if isinstance(found, Mapping):  # of a person, not of the view that a rule has
        value = read_extra(found, (compared(name), *more))
        return UNKNOWN if value is None else value
    return found.ids(name) if more else found.fact(name)


def count(items: Any) -> Any:
    """Return how many members a set has.

    >>> count(frozenset({"chess", "go"}))
    2
    """
    if isinstance(items, UnknownFact):
        return items
    return len(items) if isinstance(items, AbstractSet) else items.count()


def overlap(left: Any, right: Any) -> Any:
    """Return how many members two sets share.

    >>> overlap(frozenset({"chess", "go"}), frozenset({"go"}))
    1
    """
    return count(both(left, right))


def shared_times(left: Any, right: Any, minutes: int = MEETING_MINUTES) -> Any:
    """Return how many times two people have in common, each for at least so many minutes; the same time always is one.

    >>> shared_times(frozenset({"tue 15:00-17:00", "fri 9:00"}), frozenset({"tue 16:00-18:00"}))
    1
    """
    if isinstance(left, UnknownFact) or isinstance(right, UnknownFact):
        return left if isinstance(left, UnknownFact) else right
    if isinstance(left, AbstractSet) and isinstance(right, AbstractSet):
        return len(common_times(left, right, minutes))
    return (
        right.shared_times(left, minutes)
        if isinstance(left, AbstractSet)
        else left.shared_times(right, minutes)
    )


def both(left: Any, right: Any) -> Any:
    """Return the members that two sets share, as a set.

    >>> sorted(both(frozenset({"chess", "go"}), frozenset({"go"})))
    ['go']
    """
    return left & right


def share(part: Any, whole: Any) -> Any:
    """Return part of whole as whole points from 0 to 100, rounded down; nothing of nothing is 0.

    >>> share(1, 3), share(0, 0)
    (33, 0)
    """
    if isinstance(part, UnknownFact) or isinstance(whole, UnknownFact):
        return part if isinstance(part, UnknownFact) else whole
    if isinstance(part, int) and isinstance(whole, int):
        return 100 * part // whole if whole else 0
    return whole.share_of(part) if isinstance(part, int) else part.share(whole)


def at_most(value: Any, limit: Any) -> Any:
    """Return the smaller of two numbers; ``min`` would force a column into one answer.

    >>> at_most(7, 5)
    5
    """
    if isinstance(value, UnknownFact) or isinstance(limit, UnknownFact):
        return value if isinstance(value, UnknownFact) else limit
    if isinstance(value, int) and isinstance(limit, int):
        return int(min(value, limit))
    return limit.at_most(value) if isinstance(value, int) else value.at_most(limit)


def at_least(value: Any, limit: Any) -> Any:
    """Return the larger of two numbers; ``max`` would force a column into one answer.

    >>> at_least(-2, 0)
    0
    """
    if isinstance(value, UnknownFact) or isinstance(limit, UnknownFact):
        return value if isinstance(value, UnknownFact) else limit
    if isinstance(value, int) and isinstance(limit, int):
        return int(max(value, limit))
    return limit.at_least(value) if isinstance(value, int) else value.at_least(limit)


def subjects_from(marks: Any, mark: int) -> Any:
    """Return the set of subjects with this mark or a better one.

    >>> sorted(subjects_from({"physics": 5, "art": 3}, 4))
    ['physics']
    """
    if isinstance(marks, UnknownFact):
        return marks
    if isinstance(marks, Mapping):
        return frozenset(subject for subject, got in marks.items() if got >= mark)
    return marks.subjects_from(mark)


def subjects_up_to(marks: Any, mark: int) -> Any:
    """Return the set of subjects with this mark or a worse one.

    >>> sorted(subjects_up_to({"physics": 5, "art": 3}, 3))
    ['art']
    """
    if isinstance(marks, UnknownFact):
        return marks
    if isinstance(marks, Mapping):
        return frozenset(subject for subject, got in marks.items() if got <= mark)
    return marks.subjects_up_to(mark)


def names(ids: Any, participant: Any) -> Any:
    """Return whether a list of people, such as ``mentor.choices``, names the participant.

    >>> from nastavnik.people.records import Mentor, Mentee, Pupil
    >>> names(Mentor(Pupil("a"), choices={"b"}).choices, Mentee(Pupil("b")))
    True
    """
    if isinstance(ids, UnknownFact):
        return ids
    if isinstance(ids, AbstractSet):
        return one_of(participant.person.id, ids)
    return ids.names(participant.person.id)


def same_person(mentor: Any, mentee: Any) -> Any:
    """Return whether the two roles are taken by one and the same person.

    >>> from nastavnik.people.records import Mentor, Mentee, Pupil
    >>> same_person(Mentor(Pupil("a")), Mentee(Pupil("a")))
    True
    """
    return mentor.person.id == mentee.person.id
