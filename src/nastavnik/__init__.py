"""nastavnik: school mentoring by the target model, matched exactly, with a proof and a reason for everybody.

What is imported here is light; what needs the solver or NumPy is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from nastavnik.basics.errors import (
    CertificateError,
    Fault,
    InvalidInputError,
    NastavnikError,
    NumbersError,
    RuleError,
    ScoreOverflowError,
    UnknownNameError,
)
from nastavnik.basics.sources import Source
from nastavnik.basics.texts import Text
from nastavnik.basics.version import __version__
from nastavnik.methodology import TARGET_MODEL, MentoringForm, Methodology, RoleModel
from nastavnik.people.records import Mentee, Mentor, Professional, Pupil, Student, Teacher
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock, NoPlanError
from nastavnik.rules import Preference, Requirement

if TYPE_CHECKING:
    from nastavnik.assignment import Assignment, assign
    from nastavnik.matching.match import Progress, match, with_people
    from nastavnik.programme.plan import Group, MatchingPlan, Pair, Unmatched
    from nastavnik.proof.certificate import verify

__all__ = [
    "TARGET_MODEL",
    "Assignment",
    "Ban",
    "CertificateError",
    "Cohort",
    "Fault",
    "Group",
    "InvalidInputError",
    "Lock",
    "MatchingPlan",
    "Mentee",
    "Mentor",
    "MentoringForm",
    "Methodology",
    "NastavnikError",
    "NoPlanError",
    "NumbersError",
    "Pair",
    "Preference",
    "Professional",
    "Progress",
    "Pupil",
    "Requirement",
    "RoleModel",
    "RuleError",
    "ScoreOverflowError",
    "Source",
    "Student",
    "Teacher",
    "Text",
    "UnknownNameError",
    "Unmatched",
    "__version__",
    "assign",
    "match",
    "verify",
    "with_people",
]

_LOADED_LATER = {
    "Assignment": "nastavnik.assignment",
    "Group": "nastavnik.programme.plan",
    "MatchingPlan": "nastavnik.programme.plan",
    "Pair": "nastavnik.programme.plan",
    "Progress": "nastavnik.matching.match",
    "Unmatched": "nastavnik.programme.plan",
    "assign": "nastavnik.assignment",
    "match": "nastavnik.matching.match",
    "verify": "nastavnik.proof.certificate",
    "with_people": "nastavnik.matching.match",
}


def __getattr__(name: str) -> Any:
    """Load what needs NumPy or the solver when it is first asked for."""
    if name not in _LOADED_LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LOADED_LATER[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
