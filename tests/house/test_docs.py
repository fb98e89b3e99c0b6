"""The documentation says what the code does."""

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import nastavnik

ROOT = Path(__file__).parents[2]
NO_MODULES = {
    "nastavnik.matcher",
    "nastavnik.methodologies",
    "nastavnik.check",
    "nastavnik.elsewhere",
    "nastavnik.lock",
}
"""A group of entry points, a key of metadata, and names that tests make up."""

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


@pytest.mark.parametrize(
    "maker", ["make_pages.py", "make_reference.py", "make_schemas.py", "make_texts.py"]
)
def test_what_is_made_from_the_code_is_up_to_date(maker: str) -> None:
    """Pages about rules and tables, the reference, the list of what is public, the schemas, all texts."""
    subprocess.run([sys.executable, str(ROOT / "docs" / maker), "--check"], check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_room_is_in_the_table() -> None:
    """The README's table names every room of the library and none besides, and every package in a room."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z]+)/` \| (.*) \|$", readme, flags=re.MULTILINE))
    source = ROOT / "src/nastavnik"
    assert set(rows) == {path.parent.name for path in source.glob("*/__init__.py")}
    in_pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    layers = in_pyproject["importlinter"]["contracts"][0]["layers"]
    assert set(rows) | {"__main__"} == {room for layer in layers for room in layer.split(" | ")}
    for room in ("programme", "matching", "proof"):
        for inside in (source / room).glob("*/__init__.py"):
            assert f"`{inside.parent.name}/`" in rows[room], inside


def test_there_is_no_old_path() -> None:
    """No text speaks of a module or package that is not there; a plain word after the dot may be a name in it."""
    texts = [*PAGES, *ROOT.glob("*/**/*.py"), ROOT / "pyproject.toml"]
    modules = {"nastavnik"} | {
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "src").glob("nastavnik/**/*.py")
    }
    for path in texts:
        if path == ROOT / "CHANGELOG.md" or ".venv" in path.parts[len(ROOT.parts)]:
            continue
        for named in re.findall(
            r"\bnastavnik(?:\.(?!md\b)[a-z][a-z_]*\b)+", path.read_text(encoding="utf-8")
        ):
            outer, _, inner = named.rpartition(".")
            if named in modules or named in NO_MODULES:
                continue
            assert outer in modules, f"{path.name}: {named}"
            assert hasattr(importlib.import_module(outer), inner), f"{path.name}: {named}"


def test_every_class_of_the_glossary_exists() -> None:
    """A term's class is a public name or an attribute of one."""
    from nastavnik import assignment, methodology, people
    from nastavnik.matching import candidates
    from nastavnik.programme import evidence, plan
    from nastavnik.programme import round as round_
    from nastavnik.programme.evidence import reasons

    rooms = assignment, candidates, evidence, methodology, people, plan, reasons, round_
    spaces = [nastavnik, *rooms]
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    for row in text.splitlines()[6:]:
        for name in re.findall(r"`([A-Za-z_.]+)`", row.split("|")[3]):
            first, _, rest = name.partition(".")
            found = next((getattr(s, first) for s in spaces if hasattr(s, first)), None)
            assert found is not None, name
            assert not rest or hasattr(found, rest) or rest in found.__annotations__, name


def test_public_functions_have_examples() -> None:
    """Every callable of the public door has a docstring, and every function of it an example."""
    for name in nastavnik.__all__:
        value = getattr(nastavnik, name)
        if not callable(value):
            continue
        assert value.__doc__, name
        if not isinstance(value, type):
            assert ">>>" in value.__doc__, name
