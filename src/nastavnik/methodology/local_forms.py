"""Forms outside the official five: worked examples of how a school or a college registers one of its own.

    >>> from nastavnik.methodology import TARGET_MODEL
    >>> ours = TARGET_MODEL.with_form(TEACHER_PUPIL)
    >>> ours.form("teacher-pupil").official, len(TARGET_MODEL.forms), len(ours.forms)
    (False, 5, 6)

The founding text closes with the teacher as friend, example and mentor of the pupils (S15), which
fits none of the five forms. Schools do run such a form under a name of their own. Colleges are in the scope of
the model as well, and know pupil–pupil as student–student:

    >>> from nastavnik.methodology import TARGET_MODEL
    >>> [model.id for model in TARGET_MODEL.with_form(STUDENT_STUDENT).form("student-student").role_models]
    ['achiever-underachiever', 'leader-passive', 'peer-peer']
"""

from typing import Final

import attrs

from nastavnik.basics.sources import Confidence, Source, inferred, seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.common_rules import (
    MINOR_MENTEE,
    MINOR_MENTOR,
    OF_PROGRAMME_AGE,
)
from nastavnik.methodology.target_model.employer_student import EMPLOYER_STUDENT
from nastavnik.methodology.target_model.meetings import (
    JOINT_CONTEST,
    JOINT_PROJECT,
    OLYMPIAD_PREPARATION,
)
from nastavnik.methodology.target_model.qualities import COMMUNITY_LEADER, LEADERSHIP
from nastavnik.methodology.target_model.tasks import (
    FAVOURABLE_CLIMATE,
    POTENTIAL_AND_RESULTS,
    SOFT_SKILLS,
)
from nastavnik.methodology.values import ExpectedResult, Task
from nastavnik.people.records import Position
from nastavnik.rules.catalogue import failures
from nastavnik.rules.catalogue.eligibility import ShowsQuality
from nastavnik.rules.catalogue.pairing import (
    OffersNeededSubject,
    SameOrganisation,
    SharedPursuit,
)
from nastavnik.rules.catalogue.preferences import YearsOfExperience

__all__ = ["STUDENT_STUDENT", "TEACHER_PUPIL"]

TRUSTED_ADULT: Final = Task(
    "trusted-adult",
    title=Text(en="trusted adult", ru="взрослый, которому доверяют"),
    purpose=Text(
        en="The pupil has an adult at school to turn to with any question.",
        ru="У ученика есть в школе взрослый, к которому можно прийти с любым вопросом.",
    ),
    source=inferred("S15"),
)
"""An adult at school whom the pupil trusts. Source: inferred, S15."""

STUDENT_ADAPTATION: Final = Task(
    "student-adaptation",
    title=Text(en="adaptation of a new student", ru="адаптация новых студентов"),
    purpose=Text(
        en="A student who is new to the college soon feels at home there.",
        ru="Студент, который только что поступил в колледж, быстро становится там своим.",
    ),
    source=inferred("S12", note="as of a newcomer to a school"),
)
"""Adaptation of a student who is new to the college. Source: inferred, S12."""

FRIEND_AND_EXAMPLE: Final = RoleModel(
    "friend-and-example",
    title=Text(en="friend and example – pupil", ru="друг и пример – ученик"),
    purpose=Text(
        en="To the pupil, the teacher is an older friend whose example one wants to follow.",
        ru="Учитель для ученика – старший друг, с которого хочется брать пример.",
    ),
    for_participants=Text(
        en="help by an adult to whom one can turn with any question",
        ru="помощь взрослого, к которому можно прийти с любым вопросом",
    ),
    source=inferred("S15"),
    tasks={TRUSTED_ADULT.id, FAVOURABLE_CLIMATE.id},
)
"""Teacher as friend and example. Source: inferred, S15."""

TEACHER_TALENTED_PUPIL: Final = RoleModel(
    "teacher-talented-pupil",
    title=Text(en="teacher – talented pupil", ru="преподаватель – талантливый обучающийся"),
    purpose=Text(
        en="A teacher leads a gifted pupil beyond the syllabus in a subject.",
        ru="Учитель занимается с одарённым учеником своим предметом сверх школьной программы.",
    ),
    for_participants=Text(en="going further in a subject", ru="занятия любимым предметом"),
    source=seen("U32", note="the name; the rule is ours"),
    tasks={POTENTIAL_AND_RESULTS.id},
    requirements=(
        OffersNeededSubject(source=inferred(note="a talent is led on in the subject of its own")),
    ),
)
"""«преподаватель – талантливый обучающийся». Source: seen, U32."""

