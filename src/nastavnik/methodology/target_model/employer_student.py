"""The form «работодатель – студент»: a professional helps a student, above all of a college.

All of it is recalled but its name; the number of years is a parameter of its rule.
"""

from typing import Final

import attrs

from nastavnik.basics.sources import Confidence, Source, inferred, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.common_rules import (
    EXPERIENCED_PROFESSIONAL,
    MINOR_MENTEE,
)
from nastavnik.methodology.target_model.indicators import (
    ACADEMIC_RESULTS,
    COMPLETED_PROJECTS,
    FUTURE_EMPLOYEES,
)
from nastavnik.methodology.target_model.meetings import (
    ENTERPRISE_EXCURSION,
    JOB_FAIR,
    JOINT_CONTEST,
    JOINT_PROJECT,
    MENTORS_PLACE,
)
from nastavnik.methodology.target_model.tasks import INFORMED_PROFESSION, PROFESSIONAL_POTENTIAL
from nastavnik.methodology.values import (
    Activity,
    Direction,
    ExpectedResult,
    Indicator,
    MenteeCategory,
    Sign,
    Task,
)
from nastavnik.people.records import Position
from nastavnik.rules.catalogue.pairing import SharedPursuit
from nastavnik.rules.catalogue.preferences import YearsOfExperience

__all__ = ["EMPLOYER_STUDENT"]

PASSIVE: Final = MenteeCategory(
    "passive",
    title=Text(en="passive student", ru="пассивный студент"),
    purpose=Text(
        en="A student who does not yet see what the chosen profession is for.",
        ru="Студент, который пока не видит, зачем ему выбранная профессия.",
    ),
    for_participants=Text(
        en="acquaintance with one's profession", ru="знакомство со своей профессией"
    ),
    source=recalled("as in employer–pupil, on the level of a college"),
    indicators=(
        Sign(
            "little-motivation",
            title=Text(
                en="does not yet see what to strive for", ru="пока не видит, ради чего стараться"
            ),
            source=recalled(),
        ),
        Sign(
            "no-bearings-in-profession",
            title=Text(en="finds no bearings in the profession", ru="не ориентируется в профессии"),
            source=recalled(),
        ),
        Sign(
            "knows-little-of-careers",
            title=Text(
                en="knows little of how a career is made", ru="мало знает о том, как строят карьеру"
            ),
            source=recalled(),
        ),
    ),
)
"""Passive student. Source: recalled."""

ACTIVE: Final = MenteeCategory(
    "active",
    title=Text(en="active student", ru="активный студент"),
    purpose=Text(
        en="A student who wants more practice, more contacts and new skills.",
        ru="Студент, которому нужно больше практики, знакомств и навыков.",
    ),
    for_participants=Text(
        en="practice, new contacts and skills", ru="практика, новые знакомства и навыки"
    ),
    source=recalled("as in employer–pupil, on the level of a college"),
    indicators=(
        Sign(
            "active-in-society",
            title=Text(
                en="takes an active part in society", ru="много занимается общественными делами"
            ),
            source=recalled(),
        ),
        Sign(
            "looks-for-professional-contacts",
            title=Text(en="looks for contacts in the profession", ru="ищет знакомства в профессии"),
            source=recalled(),
        ),
        Sign(
            "wants-new-skills",
            title=Text(en="wants to master new skills", ru="хочет освоить новые навыки"),
            source=recalled(),
        ),
    ),
)
"""Active student. Source: recalled."""

WORKPLACE_ADAPTATION: Final = Task(
    "workplace-adaptation",
    title=Text(en="adaptation to the working environment", ru="адаптация в рабочей среде"),
    purpose=Text(
        en="The student gets used to how people work together at an enterprise.",
        ru="Студент привыкает к тому, как устроены работа и отношения на предприятии.",
    ),
    source=recalled(),
    indicators=(
        Indicator(
            "practice-events",
            title=Text(en="events for students", ru="мероприятия для студентов"),
            purpose=Text(
                en="How many events were held for students: of career guidance, of motivation, of practice.",
                ru="Сколько профориентационных, мотивационных и практических мероприятий проведено для "
                "студентов.",
            ),
            source=recalled(),
            wanted=Direction.UP,
        ),
    ),
)
"""Adaptation to the working environment. Source: recalled."""

PROFESSIONAL_SKILLS: Final = Task(
    "professional-skills",
    title=Text(en="professional skills", ru="профессиональные навыки"),
    purpose=Text(
        en="The student masters skills that the trade really asks for today.",
        ru="Студент осваивает навыки, которые действительно нужны в профессии сегодня.",
    ),
    source=recalled(),
    indicators=(
        attrs.evolve(ACADEMIC_RESULTS, source=recalled("employer–student")),
        attrs.evolve(COMPLETED_PROJECTS, source=recalled("employer–student")),
    ),
)
"""Professional skills. Source: recalled."""

COMMUNITY: Final = Task(
    "business-and-students-community",
    title=Text(en="community of business and students", ru="сообщество бизнеса и студентов"),
    purpose=Text(
        en="Enterprises and students keep in touch, and graduates know where they are awaited.",
        ru="Предприятия и студенты не теряют связи друг с другом, и выпускники знают, где их ждут.",
    ),
    source=recalled(),
    indicators=(FUTURE_EMPLOYEES,),
)
"""Stable community of business and students. Source: recalled."""

