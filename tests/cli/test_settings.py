"""What is settled once: the language, and a file of settings."""

import ctypes
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.command_line import Call
from nastavnik import InvalidInputError
from nastavnik.cli.settings import config_path, language_of, settings_of

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

RUSSIAN, ENGLISH, RUSSIAN_OF_MOLDOVA = 0x0419, 0x0409, 0x0819


@pytest.mark.parametrize(
    ("words", "variables", "settled", "language"),
    [
        ([], {}, None, "en"),
        ([], {"LANG": "ru_RU.UTF-8"}, None, "ru"),
        ([], {"LANG": "ru"}, None, "ru"),
        ([], {"LANG": "run_RW.UTF-8"}, None, "en"),
        ([], {"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, None, "en"),
        ([], {"LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, None, "ru"),
        ([], {"LANG": "ru_RU.UTF-8", "LC_ALL": ""}, None, "ru"),
        ([], {"LC_ALL": "en_US.UTF-8"}, "ru", "ru"),
        ([], {"NASTAVNIK_LANG": "en"}, "ru", "en"),
        (["check", "--lang", "ru"], {"NASTAVNIK_LANG": "en"}, "en", "ru"),
        (["--lang=en"], {"NASTAVNIK_LANG": "ru"}, "ru", "en"),
    ],
)
def test_the_language_is_looked_for_in_order(
    words: list[str], variables: dict[str, str], settled: str | None, language: str
) -> None:
    """Option, own variable, file of settings, LC_ALL, LC_MESSAGES, LANG, English."""
    assert language_of(words, variables, settled=settled) == language


@pytest.mark.parametrize(
    ("number", "language"), [(RUSSIAN, "ru"), (RUSSIAN_OF_MOLDOVA, "ru"), (ENGLISH, "en")]
)
def test_windows_is_asked_last(monkeypatch: pytest.MonkeyPatch, number: int, language: str) -> None:
    """It has no LANG; it knows in which language it speaks to its user."""
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language_of([], {}) == language
    assert language_of([], {"LANG": "C.UTF-8"}) == "en"


@pytest.mark.parametrize(
    ("platform", "variables", "path"),
    [
        ("linux", {"HOME": "/h"}, "/h/.config/nastavnik/config.toml"),
        ("linux", {"HOME": "/h", "XDG_CONFIG_HOME": "/x"}, "/x/nastavnik/config.toml"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/nastavnik/config.toml"),
        ("win32", {"APPDATA": "/a"}, "/a/nastavnik/config.toml"),
        ("linux", {"HOME": "/h", "NASTAVNIK_CONFIG": "/own.toml"}, "/own.toml"),
    ],
)
def test_the_file_stands_where_the_system_keeps_such(
    platform: str, variables: dict[str, str], path: str
) -> None:
    """And where the variable says, before all."""
    assert config_path(variables, platform) == Path(path)


def test_without_a_home_there_is_no_file() -> None:
    """That is no fault."""
    assert config_path({}, "linux") is None
    assert settings_of([], {}).defaults == {}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of the file of settings, which is not there yet."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("NASTAVNIK_CONFIG", str(path))
    return path


def test_what_is_settled_holds_unless_a_call_says_otherwise(
    call: Call, town: Path, config: Path
) -> None:
    """Language and format of every answer."""
    config.write_text('lang = "ru"\nformat = "markdown"\n', encoding="utf-8")
    settled = call("explain", town, "p01", "q01").out
    said = call("explain", town, "p01", "q01", "--lang=ru", "--format=markdown").out
    assert settled == said
    assert call("explain", town, "p01", "q01", "--lang=en", "--format=text").out != said


def test_a_settled_methodology_is_that_of_every_call(
    call: Call, town: Path, config: Path, tmp_path: Path
) -> None:
    """A plan made by other rules is refused, as with the option."""
    rules = tmp_path / "rules.py"
    rules.write_text("from nastavnik import TARGET_MODEL\nM = TARGET_MODEL.read_as('unbound')\n")
    config.write_text(f"methodology = '{rules}:M'\n", encoding="utf-8")
    assert call("verify", town).status == 1


def test_quiet_can_be_settled(call: Call, config: Path) -> None:
    """Then a call is as with --quiet."""
    config.write_text("quiet = true\n", encoding="utf-8")
    done = call("demo")
    assert (done.status, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            'lng = "ru"',
            "config.toml, lng: такой настройки нет; есть такие: contact, format, lang, methodology, quiet, school\n",
        ),
        ('lng = "ru"', "Возможно, lang?"),
        ('lang = "de"', "config.toml, lang: значение «de» не подходит; можно указать: en, ru"),
        ("quiet = 1", "quiet: значение «1» не подходит; можно указать: false, true"),
        ("lang = ru", "тексты ставят в кавычки"),
        ("\udcff", "файл не в кодировке UTF-8"),
    ],
)
def test_a_wrong_setting_is_told(call: Call, config: Path, text: str, says: str) -> None:
    """With the file, the key and what would be right; nothing is done."""
    config.write_bytes(text.encode("utf-8", "surrogateescape"))
    done = call("demo", "--lang=ru")
    assert (done.status, done.out) == (2, "")
    assert says in done.err


def test_a_file_that_is_named_must_be_there(call: Call, config: Path) -> None:
    """Whoever sets the variable means the file."""
    done = call("demo", "--lang=ru")
    assert (done.status, done.err) == (
        2,
        f"Найдено ошибок: 1\n  {config}: такого файла нет; проверьте название и папку\n",
    )


def test_a_wrong_variable_is_told() -> None:
    """NASTAVNIK_LANG is no guess."""
    with pytest.raises(InvalidInputError) as caught:
        settings_of([], {"NASTAVNIK_LANG": "de"})
    assert "NASTAVNIK_LANG" in str(caught.value)
