"""The form «учитель – учитель»: an experienced teacher helps a colleague.

Its categories are three kinds of teachers, not the active and the passive. It knows no number of
years for the mentor: two role models compare the experience of the two, and one turns the comparison
round. Whoever is new at a school, of whatever experience, is introduced by a colleague who knows it, and
whoever is worn out is supported by a colleague: there years are not compared. More years give points
all the same, but for the innovator.
"""

from typing import Final

from nastavnik.basics.sources import Confidence, Source, inferred, recalled, seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.meetings import PROFESSIONAL_DEVELOPMENT
from nastavnik.methodology.target_model.qualities import (
    AUTHOR,
    COMMUNITY_LEADER,
    INNOVATOR,
    PROFESSIONAL_CONTEST_WINNER,
    SPEAKER,
)
from nastavnik.methodology.target_model.teacher_tasks import (
    ADVANCED_EXPERIENCE,
    EFFECTIVE_METHODS,
    FORMATION,
    SCHOOL_COMMUNITY,
    SELF_ANALYSIS,
    STAYING,
)
from nastavnik.methodology.values import Activity, ExpectedResult, MenteeCategory, Sign
from nastavnik.people.records import Position
from nastavnik.rules.base import Side
from nastavnik.rules.catalogue import failures
from nastavnik.rules.catalogue.eligibility import ExperienceUpTo, ShowsQuality
from nastavnik.rules.catalogue.pairing import (
    LessExperienced,
    MoreExperienced,
    SameOrganisation,
    SameTaughtSubject,
)
from nastavnik.rules.catalogue.preferences import ShownQualities, YearsOfExperience

__all__ = ["TEACHER_TEACHER"]

NOVICE: Final = MenteeCategory(
    "novice",
    title=Text(en="novice teacher", ru="молодой специалист"),
    purpose=Text(
        en="A teacher in the first years at work who meets with difficulties.",
        ru="Педагог, который работает первые годы и сталкивается с трудностями.",
    ),
    for_participants=Text(
        en="support in the first years of work", ru="поддержка в первые годы работы"
    ),
    source=seen("N1", note="0 to 3 years of service; the second indicator is recalled"),
    indicators=(
        Sign(
            "first-years-of-teaching",
            title=Text(
                en="has been teaching for up to three years", ru="преподаёт не больше трёх лет"
            ),
            source=seen("N1"),
        ),
        Sign(
            "hard-to-teach",
            title=Text(
                en="finds it hard to plan lessons or to manage a class",
                ru="с трудом планирует уроки или справляется с классом",
            ),
            source=recalled(),
        ),
    ),
)
"""Novice teacher («молодой специалист»). Source: seen, N1."""

NEWCOMER: Final = MenteeCategory(
    "newcomer",
    title=Text(en="teacher at a new workplace", ru="педагог на новом месте работы"),
    purpose=Text(
        en="A teacher, experienced or not, who has to get used to a new school.",
        ru="Педагог, опытный или начинающий, которому нужно освоиться в новой школе.",
    ),
    for_participants=Text(en="acquaintance with the school", ru="знакомство со школой"),
    source=seen("N1", note="new at the workplace; the second indicator is recalled"),
    indicators=(
        Sign(
            "new-at-this-school",
            title=Text(en="has come to this school recently", ru="работает в этой школе недавно"),
            source=recalled(),
        ),
        Sign(
            "knows-nobody-yet",
            title=Text(
                en="does not yet know the people and customs of the school",
                ru="ещё не знает людей и порядков школы",
            ),
            source=recalled(),
        ),
    ),
)
"""Teacher at a new workplace. Source: seen, N1."""

BURNT_OUT: Final = MenteeCategory(
    "burnt-out",
    title=Text(en="burnt-out teacher", ru="педагог с эмоциональным выгоранием"),
    purpose=Text(
        en="A teacher whom chronic fatigue has deprived of the joy of work.",
        ru="Педагог, которому из-за хронической усталости работа перестала быть в радость.",
    ),
    for_participants=Text(en="friendly support at work", ru="дружеская поддержка в работе"),
    source=recalled("looked for on public pages and not found"),
    indicators=(
        Sign(
            "always-tired",
            title=Text(en="is tired all the time", ru="постоянно чувствует усталость"),
            source=recalled(),
        ),
        Sign(
            "lost-interest",
            title=Text(
                en="no longer feels the former interest in the work",
                ru="не чувствует прежнего интереса к работе",
            ),
            source=recalled(),
        ),
    ),
)
"""Teacher in emotional burnout («эмоциональное выгорание»). Source: recalled."""

_NEWCOMERS: Final = frozenset({NEWCOMER.id})
_SIGNS_OF_NEWCOMERS: Final = frozenset(sign.id for sign in NEWCOMER.indicators)

