"""Numbers with the form of a noun that goes with them: 1 place, 2 places; 1 место, 2 места, 5 мест.

Which form a number takes is asked of the Unicode rules that Babel carries. A phrase names the noun behind the number,
``"{places:place}"``, so that each language may ask for the case, or for the verb, that it needs there.
Needs Babel: ``pip install nastavnik[report]``.
"""

import string
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from nastavnik.basics.texts import Language

__all__ = ["CATEGORIES", "NOUNS", "Counted", "counted", "filled"]

CATEGORIES: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {"en": ("one", "other"), "ru": ("one", "few", "many")}
)
"""What whole numbers are told apart by in each language. Source: Unicode CLDR, plural rules."""

_PLACE: Final = "{n}"


def _complete(counted: object, attribute: Any, forms: Mapping[str, str]) -> None:  # noqa: ARG001
    """Check that every form is there, and has a place for the number."""
    expected = CATEGORIES[attribute.name]
    if set(forms) != set(expected):
        raise ValueError(f"{attribute.name}: forms {sorted(forms)}; needed: {sorted(expected)}")
    for category, form in forms.items():
        if form.count(_PLACE) != 1:
            raise ValueError(f"{attribute.name}, {category}: {form!r} needs {_PLACE} once")


@frozen(kw_only=True)
class Counted:
    """A noun, in one case, with every form that a whole number in front of it asks for.

    Args:
        en: category to form, with ``{n}`` where the number stands.
        ru: the same in Russian.

    Raises:
        ValueError: when a form is missing, too many, or has no place for the number.

    >>> hour = Counted(en={"one": "{n} hour", "other": "{n} hours"},
    ...                ru={"one": "{n} час", "few": "{n} часа", "many": "{n} часов"})
    >>> hour.say(21, "ru"), hour.say(22, "ru"), hour.say(25, "ru")
    ('21 час', '22 часа', '25 часов')
    """

    en: Mapping[str, str] = field(validator=_complete)
    ru: Mapping[str, str] = field(validator=_complete)

    def say(self, number: int, language: Language) -> str:
        """Return the number with the form that goes with it."""
        forms = self.en if language == "en" else self.ru
        return forms[_rule(language)(abs(number))].replace(_PLACE, str(number))


@cache
def _rule(language: Language) -> Callable[[int], str]:
    """Return what gives a number's category; remembered, for Babel reads a file for it."""
    try:
        from babel import Locale  # noqa: PLC0415 - loaded by those who want sentences
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            "sentences need Babel; install it with: pip install nastavnik[report]",
            name=missing.name,
        ) from missing
    return Locale.parse(language).plural_form


def _noun(english: str, russian: str) -> Counted:
    """Return a noun from its forms with bars between: two in English, three in Russian."""
    forms = {"en": english.split(" | "), "ru": russian.split(" | ")}
    return Counted(
        en=dict(zip(CATEGORIES["en"], forms["en"], strict=True)),
        ru=dict(zip(CATEGORIES["ru"], forms["ru"], strict=True)),
    )


NOUNS: Final[Mapping[str, Counted]] = MappingProxyType(
    {
        "place": _noun("{n} place | {n} places", "{n} место | {n} места | {n} мест"),
        "point": _noun("{n} point | {n} points", "{n} балл | {n} балла | {n} баллов"),
        # The genitive, after «не больше».
        "point-of": _noun("{n} point | {n} points", "{n} балла | {n} баллов | {n} баллов"),
        "year": _noun("{n} year | {n} years", "{n} год | {n} года | {n} лет"),
        "mentor": _noun(
            "{n} mentor | {n} mentors", "{n} наставник | {n} наставника | {n} наставников"
        ),
        "mentee": _noun(
            "{n} mentee | {n} mentees",
            "{n} наставляемый | {n} наставляемых | {n} наставляемых",
        ),
        # The genitive, after «для», «у» and «из».
        "mentor-of": _noun(
            "{n} mentor | {n} mentors", "{n} наставника | {n} наставников | {n} наставников"
        ),
        "mentee-of": _noun(
            "{n} mentee | {n} mentees",
            "{n} наставляемого | {n} наставляемых | {n} наставляемых",
        ),
        # The accusative, after «на», which tells by how many more or fewer.
        "mentee-by": _noun(
            "{n} mentee | {n} mentees",
            "{n} наставляемого | {n} наставляемых | {n} наставляемых",
        ),
        # With the verb, which agrees with the number too.
        "mentor-will-suit": _noun(
            "{n} mentor could be given | {n} mentors could be given",
            "подойдёт {n} наставник | подойдут {n} наставника | подойдут {n} наставников",
        ),
        "mentor-needed": _noun(
            "find {n} mentor | find {n} mentors",
            "нужен ещё {n} наставник | нужны ещё {n} наставника | нужны ещё {n} наставников",
        ),
        "mentee-suits": _noun(
            "{n} mentee may be paired with this mentor | {n} mentees may be paired with this mentor",
            "подходит {n} наставляемый | подходят {n} наставляемых | подходят {n} наставляемых",
        ),
        "mentee-suits-then": _noun(
            "{n} mentee could come | {n} mentees could come",
            "подойдёт {n} наставляемый | подойдут {n} наставляемых | подойдут {n} наставляемых",
        ),
        "mentee-gains": _noun(
            "{n} mentee more has a mentor | {n} mentees more have a mentor",
            "наставника получит ещё {n} наставляемый | наставника получат ещё {n} наставляемых"
            " | наставника получат ещё {n} наставляемых",
        ),
    }
)
"""Everything that sentences count, one entry for each case or verb; named in phrases behind a colon."""


def counted(noun: str, number: int, language: Language) -> str:
    """Return a number with its noun.

    Args:
        noun: key of `NOUNS`.
        number: how many.
        language: of the noun.

    Raises:
        KeyError: when there is no such noun.

    >>> [counted("place", number, "ru") for number in (1, 2, 5, 11)]
    ['1 место', '2 места', '5 мест', '11 мест']
    """
    return NOUNS[noun].say(number, language)


class _Filling(string.Formatter):
    """Fills a phrase; what stands behind a colon is a noun."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return a value, with its noun where one is named."""
        return counted(format_spec, value, self._language) if format_spec else str(value)

    def check_unused_args(
        self,
        used_args: set[int | str],
        args: Sequence[Any],  # noqa: ARG002 - the signature is the base class's
        kwargs: Mapping[str, Any],
    ) -> None:
        """Refuse a value that the phrase does not say."""
        unused = kwargs.keys() - used_args
        if unused:
            raise ValueError(f"the phrase has no place for {sorted(unused)}")


def filled(phrase: str, language: Language, values: Mapping[str, object]) -> str:
    """Return a phrase with its values, numbers with the nouns that it names.

    Args:
        phrase: with placeholders such as ``{mentor}`` and ``{places:place}``.
        language: of the phrase.
        values: all of them, and none besides.

    Raises:
        LookupError: when a value or a noun is missing.
        ValueError: when a value is said nowhere.

    >>> filled("{who}: {places:place}", "ru", {"who": "ada", "places": 3})
    'ada: 3 места'
    """
    return _Filling(language).vformat(phrase, (), values)
