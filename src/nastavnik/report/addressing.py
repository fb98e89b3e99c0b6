"""How people are addressed in what they read, by the display names that a caller gives.

A display name is written as the tables have it: surname, given name, patronymic, or the last left out; a patronymic
shows the order where it is another one. A child is called by the given name, an adult by given name and patronymic.
"""

import re
from typing import Final

from nastavnik.basics.texts import Language, Text

__all__ = ["given_name", "greeting", "polite_name"]

_PATRONYMIC: Final = re.compile(r"(?:(?P<woman>овна|евна|ична)|ович|евич|[ькмт]ич)$")
"""How a patronymic ends in Russian."""

_MEN: Final = Text(en="Dear {name},", ru="Уважаемый {name}!")
_WOMEN: Final = Text(en="Dear {name},", ru="Уважаемая {name}!")
_ANYBODY: Final = Text(en="Dear {name},", ru="Здравствуйте, {name}!")
_NOBODY: Final = Text(en="Good day!", ru="Здравствуйте!")


def _parts(name: str) -> tuple[str, str | None]:
    """Return the given name, and the patronymic where there is one."""
    words = name.replace(",", " ").split()
    for at, word in enumerate(words[1:], 1):
        if _PATRONYMIC.search(word.casefold()):
            return words[at - 1], word
    return (words[1] if words[1:] else words[0] if words else ""), None


def given_name(name: str) -> str:
    """Return by what a child is called.

    >>> [given_name(name) for name in ("Ёлкина Анна Петровна", "Анна Петровна", "Ёлкина Анна", "Анна")]
    ['Анна', 'Анна', 'Анна', 'Анна']
    """
    return _parts(name)[0]


def polite_name(name: str) -> str:
    """Return by what an adult is called: given name and patronymic, or the name as it is.

    >>> polite_name("Маркова Ольга Игоревна"), polite_name("Ada Invented")
    ('Ольга Игоревна', 'Ada Invented')
    """
    given, patronymic = _parts(name)
    return f"{given} {patronymic}" if patronymic else " ".join(name.split())


def greeting(name: str | None, language: Language, *, adult: bool) -> str:
    """Return how a letter to somebody begins.

    Args:
        name: display name, or None where none is known.
        language: of the letter.
        adult: address by given name and patronymic.

    >>> greeting("Маркова Ольга Игоревна", "ru", adult=True), greeting("Ёлкина Анна", "ru", adult=False)
    ('Уважаемая Ольга Игоревна!', 'Здравствуйте, Анна!')
    """
    if not name:
        return _NOBODY[language]
    if not adult:
        return _ANYBODY[language].format(name=given_name(name))
    _, patronymic = _parts(name)
    found = _PATRONYMIC.search(patronymic.casefold()) if patronymic else None
    said = _ANYBODY if found is None else _WOMEN if found["woman"] else _MEN
    return said[language].format(name=polite_name(name))
