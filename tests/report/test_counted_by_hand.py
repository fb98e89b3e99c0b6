"""Every name and number that a sheet or a sentence shows, against a count by hand of plan and people over drawn rounds.

Nothing here asks the library but for the plan: loads, groups, common subjects and times are counted anew, and what is
said is looked for at its place, in both languages.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest
from attrs import evolve, frozen

from helpers.rounds import Case
from helpers.sizes import rounds
from helpers.workbooks import opened
from nastavnik import (
    TARGET_MODEL,
    Cohort,
    Lock,
    MatchingPlan,
    Mentee,
    Mentor,
    NoPlanError,
    match,
)
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.report import explain_mentee, explain_mentor, summary
from nastavnik.report.workbook import plan_to_xlsx

TIMES: Final = {
    "tue 15:00": {"en": "tue 15:00", "ru": "вт 15:00"},
    "wed 16:00": {"en": "wed 16:00", "ru": "ср 16:00"},
    "thu 17:00": {"en": "thu 17:00", "ru": "чт 17:00"},
}
"""Free times in the order of the week, and how a sheet shows them."""

WORDS: Final[dict[str, dict[Language, str]]] = {
    "student": {"en": "student", "ru": "студент"},
    "no time": {"en": "none in common", "ru": "общего времени нет"},
    "unknown time": {"en": "not stated", "ru": "время не указано"},
    "mentee": {"en": "mentee", "ru": "наставляемый"},
    "mentor": {"en": "mentor", "ru": "наставник"},
    "no mentor yet": {"en": "no mentor yet", "ru": "наставника пока нет"},
    "no mentee yet": {"en": "no mentee yet", "ru": "наставляемого пока нет"},
    "nobody": {"en": "nobody", "ru": "ни с кем"},
    "lock": {"en": "lock", "ru": "закрепление"},
    "ban": {"en": "ban", "ru": "запрет"},
}

COUNTS: Final[dict[str, dict[Language, str]]] = {
    "mentees": {"en": "Mentees", "ru": "Наставляемых"},
    "matched": {"en": "with a mentor", "ru": "с наставником"},
    "locked": {"en": "locked by the coordinator", "ru": "закреплены куратором"},
    "unmatched": {"en": "without a mentor", "ru": "без наставника"},
    "inadmissible": {"en": "no mentor suits", "ru": "никто не подходит"},
    "crowded": {"en": "places ran out", "ru": "не хватило мест"},
    "mentors": {"en": "Mentors", "ru": "Наставников"},
    "idle": {"en": "with all places free", "ru": "без наставляемых"},
    "places": {"en": "Places", "ru": "Мест"},
    "free": {"en": "free", "ru": "свободно"},
    "groups": {"en": "Groups of two or more", "ru": "Групп из двух и более наставляемых"},
    "total": {"en": "Total score", "ru": "Общая сумма баллов"},
}
SHEETS: Final[dict[str, dict[Language, str]]] = {
    "plan": {"en": "Plan", "ru": "План"},
    "pairs": {"en": "Pairs", "ru": "Пары"},
    "classes": {"en": "By class", "ru": "По классам"},
    "groups": {"en": "Groups", "ru": "Группы"},
    "unmatched": {"en": "Unmatched", "ru": "Без наставника"},
    "free": {"en": "Free places", "ru": "Свободные места"},
    "demands": {"en": "Locks and bans", "ru": "Закрепления и запреты"},
    "scores": {"en": "Scores", "ru": "Баллы"},
    "reasons": {"en": "Reasons in detail", "ru": "Причины подробно"},
    "people": {"en": "People", "ru": "Участники"},
}

Row = tuple[Any, ...]


@frozen(eq=False)
class Round:
    """A drawn round of people with names, schools, letters and free times, and its plan."""

    plan: MatchingPlan
    cohort: Cohort
    notes: dict[str, dict[str, str]]

    @classmethod
    def drawn(cls, seed: int) -> "Round | None":
        """Draw one; None where its demands contradict each other."""
        rng = random.Random(seed)
        case = Case.drawn(seed)
        mentees = [_dressed(one, rng, letter=rng.choice("АБ")) for one in case.cohort.mentees]
        mentors = [_dressed(one, rng) for one in case.cohort.mentors]
        cohort = Cohort(mentees=mentees, mentors=mentors)
        locks = [
            evolve(one, by=f"by-{one.mentee}", reason=f"why-{one.mentee}") for one in case.locks
        ]
        bans = [evolve(one, by=f"by-{one.mentor}", reason=f"no-{one.mentee}") for one in case.bans]
        try:
            plan = match(cohort, locks=locks, bans=bans)
        except NoPlanError:
            return None
        noted = [one.id for one in (*mentees, *mentors) if rng.random() < 0.5]
        notes = {name: {"Phone": f"phone of {name}"} for name in noted} if seed % 2 else {}
        return cls(plan, cohort, notes)

    def name(self, ident: str) -> str:
        """Return the display name that was given to somebody."""
        return f"Named {ident}"

    def load(self, mentor: str) -> int:
        """Count a mentor's mentees."""
        return sum(pair.mentor == mentor for pair in self.plan.pairs)

    def mentee(self, ident: str) -> Mentee:
        """Look a mentee up."""
        return next(one for one in self.cohort.mentees if one.id == ident)

    def mentor(self, ident: str) -> Mentor:
        """Look a mentor up."""
        return next(one for one in self.cohort.mentors if one.id == ident)

    def standing(self, role: Mentee | Mentor, language: Language, *, school: bool = True) -> str:
        """Say class or position, and the school where there are several."""
        person: Any = role.person
        said = (
            f"{person.grade}{person.letter}"
            if isinstance(role, Mentee)
            else WORDS["student"][language]
        )
        several = {r.person.organisation for r in (*self.cohort.mentees, *self.cohort.mentors)}
        if school and person.organisation and len(several - {None}) > 1:
            return f"{said}, {person.organisation}"
        return said

    def subjects(self, mentee: str, mentor: str) -> str | None:
        """Say what is asked for and offered."""
        common = set(self.mentee(mentee).subjects) & set(self.mentor(mentor).subjects)
        return ", ".join(sorted(common)) or None

    def times(self, mentor: str, *mentees: str, language: Language) -> str:
        """Say when all are free."""
        slots = [self.mentor(mentor).person.slots, *(self.mentee(m).person.slots for m in mentees)]
        known = [set(one) for one in slots if one is not None]
        if len(known) < len(slots):
            return WORDS["unknown time"][language]
        common = set.intersection(*known)
        shown = [said[language] for time, said in TIMES.items() if time in common]
        return ", ".join(shown) or WORDS["no time"][language]


