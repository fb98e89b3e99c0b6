"""What to do next, said where a plan was just made."""

from helpers.rounds import small
from helpers.town import PLAN
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match
from nastavnik.report import next_steps

READY = {"agreed": True, "guardian_agreed": True}


def school(*, trained: bool | None = None, consent: bool | None = True) -> Cohort:
    """Return two mentees for one mentor, of whom training may not be stated."""
    mentor = Mentor(
        Pupil("a", organisation="s", grade=10, age=16, data_consent=True, qualities={"volunteer"}),
        trained=trained,
        **READY,
    )
    mentees = [
        Mentee(
            Pupil(name, organisation="s", grade=7, age=13, data_consent=consent),
            category="active",
            **READY,
        )
        for name in ("b", "c")
    ]
    return Cohort(mentors=[mentor], mentees=mentees)


def test_obstacle_remedy_and_commands() -> None:
    """In this order, and the folder stands in the commands as it is to be typed."""
    plan = match(school())
    said = next_steps(plan, TARGET_MODEL, "ru", remedies=plan.remedies(), folder="мой план")
    assert said.lines == (
        "Почему наставляемые остались без наставника (чаще всего):",
        "  У наставника не отмечено обучение – всего 2 наставляемых.",
        "Самое простое, что поможет (сначала выясните, так ли это):",
        "  Если обучение наставника a пройдено, отметьте это. Тогда наставника получит ещё 1 наставляемый.",
        "Все советы:",
        '  nastavnik advise "мой план"',
        "Почему нет наставника у одного из них:",
        '  nastavnik explain "мой план" b',
    )


def test_what_is_the_mentees_own_is_counted_alone() -> None:
    """While a consent is missing, nothing else is named as in the way; it is asked for, not ticked."""
    plan = match(school(consent=None))
    said = next_steps(plan, TARGET_MODEL, "en", remedies=plan.remedies()).lines
    assert said[1] == "  The consent to handle the data of the mentee is not noted – 2 mentees."
    assert len(said) == 2  # the training is not stated either, so that consent alone brings nothing
    plan = match(school(trained=True, consent=None))
    said = next_steps(plan, TARGET_MODEL, "en", remedies=plan.remedies()).lines
    assert any(line.startswith("  Ask for the data consent of mentee b;") for line in said)


def test_places_are_an_obstacle_too() -> None:
    """Whoever is left out because the places ran out is counted so, and no rule is named."""
    _, plan = small()
    said = next_steps(plan, TARGET_MODEL, "en").lines
    assert any("places of suitable mentors ran out for" in line for line in said)


def test_nothing_where_everybody_has_a_mentor() -> None:
    """No steps, no commands."""
    cohort = school(trained=True)
    plan = match(Cohort(mentors=cohort.mentors, mentees=cohort.mentees[:1]))
    assert next_steps(plan, TARGET_MODEL, "ru", folder="x").lines == ()
    assert plan.remedies() == ()


def test_remedies_are_the_beginning_of_advice() -> None:
    """What costs least, and no more than is asked for."""
    plan = match(school())
    assert plan.remedies() == plan.advice(profiles=[])[:1]
    assert all(one.cost == 0 for one in PLAN.remedies(most=1))