TEACHER_PUPIL: Final = MentoringForm(
    "teacher-pupil",
    title=Text(en="teacher – pupil", ru="учитель – ученик"),
    purpose=Text(
        en="A teacher becomes a mentor, a friend and an example to pupils of the same school.",
        ru="Учитель становится для учеников своей школы наставником, другом и примером.",
    ),
    source=Source(
        confidence=Confidence.INFERRED,
        statements=("S15",),
        references=("U29", "U30"),
        note="none of the five forms; schools that run it were seen",
    ),
    mentor_position=Position.TEACHER,
    mentee_position=Position.PUPIL,
    role_models=(FRIEND_AND_EXAMPLE, TEACHER_TALENTED_PUPIL),
    tasks=(TRUSTED_ADULT, FAVOURABLE_CLIMATE, POTENTIAL_AND_RESULTS),
    results=(
        ExpectedResult(
            "trust-in-teachers",
            title=Text(en="trust in teachers", ru="доверие к учителям"),
            purpose=Text(
                en="Pupils trust their teachers and take heart from their example.",
                ru="Ученики доверяют учителям и берут с них пример.",
            ),
            source=inferred("S15"),
        ),
    ),
    activities=(
        attrs.evolve(JOINT_PROJECT, source=inferred("S14", note="said of pupil–pupil")),
        attrs.evolve(OLYMPIAD_PREPARATION, source=inferred("S14", note="said of pupil–pupil")),
    ),
    requirements=(
        MINOR_MENTEE,
        OF_PROGRAMME_AGE,
        SameOrganisation(source=inferred("S15", note="S15 speaks of the teacher's own pupils")),
    ),
    preferences=(YearsOfExperience(source=inferred(note="as in the adults' official forms")),),
)
"""«учитель – ученик», a local form, not official. Source: inferred, S15."""

_AS_OF_PUPILS: Final = inferred(
    note="pupil–pupil as colleges have it; role model and rules as there"
)

STUDENT_ACHIEVER_UNDERACHIEVER: Final = RoleModel(
    "achiever-underachiever",
    title=Text(en="achiever – underachiever", ru="успевающий – неуспевающий"),
    purpose=Text(
        en="A student at home in a subject helps a fellow student who finds it hard.",
        ru="Студент, сильный в предмете, помогает товарищу по колледжу, которому этот предмет даётся трудно.",
    ),
    source=_AS_OF_PUPILS,
    tasks={POTENTIAL_AND_RESULTS.id},
    requirements=(OffersNeededSubject(),),
)
"""«успевающий – неуспевающий» among students; who asks for help in a subject is known by that. Source: inferred."""

STUDENT_LEADER_PASSIVE: Final = RoleModel(
    "leader-passive",
    title=Text(en="leader – passive", ru="лидер – пассивный"),
    purpose=Text(
        en="A leader draws a fellow student into common undertakings and helps them to find friends.",
        ru="Лидер вовлекает товарища по колледжу в общие дела и помогает ему найти друзей.",
    ),
    source=_AS_OF_PUPILS,
    tasks={STUDENT_ADAPTATION.id, FAVOURABLE_CLIMATE.id, SOFT_SKILLS.id},
)
"""«лидер – пассивный» among students; the form itself asks for leadership. Source: inferred."""

STUDENT_PEER_PEER: Final = RoleModel(
    "peer-peer",
    title=Text(en="peer – peer", ru="равный – равному"),
    purpose=Text(
        en="Two with a common pursuit exchange views and skills, often over a joint project.",
        ru="Двое с общим увлечением обмениваются мнениями и навыками, часто в совместном проекте.",
    ),
    source=_AS_OF_PUPILS,
    tasks={POTENTIAL_AND_RESULTS.id, SOFT_SKILLS.id},
    requirements=(SharedPursuit(),),
)
"""«равный – равному» among students. Source: inferred."""

STUDENT_STUDENT: Final = MentoringForm(
    "student-student",
    title=Text(en="student – student", ru="студент – студент"),
    purpose=Text(
        en="A student with leadership helps a fellow student of the same college.",
        ru="Студент с качествами лидера помогает студенту того же колледжа.",
    ),
    source=seen(
        "U23",
        "N1",
        note="the variant of pupil–pupil in colleges: that it is run and within one organisation; "
        "no year of study is recorded, so that nobody is asked to be the older one",
    ),
    mentor_position=Position.STUDENT,
    mentee_position=Position.STUDENT,
    categories=tuple(
        attrs.evolve(one, source=inferred(note="of employer–student, where the words are recalled"))
        for one in EMPLOYER_STUDENT.categories
    ),
    role_models=(STUDENT_ACHIEVER_UNDERACHIEVER, STUDENT_LEADER_PASSIVE, STUDENT_PEER_PEER),
    tasks=(POTENTIAL_AND_RESULTS, STUDENT_ADAPTATION, FAVOURABLE_CLIMATE, SOFT_SKILLS),
    activities=tuple(
        attrs.evolve(one, source=inferred("S14", note="said of pupil–pupil"))
        for one in (JOINT_PROJECT, OLYMPIAD_PREPARATION, JOINT_CONTEST)
    ),
    requirements=(
        MINOR_MENTOR,
        MINOR_MENTEE,
        SameOrganisation(
            sentence=Text(en="Both belong to one college.", ru="Оба из одного колледжа."),
            failure=failures.SAME_COLLEGE,
            source=seen("N1"),
        ),
        ShowsQuality(
            id="mentor-shows-leadership",
            source=inferred("S6", note="said of pupil–pupil"),
            any_of=LEADERSHIP | {COMMUNITY_LEADER.id},
            failure=failures.LEADERSHIP,
        ),
    ),
)
"""«студент – студент», the variant of pupil–pupil in colleges, not official. Source: seen, U23 and N1."""
