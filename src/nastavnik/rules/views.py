"""How a rule sees one mentor and one mentee: through views that never show None.

A view hands out the fields of the role or person behind it, words in the form in which they are compared. It
notes which were read, and shows a fact that is unknown as ``UNKNOWN``. That value takes part in logic as an
undecided truth (``UNKNOWN & False`` is False, ``UNKNOWN | True`` is True) and makes everything else undecided too;
asking it for a plain yes or no raises ``UndecidedError``, upon which the rule's ``unknown`` policy decides. A field
that this position does not have is unknown; a field that no position has is a mistake in the rule.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from attrs import define, field

from nastavnik.basics.errors import RuleError
from nastavnik.basics.words import compared
from nastavnik.people.fields import EXTRA, IDS, read_extra, read_field, seen
from nastavnik.people.records import Person, Role

__all__ = ["UNKNOWN", "ExtraView", "Trace", "UndecidedError", "UnknownFact", "View"]


class UndecidedError(BaseException):
    """A rule asked an unknown fact for a plain value; caught where the rule is run, never seen."""


class UnknownFact:
    """The value of a fact nobody knows: ``UNKNOWN``, and one for a column of them.

    Whatever is made of it, a field or a method of it too, is unknown again. What Python itself demands a
    plain value for (``if``, ``in``, ``len()``, a key of a dictionary, a formatted text) is undecided.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __and__(self, other: object) -> Any:
        return self._settled(other, decisive=False)

    def __or__(self, other: object) -> Any:
        return self._settled(other, decisive=True)

    __rand__ = __and__
    __ror__ = __or__

    def _settled(self, other: object, *, decisive: bool) -> Any:
        """Let the decisive value settle the answer; a column decides cell by cell for itself."""
        if other is decisive:
            return decisive
        return self if isinstance(other, (int, AbstractSet, UnknownFact)) else NotImplemented

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def is_known(self) -> Any:
        """Return that it is not, which is itself known."""
        return False

    def _unknown(self, *_: object, **__: object) -> "UnknownFact":
        return self

    __call__ = _unknown
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _unknown  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _unknown
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _unknown
    __divmod__ = __rdivmod__ = __pow__ = __rpow__ = __xor__ = __rxor__ = _unknown
    __lshift__ = __rlshift__ = __rshift__ = __rrshift__ = _unknown
    __neg__ = __pos__ = __abs__ = __invert__ = __getitem__ = _unknown
    __round__ = __trunc__ = __floor__ = __ceil__ = _unknown

    def _asked(self, *_: object) -> Any:
        raise UndecidedError

    __bool__ = __hash__ = __len__ = __iter__ = __contains__ = _asked
    __int__ = __float__ = __complex__ = __index__ = __str__ = __format__ = _asked


UNKNOWN: Final = UnknownFact()
"""What a view shows in place of None."""


@define
class Trace:
    """What a rule read of two people.

    Args:
        fields: the fields read, as dotted paths from the two roles: ``"mentor.person.grade"``.
        unknown: those of them that are unknown.
    """

    fields: set[str] = field(factory=set)
    unknown: set[str] = field(factory=set)


class View:
    """One mentor or mentee, or the person behind, as a rule sees it."""

    __slots__ = ("_behind", "_path", "_trace")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, behind: Role | Person, path: str, trace: Trace) -> None:
        self._behind = behind
        self._path = path
        self._trace = trace

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        path = f"{self._path}.{name}"
        value = read_field(self._behind, name, path)
        if isinstance(value, Person):
            return View(value, path, self._trace)
        if name == EXTRA and isinstance(value, Mapping):
            return ExtraView(value, path, self._trace)
        return _noted(seen(name, value), path, self._trace)

    def __eq__(self, other: object) -> bool:
        raise RuleError("a whole person was compared; compare a field of it, or use same_person()")


class ExtraView:
    """Somebody's fields of their own as a rule sees them: one by its name, through ``extra()`` and ``extra_ids()``."""

    __slots__ = ("_extra", "_path", "_trace")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, extra: Mapping[str, str], path: str, trace: Trace) -> None:
        self._extra = extra
        self._path = path
        self._trace = trace

    def fact(self, name: str) -> Any:
        """Return one of the fields, as words are compared."""
        return self._read(compared(name))

    def ids(self, name: str) -> Any:
        """Return the ids in one of the fields, as a set."""
        return self._read(compared(name), IDS)

    def __eq__(self, other: object) -> bool:
        raise RuleError(
            "all fields of one's own were compared; compare one of them, read with extra()"
        )

    def _read(self, *steps: str) -> Any:
        path = ".".join((self._path, *steps))
        return _noted(read_extra(self._extra, steps), path, self._trace)


def _noted(value: Any, path: str, trace: Trace) -> Any:
    """Return a fact as a rule sees it, and note that it was read."""
    trace.fields.add(path)
    if value is None:
        trace.unknown.add(path)
        return UNKNOWN
    return value
