"""The doctor: contradictory demands are named, no more of them than need be, with what really helps."""

from collections.abc import Mapping, Sequence

import attrs
import pytest

from helpers.instances import asked
from nastavnik.basics.errors import UnknownNameError
from nastavnik.matching.demands.doctor import Instance, conflicts_of
from nastavnik.matching.demands.doctor.filling import Reach, Trial
from nastavnik.matching.demands.doctor.repairs import repairs_of
from nastavnik.programme.round.demands import (
    Ban,
    BrokenRules,
    Conflict,
    Demand,
    Lock,
    Minimum,
    NoPlanError,
    Places,
    Repair,
)


def the_conflict(instance: Instance) -> Conflict:
    """Return the only conflict."""
    (conflict,) = conflicts_of(instance)
    return conflict


def helps(conflict: Conflict) -> list[str]:
    """Return the repairs as texts."""
    return [repair.text("en") for repair in conflict.repairs]


# A. Two locks of one mentee.


def test_one_mentee_cannot_be_locked_to_two_mentors() -> None:
    """Both locks are named, and dropping either helps."""
    conflict = the_conflict(asked(Lock("b", "p"), Lock("a", "p")))
    assert conflict.demands == (Lock("a", "p"), Lock("b", "p"))
    assert conflict.reachable == ()
    assert helps(conflict) == [
        "drop the lock of mentor a and mentee p",
        "drop the lock of mentor b and mentee p",
    ]


def test_a_lock_written_twice_is_one_lock() -> None:
    """Two people may ask for the same pair: no conflict, and no second place is taken."""
    twice = Lock("a", "p", by="class teacher"), Lock("a", "p", by="deputy head")
    assert conflicts_of(asked(*twice, places={"a": 1})) == ()


def test_a_third_lock_of_one_mentee_may_stand() -> None:
    """Two of three locks are named; once one of these is dropped, one asks again."""
    conflict = the_conflict(asked(Lock("a", "p"), Lock("b", "p"), Lock("c", "p")))
    assert conflict.demands == (Lock("a", "p"), Lock("b", "p"))


# B. A lock and a ban.


def test_a_pair_cannot_be_locked_and_banned() -> None:
    """The ban is lifted or the lock dropped; two bans of a pair are one."""
    bans = Ban("a", "p", by="parents"), Ban("a", "p", by="class teacher")
    conflict = the_conflict(asked(Lock("a", "p"), *bans))
    assert conflict.demands == (Lock("a", "p"), Ban("a", "p", by="class teacher"))
    assert [repair.kind for repair in conflict.repairs] == ["lift-ban", "drop-lock"]


def test_a_ban_on_another_pair_disturbs_no_lock() -> None:
    """Same mentee, other mentor; same mentor, other mentee."""
    assert conflicts_of(asked(Lock("a", "p"), Ban("b", "p"), Ban("a", "q"))) == ()


# C. A lock against the rules.


def test_a_locked_pair_must_keep_the_rules_it_does_not_override() -> None:
    """Only the rule that is not overridden is named, and it may be overridden as well."""
    lock = Lock("a", "p", overriding={"same-school"})
    conflict = the_conflict(asked(lock, breaking={("a", "p"): ("grade-gap", "same-school")}))
    assert conflict.demands == (lock, BrokenRules("a", "p", ("grade-gap",)))
    assert conflict.repairs == (
        Repair(kind="override", mentor="a", mentee="p", rules=("grade-gap",)),
        Repair(kind="drop-lock", mentor="a", mentee="p"),
    )


def test_a_lock_that_overrides_what_its_pair_breaks_is_fine() -> None:
    """It counts for the minimum of its mentor too, though the rules admit nobody there."""
    lock = Lock("a", "p", overriding={"grade-gap"})
    breaking = {("a", "p"): ("grade-gap",)}
    assert conflicts_of(asked(lock, minimums={"a": 1}, breaking=breaking)) == ()


