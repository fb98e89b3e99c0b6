"""`match`: what every plan must be, whoever the people are."""

from functools import partial
from random import Random
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import pupils
from helpers.cohorts import shuffled
from helpers.crowds import check_crowds
from helpers.flow import largest_flow
from helpers.pupils import WILLING
from helpers.sizes import examples
from helpers.worth import ways_of
from nastavnik import (
    TARGET_MODEL,
    Cohort,
    InvalidInputError,
    MatchingPlan,
    Mentee,
    Mentor,
    Methodology,
    match,
)
from nastavnik.exchange.json import plan_to_json
from nastavnik.matching.match import Progress
from nastavnik.people import Professional, Pupil, Student, Teacher
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.round import invented_town
from nastavnik.rules.catalogue.pairing import GradeGap
from nastavnik.rules.catalogue.preferences import SamePlace
from nastavnik.testing.strategies import cohorts

COHORTS = cohorts(max_mentees=8, max_mentors=6, willing=True)
ANYBODY = cohorts(max_mentees=6, max_mentors=5)


class TestEveryPlan:
    """What holds for every plan of every cohort."""

    @given(ANYBODY)
    def test_everyone_stands_in_it_once(self, cohort: Cohort) -> None:
        """Pairs and unmatched together cover every mentee exactly once, in id order."""
        plan = match(cohort)
        everyone = [p.mentee for p in plan.pairs] + [u.mentee for u in plan.unmatched]
        assert sorted(everyone) == [mentee.id for mentee in cohort.mentees]
        assert [p.mentee for p in plan.pairs] == sorted(p.mentee for p in plan.pairs)

    @given(COHORTS)
    def test_no_rule_is_broken(self, cohort: Cohort) -> None:
        """Each pair satisfies all requirements of its form and role model, which serve it best."""
        for pair in match(cohort).pairs:
            ways = ways_of(cohort.mentor(pair.mentor), cohort.mentee(pair.mentee))
            assert ways[pair.form, pair.role_model] == pair.score == max(ways.values())

    @given(COHORTS)
    def test_nobody_has_more_mentees_than_places(self, cohort: Cohort) -> None:
        """A mentor's places are shared by all forms."""
        plan = match(cohort)
        for mentor in cohort.mentors:
            assert len(plan.pairs_of(mentor.id)) <= mentor.capacity

    @given(COHORTS)
    def test_as_many_as_an_independent_flow(self, cohort: Cohort) -> None:
        """No plan could match more, says a maximum flow that this project did not write."""
        pairs = [
            (mentee.id, mentor.id)
            for mentee in cohort.mentees
            for mentor in cohort.mentors
            if ways_of(mentor, mentee)
        ]
        places = {mentor.id: mentor.capacity for mentor in cohort.mentors}
        assert match(cohort).matched == largest_flow(pairs, places)

    @given(COHORTS, st.randoms(use_true_random=False), st.integers(0, 3))
    def test_order_of_the_input_does_not_matter(
        self, cohort: Cohort, random: Random, seed: int
    ) -> None:
        """The same people in another order give the same plan, byte for byte."""
        again = match(shuffled(cohort, random), seed=seed)
        assert plan_to_json(again) == plan_to_json(match(cohort, seed=seed))

    @given(COHORTS, st.data())
    def test_one_more_mentor_never_lowers_coverage(
        self, cohort: Cohort, data: st.DataObject
    ) -> None:
        """Who joins as a mentor takes a place from nobody."""
        if not cohort.mentors:
            return
        twin = data.draw(st.sampled_from(cohort.mentors))
        new = attrs.evolve(
            twin, person=attrs.evolve(twin.person, id="newcomer"), choices=(), refusals=()
        )
        grown = attrs.evolve(cohort, mentors=(*cohort.mentors, new))
        assert match(grown).matched >= match(cohort).matched

    @given(ANYBODY)
    def test_points_add_up(self, cohort: Cohort) -> None:
        """A pair's score is its points times the weights, the total the sum of the scores."""
        plan = match(cohort)
        assert plan.total == sum(pair.score for pair in plan.pairs)
        for pair in plan.pairs:
            form = TARGET_MODEL.form(pair.form)
            rules = TARGET_MODEL.preferences_of(form, form.role_model(pair.role_model))
            assert pair.score == sum(rule.weight * pair.points[rule.id] for rule in rules)


