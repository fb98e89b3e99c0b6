"""What is counted before and after in several forms, and which way it should go.

What the founding text says of pupil–pupil, other forms know by memory alone; they take the same
indicator over with a source of their own, so that one id never means two things.
"""

from typing import Final

from nastavnik.basics.sources import founding, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import Direction, Indicator

__all__ = [
    "ACADEMIC_RESULTS",
    "CAREER_GUIDANCE_PASSED",
    "CLUB_ATTENDANCE",
    "COMPLETED_PROJECTS",
    "CONFLICT_COMPLAINTS",
    "EMOTIONAL_BACKGROUND",
    "FUTURE_EMPLOYEES",
    "FUTURE_MENTORS",
    "PUPILS_ON_REGISTER",
]

CLUB_ATTENDANCE: Final = Indicator(
    "club-attendance",
    title=Text(en="attendance of clubs", ru="посещаемость кружков"),
    purpose=Text(
        en="How many pupils attend creative clubs, societies and sports sections.",
        ru="Сколько учеников посещает творческие кружки, объединения и спортивные секции.",
    ),
    source=founding("S12", note="S12 names creative clubs; societies and sections are recalled"),
    wanted=Direction.UP,
)
"""Attendance of clubs («посещаемость кружков»), to grow. Source: founding text, S12."""

PUPILS_ON_REGISTER: Final = Indicator(
    "pupils-on-register",
    title=Text(en="pupils on preventive registers", ru="ученики на профилактическом учёте"),
    purpose=Text(
        en="How many pupils stand on preventive registers of any kind; counted, never named.",
        ru="Сколько учеников состоит на профилактическом учёте любого вида; только число, без имён.",
    ),
    source=founding("S12"),
    wanted=Direction.DOWN,
)
"""Pupils on preventive registers («профилактический учёт»), to fall. Source: founding text, S12."""

CONFLICT_COMPLAINTS: Final = Indicator(
    "conflict-complaints",
    title=Text(en="complaints about conflicts", ru="жалобы на конфликты"),
    purpose=Text(
        en="How often parents and teachers complain of conflicts among the pupils.",
        ru="Как часто родители и педагоги жалуются на конфликты среди учеников.",
    ),
    source=founding("S12"),
    wanted=Direction.DOWN,
)
"""Complaints of parents and teachers about conflicts, to fall. Source: founding text, S12."""

ACADEMIC_RESULTS: Final = Indicator(
    "academic-results",
    title=Text(en="academic results", ru="успеваемость"),
    purpose=Text(
        en="Marks of the mentees before the programme and at its end.",
        ru="Оценки наставляемых до программы и в её конце.",
    ),
    source=recalled("among the measurable results of the forms with pupils"),
    wanted=Direction.UP,
)
"""Academic results («успеваемость»), to grow. Source: recalled."""

EMOTIONAL_BACKGROUND: Final = Indicator(
    "emotional-background",
    title=Text(en="psycho-emotional background", ru="психоэмоциональный фон"),
    purpose=Text(
        en="How pupils feel in their class and school, by a questionnaire before and after the programme.",
        ru="Как ученики чувствуют себя в классе и школе – по анкете до и после программы.",
    ),
    source=recalled("among the measurable results of the forms with pupils"),
    wanted=Direction.UP,
)
"""Psycho-emotional background in class and school, to grow better. Source: recalled."""

COMPLETED_PROJECTS: Final = Indicator(
    "completed-projects",
    title=Text(en="completed projects", ru="завершённые проекты"),
    purpose=Text(
        en="How many projects the mentees have carried to the end, and how good they are.",
        ru="Сколько проектов наставляемые довели до конца и насколько удачно.",
    ),
    source=recalled("among the measurable results of the forms with pupils"),
    wanted=Direction.UP,
)
"""Completed projects of learning and creation, to grow in number and quality. Source: recalled."""

FUTURE_MENTORS: Final = Indicator(
    "future-mentors",
    title=Text(en="future mentors", ru="будущие наставники"),
    purpose=Text(
        en="How many pupils want to become mentors, and to help the school as alumni.",
        ru="Сколько учеников хочет стать наставниками, а после выпуска – помогать школе.",
    ),
    source=recalled("among the measurable results of student–pupil"),
    wanted=Direction.UP,
)
"""Future mentors and grateful alumni («благодарные выпускники»), to grow. Source: recalled."""

CAREER_GUIDANCE_PASSED: Final = Indicator(
    "career-guidance-passed",
    title=Text(en="share who passed career guidance", ru="доля прошедших профориентацию"),
    purpose=Text(
        en="The share of mentees who have passed tests or programmes of career guidance.",
        ru="Доля наставляемых, которые прошли профориентационные тесты или программы.",
    ),
    source=recalled("tests in employer–pupil, programmes in employer–student"),
    wanted=Direction.UP,
)
"""Share of mentees who passed career guidance («профориентация»), to grow. Source: recalled."""

FUTURE_EMPLOYEES: Final = Indicator(
    "future-employees",
    title=Text(en="future employees", ru="будущие работники"),
    purpose=Text(
        en="How many mentees mean to work at enterprises of the region, or already do.",
        ru="Сколько наставляемых собирается работать на предприятиях региона или уже работает.",
    ),
    source=recalled("regional ones in employer–pupil, partners in employer–student"),
    wanted=Direction.UP,
)
"""Mentees who mean to work at regional or partner enterprises, to grow. Source: recalled."""
