"""What a coordinator settles once for all calls: a file of settings, and the language.

The file is ``config.toml`` in the folder where the system keeps such files, or where ``NASTAVNIK_CONFIG`` says:

    lang = "ru"
    format = "html"
    methodology = "/school/rules.py:RULES"
    quiet = true
    school = "School 5"
    contact = "Olga Markova, 555-01-02"

Nothing that decides who is matched with whom stands there but the methodology, which a plan is held against anyway;
display names are asked for in each call anew.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from nastavnik.basics.disclosure import key_of_file
from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.places import Place
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.cli.answers import MARKUPS
from nastavnik.exchange.toml_syntax import toml_file

__all__ = ["CONFIG", "LANG", "Settings", "config_path", "language_of", "settings_of"]

LANG: Final = "NASTAVNIK_LANG"
"""Name of the variable that says the language."""

CONFIG: Final = "NASTAVNIK_CONFIG"
"""Name of the variable that says where the file of settings is."""

_POSIX: Final = ("LC_ALL", "LC_MESSAGES", "LANG")

_RUSSIAN: Final = 0x19
"""Primary language id of Russian in Windows, the lower ten bits of a language id."""

_PRIMARY: Final = 0x3FF


@frozen(kw_only=True)
class Settings:
    """What holds for every call unless its options say otherwise.

    Args:
        language: in which everything is said.
        defaults: of options, by the name of the option's value.
    """

    language: Language
    defaults: Mapping[str, Any] = MappingProxyType({})


_Check = Callable[[Any], Sequence[str]]
"""Returns what would do in place of a wrong value, and nothing of a right one."""


def _one_of(known: Sequence[str]) -> _Check:
    def check(value: Any) -> Sequence[str]:
        return () if value in known else known

    return check


def _is(kind: type, *expected: str) -> _Check:
    def check(value: Any) -> Sequence[str]:
        return () if isinstance(value, kind) else expected

    return check


_KEYS: Final[Mapping[str, tuple[str, _Check]]] = MappingProxyType(
    {
        "lang": ("lang", _one_of(LANGUAGES)),
        "format": ("markup", _one_of(MARKUPS)),
        "methodology": ("methodology", _is(str, '"FILE.py:NAME"')),
        "quiet": ("quiet", _is(bool, "true", "false")),
        "school": ("school", _is(str, '"…"')),
        "contact": ("contact", _is(str, '"…"')),
    }
)
"""What may stand in the file: the name of the option's value, and what else is expected of a wrong one."""


def config_path(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return where the file of settings is looked for, or None where there is no place for it.

    Args:
        environment: the variables.
        platform: as `sys.platform` has it.

    >>> config_path({"NASTAVNIK_CONFIG": "my.toml"}).name
    'my.toml'
    >>> config_path({"HOME": "/home/ada"}, "linux").as_posix()
    '/home/ada/.config/nastavnik/config.toml'
    """
    if own := environment.get(CONFIG):
        return Path(own)
    if platform == "win32":
        base = environment.get("APPDATA")
    elif platform == "darwin":
        home = environment.get("HOME")
        base = f"{home}/Library/Application Support" if home else None
    else:
        home = environment.get("HOME")
        base = environment.get("XDG_CONFIG_HOME") or (f"{home}/.config" if home else None)
    return Path(base, "nastavnik", "config.toml") if base else None


def settings_of(words: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """Return what holds for a call.

    Args:
        words: of the call.
        environment: the variables.

    Raises:
        InvalidInputError: with every fault of the file of settings, and of the variable of the language.
    """
    path = config_path(environment)
    own = bool(environment.get(CONFIG))
    found, faults = _read(path, needed=own) if path is not None else ({}, [])
    named = environment.get(LANG) or None
    if named is not None and named not in LANGUAGES:
        fault = Fault("setting-value", field=LANG, value=named, expected=LANGUAGES)
        faults.append(fault)
    if faults:
        raise InvalidInputError(faults)
    language = language_of(words, environment, settled=found.pop("lang", None))
    return Settings(language=language, defaults=found)


def language_of(
    words: Sequence[str], environment: Mapping[str, str], *, settled: Any = None
) -> Language:
    """Return the language that is asked for.

    In this order: ``--lang``, ``NASTAVNIK_LANG``, the file of settings, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``, the
    language of Windows, English. It is needed before the words are parsed, because the help is in it too; a wrong one
    is refused later.

    Args:
        words: of the call.
        environment: the variables.
        settled: what the file of settings says.

    >>> language_of(["check", "--lang", "ru"], {}), language_of([], {"LANG": "ru_RU.UTF-8"})
    ('ru', 'ru')
    """
    for asked in (_asked(words), environment.get(LANG), settled):
        if asked:
            return "ru" if asked == "ru" else "en"
    for name in _POSIX:
        if value := environment.get(name):
            return "ru" if value.partition("_")[0].partition(".")[0] == "ru" else "en"
    return "ru" if _language_of_windows() & _PRIMARY == _RUSSIAN else "en"


def _asked(words: Sequence[str]) -> str | None:
    for number, word in enumerate(words):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and number + 1 < len(words):
            return words[number + 1]
    return None


def _language_of_windows() -> int:
    """Return the number of the language in which Windows speaks to its user, or 0 elsewhere."""
    import ctypes  # noqa: PLC0415 - wanted on one system alone

    windows = getattr(ctypes, "windll", None)
    if windows is None:
        return 0
    return int(windows.kernel32.GetUserDefaultUILanguage())


def _read(path: Path, *, needed: bool) -> tuple[dict[str, Any], list[Fault]]:
    """Return what a file of settings says, by the name of the option's value, and what is wrong with it."""
    if not needed and not path.exists():
        return {}, []
    try:
        told = toml_file(path, str(path))
    except InvalidInputError as error:
        return {}, list(error.faults)
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, value in told.items():
        at = Place(file=str(path), path=key_of_file(key))
        if key not in _KEYS:
            advice = nearest(key, _KEYS)
            faults.append(Fault("no-such-setting", place=at, known=list(_KEYS), advice=advice))
            continue
        name, check = _KEYS[key]
        expected = check(value)
        if expected:
            shown = value if isinstance(value, str) else str(value)
            faults.append(Fault("setting-value", place=at, value=shown, expected=expected))
        else:
            found[name] = value
    return found, faults