class TestReasons:
    """Everybody left out has a reason, and it is true."""

    @settings(max_examples=examples(30))
    @given(ANYBODY)
    def test_who_alone_stood_in_the_way(self, cohort: Cohort) -> None:
        """Take out the rule, and exactly as many mentors become admissible as it says."""
        plan = match(cohort)
        for left in plan.unmatched:
            if not isinstance(left.reason, NoAdmissibleMentor):
                continue
            row = [m.id for m in cohort.mentees].index(left.mentee)
            for obstacle in left.reason.obstacles:
                if obstacle.rule == "category-served":
                    relaxed = TARGET_MODEL.read_as("unbound")
                else:
                    relaxed = TARGET_MODEL.without_rule(obstacle.rule)
                mentee = cohort.mentees[row]
                admissible = sum(bool(ways_of(m, mentee, relaxed)) for m in cohort.mentors)
                assert admissible == obstacle.alone, obstacle

    @given(ANYBODY)
    def test_a_decisive_obstacle_keeps_everybody_away(self, cohort: Cohort) -> None:
        """With a decisive obstacle no other rule taken out makes anybody admissible."""
        for left in match(cohort).unmatched:
            if isinstance(left.reason, NoAdmissibleMentor):
                decisive = [o.rule for o in left.reason.obstacles if o.decisive]
                for obstacle in left.reason.obstacles:
                    assert not obstacle.alone or not decisive or [obstacle.rule] == decisive

    @given(COHORTS)
    def test_a_crowd_is_one_more_than_its_places_and_no_one_can_be_spared(
        self, cohort: Cohort
    ) -> None:
        """Those named hold all places and can go nowhere else; without anybody of them all others have a place."""
        fitting = {
            (mentor.id, mentee.id)
            for mentor in cohort.mentors
            for mentee in cohort.mentees
            if ways_of(mentor, mentee)
        }
        check_crowds(match(cohort), fitting)

    @given(COHORTS)
    def test_reason_fits_the_case(self, cohort: Cohort) -> None:
        """Crowded out are exactly those unmatched who have an admissible mentor."""
        for left in match(cohort).unmatched:
            mentee = cohort.mentee(left.mentee)
            has_some = any(ways_of(mentor, mentee) for mentor in cohort.mentors)
            assert isinstance(left.reason, CrowdedOut) == has_some

    def test_a_form_without_mentors_may_still_help(self) -> None:
        """What one form asks of the mentee is not decisive while another form may find a mentor."""
        child = Pupil("p", grade=5, age=11, organisation="s", data_consent=True)
        worker = Mentor(
            Professional("w", experience=9, data_consent=True),
            agreed=True,
            trained=True,
            cleared=True,
        )
        cohort = Cohort(mentees=[Mentee(child, category="passive", **WILLING)], mentors=[worker])
        reason = match(cohort).unmatched[0].reason
        assert isinstance(reason, NoAdmissibleMentor)
        assert {o.rule for o in reason.obstacles} >= {"mentee-grade-from"}
        assert not any(o.decisive for o in reason.obstacles)

    def test_unknown_is_not_reported_as_no(self) -> None:
        """A consent nobody asked for counts as unknown, a refused one does not."""
        for consent, unknown in ((None, 1), (False, 0)):
            art: dict[str, Any] = {"organisation": "school-1", "subjects": {"art"}}
            teacher = Teacher("t", experience=1, data_consent=consent, **art)
            mentor = Mentor(
                Teacher("u", experience=9, data_consent=True, **art), agreed=True, trained=True
            )
            cohort = Cohort(
                mentees=[Mentee(teacher, category="novice", agreed=True)], mentors=[mentor]
            )
            reason = match(cohort).unmatched[0].reason
            assert isinstance(reason, NoAdmissibleMentor)
            assert reason.obstacles[0].rule == "mentee-data-consent"
            assert (reason.obstacles[0].unknown, reason.obstacles[0].decisive) == (unknown, True)

    def test_no_mentor_of_a_fitting_position(self) -> None:
        """Where no form joins the positions, no mentor was considered."""
        cohort = Cohort(mentees=[Mentee(Student("s"))], mentors=[Mentor(Teacher("t"))])
        reason = match(cohort).unmatched[0].reason
        assert reason == NoAdmissibleMentor(considered=0, obstacles=())


