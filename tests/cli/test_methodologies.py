"""``--methodology``: a name in a file of one's own, or what an installed package offers by name."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.written_rounds import tables_of
from nastavnik import TARGET_MODEL
from nastavnik.exchange.json import plan_from_json, read_json
from nastavnik.exchange.tables import write_people
from nastavnik.programme.round import invented_town
from nastavnik.programme.round.digests import digest_of_methodology

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

Offer = Callable[[str, str], None]
Called = Callable[..., tuple[int, str]]


@pytest.fixture
def offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """Return what installs a package that offers a methodology under a name."""
    monkeypatch.syspath_prepend(tmp_path)

    def install(name: str, code: str) -> None:
        package = f"region_{len(list(tmp_path.glob('*.dist-info')))}"
        (tmp_path / f"{package}.py").write_text(code, encoding="utf-8")
        info = tmp_path / f"{package}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
        points = f"[nastavnik.methodologies]\n{name} = {package}:RULES\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        monkeypatch.delitem(sys.modules, package, raising=False)

    return install


@pytest.fixture
def called(call: Call) -> Called:
    """Return what calls the command line, in English unless told otherwise, and says how it ended and why."""

    def in_english(*words: str | Path) -> tuple[int, str]:
        language = () if "--lang" in words else ("--lang", "en")
        done = call(*words, *language)
        return done.status, " ".join(done.err.split())

    return in_english


OWN = 'from nastavnik import TARGET_MODEL\nRULES = TARGET_MODEL.without_rule("mentor-trained")\n'


def test_an_installed_methodology_is_found_by_its_name(
    offer: Offer, called: Called, tmp_path: Path
) -> None:
    """Its rules are those under which the plan is made."""
    offer("our-region", OWN)
    tables = write_people(invented_town(), tmp_path / "tables", language="ru", format="csv")
    status, told = called(
        "match", *tables, "--out", tmp_path / "plan", "--methodology", "our-region"
    )
    assert status == 0, told
    plan = read_json(tmp_path / "plan/plan.json", plan_from_json)
    own = TARGET_MODEL.without_rule("mentor-trained")
    assert plan.methodology_digest == digest_of_methodology(own)
    assert plan.methodology_digest != digest_of_methodology(TARGET_MODEL)


def test_a_name_that_nobody_offers_is_told_with_the_nearest(
    offer: Offer, called: Called, tmp_path: Path
) -> None:
    """All that are installed are listed; nothing is taken in their stead."""
    offer("our-region", OWN)
    status, told = called("template", tmp_path / "tables", "--methodology", "our-regoin")
    assert status == 2
    assert "installed: our-region. Maybe our-region?" in told
    assert not (tmp_path / "tables").exists()


def test_a_name_that_two_packages_offer_is_refused(
    offer: Offer, called: Called, tmp_path: Path
) -> None:
    """Which of them was meant is for the coordinator to say."""
    offer("our-region", OWN)
    offer("our-region", OWN)
    status, told = called("template", tmp_path / "tables", "--methodology", "our-region")
    assert status == 2
    assert "region_0:RULES, region_1:RULES" in told


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("RULES = 3\n", "region_0:RULES is int"),
        ("raise RuntimeError('no licence')\n", "region_0:RULES failed with RuntimeError"),
        ("", "region_0:RULES failed with AttributeError"),
    ],
    ids=["of-another-type", "failing", "missing"],
)
def test_what_is_offered_must_be_a_methodology(
    offer: Offer, called: Called, tmp_path: Path, code: str, said: str
) -> None:
    """A package that does not hold what it offers is named, with what went wrong."""
    offer("our-region", code)
    status, told = called("template", tmp_path / "tables", "--methodology", "our-region")
    assert status == 2
    assert said in told


def test_it_is_told_in_russian_too(offer: Offer, called: Called, tmp_path: Path) -> None:
    """As a deputy headteacher reads it."""
    offer("our-region", OWN)
    words = ("template", tmp_path / "t", "--methodology", "other", "--lang", "ru")
    assert "установлены: our-region" in called(*words)[1]


@pytest.mark.parametrize("named", ["rules.py", "RULES.PY", "rules.py:", ":RULES"])
@pytest.mark.parametrize("installed", [True, False])
def test_half_a_name_in_a_file_is_told_so(
    offer: Offer, called: Called, tmp_path: Path, named: str, *, installed: bool
) -> None:
    """Whatever is installed: who names a file wants a file."""
    if installed:
        offer("our-region", OWN)
    status, told = called("template", tmp_path / "t", "--methodology", named)
    assert status == 2
    assert "':NAME' is missing" in told


def test_a_bare_name_where_nothing_is_installed(called: Called, tmp_path: Path) -> None:
    """There are no names to list; how to name a file is said."""
    status, told = called("template", tmp_path / "t", "--methodology", "our-region")
    assert status == 2
    assert "or FILE.py:NAME" in told
    assert "installed:" not in told


# A file of one's own, which may hold anything.


def test_a_methodology_of_ones_own(call: Call, town: Path, tmp_path: Path) -> None:
    """--methodology runs a file and uses the name in it, for match and verify alike."""
    (tmp_path / "ours.py").write_text(
        "from nastavnik import TARGET_MODEL\n"
        "OURS = TARGET_MODEL.with_parameters('common-slots', at_least=2)\nNUMBER = 5\n"
    )
    own = f"{tmp_path / 'ours.py'}:OURS"
    tables = tables_of(town)
    assert call("match", *tables, "--out", tmp_path / "o", "--methodology", own).status == 0
    assert call("verify", tmp_path / "o", "--methodology", own).status == 0
    assert call("verify", tmp_path / "o").status == 1
    done = call("explain", tmp_path / "o", "p01", "--lang=en")
    assert (done.status, "other rules" in done.err) == (1, True)
    for wrong in ("ours.py", f"{tmp_path}/none.py:OURS", f"{tmp_path}/ours.py:NUMBER"):
        done = call("check", *tables, "--methodology", wrong)
        assert (done.status, "--methodology" in done.err) == (2, True)


def test_a_methodology_that_exits_is_refused(call: Call, tmp_path: Path) -> None:
    """A file that ends the program is a wrong methodology, not a silent end."""
    (tmp_path / "ours.py").write_text("raise SystemExit(0)")
    done = call("check", "a.csv", "b.csv", "--methodology", f"{tmp_path / 'ours.py'}:OURS")
    assert (done.status, "--methodology" in done.err) == (2, True)


def test_a_failing_rule_is_named(call: Call, town: Path, tmp_path: Path) -> None:
    """A rule that breaks ends the call with its id, not with a traceback."""
    (tmp_path / "ours.py").write_text(
        "from attrs import frozen\nfrom nastavnik import TARGET_MODEL, Requirement, Text\n"
        "@frozen(kw_only=True)\nclass Broken(Requirement):\n"
        "    id: str = 'broken'\n    sentence: Text = Text(en='x', ru='x')\n"
        "    def holds(self, mentor, mentee):\n        return 'yes'\n"
        "OURS = TARGET_MODEL.with_rule(Broken())\n"
    )
    own = f"{tmp_path / 'ours.py'}:OURS"
    tables = tables_of(town)
    done = call("match", *tables, "--out", tmp_path / "o", "--methodology", own)
    assert (done.status, "broken" in done.err, (tmp_path / "o").exists()) == (2, True, False)
