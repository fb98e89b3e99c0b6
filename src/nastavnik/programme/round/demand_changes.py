"""How locks and bans differ from others, such as those of a plan from those in the coordinator's table."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from nastavnik.basics.texts import Language, Text
from nastavnik.programme.round.demands import Ban, Lock

__all__ = ["DemandChange", "demand_changes"]

_KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {"lock": Text(en="lock", ru="закрепление"), "ban": Text(en="ban", ru="запрет")}
)
_SAID: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "only-before": Text(
            en="{kind} of mentor {mentor} and mentee {mentee}: in the plan and not in the table",
            ru="{kind}, наставник {mentor}, наставляемый {mentee}: есть в плане, нет в таблице",
        ),
        "only-after": Text(
            en="{kind} of mentor {mentor} and mentee {mentee}: in the table and not in the plan",
            ru="{kind}, наставник {mentor}, наставляемый {mentee}: есть в таблице, нет в плане",
        ),
        "otherwise": Text(
            en="{kind} of mentor {mentor} and mentee {mentee}: plan and table differ in the column «Why», "
            "«Asked for by» or «Overriding»",
            ru="{kind}, наставник {mentor}, наставляемый {mentee}: план и таблица расходятся в столбце "
            "«Почему», «По чьей просьбе» или «Отступления»",
        ),
    }
)


@frozen(kw_only=True)
class DemandChange:
    """One lock or ban that is not the same on both sides.

    Args:
        kind: ``"lock"`` or ``"ban"``.
        mentor: id.
        mentee: id.
        change: ``"only-before"``, ``"only-after"``, or ``"otherwise"`` where reason, author or overriding differ.
    """

    kind: str
    mentor: str
    mentee: str
    change: str

    def text(self, language: Language) -> str:
        """Return what differs as one line, of a plan before and a table after; no reason is repeated."""
        kind = _KINDS[self.kind][language]
        return _SAID[self.change][language].format(
            kind=kind, mentor=self.mentor, mentee=self.mentee
        )


def demand_changes(
    before: Iterable[Lock | Ban], after: Iterable[Lock | Ban]
) -> tuple[DemandChange, ...]:
    """Return what is otherwise, in the order of kind, mentee and mentor; () where all is the same.

    >>> lock = Lock("a", "b", reason="r", by="c")
    >>> [one.change for one in demand_changes([lock], [Lock("a", "b", reason="another", by="c")])]
    ['otherwise']
    >>> demand_changes([lock], [])[0].text("en")
    'lock of mentor a and mentee b: in the plan and not in the table'
    """
    sides = [{(one.role, one.mentee, one.mentor): one for one in side} for side in (before, after)]
    return tuple(
        DemandChange(
            kind=key[0],
            mentor=key[2],
            mentee=key[1],
            change="only-after"
            if key not in sides[0]
            else "only-before"
            if key not in sides[1]
            else "otherwise",
        )
        for key in sorted({*sides[0], *sides[1]})
        if sides[0].get(key) != sides[1].get(key)
    )
