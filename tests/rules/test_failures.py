"""What is said when a requirement fails: short, in both languages, with its numbers; never the rule itself."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from attrs import frozen

from helpers.languages import right_language
from helpers.whole_model import WITH_LOCAL
from nastavnik import Requirement, RuleError, Text
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.rules import Failure, Side
from nastavnik.rules.catalogue import (
    GradeGap,
    GuardianAgreed,
    OldEnough,
)
from nastavnik.rules.catalogue import failures as catalogue
from nastavnik.rules.catalogue.ready import READY

MOST = 70
"""Characters of a cause; with a number of mentors behind it, it still stands in one printed line."""

MOST_REMEDY = 60
"""Characters of a remedy, which has a longer clause behind it."""


@frozen(kw_only=True)
class Nothing(Requirement):
    """A rule of one's own that says nothing of its failing."""

    id: str = "nothing"
    sentence: Text = Text(en="They share a language.", ru="Есть общий язык.")

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002
        """Never."""
        return False


def requirements() -> Iterator[Requirement]:
    """Yield every requirement of the target model and of the local form, as role models ask it."""
    for form, role_model in WITH_LOCAL.ways:
        yield from WITH_LOCAL.requirements_of(form, role_model)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_requirement_says_shortly_what_failed_and_what_helps(language: Language) -> None:
    """Two sentences and a remedy in the language, filled in, without a full stop; none is the rule's own sentence."""
    for rule in requirements():
        assert rule.failure is not None, rule.id
        assert rule.remedy is not None, rule.id
        broken, missing = (rule.failing(unknown=unknown)[language] for unknown in (False, True))
        remedy = rule.remedy[language]
        for said, most in ((broken, MOST), (missing, MOST), (remedy, MOST_REMEDY)):
            assert 5 < len(said) <= most, said
            assert right_language(said, language), said
            assert said[0].isupper()
            assert not said.endswith(".")
            assert "{" not in said
            assert said != rule.text[language].rstrip(".")


def test_every_text_of_the_catalogue_is_used() -> None:
    """No failure is written for a rule that does not say it, in the model or where a school takes it in."""
    used = [rule.failure for rule in requirements()]
    used += [
        getattr(attrs.fields_dict(kind).get("failure"), "default", None) for kind in READY.values()
    ]
    unused = [name for name in catalogue.__all__ if getattr(catalogue, name) not in used]
    assert unused == []


def test_the_numbers_and_the_side_are_those_of_the_rule() -> None:
    """Another parameter is said; a side stands in the genitive where the Russian sentence asks for it."""
    assert "нужно не меньше 3" in GradeGap(at_least=3).failing()["ru"]
    assert GuardianAgreed(side=Side.MENTOR).failing()["ru"] == "У наставника нет согласия родителей"
    assert "12" in OldEnough(years=12).failing(unknown=True)["en"]


def test_a_rule_of_ones_own_needs_none() -> None:
    """It is said that its sentence does not hold; there is no remedy."""
    rule = Nothing()
    assert rule.failing() == Text(
        en="Not met: «They share a language»", ru="Не выполнено условие «Есть общий язык»"
    )
    assert rule.failing(unknown=True)["ru"] == (
        "Не хватает сведений, чтобы проверить условие «Есть общий язык»"
    )
    assert rule.for_participants() is None
    assert rule.remedy is None
    told = Nothing(failure=Failure(broken=Text(en="No language", ru="Нет языка")))
    assert told.failing(unknown=True) == Text(en="No language", ru="Нет языка")
    assert told.remedy is None


def test_what_is_said_changes_no_digest() -> None:
    """It is no parameter: a plan made under a rule stays proven when the rule is said otherwise."""
    assert "failure" not in GradeGap().parameters
    assert GradeGap(failure=None).parameters == GradeGap().parameters


@pytest.mark.parametrize(
    "failure",
    [
        "no failure",
        Failure(broken=Text(en="{nonsense}", ru="Нет")),
        Failure(broken=Text(en="No", ru="Нет"), remedy=Text(en="{", ru="Да")),
    ],
)
def test_what_cannot_be_said_is_refused(failure: Any) -> None:
    """A failure of another type, or one that names a parameter that is none."""
    with pytest.raises(RuleError, match="failure"):
        Nothing(failure=failure)
