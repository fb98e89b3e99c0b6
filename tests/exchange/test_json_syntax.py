"""Texts that are no JSON: told in the reader's language, with the line and the character."""

import json
import re

import pytest

from helpers.languages import right_language
from nastavnik import InvalidInputError
from nastavnik.exchange.json import cohort_from_json, plan_from_json
from nastavnik.exchange.json.syntax import parsed

BROKEN = [
    "",
    "{",
    '{"a" 1}',
    '{"a": 1,}',
    '{"a": 1 "b": 2}',
    "[1,]",
    "{} x",
    '{"a": "b',
    '{"a": "\x01"}',
    '{"a": "\\x"}',
    '{"a": "\\u12"}',
    '{"a": NaN}',
    '{"a": Infinity}',
    '{"a": 1, "a": 2}',
    "[" * 100_000,
    '{"a": ' + "9" * 5000 + "}",
]


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:20])
def test_what_is_no_json_is_told_in_both_languages(text: str) -> None:
    """No word of Python's own stands in the Russian sentence."""
    for read in (cohort_from_json, plan_from_json):
        with pytest.raises(InvalidInputError) as caught:
            read(text)
        (fault,) = caught.value.faults
        assert fault.code == ("over-depth" if text.startswith("[[") else "not-json")
        russian = fault.text("ru").removeprefix("cohort.json: ").removeprefix("plan.json: ")
        assert right_language(russian, "ru")
        assert set(re.findall("[A-Za-z]{3,}", russian)) <= {"JSON", "NaN", "Infinity"}
        assert right_language(fault.text("en"), "en")


def test_the_place_is_that_of_the_reader() -> None:
    """Line and character are Python's, whatever the language."""
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json('{\n "a": 1,\n "b"\n}')
    assert "line 4 column 1" in caught.value.text("en")
    assert "не хватает двоеточия (строка 4, знак 1)" in caught.value.text("ru")


def test_right_json_is_read_as_python_reads_it() -> None:
    """Numbers, texts, lists and all."""
    text = '{"a": [1, 2.5, null, true, "\\u0434"], "b": {"a": {}}}'
    assert parsed(text) == json.loads(text)