def _dressed(role: Any, rng: random.Random, **more: Any) -> Any:
    slots = rng.sample(sorted(TIMES), 2) if rng.random() < 0.85 else None
    known = {
        "name": f"Named {role.id}",
        "organisation": rng.choice(("School A", "School B", "School B", None)),
        "slots": slots,
    }
    place = "north" if rng.random() < 0.8 else role.person.place
    return evolve(role, person=evolve(role.person, place=place, **known, **more))


ROUNDS: Final = [one for seed in range(rounds(40, 400)) if (one := Round.drawn(seed)) is not None]
"""Small rounds: among them some with groups, locks, bans, crowds and people whom nobody suits."""


def test_the_rounds_have_everything() -> None:
    """Otherwise the tests below would pass for want of a case."""
    plans = [one.plan for one in ROUNDS]
    kinds = {type(left.reason) for plan in plans for left in plan.unmatched}
    assert kinds == {CrowdedOut, NoAdmissibleMentor}
    assert any(plan.groups for plan in plans)
    assert any(len({p.mentor for p in plan.pairs}) < len(plan.places) for plan in plans)
    assert any(pair.overridden for plan in plans for pair in plan.pairs)
    assert sum(bool(plan.bans) for plan in plans) > 3
    assert sum(bool(one.notes) for one in ROUNDS) > 3


@cache
def sheets(one: Round, language: Language) -> dict[str, list[Row]]:
    """Return the rows of every sheet under its heading, and all of the first one."""
    names = {said[language]: key for key, said in SHEETS.items()}
    book = opened(plan_to_xlsx(one.plan, one.cohort, TARGET_MODEL, language, notes=one.notes))
    found = {}
    for sheet in book.worksheets:
        first = 1 if names[sheet.title] == "plan" else 3
        found[names[sheet.title]] = [*sheet.iter_rows(min_row=first, values_only=True)]
    return found


def expected(one: Round, language: Language) -> dict[str, list[Row]]:
    """Return what must stand on the sheets of those who have each other, row by row in any order."""
    found = {
        "pairs": [*_pairs(one, language)],
        "groups": [*_groups(one, language)],
        "demands": [*_demands(one, language)],
        "people": [*_people(one, language)],
        "classes": [*_classes(one, language)],
    }
    return {
        key: rows for key, rows in found.items() if rows or key in {"pairs", "classes", "people"}
    }


def _pairs(one: Round, language: Language) -> Iterator[Row]:
    in_pairs = {name for pair in one.plan.pairs for name in (pair.mentor, pair.mentee)}
    noted = bool(in_pairs & one.notes.keys())
    for pair in one.plan.pairs:
        mentor, mentee = one.mentor(pair.mentor), one.mentee(pair.mentee)
        about = [one.notes.get(name, {}).get("Phone") for name in (mentor.id, mentee.id)]
        yield (
            one.name(mentor.id),
            one.standing(mentor, language),
            one.name(mentee.id),
            one.standing(mentee, language),
            one.subjects(mentee.id, mentor.id),
            one.times(mentor.id, mentee.id, language=language),
            TARGET_MODEL.form(pair.form).title[language],
            *(about if noted else ()),
            f"{mentor.id} – {mentee.id}",
        )


