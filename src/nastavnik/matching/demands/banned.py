"""The facts of mentees with the bans of the round among the mentors that the coordinator has ruled out for them."""

from collections.abc import Mapping, Sequence

from nastavnik.people.columns import Encoded, Facts, Path
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.banned import banned

__all__ = ["WithBans"]


class WithBans(Facts):
    """The facts of mentees with more mentors ruled out.

    Args:
        whole: the facts without.
        more: ids of mentors by the place of the mentee.
    """

    def __init__(self, whole: Facts, more: Mapping[int, frozenset[str]]) -> None:
        self._whole = whole
        self._banned = more
        before = whole.field(("bans",))
        values = dict(zip(before.values, range(len(before.values)), strict=True))
        codes = before.codes.copy()
        for at, names in more.items():
            both = before.values[codes[at]] | names
            codes[at] = values.setdefault(both, len(values))
        self._bans = Encoded(codes, tuple(values))

    @property
    def ids(self) -> Sequence[str]:  # noqa: D102 - as of all facts
        return self._whole.ids

    def field(self, path: Path) -> Encoded:  # noqa: D102
        return self._bans if path == ("bans",) else self._whole.field(path)

    def role(self, index: int) -> Mentor | Mentee:  # noqa: D102
        role = self._whole.role(index)
        if isinstance(role, Mentee) and index in self._banned:
            return banned(role, self._banned[index])
        return role

    def leads_to_person(self, path: Path) -> bool:  # noqa: D102
        return self._whole.leads_to_person(path)
