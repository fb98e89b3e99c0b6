"""The form «ученик – ученик»: an older pupil helps a younger one of the same school.

All of it rests on the founding text, S5 to S14, unless a value says otherwise.
"""

from typing import Final

from nastavnik.basics.sources import Confidence, Source, founding, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.target_model.common_rules import (
    MINOR_MENTEE,
    MINOR_MENTOR,
    OF_PROGRAMME_AGE,
)
from nastavnik.methodology.target_model.meetings import (
    CLASS_HOUR,
    JOINT_CONTEST,
    JOINT_PROJECT,
    OLYMPIAD_PREPARATION,
    OUT_OF_CLASS,
)
from nastavnik.methodology.target_model.tasks import (
    CLUBS,
    COMFORTABLE_COMMUNICATION,
    COMPLAINTS,
    FAVOURABLE_CLIMATE,
    NEWCOMER_ADAPTATION,
    POTENTIAL_AND_RESULTS,
    PUPILS_AND_ALUMNI,
    REGISTERS,
    SOFT_SKILLS,
)
from nastavnik.methodology.values import Activity, ExpectedResult, MenteeCategory, ModelValue, Sign
from nastavnik.people.records import Position
from nastavnik.rules.catalogue import failures
from nastavnik.rules.catalogue.eligibility import ShowsQuality
from nastavnik.rules.catalogue.pairing import (
    GradeGap,
    SameOrganisation,
    SharedPursuit,
    StrongWhereWeak,
)
from nastavnik.rules.catalogue.preferences import SharedPursuits, WeakSubjectsCovered

__all__ = ["PUPIL_PUPIL"]

PASSIVE: Final = MenteeCategory(
    "passive",
    title=Text(en="passive pupil", ru="пассивный ученик"),
    purpose=Text(
        en="A pupil who has lost touch with school and needs someone to lead the way back.",
        ru="Ученик, который отошёл от школьной жизни и которому нужна поддержка, чтобы в неё вернуться.",
    ),
    for_participants=Text(
        en="support in learning and in school life", ru="поддержка в учёбе и в школьной жизни"
    ),
    source=founding("S7", "S8"),
    indicators=(
        Sign(
            "socially-disoriented",
            title=Text(
                en="finds it hard to get on with people and to get used to common rules",
                ru="с трудом находит общий язык с людьми, плохо привыкает к принятым правилам",
            ),
            source=founding("S8"),
        ),
        Sign(
            "fails-in-learning",
            title=Text(
                en="finds it hard to keep up with learning", ru="с трудом справляется с учёбой"
            ),
            source=founding("S8", note="said together with behaviour"),
        ),
        Sign(
            "trouble-by-behaviour",
            title=Text(
                en="has difficulties with behaviour at times", ru="бывают трудности с поведением"
            ),
            source=founding("S8", note="said together with results"),
        ),
        Sign(
            "stays-away",
            title=Text(en="stays away from what the school does", ru="не участвует в делах школы"),
            source=founding("S8"),
        ),
        Sign(
            "keeps-apart",
            title=Text(en="keeps apart from the others", ru="держится в стороне от одноклассников"),
            source=founding("S8"),
        ),
    ),
)
"""Category 1, passive («пассивный ученик»). Source: founding text, S7 and S8."""

ACTIVE: Final = MenteeCategory(
    "active",
    title=Text(en="active pupil", ru="активный ученик"),
    purpose=Text(
        en="A pupil who goes further than lessons do and looks for company on that road.",
        ru="Ученик, которому мало того, что дают на уроках, и который ищет единомышленников.",
    ),
    for_participants=Text(
        en="new knowledge and joint projects", ru="новые знания и совместные проекты"
    ),
    source=founding("S7", "S10"),
    indicators=(
        Sign(
            "keen-on-a-subject",
            title=Text(en="is keen on some subject", ru="увлекается каким-либо предметом"),
            source=founding("S10"),
        ),
        Sign(
            "wants-to-learn-more",
            title=Text(
                en="wants to learn more than is taught",
                ru="хочет узнать больше, чем дают на уроках",
            ),
            source=founding("S10"),
        ),
        Sign(
            "projects-of-their-own",
            title=Text(
                en="has projects of their own, and wants expert help or somebody to discuss them with",
                ru="ведёт свои проекты и ищет для них советчика или собеседника",
            ),
            source=founding("S10"),
        ),
    ),
)
"""Category 2, active («активный ученик»). Source: founding text, S7 and S10."""

STIMULUS: Final = ExpectedResult(
    "stimulus-to-develop",
    title=Text(en="stimulus to develop", ru="стимул к развитию"),
    purpose=Text(
        en="Adolescent mentees want to grow, and know in which directions they can.",
        ru="Наставляемым-подросткам хочется расти, и они видят, в каких направлениях это возможно.",
    ),
    source=founding("S13"),
    areas=(
        ModelValue(
            "cultural",
            title=Text(en="cultural development", ru="культурное развитие"),
            purpose=Text(
                en="Art, reading, traditions, the art of conversation.",
                ru="Искусство, чтение, традиции, культура общения.",
            ),
            source=founding("S13", note="the examples are ours"),
        ),
        ModelValue(
            "intellectual",
            title=Text(en="intellectual development", ru="интеллектуальное развитие"),
            purpose=Text(en="Learning, research, olympiads.", ru="Учёба, исследования, олимпиады."),
            source=founding("S13", note="the examples are ours"),
        ),
        ModelValue(
            "physical",
            title=Text(en="physical development", ru="физическое развитие"),
            purpose=Text(
                en="Sport, health, an active way of life.",
                ru="Спорт, здоровье, активный образ жизни.",
            ),
            source=founding("S13", note="the examples are ours"),
        ),
    ),
)
"""Stimulus to cultural, intellectual, physical development. Source: founding text, S13."""

