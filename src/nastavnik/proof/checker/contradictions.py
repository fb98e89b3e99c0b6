"""Why a pair that may be formed is in no plan at all: demands that cannot be met together, and nothing superfluous."""

from collections.abc import Callable, Collection, Sequence

from nastavnik.programme.round.demands import (
    Ban,
    BrokenRules,
    Conflict,
    Demand,
    Lock,
    Minimum,
    Places,
    Repair,
)
from nastavnik.proof.checker.rounds import TableRound, refuse_unless

__all__ = ["check_conflict"]

Admits = Callable[[str, str], bool]
"""From a mentee and a mentor to whether the rules alone let them be paired."""


def check_conflict(rules: TableRound, locks: Collection[Lock], conflict: Conflict) -> None:
    """Check that demands contradict each other, that without any one of them they do not, and that repairs help.

    Args:
        rules: the round without any locks and bans.
        locks: all of the round; whom they join may be paired, whatever the rules say.
        conflict: the demands and repairs.

    Raises:
        CertificateError: when it is not so.
    """
    joined = {(lock.mentee, lock.mentor) for lock in locks}

    def admits(mentee: str, mentor: str) -> bool:
        able = bool(rules.score[rules.row[mentee], rules.column[mentor]] >= 0)
        return able or (mentee, mentor) in joined

    demands = list(conflict.demands)
    everybody = list(rules.row)
    for one in demands:
        if isinstance(one, (Minimum, Places)):
            refuse_unless(one.mentor in rules.column, f"mentor {one.mentor!r} is not of this round")
            mentor = rules.mentors[rules.column[one.mentor]]
            true = one in (Minimum(mentor.id, mentor.minimum), Places(mentor.id, mentor.capacity))
            refuse_unless(true, f"mentor {one.mentor!r} has another number")
    asked = {one for one in demands if isinstance(one, Lock)}
    refuse_unless(asked <= {*locks}, "a lock is named that is none of the round")
    refuse_unless(not _can_be(demands, everybody, admits), "the demands can all be met")
    reachable = _reachable(demands, everybody, admits)
    refuse_unless(list(conflict.reachable) == reachable, "other mentees may fill the minimums")
    for at in range(len(demands)):
        fewer = demands[:at] + demands[at + 1 :]
        refuse_unless(
            _can_be(fewer, everybody, admits), "fewer demands contradict each other already"
        )
    for repair in conflict.repairs:
        mended = _mended(demands, repair)
        helps = mended != demands and _can_be(mended, everybody, admits)
        refuse_unless(helps, "a repair does not help")


def _reachable(demands: Sequence[Demand], mentees: Sequence[str], admits: Admits) -> list[str]:
    """Return who may fill the minimums among some demands, as far as these say."""
    mentor_of = {one.mentee: one.mentor for one in demands if isinstance(one, Lock)}
    bans = {(one.mentee, one.mentor) for one in demands if isinstance(one, Ban)}
    wanted = [one.mentor for one in demands if isinstance(one, Minimum)]
    return [
        name
        for name in mentees
        if any(
            mentor_of.get(name, mentor) == mentor
            and (name, mentor) not in bans
            and admits(name, mentor)
            for mentor in wanted
        )
    ]


def _mended(demands: Sequence[Demand], repair: Repair) -> list[Demand]:
    """Return demands as a repair changes them."""
    mended: list[Demand] = []
    for one in demands:
        if isinstance(one, (Minimum, Places)):
            kind = "lower-minimum" if isinstance(one, Minimum) else "add-places"
            of_it = (repair.kind, repair.mentor) == (kind, one.mentor) and repair.to is not None
            mended.append(type(one)(one.mentor, repair.to or 0) if of_it else one)
            continue
        gone = {Lock: "drop-lock", Ban: "lift-ban", BrokenRules: "override"}[type(one)]
        if (repair.kind, repair.mentor, repair.mentee) != (gone, one.mentor, one.mentee):
            mended.append(one)
    return mended


def _can_be(demands: Sequence[Demand], mentees: Sequence[str], admits: Admits) -> bool:
    """Return whether demands can all be met, whatever else is asked."""
    locks = {(one.mentee, one.mentor) for one in demands if isinstance(one, Lock)}
    mentor_of = dict(locks)
    bans = {(one.mentee, one.mentor) for one in demands if isinstance(one, Ban)}
    broken = {(one.mentee, one.mentor) for one in demands if isinstance(one, BrokenRules)}
    if len(mentor_of) < len(locks) or locks & (bans | broken):
        return False
    taken = [mentor for _, mentor in locks]
    if any(taken.count(d.mentor) > d.at_most for d in demands if isinstance(d, Places)):
        return False
    wanted = [
        one.mentor
        for one in demands
        if isinstance(one, Minimum)
        for _ in range(one.at_least - taken.count(one.mentor))
    ]
    free = [name for name in mentees if name not in mentor_of]
    holder: dict[str, int] = {}

    def filled(slot: int, asked: set[str]) -> bool:
        """Return whether somebody can take a place that must be taken, others making room."""
        for name in free:
            if name in asked or (name, wanted[slot]) in bans or not admits(name, wanted[slot]):
                continue
            asked.add(name)
            if name not in holder or filled(holder[name], asked):
                holder[name] = slot
                return True
        return False

    return all(filled(slot, set()) for slot in range(len(wanted)))
