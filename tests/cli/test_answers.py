"""Where an answer goes: into a file, to a program, to nobody who asked for quiet."""

import io
import json
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helpers.command_line import Call, Done
from helpers.written_rounds import explaining, tables_of
from nastavnik import TARGET_MODEL
from nastavnik.exchange.json import ANSWER_FORMAT, Asked, plan_to_json, schema
from nastavnik.report import in_words

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

QUESTIONS = [
    ["explain", "TOWN", "p01"],
    ["advise", "TEACHERS", "--most", "1", "--copies", "1"],
    ["what-if", "TOWN", "--remove", "q03"],
    ["alternatives", "TOWN", "--within", "100", "--most", "1"],
    ["check", "MENTEES", "MENTORS"],
]


FITS = Draft202012Validator(schema("answer"))


def document_of(done: Done) -> Any:
    """Return what a program reads, held against the published schema."""
    document = json.loads(done.out)
    FITS.validate(document)
    return document


Named = Callable[[list[str]], list[str]]


@pytest.fixture
def named(town: Path, teachers: Path) -> Named:
    """Return a function that puts files and folders into a call."""
    mentees, mentors = tables_of(town)
    files = {"TOWN": town, "TEACHERS": teachers, "MENTEES": mentees, "MENTORS": mentors}
    return lambda words: [str(files.get(word, word)) for word in words]


class _Page(HTMLParser):
    """What a page says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.declared = ""
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.title = ""

    def handle_decl(self, decl: str) -> None:
        self.declared = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.setdefault(tag, dict(attrs))
        self._in = tag

    def handle_data(self, data: str) -> None:
        if getattr(self, "_in", "") == "title":
            self.title += data.strip()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])
def test_html_in_a_file_is_a_whole_page(
    call: Call,
    named: Named,
    tmp_path: Path,
    words: list[str],
    language: str,
) -> None:
    """With doctype, language, charset and title, in UTF-8; a browser asks for no more."""
    path = tmp_path / "answer.html"
    done = call(*named(words), "--lang", language, "--output", path)
    assert (done.status, done.out) == (0, "")
    assert str(path) in done.err
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    assert page.declared == "doctype html"
    assert page.attributes["html"] == {"lang": language}
    assert page.attributes["meta"] == {"charset": "utf-8"}
    assert page.title


@pytest.mark.parametrize(
    ("name", "words", "form"),
    [
        ("a.txt", [], "text"),
        ("a.md", [], "markdown"),
        ("a", ["--format", "markdown"], "markdown"),
        ("a.md", ["--format", "text"], "text"),
    ],
)
def test_a_file_holds_what_was_asked_for(
    call: Call, town: Path, tmp_path: Path, name: str, words: list[str], form: str
) -> None:
    """By --format, or else by the file's ending; in UTF-8 with a line break at the end."""
    assert (
        call("explain", town, "p01", "--lang=ru", "--output", tmp_path / name, *words).status == 0
    )
    passage = in_words(explaining(town).explain("p01"), TARGET_MODEL, "ru")
    expected = {"text": passage.text, "markdown": passage.markdown}[form]()
    assert (tmp_path / name).read_bytes() == (expected.rstrip("\n") + "\n").encode()


def test_a_file_is_overwritten_on_request_alone(call: Call, town: Path, tmp_path: Path) -> None:
    """Somebody's own file is left as it was, and nothing is done."""
    path = tmp_path / "mine.html"
    path.write_text("mine")
    done = call("what-if", town, "--remove", "q03", "--out", tmp_path / "x", "--output", path)
    assert (done.status, path.read_text(), (tmp_path / "x").exists()) == (2, "mine", False)
    assert call("explain", town, "p01", "--output", path, "--replace").status == 0
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_file(call: Call, town: Path, tmp_path: Path) -> None:
    """Nor does --replace make it one."""
    done = call("explain", town, "p01", "--output", tmp_path, "--replace", "--lang=ru")
    assert (done.status, done.out) == (2, "")
    assert "файл с таким названием не записать: так называется папка; она оставлена" in done.err


def test_a_document_can_go_to_standard_output(call: Call, town: Path) -> None:
    """As it would stand in a file."""
    done = call("explain", town, "p01", "--format=html", "--output", "-")
    assert done.out.startswith("<!doctype html>")
    assert (done.status, done.err) == (0, "")