def _groups(one: Round, language: Language) -> Iterator[Row]:
    together: dict[tuple[str, str], list[str]] = {}
    for pair in one.plan.pairs:
        together.setdefault((pair.mentor, pair.form), []).append(pair.mentee)
    for (mentor, form), mentees in together.items():
        if len(mentees) > 1:
            yield (
                one.name(mentor),
                one.standing(one.mentor(mentor), language),
                TARGET_MODEL.form(form).title[language],
                len(mentees),
                "\n".join(
                    f"{one.name(name)}, {one.standing(one.mentee(name), language)}"
                    for name in sorted(mentees)
                ),
                one.times(mentor, *mentees, language=language),
            )


def _demands(one: Round, language: Language) -> Iterator[Row]:
    for demand in (*one.plan.locks, *one.plan.bans):
        kind = "lock" if isinstance(demand, Lock) else "ban"
        yield (
            WORDS[kind][language],
            one.name(demand.mentee),
            one.name(demand.mentor),
            demand.by,
            demand.reason,
            f"{demand.mentor} – {demand.mentee}",
        )


def _people(one: Round, language: Language) -> Iterator[Row]:
    headings = bool(one.notes)
    for role, people in (("mentee", one.cohort.mentees), ("mentor", one.cohort.mentors)):
        for somebody in people:
            others = [
                one.name(pair.mentor if role == "mentee" else pair.mentee)
                for pair in one.plan.pairs
                if getattr(pair, role) == somebody.id
            ]
            yield (
                somebody.id,
                one.name(somebody.id),
                WORDS[role][language],
                one.standing(somebody, language),
                "\n".join(sorted(others)) or WORDS["nobody"][language],
                *([one.notes.get(somebody.id, {}).get("Phone")] if headings else ()),
            )


def _classes(one: Round, language: Language) -> Iterator[Row]:
    for pair in one.plan.pairs:
        mentor, mentee = one.mentor(pair.mentor), one.mentee(pair.mentee)
        apart = mentor.person.organisation != mentee.person.organisation
        for role, me, other in (("mentee", mentee, mentor), ("mentor", mentor, mentee)):
            yield (
                one.name(me.id),
                WORDS[role][language],
                f"{one.name(other.id)}, {one.standing(other, language, school=apart)}",
                one.times(mentor.id, mentee.id, language=language),
                one.subjects(mentee.id, mentor.id),
            )
    for left in one.plan.unmatched:
        said = WORDS["mentee"][language], WORDS["no mentor yet"][language]
        yield (one.name(left.mentee), *said, None, None)
    for mentor in one.cohort.mentors:
        if not one.load(mentor.id):
            said = WORDS["mentor"][language], WORDS["no mentee yet"][language]
            yield (one.name(mentor.id), *said, None, None)


