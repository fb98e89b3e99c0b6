"""What ``nastavnik test`` does; ``app`` gives it its name, options and help."""

from collections.abc import Sequence
from pathlib import Path

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.given_rules import given_rules
from nastavnik.cli.statuses import DONE, REFUSED
from nastavnik.exchange.cases import Case, read_cases
from nastavnik.report import cases_in_words

__all__ = ["test"]


def test(
    *,
    files: Sequence[Path],
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> int:
    """Hold the cases of all files against the rules, and return whether they come out as expected."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang).methodology
    cases: list[Case] = []
    faults: list[Fault] = []
    for file in files:
        try:
            cases += read_cases(file, methodology=given)
        except InvalidInputError as error:
            faults += error.faults
    if faults:
        raise InvalidInputError(faults)
    passage, wrong = cases_in_words(cases, given, lang)
    manner.answer(passage)
    return REFUSED if wrong else DONE