EXPERIENCED_NOVICE: Final = RoleModel(
    "experienced-novice",
    title=Text(
        en="experienced teacher – novice teacher", ru="опытный педагог – молодой специалист"
    ),
    purpose=Text(
        en="An experienced teacher helps a novice to gain skills and to stay in the job, and "
        "introduces a newcomer to the school.",
        ru="Опытный педагог помогает молодому специалисту обрести навыки и закрепиться на работе, "
        "а новичку в школе – освоиться в ней.",
    ),
    for_participants=Text(
        en="help by an experienced colleague",
        ru="помощь опытного коллеги",
    ),
    source=recalled("the form's mentee is a teacher of 0 to 3 years or new at the workplace (N1)"),
    categories={NOVICE.id, NEWCOMER.id},
    binding_source=Source(
        confidence=Confidence.INFERRED,
        references=("N1",),
        note="the role model's name is the name of one category; the other stands beside it in the "
        "description of the form's mentee, and no role model is named after it",
    ),
    newcomers=seen("N1", note="new at the workplace, by whatever that is known"),
    tasks={SELF_ANALYSIS.id, EFFECTIVE_METHODS.id, STAYING.id, FORMATION.id, SCHOOL_COMMUNITY.id},
    requirements=(
        ExperienceUpTo(
            id="mentee-experience-up-to",
            sentence=Text(
                en="The experience of the {side} is {years} full years or less, or the workplace is new.",
                ru="Стаж {side_of} в полных годах – не больше {years}, или место работы у него новое.",
            ),
            failure=failures.NOVICE_OR_NEWCOMER,
            side=Side.MENTEE,
            not_asked_of=_NEWCOMERS,
            not_asked_with=_SIGNS_OF_NEWCOMERS,
        ),
        MoreExperienced(
            sentence=Text(
                en="The mentor has more experience; the difference in full years is {by} or more; it is not asked "
                "where the mentee is new at the workplace.",
                ru="Стаж наставника больше; разница в полных годах – не меньше {by}; если наставляемый "
                "работает на новом месте, стаж не сравнивается.",
            ),
            not_asked_of=_NEWCOMERS,
            not_asked_with=_SIGNS_OF_NEWCOMERS,
        ),
    ),
    preferences=(YearsOfExperience(),),
)
"""«опытный педагог – молодой специалист», also for whoever is new at the school. Source: recalled."""

LEADER_TROUBLED: Final = RoleModel(
    "leader-troubled",
    title=Text(
        en="leader of the teachers' community – teacher in difficulty",
        ru="лидер педагогического сообщества – педагог, испытывающий проблемы",
    ),
    purpose=Text(
        en="A respected teacher supports a colleague both as a person and in the profession.",
        ru="Авторитетный педагог поддерживает коллегу и эмоционально, и профессионально.",
    ),
    for_participants=Text(en="friendly support at work", ru="дружеская поддержка в работе"),
    source=recalled(),
    categories={BURNT_OUT.id},
    binding_source=inferred(note="burnt-out teachers are the ones in difficulty of its name"),
    tasks={STAYING.id, SELF_ANALYSIS.id, SCHOOL_COMMUNITY.id},
    preferences=(
        ShownQualities(
            id="leader-of-teachers",
            sentence=Text(
                en="The mentor is a leader among teachers: leads a community, wins contests, publishes or gives "
                "seminars.",
                ru="Наставник пользуется авторитетом у педагогов: "
                "это лидер сообщества, победитель конкурсов, автор публикаций или "
                "ведущий семинаров.",
            ),
            source=inferred(
                note="name and portrait are recalled; which qualities show it is ours, and that "
                "a tired teacher is not refused a mentor for want of a noted quality"
            ),
            weight=4,
            any_of=frozenset(
                {COMMUNITY_LEADER.id, PROFESSIONAL_CONTEST_WINNER.id, AUTHOR.id, SPEAKER.id}
            ),
        ),
        YearsOfExperience(),
    ),
)
"""«лидер педагогического сообщества – педагог, испытывающий проблемы». Source: recalled."""

INNOVATOR_CONSERVATIVE: Final = RoleModel(
    "innovator-conservative",
    title=Text(
        en="innovator – conservative teacher", ru="педагог-новатор – консервативный педагог"
    ),
    purpose=Text(
        en="A younger colleague shows an older one new methods and digital tools.",
        ru="Младший коллега показывает старшему новые методы и цифровые инструменты.",
    ),
    for_participants=Text(
        en="exchange of methods and work with digital tools",
        ru="обмен методиками и работа с цифровыми инструментами",
    ),
    source=recalled("reverse mentoring"),
    tasks={EFFECTIVE_METHODS.id, ADVANCED_EXPERIENCE.id},
    requirements=(
        ShowsQuality(
            id="innovator",
            sentence=Text(
                en="The {side} has a command of new methods and digital tools.",
                ru="{Side} владеет новыми методами и цифровыми инструментами.",
            ),
            source=recalled("named by the role model"),
            any_of=frozenset({INNOVATOR.id}),
            failure=failures.INNOVATOR,
        ),
        LessExperienced(),
    ),
)
"""«педагог-новатор – консервативный педагог», reverse mentoring. Source: recalled."""

