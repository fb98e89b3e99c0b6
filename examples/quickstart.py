"""Two pupils want a mentor, one older pupil is ready to be one: who gets the place, and why not the other?"""

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match, verify
from nastavnik.report import explain_mentee

SCHOOL = {"organisation": "school-1", "data_consent": True}
ROLE = {"agreed": True, "guardian_agreed": True}

mentor = Mentor(
    Pupil("ada", grade=10, age=16, marks={"physics": 5}, qualities={"olympiad-winner"}, **SCHOOL),
    trained=True,
    **ROLE,
)
mentees = [
    Mentee(
        Pupil("boris", grade=7, age=13, marks={"physics": 2}, **SCHOOL), category="passive", **ROLE
    ),
    Mentee(
        Pupil("vera", grade=10, age=16, marks={"physics": 3}, **SCHOOL), category="passive", **ROLE
    ),
]

cohort = Cohort(mentees=mentees, mentors=[mentor])
plan = match(cohort)
verify(plan, cohort)

for mentee in mentees:
    print("\n".join(explain_mentee(plan, mentee.id, TARGET_MODEL, "en")), end="\n\n")