def test_what_one_of_two_equal_locks_overrides_is_overridden() -> None:
    """Locks on one pair count as one."""
    locks = Lock("a", "p"), Lock("a", "p", overriding={"grade-gap"})
    assert conflicts_of(asked(*locks, breaking={("a", "p"): ("grade-gap",)})) == ()


# D. More locks than places.


def test_more_locked_mentees_than_places() -> None:
    """One lock more than there are places is named, in the order of mentees."""
    conflict = the_conflict(asked(*(Lock("a", mentee) for mentee in "srqp"), places={"a": 2}))
    assert conflict.demands == (Places("a", 2), *(Lock("a", mentee) for mentee in "pqr"))
    assert helps(conflict) == [
        "raise the places of mentor a to 3",
        *(f"drop the lock of mentor a and mentee {mentee}" for mentee in "pqr"),
    ]


def test_as_many_locked_mentees_as_places_are_fine() -> None:
    """The last place may be locked too."""
    assert conflicts_of(asked(Lock("a", "p"), Lock("a", "q"), places={"a": 2})) == ()


# E. A minimum above the places.


def test_a_minimum_above_the_places() -> None:
    """Either number gives way."""
    conflict = the_conflict(asked(admitted={"a": "pqrst"}, minimums={"a": 4}, places={"a": 2}))
    assert conflict.demands == (Minimum("a", 4), Places("a", 2))
    assert conflict.reachable == ("p", "q", "r", "s", "t")
    assert helps(conflict) == [
        "raise the places of mentor a to 4",
        "lower the minimum of mentor a to 2",
    ]


def test_places_are_not_blamed_where_there_are_too_few_mentees_anyway() -> None:
    """The minimum is above the places, but nobody could fill it either: more places do not help."""
    conflict = the_conflict(asked(admitted={"a": "p"}, minimums={"a": 4}, places={"a": 2}))
    assert conflict.demands == (Minimum("a", 4),)
    assert helps(conflict) == ["lower the minimum of mentor a to 1"]


# F. Minimums that cannot all be filled.


def test_a_minimum_nobody_may_fill() -> None:
    """One minimum alone can contradict the rules."""
    conflict = the_conflict(asked(minimums={"a": 2, "b": 1}, admitted={"b": "p"}))
    assert conflict.demands == (Minimum("a", 2),)
    assert conflict.reachable == ()
    assert helps(conflict) == ["lower the minimum of mentor a to 0"]


def test_three_minimums_and_two_mentees() -> None:
    """Those who contend are named, and not the mentor who has others to turn to."""
    admitted = {"a": "pq", "b": "pq", "c": "pq", "d": "pqrs"}
    conflict = the_conflict(asked(admitted=admitted, minimums=dict.fromkeys("abcd", 1)))
    assert conflict.demands == (Minimum("a", 1), Minimum("b", 1), Minimum("c", 1))
    assert conflict.reachable == ("p", "q")


def test_a_ban_keeps_the_only_mentee_away() -> None:
    """The ban is named; one on somebody whom the rules do not admit anyway is not."""
    bans = Ban("a", "p"), Ban("a", "z")
    conflict = the_conflict(asked(*bans, admitted={"a": "p"}, minimums={"a": 1}))
    assert conflict.demands == (Minimum("a", 1), Ban("a", "p"))
    assert conflict.reachable == ()
    assert [repair.kind for repair in conflict.repairs] == ["lower-minimum", "lift-ban"]


def test_a_lock_takes_the_only_mentee_elsewhere() -> None:
    """The lock is named, though its own mentor asks for nobody."""
    conflict = the_conflict(asked(Lock("b", "p"), admitted={"a": "p"}, minimums={"a": 1}))
    assert conflict.demands == (Minimum("a", 1), Lock("b", "p"))
    assert [repair.kind for repair in conflict.repairs] == ["lower-minimum", "drop-lock"]


