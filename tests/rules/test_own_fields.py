"""Rules on fields of one's own: a pair that may be, one that may not, what unknown means, and columns that agree."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.both_ways import agrees
from helpers.built_in import never_made_in
from helpers.own_rules import Asked
from helpers.roles import in_roles
from helpers.sizes import examples
from nastavnik import Cohort, Mentee, Mentor, Pupil, Requirement, RuleError, Text
from nastavnik.people.columns import RoleFacts
from nastavnik.rules import Unknown, extra, extra_ids, known, names, no, one_of
from nastavnik.rules.catalogue import own_fields
from nastavnik.rules.catalogue.own_fields import (
    AskedValue,
    DifferentValue,
    NotLastYear,
    SameValue,
)
from nastavnik.rules.evaluation import Reads, Table, Verdict, judge
from nastavnik.testing import check_rule
from nastavnik.testing.strategies import cohorts


def said(rule: Requirement, mentor: dict[str, str], mentee: dict[str, str]) -> Verdict:
    """Return what the rule says of mentor «a» and mentee «b» with these fields, of whom columns say the same."""
    two = in_roles(Pupil("a", extra=mentor), Pupil("b", extra=mentee))
    verdict = judge(rule, *two)
    assert Table([two[1]], [two[0]]).holds(rule).tolist() == [[verdict.holds]]
    return verdict


def allows(rule: Requirement, mentor: dict[str, str], mentee: dict[str, str]) -> bool:
    """Return whether the rule lets the two through on facts alone."""
    verdict = said(rule, mentor, mentee)
    assert verdict.decided
    return verdict.holds


def test_every_rule_of_the_module_is_tested_here() -> None:
    assert never_made_in(__file__, own_fields) == []


def test_the_same_value_where_the_mentee_asks_for_it() -> None:
    rule = SameValue(field="пол", asked_by="того же пола")
    asking = {"пол": "ж", "того же пола": "Да"}
    assert allows(rule, {"пол": "Ж"}, asking)
    assert not allows(rule, {"пол": "м"}, asking)
    for answer in ({"того же пола": "нет"}, {}, {"того же пола": "всё равно"}):
        assert allows(rule, {"пол": "м"}, {"пол": "ж", **answer})
        assert allows(rule, {}, answer)


def test_the_same_value_is_not_known_where_one_has_none() -> None:
    rule = SameValue(field="пол", asked_by="того же пола")
    for mentor, mentee in (({}, {"пол": "ж"}), ({"пол": "ж"}, {})):
        assert said(rule, mentor, {**mentee, "того же пола": "да"}) == Verdict(
            holds=False,
            decided=False,
            facts=(
                "mentee.person.extra.пол",
                "mentee.person.extra.того же пола",
                "mentor.person.extra.пол",
            ),
        )


def test_the_same_value_of_every_pair_or_by_another_word() -> None:
    every = SameValue(field="улица")
    assert allows(every, {"улица": "Лесная"}, {"улица": "лесная"})
    assert not allows(every, {"улица": "Лесная"}, {"улица": "Садовая"})
    worded = SameValue(field="пол", asked_by="просит", asked_as={"Такого же пола"})
    assert not allows(worded, {"пол": "м"}, {"пол": "ж", "просит": "такого же  пола"})
    assert allows(worded, {"пол": "м"}, {"пол": "ж", "просит": "да"})


def test_what_the_mentee_asks_for() -> None:
    rule = AskedValue(field="пол", asked_by="пол наставника")
    assert allows(rule, {"пол": "м"}, {"пол наставника": "М"})
    assert not allows(rule, {"пол": "ж"}, {"пол наставника": "м"})
    assert allows(rule, {"пол": "ж"}, {})
    assert allows(rule, {}, {})
    assert not said(rule, {}, {"пол наставника": "м"}).decided


def test_a_different_value() -> None:
    rule = DifferentValue(field="команда")
    assert allows(rule, {"команда": "Синие"}, {"команда": "Красные"})
    assert not allows(rule, {"команда": "Красные"}, {"команда": "красные"})
    assert said(rule, {}, {"команда": "Красные"}).holds
    strict = DifferentValue(field="команда", unknown=Unknown.REFUSES)
    assert not said(strict, {}, {"команда": "Красные"}).holds


def test_last_years_pair_not_again() -> None:
    by_mentee = NotLastYear(mentors_in="был наставник")
    assert not allows(by_mentee, {}, {"был наставник": "c; a"})
    assert allows(by_mentee, {}, {"был наставник": "A"}), "ids are compared as they are written"
    assert allows(by_mentee, {}, {})
    by_mentor = NotLastYear(mentees_in="вёл")
    assert not allows(by_mentor, {"вел": "b"}, {})
    assert allows(by_mentor, {"вёл": "c"}, {})
    either = NotLastYear(mentors_in="был наставник", mentees_in="вёл")
    assert not allows(either, {"вёл": "b"}, {"был наставник": "c"})
    assert not allows(either, {}, {"был наставник": "a"})


def test_rules_without_a_field_are_refused() -> None:
    wrong: list[Any] = [
        lambda: SameValue(field=""),
        lambda: SameValue(field=5),  # type: ignore[arg-type]
        lambda: SameValue(field="пол", asked_as=()),
        lambda: AskedValue(field="пол", asked_by=""),
        lambda: DifferentValue(field=" "),
        NotLastYear,
    ]
    for make in wrong:
        with pytest.raises(RuleError, match="rule '"):
            make()


@settings(max_examples=examples(25))
@given(cohort=cohorts(min_mentees=1, max_mentees=5, min_mentors=1, max_mentors=5))
def test_columns_agree_whatever_is_known(cohort: Cohort) -> None:
    for rule in (
        SameValue(field="пол", asked_by="same gender"),
        SameValue(field="пол"),
        AskedValue(field="пол", asked_by="same gender"),
        DifferentValue(field="пол"),
        NotLastYear(mentors_in="last mentors", mentees_in="last mentors"),
    ):
        check_rule(rule, cohort, on_columns=True)


ASKING = (
    lambda m, n: extra(m.person, "пол") == extra(n.person, "Пол"),
    lambda m, n: extra(m.person, "пол") == "Ж" or bool(known(extra(n.person, "пол"))),
    lambda m, n: one_of(extra(m.person, "same gender"), {"yes"}) | no(known(extra(n.person, "x"))),
    lambda m, n: no(names(extra_ids(m.person, "last mentors"), n)),
    lambda _, n: "a" in extra_ids(n.person, "last mentors"),
)


@pytest.mark.parametrize("ask", ASKING)
@settings(max_examples=examples(15))
@given(cohort=cohorts(min_mentees=1, max_mentees=4, min_mentors=1, max_mentors=4))
def test_the_words_mean_the_same_on_columns(ask: Any, cohort: Cohort) -> None:
    """Run on columns or, where a rule branches, on one pair of each kind."""
    agrees(Asked(ask=ask), (list(cohort.mentees), list(cohort.mentors)))


def test_a_rule_reads_just_the_fields_that_it_names() -> None:
    people = [Mentee(Pupil("b", extra={"пол": "ж", "last": "a"}))], [Mentor(Pupil("a"))]
    table = Table(*people)
    assert table.reads(SameValue(field="пол")) == Reads(
        mentor=frozenset({("person", "extra", "пол")}),
        mentee=frozenset({("person", "extra", "пол")}),
    )
    of_ids = table.reads(NotLastYear(mentors_in="last"))
    assert of_ids.mentee == {("person", "extra", "last", "ids")}
    assert of_ids.singled == {"a"}


def test_equal_fields_are_a_key_by_which_a_round_falls_apart() -> None:
    people = [Mentee(Pupil("b", extra={"пол": "ж"}))], [Mentor(Pupil("a", extra={"пол": "ж"}))]
    way = ("person", "extra", "пол")
    assert Table(*people).reads(SameValue(field="пол")).keys == ((way, way),)


@pytest.mark.parametrize(
    "ask",
    [lambda m, n: m.person.extra == n.person.extra, lambda m, _: m.person.extra["пол"] == "ж"],
)
def test_all_fields_at_once_are_no_fact(ask: Any) -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Pupil("a"))]
    with pytest.raises(RuleError, match="rule 'asked' on mentor 'a' and mentee 'b' failed"):
        judge(Asked(ask=ask), crowd[1][0], crowd[0][0])


def test_facts_of_everybody_are_those_of_each() -> None:
    people = [Mentee(Pupil("b", extra={"кто": "t1, t2"})), Mentee(Pupil("c"))]
    facts = RoleFacts(people, side="mentee")
    assert facts.field(("person", "extra", "кто")).values == ("t1, t2", None)
    assert facts.field(("person", "extra", "кто", "ids")).values == ({"t1", "t2"}, None)
    assert not facts.leads_to_person(("person", "extra", "кто"))
    assert facts.part(slice(1, 2)).field(("person", "extra", "кто")).codes.tolist() == [1]


@settings(max_examples=examples(20))
@given(st.sampled_from(["Пол", "пол", " ПОЛ "]))
def test_names_of_fields_are_compared_as_words(name: str) -> None:
    assert extra(Pupil("a", extra={name: "Ж"}), "пОл") == "ж"
    rule = SameValue(field=name, sentence=Text(en="{field}", ru="{field}"))
    assert allows(rule, {"пол": "ж"}, {"пол": "ж"})
