"""Whatever stands in a file, there is a cohort or a list of faults, and never another error."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.workbooks import workbook
from nastavnik import InvalidInputError, Mentee, Mentor
from nastavnik.basics.messages import FAULTS
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.tables import read_cohort
from nastavnik.exchange.tables.columns.headings import columns_of
from nastavnik.people import Role

CELLS = (
    st.sampled_from(
        (
            "",
            "-",
            "да",
            "нет",
            "7",
            "7Г",
            "1.5",
            "=A1",
            "#",
            "#REF!",
            "p1",
            "p2",
            "p1, p3",
            "ученик",
        )
    )
    | st.sampled_from(
        (
            "педагог",
            "школник",
            "пассивный",
            "лидер",
            "физика 5, химия 9",
            "волонтёр",
            "a;b",
            "x" * 70,
        )
    )
    | st.sampled_from(
        ("p\u00a01", "p\u00ad1", "p\u200b1", "p\t1", "p\u202e1", "e\u0301", "0" * 200, "0" * 201)
    )
)


def outcome(mentees: bytes, mentors: bytes, ending: str) -> list[str]:
    """Read two files, and return the codes of what is wrong with them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name + ending) for name in ("mentees", "mentors")]
        for path, data in zip(paths, (mentees, mentors), strict=True):
            path.write_bytes(data)
        try:
            read_cohort(*paths)
        except InvalidInputError as error:
            for fault in error.faults:
                assert fault.place is not None
                assert all(fault.text(language) for language in LANGUAGES)
            return [fault.code for fault in error.faults]
    return []


WORKBOOK = workbook(["id", "position", "grade"], ["p1", "pupil", "7"])


def tables(role: type[Role]) -> st.SearchStrategy[list[list[str]]]:
    """Tables with some of the headings and any cells."""
    names = sorted({name for column in columns_of(role) for name in column.names})
    headings = st.lists(st.sampled_from(names) | CELLS, max_size=6)
    required = st.sampled_from(([], ["id", "position"]))
    rows = st.lists(st.lists(CELLS, max_size=8), max_size=5)
    return st.builds(lambda some, more, below: [[*some, *more], *below], required, headings, rows)


@settings(deadline=None)  # files take the time they take
@given(mentees=tables(Mentee), mentors=tables(Mentor), separator=st.sampled_from(";,\t"))
def test_any_cells(mentees: list[list[str]], mentors: list[list[str]], separator: str) -> None:
    """Any cells under any headings give people or faults that have a place and a sentence."""
    files = ["\n".join(separator.join(row) for row in rows).encode() for rows in (mentees, mentors)]
    assert set(outcome(files[0], files[1], ".csv")) <= FAULTS.keys()


@settings(deadline=None)  # files take the time they take
@given(mentees=tables(Mentee), mentors=tables(Mentor))
def test_any_cells_of_a_workbook(mentees: list[list[str]], mentors: list[list[str]]) -> None:
    """The same holds for workbooks."""
    assert set(outcome(workbook(*mentees), workbook(*mentors), ".xlsx")) <= FAULTS.keys()


@settings(deadline=None)  # files take the time they take
@given(st.binary(max_size=60), st.text(max_size=40), st.sampled_from((".csv", ".xlsx")))
def test_any_bytes(data: bytes, text: str, ending: str) -> None:
    """Any bytes and any text are no people, so there is a fault for each file."""
    assert len(outcome(data, text.encode("utf-16", "replace"), ending)) >= 2


@settings(deadline=None)  # files take the time they take
@example(start=4782, byte=64, length=3)  # an archive that says it needs a later program
@given(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255), st.integers(1, 40))
def test_a_workbook_with_wrong_bytes(start: int, byte: int, length: int) -> None:
    """A workbook in which some bytes went wrong gives a table or faults."""
    spoilt = WORKBOOK[:start] + bytes([byte]) * length + WORKBOOK[start + length :]
    assert set(outcome(spoilt, WORKBOOK, ".xlsx")) <= FAULTS.keys()
