"""Which spellings are probably one thing: a school under two names, as two tables have it."""

from collections.abc import Iterable, Mapping

from nastavnik.basics.words import compared, nearly_alike

__all__ = ["Spellings"]


class Spellings:
    """Spellings of one field, in groups that are probably one thing.

    Args:
        values: every spelling that occurs; None is unknown.

    >>> names = Spellings(["МБОУ СОШ № 12", "СОШ №12", "Лицей 3", None])
    >>> names.probably_one("СОШ №12", "МБОУ СОШ № 12"), names.probably_one("Лицей 3", "СОШ №12")
    (True, False)
    >>> names.probably_one(None, None)
    False
    """

    def __init__(self, values: Iterable[str | None]) -> None:
        words = list(dict.fromkeys(value for value in values if value is not None))
        groups = enumerate(nearly_alike(words))
        self._group: Mapping[str, int] = {
            compared(value): number for number, group in groups for value in group
        }

    def probably_one(self, one: str | None, other: str | None) -> bool:
        """Return whether both are known, and one word or nearly alike."""
        if one is None or other is None:
            return False
        words = compared(one), compared(other)
        return words[0] == words[1] or self._group.get(words[0], -1) == self._group.get(
            words[1], -2
        )
