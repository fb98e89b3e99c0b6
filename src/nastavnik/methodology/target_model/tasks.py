"""Tasks of mentoring: those of pupil–pupil, and those that several other forms share.

One id means one task wherever it stands, so that a pupil may ask for it whichever form will answer.
"""

from typing import Final

import attrs

from nastavnik.basics.sources import founding, inferred, recalled, seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.target_model.indicators import (
    ACADEMIC_RESULTS,
    CAREER_GUIDANCE_PASSED,
    CLUB_ATTENDANCE,
    COMPLETED_PROJECTS,
    CONFLICT_COMPLAINTS,
    EMOTIONAL_BACKGROUND,
    FUTURE_MENTORS,
    PUPILS_ON_REGISTER,
)
from nastavnik.methodology.values import Direction, Indicator, Task

__all__ = [
    "CLUBS",
    "COMFORTABLE_COMMUNICATION",
    "COMPLAINTS",
    "FAVOURABLE_CLIMATE",
    "INFORMED_PROFESSION",
    "NEWCOMER_ADAPTATION",
    "POTENTIAL_AND_RESULTS",
    "PROFESSIONAL_POTENTIAL",
    "PUPILS_AND_ALUMNI",
    "REGISTERS",
    "SOFT_SKILLS",
]

POTENTIAL_AND_RESULTS: Final = Task(
    "potential-and-results",
    title=Text(
        en="leadership potential and better results", ru="лидерский потенциал и лучшие результаты"
    ),
    purpose=Text(
        en="The mentee finds a leader in themselves and does better in learning, art and sport.",
        ru="Наставляемый открывает в себе лидера и растёт в учёбе, творчестве, спорте.",
    ),
    source=founding("S12"),
    indicators=(ACADEMIC_RESULTS, COMPLETED_PROJECTS),
)
"""Task (a): leadership; results in learning, creation and sport. Source: founding text, S12."""

NEWCOMER_ADAPTATION: Final = Task(
    "newcomer-adaptation",
    title=Text(en="adaptation of a newcomer", ru="адаптация новичка"),
    purpose=Text(
        en="A pupil who came from another school soon feels at home in this one.",
        ru="Ученик, пришедший из другой школы, быстро осваивается в новой.",
    ),
    source=founding("S12"),
    indicators=(
        Indicator(
            "settled-newcomers",
            title=Text(en="newcomers who have settled in", ru="освоившиеся новички"),
            purpose=Text(
                en="The share of this year's newcomers who, as they say, already feel at home at school.",
                ru="Доля новичков этого года, которые, по их словам, чувствуют себя в школе своими.",
            ),
            source=inferred("S12", note="S12 names the task and no measure of it"),
            wanted=Direction.UP,
        ),
    ),
)
"""Task (b): adaptation of a newcomer from another school. Source: founding text, S12."""

FAVOURABLE_CLIMATE: Final = Task(
    "favourable-climate",
    title=Text(en="favourable climate", ru="благоприятный климат"),
    purpose=Text(
        en="Pupils feel safe and at ease among each other.",
        ru="Ученикам спокойно и хорошо друг с другом.",
    ),
    source=founding("S12"),
    indicators=(EMOTIONAL_BACKGROUND,),
)
"""Task (c): a favourable psycho-emotional environment. Source: founding text, S12."""

CLUBS: Final = Task(
    "club-attendance",
    title=Text(en="more pupils in clubs", ru="больше учеников в кружках"),
    purpose=Text(
        en="Pupils come to creative clubs and stay in them.",
        ru="Ученики приходят в творческие кружки и остаются в них.",
    ),
    source=founding("S12", note="a task in S12; not among the official six tasks as N2 has them"),
    indicators=(CLUB_ATTENDANCE,),
)
"""Task (d): growing attendance of creative clubs. Source: founding text, S12."""

