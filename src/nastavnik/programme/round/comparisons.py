"""Which facts of the two sides are held against each other, form by form, and the values that meet nobody there.

What a rule compares is found by running it, so rules of one's own are seen like those of the library.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.basics.words import compared
from nastavnik.methodology.forms import MentoringForm
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts, Path
from nastavnik.people.records import Position
from nastavnik.people.times import MEETING_MINUTES, meets, times_of
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern, Seen
from nastavnik.programme.round.tallies import Tally, seen, tally, words_of
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.evaluation import Table

__all__ = ["Comparisons"]

Pair = tuple[Path, Path]
"""A mentee's and a mentor's fact that are held against each other."""

Alike = Callable[[Path, str], frozenset[str]]
"""Gives the other spellings of a word of a fact, all in the form in which words are compared."""

Places = NDArray[np.intp]

_POSITION: Final[Path] = ("person", "position")

_ORGANISATION: Final[Path] = ("person", "organisation")

_SLOTS: Final[Path] = ("person", "slots")

_OF_PEOPLE: Final = frozenset({("choices",), ("refusals",), ("bans",)})
"""Facts whose words are ids of people."""

_OWN: Final[Path] = ("person", "extra")
"""Where fields of one's own stand: what their words mean, and whether they may be shown, nobody knows here."""

_SIDES: Final = ("mentee", "mentor")

_ALONE_THERE: Final = {"mentee": "without-mentors", "mentor": "without-mentees"}


@frozen(eq=False)
class _Form:
    """One form with people on both sides.

    Args:
        positions: position of its mentees and of its mentors.
        always: facts that a requirement compares under every role model.
        ever: facts that some rule compares.
    """

    positions: tuple[Position, Position]
    always: frozenset[Pair]
    ever: frozenset[Pair]


class Comparisons:
    """What is compared in a round.

    Args:
        cohort: everyone of the round.
        methodology: the rules.

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil
    >>> round = Cohort(
    ...     mentees=[Mentee(Pupil("b", slots={"tue", "wed"}))], mentors=[Mentor(Pupil("a", slots={"wed", "fri"}))]
    ... )
    >>> [(c.side, c.field, c.values[0].value, c.alone) for c in Comparisons(round, TARGET_MODEL).one_sided()]
    [('mentee', 'person.slots', 'tue', ()), ('mentor', 'person.slots', 'fri', ())]
    """

    def __init__(self, cohort: Cohort, methodology: Methodology) -> None:
        self._sides = cohort.mentee_facts, cohort.mentor_facts
        self._methodology = methodology
        self._of_position = tuple(map(_by_position, self._sides))

    @cached_property
    def _forms(self) -> list[_Form]:
        return [
            self._form(form)
            for form in self._methodology.forms
            if form.mentee_position in self._of_position[0]
            and form.mentor_position in self._of_position[1]
        ]

    def _form(self, form: MentoringForm) -> _Form:
        positions = form.mentee_position, form.mentor_position
        rows, columns = (self._of_position[axis][positions[axis]] for axis in (0, 1))
        table = Table.of(self._sides[0].part(rows), self._sides[1].part(columns))
        always: frozenset[Pair] | None = None
        ever: frozenset[Pair] = frozenset()
        for role_model in form.role_models:
            asked = self._compared(table, self._methodology.requirements_of(form, role_model))
            given = self._compared(table, self._methodology.preferences_of(form, role_model))
            ever |= asked | given
            always = asked if always is None else always & asked
        return _Form(positions, always or frozenset(), ever)

    def _compared(self, table: Table, rules: Iterable[Requirement | Preference]) -> frozenset[Pair]:
        """Return the facts in words that these rules hold against each other: of one name, or the only two.

        What is binding protects people and joins nobody by a word, though it may look at the school of both.
        """
        found: set[Pair] = set()
        for rule in rules:
            if isinstance(rule, Requirement) and rule.binding:
                continue
            reads = table.reads(rule)
            here = {path for path in reads.mentee if self._in_words(0, path)}
            there = {path for path in reads.mentor if self._in_words(1, path)}
            found |= {(path, path) for path in here & there}
            if len(here) == len(there) == 1:
                found.add((next(iter(here)), next(iter(there))))
        return frozenset(found)

    def _in_words(self, axis: int, path: Path) -> bool:
        values = self._sides[axis].field(path).values
        ours = path not in _OF_PEOPLE and path[: len(_OWN)] != _OWN
        return ours and any(True for v in values for _ in words_of(v))

    def lone_sides(self) -> Iterator[Concern]:
        """Yield those for whom no form has anybody on the other side, position by position."""
        for axis, side in enumerate(_SIDES):
            met = {form.positions[axis] for form in self._forms}
            for position, places in self._of_position[axis].items():
                if position not in met:
                    yield Concern(
                        code="nobody-to-pair-with",
                        side=side,
                        field="person.position",
                        people=_ids(self._sides[axis], places),
                        of=int(places.size),
                        values=(Seen(position.value, **{f"{side}s": int(places.size)}),),
                    )

    def one_sided(self, alike: Alike | None = None) -> Iterator[Concern]:
        """Yield the values that somebody has and nobody whom they could be paired with.

        That is said of facts that a requirement compares in every role model of every form, such as free times, and of
        what mentees ask for, such as subjects: elsewhere a value that nobody shares is no harm.

        Args:
            alike: other spellings of a word of a fact; a word is not told of where the other side has one of them.
        """
        for axis, side in enumerate(_SIDES):
            paths = {pair[axis] for form in self._forms for pair in form.ever}
            for path in sorted(paths):
                found = [
                    self._lone(axis, path, position, alike) for position in self._of_position[axis]
                ]
                told = [one for one in found if one is not None]
                if told:
                    yield _joined(self._sides[axis], side, path, told)

    def _lone(
        self, axis: int, path: Path, position: Position, alike: Alike | None
    ) -> "_Lone | None":
        """Return the words of a fact that people of one position have and nobody of the other side."""
        asked_for = axis == 0 and len(path) == 1
        facing: set[str] = set()
        forms = [form for form in self._forms if form.positions[axis] is position]
        compare = 0
        for form in forms:
            pairs = form.ever if asked_for else form.always
            others = {pair[1 - axis] for pair in pairs if pair[axis] == path}
            compare += bool(others)
            places = self._of_position[1 - axis][form.positions[1 - axis]]
            for other in others:
                facing |= tally(self._sides[1 - axis], other, places).counts.keys()
        if not compare or (compare < len(forms) and not asked_for):
            return None
        places = self._of_position[axis][position]
        mine = tally(self._sides[axis], path, places)
        unmet = self._unmet(path, mine.counts.keys(), facing)
        lone = {w for w in unmet if alike is None or not alike(path, w) & facing}
        return _Lone(mine, places, frozenset(lone), frozenset(unmet)) if lone else None

    def _unmet(self, path: Path, words: AbstractSet[str], facing: AbstractSet[str]) -> set[str]:
        """Return the words that nobody of the other side has; of free times those that share too little with any."""
        if path != _SLOTS:
            return set(words - facing)
        theirs = {time for word in facing for time in times_of(word)}
        return {
            word
            for word in words - facing
            if not any(meets(m, t, self._minutes) for m in times_of(word) for t in theirs)
        }

    @cached_property
    def _minutes(self) -> int:
        """How long a common time has to be, by the most lenient rule that says so."""
        rules = self._methodology.every_requirement()
        said = [minutes for rule in rules if (minutes := rule.parameters.get("minutes"))]
        return min(said, default=MEETING_MINUTES)


