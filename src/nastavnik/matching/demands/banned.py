"""The facts of mentees with the bans of the round among the mentors that the coordinator has ruled out for them."""

from collections.abc import Mapping, Sequence
from copy import copy

from nastavnik.people.columns import Encoded, Facts, Path
from nastavnik.people.records import Mentee, Mentor

__all__ = ["WithBans"]


class WithBans(Facts):
    """The facts of mentees with more mentors ruled out.

    Args:
        whole: the facts without.
        banned: ids of mentors by the place of the mentee.
    """

    def __init__(self, whole: Facts, banned: Mapping[int, frozenset[str]]) -> None:
        self._whole = whole
        self._banned = banned
        before = whole.field(("bans",))
        values = dict(zip(before.values, range(len(before.values)), strict=True))
        codes = before.codes.copy()
        for at, names in banned.items():
            more = before.values[codes[at]] | names
            codes[at] = values.setdefault(more, len(values))
        self._bans = Encoded(codes, tuple(values))

    @property
    def ids(self) -> Sequence[str]:  # noqa: D102 - as of all facts
        return self._whole.ids

    def field(self, path: Path) -> Encoded:  # noqa: D102
        return self._bans if path == ("bans",) else self._whole.field(path)

    def role(self, index: int) -> Mentor | Mentee:  # noqa: D102
        role = self._whole.role(index)
        if index in self._banned:
            role = copy(role)
            object.__setattr__(role, "bans", self._bans.values[self._bans.codes[index]])
        return role

    def leads_to_person(self, path: Path) -> bool:  # noqa: D102
        return self._whole.leads_to_person(path)
