"""Two pupils want a mentor, one older pupil is ready to be one: who gets the place, and why?"""

from functools import partial

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match, verify
from nastavnik.report import explain_mentee

pupil = partial(Pupil, organisation="school-1", data_consent=True)
mentee = partial(Mentee, category="passive", agreed=True, guardian_agreed=True)

ada = pupil("ada", grade=10, age=16, marks={"physics": 5}, qualities={"olympiad-winner"})
cohort = Cohort(
    mentors=[Mentor(ada, agreed=True, guardian_agreed=True, trained=True)],
    mentees=[
        mentee(pupil("boris", grade=7, age=13, marks={"physics": 2})),
        mentee(pupil("vera", grade=10, age=16, marks={"physics": 3})),
    ],
)

plan = match(cohort)
verify(plan, cohort)  # raises unless the plan is proven best

for name in ("boris", "vera"):
    print("\n".join(explain_mentee(plan, name, TARGET_MODEL, "en")), end="\n\n")
