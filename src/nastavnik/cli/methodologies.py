"""Finds the methodology that a command line names: in a Python file of one's own, or in a package that is installed.

A package offers its methodology by an entry point, and the coordinator names it by the entry point's name:

    [project.entry-points."nastavnik.methodologies"]
    our-region = "our_region.mentoring:METHODOLOGY"
"""

import importlib.util
from collections.abc import Collection
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, Final

from nastavnik.basics.disclosure import file_told
from nastavnik.basics.errors import nearest
from nastavnik.basics.system_errors import reason_of
from nastavnik.basics.texts import Language
from nastavnik.cli.misuse import Misused
from nastavnik.cli.texts import TEXTS
from nastavnik.methodology import TARGET_MODEL, Methodology

__all__ = ["GROUP", "load_methodology"]

GROUP: Final = "nastavnik.methodologies"
"""Group of the entry points by which packages offer methodologies."""


def load_methodology(named: str | None, *, language: Language) -> Methodology:
    """Return the target model, or the methodology that is named; its file or package is run.

    Args:
        named: ``FILE.py:NAME``, or the name by which an installed package offers it; None for the target model.
        language: of what is said when there is none.
    """
    return TARGET_MODEL if named is None else _Naming(named, language).found()


class _Naming:
    """One name, and how it is told that it names no methodology."""

    def __init__(self, named: str, language: Language) -> None:
        self._named = named
        self._language: Language = language

    def found(self) -> Methodology:
        file, _, name = self._named.rpartition(":")
        if file and name:
            return self._of_file(file, name)
        if ":" in self._named or self._named.casefold().endswith(".py"):
            raise self._refuse("no-name-in-file")
        return self._of_package()

    def _of_package(self) -> Methodology:
        offered = _offered()
        if self._named not in offered:
            raise self._unknown(offered)
        point, *others = offered[self._named]
        if others:
            values = ", ".join(sorted(one.value for one in (point, *others)))
            raise self._refuse("offered-twice", values)
        try:
            value = point.load()
        except (Exception, SystemExit) as error:
            raise self._refuse("python-failed", point.value, _told(error)) from error
        return self._checked(point.value, value)

    def _of_file(self, file: str, name: str) -> Methodology:
        try:
            found = Path(file).is_file()
        except OSError as error:
            why = f"({reason_of(error)[self._language]})"
            raise self._refuse("no-python-file", why) from error
        if not found:
            raise self._refuse("no-python-file", file_told(file, self._language))
        spec = importlib.util.spec_from_file_location("nastavnik_own_methodology", file)
        if spec is None or spec.loader is None:
            raise self._refuse("not-python", file_told(file, self._language))
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except (Exception, SystemExit) as error:
            raise self._refuse(
                "python-failed", file_told(file, self._language), _told(error)
            ) from error
        return self._checked(name, getattr(module, name, None))

    def _checked(self, name: str, value: Any) -> Methodology:
        if not isinstance(value, Methodology):
            raise self._refuse("not-methodology", name, type(value).__name__)
        return value

    def _unknown(self, offered: Collection[str]) -> Misused:
        """Return that it is none of those that are installed."""
        if not offered:
            return self._refuse("no-name-in-file")
        near = nearest(self._named, offered)
        known = ", ".join(sorted(offered))
        if near is None:
            return self._refuse("not-installed", known)
        return self._refuse("not-installed-but-near", known, near)

    def _refuse(self, key: str, *values: object) -> Misused:
        why = TEXTS[key][self._language].format(*values)
        said = TEXTS["bad-methodology"][self._language].format(
            value=_named_told(self._named, self._language), why=why
        )
        return Misused(said, self._language)


def _named_told(named: str, language: Language) -> str:
    """Return what names a methodology as a message tells it; the name behind a file is one of its code."""
    file, colon, name = named.rpartition(":")
    if colon and name.isidentifier() and name.isupper():
        return f"{file_told(file, language)}:{name}"
    return file_told(named, language)


def _offered() -> dict[str, list[EntryPoint]]:
    """Return what installed packages offer, by name."""
    offered: dict[str, list[EntryPoint]] = {}
    for point in entry_points(group=GROUP):
        offered.setdefault(point.name, []).append(point)
    return offered


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
