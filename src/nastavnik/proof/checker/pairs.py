"""Why a pair is in the plan, and why another may not be formed: rule by rule, asked of the two people themselves."""

from collections.abc import Mapping
from typing import Any

from nastavnik.people.fields import fact_at
from nastavnik.programme.evidence import Chosen, Inadmissible
from nastavnik.programme.plan import MatchingPlan, Pair
from nastavnik.programme.round.meetings import meeting_minutes, meeting_times
from nastavnik.proof.checker.rounds import TableRound, Way, refuse_unless
from nastavnik.rules.evaluation import judge, points_of

__all__ = ["check_chosen", "check_inadmissible", "check_pair"]


def check_pair(here: TableRound, pair: Pair) -> None:
    """Check that a pair breaks only what its lock overrides and gives the points stated, and that no way comes before.

    Raises:
        CertificateError: when it is not so.
    """
    at, who = here.pair(pair.mentee, pair.mentor)
    mentee, mentor = here.mentees[at[0]], here.mentors[at[1]]
    ways = [w for w in here.ways if (w.form.id, w.role_model.id) == (pair.form, pair.role_model)]
    refuse_unless(bool(ways) and bool(ways[0].joined[at]), f"{who}: no such form joins them")
    form, role_model = ways[0].form, ways[0].role_model
    rules = here.methodology.requirements_of(form, role_model)
    broken = tuple(sorted(rule.id for rule in rules if not judge(rule, mentor, mentee).holds))
    refuse_unless(broken == pair.overridden, f"{who}: other rules are broken than stated")
    allowed = {rule for lock in here.locks if lock.mentee == mentee.id for rule in lock.overriding}
    refuse_unless(allowed.issuperset(broken), f"{who}: a rule is broken without a lock")
    wishes = here.methodology.preferences_of(form, role_model)
    points = {rule.id: points_of(rule, mentor, mentee) for rule in wishes}
    score = sum(points[rule.id] * rule.weight for rule in wishes)
    refuse_unless((points, score) == (dict(pair.points), pair.score), f"{who}: other points")
    if mentee.id in here.locked:
        return
    refuse_unless(score == here.score[at], f"{who}: another way gives more points")
    refuse_unless(_first(here, at) is ways[0], f"{who}: another way of as many points comes first")


def _first(here: TableRound, at: tuple[int, int]) -> Way:
    """Return the way under which a pair counts: of the most points, then form by form, then of most requirements."""
    able = [
        way
        for way in here.ways
        if way.joined[at]
        and way.worth[at] == here.score[at]
        and not any(fails[at] for fails in way.fails.values())
    ]
    of_form = [way for way in able if way.form is able[0].form]
    return max(of_form, key=lambda way: len(way.fails))


def check_chosen(here: TableRound, plan: MatchingPlan, said: Chosen) -> None:
    """Check that the pair stands so in the plan, and what its place costs.

    Raises:
        CertificateError: when it is not so.
    """
    pair = plan.pair_of(said.mentee) if said.mentee in here.row else None
    facts = ("mentor", "form", "role_model", "score", "points", "overridden")
    same = pair is not None and all(getattr(said, name) == getattr(pair, name) for name in facts)
    refuse_unless(same, f"mentee {said.mentee!r}: the pair does not stand so in the plan")
    true = said.mentee in here.locked, plan.prices[said.mentor][-1]
    refuse_unless(
        (said.locked, said.price) == true, f"mentee {said.mentee!r}: another price or lock"
    )
    mentor, mentee = here.mentors[here.column[said.mentor]], here.mentees[here.row[said.mentee]]
    two = mentor.person, mentee.person
    times = meeting_times(two, meeting_minutes(here.methodology, said.form, said.role_model)) or ()
    same = said.times == tuple(time.key for time in times)
    refuse_unless(same, f"mentee {said.mentee!r}: other common times")
    form = here.methodology.form(said.form)
    rules = here.methodology.preferences_of(form, form.role_model(said.role_model))
    grounds = {
        rule.id: dict(rule.grounds(mentor, mentee)) for rule in rules if said.points.get(rule.id)
    }
    stated = [(one.rule, dict(one.facts)) for one in said.grounds]
    true_grounds = [(rule, facts) for rule, facts in grounds.items() if facts]
    refuse_unless(stated == true_grounds, f"mentee {said.mentee!r}: points for other facts")
    shown = here.methodology.categories_shown(mentee.person.position, mentee.signs)
    bound = form.role_model(said.role_model).categories
    follows = mentee.category is None and len(shown) == 1 and shown[0] in bound
    category = shown[0] if follows else None
    refuse_unless(said.category == category, f"mentee {said.mentee!r}: another category")


def check_inadmissible(here: TableRound, said: Inadmissible) -> None:
    """Check that a pair may not be formed, and that under the role model named just these facts stand in the way.

    Raises:
        CertificateError: when it is not so.
    """
    at, who = here.pair(said.mentee, said.mentor)
    refuse_unless(here.score[at] < 0, f"{who} may be paired")
    refuse_unless(
        said.mentee not in here.locked, f"{who}: the mentee is locked, whatever the rules"
    )
    failing = {
        (way.form.id, way.role_model.id): [name for name, fails in way.fails.items() if fails[at]]
        for way in here.ways
        if way.joined[at]
    }
    stated = [one.rule for one in said.failed]
    if said.form is None or said.role_model is None:
        refuse_unless(not failing and not stated, f"{who}: a form joins their positions")
        return
    refuse_unless(failing.get((said.form, said.role_model)) == stated, f"{who}: other rules fail")
    nearest = min(map(len, failing.values())) == len(stated)
    refuse_unless(nearest, f"{who}: another role model is nearer")
    form = here.methodology.form(said.form)
    of_id = {
        r.id: r for r in here.methodology.requirements_of(form, form.role_model(said.role_model))
    }
    sides = {"mentor": here.mentors[at[1]], "mentee": here.mentees[at[0]]}
    for one in said.failed:
        verdict = judge(of_id[one.rule], sides["mentor"], sides["mentee"])  # type: ignore[arg-type]
        facts = {path: _plain(path, sides) for path in verdict.facts}
        true = (one.unknown, dict(one.facts)) == (not verdict.decided, facts)
        refuse_unless(true, f"{who}: rule {one.rule!r} failed by other facts")


def _plain(path: str, sides: Mapping[str, Any]) -> object:
    """Return a fact by its path: sets and mappings as sorted tuples, what is chosen from a list as its word."""
    side, *names = path.split(".")
    value = fact_at(sides[side], names, spelled=True)
    if isinstance(value, (frozenset, Mapping)):
        value = tuple(sorted(value.items() if isinstance(value, Mapping) else value))
    return getattr(value, "value", value)
