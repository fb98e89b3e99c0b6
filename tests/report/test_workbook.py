"""`plan.xlsx` and the folder of a plan: complete, safe to open, written whole or not at all."""

import io
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import evolve

from helpers.pupils import mentee, mentor
from helpers.town import PLAN, TOWN
from helpers.workbooks import opened, workbook
from nastavnik import TARGET_MODEL, Cohort, InvalidInputError, match
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.folder import disk, unfinished
from nastavnik.exchange.json import cohort_from_json, plan_from_json, read_json
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.report import reason_lines
from nastavnik.report.folder import write_folder
from nastavnik.report.names import names_in_plan
from nastavnik.report.workbook import plan_to_xlsx


def _rows(sheet: Any) -> list[tuple[Any, ...]]:
    """Return the rows under the heading of a sheet."""
    return [*sheet.iter_rows(min_row=3, values_only=True)]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Groups", "Scores", "Reasons in detail", "People")),
        ("ru", ("Группы", "Баллы", "Причины подробно", "Участники")),
    ],
)
def test_the_workbook_has_everybody(language: Language, names: tuple[str, ...]) -> None:
    """Groups, scores and what they are made of, all reasons, and everybody with the id; as much as the plan has."""
    book = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, language))
    groups, scores, reasons, people = (_rows(book[name]) for name in names)
    assert [row[3] for row in groups] == [len(group.mentees) for group in PLAN.groups]
    assert sorted(row[3] for row in scores) == sorted(pair.score for pair in PLAN.pairs)
    for row in scores:
        assert (
            sum(int(n) for n in re.findall(r"– (\d+) (?:point|балл)\w*(?:;|$)", row[4])) == row[3]
        )
    said = [str(row[1]) for row in reasons]
    for left in PLAN.unmatched:
        lines = reason_lines(left.reason, TARGET_MODEL, language)
        at = next(k for k, row in enumerate(reasons) if f"({left.mentee})" in str(row[0]))
        assert tuple(said[at : at + len(lines)]) == lines
    assert sorted(row[0] for row in people) == sorted(
        [one.id for one in (*TOWN.mentees, *TOWN.mentors)]
    )


def test_names_are_read_back(tmp_path: Path) -> None:
    """From either language; of a workbook that is none of ours there are none."""
    expected = {one.id: one.person.name for one in (*TOWN.mentees, *TOWN.mentors)}
    for language in LANGUAGES:
        (tmp_path / "plan.xlsx").write_bytes(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, language))
        assert names_in_plan((tmp_path / "plan.xlsx").read_bytes()) == expected
    (tmp_path / "plan.xlsx").write_bytes(workbook(["Код", "ФИО"], ["p1", "Ася"]))
    assert names_in_plan((tmp_path / "plan.xlsx").read_bytes()) is None
    assert names_in_plan(b"PK nothing") is None


def test_a_plan_from_a_file_is_written_as_the_same(tmp_path: Path) -> None:
    """Everything follows from the folder; only the names do not stand in its JSON."""
    write_folder(tmp_path / "o", PLAN, TOWN, TARGET_MODEL)
    plan = read_json(tmp_path / "o/plan.json", plan_from_json)
    cohort = read_json(tmp_path / "o/cohort.json", cohort_from_json)
    names = names_in_plan((tmp_path / "o/plan.xlsx").read_bytes())
    again = plan_to_xlsx(plan, cohort, TARGET_MODEL, "en", names=names)
    assert again == (tmp_path / "o/plan.xlsx").read_bytes()


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_text_becomes_a_formula(start: str) -> None:
    """Ids and names that begin like a formula are plain text in every sheet."""
    text = f'{start}HYPERLINK("http://example.invalid","x")'
    mentees = [mentee(f"{text}{k}", name=text) for k in range(3)]
    ready = mentor(f"{text}a", 2, name=text)
    cohort = Cohort(mentees=mentees, mentors=[ready])
    plan = match(cohort)
    assert (plan.matched, len(plan.groups), len(plan.unmatched)) == (2, 1, 1)
    content = plan_to_xlsx(plan, cohort, TARGET_MODEL, "en")
    cells = [c for sheet in opened(content) for row in sheet.iter_rows() for c in row]
    assert sum(str(c.value).startswith(start) for c in cells) > 6
    assert not [c.coordinate for c in cells if c.data_type == "f" or c.hyperlink]
    with ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)


def test_a_crowd_in_sentences() -> None:
    """Whom it concerns, all places of the mentors with those of locks, who holds them, and what would help."""
    crowd = CrowdedOut(mentees=("a", "b"), mentors=("m",), places=2, locked=1)
    lines = "\n".join(reason_lines(crowd, TARGET_MODEL, "ru"))
    said_there = (
        "1 наставник (3 места): m.",
        "Закреплёнными парами занято: 1 место.",
        "(2): a, b",
        "место не понадобится",
    )
    for said in said_there:
        assert said in lines
    whole = evolve(crowd, minimal=False)
    assert lines.splitlines()[:-1] == [*reason_lines(whole, TARGET_MODEL, "ru")]
    nobody = CrowdedOut(mentees=(), mentors=("m",), places=0, locked=3)
    assert len(reason_lines(nobody, TARGET_MODEL, "en")) == 3


def test_an_empty_plan_can_be_written(tmp_path: Path) -> None:
    """A round without people is still a valid workbook."""
    nobody = Cohort(mentees=[], mentors=[])
    paths = write_folder(tmp_path / "empty", match(nobody), nobody, TARGET_MODEL)
    assert all(path.is_file() for path in paths)
    assert opened((tmp_path / "empty/plan.xlsx").read_bytes()).sheetnames


@pytest.mark.parametrize("failure", [PermissionError(13, "in use"), KeyboardInterrupt()])
def test_a_failure_leaves_no_trace(
    failure: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When one file cannot be moved in, the earlier ones are back and nothing else is left."""
    folder = tmp_path / "plan"
    write_folder(folder, PLAN, TOWN, TARGET_MODEL)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    move = disk.put_new

    def fail_at_the_last(source: Path, target: Path) -> None:
        if target.name == "plan.xlsx":
            raise failure
        move(source, target)

    monkeypatch.setattr(unfinished, "put_new", fail_at_the_last)
    with pytest.raises((InvalidInputError, KeyboardInterrupt)):
        write_folder(folder, match(TOWN, seed=9), TOWN, TARGET_MODEL, overwrite=True)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert list(tmp_path.iterdir()) == [folder]


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """Where the folder should be there is a file: a clear error, and the file is kept."""
    (tmp_path / "plan").write_text("mine")
    with pytest.raises(InvalidInputError) as caught:
        write_folder(tmp_path / "plan", PLAN, TOWN, TARGET_MODEL)
    assert [fault.code for fault in caught.value.faults] == ["not-a-folder"]
    assert (tmp_path / "plan").read_text() == "mine"