INVOLVEMENT: Final = ExpectedResult(
    "involvement",
    title=Text(en="involvement in school life", ru="вовлечённость в жизнь школы"),
    purpose=Text(
        en="Mentees take part in what the school does and are glad to belong to it.",
        ru="Наставляемые участвуют в делах школы и рады быть её частью.",
    ),
    source=recalled("with a better climate, the school's standing and the alumni's loyalty"),
)
"""High involvement of the mentees in school life. Source: recalled."""

OUTING: Final = Activity(
    "joint-outing",
    title=Text(en="joint outing", ru="выход в музей, на матч, в поход"),
    purpose=Text(
        en="Pupils go together to a match, to a museum or on a hike, and come to feel that they belong.",
        ru="Ребята вместе отдыхают и чувствуют себя одной компанией.",
    ),
    source=recalled("sports and cultural outings"),
    settings={OUT_OF_CLASS.id},
)
"""Joint sports and cultural outings. Source: recalled."""

ACHIEVER_UNDERACHIEVER: Final = RoleModel(
    "achiever-underachiever",
    title=Text(en="achiever – underachiever", ru="успевающий – неуспевающий"),
    purpose=Text(
        en="A pupil strong in a subject helps one who finds it hard.",
        ru="Ученик, который силён в предмете, помогает тому, кому этот предмет даётся трудно.",
    ),
    for_participants=Text(en="help with learning", ru="помощь в учёбе"),
    source=founding("S9"),
    categories={PASSIVE.id},
    binding_source=founding("S9"),
    tasks={POTENTIAL_AND_RESULTS.id, REGISTERS.id},
    requirements=(StrongWhereWeak(),),
    preferences=(WeakSubjectsCovered(),),
)
"""«успевающий – неуспевающий». Source: founding text, S9."""

PEER_PEER: Final = RoleModel(
    "peer-peer",
    title=Text(en="peer – peer", ru="равный – равному"),
    purpose=Text(
        en="Two with a common pursuit exchange views and skills, often over a joint project.",
        ru="Двое с общим увлечением обмениваются мнениями и навыками, часто в совместном проекте.",
    ),
    for_participants=Text(
        en="a joint project or a common pursuit",
        ru="совместный проект или общее увлечение",
    ),
    source=founding("S10", "S11"),
    categories={ACTIVE.id},
    binding_source=founding("S11"),
    tasks={POTENTIAL_AND_RESULTS.id, CLUBS.id, SOFT_SKILLS.id, PUPILS_AND_ALUMNI.id},
    requirements=(SharedPursuit(),),
    preferences=(SharedPursuits(),),
)
"""«равный – равному». Source: founding text, S10 and S11."""

LEADER_PASSIVE: Final = RoleModel(
    "leader-passive",
    title=Text(en="leader – passive", ru="лидер – пассивный"),
    purpose=Text(
        en="A leader takes another pupil along into common undertakings and helps to make friends.",
        ru="Лидер вовлекает другого ученика в общие дела и помогает ему подружиться с ребятами.",
    ),
    for_participants=Text(
        en="support, and a part in common undertakings", ru="поддержка и участие в общих делах"
    ),
    source=founding(
        "S11",
        note="recalled purpose: psycho-emotional support, adaptation in the collective, growth of "
        "communication, creative and leadership skills; by it a passive mentee would suit as well",
    ),
    categories={ACTIVE.id},
    binding_source=founding("S11"),
    newcomers=founding(
        "S12", note="(b) names newcomers of no category; that a leader takes them along is inferred"
    ),
    tasks={
        NEWCOMER_ADAPTATION.id,
        FAVOURABLE_CLIMATE.id,
        COMPLAINTS.id,
        COMFORTABLE_COMMUNICATION.id,
    },
)
"""«лидер – пассивный». Source: founding text, S11, and S12 for newcomers.

That its mentor leads is asked of every mentor of the form (S6). It stands behind «равный – равному», so that it comes
where two share no pursuit, and where adaptation, climate or conflicts are what is asked for.
"""

PUPIL_PUPIL: Final = MentoringForm(
    "pupil-pupil",
    title=Text(en="pupil – pupil", ru="ученик – ученик"),
    purpose=Text(
        en="An older pupil with leadership has a good influence on a younger one of the school.",
        ru="Старший ученик с качествами лидера хорошо влияет на младшего из той же школы.",
    ),
    source=Source(
        confidence=Confidence.FOUNDING_TEXT,
        statements=("S4", "S5", "S6"),
        references=("U22", "U26", "N1", "N2"),
    ),
    mentor_position=Position.PUPIL,
    mentee_position=Position.PUPIL,
    categories=(PASSIVE, ACTIVE),
    role_models=(ACHIEVER_UNDERACHIEVER, PEER_PEER, LEADER_PASSIVE),
    tasks=(
        POTENTIAL_AND_RESULTS,
        NEWCOMER_ADAPTATION,
        FAVOURABLE_CLIMATE,
        CLUBS,
        REGISTERS,
        COMPLAINTS,
        SOFT_SKILLS,
        COMFORTABLE_COMMUNICATION,
        PUPILS_AND_ALUMNI,
    ),
    results=(STIMULUS, INVOLVEMENT),
    activities=(JOINT_PROJECT, OLYMPIAD_PREPARATION, JOINT_CONTEST, CLASS_HOUR, OUTING),
    requirements=(
        MINOR_MENTOR,
        MINOR_MENTEE,
        OF_PROGRAMME_AGE,
        SameOrganisation(),
        GradeGap(),
        ShowsQuality(id="mentor-shows-leadership", failure=failures.LEADERSHIP),
    ),
    official=True,
)
"""«ученик – ученик». Source: founding text, S4 to S6."""
