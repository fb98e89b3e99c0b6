"""The people of a programme, and the roles they take in a round.

``records`` has the values, ``fields`` reads one fact of one of them, ``columns`` one fact of everybody at once, and
``frames`` makes the same columns from a data frame, without an object for each person.
"""

from nastavnik.people.records import (
    ADULT_AGE,
    LAST_PRIORITY,
    MOST_PLACES,
    PERSON_TYPES,
    USUAL_PRIORITY,
    Mentee,
    Mentor,
    Person,
    Position,
    Professional,
    Pupil,
    Role,
    Student,
    Teacher,
)

__all__ = [
    "ADULT_AGE",
    "LAST_PRIORITY",
    "MOST_PLACES",
    "PERSON_TYPES",
    "USUAL_PRIORITY",
    "Mentee",
    "Mentor",
    "Person",
    "Position",
    "Professional",
    "Pupil",
    "Role",
    "Student",
    "Teacher",
]
