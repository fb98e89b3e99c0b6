"""The rules of the target model, held against cases that a methodologist can read without Python."""

from collections import Counter
from pathlib import Path

import pytest

from helpers.project import ROOT
from nastavnik import TARGET_MODEL
from nastavnik.exchange.cases import Case, outcome_of, read_cases

FILES = sorted((ROOT / "tests/cases").glob("*.toml"))
CASES = [case for path in FILES for case in read_cases(path)]

_NOT_OF_PAIRS = frozenset({"S1", "S13", "S14", "S15"})
"""Statements of documents, of results and of meetings, on which no pair depends; S15 is of none of the five forms."""


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{Path(case.place.file).stem} {case.place.path}"
)
def test_a_case_comes_out_as_expected(case: Case) -> None:
    outcome = outcome_of(case, TARGET_MODEL)
    assert not list(outcome.differences(case.expected)), case.name


def test_the_cases_are_many_and_of_both_kinds() -> None:
    kinds = Counter(case.expected.pair for case in CASES)
    assert min(kinds[True], kinds[False]) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_statement_of_pairs_has_a_case() -> None:
    covered = {name for case in CASES for name in case.covers}
    assert {f"S{number}" for number in range(1, 16)} - covered == _NOT_OF_PAIRS


def test_every_requirement_fails_in_some_case() -> None:
    """But for those that only a role model that never comes nearest asks for; each is told apart somewhere."""
    failed = {one.rule for case in CASES for one in outcome_of(case, TARGET_MODEL).failed}
    every = {rule.id for rule in TARGET_MODEL.every_requirement()}
    assert every - failed <= {
        "innovator",
        "less-experienced",
        "not-oneself",
        "offers-needed-subject",
        "project-experience",
        "same-taught-subject",
        "shared-pursuit",
        "socially-active-student",
    }


@pytest.mark.parametrize(
    "sign", [s.id for p in TARGET_MODEL.forms for c in p.categories for s in c.indicators]
)
def test_every_sign_opens_a_role_model_in_some_case(sign: str) -> None:
    """Figure of the model: each sign by itself leaves somebody to be paired with."""
    alone = [case for case in CASES if case.mentee.signs == {sign} and case.mentee.category is None]
    assert any(outcome_of(case, TARGET_MODEL).pair for case in alone), sign
