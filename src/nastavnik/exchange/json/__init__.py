"""People, plans and evidence as JSON, for platforms that import and export them.

``cohort.json`` holds the people without display names, ``plan.json`` the plan and, where asked for, evidence. Both say
their format, are written in one fixed order, and read back to equal values. Reading refuses unknown keys, doubled
keys, NaN and values of another type, all faults at once, each with its path. ``schema`` returns the JSON Schema of
either. Needs cattrs: ``pip install nastavnik[json]``.
"""

from nastavnik.exchange.json.answers import ANSWER_FORMAT, answer_to_json
from nastavnik.exchange.json.asked import Asked, Record
from nastavnik.exchange.json.published import schema
from nastavnik.exchange.json.reader import (
    cohort_from_json,
    evidence_from_json,
    plan_from_json,
    read_json,
)
from nastavnik.exchange.json.writer import (
    COHORT_FORMAT,
    PLAN_FORMAT,
    cohort_to_json,
    plan_to_json,
    record_to_json,
)

__all__ = [
    "ANSWER_FORMAT",
    "COHORT_FORMAT",
    "PLAN_FORMAT",
    "Asked",
    "Record",
    "answer_to_json",
    "cohort_from_json",
    "cohort_to_json",
    "evidence_from_json",
    "plan_from_json",
    "plan_to_json",
    "read_json",
    "record_to_json",
    "schema",
]
