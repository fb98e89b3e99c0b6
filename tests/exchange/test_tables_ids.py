"""Ids that are none: told once, where they stand, whatever else the table says."""

from pathlib import Path

import pytest

from nastavnik import InvalidInputError
from nastavnik.exchange.tables import read_cohort

NOT_PLAIN = ["0" * 201, "№" * 300]


def codes(folder: Path, mentees: str, mentors: str) -> list[tuple[str, str, int | None]]:
    """Read two tables and return code, file and row of every fault."""
    for name, text in (("mentees.csv", mentees), ("mentors.csv", mentors)):
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInputError) as raised:
        read_cohort(folder / "mentees.csv", folder / "mentors.csv")
    places = [fault.place for fault in raised.value.faults]
    assert all(place is not None and place.column for place in places)
    found = zip(raised.value.faults, places, strict=True)
    return [(fault.code, place.file, place.row) for fault, place in found if place]


@pytest.mark.parametrize("ident", NOT_PLAIN)
@pytest.mark.parametrize("position", ["pupil", ""])
def test_an_id_that_is_none_has_its_place(tmp_path: Path, ident: str, position: str) -> None:
    """The fault stands in the cell, with the position known or not, and the rest of the row is checked."""
    found = codes(
        tmp_path,
        f"id,position,grade\n{ident},{position},5\np2,pupil,12\n",
        "id,position\nt1,teacher\n",
    )
    assert ("not-plain-id", "mentees.csv", 2) in found
    assert ("not-class", "mentees.csv", 3) in found
    assert len(found) == (2 if position else 3)


@pytest.mark.parametrize("ident", NOT_PLAIN)
def test_whoever_names_it_is_told_nothing_more(tmp_path: Path, ident: str) -> None:
    """That somebody's choice names an id that is none comes of that id, and is no fault of the choice."""
    found = codes(
        tmp_path,
        f"id,position\n{ident},pupil\n",
        f"id,position,choices\nt1,teacher,{ident}\nt2,teacher,nobody\n",
    )
    assert found == [("not-plain-id", "mentees.csv", 2), ("names-nobody", "mentors.csv", 3)]


def test_what_nobody_sees_is_no_part_of_an_id(tmp_path: Path) -> None:
    """A joiner, a soft hyphen or a no-break space in one table names whoever has the id without it."""
    for name, text in (
        ("mentees.csv", "id,position,choices\np\u200b1,pupil,t\xa01\n"),
        ("mentors.csv", "id,position,choices\nt 1,teacher,p\xad1\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    cohort = read_cohort(tmp_path / "mentees.csv", tmp_path / "mentors.csv")
    assert cohort.mentee("p1").choices == {"t 1"}
    assert cohort.mentor("t 1").choices == {"p1"}
