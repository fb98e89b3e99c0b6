"""The form «студент – ученик»: a student of a college or a university helps a pupil.

Its goal and first two tasks were seen on a public page (U5); the rest is recalled.
"""

from typing import Final

import attrs

from nastavnik.basics.sources import Confidence, Source, inferred, recalled, seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.common_rules import (
    MINOR_MENTEE,
    MINOR_MENTOR,
    OF_PROGRAMME_AGE,
)
from nastavnik.methodology.target_model.indicators import (
    ACADEMIC_RESULTS,
    COMPLETED_PROJECTS,
    EMOTIONAL_BACKGROUND,
    FUTURE_MENTORS,
    PUPILS_ON_REGISTER,
)
from nastavnik.methodology.target_model.meetings import CLASS_HOUR, JOINT_PROJECT, MENTORS_PLACE
from nastavnik.methodology.target_model.qualities import (
    COMMUNITY_LEADER,
    ORGANISER,
    PROJECT_PARTICIPANT,
    VOLUNTEER,
)
from nastavnik.methodology.target_model.tasks import SOFT_SKILLS
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
from nastavnik.rules.catalogue import failures
from nastavnik.rules.catalogue.eligibility import ShowsQuality
from nastavnik.rules.catalogue.pairing import OffersNeededSubject, SharedPursuit
from nastavnik.rules.catalogue.preferences import NeededSubjects
from nastavnik.rules.sayings import Gain

__all__ = ["STUDENT_PUPIL"]

PASSIVE: Final = MenteeCategory(
    "passive",
    title=Text(en="passive pupil", ru="пассивный ученик"),
    purpose=Text(
        en="A pupil who has not yet found a goal: neither school nor the future has caught their interest.",
        ru="Ученик, который ещё не нашёл своей цели: ни школа, ни мысли о будущем его пока не увлекают.",
    ),
    for_participants=Text(
        en="support in learning and in choosing one's way",
        ru="поддержка в учёбе и в выборе своего пути",
    ),
    source=recalled(),
    indicators=(
        Sign(
            "little-motivation-to-learn",
            title=Text(
                en="does not yet see the point of learning", ru="пока не видит смысла в учёбе"
            ),
            source=recalled(),
        ),
        Sign(
            "puts-off-the-choice",
            title=Text(
                en="puts off the choice of a further way",
                ru="откладывает выбор дальнейшего пути",
            ),
            source=recalled(),
        ),
        Sign(
            "knows-little-of-chances",
            title=Text(
                en="knows little of what is possible after school",
                ru="мало знает о возможностях после школы",
            ),
            source=recalled(),
        ),
        Sign(
            "indifferent-to-school-life",
            title=Text(en="is indifferent to school life", ru="не интересуется школьной жизнью"),
            source=recalled(),
        ),
    ),
)
"""Passive pupil of «студент – ученик». Source: recalled."""

ACTIVE: Final = MenteeCategory(
    "active",
    title=Text(en="active pupil", ru="активный ученик"),
    purpose=Text(
        en="A pupil who wants to know and to do more, and does not find where to learn it.",
        ru="Ученик, который хочет знать и уметь больше, но не знает, где этому научиться.",
    ),
    for_participants=Text(
        en="new knowledge and support for ideas of one's own",
        ru="новые знания и поддержка собственных идей",
    ),
    source=recalled(),
    indicators=(
        Sign(
            "motivated-and-curious",
            title=Text(en="is motivated and curious", ru="хочет учиться и многим интересуется"),
            source=recalled(),
        ),
        Sign(
            "looks-beyond-school",
            title=Text(
                en="looks for information and skills that school does not give",
                ru="ищет сведения и навыки, которых школа не даёт",
            ),
            source=recalled(),
        ),
    ),
)
"""Active pupil of «студент – ученик». Source: recalled."""

PROSPECTS: Final = Task(
    "educational-prospects",
    title=Text(en="educational prospects", ru="образовательные перспективы"),
    purpose=Text(
        en="The pupil sees how far learning can lead, and begins to use what is in them.",
        ru="Ученик видит, куда может привести учёба, и начинает раскрывать свои возможности.",
    ),
    source=seen("U5"),
    indicators=(
        attrs.evolve(ACADEMIC_RESULTS, source=recalled("student–pupil")),
        attrs.evolve(COMPLETED_PROJECTS, source=recalled("student–pupil")),
    ),
)
"""View of one's own educational prospects. Source: seen, U5."""

