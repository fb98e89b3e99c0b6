"""The form «работодатель – ученик»: a professional of the region helps a senior pupil.

All of it is recalled; the numbers, of which memory is unsure, are parameters of the rules.
"""

from typing import Final

import attrs

from nastavnik.basics.sources import Confidence, Source, inferred, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.common_rules import (
    EXPERIENCED_PROFESSIONAL,
    MINOR_MENTEE,
    OF_PROGRAMME_AGE,
)
from nastavnik.methodology.target_model.indicators import (
    ACADEMIC_RESULTS,
    CLUB_ATTENDANCE,
    COMPLETED_PROJECTS,
    EMOTIONAL_BACKGROUND,
    FUTURE_EMPLOYEES,
)
from nastavnik.methodology.target_model.meetings import (
    CLASS_HOUR,
    ENTERPRISE_EXCURSION,
    JOB_FAIR,
    JOINT_CONTEST,
    JOINT_PROJECT,
    OUT_OF_CLASS,
)
from nastavnik.methodology.target_model.tasks import (
    INFORMED_PROFESSION,
    PROFESSIONAL_POTENTIAL,
    SOFT_SKILLS,
)
from nastavnik.methodology.values import Activity, ExpectedResult, MenteeCategory, Sign, Task
from nastavnik.people.records import Position
from nastavnik.rules.base import Side
from nastavnik.rules.catalogue.eligibility import GradeFrom
from nastavnik.rules.catalogue.pairing import SharedPursuit
from nastavnik.rules.catalogue.preferences import YearsOfExperience

__all__ = ["EMPLOYER_PUPIL"]

PASSIVE: Final = MenteeCategory(
    "passive",
    title=Text(en="passive pupil", ru="пассивный ученик"),
    purpose=Text(
        en="A senior pupil who does not yet know what to become and has not thought about it.",
        ru="Старшеклассник, который пока не знает, кем быть, и ещё не думал об этом.",
    ),
    for_participants=Text(en="acquaintance with professions", ru="знакомство с профессиями"),
    source=recalled(),
    indicators=(
        Sign(
            "little-motivation",
            title=Text(
                en="does not yet see what to strive for", ru="пока не видит, ради чего стараться"
            ),
            source=recalled(),
        ),
        Sign(
            "no-bearings-in-life",
            title=Text(en="finds no bearings in life ahead", ru="не видит жизненных ориентиров"),
            source=recalled(),
        ),
        Sign(
            "knows-few-professions",
            title=Text(
                en="knows little of professions and careers", ru="мало знает о профессиях и карьере"
            ),
            source=recalled(),
        ),
    ),
)
"""Passive pupil of «работодатель – ученик». Source: recalled."""

ACTIVE: Final = MenteeCategory(
    "active",
    title=Text(en="active pupil", ru="активный ученик"),
    purpose=Text(
        en="A socially active pupil who would like new contacts and skills.",
        ru="Социально активный ученик, которому хочется новых знакомств и умений.",
    ),
    for_participants=Text(en="new contacts and skills", ru="новые знакомства и умения"),
    source=recalled(),
    indicators=(
        Sign(
            "active-in-society",
            title=Text(
                en="takes an active part in society", ru="много занимается общественными делами"
            ),
            source=recalled(),
        ),
        Sign(
            "wants-to-learn-more",
            title=Text(
                en="wants to learn more than is taught",
                ru="хочет узнать больше, чем дают на уроках",
            ),
            source=recalled(),
        ),
        Sign(
            "looks-for-contacts-and-skills",
            title=Text(en="looks for contacts and new skills", ru="ищет новые знакомства и навыки"),
            source=recalled(),
        ),
    ),
)
"""Active pupil of «работодатель – ученик». Source: recalled."""

VALUE_POSITION: Final = Task(
    "value-position",
    title=Text(en="position on values", ru="ценностная позиция"),
    purpose=Text(
        en="The pupil works out what matters to them in life and at work.",
        ru="Ученик определяет, что для него важно в жизни и в работе.",
    ),
    source=recalled(),
    indicators=(
        attrs.evolve(CLUB_ATTENDANCE, source=recalled("employer–pupil")),
        attrs.evolve(EMOTIONAL_BACKGROUND, source=recalled("employer–pupil")),
    ),
)
"""A position on values («ценностная позиция»). Source: recalled."""

FIRST_SKILLS: Final = Task(
    "first-professional-skills",
    title=Text(en="first professional skills", ru="первые профессиональные навыки"),
    purpose=Text(
        en="The pupil tries out real work and learns the first of what it takes.",
        ru="Ученик пробует себя в настоящем деле и осваивает его азы.",
    ),
    source=recalled(),
    indicators=(
        attrs.evolve(ACADEMIC_RESULTS, source=recalled("employer–pupil")),
        attrs.evolve(
            COMPLETED_PROJECTS, source=recalled("employer–pupil: projects done with the enterprise")
        ),
    ),
)
"""First professional skills. Source: recalled."""

