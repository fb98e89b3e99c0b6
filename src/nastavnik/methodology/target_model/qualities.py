"""What a person may have shown: the words of ``Person.qualities`` that rules ask for."""

from typing import Final

from nastavnik.basics.sources import founding, recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import Quality

__all__ = [
    "AUTHOR",
    "CLASS_LEADER",
    "COMMUNITY_LEADER",
    "INNOVATOR",
    "LEADERSHIP",
    "OLYMPIAD_WINNER",
    "ORGANISER",
    "PROFESSIONAL_CONTEST_WINNER",
    "PROJECT_PARTICIPANT",
    "QUALITIES",
    "SPEAKER",
    "VOLUNTEER",
]

CLASS_LEADER: Final = Quality(
    "class-leader",
    title=Text(en="class leader", ru="лидер класса"),
    purpose=Text(
        en="Others of the class or of the year look to this pupil and follow.",
        ru="Класс или вся параллель прислушивается к этому ученику и идёт за ним.",
    ),
    source=founding("S6"),
)
"""Class leader («лидер класса»). Source: founding text, S6."""

OLYMPIAD_WINNER: Final = Quality(
    "olympiad-winner",
    title=Text(en="olympiad winner", ru="победитель олимпиад"),
    purpose=Text(
        en="Has won an olympiad or a contest of the school or of a higher level.",
        ru="Есть победы на олимпиадах или конкурсах – школьных или более высокого уровня.",
    ),
    source=founding("S6"),
)
"""Olympiad winner («победитель олимпиад»). Source: founding text, S6."""

VOLUNTEER: Final = Quality(
    "volunteer",
    title=Text(en="volunteer", ru="волонтёр"),
    purpose=Text(
        en="Gives time to help others without being paid.",
        ru="Безвозмездно отдаёт своё время, чтобы помогать другим.",
    ),
    source=founding("S6"),
)
"""Volunteer («волонтёр»). Source: founding text, S6."""

ORGANISER: Final = Quality(
    "organiser",
    title=Text(en="organiser", ru="организатор"),
    purpose=Text(
        en="Brings people together and carries a common undertaking through to its end.",
        ru="Собирает людей вокруг общего дела и доводит его до конца.",
    ),
    source=founding("S6", note="S6 names organising qualities without an example of them"),
)
"""Organiser («организаторские качества»). Source: founding text, S6."""

LEADERSHIP: Final = frozenset(
    quality.id for quality in (CLASS_LEADER, OLYMPIAD_WINNER, VOLUNTEER, ORGANISER)
)
"""Ids of the qualities that show a pupil's leadership. Source: founding text, S6."""

COMMUNITY_LEADER: Final = Quality(
    "community-leader",
    title=Text(en="leader of a community", ru="лидер сообщества"),
    purpose=Text(
        en="Leads a community: of colleagues, of students, of a youth organisation.",
        ru="Ведёт за собой сообщество: коллег, студентов, молодёжную организацию.",
    ),
    source=recalled("named by a role model of teacher–teacher; wider here"),
)
"""Leader of a community («лидер сообщества»). Source: recalled."""

PROFESSIONAL_CONTEST_WINNER: Final = Quality(
    "professional-contest-winner",
    title=Text(en="winner of a professional contest", ru="победитель профессиональных конкурсов"),
    purpose=Text(
        en="Has won a contest among people of the same profession.",
        ru="Есть победы в конкурсах профессионального мастерства.",
    ),
    source=recalled("portrait of the mentor in teacher–teacher"),
)
"""Winner of a professional contest. Source: recalled."""

AUTHOR: Final = Quality(
    "author",
    title=Text(en="author", ru="автор публикаций или пособий"),
    purpose=Text(
        en="Has published articles, studies or teaching materials.",
        ru="Есть опубликованные статьи, исследования или учебные материалы.",
    ),
    source=recalled("portrait of the mentor in teacher–teacher"),
)
"""Author of articles or teaching materials. Source: recalled."""

SPEAKER: Final = Quality(
    "speaker",
    title=Text(en="speaker", ru="ведущий семинаров и вебинаров"),
    purpose=Text(
        en="Shares experience with colleagues: gives seminars and webinars, speaks at conferences.",
        ru="Делится опытом с коллегами: ведёт семинары и вебинары, выступает на конференциях.",
    ),
    source=recalled("portrait of the mentor in teacher–teacher"),
)
"""Speaker at seminars and conferences. Source: recalled."""

INNOVATOR: Final = Quality(
    "innovator",
    title=Text(en="innovator", ru="новатор"),
    purpose=Text(
        en="Works with new methods and digital tools, and can show how.",
        ru="Владеет новыми методами и цифровыми инструментами и может показать, как ими работать.",
    ),
    source=recalled("named by a role model of teacher–teacher"),
)
"""Innovator («педагог-новатор»). Source: recalled."""

PROJECT_PARTICIPANT: Final = Quality(
    "project-participant",
    title=Text(en="participant in projects", ru="участник проектов"),
    purpose=Text(
        en="Has taken part in projects of learning, art, sport or business.",
        ru="Есть опыт учебных, творческих, спортивных или деловых проектов.",
    ),
    source=recalled("portrait of the mentor in student–pupil"),
)
"""Participant in projects («участник проектов»). Source: recalled."""

QUALITIES: Final = (
    CLASS_LEADER,
    OLYMPIAD_WINNER,
    VOLUNTEER,
    ORGANISER,
    COMMUNITY_LEADER,
    PROFESSIONAL_CONTEST_WINNER,
    AUTHOR,
    SPEAKER,
    INNOVATOR,
    PROJECT_PARTICIPANT,
)
"""All qualities that rules of the target model ask for. Source: founding text, S6, and recalled."""