@frozen(eq=False)
class _Lone:
    """Words of one fact that people of one position have and nobody of the other side.

    Args:
        mine: all their words.
        places: the people.
        words: those that nobody of the other side has and that are to be told.
        unmet: all that nobody of the other side has.
    """

    mine: Tally
    places: Places
    words: frozenset[str]
    unmet: frozenset[str]

    def people(self) -> tuple[Places, Places]:
        """Return who has one of the words, and who of them has no other."""
        one = self.mine.facts.field(self.mine.path)
        each = [set(map(compared, words_of(value))) for value in one.values]
        some = np.array([bool(words & self.words) for words in each], dtype=np.bool_)
        none = np.array([words <= self.unmet for words in each], dtype=np.bool_)
        codes = one.codes[self.places]
        return self.places[some[codes]], self.places[(some & none)[codes]]


def _joined(facts: Facts, side: str, path: Path, told: list[_Lone]) -> Concern:
    """Return one concern of what is lone for the people of several positions."""
    people = [one.people() for one in told]
    has = np.sort(np.concatenate([some for some, _ in people]))
    only = np.sort(np.concatenate([some for _, some in people]))
    tallies = [
        Tally(
            facts,
            path,
            {w: n for w, n in one.mine.counts.items() if w in one.words},
            one.mine.first,
        )
        for one in told
    ]
    words = dict.fromkeys(word for one in tallies for word in one.counts)
    values = seen(words, tallies, []) if side == "mentee" else seen(words, [], tallies)
    return Concern(
        code=_ALONE_THERE[side] if path == _ORGANISATION else "one-sided",
        side=side,
        field=".".join(path),
        people=_ids(facts, has),
        alone=_ids(facts, only),
        of=sum(int(one.places.size) for one in told),
        values=values,
    )


def _by_position(facts: Facts) -> Mapping[Position, Places]:
    """Return the places of the people of each position that occurs."""
    found = facts.field(_POSITION)
    places = {value: np.flatnonzero(found.codes == c) for c, value in enumerate(found.values)}
    return {value: some for value, some in places.items() if some.size and value is not None}


def _ids(facts: Facts, places: Places) -> tuple[str, ...]:
    ids = facts.ids
    return tuple(ids[int(place)] for place in places)
