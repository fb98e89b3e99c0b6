"""The documentation says what the code does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import nastavnik

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def test_generated_pages_are_up_to_date() -> None:
    """The pages about rules and tables are what the code makes them."""
    subprocess.run([sys.executable, str(ROOT / "docs/make_pages.py"), "--check"], check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_room_is_on_the_map() -> None:
    """The README's map names every module and package of the library, and none besides."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", readme, flags=re.MULTILINE)
    named = {name.rstrip("/") for row in rows for name in re.findall(r"`([a-z_/]+)`", row)}
    source = ROOT / "src/nastavnik"
    rooms = {path.stem for path in source.iterdir() if path.suffix == ".py" or path.is_dir()}
    private = {"__init__", "__main__", "__pycache__"}
    assert named == rooms - private


def test_every_class_of_the_glossary_exists() -> None:
    """A term's class is a public name or an attribute of one."""
    from nastavnik import (
        assignment,
        candidates,
        evidence,
        methodology,
        people,
        plan,
        reasons,
    )

    rooms = assignment, candidates, evidence, methodology, people, plan, reasons
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
