"""Expressions over a mentor and a mentee, out of the whole vocabulary of rules, and rules made of them."""

import re
from itertools import product

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from helpers.own_kinds import Level
from helpers.own_rules import Ask, Asked, Valued
from nastavnik import rules
from nastavnik.people import Position
from nastavnik.rules import Unknown

LEAVES = {
    "number": [
        "0",
        "1",
        "-2",
        "7",
        "2**31",
        "mentor.capacity",
        "mentor.patience",
        "mentor.person.grade",
        "mentee.person.grade",
        "mentee.person.age",
        "mentor.person.experience",
        "mentee.person.rating",
        "mentor.person.rating",
    ],
    "truth": [
        "True",
        "False",
        "mentor.agreed",
        "mentee.agreed",
        "mentee.person.online",
        "mentor.person.minor",
        "mentee.person.minor",
        "mentor.person.keen",
        "same_person(mentor, mentee)",
        "names(mentor.choices, mentee)",
        "names(mentee.refusals, mentor)",
        "names(mentee.bans, mentor)",
        "names(mentee.person.friends, mentor)",
        "names(mentor.choices, mentor)",
        "names({'a', 'b'}, mentor)",
        "(mentor.person.position == Position.PUPIL)",
        "(mentee.person.level != Level.NEW)",
        "one_of(mentee.person.level, {Level.NEW})",
        "one_of(mentor.person.position, {Position.PUPIL, Position.STUDENT})",
    ],
    "text": [
        "'centre'",
        "mentor.person.place",
        "mentee.person.place",
        "mentor.person.organisation",
        "mentee.category",
        "mentor.person.id",
        "mentee.person.id",
    ],
    "set": [
        "frozenset()",
        "frozenset({'chess', 'physics', 'ru'})",
        "{'go'}",
        "mentor.person.interests",
        "mentee.person.interests",
        "mentor.person.slots",
        "mentee.person.slots",
        "mentee.person.languages",
        "mentor.subjects",
        "mentee.subjects",
        "mentor.choices",
        "mentee.person.clubs",
        "mentor.person.clubs",
        "mentor.person.wins",
        "mentee.person.wins",
        "mentee.person.subjects",
    ],
    "marks": ["mentor.person.marks", "mentee.person.marks"],
}
"""What an expression of each kind can be, with nothing inside."""

NODES = {
    "number": [
        "count(SET)",
        "overlap(SET, SET)",
        "(NUMBER + NUMBER)",
        "(NUMBER - NUMBER)",
        "(NUMBER * NUMBER)",
        "(TRUTH + TRUTH)",
        "(TRUTH * NUMBER)",
        "(-NUMBER)",
        "(+TRUTH)",
        "abs(NUMBER)",
        "(NUMBER // NUMBER)",
        "(NUMBER % NUMBER)",
        "share(NUMBER, NUMBER)",
        "share(TRUTH, NUMBER)",
        "at_most(NUMBER, NUMBER)",
        "at_least(NUMBER, NUMBER)",
        "at_most(TRUTH, NUMBER)",
    ],
    "truth": [
        "(TRUTH & TRUTH)",
        "(TRUTH | TRUTH)",
        "no(TRUTH)",
        "implies(TRUTH, TRUTH)",
        "(NUMBER < NUMBER)",
        "(NUMBER <= NUMBER)",
        "(NUMBER > NUMBER)",
        "(NUMBER >= NUMBER)",
        "(NUMBER == NUMBER)",
        "(NUMBER != NUMBER)",
        "(TRUTH == TRUTH)",
        "(TRUTH >= NUMBER)",
        "(TEXT == TEXT)",
        "(TEXT != TEXT)",
        "one_of(TEXT, {'centre', 'active'})",
        "one_of(NUMBER, {1, 7, 9})",
        "known(NUMBER)",
        "known(TEXT)",
        "known(SET)",
        "known(MARKS)",
        "known(TRUTH)",
    ],
    "text": ["TEXT"],
    "set": [
        "(SET & SET)",
        "(SET | SET)",
        "(SET - SET)",
        "both(SET, SET)",
        "subjects_from(MARKS, 4)",
        "subjects_up_to(MARKS, 3)",
    ],
    "marks": ["MARKS"],
}
"""What an expression of each kind can be, with others inside."""

BRANCHING = {
    "number": [
        "len(SET)",
        "(NUMBER if TRUTH else NUMBER)",
        "min(NUMBER, NUMBER)",
        "(NUMBER ** 2)",
        "sum([NUMBER, NUMBER])",
        "round(NUMBER / 2)",
        "int(TRUTH)",
        "{'centre': 3}.get(TEXT, 1)",
    ],
    "truth": [
        "(not TRUTH)",
        "(TRUTH and TRUTH)",
        "(TRUTH or TRUTH)",
        "(TRUTH ^ TRUTH)",
        "(NUMBER / NUMBER > 0.5)",
        "bool(SET)",
        "(SET <= SET)",
        "(SET == SET)",
        "(SET ^ SET == SET)",
        "('physics' in SET)",
        "(TEXT in SET)",
        "(TEXT in ('centre', 'a'))",
        "TEXT.startswith('c')",
        "TEXT.lower().endswith(TEXT)",
        "(format(TEXT) == 'centre')",
        "(mentor.person.grade is None)",
        "any(x == 'chess' for x in SET)",
        "(mentor.person.points == 1.5)",
        "(mentee.person.points == True)",
        "(mentor.person.deputy.grade > 5)",
        "(mentee.person.deputy.id == mentor.person.id)",
        "(MARKS.get('physics', 0) > 3)",
    ],
    "text": ["TEXT.upper()", "(TEXT + TEXT)", "str(NUMBER)"],
    "set": ["frozenset(x for x in SET)", "SET.union(SET)", "(SET ^ SET)"],
    "marks": [],
}
"""What columns cannot do, so that the rule is run on people."""

_KIND = re.compile(r"\b(NUMBER|TRUTH|TEXT|SET|MARKS)\b")


@st.composite
def expressions(draw: DrawFn, kind: str, *, branching: bool = False, depth: int = 3) -> str:
    """Draw the text of an expression over ``mentor`` and ``mentee``."""
    inner = NODES[kind] + (BRANCHING[kind] if branching else [])
    source = draw(st.sampled_from(LEAVES[kind] + (inner if depth else [])))
    return _KIND.sub(
        lambda found: draw(expressions(found[1].lower(), branching=branching, depth=depth - 1)),
        source,
    )


def filled(template: str, most: int | None = None) -> list[str]:
    """Return the template with every combination of leaves, or of some of each kind."""
    kinds = _KIND.findall(template)
    combinations = product(
        *(LEAVES[kind.lower()][:: 1 if most is None else most] for kind in kinds)
    )
    return [_with(template, leaves) for leaves in combinations]


def _with(template: str, leaves: tuple[str, ...]) -> str:
    rest = iter(leaves)
    return _KIND.sub(lambda _: next(rest), template)


def requirement(source: str, unknown: Unknown = Unknown.REFUSES) -> Asked:
    """Make a requirement of the text of an expression."""
    return Asked(ask=_read(source), unknown=unknown, id="asked")


def preference(source: str) -> Valued:
    """Make a preference of the text of an expression."""
    return Valued(value=_read(source))


def _read(source: str) -> Ask:
    words = {name: getattr(rules, name) for name in rules.__all__}
    words |= {"Position": Position, "Level": Level}
    node: Ask = eval(f"lambda mentor, mentee: {source}", words)
    return node