def test_an_innocent_ban_is_not_named() -> None:
    """Two minimums contend for one mentee; lifting the ban on another mentor's pair would not help."""
    admitted = {"a": "p", "b": "p", "c": "pq"}
    conflict = the_conflict(
        asked(Ban("c", "p"), admitted=admitted, minimums={"a": 1, "b": 1, "c": 1})
    )
    assert conflict.demands == (Minimum("a", 1), Minimum("b", 1))


def test_mentees_make_way_along_a_chain() -> None:
    """The first choice of every mentor is taken by the one before, and yet all minimums can be filled."""
    admitted = {"a": "pq", "b": "pr", "c": "rs", "d": "p"}
    assert conflicts_of(asked(admitted=admitted, minimums=dict.fromkeys("abcd", 1))) == ()


def test_a_mentee_let_in_by_a_lock_may_fill_the_minimum() -> None:
    """The lock is not named for taking its own mentee, and who is locked counts as one who may come."""
    lock = Lock("a", "p", overriding={"grade-gap"})
    breaking = {("a", "p"): ("grade-gap",)}
    instance = asked(lock, Ban("a", "q"), admitted={"a": "q"}, minimums={"a": 2}, breaking=breaking)
    conflict = the_conflict(instance)
    assert conflict.demands == (Minimum("a", 2), Ban("a", "q"))
    assert conflict.reachable == ("p",)
    assert helps(conflict)[0] == "lower the minimum of mentor a to 1"


# Several at once.


def test_a_lock_against_the_rules_leaves_before_it_is_held_against_another() -> None:
    """What remains is told as it is: the other lock takes away whom the minimum was waiting for."""
    locks = Lock("a", "p"), Lock("b", "p")
    breaking = {("a", "p"): ("grade-gap",)}
    found = conflicts_of(asked(*locks, minimums={"a": 1}, breaking=breaking))
    assert [conflict.demands for conflict in found] == [
        (Lock("a", "p"), BrokenRules("a", "p", ("grade-gap",))),
        (Minimum("a", 1), Lock("b", "p")),
    ]


def test_conflicts_that_have_nothing_to_do_with_each_other_are_all_named() -> None:
    """A round with one contradiction of every kind."""
    instance = asked(
        Lock("a", "p"),
        Lock("b", "p"),
        Lock("a", "q"),
        Ban("a", "q"),
        Lock("b", "r"),
        Lock("c", "s"),
        Lock("c", "t"),
        admitted={"d": "q"},
        minimums={"d": 2},
        places={"c": 1},
        breaking={("b", "r"): ("grade-gap",)},
    )
    assert [conflict.demands for conflict in conflicts_of(instance)] == [
        (Lock("b", "r"), BrokenRules("b", "r", ("grade-gap",))),
        (Lock("a", "p"), Lock("b", "p")),
        (Lock("a", "q"), Ban("a", "q")),
        (Places("c", 1), Lock("c", "s"), Lock("c", "t")),
        (Minimum("d", 2),),
    ]


def test_two_crowds_of_minimums_are_two_conflicts() -> None:
    """Having named one, the doctor goes on."""
    admitted = {"a": "p", "b": "p", "c": "q", "d": "q"}
    found = conflicts_of(asked(admitted=admitted, minimums=dict.fromkeys("abcd", 1)))
    assert [conflict.demands for conflict in found] == [
        (Minimum("a", 1), Minimum("b", 1)),
        (Minimum("c", 1), Minimum("d", 1)),
    ]


def test_no_demands_no_conflict() -> None:
    """Nobody is asked about when no minimum is set."""

    def nobody(mentors: Sequence[str]) -> Mapping[str, frozenset[str]]:
        pytest.fail(f"asked about {mentors}")

    assert conflicts_of(attrs.evolve(asked(Lock("a", "p"), Ban("a", "q")), fillers=nobody)) == ()


