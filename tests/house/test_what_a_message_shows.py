"""Whatever personal data stands wherever in an input, no message, repr, answer or page holds a piece of it."""

import copy
import json
import logging
import string
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpers.asked import round_of
from helpers.command_line import Call
from helpers.documents import with_value
from helpers.personal import PLANTS, pieces_in
from nastavnik import InvalidInputError
from nastavnik.basics.errors import Fault
from nastavnik.basics.messages import FAULTS
from nastavnik.basics.messages.details import ADVICE, DETAILS, Whose, whose
from nastavnik.basics.places import Place
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.json import cohort_from_json, cohort_to_json, plan_from_json, plan_to_json
from nastavnik.exchange.json.answers import answer_to_json
from nastavnik.exchange.rule_changes import read_rule_changes
from nastavnik.exchange.tables import read_cohort, read_column_map, read_demands
from nastavnik.exchange.tables.columns.demand_columns import DEMAND_COLUMNS
from nastavnik.exchange.tables.columns.headings import columns_of
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor

pytest_plugins = ["helpers.command_line"]

VALUES = tuple(PLANTS.values())


def everything_told(error: BaseException) -> str:
    """Return all that a person, a log or a program may be shown of an error."""
    told = [repr(error), str(error), *traceback.format_exception(error)]
    if isinstance(error, InvalidInputError):
        for language in LANGUAGES:
            told.append(error.text(language))
            told.append(answer_to_json("check", status=2, language=language, faults=error.faults))
            told += [fault.text(language) for fault in error.faults]
        told += [repr(fault) for fault in error.faults]
    return "\n".join(line for line in told if not line.lstrip().startswith("File "))


def refused(read: Callable[[], object]) -> str:
    """Return all that is told of what a reader refuses; nothing where it takes it."""
    try:
        read()
    except (InvalidInputError, LookupError, TypeError, ValueError) as error:
        return everything_told(error)
    return ""


def details_of(code: str) -> set[str]:
    """Return the names of the details of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(FAULTS[code]["ru"]) if name}


@pytest.mark.parametrize("kind", PLANTS)
def test_no_code_repeats_what_is_not_known_to_be_harmless(kind: str) -> None:
    """Each code there is, with the plant in every detail that is somebody's, in place, subject and advice."""
    plant = PLANTS[kind]
    place = Place(file=f"{plant}.csv", sheet=plant, row=2, column=plant, path=f'$["{plant}"]')
    faults = []
    for code in FAULTS:
        names = [(name, whose(code, name) is Whose.OURS) for name in details_of(code)]
        one: dict[str, Any] = {name: 3 if ours else plant for name, ours in names}
        several: dict[str, Any] = {name: 3 if ours else [plant, "7Б"] for name, ours in names}
        advice = plant if ADVICE.get(code, Whose.OURS) is not Whose.OURS else None
        faults.append(Fault(code, place=place, subject=("mentee", plant), advice=advice, **one))
        faults.append(Fault(code, place=place, **several))
    told = [repr(one) for one in faults] + [str(InvalidInputError(faults))]
    told += [answer_to_json("check", faults=faults, language=one) for one in LANGUAGES]
    assert not [
        (line, found) for line in "\n".join(told).splitlines() if (found := pieces_in(line))
    ]


def test_every_detail_that_is_told_as_ours_is_named_by_a_sentence() -> None:
    """The list of details knows only codes and names that there are, so that a slip in it cannot hide."""
    for code, of_code in DETAILS.items():
        assert set(of_code) <= details_of(code), code
    assert set(ADVICE) <= set(FAULTS)


def test_values_are_shown_to_whoever_asks_for_them() -> None:
    """In the text and for programs; without being asked for they are told by their shape, in either language."""
    fault = Fault("unclear-answer", place=Place(file="a.csv", row=2), value="Зябликова Маркера")
    assert "Зябликова Маркера" in fault.text("ru", values=True)
    assert "Зябликова Маркера" in InvalidInputError([fault]).text("en", values=True)
    assert "Зябликова Маркера" in answer_to_json("check", faults=[fault], values=True)
    assert "(текст из 2 слов)" in fault.text("ru")
    assert "(a text of 2 words)" in fault.text("en")


