"""Days as people write them in a letter or on a sheet. Needs Babel: ``pip install nastavnik[report]``."""

from datetime import date

from nastavnik.basics.texts import Language

__all__ = ["day_in_words"]


def day_in_words(day: date, language: Language) -> str:
    """Return a day as people write it, with spaces of one kind.

    Raises:
        ModuleNotFoundError: when the extra ``report`` is not installed.

    >>> day_in_words(date(2026, 9, 1), "en"), day_in_words(date(2026, 9, 1), "ru")
    ('September 1, 2026', '1 сентября 2026 г.')
    """
    try:
        from babel.dates import format_date  # noqa: PLC0415 - loaded with the first day that is said
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            "dates in words need Babel; install it with: pip install nastavnik[report]",
            name=missing.name,
        ) from missing
    return " ".join(format_date(day, "long", locale=language).split())
