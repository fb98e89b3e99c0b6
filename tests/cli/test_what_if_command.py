"""The command ``what-if``: what would be if, as Python finds it, said and written."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from helpers.command_line import Call
from helpers.written_rounds import demands_table, explaining, newcomer, small_round, tables_of
from nastavnik import TARGET_MODEL, Ban, Lock
from nastavnik.basics.texts import Language
from nastavnik.cli import run
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.json import plan_from_json, read_json
from nastavnik.exchange.tables import read_mentees, read_mentors
from nastavnik.methodology import RuleChanges
from nastavnik.report import in_words
from nastavnik.report.names import names_in_plan

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


def names_in(data: bytes) -> dict[str, str]:
    """Return the names that a plan's workbook holds."""
    return dict(names_in_plan(data) or {})


FEWER_TIMES = TARGET_MODEL.with_parameters("common-slots", at_least=2)


ANY_SCHOOL = TARGET_MODEL.without_rule("same-organisation")


@pytest.fixture(scope="module")
def held(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a plan of the town in which one pair is locked and one is banned."""
    folder = tmp_path_factory.mktemp("held")
    rows = "закрепить;q03;p16;;;common-slots, same-organisation, grade-gap", "запретить;q01;p01;;;"
    words = ["match", *tables_of(town), "--out", folder / "plan"]
    with pytest.raises(SystemExit) as ended:
        run([*map(str, words), "--demands", str(demands_table(folder, *rows))])
    assert not ended.value.code
    return folder / "plan"


def difference(folder: Path, language: Language, **changes: Any) -> str:
    """Return what is said of a change that is made in Python."""
    tried = explaining(folder).what_if(**changes)
    return in_words(tried, TARGET_MODEL, language).text() + "\n"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("words", "changes"),
    [
        (["--remove", "q03"], {"remove": ["q03"]}),
        (["--remove", "q03", "--remove", "p01"], {"remove": ["q03", "p01"]}),
        (["--places", "q01=3"], {"places": {"q01": 3}}),
        (["--places", "q01 = 3", "--places", "q02=2"], {"places": {"q01": 3, "q02": 2}}),
        (["--lock", "q02=p16"], {"locks": [Lock("q02", "p16")]}),
        (["--lock", "q02\tp16"], {"locks": [Lock("q02", "p16")]}),
        (["--ban", "q01=p01"], {"bans": [Ban("q01", "p01")]}),
        (["--set", "common-slots.at_least=2"], {"methodology": FEWER_TIMES}),
        (["--without", "same-organisation"], {"methodology": ANY_SCHOOL}),
    ],
)
def test_what_if_says_what_python_finds(
    call: Call, town: Path, language: Language, words: list[str], changes: dict[str, Any]
) -> None:
    """Each option is a change that `plan.what_if` takes, said in either language; the plan stays as it was."""
    before = (town / "plan.json").read_bytes()
    done = call("what-if", town, *words, "--lang", language)
    assert (done.status, done.err) == (0, "")
    assert done.out == difference(town, language, **changes) != difference(town, language)
    assert (town / "plan.json").read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_newcomers_come_from_tables(
    call: Call, town: Path, tmp_path: Path, language: Language
) -> None:
    """Tables like those of `match`, with those alone who come; a lock may name them."""
    mentee, mentor = newcomer(town, tmp_path, "p16", "p99"), newcomer(town, tmp_path, "q01", "q99")
    words: list[str | Path] = ["--add-mentees", mentee, "--add-mentors", mentor]
    words += ["--lock", "q99=p99"]
    words += ["--overriding", "grade-gap", "--overriding", "same-organisation"]
    done = call("what-if", town, *words, "--lang", language)
    add = [*read_mentees(mentee), *read_mentors(mentor)]
    locks = [Lock("q99", "p99", overriding={"grade-gap", "same-organisation"})]
    assert (done.status, done.err) == (0, "")
    assert done.out == difference(town, language, add=add, locks=locks)
    assert "p99" in done.out


def test_a_newcomer_who_is_left_out_is_named_first(call: Call, town: Path, tmp_path: Path) -> None:
    """With the cause; that nothing changes is said of the others alone."""
    alone = newcomer(town, tmp_path, "p08", "p99")  # p08 has no consent to the handling of data
    done = call("what-if", town, "--add-mentees", alone, "--lang", "ru")
    first, why, others, *_ = done.out.splitlines()
    assert first == "Из новых участников останутся без наставника (1 наставляемый):"
    assert why.startswith(
        "  p99: у наставляемого не отмечено согласие на обработку данных. Что поможет"
    )
    assert others == "У остальных ничего не меняется: наставники прежние."


def test_another_plan_has_the_names_of_the_first(call: Call, town: Path, tmp_path: Path) -> None:
    """Read from its workbook, with those of newcomers; whoever takes the id of one gone is not called so."""
    mentee, mentor = newcomer(town, tmp_path, "p16", "p99"), newcomer(town, tmp_path, "q01", "q01")
    text = mentor.read_text(encoding="utf-8")
    before = names_in((town / "plan.xlsx").read_bytes())
    mentor.write_text(text.replace(before["q01"], ""), encoding="utf-8")
    words = ["--add-mentees", mentee, "--remove", "q01", "--add-mentors", mentor]
    out = tmp_path / "other"
    assert call("what-if", town, *words, "--out", out).status == 0
    names = names_in((out / "plan.xlsx").read_bytes())
    assert names == {**{k: v for k, v in before.items() if k != "q01"}, "p99": before["p16"]}
    (town_without := tmp_path / "bare").mkdir()
    for file in ("plan.json", "cohort.json"):
        (town_without / file).write_bytes((town / file).read_bytes())
    words = ["--places", "q01=3", "--out", out, "--replace"]
    assert call("what-if", town_without, *words).status == 0
    assert not names_in((out / "plan.xlsx").read_bytes())


def test_locks_and_bans_of_the_plan_are_lifted(call: Call, held: Path) -> None:
    """What is not lifted stays; what is lifted is gone."""
    plan = explaining(held)
    mentor, mentee = plan.pairs[0].mentor, plan.pairs[0].mentee
    cases: list[tuple[list[str], dict[str, Any]]] = [
        (["--unlock", "p16"], {"locks": []}),
        (["--unban", "q01=p01"], {"bans": []}),
        (["--unlock", "p16", "--lock", "q02=p16"], {"locks": [Lock("q02", "p16")]}),
        (["--ban", f"{mentor}={mentee}"], {"bans": [*plan.bans, Ban(mentor, mentee)]}),
    ]
    for words, changes in cases:
        done = call("what-if", held, *words, "--lang=en")
        assert (done.status, done.err) == (0, "")
        assert done.out == difference(held, "en", **changes) != difference(held, "en"), words


def test_demands_of_those_who_go_are_gone(call: Call, held: Path) -> None:
    """A lock of somebody who leaves is no contradiction; nor is one that overrides a rule taken out."""
    (lock,) = explaining(held).locks
    done = call("what-if", held, "--remove", "q03", "--remove", "p01", "--lang=en")
    assert done.out == difference(held, "en", remove=["q03", "p01"], locks=[], bans=[])
    done = call("what-if", held, "--without", "same-organisation", "--lang=en")
    fewer = [evolve(lock, overriding={"common-slots", "grade-gap"})]
    assert done.out == difference(held, "en", locks=fewer, methodology=ANY_SCHOOL)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_all_changes_together_are_written_as_a_plan(
    call: Call, held: Path, town: Path, tmp_path: Path, language: Language
) -> None:
    """The folder holds the plan that Python makes, with its own people, and is proven under the changed rules."""
    mentor = newcomer(town, tmp_path, "q01", "q99")
    (tmp_path / "ours.py").write_text(
        "from nastavnik import TARGET_MODEL\n"
        "OURS = TARGET_MODEL.with_parameters('common-slots', at_least=2)"
        ".without_rule('same-organisation')\n"
    )
    words = ["--remove", "p02", "--places", "q05=3", "--lock", "q02=p20", "--unlock", "p16"]
    words += ["--ban", "q04=p36", "--unban", "q01=p01", "--set", "common-slots.at_least=2"]
    words += ["--without", "same-organisation", "--add-mentors", str(mentor)]
    words += ["--overriding", "common-slots", "--out", str(tmp_path / "other")]
    done = call("what-if", held, *words, "--lang", language)
    assert (done.status, done.err) == (0, "")
    tried = explaining(held).what_if(
        add=read_mentors(mentor),
        remove=["p02"],
        places={"q05": 3},
        locks=[Lock("q02", "p20", overriding={"common-slots"})],
        bans=[Ban("q04", "p36")],
        methodology=FEWER_TIMES.without_rule("same-organisation"),
    )
    said, *written = done.out.split(TEXTS["written"][language].format(""))
    assert said == in_words(tried, TARGET_MODEL, language).text() + "\n"
    assert len(written) == 3
    assert read_json(tmp_path / "other/plan.json", plan_from_json) == tried.plan
    own = f"{tmp_path / 'ours.py'}:OURS"
    assert call("verify", tmp_path / "other", "--methodology", own).status == 0
    done = call("explain", tmp_path / "other", "q99", "--methodology", own)
    assert (done.status, "q99" in done.out) == (0, True)


def test_a_plan_of_changed_rules_keeps_them(call: Call, town: Path, tmp_path: Path) -> None:
    """It is explained, changed again and verified without naming the changes anew."""
    changes = ["--set", "common-slots.at_least=2", "--without", "same-organisation"]
    assert call("what-if", town, *changes, "--out", tmp_path / "other").status == 0
    again = ["what-if", tmp_path / "other", "--set", "grade-gap.at_least=2"]
    assert call(*again, "--out", tmp_path / "third").status == 0
    for folder in ("other", "third"):
        assert call("verify", tmp_path / folder).status == 0
        assert call("explain", tmp_path / folder, "p01").status == 0
    kept = read_json(tmp_path / "third/plan.json", plan_from_json).rule_changes
    assert kept == RuleChanges(
        parameters={"common-slots": {"at_least": 2}, "grade-gap": {"at_least": 2}},
        without={"same-organisation"},
    )


def test_another_plan_replaces_none_unasked(call: Call, town: Path, tmp_path: Path) -> None:
    """An earlier plan in the folder is a fault like the others; --replace overwrites it."""
    (tmp_path / "plan.json").write_text("mine")
    words = ["what-if", town, "--places", "q01=3", "--out", tmp_path, "--lang=en"]
    done = call(*words, "--remove", "q1")
    assert (done.status, done.out, (tmp_path / "plan.json").read_text()) == (2, "", "mine")
    assert '--remove: nobody in this round has the id "q1"' in done.err
    assert "--replace" in done.err
    assert call(*words).status == 2
    done = call(*words, "--replace", "--format", "html")
    assert (done.status, done.out.count("Written"), done.err.count("Written")) == (0, 0, 3)
    assert call("verify", tmp_path).status == 0


def test_somebody_may_be_replaced(call: Call, town: Path, tmp_path: Path) -> None:
    """Who is taken out leaves the id to a newcomer."""
    same = newcomer(town, tmp_path, "q01", "q01")
    done = call("what-if", town, "--remove", "q01", "--add-mentors", same, "--lang=en")
    assert (done.status, done.err) == (0, "")


def test_ids_with_the_sign_are_cut_where_they_are_known(call: Call, tmp_path: Path) -> None:
    """Where two cuts fit, a tab says which; in the places the number stands last."""
    plan = small_round(call, tmp_path, ["b=c", "c"], ["a", "a=b", "x="])
    done = call("what-if", plan, "--ban", "a=b=c", "--lang=en")
    assert (done.status, '--ban: "a=b=c"' in done.err, "tab" in done.err) == (2, True, True)
    for value, pair in [
        ("a=b\tc", ("a=b", "c")),
        ("a\tb=c", ("a", "b=c")),
        ("a=b=b=c", ("a=b", "b=c")),
        ("x==c", ("x=", "c")),
    ]:
        words = ["--ban", value, "--places", "a=b=2", "--out", tmp_path / "other", "--replace"]
        assert call("what-if", plan, *words).status == 0
        other = read_json(tmp_path / "other/plan.json", plan_from_json)
        assert [(ban.mentor, ban.mentee) for ban in other.bans] == [pair]
        assert other.places == {"a": 1, "a=b": 2, "x=": 1}
