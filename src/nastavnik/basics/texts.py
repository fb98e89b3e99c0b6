"""Text in the two languages a coordinator may read."""

from typing import Final, Literal, get_args

from attrs import field, frozen
from attrs.validators import and_, instance_of, min_len

__all__ = ["LANGUAGES", "Language", "Text"]

Language = Literal["en", "ru"]
"""Language of a text for people: English or Russian."""

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""Every language that each text of the library has."""


@frozen(kw_only=True)
class Text:
    """One sentence or title in English and in Russian.

    >>> greeting = Text(en="Hello, {who}", ru="Здравствуйте, {who}")
    >>> greeting["ru"]
    'Здравствуйте, {who}'
    >>> greeting.format(who="Ada")["en"]
    'Hello, Ada'
    """

    en: str = field(validator=and_(instance_of(str), min_len(1)))
    ru: str = field(validator=and_(instance_of(str), min_len(1)))

    def __getitem__(self, language: Language) -> str:
        """Return the text in ``language``; an unknown language is an error, never a fallback."""
        if language == "en":
            return self.en
        if language == "ru":
            return self.ru
        raise KeyError(f"no text in {language!r}; languages: {', '.join(LANGUAGES)}")

    def format(self, **values: object) -> "Text":
        """Fill the placeholders of both languages with ``values``."""
        return Text(en=self.en.format(**values), ru=self.ru.format(**values))

    def __str__(self) -> str:
        return self.en
