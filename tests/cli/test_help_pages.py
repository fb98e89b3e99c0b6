"""Help pages and refusals in one language throughout: what click says by itself is in English."""

import re
from pathlib import Path

import click
import pytest

from helpers.command_line import Call
from helpers.project import ROOT
from nastavnik import TARGET_MODEL
from nastavnik.basics.texts import LANGUAGES
from nastavnik.cli.app import make_app
from nastavnik.cli.settings import Settings

pytest_plugins = ["helpers.command_line"]

APP = make_app(Settings(language="ru"))

VALUES = {
    value
    for command in APP.commands.values()
    for option in command.params
    if isinstance(option.type, click.Choice)
    for value in option.type.choices
} | {reading.id for reading in TARGET_MODEL.readings}
"""What is typed behind an option that takes one of several."""

KNOWN = {
    *APP.commands, *VALUES, "nastavnik", "HTML", "JSON", "Markdown", "Python", "UTF", "seed", "plan",
    "cohort", "csv", "files", "xlsx", "json", "md", "py", "toml", "q", "h", "what", "if",
}  # fmt: skip
"""Latin words that a Russian page cannot do without: commands, endings of files, values as they are typed."""

DOCUMENT = r"docs/[a-z.-]+\.md"
SETTING = r'\b[a-z]+ = "[^"]*"'


def pages() -> list[str]:
    """Return what a reader can ask the help of."""
    return ["", *APP.commands]


@pytest.mark.parametrize("name", pages())
def test_a_russian_page_is_in_russian(call: Call, name: str) -> None:
    """Headings, placeholders, defaults and all."""
    page = (
        call(*([name] if name else []), "--lang=ru", "--help") if name else call("--lang=ru", "-h")
    )
    assert page.status == 0
    assert page.out.startswith("Вызов: nastavnik")
    for heading in ["Параметры:", "Команды:" if not name else "Примеры?:"]:
        assert re.search(heading, page.out)
    text = re.sub(r"^    nastavnik .*$", "", page.out, flags=re.MULTILINE)
    for as_typed in (r"--[a-z-]+", DOCUMENT, SETTING):
        text = re.sub(as_typed, "", text)
    assert set(re.findall("[A-Za-z]+", text)) <= KNOWN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", pages())
def test_what_a_page_refers_to_is_there(
    call: Call, name: str, language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Documents of the project, and keys of the file of settings."""
    page = call(*([name] if name else []), f"--lang={language}", "--help").out
    assert not [path for path in re.findall(DOCUMENT, page) if not (ROOT / path).is_file()]
    settings = tmp_path / "config.toml"
    settings.write_text("\n".join(re.findall(SETTING, page)), encoding="utf-8")
    monkeypatch.setenv("NASTAVNIK_CONFIG", str(settings))
    assert call("rules", "--quiet").status == 0


@pytest.mark.parametrize("name", pages())
def test_an_english_page_has_no_russian(call: Call, name: str) -> None:
    """But for what no reader of English types."""
    page = (
        call(*([name] if name else []), "--lang=en", "--help") if name else call("--lang=en", "-h")
    )
    assert page.out.startswith("Usage: nastavnik")
    assert not re.search("[а-яё]", page.out)


@pytest.mark.parametrize("name", APP.commands)
def test_every_option_and_argument_is_explained(call: Call, name: str) -> None:
    """With its value, whether it may be repeated, and what it is where nobody says."""
    page = " ".join(call(name, "--lang=ru", "--help").out.split())
    for parameter in APP.commands[name].params:
        if isinstance(parameter, click.Option):
            shown = ", ".join(sorted(parameter.opts, key=len))
            assert f"{shown} {parameter.metavar or ''}".strip() in page
            assert parameter.help
            assert " ".join(parameter.help.split()) in page
        else:
            assert str(parameter.metavar) in page


MISUSES = [
    ([], "нужна команда|Команды:"),
    (["--lang=ru"], "нужна команда"),
    (["--lang=ru", "--nonsense"], "--nonsense: такого параметра нет"),
    (["--lang=ru", "chek"], "chek: такой команды нет\\n    Возможно, check[?]\\nСправка: nastavnik --help"),
    (["check", "--lang=ru"], "НАСТАВЛЯЕМЫЕ: нужно указать\\nСправка: nastavnik check --help"),
    (["check", "a", "--lang=ru"], "НАСТАВНИКИ: нужно указать"),
    (["check", "a", "b", "c", "--lang=ru"], "c: лишнее"),
    (["match", "a", "b", "--lang=ru"], "--out: нужно указать"),
    (["match", "a", "b", "--out", "--lang=ru"], "."),
    (["check", "a", "b", "--output", "", "--lang=ru"], "--output: не указано имя файла или папки"),
    (["check", "a\0", "b", "--lang=ru"], "НАСТАВЛЯЕМЫЕ: в имени файла или папки не бывает знака с номером 0"),
    (["demo", "--quiet=3", "--lang=ru"], "--quiet: указывается без значения"),
    (["demo", "-x", "--lang=ru"], "-x: такого параметра нет"),
    (["demo", "--lang=ru", "--seed"], "--seed: не указано значение"),
    (["advise", "a", "--lang=ru", "--most", "0"], "--most: 0: нужно целое число не меньше 1"),
    (["explain", "a", "b", "--lang=ru", "--audience", "me"], "--audience: me: укажите одно из: coordinator"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "says"), MISUSES)
def test_a_wrong_call_is_refused_in_russian(
    call: Call, words: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what is wrong, what may have been meant, and where there is help; with status 2."""
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    done = call(*words)
    assert (done.status, done.out) == (2, "")
    assert re.search(says, done.err)
    english = "usage|error|invalid|missing|no such|try|got|unexpected|requires|does not|option "
    assert not re.search(english, done.err, re.IGNORECASE)