# Tables.

ROWS = {
    Mentee: {"id": "p{}", "position": "ученик", "grade": "7", "age": "13", "agreed": "да"},
    Mentor: {"id": "m{}", "position": "ученик", "grade": "10", "capacity": "1", "agreed": "да"},
}


def table(role: type[Mentee] | type[Mentor], spoilt: str | None = None) -> str:
    """Return a table of people; in one column each row has another plant."""
    columns = [c for c in columns_of(role) if c.key in ROWS[role] or c.key == spoilt]
    lines = [";".join(column.heading["ru"] for column in columns)]
    for number, plant in enumerate(VALUES):
        cells = {**ROWS[role], **({spoilt: f'"{plant}"'} if spoilt else {})}
        lines.append(";".join(cells[c.key].format(number) for c in columns))
    return "\n".join(lines) + "\n"


def written(path: Path, text: str) -> Path:
    """Write a file and return where it stands."""
    path.write_text(text, encoding="utf-8")
    return path


SPOILT = [(role, column.key) for role in (Mentee, Mentor) for column in columns_of(role)]


@pytest.mark.parametrize(("role", "key"), SPOILT, ids=[f"{r.role}-{k}" for r, k in SPOILT])
def test_no_cell_is_repeated(
    call: Call,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    role: type[Mentee] | type[Mentor],
    key: str,
) -> None:
    """Any column of either table, in what `check` says, in its page and for programs, and in what the reader raises."""
    caplog.set_level(logging.DEBUG)
    files = [
        written(tmp_path / f"{side.role}s.csv", table(side, key if side is role else None))
        for side in (Mentee, Mentor)
    ]
    told = [refused(lambda: read_cohort(*files)), caplog.text]
    page = tmp_path / "faults.html"
    for more in (("--lang", "ru", "--values", "--output", page), ("--json",)):
        done = call("check", *files, *more)
        told += [done.out, done.err]
    told.append(page.read_text("utf-8"))
    shown = "\n".join(told)
    if key == "id":  # an id that is in the tables says who is meant where nothing else does
        shown = told[0]
    assert not pieces_in(shown)


@pytest.mark.parametrize("role", [Mentee, Mentor])
def test_no_heading_is_repeated(
    call: Call, tmp_path: Path, role: type[Mentee] | type[Mentor]
) -> None:
    """Headings that are somebody's name or number: unknown, twice, of a field of one's own, and above wrong cells."""
    lines = table(role).splitlines()
    for form in ("{}", "Поле: {}", "#{}"):
        headings = ";".join(f'"{form.format(plant)}"' for plant in VALUES)
        rows = [f"{line};{';'.join('x' * 501 for _ in VALUES)}" for line in lines[1:3]]
        spoilt = "\n".join([f"{lines[0]};{headings}", *rows])
        files = [
            written(tmp_path / f"{s.role}s.csv", spoilt if s is role else table(s))
            for s in (Mentee, Mentor)
        ]
        done = call("check", *files)
        assert not pieces_in(done.out + done.err + refused(partial(read_cohort, *files)))


def test_no_table_without_headings_is_repeated(call: Call, tmp_path: Path) -> None:
    """A row of people where the headings should be."""
    rows = "\n".join(f'p{n};"{plant}";ученик;город' for n, plant in enumerate(VALUES))
    file = written(tmp_path / "list.csv", rows)
    done = call("check", file, written(tmp_path / "mentors.csv", table(Mentor)))
    assert done.status == 2
    assert not pieces_in(done.out + done.err)


