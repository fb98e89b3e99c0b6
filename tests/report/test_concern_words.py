"""Every concern has its words in both languages, and what to do about it; no placeholder is left."""

import pytest

from nastavnik import TARGET_MODEL
from nastavnik.basics.messages.of_rounds import OF_ROUNDS, REMEDIES
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.programme.round.concerns import CODES, Blank, Concern, Seen
from nastavnik.report import Passage
from nastavnik.report.of_concerns import say_concern, value_lines

FIELDS = (
    "trained",
    "cleared",
    "agreed",
    "guardian_agreed",
    "category",
    "person.data_consent",
    "person.qualities",
    "person.extra.club",
)


def concerns(side: str) -> list[Concern]:
    """Return a concern of every code and shape."""
    people = tuple(f"p{k:02}" for k in range(21))
    values = (Seen("Школа 5", mentees=2), Seen("Школа 6", mentors=1))
    made = [
        Concern(code="same-person", people=people[:4], groups=(people[:2], people[2:4])),
        Concern(code="column-empty", side=side, field="trained", people=people, of=21),
        Concern(
            code="column-empty",
            side=side,
            field="person.marks",
            people=people,
            of=21,
            role_models=("achiever-underachiever",),
        ),
        Concern(code="nearly-alike", field="person.organisation", people=people, values=values),
        Concern(
            code="without-mentors",
            side="mentee",
            field="person.organisation",
            people=people,
            values=values,
        ),
        Concern(
            code="without-mentees",
            side="mentor",
            field="person.organisation",
            people=people,
            values=values,
        ),
        Concern(
            code="nobody-to-pair-with",
            side=side,
            field="person.position",
            people=people,
            values=(Seen("teacher", mentees=21),),
        ),
        *(
            Concern(code=code, side="mentee", field=field, people=people)
            for code, field in (
                ("signs-of-two", "category"),
                ("newcomer-to-come", "newcomer_since"),
                ("newcomer-settled", "newcomer_since"),
            )
        ),
        Concern(code="not-looked-at", side=side, of=7),
        Concern(code="not-looked-at", of=7),
        Concern(
            code="fill-first",
            people=people[:3],
            of=5,
            blanks=(
                Blank(side=side, field="category", people=people[:2]),
                Blank(side=side, field="person.extra.club", people=people[2:3]),
            ),
        ),
        Concern(code="not-looked-at", field="person.place", of=700),
    ]
    for alone in ((), people[:1], people):
        made += [
            Concern(
                code="one-sided",
                side=side,
                field="subjects",
                people=people,
                alone=alone,
                values=values,
            ),
            Concern(code="hopeless", side=side, people=people, alone=alone, of=40),
        ]
        made += [
            Concern(
                code="statement-missing",
                side=side,
                field=field,
                people=people,
                alone=alone,
                denied=denied,
            )
            for field in FIELDS
            for denied in (0, 3, 21)
        ]
    made += [
        Concern(
            code="statement-narrows", side=side, field=field, people=people, pairs=3, at_most=40
        )
        for field in FIELDS
    ]
    made += [
        Concern(code="one-sided", side=side, field=field, people=people, values=values)
        for field in ("person.slots", "person.place")
    ]
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_every_concern_is_said(side: str, language: Language) -> None:
    """In whole sentences, each ending as one, without braces."""
    made = concerns(side)
    assert {one.code for one in made} == set(CODES)
    for concern in made:
        for text in say_concern(concern, TARGET_MODEL, language):
            assert text.endswith(".")
            assert "{" not in text
            assert "  " not in text


def test_every_text_is_used() -> None:
    """None is left over from a concern that is gone."""
    source = {
        word
        for side in ("mentee", "mentor")
        for concern in concerns(side)
        for language in LANGUAGES
        for word in say_concern(concern, TARGET_MODEL, language)
    }
    for texts in (OF_ROUNDS, REMEDIES):
        for key, text in texts.items():
            first = text.en.split("{")[0].split("«")[0].strip()
            assert any(first in said for said in source), key


def test_russian_numbers_go_with_their_nouns() -> None:
    """«у 1 наставника», «у 21 наставника», «у 5 наставников»."""
    for count, shown in ((1, "у 1 наставника"), (5, "у 5 наставников"), (21, "у 21 наставника")):
        people = tuple(f"m{k:02}" for k in range(count))
        concern = Concern(code="statement-missing", side="mentor", field="trained", people=people)
        assert shown in say_concern(concern, TARGET_MODEL, "ru")[0]


def test_values_that_meet_are_not_marked() -> None:
    """Of free times those are met that have enough in common, not only the same."""
    times = (Seen("tue", mentees=1), Seen("tue 16:00", mentors=1), Seen("sun 9:00", mentors=1))
    assert Passage(value_lines([("person.slots", times)], "ru")).lines == (
        "«Свободное время» (наставляемые, наставники):",
        "  «вт»: 1, 0",
        "  «вт 16:00»: 0, 1",
        "  ! «вс 9:00»: 0, 1",
    )