REGISTERS: Final = Task(
    "fewer-on-registers",
    title=Text(en="fewer pupils on registers", ru="меньше учеников на учёте"),
    purpose=Text(
        en="Fewer pupils have to be put or kept on preventive registers.",
        ru="Всё меньше учеников приходится ставить на профилактический учёт и держать на нём.",
    ),
    source=founding("S12", note="a task in S12; not among the official six tasks as N2 has them"),
    indicators=(PUPILS_ON_REGISTER,),
)
"""Task (e): fewer pupils on preventive registers. Source: founding text, S12."""

COMPLAINTS: Final = Task(
    "fewer-complaints",
    title=Text(en="fewer complaints about conflicts", ru="меньше жалоб на конфликты"),
    purpose=Text(
        en="Parents and teachers have less cause to complain of quarrels among pupils.",
        ru="У родителей и педагогов меньше поводов жаловаться на ссоры среди учеников.",
    ),
    source=founding("S12", note="a task in S12; not among the official six tasks as N2 has them"),
    indicators=(CONFLICT_COMPLAINTS,),
)
"""Task (f): fewer complaints about conflicts among the pupils. Source: founding text, S12."""

COMFORTABLE_COMMUNICATION: Final = Task(
    "comfortable-communication",
    title=Text(en="ease of communication at school", ru="комфортное общение в школе"),
    purpose=Text(
        en="Pupils find it easy to talk with each other and with their teachers.",
        ru="Ученикам легко общаться друг с другом и с учителями.",
    ),
    source=seen("N2"),
    indicators=(
        attrs.evolve(EMOTIONAL_BACKGROUND, source=inferred(note="N2 names no measure of the task")),
    ),
)
"""Comfortable conditions and communication inside the organisation. Source: seen, N2."""

PUPILS_AND_ALUMNI: Final = Task(
    "pupils-and-alumni-community",
    title=Text(
        en="community of pupils and grateful alumni", ru="сообщество учеников и выпускников"
    ),
    purpose=Text(
        en="Pupils hold together, and alumni who were helped come back to help.",
        ru="Ученики держатся вместе, а благодарные выпускники возвращаются помогать.",
    ),
    source=seen("N2"),
    indicators=(
        attrs.evolve(FUTURE_MENTORS, source=inferred(note="N2 names no measure of the task")),
    ),
)
"""Stable community of pupils and of grateful alumni («благодарные выпускники»). Source: seen, N2."""

SOFT_SKILLS: Final = Task(
    "soft-skills",
    title=Text(en="soft skills", ru="гибкие навыки"),
    purpose=Text(
        en="The mentee learns to talk with people, to set goals, to plan and to organise their work.",
        ru="Наставляемый учится общаться, ставить цели, планировать и организовывать свою работу.",
    ),
    source=seen("N2", note="of pupil–pupil; recalled of student–pupil and employer–pupil"),
)
"""Soft skills, meta-competences («гибкие навыки», «метакомпетенции»). Source: seen, N2."""

PROFESSIONAL_POTENTIAL: Final = Task(
    "professional-potential",
    title=Text(en="professional potential", ru="профессиональный потенциал"),
    purpose=Text(
        en="The mentee finds out what they are able to do at work, and judges it soberly.",
        ru="Наставляемый узнаёт и трезво оценивает, на что способен в работе.",
    ),
    source=recalled("employer–pupil, employer–student"),
)
"""Professional potential, revealed and assessed. Source: recalled."""

INFORMED_PROFESSION: Final = Task(
    "informed-profession",
    title=Text(en="informed choice of a profession", ru="осознанный выбор профессии"),
    purpose=Text(
        en="The mentee chooses a profession, knowing of it from the people who practise it.",
        ru="Наставляемый выбирает профессию, узнав о ней от тех, кто в ней работает.",
    ),
    source=recalled("employer–pupil, employer–student"),
    indicators=(CAREER_GUIDANCE_PASSED,),
)
"""Informed choice of a profession («осознанный выбор профессии»). Source: recalled."""
