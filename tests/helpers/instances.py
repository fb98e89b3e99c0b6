"""What is demanded of a round, in a few words, as the doctor is given it."""

from collections.abc import Mapping, Sequence

from nastavnik.matching.demands.doctor import Instance
from nastavnik.programme.round.demands import Ban, Lock


def asked(
    *pairs: Lock | Ban,
    admitted: Mapping[str, str] | None = None,
    minimums: Mapping[str, int] | None = None,
    places: Mapping[str, int] | None = None,
    breaking: Mapping[tuple[str, str], tuple[str, ...]] | None = None,
) -> Instance:
    """Make an instance of mentors a to d, who have 9 places unless said otherwise.

    Mentees are letters from p; ``admitted`` says whom the rules admit to a mentor, as one word.
    """
    rules = breaking or {}

    def broken(lock: Lock) -> tuple[str, ...]:
        names = rules.get((lock.mentor, lock.mentee), ())
        return tuple(name for name in names if name not in lock.overriding)

    def fillers(mentors: Sequence[str]) -> Mapping[str, frozenset[str]]:
        return {mentor: frozenset((admitted or {}).get(mentor, "")) for mentor in mentors}

    return Instance(
        locks=tuple(pair for pair in pairs if isinstance(pair, Lock)),
        bans=tuple(pair for pair in pairs if isinstance(pair, Ban)),
        minimums=minimums or {},
        capacities={**dict.fromkeys("abcd", 9), **(places or {})},
        broken=broken,
        fillers=fillers,
    )
