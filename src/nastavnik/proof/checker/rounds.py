"""A round as a table of all pairs, and the one argument by which an assignment is shown to be best.

Worths and prices are rows of whole numbers, goal by goal, and are compared as words are, letter by letter: no number
of points outweighs a mentee. Give every mentor a price for a place. Then each mentee takes from every mentor at most
what the pair is worth less the price. Where everybody has the best that the prices leave, and prices are paid only
where they may be, no other assignment is better: whatever it gained, it would have to pay for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.basics.errors import CertificateError
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Path
from nastavnik.people.fields import fact_at
from nastavnik.people.records import USUAL_PRIORITY
from nastavnik.programme.round.banned import banned
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.programme.round.respelling import AlikeSpellings
from nastavnik.rules.base import Side, Unknown
from nastavnik.rules.evaluation import Table

__all__ = ["LARGEST", "TableRound", "Way", "refuse_unless"]

LARGEST: Final = 2**60
"""Prices and worths below this add up within 64 bits, so that nothing wrong can pass by overflow."""

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def refuse_unless(true: bool | np.bool_, what: str) -> None:
    """Refuse what is not true, saying what that is."""
    if not true:
        raise CertificateError(what)


@frozen(eq=False)
class Way:
    """A form and role model, with tables of all pairs, shape (n, m).

    Args:
        form: the form.
        role_model: one of its role models.
        joined: pairs whose positions the form joins.
        fails: which of them each requirement refuses, by id in the order of the methodology.
        unknown: which of these only because a fact is not known.
        worth: what the preferences give.
        own: requirements that look at the mentee alone, with the mentees of the form whom each refuses, shape (n,).
        mentees: who is of the form, shape (n,); also where nobody could be their mentor.
        keys: facts of mentor and mentee that must be equal.
        keys_of: the same by the requirement that wants it, for those that want any.
    """

    form: MentoringForm
    role_model: RoleModel
    joined: Bools
    fails: Mapping[str, Bools]
    unknown: Mapping[str, Bools]
    worth: Ints
    own: Mapping[str, Bools]
    mentees: Bools
    keys: frozenset[tuple[Path, Path]]
    keys_of: Mapping[str, tuple[Path, Path]]


class TableRound:
    """Everybody of a round, and what every pair is worth.

    Args:
        cohort: the people.
        methodology: the rules.
        locks: pairs that are settled beforehand.
        bans: pairs that the coordinator has ruled out besides.
    """

    def __init__(
        self,
        cohort: Cohort,
        methodology: Methodology,
        locks: Iterable[Lock] = (),
        bans: Iterable[Ban] = (),
    ) -> None:
        out: dict[str, set[str]] = {}
        for ban in bans:
            out.setdefault(ban.mentee, set()).add(ban.mentor)
        self.methodology = methodology
        self.mentees = [
            banned(one, out[one.id]) if one.id in out else one for one in cohort.mentees
        ]
        self.mentors = list(cohort.mentors)
        self.row = {one.id: at for at, one in enumerate(self.mentees)}
        self.column = {one.id: at for at, one in enumerate(self.mentors)}
        self._spellings: dict[tuple[Path, Path], AlikeSpellings] = {}
        self.ways = list(self._ways())
        self.score = np.full((len(self.row), len(self.column)), -1, dtype=np.int64)
        for way in self.ways:
            refused = np.any([*way.fails.values()], axis=0) if way.fails else False
            able = way.joined & ~np.asarray(refused)
            self.score = np.maximum(self.score, np.where(able, way.worth, -1))
        self.locks = list(locks)
        self.locked = {lock.mentee: lock.mentor for lock in self.locks}
        self.free = np.array([one.id not in self.locked for one in self.mentees], dtype=np.bool_)
        taken = [list(self.locked.values()).count(one.id) for one in self.mentors]
        self.taken = np.array(taken, dtype=np.int64)
        self.most = np.array([one.capacity for one in self.mentors], dtype=np.int64) - self.taken
        least = np.array([one.minimum for one in self.mentors], dtype=np.int64)
        self.least = np.maximum(least - self.taken, 0)
        priority = np.array([one.priority for one in self.mentees], dtype=np.int64)
        self.several = np.unique(priority).size > 1
        self.tiers: list[int] = np.unique(priority[self.free]).tolist() or [USUAL_PRIORITY]
        self.matched = (priority[:, None] == self.tiers).astype(np.int64)

    def spellings(self, of_mentor: Path, of_mentee: Path) -> AlikeSpellings:
        """Return which spellings of a fact of mentors and one of mentees are probably one thing."""
        key = of_mentor, of_mentee
        if key not in self._spellings:
            stated = [fact_at(one, of_mentor, spelled=True) for one in self.mentors]
            stated += [fact_at(two, of_mentee, spelled=True) for two in self.mentees]
            self._spellings[key] = AlikeSpellings(stated)
        return self._spellings[key]

    def _ways(self) -> Iterator[Way]:
        for form in self.methodology.forms:
            rows, columns = (
                np.array([k for k, one in enumerate(all_) if one.person.position == position], int)
                for all_, position in (
                    (self.mentees, form.mentee_position),
                    (self.mentors, form.mentor_position),
                )
            )
            if not rows.size or not self.mentors:
                continue
            there = columns if columns.size else [0]  # anybody, for what looks at the mentee alone
            table = Table([self.mentees[k] for k in rows], [self.mentors[k] for k in there])
            here = np.ix_(rows, columns)
            for role_model in form.role_models:
                rules = self.methodology.requirements_of(form, role_model)
                wishes = self.methodology.preferences_of(form, role_model)
                fails, unknown, own = {}, {}, {}
                for rule in rules:
                    of_mentee = getattr(rule, "side", None) is Side.MENTEE
                    failing = ~table.holds(rule) if of_mentee or columns.size else None
                    if of_mentee and failing is not None:
                        own[rule.id] = self._whole((rows,), failing[:, 0])
                    if columns.size and failing is not None:
                        lenient = table.holds(evolve(rule, unknown=Unknown.PASSES))
                        fails[rule.id] = self._whole(here, failing)
                        unknown[rule.id] = self._whole(here, failing & lenient)
                worth = np.zeros((rows.size, columns.size), dtype=np.int64)
                if columns.size:
                    worth += sum(wish.weight * table.points(wish) for wish in wishes)
                yield Way(
                    form,
                    role_model,
                    joined=self._whole(here, np.ones(worth.shape, dtype=np.bool_)),
                    fails=fails,
                    unknown=unknown,
                    worth=self._whole(here, worth),
                    own=own,
                    mentees=self._whole((rows,), np.ones(rows.size, dtype=np.bool_)),
                    keys=frozenset(key for rule in rules for key in table.reads(rule).keys),
                    keys_of={r.id: table.reads(r).keys[0] for r in rules if table.reads(r).keys},
                )

    def _whole(self, here: tuple[Any, ...], values: NDArray[Any]) -> NDArray[Any]:
        shape = len(self.row), len(self.column)
        whole = np.zeros(shape[: values.ndim], dtype=values.dtype)
        whole[here] = values
        return whole

    def pair(self, mentee: str, mentor: str) -> tuple[tuple[int, int], str]:
        """Return row and column of two people, and what messages call them."""
        who = f"mentor {mentor!r} and mentee {mentee!r}"
        known = mentor in self.column and mentee in self.row
        refuse_unless(known, f"{who} are not both of this round")
        return (self.row[mentee], self.column[mentor]), who

    def placed(self, pairs: Iterable[tuple[str, str | None]]) -> Ints:
        """Return the column of every mentee by the ids of mentee and mentor, −1 for nobody and for locked ones."""
        at = np.full(len(self.row), -1, dtype=np.int64)
        for mentee, mentor in pairs:
            if mentor is not None and mentee not in self.locked:
                (row, column), _ = self.pair(mentee, mentor)
                at[row] = column
        return at

    def locked_points(self) -> int:
        """Return what the locked pairs are worth, each in the way that overrides least, and among these the best."""
        points = 0
        for lock in self.locks:
            at = self.row[lock.mentee], self.column[lock.mentor]
            ways = [
                (-len(broken), int(way.worth[at]))
                for way in self.ways
                if way.joined[at]
                and (broken := {name for name, fails in way.fails.items() if fails[at]})
                <= {*lock.overriding}
            ]
            refuse_unless(bool(ways), f"mentee {lock.mentee!r}: the lock overrides too little")
            points += max(ways)[1]
        return points

    def value(self, at: Ints) -> list[int]:
        """Return what an assignment achieves, goal by goal."""
        rows = np.flatnonzero(at >= 0)
        return [*self.matched[rows].sum(axis=0).tolist(), int(self.score[rows, at[rows]].sum())]

    def prices(self, named: Iterable[tuple[str, Sequence[int]]]) -> Ints:
        """Return the price of one place with every mentor, goal by goal; 0 for who is not named."""
        prices = np.zeros((len(self.column), len(self.tiers) + 1), dtype=np.int64)
        for name, price in named:
            known = name in self.column and len(price) == prices.shape[1]
            refuse_unless(known, f"{name!r} has a price that is none of this round")
            fits = all(type(part) is int and abs(part) < LARGEST for part in price)
            refuse_unless(fits, f"{name!r} has a price out of range")
            prices[self.column[name]] = price
        return prices

    def check_best(
        self, at: Ints, prices: Ints, *, forced: int | None = None, score: Ints | None = None
    ) -> None:
        """Check that an assignment keeps all bounds, and that the prices leave no room for a better one.

        Args:
            at: column of each row, −1 for nobody.
            prices: of one place in each column, goal by goal, shape (m, goals).
            forced: a row that is where it is in every assignment compared.
            score: what pairs are worth instead; what may be formed stays the same.

        Raises:
            CertificateError: naming the first person who is wrong.
        """
        score = self.score if score is None else score
        placed = np.flatnonzero(at >= 0)
        admissible = (self.score[placed, at[placed]] >= 0) & self.free[placed]
        refuse_unless(
            admissible.all(), f"{self._mentee(placed, ~admissible)} goes where they may not"
        )
        load = np.bincount(at[placed], minlength=len(self.mentors))
        fits = (load >= self.least) & (load <= self.most)
        refuse_unless(fits.all(), f"{self._mentor(~fits)} has too many mentees or too few")
        others, least, most = self.free.copy(), self.least, self.most
        if forced is not None:
            others[forced] = False
            given = np.bincount(at[[forced]], minlength=load.size)
            load, least, most = load - given, np.maximum(least - given, 0), most - given
        sign = _sign(prices)
        fair = ((sign <= 0) | (load == most)) & ((sign >= 0) | (load == least))
        refuse_unless(fair.all(), f"{self._mentor(~fair)} has a price that nobody has to pay")
        worth = np.concatenate(
            [
                np.broadcast_to(self.matched[:, None, :], (*score.shape, len(self.tiers))),
                score[..., None],
            ],
            axis=-1,
        )
        own = np.zeros((len(self.row), prices.shape[1]), dtype=np.int64)
        own[placed] = (worth - prices)[placed, at[placed]]
        better = (self.score >= 0) & (most > 0) & others[:, None]
        better &= _sign((worth - prices) - own[:, None, :]) > 0
        worse = others & (_sign(own) < 0)
        wrong = worse | better.any(axis=1)
        refuse_unless(not wrong.any(), f"{self._mentee(np.arange(wrong.size), wrong)} could gain")

    def _mentee(self, rows: NDArray[np.intp], wrong: Bools) -> str:
        return f"mentee {self.mentees[int(rows[wrong.argmax()])].id!r}" if wrong.any() else ""

    def _mentor(self, wrong: Bools) -> str:
        return f"mentor {self.mentors[int(wrong.argmax())].id!r}" if wrong.any() else ""


def _sign(values: Ints) -> Ints:
    """Return −1, 0 or 1 for rows of numbers compared with 0 as words are: the first that is not 0 decides."""
    first = (values != 0).argmax(axis=-1)[..., None]
    sign: Ints = np.sign(np.take_along_axis(values, first, axis=-1)[..., 0])
    return sign
