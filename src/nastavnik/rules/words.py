"""Numbers for words, shared by all columns of one evaluation, so that columns can be compared."""

from collections.abc import Hashable
from threading import Lock

from attrs import define, field

__all__ = ["Vocabulary", "Words"]


class Vocabulary:
    """Numbers for words, in the order in which they are first met."""

    def __init__(self) -> None:
        self._number: dict[Hashable, int] = {}
        self._lock = Lock()

    def number(self, word: Hashable) -> int:
        """Return the word's number, a new one for a new word; several threads may ask at once."""
        number = self._number.get(word)
        if number is None:
            with self._lock:
                number = self._number.setdefault(word, len(self._number))
        return number


@define(kw_only=True)
class Words:
    """What the columns of one evaluation share.

    Args:
        texts: numbers of texts.
        members: numbers of members of sets; apart, so that many ids make no set wide.
    """

    texts: Vocabulary = field(factory=Vocabulary)
    members: Vocabulary = field(factory=Vocabulary)
