"""What the people of a plan are called on its sheets: names, classes, common subjects and times."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from nastavnik.basics.texts import Language
from nastavnik.basics.words import compared
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor, Person, Pupil
from nastavnik.people.times import MEETING_MINUTES, FreeTime, common_times
from nastavnik.programme.plan import MatchingPlan, Pair
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report.voice import Voice
from nastavnik.rules.base import Rule
from nastavnik.rules.catalogue import CommonSlots

__all__ = ["Everybody", "order_of"]

Notes = Mapping[str, Mapping[str, str]]
"""Columns carried from the tables: id of a person to heading to text."""


@frozen
class _Asked:
    """What the rules of a role model ask that is shown beside a pair.

    Args:
        marks: from which mark the mentor is strong, and up to which the mentee is weak, by each rule that asks so.
        minutes: how long a common time is at least.
    """

    marks: tuple[tuple[int, int], ...]
    minutes: int

    @classmethod
    def by(cls, rules: Sequence[Rule]) -> "_Asked":
        """Return what some rules ask."""
        limits = [rule.parameters for rule in rules]
        marks = {
            (one["strong_from"], one["weak_to"])
            for one in limits
            if {"strong_from", "weak_to"} <= one.keys()
        }
        minutes = [rule.minutes for rule in rules if isinstance(rule, CommonSlots)]
        return cls(tuple(sorted(marks)), minutes[0] if minutes else MEETING_MINUTES)


class Everybody:
    """The people of a plan, and what is said of them in one language.

    Args:
        plan: the plan.
        cohort: its people.
        methodology: its rules.
        language: of what is said.
        names: display names by id, for people whose cohort was read from a file without them.
        notes: columns carried from the tables, by id.
    """

    def __init__(
        self,
        plan: MatchingPlan,
        cohort: Cohort,
        methodology: Methodology,
        language: Language,
        *,
        names: Mapping[str, str],
        notes: Notes,
    ) -> None:
        self.plan = plan
        self.cohort = cohort
        self.methodology = methodology
        self.language: Language = language
        self.voice = Voice(methodology, language)
        self.notes = notes
        self._names = names

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its values."""
        return self.voice.say(key, **values)

    def name(self, person: Person) -> str:
        """Return the display name, or nothing where it is not known."""
        return self._names.get(person.id) or person.name or ""

    def label(self, person: Person) -> str:
        """Return the display name, or the id where it is not known."""
        return self.name(person) or person.id

    @cached_property
    def named(self) -> bool:
        """Whether anybody's name is known, so that ids are needed beside them."""
        return any(self.name(person) for person in self.persons())

    def persons(self) -> Iterable[Person]:
        """Yield the person of every role, those in both roles twice."""
        for role in (*self.cohort.mentees, *self.cohort.mentors):
            yield role.person

    def mentee(self, name: str) -> Person:
        """Return the person of a mentee."""
        return self.cohort.mentee(name).person

    def mentor(self, name: str) -> Person:
        """Return the person of a mentor."""
        return self.cohort.mentor(name).person

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        """How each organisation is written, by what is compared: those of mentees first, the largest first."""
        found: dict[str, str] = {}
        for roles in (self.cohort.mentees, self.cohort.mentors):
            written = [r.person.organisation for r in roles if r.person.organisation]
            counts = Counter(map(compared, written))
            first: dict[str, str] = {}
            for name in written:
                first.setdefault(compared(name), name)
            ordered = sorted(first, key=lambda one: (-counts[one], order_of(one)))
            for one in ordered:
                found.setdefault(one, first[one])
        return found

    @cached_property
    def schools(self) -> tuple[str, ...]:
        """The organisations of the mentees and then those of mentors alone, the largest first."""
        return tuple(self._spellings.values())

    def school(self, person: Person) -> str:
        """Return the organisation of somebody as it is written first, or nothing."""
        return self._spellings[compared(person.organisation)] if person.organisation else ""

    def schools_in_words(self, most: int) -> str:
        """Return the first organisations, and how many others there are."""
        shown = ", ".join(self.schools[:most])
        more = len(self.schools) - most
        return self.say("and-others", list=shown, more=more) if more > 0 else shown

    def standing(self, person: Person, *, school: bool = True) -> str:
        """Return grade and letter of a pupil, or what somebody is else; with the school where there are several.

        Args:
            person: the one.
            school: name the school, unless there is only one.
        """
        said = _class_of(person) or person.position.title[self.language]
        if school and len(self.schools) > 1 and person.organisation:
            return f"{said}, {self.school(person)}"
        return said

    def class_in_words(self, person: Person) -> str:
        """Return what stands above a list of a class, or of those who are in none."""
        if isinstance(person, Pupil):
            said = _class_of(person)
            if said.isdecimal():
                said = self.say("grade", grade=said)
            said = said or self.say("no-class")
        else:
            said = self.say(f"several-{person.position.value}")
        return f"{said} · {self.school(person)}" if person.organisation else said

    def class_key(self, person: Person) -> tuple[Any, ...]:
        """Return what sorts lists of classes: pupils before others, by school, by grade and letter."""
        grade = person.grade if isinstance(person, Pupil) else None
        others = not isinstance(person, Pupil)
        return (
            others,
            order_of(self.school(person)),
            person.position.value if others else "",
            grade or 0,
            (_letter(person) or "").casefold(),
        )

    def common_subjects(self, pair: Pair) -> str:
        """Return the subjects that the two have in common, or in which the mentor's marks answer the mentee's."""
        mentee, mentor = self.cohort.mentee(pair.mentee), self.cohort.mentor(pair.mentor)
        none: frozenset[str] = frozenset()
        taught = (getattr(role.person, "subjects", none) for role in (mentee, mentor))
        found = {
            **_alike(*taught),
            **self._covered(pair, mentor, mentee),
            **_alike(mentee.subjects, mentor.subjects),
        }
        return ", ".join(sorted(found.values(), key=order_of))

    def _covered(self, pair: Pair, mentor: Mentor, mentee: Mentee) -> Mapping[str, str]:
        """Return subjects with a strong mark of the mentor and a weak one of the mentee, as a rule has it."""
        found: dict[str, str] = {}
        theirs, mine = (getattr(role.person, "marks", None) or {} for role in (mentor, mentee))
        for strong_from, weak_to in self._asked[pair.form, pair.role_model].marks:
            strong = {one for one, mark in theirs.items() if mark >= strong_from}
            weak = {one for one, mark in mine.items() if mark <= weak_to}
            found |= _alike(weak, strong)
        return found

    @cached_property
    def _asked(self) -> Mapping[tuple[str, str], "_Asked"]:
        """What the rules of each role model ask of marks and times, by form and role model."""
        known = self.methodology
        return {
            (form.id, role_model.id): _Asked.by(
                [
                    *known.requirements_of(form, role_model),
                    *known.preferences_of(form, role_model),
                ]
            )
            for form, role_model in known.ways
        }

    def minutes_of(self, pair: Pair) -> int:
        """Return how long the two must be able to meet, by the rule that asks for it."""
        return self._asked[pair.form, pair.role_model].minutes

    def common_time(self, *people: Person, minutes: int = MEETING_MINUTES) -> str:
        """Return the free times that people have in common, or that there are none, or that somebody's are unknown.

        Args:
            people: two or more.
            minutes: how long a common time is at least.
        """
        slots = [person.slots for person in people]
        if None in slots:
            return self.say("time-unknown")
        common: tuple[FreeTime, ...] = ()
        shared = slots[0]
        for other in slots[1:]:
            common = common_times(shared, other, minutes)
            shared = frozenset(time.text("en") for time in common)  # which reads back as the same
        return ", ".join(time.text(self.language) for time in common) or self.say("no-common-time")

    def noted(self, person: Person) -> str:
        """Return what the tables say of somebody besides, in one text."""
        notes = {heading: text for heading, text in self.notes.get(person.id, {}).items() if text}
        if len(self.headings) == 1:
            return "".join(notes.values())
        return "\n".join(f"{heading}: {text}" for heading, text in notes.items())

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Headings of the columns carried from the tables, in the order in which they are met."""
        found: dict[str, None] = {}
        for notes in self.notes.values():
            found |= dict.fromkeys(heading for heading, text in notes.items() if text)
        return tuple(found)


def order_of(text: str) -> tuple[Any, ...]:
    """Return what sorts names as a register does: ё as е, small as capital, numbers by their value.

    >>> sorted(["Яша", "Ёлкин 10", "Ёлкин 9", "Ежов"], key=order_of)
    ['Ежов', 'Ёлкин 9', 'Ёлкин 10', 'Яша']
    """
    parts = re.split(r"([0-9]+)", text.casefold().replace("ё", "е"))
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def _alike(mine: Iterable[str], theirs: Iterable[str]) -> dict[str, str]:
    """Return the words that two have in common, by the form in which spellings are one, as the first writes them."""
    known = set(map(compared, theirs))
    return {compared(one): one for one in sorted(mine) if compared(one) in known}


def _letter(person: Person) -> str | None:
    letter: str | None = getattr(person, "letter", None)
    return letter


def _class_of(person: Person) -> str:
    if not isinstance(person, Pupil) or person.grade is None:
        return ""
    return f"{person.grade}{_letter(person) or ''}"
