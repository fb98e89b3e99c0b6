"""Whom the target model opens a door, and by which role model: signs, ties, newcomers, readings (S8 to S12)."""

from typing import Any

import pytest

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.json import record_to_json
from nastavnik.methodology import Methodology
from nastavnik.programme.evidence import Chosen
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor
from nastavnik.report import in_words
from nastavnik.rules.evaluation import judge

FORM = TARGET_MODEL.form("pupil-pupil")
WILLING: dict[str, Any] = {"agreed": True, "guardian_agreed": True}
SIGNS = {category.id: [one.id for one in category.indicators] for category in FORM.categories}


def a_mentor(*, subjects: Any = (), **person: Any) -> Mentor:
    """Return a leader of grade 10 who is strong in physics."""
    facts = {"marks": {"physics": 5}, "interests": {"chess"}, **person}
    pupil = Pupil(
        "a",
        grade=10,
        age=16,
        organisation="school",
        qualities={"organiser"},
        data_consent=True,
        **facts,
    )
    return Mentor(pupil, trained=True, subjects=subjects, **WILLING)


def a_mentee(marks: Any = None, interests: Any = (), **more: Any) -> Mentee:
    """Return a pupil of grade 7."""
    pupil = Pupil(
        "b",
        grade=7,
        age=13,
        organisation="school",
        data_consent=True,
        marks=marks,
        interests=interests,
    )
    return Mentee(pupil, **WILLING, **more)


def role_model_of(
    mentee: Mentee, mentor: Mentor | None = None, methodology: Methodology = TARGET_MODEL
) -> str | None:
    """Return by which role model the two become a pair, or None for no pair."""
    plan = match(Cohort(mentees=[mentee], mentors=[mentor or a_mentor()]), methodology)
    return plan.pairs[0].role_model if plan.pairs else None


def admitting(mentee: Mentee, methodology: Methodology) -> set[str]:
    """Return the role models of pupil–pupil that admit the pair, rule by rule."""
    form, mentor = methodology.form("pupil-pupil"), a_mentor(interests={"chess"})
    return {
        one.id
        for one in form.role_models
        if all(judge(r, mentor, mentee).holds for r in methodology.requirements_of(form, one))
    }


class TestSigns:
    """S8 and S10: by what a category is recognised, each sign by itself."""

    def test_the_signs_are_those_of_the_text(self) -> None:
        """S8 names five, results and behaviour in one breath; S10 names three."""
        assert SIGNS == {
            "passive": [
                "socially-disoriented",
                "fails-in-learning",
                "trouble-by-behaviour",
                "stays-away",
                "keeps-apart",
            ],
            "active": ["keen-on-a-subject", "wants-to-learn-more", "projects-of-their-own"],
        }

    @pytest.mark.parametrize("marks", [None, {}, {"physics": 4}, {"physics": 2}, {"art": 2}])
    @pytest.mark.parametrize("reading", ["founding", "widened", "unbound"])
    @pytest.mark.parametrize("sign", [*SIGNS["passive"], *SIGNS["active"]])
    def test_each_sign_alone_opens_a_role_model(
        self, sign: str, reading: str, marks: dict[str, int] | None
    ) -> None:
        """Whatever the marks, and with none; no category is stated."""
        mentee = a_mentee(marks, signs={sign})
        assert role_model_of(mentee, methodology=TARGET_MODEL.read_as(reading)) is not None

    @pytest.mark.parametrize(
        ("category", "role_model"),
        [("passive", "achiever-underachiever"), ("active", "leader-passive")],
    )
    def test_a_category_follows_from_its_signs(self, category: str, role_model: str) -> None:
        """Each alone, and all together, as if it were stated; the evidence says that it follows."""
        for signs in (*({one} for one in SIGNS[category]), set(SIGNS[category])):
            plan = match(Cohort(mentees=[a_mentee(signs=signs)], mentors=[a_mentor()]))
            evidence = plan.explain("b")
            assert isinstance(evidence, Chosen)
            assert (evidence.role_model, evidence.category) == (role_model, category)
        stated = match(Cohort(mentees=[a_mentee(category=category)], mentors=[a_mentor()]))
        evidence = stated.explain("b")
        assert isinstance(evidence, Chosen)
        assert (evidence.role_model, evidence.category) == (role_model, None)

    def test_a_stated_category_holds_against_the_signs(self) -> None:
        """The coordinator has looked and decided."""
        mentee = a_mentee(category="active", signs=set(SIGNS["passive"]))
        assert role_model_of(mentee) == "leader-passive"

    def test_signs_of_both_leave_it_open(self) -> None:
        """Nobody guesses; the reason is that the category is not known."""
        mentee = a_mentee(interests={"chess"}, signs={"keeps-apart", "keen-on-a-subject"})
        plan = match(Cohort(mentees=[mentee], mentors=[a_mentor()]))
        reason = plan.explain("b")
        assert isinstance(reason, NoAdmissibleMentor)
        (only,) = reason.obstacles
        assert (only.rule, only.alone, only.unknown) == ("category-served", 1, 1)
        form = TARGET_MODEL.form("pupil-pupil")
        for one in form.role_models:
            (rule,) = [
                r for r in TARGET_MODEL.requirements_of(form, one) if r.id == "category-served"
            ]
            assert not judge(rule, a_mentor(), mentee).decided
        assert role_model_of(mentee, methodology=TARGET_MODEL.read_as("unbound")) is not None