SUBJECT_EXPERT_BEGINNER: Final = RoleModel(
    "subject-expert-beginner",
    title=Text(
        en="expert in the subject – beginner in it",
        ru="опытный предметник – неопытный предметник",
    ),
    purpose=Text(
        en="Two teachers of one subject: the one at home in it gives methodical support.",
        ru="Двое преподают один предмет: тот, кто опытнее, помогает другому с методикой.",
    ),
    for_participants=Text(
        en="methodical support in the subject", ru="методическая поддержка по предмету"
    ),
    source=recalled("its mentor is the «наставник-предметник»"),
    tasks={EFFECTIVE_METHODS.id, ADVANCED_EXPERIENCE.id, FORMATION.id},
    requirements=(SameTaughtSubject(), MoreExperienced()),
    preferences=(YearsOfExperience(),),
)
"""«опытный предметник – неопытный предметник». Source: recalled."""

TEACHER_TEACHER: Final = MentoringForm(
    "teacher-teacher",
    title=Text(en="teacher – teacher", ru="учитель – учитель"),
    purpose=Text(
        en="A teacher who begins, is new at the school or worn out finds a firm footing with a colleague.",
        ru="Педагог, который только начинает, осваивается в новой школе или устал от работы, находит опору в коллеге.",
    ),
    source=Source(
        confidence=Confidence.RECALLED,
        statements=("S4",),
        references=("U21", "N1"),
        note="S4 names the form, N1 its second name «педагог – педагог» and its mentees; the rest is "
        "recalled, as are two types of mentors: a consultant («наставник-консультант») and one for "
        "the subject («наставник-предметник»)",
    ),
    mentor_position=Position.TEACHER,
    mentee_position=Position.TEACHER,
    categories=(NOVICE, NEWCOMER, BURNT_OUT),
    role_models=(
        EXPERIENCED_NOVICE,
        LEADER_TROUBLED,
        INNOVATOR_CONSERVATIVE,
        SUBJECT_EXPERT_BEGINNER,
    ),
    tasks=(
        SELF_ANALYSIS,
        EFFECTIVE_METHODS,
        ADVANCED_EXPERIENCE,
        STAYING,
        FORMATION,
        SCHOOL_COMMUNITY,
    ),
    results=(
        ExpectedResult(
            "confident-teachers",
            title=Text(en="confident teachers", ru="уверенные педагоги"),
            purpose=Text(
                en="Young and new teachers feel at home at school and grow in craft and character.",
                ru="Молодые и новые педагоги чувствуют себя в школе своими, растут как мастера и как люди.",
            ),
            source=recalled(),
        ),
    ),
    activities=(
        Activity(
            "joint-course",
            title=Text(en="joint course", ru="совместные курсы"),
            purpose=Text(
                en="The two take a course together and try out what they learn.",
                ru="Двое вместе проходят курсы и пробуют изученное на практике.",
            ),
            source=recalled(),
            settings={PROFESSIONAL_DEVELOPMENT.id},
        ),
        Activity(
            "creative-workshop",
            title=Text(en="creative workshop", ru="творческая мастерская"),
            purpose=Text(
                en="Teachers work out lessons and materials together.",
                ru="Педагоги вместе разрабатывают уроки и материалы.",
            ),
            source=recalled(),
            settings={PROFESSIONAL_DEVELOPMENT.id},
        ),
        Activity(
            "young-teachers-school",
            title=Text(en="school of the young teacher", ru="школа молодого учителя"),
            purpose=Text(
                en="Novices meet regularly and learn from experienced colleagues.",
                ru="Молодые специалисты регулярно собираются и учатся у опытных коллег.",
            ),
            source=recalled(),
            settings={PROFESSIONAL_DEVELOPMENT.id},
        ),
        Activity(
            "seminar",
            title=Text(en="seminar", ru="семинар"),
            purpose=Text(
                en="Teachers discuss their experience and write down what is worth keeping.",
                ru="Педагоги обсуждают свой опыт и записывают то, что стоит сохранить.",
            ),
            source=recalled("a manual of methods may come of it"),
            settings={PROFESSIONAL_DEVELOPMENT.id},
        ),
    ),
    requirements=(
        SameOrganisation(
            source=inferred(
                note="a colleague knows the place in which the other has to feel at home"
            ),
        ),
    ),
    official=True,
)
"""«учитель – учитель». Source: recalled, S4 for its name."""
