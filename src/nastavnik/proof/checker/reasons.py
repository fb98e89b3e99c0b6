"""Why somebody is left out, and why a mentor has free places, counted again."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nastavnik.people.columns import Path
from nastavnik.people.fields import fact_at
from nastavnik.programme.evidence import FreePlaces, Hindrance
from nastavnik.programme.evidence.reasons import (
    MOST_ELSEWHERE,
    MOST_PAIRS_ELSEWHERE,
    CrowdedOut,
    Elsewhere,
    NoAdmissibleMentor,
    Obstacle,
)
from nastavnik.proof.checker.rounds import Bools, Ints, TableRound, Way, refuse_unless

__all__ = ["check_crowd", "check_free_places", "check_obstacles"]


def check_obstacles(here: TableRound, mentee: str, reason: NoAdmissibleMentor) -> None:
    """Check that a mentee has no admissible mentor, and what stands in the way with how many.

    Raises:
        CertificateError: when it is not so.
    """
    row = here.row[mentee]
    refuse_unless(not (here.score[row] >= 0).any(), f"mentee {mentee!r} has admissible mentors")
    ways = [way for way in here.ways if way.joined[row].any()]
    near = _near(here, row, ways)
    noted = {
        kind: _gathered((_of_row(way, row, near, kind) for way in ways), near.size)
        for kind in ("failed", "alone", "unknown")
    }
    everywhere = [
        {name for name, refused in way.own.items() if refused[row]}
        for way in here.ways
        if way.mentees[row]
    ]
    decisive = set.intersection(*everywhere) if everywhere else set()
    found = [
        Obstacle(
            rule=rule,
            failed=int(with_whom.sum()),
            alone=int(noted["alone"][rule].sum()),
            decisive=rule in decisive,
            unknown=int(noted["unknown"][rule].sum()),
        )
        for rule, with_whom in noted["failed"].items()
        if with_whom.any()
    ]
    found.sort(key=lambda one: (not one.decisive, -one.alone, -one.failed, one.rule))
    elsewhere, besides = _elsewhere(here, [row])
    true = NoAdmissibleMentor(
        considered=int(near.sum()), obstacles=tuple(found), elsewhere=elsewhere, besides=besides
    )
    refuse_unless(reason == true, f"mentee {mentee!r}: the obstacles are not as stated")


def _near(here: TableRound, row: int, ways: list[Way]) -> Bools:
    """Return the mentors whom no fact that a form wants equal parts from a mentee; where there are none, all."""
    near, joined = np.zeros((2, len(here.column)), dtype=np.bool_)
    for of_form in _by_form(ways):
        joined |= of_form[0].joined[row]
        near |= of_form[0].joined[row] & ~_parted(here, row, of_form)
    return near if near.any() else joined


def _by_form(ways: list[Way]) -> list[list[Way]]:
    forms = dict.fromkeys(way.form.id for way in ways)
    return [[way for way in ways if way.form.id == form] for form in forms]


def _parted(here: TableRound, row: int, of_form: list[Way]) -> Bools:
    """Return the mentors of a form whom some fact that it wants equal parts from a mentee."""
    parted = np.zeros(len(here.column), dtype=np.bool_)
    keys = frozenset.intersection(*(way.keys for way in of_form))
    for column in np.flatnonzero(of_form[0].joined[row]).tolist():
        facts = [
            (fact_at(here.mentors[column], of_mentor), fact_at(here.mentees[row], of_mentee))
            for of_mentor, of_mentee in keys
        ]
        parted[column] = not all(one is not None and one == two for one, two in facts)
    return parted


def _elsewhere(here: TableRound, rows: Sequence[int]) -> tuple[tuple[Elsewhere, ...], int]:
    """Return the mentors whom a requirement of equality alone parts from any of some mentees, by what they state."""
    alone: dict[str, Bools] = {}
    keys: dict[str, tuple[Path, Path]] = {}
    for row in rows:
        _note_alone(here, row, alone, keys)
    found = []
    for name, mentors in alone.items():
        of_mentor, of_mentee = keys[name]
        words = [fact_at(one, of_mentor) for one in here.mentors]
        for word in dict.fromkeys(words[column] for column in np.flatnonzero(mentors).tolist()):
            same = np.array([other == word for other in words])
            first = int(same.argmax())
            found.append(
                Elsewhere(
                    rule=name,
                    value=fact_at(here.mentors[first], of_mentor, spelled=True),
                    count=int((mentors & same).sum()),
                    alike=any(
                        fact_at(here.mentees[row], of_mentee) != word
                        and _probably_one(here, row, first, keys[name])
                        for row in rows
                    ),
                )
            )
    found.sort(key=lambda one: (not one.alike, -one.count, one.rule, one.value or ""))
    return tuple(found[:MOST_ELSEWHERE]), sum(one.count for one in found[MOST_ELSEWHERE:])


def _note_alone(
    here: TableRound, row: int, alone: dict[str, Bools], keys: dict[str, tuple[Path, Path]]
) -> None:
    """Note the mentors whom each requirement of equality alone parts from a mentee."""
    ways = [way for way in here.ways if way.joined[row].any()]
    small = len(here.row) * len(here.column) <= MOST_PAIRS_ELSEWHERE
    for of_form in _by_form(ways):
        parted = _parted(here, row, of_form)
        if not small:
            for key in frozenset.intersection(*(way.keys for way in of_form)):
                parted &= [_probably_one(here, row, column, key) for column in here.column.values()]
        for way in of_form:
            only = _alone({name: failing[row] & parted for name, failing in way.fails.items()})
            for name, key in way.keys_of.items():
                keys.setdefault(name, key)
                alone[name] = alone.get(name, np.zeros_like(parted)) | only[name]


def _probably_one(here: TableRound, row: int, column: int, key: tuple[Path, Path]) -> bool:
    """Return whether two people state nearly the same."""
    of_mentor, of_mentee = key
    own = fact_at(here.mentees[row], of_mentee, spelled=True)
    other = fact_at(here.mentors[column], of_mentor, spelled=True)
    return here.spellings(of_mentor, of_mentee).probably_one(own, other)


def _of_row(way: Way, row: int, near: Bools, kind: str) -> Mapping[str, Bools]:
    fails = {name: failing[row] & near for name, failing in way.fails.items()}
    if kind == "unknown":
        return {name: fails[name] & unknown[row] for name, unknown in way.unknown.items()}
    return _alone(fails) if kind == "alone" else fails


def _alone(fails: Mapping[str, Bools]) -> Mapping[str, Bools]:
    """Return where each requirement is the only one that fails."""
    count = np.sum([*fails.values()], axis=0)
    return {name: failing & (count == 1) for name, failing in fails.items()}


def _gathered(each: Iterator[Mapping[str, Bools]], size: int) -> dict[str, Bools]:
    """Return where something is so of each requirement in any of several ways."""
    found: dict[str, Bools] = {}
    for some in each:
        for name, values in some.items():
            found[name] = found.get(name, np.zeros(size, dtype=np.bool_)) | values
    return found


def check_crowd(
    here: TableRound, at: Ints, mentee: str, crowd: CrowdedOut, kept_out: Sequence[str]
) -> None:
    """Check that those named hold all places that any of them or the mentee could have.

    Args:
        here: the round.
        at: column of each row in the plan.
        mentee: who is left out.
        crowd: why.
        kept_out: ids of all whom the same crowd keeps out.

    Raises:
        CertificateError: when it is not so, or when fewer would be crowd enough though it says that none would.
    """
    who = f"mentee {mentee!r}"
    known = here.row.keys() >= {*crowd.mentees} and here.column.keys() >= {*crowd.mentors}
    refuse_unless(known, f"{who}: the crowd is not of this round")
    once = all([*names] == sorted({*names}) for names in (crowd.mentees, crowd.mentors))
    refuse_unless(once, f"{who}: the ids of the crowd must ascend, each once")
    able = here.score[here.row[mentee]] >= 0
    refuse_unless(able.any(), f"{who} has no admissible mentor at all")
    holders = np.array([here.row[name] for name in crowd.mentees], dtype=np.intp)
    named = np.isin([*here.column], crowd.mentors)
    counted = int(here.most[named].sum()), int(here.taken[named].sum())
    refuse_unless((crowd.places, crowd.locked) == counted, f"{who}: the places are not as stated")
    held: NDArray[np.intp] = at[holders]
    all_there = bool((held >= 0).all() and named[held].all())
    full = all_there and len(crowd.mentees) == crowd.places
    refuse_unless(full, f"{who}: the places are not all held by those named")
    everybody = here.score[[here.row[mentee], *holders.tolist()]] >= 0
    refuse_unless(not everybody[:, ~named].any(), f"{who}: somebody of the crowd may go elsewhere")
    reached, before = able, np.zeros_like(able)
    while (reached != before).any():  # whose place is wanted wants others in turn
        before = reached
        reached = reached | (here.score[holders[reached[held]]] >= 0).any(axis=0)
    minimal = bool(reached[named].all())
    refuse_unless(minimal or not crowd.minimal, f"{who}: fewer would be crowd enough")
    members = sorted({*holders.tolist(), *(here.row[name] for name in kept_out)})
    same = (crowd.elsewhere, crowd.besides) == _elsewhere(here, members)
    refuse_unless(same, f"{who}: other mentors are kept away by another school alone")


def check_free_places(here: TableRound, at: Ints, said: FreePlaces) -> None:
    """Check how many places are free, how many mentees might come, and what keeps them away.

    Raises:
        CertificateError: when it is not so.
    """
    refuse_unless(said.mentor in here.column, f"mentor {said.mentor!r} is not of this round")
    column = here.column[said.mentor]
    able = (here.score[:, column] >= 0) & here.free
    fails = [
        {name: failing[:, column] for name, failing in way.fails.items()}
        for way in here.ways
        if way.joined[:, column].any()
    ]
    alone = _gathered(map(_alone, fails), able.size)
    found = [
        Hindrance(rule=rule, failed=int(some.sum()), alone=int(alone[rule].sum()))
        for rule, some in _gathered(iter(fails), able.size).items()
        if some.any() and not able.any()
    ]
    true = FreePlaces(
        mentor=said.mentor,
        places=int(here.most[column] + here.taken[column]),
        free=int(here.most[column] - (at == column).sum()),
        admissible=int(able.sum()),
        hindrances=tuple(sorted(found, key=lambda one: (-one.alone, -one.failed, one.rule))),
    )
    refuse_unless(said == true, f"mentor {said.mentor!r}: the free places are not as stated")
