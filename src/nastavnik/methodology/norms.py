"""What holds when: a norm is the timeline of one parameter, each day of which has exactly one value.

A document says what holds from a day on, and that changes while a programme runs: targets end, a law comes into force.
A norm is for people who read and for a platform that asks; no rule reads it, so that a plan depends on no clock.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from attrs import field, frozen
from attrs.validators import and_, deep_iterable, instance_of, min_len, optional

from nastavnik.basics.errors import NotInForceError
from nastavnik.basics.sources import Document, Source
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import is_whole
from nastavnik.methodology.values import ModelValue

__all__ = ["Norm", "Period"]

_DAY = timedelta(days=1)


def _number_or_text(_: object, attribute: object, value: Any) -> None:  # noqa: ARG001 - as attrs calls it
    if not isinstance(value, Text) and not is_whole(value):
        raise TypeError(f"the value of a period is {value!r}, neither a Text nor a whole number")


@frozen(kw_only=True)
class Period:
    """The value of a norm from one day to another.

    Args:
        begins: first day.
        ends: last day, or None where no end is known.
        value: a whole number, or what holds in words.
        source: what it rests on, and how sure that is.
        document: that says so, or None where none is known.
        checked_on: when somebody last looked whether that is still so, or None where nobody has.
    """

    begins: date = field(validator=instance_of(date))
    ends: date | None = field(default=None, validator=optional(instance_of(date)))
    value: int | Text = field(validator=_number_or_text)
    source: Source = field(validator=instance_of(Source))
    document: Document | None = None
    checked_on: date | None = None


@frozen(kw_only=True, repr=False)
class Norm(ModelValue):
    """One parameter over time.

    Args:
        periods: in their order, each beginning on the day after the one before has ended, the last without an end.

    Raises:
        ValueError: when days between them have no value or two.

    >>> from nastavnik import TARGET_MODEL
    >>> norm = next(one for one in TARGET_MODEL.norms if one.id == "mentees-wanted")
    >>> norm.on(date(2024, 5, 1)).value, norm.on(date(2026, 5, 1)).value["en"]
    (70, 'no target')
    """

    periods: tuple[Period, ...] = field(
        validator=and_(min_len(1), deep_iterable(instance_of(Period)))
    )

    def __attrs_post_init__(self) -> None:
        """Check that every day from the first on has exactly one value."""
        for fault in self._faults():
            raise ValueError(f"norm {self.id!r}: {fault}")

    def _faults(self) -> Iterator[str]:
        for one, following in zip(self.periods, self.periods[1:], strict=False):
            if one.ends is None or following.begins != one.ends + _DAY:
                yield f"the period from {following.begins} does not follow the one from {one.begins}"
        for one in self.periods:
            if one.ends is not None and one.ends < one.begins:
                yield f"the period from {one.begins} ends before it begins"
        if self.periods[-1].ends is not None:
            yield "its last period has an end, after which nothing is said"

    @property
    def begins(self) -> date:
        """First day that has a value."""
        return self.periods[0].begins

    def on(self, day: date) -> Period:
        """Return the period that a day lies in.

        Raises:
            NotInForceError: when it lies before the first.
        """
        for period in reversed(self.periods):
            if period.begins <= day:
                return period
        raise NotInForceError(f"norm {self.id!r} says nothing before {self.begins}: {day}")
