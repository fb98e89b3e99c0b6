"""The doctor against every plan there is: what it calls contradictory is, minimally, and each repair helps."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, product
from random import Random

import attrs
from hypothesis import event, given, settings
from hypothesis import strategies as st

from helpers.instances import asked
from helpers.sizes import examples
from nastavnik.matching.demands.doctor import Instance, conflicts_of
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
    @settings(max_examples=examples(300))
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
    @settings(max_examples=examples(300))
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
