"""The doctor: contradictory demands are named, no more of them than need be, with what really helps."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, product
from random import Random

import attrs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

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

# A round in a few words.


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
    with pytest.raises(UnknownNameError, match="unknown mentor 'm9'"):
        asked(minimums={"m9": 1})


def test_a_lock_of_a_mentor_without_places_is_a_mistake() -> None:
    """It is not a contradiction: the mentor is not there."""
    with pytest.raises(UnknownNameError, match="unknown mentor 'm9'"):
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
        "План, выполняющий все требования, невозможен. Противоречий: 1",
        "  Вместе это невыполнимо; без любого одного остальное выполнимо:",
        "    у наставника a должно быть наставляемых не меньше 1",
        "    у наставника b должно быть наставляемых не меньше 1",
        "    пара закреплена: наставник c, наставляемый r",
        "    пара запрещена: наставник a, наставляемый q",
        "    Наставляемых, которых вообще можно к ним направить: 1",
        "  Поможет любое из этого:",
        "    уменьшить минимум наставника a до 0",
        "    уменьшить минимум наставника b до 0",
        "    снять запрет пары: наставник a, наставляемый q",
        "    снять закрепление пары: наставник c, наставляемый r",
    ]


# Against every plan there is.


def random_instance(random: Random) -> Instance:
    """Draw up to 4 mentors and 6 mentees, and demands; of a pair not admitted some rules are broken."""
    mentors = "abcd"[: random.randint(1, 4)]
    mentees = "pqrstu"[: random.randint(1, 6)]
    share = random.choice([0.2, 0.5, 0.8])
    breaking = {
        (mentor, mentee): random.choice([("r1",), ("r2",), ("r1", "r2")])
        for mentor, mentee in product(mentors, mentees)
        if random.random() > share
    }
    pairs: list[Lock | Ban] = []
    for _ in range(random.choice([0, 1, 2, 5])):
        overriding = random.choice([(), (), ("r1",), ("r1", "r2"), ("r1", "r2")])
        pair = random.choice(mentors), random.choice(mentees)
        pairs.append(Lock(*pair, overriding=overriding, by=random.choice(["", "head"])))
    bans = random.choice([0, 1, 3, 6])
    pairs += [Ban(random.choice(mentors), random.choice(mentees)) for _ in range(bans)]
    most = random.choice([0, 1, 2, 3])
    return asked(
        *pairs,
        admitted={m: "".join(p for p in mentees if (m, p) not in breaking) for m in mentors},
        minimums={m: n for m in mentors if (n := random.randint(0, most))},
        places={mentor: random.randint(1, 4) for mentor in mentors},
        breaking=breaking,
    )


Plan = Mapping[str, str | None]


def plans(instance: Instance) -> Iterable[Plan]:
    """Yield every plan: each mentee with nobody, with a mentor the rules admit, or with one of a lock."""
    admitted = instance.fillers(sorted(instance.capacities))
    pairs = {(mentor, mentee) for mentor, some in admitted.items() for mentee in some}
    pairs |= {(lock.mentor, lock.mentee) for lock in instance.locks}
    options: dict[str, list[str | None]] = {mentee: [None] for _, mentee in sorted(pairs)}
    for mentor, mentee in sorted(pairs):
        options[mentee] = [*options[mentee], mentor]
    for chosen in product(*options.values()):
        yield dict(zip(options, chosen, strict=True))


def meets(plan: Plan, demand: Demand) -> bool:
    """Whether a plan meets a demand, as it is said in words."""
    if isinstance(demand, Minimum):
        return list(plan.values()).count(demand.mentor) >= demand.at_least
    if isinstance(demand, Places):
        return list(plan.values()).count(demand.mentor) <= demand.at_most
    together = plan.get(demand.mentee) == demand.mentor
    return together if isinstance(demand, Lock) else not together


def a_plan_meets(demands: Collection[Demand], every: Sequence[Plan]) -> bool:
    """Whether one of the plans meets all the demands."""
    return any(all(meets(plan, demand) for demand in demands) for plan in every)


def all_demands(instance: Instance) -> list[Demand]:
    """Return everything that is asked of a plan for the instance."""
    rules: dict[tuple[str, str], set[str]] = {}
    for lock in instance.locks:
        broken = set(instance.broken(lock))
        rules[lock.mentor, lock.mentee] = rules.get((lock.mentor, lock.mentee), broken) & broken
    return [
        *instance.locks,
        *instance.bans,
        *(Minimum(mentor, least) for mentor, least in instance.minimums.items()),
        *(Places(mentor, most) for mentor, most in instance.capacities.items()),
        *(BrokenRules(*pair, tuple(sorted(names))) for pair, names in rules.items() if names),
    ]


def repaired(demands: Sequence[Demand], repair: Repair) -> list[Demand]:
    """Return the demands after the repair, which must change exactly one of them."""
    changes: dict[str, tuple[type, list[Demand]]] = {
        "lower-minimum": (Minimum, [Minimum(repair.mentor, repair.to or 0)]),
        "add-places": (Places, [Places(repair.mentor, repair.to or 0)]),
        "override": (BrokenRules, []),
        "lift-ban": (Ban, []),
        "drop-lock": (Lock, []),
    }
    kind, instead = changes[repair.kind]
    concerned = [
        demand
        for demand in demands
        if isinstance(demand, kind)
        and (demand.mentor, getattr(demand, "mentee", None)) == (repair.mentor, repair.mentee)
    ]
    assert len(concerned) == 1
    assert getattr(concerned[0], "rules", ()) == repair.rules
    return [demand for demand in demands if demand not in concerned] + instead


def check_doctor(instance: Instance) -> tuple[Conflict, ...]:
    """Hold all that the doctor says against all plans, and return it."""
    every = list(plans(instance))
    demands = all_demands(instance)
    found = conflicts_of(instance)
    assert (not found) == a_plan_meets(demands, every)
    named = Counter(chain.from_iterable(conflict.demands for conflict in found))
    assert not named or max(named.values()) == 1
    assert a_plan_meets([one for one in demands if not is_among(one, named)], every)
    for conflict in found:
        check_conflict(conflict, every)
        assert all(is_among(demand, demands) for demand in conflict.demands)
    return found


def is_among(demand: Demand, demands: Iterable[Demand]) -> bool:
    """Whether the demand, or one that asks for the same, is there."""
    return any(same(demand) == same(other) for other in demands)


def same(demand: Demand) -> tuple[object, ...]:
    """Return what a demand asks for, without who asks and why."""
    if isinstance(demand, (Lock, Ban)):
        return type(demand), demand.mentor, demand.mentee
    return type(demand), *attrs.astuple(demand)


def check_conflict(conflict: Conflict, every: Sequence[Plan]) -> None:
    """Hold one conflict against all plans."""
    demands = conflict.demands
    assert not a_plan_meets(demands, every)
    for left_out in range(len(demands)):
        assert a_plan_meets([*demands[:left_out], *demands[left_out + 1 :]], every)
    assert len(conflict.repairs) == len(demands)
    for repair in conflict.repairs:
        assert a_plan_meets(repaired(demands, repair), every)
        if repair.to is not None:
            step = 1 if repair.kind == "lower-minimum" else -1
            less = attrs.evolve(repair, to=repair.to + step)
            assert not a_plan_meets(repaired(demands, less), every)
    order = ["override", "add-places", "lower-minimum", "lift-ban", "drop-lock"]
    kinds = [order.index(repair.kind) for repair in conflict.repairs]
    assert kinds == sorted(kinds)
    check_reachable(conflict, every)


def check_reachable(conflict: Conflict, every: Sequence[Plan]) -> None:
    """Hold who may fill the minimums against the plans that meet the demands on pairs."""
    minimums = [demand for demand in conflict.demands if isinstance(demand, Minimum)]
    mentors = {demand.mentor for demand in minimums}
    pairs = [d for d in conflict.demands if not isinstance(d, (Minimum, Places))]
    going: set[str] = set()
    if minimums:
        for plan in every:
            if all(meets(plan, demand) for demand in pairs):
                going |= {mentee for mentee, mentor in plan.items() if mentor in mentors}
    assert set(conflict.reachable) == going
    assert list(conflict.reachable) == sorted(going)
    if minimums and not any(isinstance(demand, Places) for demand in conflict.demands):
        assert sum(demand.at_least for demand in minimums) > len(going)


class TestContradictionsAreNamed:
    """«When hard demands contradict, say which, minimally, with verified repairs»."""

    @given(st.randoms(use_true_random=False))
    @settings(max_examples=300)
    def test_what_is_said_is_true_of_all_plans(self, random: Random) -> None:
        """Named exactly when no plan exists, minimal, and every repair is enough and the least."""
        found = check_doctor(random_instance(random))
        event(f"{len(found)} conflicts")

    def test_of_300_contradictory_instances_300_are_named(self) -> None:
        """Every kind of demand and of repair is among them."""
        random = Random(20)
        contradictory = named = 0
        kinds: Counter[str] = Counter()
        while contradictory < 300:
            instance = random_instance(random)
            if a_plan_meets(all_demands(instance), list(plans(instance))):
                assert conflicts_of(instance) == ()
                continue
            contradictory += 1
            found = check_doctor(instance)
            named += bool(found)
            for conflict in found:
                kinds.update(type(demand).__name__ for demand in conflict.demands)
                kinds.update(repair.kind for repair in conflict.repairs)
        assert f"{named} of {contradictory} named" == "300 of 300 named"
        assert len(kinds) == 10
        assert min(kinds.values()) >= 10

    @given(st.randoms(use_true_random=False))
    @settings(max_examples=300)
    def test_the_order_of_the_input_does_not_matter(self, random: Random) -> None:
        """Locks, bans and mappings may come in any order."""
        instance = random_instance(random)
        shuffled = attrs.evolve(
            instance,
            locks=tuple(random.sample(instance.locks, len(instance.locks))),
            bans=tuple(random.sample(instance.bans, len(instance.bans))),
            minimums=dict(reversed([*instance.minimums.items()])),
            capacities=dict(reversed([*instance.capacities.items()])),
        )
        assert conflicts_of(shuffled) == conflicts_of(instance)
        assert repr(conflicts_of(shuffled)) == repr(conflicts_of(instance))