def test_faults_can_be_passed_on(call: Call, tmp_path: Path) -> None:
    """What is wrong with tables goes into a page for whoever filled them in; the status says that it is."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("id,position,grade\np1,pupil,12\n")
    words = ["check", tmp_path / "a.csv", tmp_path / "b.csv", "--lang=ru"]
    told = call(*words)
    done = call(*words, "--output", tmp_path / "faults.html")
    page = (tmp_path / "faults.html").read_text(encoding="utf-8")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1] == told.err.splitlines()[0]
    assert page.count("(7, 7Б), а указано 12") == 2


# Programs.


@pytest.mark.parametrize("words", [*QUESTIONS, ["verify", "TOWN"]], ids=lambda words: str(words[0]))
def test_json_is_all_that_a_program_reads(call: Call, named: Named, words: list[str]) -> None:
    """One document on standard output, in one frame, and nothing beside it."""
    done = call(*named(words), "--json")
    document = document_of(done)
    assert (done.status, done.err) == (0, "")
    assert list(document)[:7] == [
        "format", "version", "command", "status", "answers", "faults", "conflicts",
    ]  # fmt: skip
    assert document["format"] == ANSWER_FORMAT == "nastavnik-answer/1"
    assert (document["command"], document["status"], document["faults"]) == (words[0], 0, [])


def test_answers_are_the_records_of_plan_json(call: Call, town: Path) -> None:
    """A program that reads evidence in plan.json reads these."""
    plan = explaining(town)
    told = document_of(call("explain", town, "p16", "q02", "--json"))
    asked = Asked(plan.explain("p16", "q02"), mentee="p16", mentor="q02")
    assert told["answers"] == json.loads(plan_to_json(plan, evidence=[asked]))["evidence"]
    told = document_of(call("what-if", town, "--remove", "q03", "--json"))
    assert [one["kind"] for one in told["answers"]] == ["plan-diff"]
    told = document_of(call("check", *tables_of(town), "--json"))
    assert told["counts"]["mentees"] == 58


def test_faults_are_records_for_programs(call: Call, tmp_path: Path) -> None:
    """Code, place and details; what looks like a name is in none of them."""
    for name in ("a.csv", "b.csv"):
        text = "id,position,grade\np1,pupil,12\np2,pupil,Invented Secretname\n"
        (tmp_path / name).write_text(text)
    done = call("check", tmp_path / "a.csv", tmp_path / "b.csv", "--json", "--lang=en")
    first, second, *_ = document_of(done)["faults"]
    assert (done.status, done.err) == (2, "")
    assert first.pop("message").startswith("a.csv, row 2, column «grade»: ")
    assert first == {
        "code": "not-class",
        "role": "mentee",
        "id": "p1",
        "field": "grade",
        "place": {"file": "a.csv", "row": 2, "column": "grade"},
        "details": {"value": 12, "low": 1, "high": 11},
        "advice": None,
    }
    assert second["details"]["value"] is None
    assert "Secretname" not in done.out


def test_contradictions_are_records_for_programs(call: Call, town: Path) -> None:
    """With status 1, and what would help."""
    locks = ["--lock", "q01=p01", "--lock", "q01=p02", "--lock", "q01=p03"]
    done = call("what-if", town, *locks, "--json")
    document = document_of(done)
    assert (done.status, document["status"], done.err) == (1, 1, "")
    assert {"demands", "reachable", "repairs"} <= document["conflicts"][0].keys()


def test_a_plan_that_does_not_hold_is_told_to_programs(call: Call, town: Path) -> None:
    """By the status, and a message for those who look."""
    people = town / "cohort.json"
    before = people.read_text(encoding="utf-8")
    people.write_text(before.replace('"agreed": true', '"agreed": false', 1), encoding="utf-8")
    done = call("verify", town, "--json")
    people.write_text(before, encoding="utf-8")
    document = document_of(done)
    assert (done.status, document["status"], done.err) == (1, 1, "")
    assert "cohort.json does not hold" in document["message"]


def test_json_can_go_into_a_file(call: Call, town: Path, tmp_path: Path) -> None:
    """In UTF-8, as on standard output."""
    path = tmp_path / "answer.json"
    assert call("explain", town, "p01", "--json", "--output", path).status == 0
    assert path.read_text(encoding="utf-8") == call("explain", town, "p01", "--json").out


def test_two_formats_are_refused(call: Call, town: Path) -> None:
    """One answer is in one of them."""
    done = call("explain", town, "p01", "--json", "--format", "html")
    assert (done.status, document_of(done)["faults"][0]["code"]) == (2, "json-and-format")


# Standard input.


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_a_table_can_come_from_standard_input(
    call: Call, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Of any kind: what it is shows in its first bytes."""
    mentees, mentors = tables_of(town)
    if kind == "xlsx":
        call("template", tmp_path, "--lang=en")
        given(monkeypatch, (tmp_path / "mentees.xlsx").read_bytes())
        done = call("check", "-", mentors, "--lang=en")
        assert (done.status, "stdin.xlsx" in done.err) == (2, True)
        return
    if kind == "json":
        given(monkeypatch, (town / "cohort.json").read_bytes())
        done = call("check", "-", "-", "--json")
    else:
        given(monkeypatch, mentees.read_bytes())
        done = call("check", "-", mentors, "--json")
    assert (done.status, document_of(done)["counts"]["mentees"]) == (0, 58)