TRAJECTORY: Final = Task(
    "informed-trajectory",
    title=Text(
        en="informed choice of an educational trajectory",
        ru="осознанный выбор образовательной траектории",
    ),
    purpose=Text(
        en="The pupil decides where to learn next, knowing what awaits them there.",
        ru="Ученик решает, где учиться дальше, и знает, что его там ждёт.",
    ),
    source=seen("U5"),
    indicators=(
        attrs.evolve(
            PUPILS_ON_REGISTER, source=recalled("student–pupil: disoriented pupils on registers")
        ),
    ),
)
"""Informed choice of a further trajectory («траектория»). Source: seen, U5."""

REGIONAL_LINKS: Final = Task(
    "regional-links",
    title=Text(
        en="links between organisations of the region", ru="связи между организациями региона"
    ),
    purpose=Text(
        en="School, college and university work together, and more pupils go on to learn there.",
        ru="Школа сотрудничает с колледжем и вузом, и всё больше учеников идёт туда учиться дальше.",
    ),
    source=recalled(),
    indicators=(
        Indicator(
            "entrants-to-faculties",
            title=Text(
                en="entrants to the mentors' faculties", ru="поступившие на факультеты наставников"
            ),
            purpose=Text(
                en="How many pupils enter the faculties where their mentors study.",
                ru="Сколько учеников поступает на факультеты, где учатся их наставники.",
            ),
            source=recalled(),
            wanted=Direction.UP,
        ),
    ),
)
"""Links between educational organisations of the region. Source: recalled."""

COMMUNITIES: Final = Task(
    "students-and-pupils-community",
    title=Text(en="community of students and pupils", ru="сообщество студентов и учеников"),
    purpose=Text(
        en="Students and pupils keep in touch, and those who were helped later help others.",
        ru="Студенты и ученики не теряют связи друг с другом, а те, кому помогли, потом сами помогают "
        "другим.",
    ),
    source=recalled(),
    indicators=(
        FUTURE_MENTORS,
        attrs.evolve(EMOTIONAL_BACKGROUND, source=recalled("student–pupil")),
    ),
)
"""Stable communities of students and of the school. Source: recalled."""

ACHIEVER_UNDERACHIEVER: Final = RoleModel(
    "achiever-underachiever",
    title=Text(en="achiever – underachiever", ru="успевающий – неуспевающий"),
    purpose=Text(
        en="A student helps a pupil to better results, and to order in learning.",
        ru="Студент помогает ученику улучшить результаты и навести порядок в учёбе.",
    ),
    for_participants=Text(en="help with learning", ru="помощь в учёбе"),
    source=recalled(),
    tasks={PROSPECTS.id, SOFT_SKILLS.id},
    requirements=(OffersNeededSubject(),),
    preferences=(
        NeededSubjects(
            id="help-with-subjects",
            sentence=Text(
                en="The mentee needs help with subjects, and the mentor offers it.",
                ru="Наставляемому нужна помощь по предметам, и наставник её предлагает.",
            ),
            gain=Gain(
                given=Text(
                    en="The role model is meant for help with subjects",
                    ru="Ролевая модель рассчитана на помощь по предметам",
                ),
            ),
            source=inferred(
                note="so that this role model comes first where subjects are asked for"
            ),
            weight=1,
        ),
    ),
)
"""«успевающий – неуспевающий» of «студент – ученик». Source: recalled."""

LEADER_INDIFFERENT: Final = RoleModel(
    "leader-indifferent",
    title=Text(en="leader – indifferent", ru="лидер – равнодушный"),
    purpose=Text(
        en="A socially active student supports the pupil by word and example, and wakes their interest.",
        ru="Социально активный студент поддерживает ученика словом и личным примером, пробуждает в нём интерес.",
    ),
    for_participants=Text(
        en="new interests and common undertakings", ru="новые интересы и общие дела"
    ),
    source=recalled(),
    categories={PASSIVE.id},
    binding_source=inferred(note="indifference is by what the portrait knows the passive pupil"),
    tasks={TRAJECTORY.id, COMMUNITIES.id},
    requirements=(
        ShowsQuality(
            id="socially-active-student",
            sentence=Text(
                en="The {side} is socially active: leads a community, organises or volunteers.",
                ru="{Side} ведёт общественную работу: это лидер сообщества, организатор или волонтёр.",
            ),
            source=inferred(note="name and portrait are recalled; which qualities show it is ours"),
            any_of=frozenset({COMMUNITY_LEADER.id, ORGANISER.id, VOLUNTEER.id}),
            failure=failures.SOCIALLY_ACTIVE,
        ),
    ),
)
"""«лидер – равнодушный». Source: recalled."""