class TestForms:
    """One call serves all forms at once."""

    def test_the_town_uses_all_five(self) -> None:
        """Every official form has pairs in the invented town."""
        plan = match(invented_town())
        assert {pair.form for pair in plan.pairs} == {form.id for form in TARGET_MODEL.forms}

    def test_places_are_shared_between_pupils_and_students(self) -> None:
        """A professional with one place takes the pupil or the student, not both."""
        professional = Professional("w", experience=10, data_consent=True)
        pupil = Pupil("p", grade=9, age=15, data_consent=True)
        student = Student("s", age=19, data_consent=True)
        mentor = Mentor(professional, agreed=True, trained=True, cleared=True)
        mentees = [Mentee(person, category="active", **WILLING) for person in (pupil, student)]
        assert match(Cohort(mentees=mentees, mentors=[mentor])).matched == 1
        both = attrs.evolve(mentor, capacity=2)
        plan = match(Cohort(mentees=mentees, mentors=[both]))
        assert {pair.form for pair in plan.pairs} == {"employer-pupil", "employer-student"}
        assert plan.groups == ()

    def test_one_person_may_be_mentor_and_mentee(self) -> None:
        """A student with a mentor from an enterprise may mentor a pupil, and nobody mentors themselves."""
        plan = match(invented_town())
        assert all(pair.mentor != pair.mentee for pair in plan.pairs)
        student = Student("s", age=19, data_consent=True)
        alone = Cohort(
            mentees=[Mentee(student, agreed=True)], mentors=[Mentor(student, agreed=True)]
        )
        assert match(alone).matched == 0

    def test_groups_gather_the_pairs_of_one_mentor(self) -> None:
        """A group lists just the mentees whose pairs name its mentor and form."""
        plan = match(invented_town())
        assert plan.groups
        for group in plan.groups:
            pairs = [p for p in plan.pairs_of(group.mentor) if p.form == group.form]
            assert tuple(pair.mentee for pair in pairs) == group.mentees
            assert len(pairs) > 1


class TestRoleModel:
    """A pair that several role models admit counts under one of them."""

    @staticmethod
    def chosen(rules: Methodology) -> str:
        """Return the role model of a pair that leader–passive and peer–peer both admit."""
        pupil = partial(
            Pupil, organisation="s", place="town", data_consent=True, interests={"chess"}
        )
        mentor = Mentor(
            pupil("a", grade=9, age=15, qualities={"volunteer"}),
            trained=True,
            **WILLING,
        )
        mentee = Mentee(pupil("b", grade=6, age=12), category="active", **WILLING)
        return match(Cohort(mentors=[mentor], mentees=[mentee]), rules).pairs[0].role_model

    @staticmethod
    def favouring(role_model: str) -> Methodology:
        """Return the target model with one point more for a role model."""
        extra = SamePlace(id="extra")
        return TARGET_MODEL.with_rule(extra, form="pupil-pupil", role_model=role_model)

    @staticmethod
    def equal() -> Methodology:
        """Return the target model without what tells the two role models apart."""
        return TARGET_MODEL.without_rule("shared-pursuit").without_rule("shared-pursuits")

    @pytest.mark.parametrize("role_model", ["leader-passive", "peer-peer"])
    def test_more_points_decide(self, role_model: str) -> None:
        """It counts under the role model that gives it more points."""
        assert self.chosen(self.favouring(role_model)) == role_model

    def test_among_equals_the_order_of_the_form_decides(self) -> None:
        """With equal points and as many requirements of its own, the first of the form is taken."""
        assert self.chosen(self.equal()) == "peer-peer"

    def test_among_equals_more_requirements_decide_first(self) -> None:
        """With equal points the role model that asks more of the pair is taken, wherever it stands."""
        asked = GradeGap(id="gap-of-leaders")
        asking = self.equal().with_rule(asked, form="pupil-pupil", role_model="leader-passive")
        assert self.chosen(asking) == "leader-passive"

    def test_who_shares_a_pursuit_is_a_peer(self) -> None:
        """S10 and S11, with the points and requirements of the target model."""
        assert self.chosen(TARGET_MODEL) == "peer-peer"


