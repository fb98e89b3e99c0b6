"""What ``check`` says of a round whose tables have no faults: numbers, what is worth a look, values if asked for."""

from collections.abc import Iterator, Sequence
from typing import Final

from nastavnik.basics.texts import Language
from nastavnik.cli.inputs import Demands
from nastavnik.cli.texts import TEXTS
from nastavnik.matching.demands.settlement import settled
from nastavnik.matching.reasons.concerns import concerns_of
from nastavnik.methodology.model import Methodology
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern
from nastavnik.programme.round.tallies import values_in
from nastavnik.report.of_concerns import concern_lines, value_lines

__all__ = ["CONCERNED", "concerns_under", "report_lines"]

CONCERNED: Final = 3
"""Exit status when the tables have no faults, but something is worth a look, and ``--strict`` was given."""


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


def report_lines(
    cohort: Cohort,
    methodology: Methodology,
    found: Sequence[Concern],
    language: Language,
    *,
    values: bool = False,
) -> Iterator[str]:
    """Yield what is said of a round without faults.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        found: what is worth a look.
        language: of the lines.
        values: whether every distinct value is told as well.
    """
    counts = {"mentees": len(cohort.mentees), "mentors": len(cohort.mentors)}
    key = "round-looked-at" if found else "good-input"
    yield TEXTS[key][language].format(**counts, places=cohort.places)
    if found:
        cells = sum(one.count for one in found if one.code == "statement-missing")
        yield TEXTS["worth-a-look"][language].format(len(found))
        yield ""
        yield from concern_lines(found, methodology, language)
        if cells:
            yield ""
            yield TEXTS["cells-to-fill"][language].format(cells)
    if values:
        yield ""
        yield TEXTS["values-follow"][language]
        yield from value_lines(values_in(cohort), language)
