"""What everything else rests on: texts in two languages, sources, errors, and the words in which faults are told.

Nothing here knows of mentoring. ``texts`` and ``sources`` are values that every statement of a methodology has,
``errors`` is all that the library raises on purpose, ``messages`` the catalogue of what can be wrong with an input,
``disclosure`` how a message tells a value, and ``harmless`` which it may repeat,
``validators`` how a value checks its own fields, ``version`` the version.
"""

from nastavnik.basics.errors import (
    CertificateError,
    Fault,
    InvalidInputError,
    NastavnikError,
    NotInForceError,
    NumbersError,
    RuleError,
    ScoreOverflowError,
    UnknownNameError,
    UnmetMinimumsError,
)
from nastavnik.basics.places import Place
from nastavnik.basics.sources import (
    FOUNDING_STATEMENTS,
    Confidence,
    Document,
    Source,
    founding,
    inferred,
    local,
    recalled,
    recalled_unsure,
    seen,
)
from nastavnik.basics.texts import LANGUAGES, Language, Text

__all__ = [
    "FOUNDING_STATEMENTS",
    "LANGUAGES",
    "CertificateError",
    "Confidence",
    "Document",
    "Fault",
    "InvalidInputError",
    "Language",
    "NastavnikError",
    "NotInForceError",
    "NumbersError",
    "Place",
    "RuleError",
    "ScoreOverflowError",
    "Source",
    "Text",
    "UnknownNameError",
    "UnmetMinimumsError",
    "founding",
    "inferred",
    "local",
    "recalled",
    "recalled_unsure",
    "seen",
]
