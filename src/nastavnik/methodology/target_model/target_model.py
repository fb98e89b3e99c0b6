"""The target model of mentoring (Р-145) as data; every value says what it rests on.

    >>> [form.id for form in TARGET_MODEL.forms]
    ['pupil-pupil', 'teacher-teacher', 'student-pupil', 'employer-pupil', 'employer-student']
    >>> TARGET_MODEL.form("pupil-pupil").role_model("leader-passive").title["ru"]
    'лидер – пассивный'
    >>> TARGET_MODEL.form("pupil-pupil").role_model("leader-passive").source.label
    'founding text, S11'

Each form stands in a module of its own. What grades there are, and which statement of the founding
text went where, is told in ``docs/sources.md``.
"""

from typing import Final

from nastavnik.basics.sources import Confidence, Source
from nastavnik.basics.texts import Text
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.common_rules import PREFERENCES, REQUIREMENTS
from nastavnik.methodology.target_model.employer_pupil import EMPLOYER_PUPIL
from nastavnik.methodology.target_model.employer_student import EMPLOYER_STUDENT
from nastavnik.methodology.target_model.meetings import SETTINGS
from nastavnik.methodology.target_model.monitoring import MONITORING
from nastavnik.methodology.target_model.norms import NORMS, ORDER
from nastavnik.methodology.target_model.principles import PRINCIPLES
from nastavnik.methodology.target_model.pupil_pupil import PUPIL_PUPIL
from nastavnik.methodology.target_model.qualities import QUALITIES
from nastavnik.methodology.target_model.readings import readings_of
from nastavnik.methodology.target_model.student_pupil import STUDENT_PUPIL
from nastavnik.methodology.target_model.teacher_teacher import TEACHER_TEACHER

__all__ = ["TARGET_MODEL"]

_FORMS: Final = (PUPIL_PUPIL, TEACHER_TEACHER, STUDENT_PUPIL, EMPLOYER_PUPIL, EMPLOYER_STUDENT)

TARGET_MODEL: Final[Methodology] = Methodology(
    "target-model",
    title=Text(en="target mentoring model", ru="целевая модель наставничества"),
    purpose=Text(
        en="Mentoring is a universal technology: people pass on experience, knowledge and skills "
        "by talking informally, in a way that enriches both and rests on trust and partnership.",
        ru="Наставничество – универсальная технология: опыт, знания и навыки передаются в "
        "неформальном общении, которое обогащает обе стороны и держится на доверии и партнёрстве.",
    ),
    source=Source(
        confidence=Confidence.FOUNDING_TEXT,
        statements=("S1", "S2", "S4"),
        references=("U1", "U2", "U15", "U16", "U21", "N8"),
        note="the definition is shortened as in S2; the full one goes on to competences, values; "
        "by its point 3 each region adopts a target model of its own (N8), which may ask for more; "
        "an act of a school of June 2025 still cites the order (U15)",
    ),
    document=ORDER,
    scope=Text(
        en="Organisations that teach pupils and students by programmes of general, additional "
        "and secondary vocational education.",
        ru="Организации, которые обучают по программам общего, дополнительного и среднего "
        "профессионального образования.",
    ),
    forms=_FORMS,
    principles=PRINCIPLES,
    settings=SETTINGS,
    qualities=QUALITIES,
    requirements=REQUIREMENTS,
    preferences=PREFERENCES,
    monitoring=MONITORING,
    norms=NORMS,
    readings=readings_of(_FORMS),
)
"""The target model with its five forms. Source: founding text, S1, S2 and S4."""