@pytest.mark.parametrize("key", [column.key for column in DEMAND_COLUMNS])
def test_no_demand_is_repeated(call: Call, tmp_path: Path, key: str) -> None:
    """Any column of the table of locks and bans, and its headings."""
    right = {"kind": "закрепить", "mentor": "m1", "mentee": "p1"}
    headings = [column.heading["ru"] for column in DEMAND_COLUMNS]
    rows = [
        ";".join(f'"{plant}"' if c.key == key else right.get(c.key, "") for c in DEMAND_COLUMNS)
        for plant in VALUES
    ]
    people = [written(tmp_path / f"{side.role}s.csv", table(side)) for side in (Mentee, Mentor)]
    demands = written(tmp_path / "demands.csv", "\n".join([";".join(headings), *rows]))
    cohort = read_cohort(*people)
    told = refused(lambda: read_demands(demands, cohort=cohort, methodology=TARGET_MODEL))
    done = call("check", *people, "--demands", demands)
    wrong = "\n".join([";".join(f'"{plant}"' for plant in VALUES), *rows])
    other = call("check", *people, "--demands", written(tmp_path / "demands.csv", wrong))
    assert not pieces_in(told + done.out + done.err + other.out + other.err)


# JSON.


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value of a document that holds no others, and of every list and object."""
    yield path
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, one in inner:
        yield from leaves(one, (*path, step))


def documents() -> dict[str, tuple[Callable[..., object], dict[str, Any]]]:
    """Return the two documents, with evidence and changes of the rules, and what reads each."""
    cohort, plan, asked = round_of(4)
    plain = json.loads(plan_to_json(plan, evidence=asked[:3]))
    plain["rule_changes"] = {"parameters": {"grade-gap.at_least": 2}, "without": ["can-meet"]}
    return {
        "cohort.json": (cohort_from_json, json.loads(cohort_to_json(cohort))),
        "plan.json": (plan_from_json, plain),
    }


DOCUMENTS = documents()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_value_of_a_document_is_repeated(name: str) -> None:
    """Any value of the documents in JSON, one at a time and each with another plant."""
    read, right = DOCUMENTS[name]
    for number, path in enumerate(leaves(right)):
        plant = VALUES[number % len(VALUES)]
        value = (plant, plant, [plant], {plant: plant})[number % 4]
        spoilt = json.dumps(with_value(right, path, value))
        assert not pieces_in(refused(partial(read, spoilt, file=name))), path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_key_of_a_document_is_repeated(name: str) -> None:
    """Keys that are not known, in the place of known ones, doubled, and the paths that lead through them."""
    read, right = DOCUMENTS[name]
    for number, path in enumerate(leaves(right)):
        holder: Any = copy.deepcopy(right)
        at = holder
        for step in path:
            at = at[step]
        if not isinstance(at, dict):
            continue
        some = VALUES[number % 5 :: 5]
        renamed = {(some[0] if k == min(at, default="") else k): v for k, v in at.items()}
        unknown = {key: {some[0]: [some[0]]} for key in some}
        for keys in ({**at, **unknown}, renamed):
            spoilt = json.dumps(with_value(right, path, keys))
            assert not pieces_in(refused(partial(read, spoilt, file=name))), path
    for plant in VALUES:
        key = json.dumps(plant)
        twice = f"{{{key}: 1, {key}: 2}}"
        assert not pieces_in(refused(partial(read, twice, file=name)))


# Files in TOML, names of files, words of a call.


@pytest.mark.parametrize("kind", PLANTS)
def test_no_map_of_headings_and_no_change_of_a_rule_is_repeated(
    call: Call, tmp_path: Path, kind: str
) -> None:
    """Keys, sections and values of both files, and texts that are no TOML; and the file of settings."""
    text = PLANTS[kind]
    plant = json.dumps(text, ensure_ascii=False)
    maps = (
        f"[columns]\n{plant} = {plant}\n[all]\n{plant} = {plant}\n[{plant}]\nx = 1",
        f"[values.{plant}]\n{plant} = {plant}\n[mentees.{plant}]\n[ids]\nfrom = [{plant}]\nsecret = {plant}",
        f"on = {plant}\n[extra]\n{plant} = {plant}\n[columns]\n{plant} = 1\n[carry]\n{plant} = 1\nall = {plant}",
        f"[columns]\n{plant} = {plant}\n{plant} = {plant}",
        f"{text} = {text}",
        f"[columns]\nx = {text}",
    )
    changes = (
        f"{plant} = 1\nreading = {plant}\nwithout = [{plant}]",
        f'[parameters]\n{plant} = 1\n"grade-gap.at_least" = {plant}\n"{"x"}.at_least" = {plant}',
        f'[parameters.{plant}]\n{plant} = {plant}\n[weights]\n{plant} = 3\n"common-interests" = {plant}',
        f"[[add]]\nrule = {plant}\nid = {plant}\n{plant} = {plant}",
        f'[[add]]\nrule = "same-value"\nfield = {plant}\nid = {plant}',
        f'[[add]]\nrule = "same-value"\nfield = "x"\nsentence = {plant}\nform = {plant}\nrole_model = {plant}',
        f"[[bind]]\nform = {plant}\nrole_model = {plant}\ncategories = [{plant}]\n{plant} = 1",
        f'[[bind]]\nform = "pupil-pupil"\nrole_model = {plant}\ncategories = [{plant}]',
    )
    told = [refused(partial(read_column_map, written(tmp_path / "map.toml", one))) for one in maps]
    file = tmp_path / "rules.toml"
    for one in changes:
        written(file, one)
        told.append(refused(partial(read_rule_changes, file, methodology=TARGET_MODEL)))
    done = call("rules", "--rules", file)
    assert not pieces_in("\n".join([*told, done.out, done.err]))


@pytest.mark.parametrize("kind", PLANTS)
def test_no_name_of_a_file_and_no_word_of_a_call_is_repeated(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Files that are missing, wrong or in a folder of such a name; options, commands, ids and days that are none."""
    plant = PLANTS[kind].replace("/", "-")
    folder = tmp_path / plant
    folder.mkdir()
    bad = written(folder / f"{plant}.csv", f"Код;Позиция\np1;{plant}\n")
    written(folder / "plan.json", "{}")
    calls: list[tuple[Any, ...]] = [
        ("check", bad, bad),
        ("check", bad, tmp_path / f"{plant}.xlsx"),
        ("check", bad, tmp_path / f"x.{plant}"),
        ("verify", folder),
        ("explain", tmp_path / "none", plant),
        ("explain", folder, plant, plant),
        ("rules", "--rules", folder / plant),
        ("rules", "--methodology", plant),
        ("rules", "--reading", plant),
        ("rules", "--methodology", f"{folder / plant}.py:X"),
        ("test", folder / f"{plant}.toml"),
        ("columns", folder / f"{plant}.csv"),
        (plant,),
        ("check", f"--{plant}", bad),
        ("check", bad, bad, plant),
        ("match", bad, bad, "--seed", plant, "--out", tmp_path / "x"),
        ("match", bad, bad, "--on", f"{plant}.", "--out", tmp_path / "x"),
        ("check", bad, bad, "--hidden", plant),
        ("check", bad, bad, "--sheet", plant),
        ("check", bad, bad, "--lang", plant),
    ]
    for words in calls:
        done = call(*words)
        assert not pieces_in(done.out + done.err), words
    monkeypatch.setenv("NASTAVNIK_LANG", plant)
    done = call("rules")
    assert not pieces_in(done.out + done.err)
    monkeypatch.delenv("NASTAVNIK_LANG")
    settings = written(
        tmp_path / "config.toml", f"{json.dumps(plant)} = 1\nlang = {json.dumps(plant)}\n"
    )
    monkeypatch.setenv("NASTAVNIK_CONFIG", str(settings))
    done = call("rules")
    assert not pieces_in(done.out + done.err)


