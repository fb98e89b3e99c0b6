"""A form outside the official five: the worked example of how a school registers one of its own.

    >>> from nastavnik.methodology import TARGET_MODEL
    >>> ours = TARGET_MODEL.with_form(TEACHER_PUPIL)
    >>> ours.form("teacher-pupil").official, len(TARGET_MODEL.forms), len(ours.forms)
    (False, 5, 6)

The founding text closes with the teacher as friend, example and mentor of the pupils (S15), which
fits none of the five forms. Schools do run such a form under a name of their own.
"""

from typing import Final

import attrs

from nastavnik.basics.sources import Confidence, Source, inferred, seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.common_rules import MINOR_MENTEE, OF_PROGRAMME_AGE
from nastavnik.methodology.target_model.meetings import JOINT_PROJECT, OLYMPIAD_PREPARATION
from nastavnik.methodology.target_model.tasks import FAVOURABLE_CLIMATE, POTENTIAL_AND_RESULTS
from nastavnik.methodology.values import ExpectedResult, Task
from nastavnik.people.records import Position
from nastavnik.rules.catalogue.pairing import OffersNeededSubject, SameOrganisation
from nastavnik.rules.catalogue.preferences import YearsOfExperience

__all__ = ["TEACHER_PUPIL"]

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

FRIEND_AND_EXAMPLE: Final = RoleModel(
    "friend-and-example",
    title=Text(en="friend and example – pupil", ru="друг и пример – ученик"),
    purpose=Text(
        en="A teacher is near as an older friend whose example one wants to follow.",
        ru="Учитель рядом как старший друг, с которого хочется брать пример.",
    ),
    for_participants=Text(
        en="an adult at school to turn to", ru="взрослый, к которому можно прийти с вопросом"
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
        ru="Учитель ведёт одарённого ученика в своём предмете дальше программы.",
    ),
    for_participants=Text(en="going further in a subject", ru="увлечённая работа по предмету"),
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
        en="A teacher mentors pupils of their own school: friend, example, guide.",
        ru="Учитель становится наставником учеников своей школы: другом, примером, проводником.",
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
