"""The one budget of what is read: it is told, and every reader keeps to it."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest

from helpers.binary_workbooks import Page, ods
from helpers.pupils import mentee, mentor
from helpers.workbooks import workbook
from nastavnik import Cohort, match
from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.limits import LIMITS, Limits
from nastavnik.basics.messages import FAULTS
from nastavnik.exchange.json import cohort_from_json
from nastavnik.exchange.tables import read_mentees
from nastavnik.exchange.toml_syntax import toml_of

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
SMALL = Limits(
    rows=2,
    cells=8,
    columns=3,
    sheets=1,
    parts=2,
    faults=2,
    keys=3,
    values=4,
    depth=3,
    toml_bytes=30,
)


def table(tmp_path: Path, text: str) -> Callable[[], object]:
    """Return what reads a table."""
    path = tmp_path / "m.csv"
    path.write_text(text, "utf-8")
    return lambda: read_mentees(path)


def faults(call: Callable[[], object]) -> tuple[Fault, ...]:
    """Return what is wrong."""
    with pytest.raises(InvalidInputError) as raised:
        call()
    return raised.value.faults


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the budget small everywhere."""
    for name in (
        "people_table",
        "files.table_files",
        "formats.csv_files",
        "formats.packages",
        "formats.workbooks",
    ):
        monkeypatch.setattr(f"nastavnik.exchange.tables.{name}.LIMITS", SMALL)
    for name in (
        "basics.limits",
        "exchange.json.syntax",
        "exchange.json.reader",
        "exchange.toml_syntax",
    ):
        monkeypatch.setattr(f"nastavnik.{name}.LIMITS", SMALL)


def test_the_page_states_the_numbers_of_the_code_in_both_languages() -> None:
    """Who asks how much is read finds it, and it is true."""
    rows = re.findall(r"^\| `(\w+)` \| ([\d ]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    stated = [(name, int(number.replace(" ", ""))) for name, number in rows]
    assert stated == 2 * list(attrs.asdict(LIMITS).items())


@pytest.mark.parametrize("name", [f.name for f in attrs.fields(Limits) if f.name != "faults"])
def test_an_overrun_names_the_limit_in_both_languages(name: str) -> None:
    """Whoever is refused learns the number."""
    fault = LIMITS.over(name)
    most = getattr(LIMITS, name)
    shown = str(most >> 20) if name.endswith("_bytes") else str(most)
    assert fault.code in FAULTS
    assert all(shown in fault.text(language) for language in ("en", "ru"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id;position\n" + "p;pupil\n" * 2, "over-rows"),
        ("id;position\n" + "p;pupil\n" * 9, "over-cells"),
        ("id;position;a;b\n", "too-wide"),
    ],
)
def test_a_text_file_over_the_budget_is_refused(tmp_path: Path, text: str, code: str) -> None:
    """Rows, cells and columns are counted."""
    assert [fault.code for fault in faults(table(tmp_path, text))] == [code]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"a": [[[[]]]]}, "over-depth"),
        ({"a": [1, 2, 3, 4]}, "over-values"),
        ({"a": 1}, "over-keys"),
    ],
)
def test_json_over_the_budget_is_refused(extra: dict[str, object], code: str) -> None:
    """Depth, values and keys are counted, and brackets within a text are none."""
    document = {"format": "[[[[,,,,", "mentees": [], "mentors": []} | extra
    assert [fault.code for fault in faults(lambda: cohort_from_json(json.dumps(document)))] == [
        code
    ]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = 1 # " + "x" * 30, "over-toml-bytes"),
        ("a = [[[[]]]]", "over-depth"),
        ("a.b.c.d = 1", "over-depth"),
        ("a.b = {c.d = 1}", "over-depth"),
        ("[a.b]\nc.d = 1", "over-depth"),
    ],
)
def test_toml_over_the_budget_is_refused(text: str, code: str) -> None:
    """Size and depth are counted, that of names with dots too: the parser takes quadratic time for them."""
    assert [fault.code for fault in faults(lambda: toml_of(text, "m.toml"))] == [code]


def test_further_faults_are_counted_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that is wrong everywhere does not fill memory or screen, and nothing is left out in silence."""
    for name in ("people_table", "reader"):
        monkeypatch.setattr(f"nastavnik.exchange.tables.{name}.LIMITS", Limits(faults=2))
    few = faults(table(tmp_path, "id;position\np;pupilo\nq;pupilo\n"))
    assert [fault.code for fault in few] == ["unknown-choice"] * 2
    with pytest.raises(InvalidInputError) as raised:
        table(tmp_path, "id;position;age\np;pupilo;x\nq;pupilo;y\n")()
    assert [fault.code for fault in raised.value.faults][2:] == ["further-faults"]
    assert raised.value.count == 4
    assert "2" in raised.value.faults[2].text("ru")


def test_places_without_number_change_no_plan() -> None:
    """A thousand mentors who say "a million" are taken at their word."""
    mentors = [mentor(f"m{number}", 10**6) for number in range(1001)]
    assert len(match(Cohort(mentees=[mentee("b")], mentors=mentors)).pairs) == 1


PARTS = [
    name
    for name in ZipFile(BytesIO(workbook(["id"]))).namelist()
    if name.startswith("xl/") and "theme" not in name
]
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTER = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def declaring(data: bytes, part: str, declared: bytes) -> bytes:
    """Return a workbook one part of which declares something before its root."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
                content = content[:start] + declared + content[start:]
            new.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("declared", [BOMB, OUTER], ids=["bomb", "outer"])
@pytest.mark.parametrize(
    ("part", "ending"),
    [
        *((part, ".xlsx") for part in PARTS),
        ("content.xml", ".ods"),
        ("META-INF/manifest.xml", ".ods"),
    ],
)
def test_a_workbook_that_defines_entities_is_damaged(
    tmp_path: Path, part: str, ending: str, declared: bytes
) -> None:
    """Neither a bomb of entities nor a file of the reader's machine gets into a table."""
    rows = ["id", "position"], ["p", "pupil"]
    whole = workbook(*rows) if ending == ".xlsx" else ods(Page(rows=rows))
    path = tmp_path / f"m{ending}"
    path.write_bytes(whole)
    assert [one.id for one in read_mentees(path)] == ["p"]
    path.write_bytes(declaring(whole, part, declared))
    assert [fault.code for fault in faults(lambda: read_mentees(path))] == ["damaged"]
