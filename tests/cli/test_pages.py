"""The pages about the command line say what it does."""

import re
import tomllib
from pathlib import Path

import pytest

from helpers.processes import start
from helpers.project import ROOT
from nastavnik.cli import statuses
from nastavnik.cli.settings import settings_of

PAGES = [ROOT / "docs/command-line.md", ROOT / "docs/command-line.ru.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_exit_status_is_on_the_page(page: Path) -> None:
    """All of them, and no other; each has a test of its own elsewhere."""
    told = re.findall(r"^\| ([0-9]+) \|", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [int(number) for number in told] == sorted(
        getattr(statuses, name) for name in statuses.__all__
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_settings_on_the_page_are_taken(page: Path, tmp_path: Path) -> None:
    """As they stand there; and there is no other."""
    text = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)[0]
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    settings = settings_of([], {"NASTAVNIK_CONFIG": str(path)})
    assert (settings.language, settings.defaults["markup"]) == ("ru", "html")
    assert len(settings.defaults) + len(["lang"]) == len(tomllib.loads(text))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_as_the_page_says(shell: str) -> None:
    """Commands and options; the page names the variable that makes the program say how."""
    for page in PAGES:
        assert f"_NASTAVNIK_COMPLETE={shell}_source nastavnik" in page.read_text(encoding="utf-8")
    typed = {"COMP_WORDS": "nastavnik expl", "COMP_CWORD": "expl" if shell == "fish" else "1"}
    done = start(variables={"_NASTAVNIK_COMPLETE": f"{shell}_complete", **typed})
    assert b"explain" in done.stdout
    assert b"verify" not in done.stdout
