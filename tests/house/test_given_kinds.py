"""Tables as schools have them: everybody in them is matched, or a sentence says what is wrong."""

import os
from pathlib import Path
from typing import Final

import pytest

from helpers.cases import VARIABLE, Case, cases_in, outcome_of
from helpers.given_kinds import KINDS

NOT_YET: Final[frozenset[str]] = frozenset()
"""Kinds that are not read rightly yet."""

_LINES: Final = 60
"""Lines that nobody reads through any more."""


def _given(name: str) -> object:
    marks = [pytest.mark.xfail(strict=True)] if name in NOT_YET else []
    return pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", [*map(_given, KINDS)])
def test_a_table_of_this_kind_is_read_as_is_meant_or_refused_with_the_reason(
    name: str, tmp_path: Path
) -> None:
    kind = KINDS[name]
    mentees, mentors = kind.write(tmp_path)
    outcome = outcome_of(Case(name=name, mentees=mentees, mentors=mentors))
    said = f"{outcome.checked.out}{outcome.checked.err}"
    assert not outcome.checked.crash, outcome.checked.trace
    assert not outcome.matched.crash, outcome.matched.trace
    assert not kind.says or any(word in said.casefold() for word in kind.says), said
    assert not any(word in said.casefold() for word in kind.never), said
    assert said.count("\n") < _LINES, said
    matched = outcome.pairs and outcome.pairs[0]
    if kind.matched is None:
        assert outcome.checked.status in {2, 3} or (kind.says and matched is not None), said
    elif not (kind.says and outcome.checked.status == 2):
        assert matched == kind.matched, said


@pytest.mark.skipif(
    VARIABLE not in os.environ, reason=f"{VARIABLE} does not name a folder of cases"
)
def test_no_case_of_the_folder_that_is_named_ends_in_a_traceback() -> None:
    for case in cases_in(Path(os.environ[VARIABLE])):
        if case.script is None:
            outcome = outcome_of(case)
            assert not outcome.checked.crash, (case.name, outcome.checked.trace)
            assert not outcome.matched.crash, (case.name, outcome.matched.trace)