def test_a_minimum_of_zero_asks_for_nothing() -> None:
    """It may be given and is passed over."""
    assert conflicts_of(asked(minimums={"a": 0})) == ()


def test_a_minimum_of_a_mentor_without_places_is_a_mistake() -> None:
    """It is not a contradiction: the mentor is not there."""
    with pytest.raises(UnknownNameError, match='unknown mentor "m9"'):
        asked(minimums={"m9": 1})


def test_a_lock_of_a_mentor_without_places_is_a_mistake() -> None:
    """It is not a contradiction: the mentor is not there."""
    with pytest.raises(UnknownNameError, match='unknown mentor "m9"'):
        asked(Lock("m9", "p"))


def test_large_minimums_are_lowered_at_once() -> None:
    """Two thousand mentees, two mentors who want 1500 each; five hundred mentors are in nobody's way."""
    everybody = frozenset(f"p{n}" for n in range(2000))
    others = [f"m{n}" for n in range(500)]
    admitted = {"a": everybody, "b": everybody}
    admitted |= {mentor: frozenset(f"{mentor}-{n}" for n in range(5)) for mentor in others}
    instance = Instance(
        locks=(),
        bans=(),
        minimums={**dict.fromkeys(others, 2), "a": 1500, "b": 1500},
        capacities={**dict.fromkeys(others, 2), "a": 1500, "b": 1500},
        broken=lambda _: (),
        fillers=lambda mentors: {mentor: admitted[mentor] for mentor in mentors},
    )
    conflict = the_conflict(instance)
    assert conflict.demands == (Minimum("a", 1500), Minimum("b", 1500))
    assert [repair.to for repair in conflict.repairs] == [500, 500]


def test_what_is_not_enough_is_not_offered() -> None:
    """Of two contradictions at once no single change makes a plan, so none is called a repair."""
    reach = Reach(lambda mentors: dict.fromkeys(mentors, frozenset({"p"})), {"b": {"q"}})
    contradictions: list[list[Demand]] = [
        [Minimum("a", 2), Places("a", 1)],
        [Lock("b", "q"), BrokenRules("b", "q", ("grade-gap",)), Ban("b", "q")],
        [Minimum("c", 3)],
    ]
    together = [demand for demands in contradictions for demand in demands]
    assert repairs_of(together, Trial(reach).is_satisfiable) == ()


def test_a_trial_remembers_nothing_that_matters() -> None:
    """Whom a lock brought to a mentor, in spite of the rules, is not there when the lock is left out."""
    trial = Trial(Reach(lambda mentors: dict.fromkeys(mentors, frozenset()), {}))
    assert trial.is_satisfiable([Minimum("a", 1), Lock("a", "p")])
    assert not trial.is_satisfiable([Minimum("a", 1)])


def test_a_conflict_reads_in_both_languages() -> None:
    """What a coordinator is shown."""
    instance = asked(
        Ban("a", "q"), Lock("c", "r"), admitted={"a": "pqr", "b": "p"}, minimums={"a": 1, "b": 1}
    )
    error = NoPlanError(conflicts_of(instance))
    assert error.text("ru").splitlines() == [
        "Выполнить все требования сразу нельзя, поэтому плана нет. Противоречий: 1",
        "  Эти условия вместе невыполнимы; достаточно изменить любое из них:",
        "    наставляемых у наставника a должно быть не меньше 1",
        "    наставляемых у наставника b должно быть не меньше 1",
        "    пара закреплена: наставник c, наставляемый r",
        "    пара запрещена: наставник a, наставляемый q",
        "    Всего наставляемых, которые подходят этим наставникам: 1",
        "  Поможет любое из этих изменений:",
        "    уменьшить минимум наставника a до 0",
        "    уменьшить минимум наставника b до 0",
        "    снять запрет на пару: наставник a, наставляемый q",
        "    снять закрепление пары: наставник c, наставляемый r",
    ]
