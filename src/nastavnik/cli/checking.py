"""What ``check`` says of a round whose tables have no faults: numbers, what is worth a look, values if asked for."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from nastavnik.basics.texts import Language
from nastavnik.cli.inputs import Demands
from nastavnik.cli.texts import TEXTS
from nastavnik.matching.demands.settlement import settled
from nastavnik.matching.reasons import concerns_of
from nastavnik.methodology.model import Methodology
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern
from nastavnik.programme.round.tallies import values_in
from nastavnik.report import Line
from nastavnik.report.of_concerns import concern_lines, say_concern, shows_value, value_lines

__all__ = ["concern_to_json", "concerns_under", "counts_of", "report_lines"]


def concerns_under(
    cohort: Cohort, methodology: Methodology, demands: Demands
) -> tuple[Concern, ...]:
    """Return what is worth a look in a round.

    Raises:
        NoPlanError: when the demands contradict each other in what can be seen without matching.
    """
    locks, bans = demands
    if locks or bans:
        settled(cohort, methodology, locks, bans).candidates()
    return concerns_of(cohort, methodology)


def counts_of(cohort: Cohort) -> dict[str, int]:
    """Return how many people and places there are."""
    return {
        "mentees": len(cohort.mentees),
        "mentors": len(cohort.mentors),
        "places": cohort.places,
    }


def concern_to_json(
    concern: Concern, methodology: Methodology, language: Language, *, every: bool = False
) -> dict[str, Any]:
    """Return a concern as JSON value: the record, and what people read; a value is null that the text does not show."""
    message, remedy = say_concern(concern, methodology, language, values=every)
    told = attrs.asdict(concern)
    for one, record in zip(concern.values, told["values"], strict=True):
        if not shows_value(concern, one, methodology, values=every):
            record["value"] = None
    return {**told, "message": message, "remedy": remedy}


def report_lines(
    cohort: Cohort,
    methodology: Methodology,
    found: Sequence[Concern],
    language: Language,
    *,
    counts: bool = True,
    values: bool = False,
    every: bool = False,
) -> Iterator[Line]:
    """Yield what is said of a round without faults.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        found: what is worth a look.
        language: of the lines.
        counts: whether the numbers of people and places are told, which nobody asked for.
        values: whether every distinct value is told as well.
        every: whether also those are shown that are not known to be harmless.
    """
    key = "round-looked-at" if found else "good-input"
    if counts:
        yield Line(TEXTS[key][language].format(**counts_of(cohort)))
    if found:
        lines = concern_lines(found, methodology, language, values=every)
        yield Line(TEXTS["worth-a-look"][language].format(len(found)), lines)
        cells = sum(one.count for one in found if one.code == "statement-missing")
        if cells:
            yield Line(TEXTS["cells-to-fill"][language].format(cells))
    if values:
        yield Line(
            TEXTS["values-follow"][language], value_lines(values_in(cohort), language, every=every)
        )