COMMUNITY: Final = Task(
    "business-and-pupils-community",
    title=Text(en="community of business and pupils", ru="сообщество бизнеса и учеников"),
    purpose=Text(
        en="Enterprises of the region and pupils keep in touch beyond one programme.",
        ru="Предприятия региона и ученики не теряют связи друг с другом и после программы.",
    ),
    source=recalled(),
    indicators=(FUTURE_EMPLOYEES,),
)
"""Stable community of business and pupils. Source: recalled."""

PROFESSIONAL_INDIFFERENT: Final = RoleModel(
    "professional-indifferent",
    title=Text(
        en="active professional – indifferent consumer",
        ru="активный профессионал – равнодушный потребитель",
    ),
    purpose=Text(
        en="Someone who loves their work wakes the pupil's interest, speaks of values, helps to find a way.",
        ru="Увлечённый профессионал пробуждает в ученике интерес, говорит с ним о ценностях, помогает найти себя.",
    ),
    for_participants=Text(en="acquaintance with a profession", ru="знакомство с профессией"),
    source=recalled(),
    categories={PASSIVE.id},
    binding_source=inferred(note="the indifferent one is the passive one, whom it is to motivate"),
    tasks={VALUE_POSITION.id, INFORMED_PROFESSION.id},
)
"""«активный профессионал – равнодушный потребитель». Source: recalled."""

COLLEAGUE_YOUNG_COLLEAGUE: Final = RoleModel(
    "colleague-young-colleague",
    title=Text(en="colleague – young colleague", ru="коллега – молодой коллега"),
    purpose=Text(
        en="The two carry out a project together: creative, of business or for society.",
        ru="Двое вместе ведут проект: творческий, предпринимательский или социальный.",
    ),
    for_participants=Text(
        en="a joint project with a professional", ru="совместный проект с профессионалом"
    ),
    source=recalled(),
    tasks={PROFESSIONAL_POTENTIAL.id, SOFT_SKILLS.id, COMMUNITY.id},
    requirements=(SharedPursuit(source=inferred(note="a joint project needs a common field")),),
)
"""«коллега – молодой коллега». Source: recalled."""

EMPLOYER_FUTURE_EMPLOYEE: Final = RoleModel(
    "employer-future-employee",
    title=Text(en="employer – future employee", ru="работодатель – будущий сотрудник"),
    purpose=Text(
        en="The pupil gains skills with which the mentor's enterprise may one day take them on.",
        ru="Ученик осваивает навыки, с которыми потом сможет прийти работать на предприятие наставника.",
    ),
    for_participants=Text(en="first professional skills", ru="первые профессиональные навыки"),
    source=recalled(),
    tasks={FIRST_SKILLS.id, PROFESSIONAL_POTENTIAL.id, INFORMED_PROFESSION.id},
)
"""«работодатель – будущий сотрудник». Source: recalled."""

EMPLOYER_PUPIL: Final = MentoringForm(
    "employer-pupil",
    title=Text(en="employer – pupil", ru="работодатель – ученик"),
    purpose=Text(
        en="A professional of the region helps a senior pupil to discover abilities and to choose "
        "what to do with them.",
        ru="Профессионал с предприятия региона помогает старшекласснику раскрыть способности "
        "и решить, где их применить.",
    ),
    source=Source(
        confidence=Confidence.RECALLED,
        statements=("S4",),
        note="S4 names the form; what it is for, and all that is in it, is recalled",
    ),
    mentor_position=Position.PROFESSIONAL,
    mentee_position=Position.PUPIL,
    categories=(PASSIVE, ACTIVE),
    role_models=(
        PROFESSIONAL_INDIFFERENT,
        COLLEAGUE_YOUNG_COLLEAGUE,
        EMPLOYER_FUTURE_EMPLOYEE,
    ),
    tasks=(
        PROFESSIONAL_POTENTIAL,
        INFORMED_PROFESSION,
        VALUE_POSITION,
        SOFT_SKILLS,
        FIRST_SKILLS,
        COMMUNITY,
    ),
    results=(
        ExpectedResult(
            "informed-self-realisation",
            title=Text(en="informed self-realisation", ru="осознанная самореализация"),
            purpose=Text(
                en="Senior pupils want to develop their talents and know where to take them.",
                ru="Старшеклассники хотят развивать свои таланты и понимают, где их применить.",
            ),
            source=recalled(),
        ),
    ),
    activities=(
        attrs.evolve(JOINT_PROJECT, source=recalled("employer–pupil")),
        attrs.evolve(JOINT_CONTEST, source=recalled("employer–pupil: contests, debates")),
        CLASS_HOUR,
        ENTERPRISE_EXCURSION,
        Activity(
            "master-class",
            title=Text(en="master class", ru="мастер-класс"),
            purpose=Text(
                en="The mentor shows their craft and lets pupils try it.",
                ru="Наставник показывает своё ремесло и даёт ученикам попробовать себя в нём.",
            ),
            source=recalled(),
            settings={OUT_OF_CLASS.id},
        ),
        JOB_FAIR,
    ),
    requirements=(
        MINOR_MENTEE,
        OF_PROGRAMME_AGE,
        GradeFrom(id="mentee-grade-from", side=Side.MENTEE),
        EXPERIENCED_PROFESSIONAL,
    ),
    preferences=(YearsOfExperience(),),
    official=True,
)
"""«работодатель – ученик». Source: recalled, S4 for its name."""
