"""The target model as data: ``model`` says what a methodology consists of, the other modules fill it in."""

from nastavnik.methodology.changes import AddedRule, Binding, Reading, RuleChanges
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.local_forms import STUDENT_STUDENT, TEACHER_PUPIL
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.norms import Norm, Period
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.methodology.values import (
    Activity,
    Direction,
    ExpectedResult,
    Indicator,
    MenteeCategory,
    ModelValue,
    MonitoringPart,
    Principle,
    Quality,
    Setting,
    Sign,
    Task,
)

__all__ = [
    "STUDENT_STUDENT",
    "TARGET_MODEL",
    "TEACHER_PUPIL",
    "Activity",
    "AddedRule",
    "Binding",
    "Direction",
    "ExpectedResult",
    "Indicator",
    "MenteeCategory",
    "MentoringForm",
    "Methodology",
    "ModelValue",
    "MonitoringPart",
    "Norm",
    "Period",
    "Principle",
    "Quality",
    "Reading",
    "RoleModel",
    "RuleChanges",
    "Setting",
    "Sign",
    "Task",
]
