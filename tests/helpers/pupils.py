"""Pupils of one school who may take part, and who agree in everything unless said otherwise."""

from typing import Any

from attrs import evolve

from nastavnik import TARGET_MODEL, Mentee, Mentor, Pupil

PUPILS = evolve(TARGET_MODEL, forms=(TARGET_MODEL.form("pupil-pupil"),))
"""The target model with no other form than theirs."""

WILLING = {"agreed": True, "guardian_agreed": True}
"""What both sides must have said before a pair is formed."""


def pupil(ident: str, grade: int, **known: Any) -> Pupil:
    """Invent a pupil."""
    usual = {
        "organisation": "s",
        "place": "t",
        "age": grade + 6,
        "data_consent": True,
        "interests": {"chess"},
    }
    return Pupil(ident, grade=grade, **{**usual, **known})


def mentee(ident: str, **known: Any) -> Mentee:
    """Invent a mentee of grade 5."""
    return Mentee(pupil(ident, 5, **known), category="active", **WILLING)


def mentor(ident: str, capacity: int = 1, **known: Any) -> Mentor:
    """Invent a mentor of grade 10."""
    person = pupil(ident, 10, **{"qualities": {"volunteer"}, **known})
    return Mentor(person, trained=True, capacity=capacity, **WILLING)
