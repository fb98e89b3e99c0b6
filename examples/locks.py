"""Demands of a coordinator on an invented school: a pair that must be, one that must not, and what contradicts.

Ada is to go on with Vera as last year, though both are in the same grade; Boris may not go to Gleb; and Gleb
is to have two mentees at least. The last cannot be, and it is said what would help.
"""

from attrs import evolve

from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    Lock,
    Mentee,
    Mentor,
    NoPlanError,
    Pupil,
    match,
    verify,
)
from nastavnik.report import explain_mentee


def pupil(ident: str, *, grade: int, mark: int) -> Pupil:
    """Return an invented pupil with one mark; those with the best one are winners of olympiads."""
    qualities = {"olympiad-winner"} if mark == 5 else set()  # noqa: PLR2004
    return Pupil(
        ident,
        organisation="invented-school",
        grade=grade,
        age=grade + 6,
        marks={"physics": mark},
        qualities=qualities,
        data_consent=True,
    )


def mentor(ident: str, *, grade: int, places: int, minimum: int) -> Mentor:
    """Return an invented mentor."""
    person = pupil(ident, grade=grade, mark=5)
    return Mentor(
        person, agreed=True, guardian_agreed=True, trained=True, capacity=places, minimum=minimum
    )


def mentee(ident: str, *, grade: int, priority: int) -> Mentee:
    """Return an invented mentee."""
    person = pupil(ident, grade=grade, mark=2)
    return Mentee(person, category="passive", agreed=True, guardian_agreed=True, priority=priority)


gleb = mentor("gleb", grade=11, places=2, minimum=2)
cohort = Cohort(
    mentors=[mentor("ada", grade=10, places=1, minimum=0), gleb],
    mentees=[
        mentee("boris", grade=7, priority=5),
        mentee("vera", grade=10, priority=5),
        mentee("zoya", grade=8, priority=1),
    ],
)
lock = Lock(
    "ada", "vera", reason="worked well last year", by="deputy head", overriding={"grade-gap"}
)
ban = Ban("gleb", "boris", reason="they quarrel", by="class teacher")

print("As the coordinator asks for it:")
try:
    match(cohort, locks=[lock], bans=[ban])
except NoPlanError as error:
    print(error.text("en"))

# Of the repairs named there the coordinator chooses the lower minimum.
cohort = Cohort(mentors=[cohort.mentor("ada"), evolve(gleb, minimum=1)], mentees=cohort.mentees)
plan = match(cohort, locks=[lock], bans=[ban])
verify(plan, cohort)  # raises unless the demands are met and the rest is proven best

print("\nAfter the repair:")
for name in ("vera", "zoya", "boris"):
    print("\n".join(explain_mentee(plan, name, TARGET_MODEL, "en")), end="\n\n")
