"""Lists of what is wrong that stay short, however much is wrong."""

from collections.abc import Iterable
from typing import Self, TypeVar

__all__ = ["Kept"]

T = TypeVar("T")


class Kept(list[T]):
    """A list of what is wrong that keeps the first items and counts the others.

    Args:
        most: items that are kept.

    >>> kept = Kept[str](2)
    >>> kept += ["a", "b", "c"]
    >>> kept, kept.further
    (['a', 'b'], 1)
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.further = 0

    def append(self, item: T) -> None:
        """Keep an item, or count it."""
        if len(self) < self._most:
            super().append(item)
        else:
            self.further += 1

    def extend(self, items: Iterable[T]) -> None:
        """Keep some items, and count the others; what another such list has counted is counted here."""
        for item in items:
            self.append(item)
        self.further += items.further if isinstance(items, Kept) else 0

    def __iadd__(self, items: Iterable[T]) -> Self:  # type: ignore[override, misc]
        self.extend(items)
        return self
