"""nastavnik: school mentoring by the target model, matched exactly, with a proof and a reason for everybody.

What is imported here is light; what needs the solver or NumPy is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from nastavnik.cohort import Cohort
from nastavnik.demands import Ban, Lock, NoPlanError
from nastavnik.errors import (
    CertificateError,
    Fault,
    InvalidInputError,
    NastavnikError,
    NumbersError,
    RuleError,
    ScoreOverflowError,
    UnknownNameError,
)
from nastavnik.methodology import TARGET_MODEL, MentoringForm, Methodology, RoleModel
from nastavnik.people import Mentee, Mentor, Professional, Pupil, Student, Teacher
from nastavnik.rules import Preference, Requirement
from nastavnik.sources import Source
from nastavnik.texts import Text
from nastavnik.version import __version__

if TYPE_CHECKING:
    from nastavnik.assignment import Assignment, assign
    from nastavnik.certificate import verify
    from nastavnik.matching import match, with_people
    from nastavnik.plan import Group, MatchingPlan, Pair, Unmatched

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
    "Group": "nastavnik.plan",
    "MatchingPlan": "nastavnik.plan",
    "Pair": "nastavnik.plan",
    "Unmatched": "nastavnik.plan",
    "assign": "nastavnik.assignment",
    "match": "nastavnik.matching",
    "verify": "nastavnik.certificate",
    "with_people": "nastavnik.matching",
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