PEER_OTHER: Final = RoleModel(
    "peer-other",
    title=Text(en="peer – other", ru="равный – другому"),
    purpose=Text(
        en="Two people who are unlike exchange their skills and do something of interest together after lessons.",
        ru="Двое непохожих людей обмениваются навыками и вместе заняты интересным делом после уроков.",
    ),
    for_participants=Text(
        en="exchange of skills and pursuits after lessons",
        ru="обмен умениями и занятия после уроков",
    ),
    source=recalled(),
    tasks={SOFT_SKILLS.id, COMMUNITIES.id},
)
"""«равный – другому». Source: recalled."""

CURATOR_PROJECT_AUTHOR: Final = RoleModel(
    "curator-project-author",
    title=Text(en="curator – author of a project", ru="куратор – автор проекта"),
    purpose=Text(
        en="A student tutors a pupil's project, be it of art, learning or business.",
        ru="Студент помогает ученику вести его проект – творческий, учебный или деловой.",
    ),
    for_participants=Text(
        en="help with one's own project", ru="помощь в работе над собственным проектом"
    ),
    source=recalled(),
    tasks={PROSPECTS.id, SOFT_SKILLS.id, REGIONAL_LINKS.id},
    requirements=(
        ShowsQuality(
            id="project-experience",
            sentence=Text(
                en="The {side} has taken part in projects.",
                ru="У {side_of} есть опыт участия в проектах.",
            ),
            source=inferred(note="the portrait, recalled, has the mentor take part in projects"),
            any_of=frozenset({PROJECT_PARTICIPANT.id}),
            failure=failures.PROJECT_EXPERIENCE,
        ),
        SharedPursuit(source=inferred("S10", note="a joint project needs a common field")),
    ),
)
"""«куратор – автор проекта». Source: recalled."""

STUDENT_PUPIL: Final = MentoringForm(
    "student-pupil",
    title=Text(en="student – pupil", ru="студент – ученик"),
    purpose=Text(
        en="A student shows a pupil the next level of education from inside and helps to find "
        "a way of one's own to it.",
        ru="Студент показывает ученику следующую ступень образования изнутри и помогает найти "
        "к ней свой путь.",
    ),
    source=Source(
        confidence=Confidence.SEEN,
        statements=("S4",),
        references=("U5", "N1"),
        note="S4 names the form; its goal was seen; its role models and portraits are recalled, and "
        "with them a senior pupil as the passive one, whom no grade is asked of",
    ),
    mentor_position=Position.STUDENT,
    mentee_position=Position.PUPIL,
    categories=(PASSIVE, ACTIVE),
    role_models=(
        ACHIEVER_UNDERACHIEVER,
        LEADER_INDIFFERENT,
        PEER_OTHER,
        CURATOR_PROJECT_AUTHOR,
    ),
    tasks=(PROSPECTS, TRAJECTORY, SOFT_SKILLS, REGIONAL_LINKS, COMMUNITIES),
    results=(
        ExpectedResult(
            "resource-for-choice",
            title=Text(en="resource for an informed choice", ru="ресурс для осознанного выбора"),
            purpose=Text(
                en="Results, motivation and skills grow, and the pupil makes an informed choice of a way in life, "
                "learning and work.",
                ru="У ученика растут результаты, навыки и интерес к учёбе, "
                "и он осознанно выбирает свой путь в жизни, учёбе и профессии.",
            ),
            source=seen("U5"),
        ),
    ),
    activities=(
        attrs.evolve(JOINT_PROJECT, source=recalled("student–pupil: projects, a joint product")),
        CLASS_HOUR,
        Activity(
            "campus-excursion",
            title=Text(
                en="excursion to the mentor's place of study",
                ru="экскурсия туда, где учится наставник",
            ),
            purpose=Text(
                en="The pupil sees where the mentor studies and sits in on classes.",
                ru="Ученик видит, где учится наставник, и бывает там на занятиях.",
            ),
            source=recalled("excursions, sitting in on classes"),
            settings={MENTORS_PLACE.id},
        ),
    ),
    requirements=(MINOR_MENTOR, MINOR_MENTEE, OF_PROGRAMME_AGE),
    official=True,
)
"""«студент – ученик». Source: seen, U5; S4 for its name."""
