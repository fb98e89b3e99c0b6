"""What would be otherwise: each is a changed assignment, with prices that leave no room for a better one."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from attrs import evolve

from nastavnik.assignment import Goal
from nastavnik.basics.errors import CertificateError, InvalidInputError, UnknownNameError
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import USUAL_PRIORITY
from nastavnik.programme.evidence import Advice, Change, Displaced, Loss
from nastavnik.programme.plan import Alternative, MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.newcomers import newcomers, unshared
from nastavnik.programme.round.respelling import SPELLED, respelled
from nastavnik.programme.round.statements import Statement, completed
from nastavnik.proof.checker.rounds import LARGEST, Ints, TableRound, refuse_unless

__all__ = [
    "advised",
    "check_advice",
    "check_alternatives",
    "check_displaced",
    "moved",
    "other_values",
]


def moved(plan: MatchingPlan, changes: Iterable[Change]) -> dict[str, str | None]:
    """Return everybody's mentor after some changes of a plan.

    Raises:
        CertificateError: when somebody does not stand in the plan as the changes say.
    """
    mentor_of = dict.fromkeys((left.mentee for left in plan.unmatched), None) | {
        pair.mentee: pair.mentor for pair in plan.pairs
    }
    for change in changes:
        stands = change.mentee in mentor_of and mentor_of[change.mentee] == change.before
        refuse_unless(stands, f"mentee {change.mentee!r} does not stand so in the plan")
        mentor_of[change.mentee] = change.after
    return mentor_of


def check_displaced(here: TableRound, plan: MatchingPlan, at: Ints, said: Displaced) -> None:
    """Check that the changes make a plan with the pair, what it loses, and that no plan with the pair loses less.

    Raises:
        CertificateError: when it is not so.
    """
    after = here.placed(moved(plan, said.changes).items())
    row = here.row.get(said.mentee, -1)
    there = row >= 0 and after[row] == here.column.get(said.mentor, -1) != at[row]
    refuse_unless(there, "the changes do not put the two together")
    here.check_best(after, here.prices({**plan.prices, **said.prices}.items()), forced=row)
    lost = [before - now for before, now in zip(here.value(at), here.value(after), strict=True)]
    losses = [
        Loss(goal=Goal.COVERAGE, priority=tier if here.several else None, amount=amount)
        for tier, amount in zip(here.tiers, lost, strict=False)
    ]
    losses.append(Loss(goal=Goal.SCORE, amount=lost[-1]))
    true = tuple(loss for loss in losses if loss.amount)
    refuse_unless(said.losses == true, f"mentee {said.mentee!r}: the losses are not as stated")


def advised(cohort: Cohort, methodology: Methodology, said: Advice) -> tuple[Cohort, Methodology]:
    """Return people and rules as some advice would have them.

    Raises:
        CertificateError: when the advice is of nobody, or of no rule.
    """
    kinds = (
        bool(said.statements),
        said.spelled is not None,
        bool(said.mentors),
        said.profile is not None,
        said.rule is not None,
    )
    refuse_unless(sum(kinds) == 1, "the advice is not of one thing")
    refuse_unless(said.profile is not None or not said.unshared, "there is no profile")
    of_rule = said.parameter, said.before, said.after
    refuse_unless(said.rule is not None or not any(one is not None for one in of_rule), "no rule")
    if said.spelled is not None:
        known = said.spelled.path in {f"person.{name}" for name in SPELLED}
        several = len({*said.spelled.values}) == len(said.spelled.values) > 1
        refuse_unless(known and several, "no spellings are to be made one")
        return respelled(cohort, said.spelled), methodology
    if said.statements:
        return _with_statements(cohort, said.statements), methodology
    if said.rule is not None:
        step = said.before is not None and said.after in (said.before - 1, said.before + 1)
        name = said.parameter or ""
        now = {r.parameters.get(name) for r in methodology.rules() if r.id == said.rule}
        refuse_unless(step and now == {said.before}, f"rule {said.rule!r} has another parameter")
        return cohort, methodology.with_parameters(said.rule, **{name: said.after})
    mentors = list(cohort.mentors)
    if said.profile is not None:
        some = 0 < said.count <= len(cohort.mentees)
        refuse_unless(some, "so many newcomers cannot all be needed")
        same = said.unshared == unshared(said.profile, cohort.mentors)
        refuse_unless(same, "the profile shares other statements with the mentors")
        mentors += newcomers(said.profile, said.count)
    else:
        names = [mentor.id for mentor in mentors]
        known = {*said.mentors} <= {*names}
        refuse_unless(known, "the mentors are not of this round")
        at = names.index(said.mentors[0])
        mentors[at] = evolve(mentors[at], capacity=mentors[at].capacity + 1)
    try:
        return Cohort(mentors=mentors, mentees=cohort.mentees), methodology
    except InvalidInputError:
        raise CertificateError("the newcomers cannot be in this round") from None


def _with_statements(cohort: Cohort, statements: Sequence[Statement]) -> Cohort:
    """Return the round with statements that nobody has made, each once.

    Raises:
        CertificateError: when something is stated already, is nobody's, or cannot be stated so.
    """
    each = {(one.side, one.id, one.path) for one in statements}
    refuse_unless(len(each) == len(statements), "a statement is made twice")
    refuse_unless(all(one.values for one in statements), "nothing is stated")
    try:
        return completed(cohort, statements)
    except (UnknownNameError, InvalidInputError, TypeError, ValueError):
        raise CertificateError("what is to be stated cannot be, or is stated already") from None


def other_values(said: Advice) -> Iterator[Advice]:
    """Yield advice with each other value of its statements in the place of the first, those of one field together."""
    for path in dict.fromkeys(one.path for one in said.statements):
        most = max(len(one.values) for one in said.statements if one.path == path)
        for at in range(1, most):
            yield evolve(
                said,
                statements=tuple(
                    evolve(one, values=(one.values[at],))
                    if one.path == path and at < len(one.values)
                    else one
                    for one in said.statements
                ),
            )


def check_advice(
    here: TableRound, then: TableRound, plan: MatchingPlan, at: Ints, said: Advice
) -> None:
    """Check that the changes are possible in the changed round, what they gain, and that nothing gains more.

    Args:
        here: the round.
        then: the round as advised.
        plan: the plan.
        at: column of each row in the plan.
        said: the advice.

    Raises:
        CertificateError: when it is not so.
    """
    after = then.placed(moved(plan, said.changes).items())
    then.check_best(after, then.prices({**plan.prices, **said.prices}.items()))
    gained = [now - before for before, now in zip(here.value(at), then.value(after), strict=True)]
    gains = tuple(
        (tier if here.several else USUAL_PRIORITY, amount)
        for tier, amount in zip(here.tiers, gained, strict=False)
        if amount
    )
    locked = then.locked_points() - here.locked_points()
    stated = said.gains, said.points
    refuse_unless(stated == (gains, gained[-1] + locked), "the gains are not as stated")
    columns = [here.score[:, here.column[name]] for name in said.mentors]
    alike = all(np.array_equal(column, columns[0]) for column in columns)
    refuse_unless(alike, "the mentors are not alike for the rules")


def check_alternatives(
    here: TableRound, plan: MatchingPlan, at: Ints, said: Sequence[Alternative]
) -> None:
    """Check alternatives in their order: none before it is shared more than said, and nothing such is better.

    Args:
        here: the round.
        plan: the plan.
        at: column of each row in the plan.
        said: the alternatives.

    Raises:
        CertificateError: when it is not so.
    """
    before = [at]
    for one in said:
        after = here.placed((pair.mentee, pair.mentor) for pair in one.pairs)
        kept = {pair.mentee: pair.mentor for pair in one.pairs if pair.mentee in here.locked}
        refuse_unless(kept == here.locked, "a lock is not kept")
        paired, left = [pair.mentee for pair in one.pairs], [*one.unmatched]
        stand = sorted([*paired, *left])
        refuse_unless(stand == sorted(here.row), "not everybody stands in the alternative once")
        in_order = paired == sorted(paired) and left == sorted(left)
        refuse_unless(in_order, "the alternative does not stand in the order of ids")
        most = one.scale * int(here.score.max(initial=0)) + one.penalty * len(before)
        in_range = one.scale > 0 and one.penalty >= 0 and most < LARGEST
        refuse_unless(in_range, "scale or penalty is out of range")
        score = here.score * one.scale
        rows = np.arange(at.size)
        for other in before:
            score[rows[other >= 0], other[other >= 0]] -= one.penalty
        here.check_best(after, here.prices(one.prices.items()), score=score)
        refuse_unless(here.value(after)[:-1] == here.value(at)[:-1], "fewer have a mentor")
        differs = tuple(int(((after >= 0) & (after != other)).sum()) for other in before)
        total = sum(pair.score for pair in one.pairs)
        refuse_unless((one.differs, one.total) == (differs, total), "it differs otherwise")
        refuse_unless(one.changes == tuple(_changes(plan, one)), "others change their mentor")
        before.append(after)


def _changes(plan: MatchingPlan, said: Alternative) -> Iterator[Change]:
    """Yield who has another mentor in an alternative than in the plan, in the order of the mentees' ids."""
    stands = moved(plan, ())
    after = {pair.mentee: pair.mentor for pair in said.pairs}
    for name in sorted(stands):
        if stands[name] != after.get(name):
            yield Change(mentee=name, before=stands[name], after=after.get(name))
