"""A school adds a requirement and a preference of its own; they work wherever the built-in ones do."""

from typing import Any

from attrs import frozen

from nastavnik import TARGET_MODEL, Preference, Requirement, Text, match, verify
from nastavnik.programme.round.town import invented_town
from nastavnik.report import explain_mentee
from nastavnik.rules import at_most, implies, overlap
from nastavnik.testing import check_rule


@frozen(kw_only=True)
class TwoCommonHours(Requirement):
    """Pupils of our schools meet twice a week, so a pair needs two common hours."""

    id: str = "two-common-hours"
    sentence: Text = Text(en="Common hours, at least {hours}.", ru="Общих часов не меньше {hours}.")
    hours: int = 2

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Return whether the two have enough hours in common."""
        minors = mentor.person.minor & mentee.person.minor
        return implies(minors, overlap(mentor.person.slots, mentee.person.slots) >= self.hours)


@frozen(kw_only=True)
class CloseInAge(Preference):
    """A mentor a little older is closer to the mentee's world: 25 points off for every grade apart."""

    id: str = "close-in-age"
    sentence: Text = Text(en="The mentor is close in age.", ru="Наставник близок по возрасту.")
    weight: int = 3

    def points(self, mentor: Any, mentee: Any) -> Any:
        """Return 100 points, less 25 for each grade between the two, down to 0."""
        return 100 - 25 * at_most(abs(mentor.person.grade - mentee.person.grade), 4)


own = TARGET_MODEL.with_rule(TwoCommonHours(), form="pupil-pupil").with_rule(CloseInAge())
cohort = invented_town()
for rule in (TwoCommonHours(), CloseInAge()):
    check_rule(rule, cohort)

before, after = match(cohort), match(cohort, own)
verify(after, cohort, own)
print(f"Matched under the target model: {before.matched} of {len(cohort.mentees)}")
print(f"Matched with the school's own rules: {after.matched} of {len(cohort.mentees)}")

met = next(pair for pair in after.pairs if pair.points.get("close-in-age"))
for mentee in (met.mentee, "p31"):
    print()
    print("\n".join(explain_mentee(after, mentee, own, "en")))
