"""Checks that a plan was made from just these people and rules, and names them rightly; no pair is looked at."""

from collections.abc import Iterable

from nastavnik.basics.errors import CertificateError, InvalidInputError, NotInForceError
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.digests import digest_of_cohort, digest_of_methodology

__all__ = ["check_origin"]


def check_origin(plan: MatchingPlan, cohort: Cohort, methodology: Methodology) -> None:
    """Check digests, methodology, day, places, and the order in which a plan lists people and demands.

    Raises:
        CertificateError: naming the first thing that is wrong.
    """
    if plan.cohort_digest != digest_of_cohort(cohort):
        raise CertificateError(
            "the plan was made for other people: the digest of the cohort differs"
        )
    if plan.methodology != methodology.id:
        raise CertificateError(f"the plan names the methodology {plan.methodology!r}")
    if plan.methodology_digest != digest_of_methodology(methodology):
        raise CertificateError(
            f"the plan was made under other rules than {methodology.id!r}: the digest differs; "
            "give the methodology it was made with"
        )
    named = plan.rule_changes  # earlier versions named none
    if named and named != methodology.changes and not _lead(plan):
        raise CertificateError("the changes of rules that the plan names do not lead to its rules")
    if plan.on is not None:
        try:
            methodology.on(plan.on)
        except NotInForceError as error:
            raise CertificateError(f"the plan is for a day without rules: {error}") from None
    facts = cohort.mentor_facts
    capacity = facts.field(("capacity",))
    places = [capacity.values[code] for code in capacity.codes.tolist()]
    if list(plan.places.items()) != list(zip(facts.ids, places, strict=True)):
        raise CertificateError("the plan lists other mentors or places than the cohort")
    for listed in (plan.pairs, plan.unmatched):
        _check_order([one.mentee for one in listed], "the plan does not stand in the order of ids")
    for demands in (plan.locks, plan.bans):
        _check_order(
            [(one.mentee, one.mentor) for one in demands],
            "the locks and bans do not stand once each, in the order of the ids",
        )


def _lead(plan: MatchingPlan) -> bool:
    """Return whether the changes that a plan names make its rules of the target model."""
    try:
        changed = TARGET_MODEL.changed(plan.rule_changes)
    except InvalidInputError:
        return False
    return digest_of_methodology(changed) == plan.methodology_digest


def _check_order(names: Iterable[str] | Iterable[tuple[str, str]], what: str) -> None:
    listed = list(names)
    if listed != sorted(listed):  # type: ignore[type-var]
        raise CertificateError(what)
