"""The target model as data: ``model`` says what a methodology consists of, the other modules fill it in."""

from nastavnik.methodology.model import (
    Activity,
    Direction,
    ExpectedResult,
    Indicator,
    MenteeCategory,
    MentoringForm,
    Methodology,
    ModelValue,
    Principle,
    Quality,
    RoleModel,
    Setting,
    Task,
)
from nastavnik.methodology.target_model import TARGET_MODEL

__all__ = [
    "TARGET_MODEL",
    "Activity",
    "Direction",
    "ExpectedResult",
    "Indicator",
    "MenteeCategory",
    "MentoringForm",
    "Methodology",
    "ModelValue",
    "Principle",
    "Quality",
    "RoleModel",
    "Setting",
    "Task",
]
