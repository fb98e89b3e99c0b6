"""The rules that a call asks for, and those that a plan was made by and keeps: never asked for twice."""

from collections.abc import Iterator
from pathlib import Path

import attrs
from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.methodologies import load_methodology
from nastavnik.exchange.rule_changes import read_rule_changes
from nastavnik.methodology import Methodology, RuleChanges
from nastavnik.methodology.changes import NO_CHANGES
from nastavnik.methodology.changing import apply
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.digests import digest_of_methodology

__all__ = ["GivenRules", "given_rules"]


@frozen(kw_only=True)
class GivenRules:
    """What the options of a call say about the rules.

    Args:
        base: the methodology that is named, as it was found.
        changes: of the file of rules and of ``--reading``.
        options: by which they were asked for.
    """

    base: Methodology
    changes: RuleChanges
    options: tuple[str, ...]

    @property
    def methodology(self) -> Methodology:
        """The methodology with the changes."""
        return self.base.changed(self.changes)

    def of_plan(self, plan: MatchingPlan) -> Methodology:
        """Return the rules of a plan, which it keeps itself, and the options need not name.

        Where the named methodology is not that of the plan at all, whoever holds the plan against it says so.

        Raises:
            InvalidInputError: when the options ask for other rules than the plan keeps.
        """
        kept = self._kept(plan)
        if not self.changes:
            return self.base if kept is None else kept
        asked = self.methodology
        if kept is None:
            return asked
        if digest_of_methodology(asked) == plan.methodology_digest:
            return kept
        raise InvalidInputError([Fault("rules-of-the-plan", field=one) for one in self.options])

    def _kept(self, plan: MatchingPlan) -> Methodology | None:
        """Return the methodology with what the plan keeps, or None where these are not the plan's rules."""
        try:
            kept = self.base.changed(plan.rule_changes)
        except InvalidInputError:
            return None
        return kept if digest_of_methodology(kept) == plan.methodology_digest else None


def given_rules(
    named: str | None, *, reading: str | None, file: Path | None, language: Language
) -> GivenRules:
    """Return what the options of a call say about the rules.

    Args:
        named: the methodology, or None for the target model.
        reading: id of a reading of the methodology, or None for its own.
        file: of rules, or None.
        language: of what is said when there is no such methodology.

    Raises:
        InvalidInputError: with every fault of the file, or of the reading.
    """
    found = load_methodology(named, language=language)
    base = attrs.evolve(found, changes=NO_CHANGES)
    changes = RuleChanges(reading=reading)
    faults = [fault.moved(field="--reading") for _, fault in apply(changes, base)[1]]
    if file is not None:
        of_file = read_rule_changes(file, methodology=base)
        if reading is not None and of_file.reading not in {None, reading}:
            faults.append(
                Fault("given-twice", field="--reading", value=reading, other=of_file.reading)
            )
        changes = changes.followed_by(of_file)
    if faults:
        raise InvalidInputError(faults)
    return GivenRules(
        base=base, changes=changes, options=tuple(_options(reading=reading, file=file))
    )


def _options(*, reading: str | None, file: Path | None) -> Iterator[str]:
    if reading is not None:
        yield "--reading"
    if file is not None:
        yield "--rules"
