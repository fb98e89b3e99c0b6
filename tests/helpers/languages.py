"""In which language a text is, by its letters."""

import re

from nastavnik.basics.texts import Language

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def right_language(text: str, language: Language) -> bool:
    """Return whether a text is in Russian, or has no Russian word in it."""
    return bool(CYRILLIC.search(text)) == (language == "ru")