# What is shown to those who ask for it, and what no terminal gets.


def test_show_values_shows_what_is_wrong_as_it_stands(call: Call, tmp_path: Path) -> None:
    """On standard error, in a page and for programs, for that call; without the option the shape alone."""
    mentees = written(tmp_path / "mentees.csv", "Код;Позиция;Зябликова\np1;Маркера;x\n")
    mentors = written(tmp_path / "mentors.csv", "Код;Позиция;Класс\nm1;ученик;9\n")
    page = tmp_path / "page.html"
    for more in ((), ("--json",), ("--output", page, "--replace")):
        shown = call("check", mentees, mentors, "--show-values", *more)
        whole = shown.out + shown.err + (page.read_text("utf-8") if page in more else "")
        assert {"зябликова", "маркера"} <= set(pieces_in(whole))
        hidden = call("check", mentees, mentors, *more)
        whole = hidden.out + hidden.err + (page.read_text("utf-8") if page in more else "")
        assert not pieces_in(whole)


def test_an_escape_in_a_name_of_a_file_reaches_no_terminal(call: Call, tmp_path: Path) -> None:
    """ESC, C1, an override of direction, half a letter that the system could not decode: written out."""
    raw = ("p\x1b[31m", "p\x9b31m", "p\u202e", "p\u2066", "p\udcff", "p\x07")
    mentors = written(tmp_path / "mentors.csv", f"Код;Позиция;{raw[0]}\nm1;{raw[2]};9\n")
    page = tmp_path / "page.html"
    forbidden = [character for one in raw for character in one[1:2]]
    for name in raw:
        file = tmp_path / f"{name}.csv"
        file.write_text(f"Код;Позиция;{raw[2]}\np1;учен\u202eик;7\n", encoding="utf-8")
        for more in (
            ("--show-values",),
            ("--json",),
            ("--output", page, "--replace", "--show-values"),
        ):
            done = call("check", file, mentors, "--sheet", name, *more)
            told = done.out + done.err + (page.read_text("utf-8") if page in more else "")
            assert done.status == 2
            assert not [character for character in forbidden if character in told]
        done = call("match", file, file, "--out", tmp_path / name, f"--{name}")
        assert not [character for character in forbidden if character in done.out + done.err]