def test_faults_of_standard_input_have_their_rows(
    call: Call, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing of it stays on the disk."""
    kept: list[Path] = []
    real = Path.write_bytes

    def noting(path: Path, data: Any) -> int:
        kept.append(path)
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", noting)
    given(monkeypatch, b"id,position,grade\np1,pupil,12\n")
    done = call("check", "-", tables_of(town)[1], "--lang=en")
    assert "stdin.csv, row 2" in done.err
    assert [path.parent.exists() for path in kept] == [False]


# Quiet.


@pytest.mark.parametrize("short", ["-q", "--quiet"])
def test_quiet_says_nothing_by_the_way(call: Call, town: Path, tmp_path: Path, short: str) -> None:
    """No counts, no list of files; an answer that was asked for is one all the same."""
    mentees, mentors = tables_of(town)
    for words in (
        ["match", mentees, mentors, "--out", tmp_path / "plan"],
        ["verify", town],
        ["template", tmp_path / "tables"],
        ["demo", "--out", tmp_path / "demo"],
    ):
        done = call(*words, short)
        assert (done.status, done.out, done.err) == (0, "", ""), words
    assert (tmp_path / "plan/plan.json").exists()
    loud, quiet = call("check", mentees, mentors).out, call("check", mentees, mentors, short).out
    assert loud.split("\n", 1)[1] == quiet  # the counts are left out, what is worth a look is not
    assert call("explain", town, "p01", short).out == call("explain", town, "p01").out
    assert call("check", mentees, tmp_path / "none.csv", short).err


def test_a_participant_is_told_the_record_alone(call: Call, town: Path) -> None:
    """An entry would name the mentor who was asked about, whom the record does not name."""
    done = call("explain", town, "p16", "q02", "--audience=participant", "--json")
    told = document_of(done)["answers"]
    assert [one["kind"] for one in told] == ["told-mentee"]
    assert "q02" not in done.out


@pytest.mark.parametrize("place", ["there.json", "there.json/below.json", "."])
def test_a_file_that_cannot_be_written_is_told_to_the_program(
    call: Call, town: Path, tmp_path: Path, place: str
) -> None:
    """Not in that file, which stays as it is: on standard output, in the same form, and to people beside it."""
    there = tmp_path / "there.json"
    there.write_text("earlier")
    more = [] if place == there.name else ["--replace"]
    done = call("explain", town, "p01", "--json", "--output", tmp_path / place, "--lang=en", *more)
    assert (done.status, there.read_text()) == (2, "earlier")
    assert str(tmp_path) in document_of(done)["faults"][0]["message"]
    assert str(tmp_path) in done.err


def test_another_fault_is_not_lost_with_the_file(call: Call, town: Path, tmp_path: Path) -> None:
    """What is wrong with the question is told as well as that its answer has no place."""
    (tmp_path / "there.json").write_text("earlier")
    done = call(
        *("explain", town, "nobody-at-all", "--json", "--lang=en"),
        *("--output", tmp_path / "there.json/below.json"),
    )
    assert done.status == 2
    assert "nobody-at-all" in document_of(done)["faults"][0]["message"]
    assert "there.json" in done.err