class TestTies:
    """S10, S11: who shares a pursuit is a peer; who asks for adaptation, climate or peace gets a leader."""

    @pytest.mark.parametrize(
        ("tasks", "shared", "role_model"),
        [
            ((), True, "peer-peer"),
            (("potential-and-results",), True, "peer-peer"),
            (("club-attendance",), True, "peer-peer"),
            (("newcomer-adaptation",), True, "leader-passive"),
            (("favourable-climate",), True, "leader-passive"),
            (("fewer-complaints",), True, "leader-passive"),
            (("favourable-climate", "fewer-complaints"), True, "leader-passive"),
            ((), False, "leader-passive"),
            (("club-attendance",), False, "leader-passive"),
        ],
    )
    def test_what_is_asked_for_goes_before_what_is_shared(
        self,
        tasks: tuple[str, ...],
        shared: bool,
        role_model: str,
    ) -> None:
        """A subject and interests in common, as many as give all points, or none."""
        pursuits = {"chess", "go", "robots"} if shared else {"ballet"}
        mentor = a_mentor(interests={"chess", "go", "robots"}, subjects={"physics"})
        mentee = a_mentee(
            interests=pursuits,
            category="active",
            subjects={"physics"} if shared else set(),
            tasks=tasks,
        )
        assert role_model_of(mentee, mentor) == role_model


class TestNewcomers:
    """S12 (b): who came from another school is served, whatever the category and without one."""

    @pytest.mark.parametrize("category", [None, "passive", "active"])
    def test_a_newcomer_goes_to_a_leader(self, category: str | None) -> None:
        """Nothing else is asked for; a common pursuit makes no peers of them."""
        mentee = a_mentee(interests={"chess"}, category=category, newcomer_since="2026-09-01")
        assert role_model_of(mentee) == "leader-passive"

    def test_what_else_a_newcomer_asks_for_goes_first(self) -> None:
        """Clubs with a peer, help in a weak subject with an achiever."""
        arrived = {"newcomer_since": "2026-09-01"}
        clubs = a_mentee(
            interests={"chess"}, category="active", tasks={"club-attendance"}, **arrived
        )
        weak = a_mentee({"physics": 2}, category="passive", subjects={"physics"}, **arrived)
        assert role_model_of(clubs) == "peer-peer"
        assert role_model_of(weak) == "achiever-underachiever"

    def test_without_category_signs_and_arrival_nobody_and_it_is_said_why(self) -> None:
        """In both languages, with what can be noted."""
        plan = match(Cohort(mentees=[a_mentee()], mentors=[a_mentor()]))
        assert not plan.pairs
        (rule,) = [
            r
            for r in TARGET_MODEL.requirements_of(FORM, FORM.role_model("leader-passive"))
            if r.id == "category-served"
        ]
        assert (
            rule.failing(unknown=True)["ru"]
            == "Не указана категория, и по признакам её не определить"
        )
        assert rule.remedy is not None
        assert "признаки" in rule.remedy["ru"]
        assert "дату прихода" in rule.remedy["ru"]


