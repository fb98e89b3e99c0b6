"""What holds in every form: the principles of the target model."""

from typing import Final

from nastavnik.basics.sources import Confidence, Source, founding, seen
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import Principle

__all__ = [
    "FULL_POTENTIAL",
    "INFORMAL_COMMUNICATION",
    "MUTUAL_ENRICHMENT",
    "PAIR_OR_GROUP",
    "PARTNERSHIP",
    "PRINCIPLES",
    "TEACHER_AS_MENTOR",
    "TRUST",
    "VOLUNTARINESS",
]

TRUST: Final = Principle(
    "trust",
    title=Text(en="trust", ru="доверие"),
    purpose=Text(
        en="Mentor and mentee can speak openly; without trust experience does not pass on.",
        ru="Наставник и наставляемый могут говорить открыто: без доверия опыт не передаётся.",
    ),
    source=founding("S2"),
)
"""Trust («доверие»). Source: founding text, S2."""

PARTNERSHIP: Final = Principle(
    "partnership",
    title=Text(en="partnership", ru="партнёрство"),
    purpose=Text(
        en="The two work on a common cause as partners: neither gives orders to the other.",
        ru="Двое заняты общим делом как партнёры: никто никому не приказывает.",
    ),
    source=Source(
        confidence=Confidence.FOUNDING_TEXT,
        statements=("S2",),
        references=("N2",),
        note="N2 says of pupil–pupil that there is no strict subordination",
    ),
)
"""Partnership («партнёрство»). Source: founding text, S2."""

INFORMAL_COMMUNICATION: Final = Principle(
    "informal-communication",
    title=Text(en="informal communication", ru="неформальное общение"),
    purpose=Text(
        en="Mentoring is living talk between people, and not one more lesson or report.",
        ru="Наставничество – живое общение, а не ещё один урок или отчёт.",
    ),
    source=founding("S2"),
)
"""Informal communication («неформальное общение»). Source: founding text, S2."""

MUTUAL_ENRICHMENT: Final = Principle(
    "mutual-enrichment",
    title=Text(en="mutual enrichment", ru="взаимообогащение"),
    purpose=Text(
        en="Both sides gain: the mentor grows by helping as the mentee does by being helped.",
        ru="Выигрывают обе стороны: помогая другому, наставник растёт и сам.",
    ),
    source=founding("S2"),
)
"""Mutual enrichment («взаимообогащение»). Source: founding text, S2."""

VOLUNTARINESS: Final = Principle(
    "voluntariness",
    title=Text(en="voluntariness", ru="добровольность"),
    purpose=Text(
        en="Nobody is made a mentor or a mentee against their will, and either may say no.",
        ru="Никого не назначают наставником или наставляемым против воли; отказаться может каждый.",
    ),
    source=Source(
        confidence=Confidence.INFERRED,
        statements=("S2",),
        references=("N19",),
        note="trust and partnership exclude compulsion; N19 has it among the principles of the "
        "teachers' system, which is another one",
    ),
)
"""Voluntariness («добровольность»). Source: inferred, S2."""

PAIR_OR_GROUP: Final = Principle(
    "pair-or-group",
    title=Text(en="pair or group", ru="пара или группа"),
    purpose=Text(
        en="Whatever the form, people work in a pair or in a small group around one mentor.",
        ru="В любой форме люди работают парой или небольшой группой вокруг наставника.",
    ),
    source=founding("S3"),
)
"""A form organises a pair or a group («пара или группа»). Source: founding text, S3."""

TEACHER_AS_MENTOR: Final = Principle(
    "teacher-as-mentor",
    title=Text(
        en="the teacher as friend, example and mentor", ru="учитель – друг, пример, наставник"
    ),
    purpose=Text(
        en="Whatever forms of mentoring a school has chosen, its teachers stay friends, examples and mentors "
        "to their own pupils.",
        ru="Какие бы формы наставничества ни выбрала школа, учитель остаётся для своих учеников другом, "
        "примером и наставником.",
    ),
    source=founding("S15", note="none of the five forms; see TEACHER_PUPIL for a local one"),
)
"""A teacher is friend, example and mentor. Source: founding text, S15."""

FULL_POTENTIAL: Final = Principle(
    "full-potential",
    title=Text(en="full potential of the mentee", ru="раскрытие потенциала наставляемого"),
    purpose=Text(
        en="Mentoring is for what the mentee can become: pupils from 10 years of age find "
        "their way and their profession, teachers grow in theirs.",
        ru="Наставничество помогает наставляемому раскрыть себя: ученики от 10 лет находят свой "
        "путь и профессию, а педагоги растут в своём деле.",
    ),
    source=seen("U17"),
)
"""The goal of the model, the mentee's full potential. Source: seen, U17."""

PRINCIPLES: Final = (
    TRUST,
    PARTNERSHIP,
    INFORMAL_COMMUNICATION,
    MUTUAL_ENRICHMENT,
    VOLUNTARINESS,
    PAIR_OR_GROUP,
    TEACHER_AS_MENTOR,
    FULL_POTENTIAL,
)
"""All principles of the target model. Source: founding text, S2, S3, S15, and one page seen."""
