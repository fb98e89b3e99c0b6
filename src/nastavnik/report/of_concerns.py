"""Says what is worth a look in a round, and what to do about it: a sentence or two, and a line of advice."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from nastavnik.basics.disclosure import quoted, told
from nastavnik.basics.grouping import few_of
from nastavnik.basics.harmless import is_harmless
from nastavnik.basics.messages import PLACES
from nastavnik.basics.messages.field_names import FIELD_NAMES
from nastavnik.basics.messages.of_rounds import OF_ROUNDS, REMEDIES
from nastavnik.basics.texts import Language
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Position
from nastavnik.people.times import meets, times_of
from nastavnik.programme.round.concerns import Concern, Seen
from nastavnik.report.passage import Line
from nastavnik.report.plurals import counted, filled

__all__ = ["concern_lines", "say_concern", "say_seen", "shows_value", "value_lines"]

_MOST_IDS: Final = 12
"""Ids that are named of those concerned."""

_MOST_VALUES: Final = 8
"""Values that are named, and groups of ids of one person."""

_OF_STATEMENTS: Final = frozenset({"statement-missing", "statement-narrows", "column-empty"})
"""Codes of facts that are not recorded."""

_TICKED: Final = frozenset(
    {"agreed", "guardian_agreed", "trained", "cleared", "person.data_consent"}
)
"""Facts that are yes or no."""


def say_concern(
    concern: Concern, methodology: Methodology, language: Language, *, values: bool = False
) -> tuple[str, str]:
    """Return what is so, and what to do about it.

    Args:
        concern: of a round.
        methodology: its rules, for the titles of categories, tasks and role models.
        language: of the sentences.
        values: whoever reads this may see every value that people wrote; else those known to be harmless.

    >>> from nastavnik import TARGET_MODEL
    >>> missing = Concern(code="statement-missing", side="mentor", field="trained", people=("a",))
    >>> for text in say_concern(missing, TARGET_MODEL, "ru"):
    ...     print(text)
    «Обучение пройдено»: нет отметки «да» у 1 наставника (a). Без неё пары не будет. Мешает не только это.
    Отметьте тех, кто обучение прошёл; остальных обучите до того, как составлять пары.
    """
    said = _Saying(concern, methodology, language, values=values)
    return " ".join(said.sentences()), said.remedy()


def concern_lines(
    concerns: Iterable[Concern],
    methodology: Methodology,
    language: Language,
    *,
    values: bool = False,
) -> Iterator[Line]:
    """Yield each concern with its number, and the advice below it.

    >>> from nastavnik import TARGET_MODEL
    >>> from nastavnik.report import Passage
    >>> twice = Concern(code="same-person", people=("b", "c"), groups=(("b", "c"),))
    >>> print(Passage(concern_lines([twice], TARGET_MODEL, "en")))
    1. One person seems to stand in the tables under several ids: b, c.
      If it is one person, keep one row, or give the same ID in both tables. If they are two, leave it as it is.
    """
    for number, concern in enumerate(concerns, start=1):
        what, remedy = say_concern(concern, methodology, language, values=values)
        yield Line(f"{number}. {what}", [Line(remedy)])


def say_seen(
    one: Seen,
    language: Language,
    field: str | None = None,
    *,
    near: Sequence[str] = (),
    values: bool = False,
) -> str:
    """Return a value in quotes where it is known to be harmless, else its shape.

    Args:
        one: the value, and how many have it.
        language: in which a free time is said.
        field: the fact that has the value.
        near: harmless values that it may be another spelling of.
        values: whoever reads this may see every value.

    >>> say_seen(Seen("Name Invented", mentees=1), "en"), say_seen(Seen("Школа 5", mentees=5), "ru")
    ('(a text of 2 words)', '«Школа 5»')
    """
    times = times_of(one.value) if field == "person.slots" else ()
    if times and not any(time.label for time in times):
        return quoted(", ".join(time.text(language) for time in times), language)
    return told(one.value, language, near=near, values=values)


def shows_value(
    concern: Concern, one: Seen, methodology: Methodology, *, values: bool = False
) -> bool:
    """Return whether what is said of a concern shows one of its values, and not only its shape.

    >>> from nastavnik import TARGET_MODEL
    >>> some = Concern(code="one-sided", side="mentee", field="subjects", values=(Seen("физика", mentees=1),))
    >>> shows_value(some, some.values[0], TARGET_MODEL)
    True
    """
    return not _Saying(concern, methodology, "en", values=values).title(one).startswith("(")


def value_lines(
    values: Iterable[tuple[str, Sequence[Seen]]], language: Language, *, every: bool = False
) -> Iterator[Line]:
    """Yield every distinct value of every fact and how many of each side have it, with a mark where only one side does.

    Args:
        values: by fact.
        language: of the lines.
        every: whoever reads this may see every value; else those known to be harmless are shown.

    >>> from nastavnik.report import Passage
    >>> values = [Seen("art", mentees=2), Seen("go", mentees=1, mentors=1)]
    >>> print(Passage(value_lines([("subjects", values)], "en")))
    «Subjects» (mentees, mentors):
      ! "art": 2, 0
      "go": 1, 1
    """
    sides = ", ".join(PLACES[side][language] for side in ("mentees", "mentors"))
    for path, some in values:
        below = []
        for one in some:
            mark = "" if _met(path, one, some) else "! "
            below.append(
                Line(
                    f"{mark}{say_seen(one, language, path, values=every)}: {one.mentees}, {one.mentors}"
                )
            )
        yield Line(f"«{FIELD_NAMES[path][language]}» ({sides}):", below)


def _met(path: str, one: Seen, some: Sequence[Seen]) -> bool:
    """Return whether both sides have a value; of free times, whether the other side has one with enough in common."""
    if (one.mentees and one.mentors) or path != "person.slots":
        return bool(one.mentees and one.mentors)
    others = [other for other in some if (other.mentors if one.mentees else other.mentees)]
    theirs = {time for other in others for time in times_of(other.value)}
    return any(meets(mine, time) for mine in times_of(one.value) for time in theirs)


class _Saying:
    """One concern in one language."""

    def __init__(
        self, concern: Concern, methodology: Methodology, language: Language, *, values: bool
    ) -> None:
        self._every = values
        self._of = concern
        self._methodology = methodology
        self._language: Language = language

    def sentences(self) -> Iterator[str]:
        """Yield what is so."""
        said: Mapping[str, Callable[[], Iterator[str]]] = {
            "same-person": self._same_person,
            "column-empty": self._empty,
            "fill-first": self._first,
            "statement-missing": self._missing,
            "statement-narrows": self._narrows,
            "nearly-alike": self._alike,
            "one-sided": self._one_sided,
            "hopeless": self._hopeless,
            "signs-of-two": self._of_people,
            "newcomer-to-come": self._of_people,
            "newcomer-settled": self._of_people,
            "not-looked-at": self._not_looked_at,
        }
        yield from said.get(self._of.code, self._of_values)()

    def _same_person(self) -> Iterator[str]:
        groups = [", ".join(group) for group in self._of.groups]
        few = few_of(groups, self._language, most=_MOST_VALUES, between="; ")
        yield self._say("same-person", groups=few)

    def _missing(self) -> Iterator[str]:
        concern = self._of
        tick = "tick" if concern.field in _TICKED else "statement"
        people = counted(f"{concern.side}-of", concern.count, self._language)
        ids = self._ids(concern.people)
        yield self._say(f"{tick}-missing", field=self._field(), people=people, ids=ids)
        if concern.denied == concern.count:
            yield self._say("denied-all")
        elif concern.denied:
            yield self._say("denied-some", denied=concern.denied)
        if concern.alone == concern.people:
            yield self._say("alone-all")
        elif concern.alone:
            yield self._say("alone-some", **self._alone())
        else:
            yield self._say("alone-none")

    def _first(self) -> Iterator[str]:
        cells = "; ".join(
            f"«{self._named(blank.field)}» – {self._ids(blank.people)}" for blank in self._of.blanks
        )
        count = sum(len(blank.people) for blank in self._of.blanks)
        yield self._say("fill-first", cells=cells, of=count, gain=self._of.of)

    def _narrows(self) -> Iterator[str]:
        concern = self._of
        tick = "tick" if concern.field in _TICKED else "statement"
        yield self._say(
            f"{tick}-narrows",
            field=self._field(),
            people=counted(f"{concern.side}-of", concern.count, self._language),
            pairs=concern.pairs,
            at_most=concern.at_most,
            ids=self._ids(concern.people),
        )

    def _alike(self) -> Iterator[str]:
        yield self._say("nearly-alike", field=self._field(), values=self._values(both=True))

    def _one_sided(self) -> Iterator[str]:
        concern = self._of
        told = {"field": self._field(), "values": self._values(), "people": concern.count}
        yield self._say(f"one-sided-{concern.side}", **told)
        if concern.alone == concern.people:
            yield self._say("no-other-all")
        elif concern.alone:
            yield self._say("no-other", **self._alone())

    def _of_values(self) -> Iterator[str]:
        concern = self._of
        key = concern.code if concern.code in OF_ROUNDS else f"{concern.code}-{concern.side}"
        yield self._say(key, values=self._values(), people=concern.count)

    def _hopeless(self) -> Iterator[str]:
        concern = self._of
        yield self._say(f"hopeless-{concern.side}", people=concern.count, of=concern.of)
        if concern.alone == concern.people:
            yield self._say("hopeless-all", ids=self._ids(concern.alone))
        elif concern.alone:
            yield self._say("hopeless-alone", **self._alone())

    def _of_people(self) -> Iterator[str]:
        yield self._say(self._of.code, ids=self._ids(self._of.people))

    def _not_looked_at(self) -> Iterator[str]:
        if self._of.field is not None:
            yield self._say("not-compared", field=self._field(), of=self._of.of)
        elif self._of.side is None:
            yield self._say("not-weighed", of=self._of.of)
        else:
            yield self._say("not-looked-at", of=self._of.of, side=self._side())

    def remedy(self) -> str:
        """Return what to do about it."""
        concern = self._of
        for key in (
            f"{concern.code}-{concern.side}-{concern.field}",
            str(concern.field),
            concern.code,
        ):
            own = concern.code in _OF_STATEMENTS or key != concern.field
            if key in REMEDIES and own:
                return REMEDIES[key][self._language]
        raise KeyError(concern.code)

    def _empty(self) -> Iterator[str]:
        concern = self._of
        if not concern.role_models:
            yield self._say(
                f"column-empty-{concern.side}", field=self._field(), people=concern.count
            )
            return
        titles = [
            f"«{role_model.title[self._language]}»"
            for role_model in dict.fromkeys(way[1] for way in self._methodology.ways)
            if role_model.id in concern.role_models
        ]
        yield self._say(
            "column-empty-models",
            field=self._field(),
            side=self._side(),
            people=concern.count,
            models=", ".join(titles),
        )

    def _alone(self) -> dict[str, object]:
        return {"alone": len(self._of.alone), "ids": self._ids(self._of.alone)}

    def _side(self) -> str:
        return PLACES[f"{self._of.side}s"][self._language]

    def _say(self, key: str, **values: Any) -> str:
        return filled(OF_ROUNDS[key][self._language], self._language, values)

    def _field(self) -> str:
        return self._named(str(self._of.field))

    def _named(self, path: str) -> str:
        return FIELD_NAMES[path][self._language] if path in FIELD_NAMES else path.rpartition(".")[2]

    def _ids(self, ids: Sequence[str]) -> str:
        return few_of(ids, self._language, most=_MOST_IDS)

    def _values(self, *, both: bool = False) -> str:
        said = []
        for one in self._of.values:
            title = self.title(one)
            counts = ", ".join(
                f"{PLACES[side][self._language]} {count}"
                for side, count in (("mentees", one.mentees), ("mentors", one.mentors))
                if count
            )
            said.append(f"{title} ({counts})" if both else f"{title} ({one.mentees + one.mentors})")
        return few_of(said, self._language, most=_MOST_VALUES)

    def title(self, one: Seen) -> str:
        """Return a value as people call it."""
        field = self._of.field
        titles: Mapping[str, Any] = {}
        if field == "person.position":
            titles = {position.value: position for position in Position}
        elif field == "tasks":
            titles = {task.id: task for form in self._methodology.forms for task in form.tasks}
        elif field == "person.qualities":
            titles = {quality.id: quality for quality in self._methodology.qualities}
        if one.value in titles:
            return f"«{titles[one.value].title[self._language]}»"
        near = [o.value for o in self._of.values if o is not one and is_harmless(o.value)]
        return say_seen(one, self._language, field, near=near, values=self._every)