class TestReadings:
    """Three readings of S9 and S11: each one call."""

    @pytest.mark.parametrize(
        ("reading", "category", "expected"),
        [
            ("founding", "passive", {"achiever-underachiever"}),
            ("founding", "active", {"leader-passive", "peer-peer"}),
            ("widened", "passive", {"achiever-underachiever", "leader-passive"}),
            ("widened", "active", {"leader-passive", "peer-peer"}),
            ("unbound", "passive", {"achiever-underachiever", "leader-passive", "peer-peer"}),
            ("unbound", "active", {"achiever-underachiever", "leader-passive", "peer-peer"}),
            ("unbound", None, {"achiever-underachiever", "leader-passive", "peer-peer"}),
            ("founding", None, set()),
        ],
    )
    def test_what_each_category_may_get(
        self, reading: str, category: str | None, expected: set[str]
    ) -> None:
        """With a common pursuit and no subject asked for, so that nothing but the binding decides."""
        mentee = a_mentee(interests={"chess"}, category=category)
        assert admitting(mentee, TARGET_MODEL.read_as(reading)) == expected

    def test_the_default_is_the_founding_one(self) -> None:
        """Reading it so changes nothing, whatever was read before."""
        assert TARGET_MODEL.read_as("founding") == TARGET_MODEL
        assert TARGET_MODEL.read_as("unbound").read_as("founding") == TARGET_MODEL
        assert TARGET_MODEL.read_as("unbound").read_as("founding").changes.reading == "founding"

    def test_any_single_role_model_can_be_bound_otherwise(self) -> None:
        """One call, noted as a change; widening by hand is the widened reading."""
        ours = TARGET_MODEL.with_binding("pupil-pupil", "leader-passive", {"active", "passive"})
        widened = TARGET_MODEL.read_as("widened")
        bound = [{one.id: one.categories for _, one in m.ways} for m in (ours, widened)]
        assert bound[0] == bound[1]
        assert TARGET_MODEL.changed(ours.changes) == ours
        assert admitting(a_mentee(category="passive"), ours) == {
            "achiever-underachiever",
            "leader-passive",
        }


class TestWhatIsTold:
    """Signs are for the coordinator alone."""

    @pytest.mark.parametrize("signs", [{"keeps-apart"}, {"keeps-apart", "keen-on-a-subject"}])
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_participant_reads_of_signs(self, signs: set[str], language: Language) -> None:
        """Neither whose they are nor the mentor, paired or not; the coordinator reads what follows from them."""
        mentee = a_mentee(interests={"chess"}, signs=signs, newcomer_since=None)
        plan = match(Cohort(mentees=[mentee], mentors=[a_mentor()]))
        told: list[Any] = [
            plan.explain("b", audience="participant"),
            plan.explain("b", "a", audience="participant"),
            plan.explain_mentor("a", audience="participant"),
        ]
        said = [record_to_json(one) for one in told]
        said += [str(in_words(one, TARGET_MODEL, language)) for one in told]
        titles = [one.title[language] for one in TARGET_MODEL.signs_for(mentee.person.position)]
        hidden = {*signs, *titles, "signs", "признак"}
        assert not [(word, text) for word in hidden for text in said if word in text]
        coordinator = str(in_words(plan.explain("b"), TARGET_MODEL, language))
        by_signs = {"en": "by the signs noted", "ru": "по отмеченным признакам"}[language]
        assert (by_signs in coordinator) is bool(plan.pairs)
