"""Where pairs and groups meet and what they do there: settings, and activities of several forms.

The same activity rests on different grounds in different forms: S14 speaks of pupil–pupil alone, so
the other forms take the same activity over with a source of their own.
"""

from typing import Final

from nastavnik.basics.sources import founding, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import Activity, Setting

__all__ = [
    "CLASS_HOUR",
    "ENTERPRISE_EXCURSION",
    "IN_LEARNING",
    "JOB_FAIR",
    "JOINT_CONTEST",
    "JOINT_PROJECT",
    "MENTORS_PLACE",
    "OLYMPIAD_PREPARATION",
    "OUT_OF_CLASS",
    "PROFESSIONAL_DEVELOPMENT",
    "SETTINGS",
]

OUT_OF_CLASS: Final = Setting(
    "out-of-class",
    title=Text(en="out of class", ru="внеурочное время"),
    purpose=Text(
        en="Meetings outside lessons, which is when mentor and mentee meet most often.",
        ru="Встречи вне уроков: чаще всего наставник и наставляемый видятся именно тогда.",
    ),
    source=founding("S14"),
)
"""Out of class («внеурочное время»). Source: founding text, S14."""

IN_LEARNING: Final = Setting(
    "in-learning",
    title=Text(en="in the learning process", ru="учебный процесс"),
    purpose=Text(
        en="Joint work as part of learning: a project, preparation for an olympiad, a contest.",
        ru="Совместная работа как часть учёбы: проект, подготовка к олимпиаде, конкурс.",
    ),
    source=founding("S14"),
)
"""In the learning process («процесс обучения»). Source: founding text, S14."""

PROFESSIONAL_DEVELOPMENT: Final = Setting(
    "professional-development",
    title=Text(en="professional development", ru="повышение квалификации"),
    purpose=Text(
        en="Teachers learn from each other as part of their professional development.",
        ru="Педагоги учатся друг у друга в рамках повышения квалификации.",
    ),
    source=recalled("teacher–teacher"),
)
"""Professional development of teachers («повышение квалификации»). Source: recalled."""

MENTORS_PLACE: Final = Setting(
    "mentors-place",
    title=Text(en="where the mentor studies or works", ru="место учёбы или работы наставника"),
    purpose=Text(
        en="The mentee comes to see a college, a university or an enterprise from inside.",
        ru="Наставляемый видит колледж, вуз или предприятие изнутри.",
    ),
    source=recalled("student–pupil and the employers' forms"),
)
"""At the mentor's college, university or enterprise. Source: recalled."""

SETTINGS: Final = (OUT_OF_CLASS, IN_LEARNING, PROFESSIONAL_DEVELOPMENT, MENTORS_PLACE)
"""All settings of the target model. Source: founding text, S14, and recalled."""

_SCHOOL: Final = frozenset({OUT_OF_CLASS.id, IN_LEARNING.id})

JOINT_PROJECT: Final = Activity(
    "joint-project",
    title=Text(en="joint project", ru="совместный проект"),
    purpose=Text(
        en="The pair or group makes something together and answers for it together.",
        ru="Пара или группа вместе что-то создаёт и вместе за это отвечает.",
    ),
    source=founding("S14"),
    settings=_SCHOOL,
)
"""Joint project («совместный проект»). Source: founding text, S14."""

OLYMPIAD_PREPARATION: Final = Activity(
    "olympiad-preparation",
    title=Text(en="preparation for an olympiad", ru="подготовка к олимпиаде"),
    purpose=Text(
        en="The two prepare for an olympiad together.", ru="Двое вместе готовятся к олимпиаде."
    ),
    source=founding("S14"),
    settings=_SCHOOL,
)
"""Preparation for an olympiad («подготовка к олимпиаде»). Source: founding text, S14."""

JOINT_CONTEST: Final = Activity(
    "joint-contest",
    title=Text(en="joint contest", ru="совместный конкурс"),
    purpose=Text(
        en="The pair or group holds a contest, or enters one as a team.",
        ru="Пара или группа проводит конкурс или участвует в нём одной командой.",
    ),
    source=founding("S14"),
    settings=_SCHOOL,
)
"""Joint contest («совместный конкурс»). Source: founding text, S14."""

CLASS_HOUR: Final = Activity(
    "class-hour",
    title=Text(en="class hour", ru="классный час"),
    purpose=Text(
        en="The mentor takes part in the hour a class spends with its class teacher.",
        ru="Наставник участвует в классном часе.",
    ),
    source=recalled("pupil–pupil, student–pupil, employer–pupil"),
    settings={OUT_OF_CLASS.id},
)
"""Class hour («классный час»). Source: recalled."""

ENTERPRISE_EXCURSION: Final = Activity(
    "enterprise-excursion",
    title=Text(en="excursion to an enterprise", ru="экскурсия на предприятие"),
    purpose=Text(
        en="The mentor shows the enterprise and the people who work there.",
        ru="Наставник показывает предприятие и знакомит с теми, кто там работает.",
    ),
    source=recalled("employer–pupil, employer–student"),
    settings={MENTORS_PLACE.id},
)
"""Excursion to an enterprise («экскурсия на предприятие»). Source: recalled."""

JOB_FAIR: Final = Activity(
    "job-fair",
    title=Text(en="job fair", ru="ярмарка вакансий"),
    purpose=Text(
        en="Mentees learn which work there is nearby and what it asks of them.",
        ru="Наставляемые узнают, какая работа есть рядом и чего она требует.",
    ),
    source=recalled("employer–pupil, employer–student"),
    settings={OUT_OF_CLASS.id},
)
"""Job fair («ярмарка вакансий»). Source: recalled."""
