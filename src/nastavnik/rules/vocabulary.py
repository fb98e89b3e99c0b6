"""The words a rule is written in; each works on two people and on whole columns alike.

A column knows the operation by the same name, so nothing here depends on how columns are kept.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from nastavnik.people.times import MEETING_MINUTES, common_times
from nastavnik.rules.views import UNKNOWN

__all__ = [
    "at_least",
    "at_most",
    "both",
    "count",
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
    if truth is UNKNOWN:
        return UNKNOWN
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
    if fact is UNKNOWN:
        return False
    return fact.is_known() if hasattr(fact, "is_known") else True


def one_of(value: Any, options: AbstractSet[Any]) -> Any:
    """Return whether a number, a text or a choice is one of several.

    >>> one_of("passive", {"passive", "active"})
    True
    """
    if value is UNKNOWN:
        return UNKNOWN
    return value.one_of(options) if hasattr(value, "one_of") else value in options


def count(items: Any) -> Any:
    """Return how many members a set has.

    >>> count(frozenset({"chess", "go"}))
    2
    """
    if items is UNKNOWN:
        return UNKNOWN
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
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
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
    if part is UNKNOWN or whole is UNKNOWN:
        return UNKNOWN
    if isinstance(part, int) and isinstance(whole, int):
        return 100 * part // whole if whole else 0
    return whole.share_of(part) if isinstance(part, int) else part.share(whole)


def at_most(value: Any, limit: Any) -> Any:
    """Return the smaller of two numbers; ``min`` would force a column into one answer.

    >>> at_most(7, 5)
    5
    """
    if value is UNKNOWN or limit is UNKNOWN:
        return UNKNOWN
    if isinstance(value, int) and isinstance(limit, int):
        return int(min(value, limit))
    return limit.at_most(value) if isinstance(value, int) else value.at_most(limit)


def at_least(value: Any, limit: Any) -> Any:
    """Return the larger of two numbers; ``max`` would force a column into one answer.

    >>> at_least(-2, 0)
    0
    """
    if value is UNKNOWN or limit is UNKNOWN:
        return UNKNOWN
    if isinstance(value, int) and isinstance(limit, int):
        return int(max(value, limit))
    return limit.at_least(value) if isinstance(value, int) else value.at_least(limit)


def subjects_from(marks: Any, mark: int) -> Any:
    """Return the set of subjects with this mark or a better one.

    >>> sorted(subjects_from({"physics": 5, "art": 3}, 4))
    ['physics']
    """
    if marks is UNKNOWN:
        return UNKNOWN
    if isinstance(marks, Mapping):
        return frozenset(subject for subject, got in marks.items() if got >= mark)
    return marks.subjects_from(mark)


def subjects_up_to(marks: Any, mark: int) -> Any:
    """Return the set of subjects with this mark or a worse one.

    >>> sorted(subjects_up_to({"physics": 5, "art": 3}, 3))
    ['art']
    """
    if marks is UNKNOWN:
        return UNKNOWN
    if isinstance(marks, Mapping):
        return frozenset(subject for subject, got in marks.items() if got <= mark)
    return marks.subjects_up_to(mark)


def names(ids: Any, participant: Any) -> Any:
    """Return whether a list of people, such as ``mentor.choices``, names the participant.

    >>> from nastavnik.people.records import Mentor, Mentee, Pupil
    >>> names(Mentor(Pupil("a"), choices={"b"}).choices, Mentee(Pupil("b")))
    True
    """
    if ids is UNKNOWN:
        return UNKNOWN
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
