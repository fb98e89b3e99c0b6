"""What can be wrong with locks and bans, each by itself, given the people of the round and the rules."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from nastavnik.basics.errors import Fault, UnknownNameError, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.words import lookalike
from nastavnik.methodology.model import Methodology
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.programme.round.lookalikes import by_look
from nastavnik.rules.catalogue.pairing import NotBanned

__all__ = ["binding_requirements", "faults_of_demands", "strange_demands"]


def binding_requirements(methodology: Methodology) -> frozenset[str]:
    """Return the ids of the requirements that no lock can override."""
    return frozenset(rule.id for rule in methodology.every_requirement() if rule.binding)


def strange_demands(demands: Sequence[object], kind: type[Any]) -> Iterator[Fault]:
    """Yield those among the demands that are of another kind."""
    for demand in demands:
        if not isinstance(demand, kind):
            yield Fault(
                "not-a-demand",
                field=f"{kind.role}s",
                value=type(demand).__name__,
                kind=kind.__name__,
            )


def faults_of_demands(
    locks: Sequence[Lock], bans: Sequence[Ban], cohort: Cohort, methodology: Methodology
) -> Iterator[Fault]:
    """Yield what is wrong with each: it names nobody, no form joins the two, a rule cannot be overridden.

    Whether they contradict each other is found when the round is settled.
    """
    demands: list[Lock | Ban] = [*locks, *bans]
    faults = [fault for demand in demands for fault in _names(demand, cohort)]
    yield from faults
    misplaced = {fault.subject for fault in faults}
    known = {rule.id for rule in methodology.every_requirement()}
    binding = binding_requirements(methodology)
    for lock in locks:
        subject = lock.role, _pair(lock)
        yield from _wrong_rules(lock, known, binding)
        if subject not in misplaced and not _joined(lock, cohort, methodology):
            mentor, mentee = cohort.mentor(lock.mentor).person, cohort.mentee(lock.mentee).person
            yield Fault(
                "no-form-joins",
                subject=subject,
                mentor=mentor.position.title,
                mentee=mentee.position.title,
            )
    if bans and not _heeds_bans(methodology):
        yield Fault("bans-unheeded", field="bans")


def _names(demand: Lock | Ban, cohort: Cohort) -> Iterator[Fault]:
    for kind, name, find, ids in (
        ("mentor", demand.mentor, cohort.mentor, cohort.mentor_facts.ids),
        ("mentee", demand.mentee, cohort.mentee, cohort.mentee_facts.ids),
    ):
        try:
            find(name)
        except UnknownNameError:
            subject = demand.role, _pair(demand)
            advice = by_look(ids).get(lookalike(name)) or nearest(name, ids)
            role = PLACES[kind]
            yield Fault(
                "names-nobody", subject=subject, field=kind, value=name, role=role, advice=advice
            )
    if demand.mentor == demand.mentee and isinstance(demand, Lock):
        yield Fault("locked-to-oneself", subject=(demand.role, _pair(demand)))


def _wrong_rules(lock: Lock, known: Collection[str], binding: Collection[str]) -> Iterator[Fault]:
    for rule in lock.overriding:
        if rule in binding:
            subject = lock.role, _pair(lock)
            yield Fault("not-overridable", subject=subject, field="overriding", value=rule)
        elif rule not in known:
            yield Fault(
                "unknown-rule",
                subject=(lock.role, _pair(lock)),
                field="overriding",
                value=rule,
                advice=nearest(rule, known),
            )


def _joined(lock: Lock, cohort: Cohort, methodology: Methodology) -> bool:
    """Return whether any form joins the positions of the two."""
    mentor, mentee = cohort.mentor(lock.mentor).person, cohort.mentee(lock.mentee).person
    return any(
        form.mentor_position is mentor.position and form.mentee_position is mentee.position
        for form in methodology.forms
    )


def _heeds_bans(methodology: Methodology) -> bool:
    """Return whether every role model asks that the coordinator has not ruled the pair out."""
    return all(
        any(isinstance(rule, NotBanned) for rule in methodology.requirements_of(form, role_model))
        for form, role_model in methodology.ways
    )


def _pair(demand: Lock | Ban) -> str:
    return f"{demand.mentor} – {demand.mentee}"