PROFESSIONAL_INDIFFERENT: Final = RoleModel(
    "professional-indifferent",
    title=Text(
        en="active professional – indifferent consumer",
        ru="активный профессионал – равнодушный потребитель",
    ),
    purpose=Text(
        en="Someone who loves their work shows a student what is good about the profession they are learning.",
        ru="Увлечённый профессионал показывает студенту, чем хороша профессия, которую тот осваивает.",
    ),
    for_participants=Text(
        en="acquaintance with work in one's profession", ru="знакомство с работой по профессии"
    ),
    source=recalled(),
    categories={PASSIVE.id},
    binding_source=inferred(note="the indifferent one is the passive one, whom it is to motivate"),
    tasks={INFORMED_PROFESSION.id, COMMUNITY.id},
)
"""«активный профессионал – равнодушный потребитель». Source: recalled."""

SUCCESSFUL_CHOOSING: Final = RoleModel(
    "successful-choosing",
    title=Text(
        en="successful professional – student choosing a profession",
        ru="успешный профессионал – студент, выбирающий профессию",
    ),
    purpose=Text(
        en="In a few meetings the student learns what to expect of work at the mentor's enterprise.",
        ru="За несколько встреч студент узнаёт, чего ждать от работы на предприятии наставника.",
    ),
    for_participants=Text(en="acquaintance with a workplace", ru="знакомство с рабочим местом"),
    source=recalled("a short contact about the prospects of a workplace"),
    tasks={INFORMED_PROFESSION.id, PROFESSIONAL_POTENTIAL.id},
)
"""«успешный профессионал – студент, выбирающий профессию». Source: recalled."""

COLLEAGUE_FUTURE_COLLEAGUE: Final = RoleModel(
    "colleague-future-colleague",
    title=Text(en="colleague – future colleague", ru="коллега – будущий коллега"),
    purpose=Text(
        en="The two carry out a project together, as colleagues do.",
        ru="Двое вместе ведут проект, как это делают коллеги.",
    ),
    for_participants=Text(
        en="a joint project with a professional", ru="совместный проект с профессионалом"
    ),
    source=recalled(),
    tasks={PROFESSIONAL_SKILLS.id, PROFESSIONAL_POTENTIAL.id, COMMUNITY.id},
    requirements=(SharedPursuit(source=inferred(note="a joint project needs a common field")),),
)
"""«коллега – будущий коллега». Source: recalled."""

EMPLOYER_FUTURE_EMPLOYEE: Final = RoleModel(
    "employer-future-employee",
    title=Text(en="employer – future employee", ru="работодатель – будущий сотрудник"),
    purpose=Text(
        en="During an internship the student settles in at the enterprise, and afterwards may stay to work there.",
        ru="На стажировке студент осваивается на предприятии, а потом может остаться там работать.",
    ),
    for_participants=Text(en="an internship at the enterprise", ru="стажировка на предприятии"),
    source=recalled(),
    tasks={WORKPLACE_ADAPTATION.id, PROFESSIONAL_SKILLS.id},
)
"""«работодатель – будущий сотрудник». Source: recalled."""

EMPLOYER_STUDENT: Final = MentoringForm(
    "employer-student",
    title=Text(en="employer – student", ru="работодатель – студент"),
    purpose=Text(
        en="A professional shares up-to-date experience with a student and helps them find their place at work.",
        ru="Профессионал делится со студентом современным опытом и помогает ему найти себя в профессии.",
    ),
    source=Source(
        confidence=Confidence.RECALLED,
        statements=("S4",),
        references=("U28",),
        note="S4 names the form, U28 too; all that is in it is recalled. U28 advises an open base "
        "from which students choose the mentor themselves: here the choices of a mentee",
    ),
    mentor_position=Position.PROFESSIONAL,
    mentee_position=Position.STUDENT,
    categories=(PASSIVE, ACTIVE),
    role_models=(
        PROFESSIONAL_INDIFFERENT,
        SUCCESSFUL_CHOOSING,
        COLLEAGUE_FUTURE_COLLEAGUE,
        EMPLOYER_FUTURE_EMPLOYEE,
    ),
    tasks=(
        PROFESSIONAL_POTENTIAL,
        INFORMED_PROFESSION,
        WORKPLACE_ADAPTATION,
        PROFESSIONAL_SKILLS,
        COMMUNITY,
    ),
    results=(
        ExpectedResult(
            "self-determined-graduates",
            title=Text(
                en="graduates sure of their way", ru="выпускники, нашедшие себя в профессии"
            ),
            purpose=Text(
                en="Graduates set goals, know their trade of today and feel at home in it.",
                ru="Выпускники умеют ставить цели, владеют профессией и чувствуют себя в ней на своём месте.",
            ),
            source=recalled(),
        ),
    ),
    activities=(
        attrs.evolve(JOINT_PROJECT, source=recalled("employer–student: projects, business design")),
        attrs.evolve(JOINT_CONTEST, source=recalled("employer–student")),
        ENTERPRISE_EXCURSION,
        JOB_FAIR,
        Activity(
            "internship",
            title=Text(en="internship", ru="стажировка"),
            purpose=Text(
                en="The student works at the mentor's enterprise for a short or a longer time.",
                ru="Студент проходит на предприятии наставника короткую или длительную стажировку.",
            ),
            source=recalled("short and long ones"),
            settings={MENTORS_PLACE.id},
        ),
    ),
    requirements=(MINOR_MENTEE, EXPERIENCED_PROFESSIONAL),
    preferences=(YearsOfExperience(),),
    official=True,
)
"""«работодатель – студент». Source: recalled, S4 for its name."""
