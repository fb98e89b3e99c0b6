"""Reading takes twice the steps for twice the input, whatever the input: steps are counted, never seconds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.effort import calls_of
from helpers.workbooks import workbook
from nastavnik.basics.errors import InvalidInputError
from nastavnik.exchange.json import cohort_from_json
from nastavnik.exchange.tables import read_mentees
from nastavnik.exchange.toml_syntax import toml_of

MOST = 2.3


def steps(work: Callable[[], object]) -> int:
    """Return how many calls of functions some work takes, and what is wrong said in Russian."""

    def said() -> None:
        try:
            work()
        except InvalidInputError as error:
            error.text("ru")

    return calls_of(said)


def misspelt(size: int) -> str:
    """Return a table in which every position is misspelt in a way of its own."""
    return "id;position\n" + "".join(f"p{n};puppil{n}\n" for n in range(size))


def unknown_tasks(size: int) -> str:
    """Return a table with one cell of many unknown tasks."""
    return 'id;position;tasks\np;pupil;"' + ",".join(f"t{n}" for n in range(size)) + '"\n'


def strangers(size: int) -> str:
    """Return people of whom each refuses somebody who is not there."""
    return "id;position;refusals\n" + "".join(f"p{n};pupil;q{n}\n" for n in range(size))


@pytest.mark.parametrize("text", [misspelt, unknown_tasks, strangers])
def test_a_text_file_takes_steps_in_proportion(tmp_path: Path, text: Callable[[int], str]) -> None:
    """Rows, items of a cell and faults are each looked at a fixed number of times."""
    path = tmp_path / "m.csv"

    def of(size: int) -> int:
        path.write_text(text(size), "utf-8")
        return steps(lambda: read_mentees(path))

    of(10)
    small = of(300)
    assert of(600) < MOST * small


def test_a_workbook_takes_steps_in_proportion(tmp_path: Path) -> None:
    """What a sheet shows beside its values is gone through once."""
    path = tmp_path / "m.xlsx"

    def of(size: int) -> int:
        path.write_bytes(workbook(["id", "position"], *([f"p{n}", "=1+1"] for n in range(size))))
        return steps(lambda: read_mentees(path))

    of(10)
    small = of(200)
    assert of(400) < MOST * small


@pytest.mark.parametrize("double", ["", ',"z":1,"z":2'])
def test_json_takes_steps_in_proportion(double: str) -> None:
    """Keys that are not known, and a key that stands twice among many, are found in one look."""

    def of(size: int) -> int:
        keys = "".join(f',"k{n}":1' for n in range(size))
        text = f'{{"format":"nastavnik-cohort/1","mentees":[],"mentors":[]{keys}{double}}}'
        return steps(lambda: cohort_from_json(text))

    of(10)
    small = of(1000)
    assert of(2000) < MOST * small


def test_toml_takes_steps_in_proportion() -> None:
    """Tables and keys are parsed one after the other."""

    def of(size: int) -> int:
        text = "".join(f"[t{n}]\na = 1\n" for n in range(size))
        return steps(lambda: toml_of(text, "m.toml"))

    of(10)
    small = of(500)
    assert of(1000) < MOST * small
