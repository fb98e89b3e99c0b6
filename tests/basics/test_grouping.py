"""Faults of one kind are said once, and none is left out in silence."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.basics.texts import LANGUAGES, Language

FILES = st.sampled_from(["a.csv", "b.csv"])
COLUMNS = st.sampled_from(["Agreed", "Grade"])
VALUES = st.sampled_from([f"v{number}" for number in range(8)])


@st.composite
def faults(draw: st.DrawFn) -> Fault:
    """Draw a fault of a cell, of an object, or of a file of JSON."""
    code = draw(st.sampled_from(["not-yes-no", "not-whole"]))
    number = draw(st.integers(2, 40))
    kind = draw(st.sampled_from(["cell", "object", "json", "nowhere"]))
    value = draw(VALUES)
    if kind == "cell":
        place = Place(file=draw(FILES), row=number, column=draw(COLUMNS))
        return Fault(code, place=place, value=value)
    if kind == "object":
        role = draw(st.sampled_from(["mentor", "mentee"]))
        return Fault(code, subject=(role, f"p{number}"), field="agreed", value=value)
    if kind == "json":
        place = Place(file="c.json", path=f"$.mentees[{number}].agreed")
        return Fault(code, place=place, value=value)
    return Fault(code, value=value)


def rows_of(column: str, rows: Sequence[int], value: str = "perhaps") -> list[Fault]:
    """Return the same fault in several rows of one column."""
    places = [Place(file="a.csv", row=row, column=column) for row in rows]
    return [Fault("not-yes-no", place=place, value=value) for place in places]


def said(error: InvalidInputError, language: Language = "en") -> list[str]:
    """Return the lines of an error without the heading."""
    return [line.removeprefix("  ") for line in error.text(language).splitlines()[1:]]


def test_one_fault_in_four_hundred_rows_is_one_line() -> None:
    """With the first rows and how many more there are, in both languages."""
    error = InvalidInputError(rows_of("Agreed", range(2, 402)))
    assert said(error) == [
        'a.csv, rows 2, 3, 4 and 397 more, column «Agreed»: "perhaps" is neither yes nor no'
    ]
    assert error.text("ru").splitlines() == [
        "Найдено ошибок: 400",
        "  a.csv, строки 2, 3, 4 и ещё 397, столбец «Agreed»: «perhaps» – не «да» и не «нет»",
    ]
    assert len(error.faults) == 400


def test_one_alone_is_not_left_over() -> None:
    """Four rows are all named: «and 1 more» would take as much room."""
    assert said(InvalidInputError(rows_of("Agreed", [2, 3, 4, 5])))[0].startswith(
        "a.csv, rows 2, 3, 4, 5, column"
    )


def test_columns_are_told_apart_and_come_by_their_first_row() -> None:
    """Whoever mends a table goes from the top to the bottom."""
    found = [*rows_of("Grade", [2, 5]), *rows_of("Agreed", [3, 4])]
    found.sort(key=lambda fault: fault.place.row if fault.place and fault.place.row else 0)
    columns = [re.findall("«(.+?)»", line)[0] for line in said(InvalidInputError(found))]
    assert columns == ["Grade", "Agreed"]


def test_other_values_of_a_column_are_counted_after_the_first_three() -> None:
    """Sixty spellings of a class are one thing to do, not sixty."""
    found = [fault for row in range(2, 62) for fault in rows_of("Agreed", [row], f"v{row}")]
    lines = said(InvalidInputError(found))
    assert lines[:3] == [
        f'a.csv, row {row}, column «Agreed»: "v{row}" is neither yes nor no' for row in (2, 3, 4)
    ]
    assert lines[3:] == [
        "a.csv, rows 5, 6, 7 and 54 more, column «Agreed»: faults of this kind with other values: 57 more"
    ]


def test_people_and_paths_are_grouped_as_rows_are() -> None:
    """Objects and JSON have no rows."""
    people = [
        Fault("not-yes-no", subject=("mentee", f"p{k}"), field="agreed", value="x")
        for k in range(9)
    ]
    assert said(InvalidInputError(people)) == [
        'mentees p0, p1, p2 and 6 more, agreed: "x" is neither yes nor no'
    ]
    paths = [
        Fault("not-yes-no", place=Place(file="c.json", path=f"$.mentees[{k}].agreed"), value="x")
        for k in range(9)
    ]
    assert said(InvalidInputError(paths)) == [
        (
            "c.json, $.mentees[0].agreed, $.mentees[1].agreed, $.mentees[2].agreed and 6 more: "
            '"x" is neither yes nor no'
        )
    ]


def test_a_hundred_thousand_strange_keys_are_few_lines() -> None:
    """Faults of one code in ever other places end in a count."""
    places = [Place(file="c.json", path=f"$.strange{k}") for k in range(10_000)]
    lines = said(InvalidInputError([Fault("not-text", place=p, value=1) for p in places]))
    assert len(lines) < 40
    assert lines[-1] == "c.json: faults of this kind in other places: 9970 more"


@given(st.lists(faults(), min_size=1, max_size=60))
def test_every_fault_is_shown_or_counted(found: list[Fault]) -> None:
    """What the lines name and what they count is together what was found."""
    error = InvalidInputError(found)
    assert error.faults == tuple(found)
    for language in LANGUAGES:
        more = {"en": r"kind with other values: (\d+) more", "ru": r"значениями: ещё (\d+)"}
        counted = sum(int(n) for n in re.findall(more[language], error.text(language)))
        sentences = {fault.sentence(language) for fault in found}
        lines = said(error, language)
        shown = {
            sentence
            for sentence in sentences
            if any(line == sentence or line.endswith(": " + sentence) for line in lines)
        }
        assert counted <= sum(1 for _ in found)
        assert shown == sentences or counted >= len(sentences - shown)


@given(st.lists(faults(), min_size=1, max_size=3))
def test_a_fault_that_stands_alone_is_said_as_ever(found: list[Fault]) -> None:
    """Grouping changes nothing where nothing is the same."""
    for fault in found:
        assert InvalidInputError([fault]).text("ru").splitlines()[1:] == [
            "  " + line for line in fault.text("ru").splitlines()
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_the_same_for_the_same_faults(language: Language) -> None:
    """No order of a set or a dictionary shows."""
    found = [*rows_of("Grade", [2, 5]), *rows_of("Agreed", [3, 4, 9])]
    assert InvalidInputError(found).text(language) == InvalidInputError(found).text(language)