class TestCall:
    """What the caller sees."""

    def test_faults_under_the_methodology_come_all_at_once(self) -> None:
        """An unknown category, a category of another position and an unknown task: three faults."""
        mentees = [
            Mentee(Pupil("a"), category="pasive"),
            Mentee(Teacher("b"), category="passive"),
            Mentee(Pupil("c"), tasks={"fly"}),
        ]
        with pytest.raises(InvalidInputError) as caught:
            match(Cohort(mentees=mentees, mentors=[]))
        codes = [fault.code for fault in caught.value.faults]
        assert codes == ["unknown-category", "category-of-another-position", "unknown-task"]
        assert caught.value.faults[0].advice == "passive"

    def test_progress_goes_from_nothing_to_done(self) -> None:
        """Steps are told in order and end with all of them done."""
        told: list[Progress] = []
        match(invented_town(), progress=told.append)
        begun = [step.done for step in told if step.round == 0]
        assert begun == list(range(len(begun)))
        assert told[-1].stage == "done"
        assert told[-1].steps == told[-1].done
        assert all(step.done <= step.steps for step in told)

    def test_a_callback_can_stop_it(self) -> None:
        """What the callback raises reaches the caller."""

        def stop(step: Progress) -> None:
            if step.stage == "score":
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            match(invented_town(), progress=stop)

    def test_the_seed_changes_the_lot_and_nothing_else(self) -> None:
        """Other seeds, other winners among equals; coverage and total stay."""
        mentees = [pupils.mentee(f"m{k}") for k in range(3)]
        plans = [
            match(Cohort(mentees=mentees, mentors=[pupils.mentor("a")]), seed=s) for s in range(12)
        ]
        assert {(plan.matched, plan.total) for plan in plans} == {(1, plans[0].total)}
        assert {plan.pairs[0].mentee for plan in plans} == {"m0", "m1", "m2"}

    def test_nobody_at_all(self) -> None:
        """An empty round gives an empty plan."""
        plan = match(Cohort(mentees=[], mentors=[]))
        assert (plan.pairs, plan.unmatched, plan.total) == ((), (), 0)

    def test_unbound_reading_matches_at_least_as_many(self) -> None:
        """Without the binding of categories more pairs are admissible, never fewer."""
        town = invented_town()
        for mentee in town.mentees[::5]:
            for mentor in town.mentors[::5]:
                bound = ways_of(mentor, mentee).keys()
                assert bound <= ways_of(mentor, mentee, TARGET_MODEL.read_as("unbound")).keys()
        assert match(town, TARGET_MODEL.read_as("unbound")).matched >= match(town).matched

    def test_graph_has_everyone(self) -> None:
        """The NetworkX graph has a node for everybody and an edge for every pair."""
        town = invented_town()
        plan: MatchingPlan = match(town)
        graph = plan.graph()
        assert graph.number_of_nodes() == len(town.mentees) + len(town.mentors)
        assert graph.number_of_edges() == plan.matched
        assert nx.is_bipartite(graph)