def _in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=repr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_of_those_who_have_each_other(language: Language) -> None:
    """Every column of pairs, lists by class, groups, demands and people."""
    for one in ROUNDS:
        found = sheets(one, language)
        for key, rows in expected(one, language).items():
            written = [row for row in found[key] if key != "classes" or row[1] is not None]
            if key == "demands":  # what a lock overrides is said in sentences
                written = [(*row[:5], row[6]) for row in written]
            assert _in_order(written) == _in_order(rows), key
        assert found.keys() - {"plan", "free", "unmatched", "reasons", "scores"} == (
            expected(one, language).keys()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_stands_under_the_own_class(language: Language) -> None:
    """Head by head: grade and letter, or the position, with the school."""
    for one in ROUNDS:
        people = {one.name(r.id): r for r in (*one.cohort.mentees, *one.cohort.mentors)}
        head = ""
        for row in sheets(one, language)["classes"]:
            if row[1] is None:
                head = str(row[0])
                continue
            person: Any = people[row[0]].person
            several = {"en": "Students", "ru": "Студенты"}[language]
            said = f"{person.grade}{person.letter}" if row[0].startswith("Named p") else several
            school = f" · {person.organisation}" if person.organisation else ""
            assert head == f"{said}{school}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_of_what_is_left(language: Language) -> None:
    """Who has no mentor, who has free places, how many of how many, with class and id; details of whom they concern."""
    for one in ROUNDS:
        found = sheets(one, language)
        left = [left.mentee for left in one.plan.unmatched]
        rows = [(one.name(name), one.standing(one.mentee(name), language), name) for name in left]
        assert _in_order([row[:3] for row in found.get("unmatched", [])]) == _in_order(rows)
        assert all(row[3] for row in found.get("unmatched", []))
        free = [
            (one.name(m.id), one.standing(m, language), m.id, m.capacity, m.capacity - load)
            for m in one.cohort.mentors
            if (load := one.load(m.id)) < m.capacity
        ]
        assert _in_order([row[:5] for row in found.get("free", [])]) == _in_order(free)
        heads = [row[0] for row in found.get("reasons", []) if row[0]]
        assert sorted(heads) == sorted(f"{one.name(name)} ({name})" for name in left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_scores(language: Language) -> None:
    """Whose they are, of which role model, and what they are made of, which adds up."""
    for one in ROUNDS:
        rows = sheets(one, language)["scores"]
        wanted = [
            (
                one.name(pair.mentor),
                one.name(pair.mentee),
                TARGET_MODEL.form(pair.form).role_model(pair.role_model).title[language],
                sum(
                    rule.weight * pair.points[rule.id]
                    for rule in TARGET_MODEL.preferences_of(
                        TARGET_MODEL.form(pair.form),
                        TARGET_MODEL.form(pair.form).role_model(pair.role_model),
                    )
                ),
            )
            for pair in one.plan.pairs
        ]
        assert _in_order([row[:4] for row in rows]) == _in_order(wanted)
        for row in rows:
            numbers = re.findall(r"– (\d+) (?:point|балл)\w*(?:;|$)", row[4])
            assert sum(map(int, numbers)) == row[3]


def counted(one: Round) -> dict[str, int]:
    """Count what the first sheet and the summary say."""
    plan = one.plan
    kinds = Counter(type(left.reason) for left in plan.unmatched)
    loads = [one.load(mentor.id) for mentor in one.cohort.mentors]
    places = sum(mentor.capacity for mentor in one.cohort.mentors)
    forms = Counter((pair.mentor, pair.form) for pair in plan.pairs)
    found = {
        "mentees": len(one.cohort.mentees),
        "matched": sum(loads),
        "locked": len(plan.locks),
        "unmatched": len(one.cohort.mentees) - sum(loads),
        "inadmissible": kinds[NoAdmissibleMentor],
        "crowded": kinds[CrowdedOut],
        "mentors": len(loads),
        "idle": loads.count(0),
        "places": places,
        "free": places - sum(loads),
        "groups": sum(size > 1 for size in forms.values()),
        "total": sum(pair.score for pair in plan.pairs),
    }
    if not plan.locks:
        del found["locked"]
    if not plan.unmatched:
        del found["inadmissible"], found["crowded"]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_and_the_first_sheet(language: Language) -> None:
    """Every count, those of forms and role models among them; the sheet leaves the role models out."""
    for one in ROUNDS:
        lines = {label.strip(): value for label, value in summary(one.plan, TARGET_MODEL, language)}
        wanted = {COUNTS[key][language]: str(value) for key, value in counted(one).items()}
        for form in TARGET_MODEL.forms:
            pairs = [pair for pair in one.plan.pairs if pair.form == form.id]
            if pairs:
                wanted[form.title[language]] = str(len(pairs))
            models = Counter(pair.role_model for pair in pairs)
            for name, count in models.items():
                wanted[form.role_model(name).title[language]] = str(count)
        others = lines.keys() - wanted.keys()
        assert {key: lines.get(key) for key in wanted} == wanted
        assert len(others) == 2, "the methodology and the seed"
        front = {str(row[0]).strip(): row[1] for row in sheets(one, language)["plan"]}
        for key, value in counted(one).items():
            assert front[COUNTS[key][language]] == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_mentor_and_of_a_mentee(language: Language) -> None:
    """How many places are free of how many, whom the mentor got and with how many points; whose mentor is who."""
    for one in ROUNDS:
        for mentor in one.cohort.mentors:
            head, *lines = explain_mentor(one.plan, mentor.id, TARGET_MODEL, language)
            load = one.load(mentor.id)
            numbers = [int(number) for number in re.findall(r"\d+", head.replace(mentor.id, ""))]
            assert mentor.id in head
            assert numbers == [mentor.capacity, mentor.capacity - load]
            pairs = [pair for pair in one.plan.pairs if pair.mentor == mentor.id]
            said = sorted(
                (re.findall(r"\bp\d", line)[0], int(re.findall(r"\b\d+\b", line)[-1]))
                for line in lines
            )
            assert said == sorted((pair.mentee, pair.score) for pair in pairs)
        for mentee in one.cohort.mentees:
            head, *_ = explain_mentee(one.plan, mentee.id, TARGET_MODEL, language)
            mentors = {pair.mentor for pair in one.plan.pairs if pair.mentee == mentee.id}
            assert set(re.findall(r"\b[pm]\d", head)) == {mentee.id, *mentors}
