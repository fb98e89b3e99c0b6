"""Tasks of the form «учитель – учитель», all recalled, with what shows that they succeed."""

from typing import Final

from nastavnik.basics.sources import recalled
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import Direction, Indicator, Task

__all__ = [
    "ADVANCED_EXPERIENCE",
    "EFFECTIVE_METHODS",
    "FORMATION",
    "SCHOOL_COMMUNITY",
    "SELF_ANALYSIS",
    "STAYING",
]

SELF_ANALYSIS: Final = Task(
    "self-analysis",
    title=Text(en="analysis of one's own work", ru="анализ собственной работы"),
    purpose=Text(
        en="The teacher feels the need to look at their own lessons and learn from them.",
        ru="У педагога появляется потребность разбирать свои уроки и делать из них выводы.",
    ),
    source=recalled(),
)
"""Need for analysis of one's own work. Source: recalled."""

EFFECTIVE_METHODS: Final = Task(
    "effective-methods",
    title=Text(en="effective methods of teaching", ru="эффективные методы обучения"),
    purpose=Text(
        en="The teacher takes an interest in methods that work and builds lessons on them.",
        ru="Педагог интересуется действенными методами и учится строить на них уроки.",
    ),
    source=recalled(),
    indicators=(
        Indicator(
            "results-of-classes",
            title=Text(en="results of the mentee's classes", ru="результаты классов наставляемого"),
            purpose=Text(
                en="Marks and behaviour in the classes that the mentee teaches.",
                ru="Успеваемость и поведение в классах, где преподаёт наставляемый.",
            ),
            source=recalled(),
            wanted=Direction.UP,
        ),
    ),
)
"""Interest in effective methods of teaching. Source: recalled."""

ADVANCED_EXPERIENCE: Final = Task(
    "advanced-experience",
    title=Text(en="use of advanced experience", ru="использование передового опыта"),
    purpose=Text(
        en="The teacher takes over what the best colleagues have found and makes it their own.",
        ru="Педагог перенимает находки лучших коллег и творчески их перерабатывает.",
    ),
    source=recalled(),
    indicators=(
        Indicator(
            "own-works",
            title=Text(
                en="professional works of their own", ru="собственные профессиональные работы"
            ),
            purpose=Text(
                en="How many articles, studies and methods the mentees have written.",
                ru="Сколько статей, исследований и методик подготовили наставляемые.",
            ),
            source=recalled(),
            wanted=Direction.UP,
        ),
    ),
)
"""Creative use of advanced experience («передовой опыт»). Source: recalled."""

STAYING: Final = Task(
    "staying-in-profession",
    title=Text(en="staying in the profession", ru="закрепление в профессии"),
    purpose=Text(
        en="Teaching interests the mentee enough to stay with it.",
        ru="Преподавание увлекает наставляемого настолько, что он остаётся в профессии.",
    ),
    source=recalled(),
    indicators=(
        Indicator(
            "wish-to-stay",
            title=Text(
                en="specialists who want to stay at the school",
                ru="специалисты, которые хотят остаться в школе",
            ),
            purpose=Text(
                en="How many mentees want to go on working as teachers at their school.",
                ru="Сколько наставляемых хочет и дальше работать педагогами в своей школе.",
            ),
            source=recalled(),
            wanted=Direction.UP,
        ),
        Indicator(
            "work-satisfaction",
            title=Text(en="satisfaction with work", ru="удовлетворённость работой"),
            purpose=Text(
                en="How content the mentees are with their work and how they feel.",
                ru="Насколько наставляемые довольны своей работой и как себя чувствуют.",
            ),
            source=recalled(),
            wanted=Direction.UP,
        ),
    ),
)
"""Staying in the profession («закрепление»). Source: recalled."""

FORMATION: Final = Task(
    "faster-formation",
    title=Text(en="faster professional formation", ru="ускорение профессионального становления"),
    purpose=Text(
        en="The mentee becomes a sure master of the craft sooner than they would alone.",
        ru="Наставляемый становится уверенным мастером быстрее, чем стал бы в одиночку.",
    ),
    source=recalled(),
)
"""Faster professional formation («профессиональное становление»). Source: recalled."""

SCHOOL_COMMUNITY: Final = Task(
    "school-community",
    title=Text(en="school community of teachers", ru="школьное педагогическое сообщество"),
    purpose=Text(
        en="The teachers of a school become a community, part of the great community of their profession.",
        ru="Педагоги школы становятся сообществом – частью большого педагогического сообщества.",
    ),
    source=recalled(),
    indicators=(
        Indicator(
            "conflicts-of-teachers",
            title=Text(
                en="conflicts with colleagues and parents", ru="конфликты с коллегами и родителями"
            ),
            purpose=Text(
                en="How often the mentees come into conflict with colleagues and parents.",
                ru="Как часто у наставляемых возникают конфликты с коллегами и родителями.",
            ),
            source=recalled(),
            wanted=Direction.DOWN,
        ),
    ),
)
"""A community of the school's teachers. Source: recalled."""
