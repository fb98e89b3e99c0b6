"""How people are addressed in what they read, by the display names that a caller gives.

Tables have names as surname, given name, patronymic, or with the given name first, or without a patronymic. The last
shows the order by itself; of two words the one that looks like a surname shows it, and where both do or neither does,
the order that most of the other names have. Where even that is not clear, the whole name is said: it is never wrong.
"""

import re
from collections.abc import Iterable
from typing import Final

from nastavnik.basics.texts import Language, Text

__all__ = ["Calling"]

_PATRONYMIC: Final = re.compile(r"(?:(?P<woman>овна|евна|ична)|ович|евич|[ькмт]ич)$")
"""How a patronymic ends in Russian."""

_SURNAME: Final = re.compile(
    r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|ской|[иы]х|енко|чук|дзе|швили)$"
)
"""How most surnames end in Russian."""

_GIVEN: Final = frozenset(
    {
        "алина",
        "альбина",
        "ангелина",
        "антонина",
        "арина",
        "василина",
        "валентин",
        "валентина",
        "галина",
        "дина",
        "ева",
        "екатерина",
        "зарина",
        "ирина",
        "карина",
        "катерина",
        "константин",
        "кристина",
        "лев",
        "лина",
        "марина",
        "мартин",
        "нина",
        "полина",
        "регина",
        "сабина",
        "эвелина",
        "юстин",
        "яков",
    }
)
"""Given names that end so, too."""

_TWO: Final = 2

_MEN: Final = Text(en="Dear {name},", ru="Уважаемый {name}!")
_WOMEN: Final = Text(en="Dear {name},", ru="Уважаемая {name}!")
_ANYBODY: Final = Text(en="Dear {name},", ru="Здравствуйте, {name}!")
_NOBODY: Final = Text(en="Good day!", ru="Здравствуйте!")


class Calling:
    """Says how those are called whose display names stand in one table.

    Args:
        names: all of them, for the order of words that most of them have.

    >>> Calling(["Ёлкина Анна", "Орлов Ян", "Ким Ева"]).given("Ли Ян")
    'Ян'
    >>> Calling(["Анна Ёлкина"]).given("Ян Орлов"), Calling([]).given("Ли Ян")
    ('Ян', 'Ли Ян')
    """

    def __init__(self, names: Iterable[str]) -> None:
        places = [_place_of_given(name.split()) for name in names]
        first, second = places.count(0), places.count(1)
        self._usual = 0 if first > _TWO * second else 1 if second > _TWO * first else None

    def given(self, name: str) -> str:
        """Return by what a child is called: the given name, or the whole where it cannot be told.

        >>> [Calling([]).given(name) for name in ("Ёлкина Анна Петровна", "Анна Петровна", "Ева Ёлкина", "Анна")]
        ['Анна', 'Анна', 'Ева', 'Анна']
        """
        words = name.split()
        at = _place_of_given(words)
        if at is None and len(words) == _TWO:
            at = self._usual
        return " ".join(words) if at is None else words[at]

    def polite(self, name: str) -> str:
        """Return by what an adult is called: given name and patronymic, or the whole name.

        >>> Calling([]).polite("Маркова Ольга Игоревна"), Calling([]).polite("Ada  Invented")
        ('Ольга Игоревна', 'Ada Invented')
        """
        words = name.split()
        at = _place_of_patronymic(words)
        return " ".join(words if at is None else words[at - 1 : at + 1])

    def greeting(self, name: str | None, language: Language, *, adult: bool) -> str:
        """Return how a letter to somebody begins.

        Args:
            name: display name, or None where none is known.
            language: of the letter.
            adult: address by given name and patronymic.

        >>> calling = Calling(["Ёлкина Анна"])
        >>> calling.greeting("Маркова Ольга Игоревна", "ru", adult=True), calling.greeting(None, "en", adult=False)
        ('Уважаемая Ольга Игоревна!', 'Good day!')
        """
        if not name:
            return _NOBODY[language]
        if not adult:
            return _ANYBODY[language].format(name=self.given(name))
        words = name.split()
        at = _place_of_patronymic(words)
        found = None if at is None else _PATRONYMIC.search(words[at].casefold())
        said = _ANYBODY if found is None else _WOMEN if found["woman"] else _MEN
        return said[language].format(name=self.polite(name))


def _place_of_patronymic(words: list[str]) -> int | None:
    """Return where the patronymic stands, which follows the given name."""
    found = (at for at, word in enumerate(words) if at and _PATRONYMIC.search(word.casefold()))
    return next(found, None)


def _place_of_given(words: list[str]) -> int | None:
    """Return where the given name stands, by the words of this name alone."""
    patronymic = _place_of_patronymic(words)
    if patronymic is not None:
        return patronymic - 1
    if len(words) < _TWO:
        return 0 if words else None
    if len(words) > _TWO:
        return None
    one, other = map(_is_surname, words)
    return None if one == other else int(one)


def _is_surname(word: str) -> bool:
    last = word.casefold().split("-")[-1]
    return bool(_SURNAME.search(last)) and last not in _GIVEN
