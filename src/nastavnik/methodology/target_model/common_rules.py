"""Rules that hold in every form, and those that several forms share.

The order is that of the questions a coordinator asks: may each of the two take part, may these
two be paired, can they work together at all.
"""

from typing import Final

from nastavnik.rules.base import Preference, Requirement, Side
from nastavnik.rules.catalogue.eligibility import (
    Agreed,
    DataConsent,
    ExperienceFrom,
    GuardianAgreed,
    OldEnough,
    Trained,
)
from nastavnik.rules.catalogue.pairing import (
    CanMeet,
    Cleared,
    CommonLanguage,
    CommonSlots,
    NotBanned,
    NotOneself,
    NotRefused,
)
from nastavnik.rules.catalogue.preferences import (
    CommonInterests,
    CommonTime,
    MutualChoice,
    NeededSubjects,
    RequestedTasks,
    SamePlace,
)

__all__ = [
    "EXPERIENCED_PROFESSIONAL",
    "MINOR_MENTEE",
    "MINOR_MENTOR",
    "OF_PROGRAMME_AGE",
    "PREFERENCES",
    "REQUIREMENTS",
]

REQUIREMENTS: Final[tuple[Requirement, ...]] = (
    Agreed(side=Side.MENTOR),
    Agreed(side=Side.MENTEE),
    DataConsent(side=Side.MENTOR),
    DataConsent(side=Side.MENTEE),
    Trained(id="mentor-trained"),
    Cleared(),
    NotOneself(),
    NotRefused(),
    NotBanned(),
    CommonSlots(),
    CommonLanguage(),
    CanMeet(),
)
"""Asked of every pair of every form. Source: each rule's own; voluntariness from S2."""

PREFERENCES: Final[tuple[Preference, ...]] = (
    NeededSubjects(),
    RequestedTasks(),
    CommonInterests(),
    CommonTime(),
    MutualChoice(),
    SamePlace(),
)
"""Given to every pair of every form. Source: each rule's own; mostly recalled, the weights ours."""

MINOR_MENTOR: Final = GuardianAgreed(side=Side.MENTOR)
"""For forms whose mentor may be a minor. Source: recalled."""

MINOR_MENTEE: Final = GuardianAgreed(side=Side.MENTEE)
"""For forms whose mentee may be a minor. Source: recalled."""

OF_PROGRAMME_AGE: Final = OldEnough(id="mentee-old-enough", side=Side.MENTEE)
"""For forms whose mentee is a pupil. Source: seen, U17."""

EXPERIENCED_PROFESSIONAL: Final = ExperienceFrom(id="mentor-experience-from", side=Side.MENTOR)
"""For the employers' forms. Source: recalled, unsure of the number: its parameter ``years``."""