@pytest.mark.parametrize("deep", ['{"a":', "["])
def test_what_is_nested_too_deeply_is_told(deep: str) -> None:
    """Anywhere in either document, as deep as Python's parser still bears and deeper."""
    closing = "}" if deep[0] == "{" else "]"
    for name, (read, right) in DOCUMENTS.items():
        paths = [(), ("format",), *((key,) for key in right)]
        for path in paths:
            for depth in (300, 900, 20_000):
                text = json.dumps(with_value(right, path, "@"))
                spoilt = text.replace('"@"', deep * depth + "1" + closing * depth)
                with pytest.raises(InvalidInputError) as caught:
                    read(spoilt, file=name)
                assert everything_told(caught.value)


def test_a_refused_id_stands_beside_every_other_fault(tmp_path: Path) -> None:
    """Ids that are too long, with another fault in each column: all told, with file and row."""
    columns = [c for c in columns_of(Mentee) if c.key not in {"id", "position"}]
    mentors = written(tmp_path / "mentors.csv", "Код;Позиция;Класс\nm1;ученик;9\n")
    for column in columns:
        rows = [
            f'"{ident}";{position};"!!! 999, ("'
            for ident in ("0" * 201, "b" * 201, "п" * 300)
            for position in ("ученик", "", "ученег")
        ]
        text = "\n".join([f"Код;Позиция;{column.heading['ru']}", *rows, "q2;ученег;\n"])
        with pytest.raises(InvalidInputError) as caught:
            read_cohort(written(tmp_path / "mentees.csv", text), mentors)
        places = [fault.place for fault in caught.value.faults]
        assert all(place is not None and place.file == "mentees.csv" for place in places)
        assert {place.row for place in places if place} >= set(range(2, 12))
