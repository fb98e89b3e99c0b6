"""`plan.xlsx` and the folder of a plan: complete, safe to open, written whole or not at all."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from attrs import evolve

from helpers.pupils import mentee, mentor
from helpers.town import PLAN, TOWN
from helpers.workbooks import opened
from nastavnik import TARGET_MODEL, Cohort, InvalidInputError, match
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.report import reason_lines
from nastavnik.report.folder import write_folder
from nastavnik.report.workbook import plan_to_xlsx


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Pairs", "Groups", "Unmatched", "Summary"]),
        ("ru", ["Пары", "Группы", "Без наставника", "Итоги"]),
    ],
)
def test_the_workbook_has_everybody(language: str, names: list[str]) -> None:
    """Pairs, groups, unmatched with reasons, summary; as many rows as the plan has."""
    book = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, language))  # type: ignore[arg-type]
    assert book.sheetnames == names
    pairs, groups, unmatched, _ = (book[name] for name in names)
    assert [row[0].value for row in pairs.iter_rows(min_row=2)] == [p.mentee for p in PLAN.pairs]
    assert [row[6].value for row in pairs.iter_rows(min_row=2)] == [p.score for p in PLAN.pairs]
    members = [(g.mentor, mentee) for g in PLAN.groups for mentee in g.mentees]
    assert [(row[0].value, row[4].value) for row in groups.iter_rows(min_row=2)] == members
    for row, left in zip(unmatched.iter_rows(min_row=2), PLAN.unmatched, strict=True):
        assert row[0].value == left.mentee
        expected = "\n".join(reason_lines(left.reason, TARGET_MODEL, language))  # type: ignore[arg-type]
        assert row[2].value == expected


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
        "закреплёнными парами: 1 место.",
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
    move = Path.replace

    def fail_at_the_last(self: Path, target: Path) -> Path:
        if self.name == "plan.xlsx" and "earlier" not in str(target) and "earlier" not in str(self):
            raise failure
        return move(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_last)
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
