"""What a value of the model rests on, and how sure that is."""

import datetime as dt
import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import Factory, field, frozen
from attrs.validators import deep_iterable, in_, instance_of

from nastavnik.basics.texts import Language, Text

__all__ = [
    "FOUNDING_STATEMENTS",
    "Confidence",
    "Document",
    "Source",
    "founding",
    "inferred",
    "local",
    "recalled",
    "recalled_unsure",
    "seen",
]


@enum.unique
class Confidence(enum.Enum):
    """How sure a fact is, from the surest to the least sure; ``LOCAL`` is somebody's own decision."""

    FOUNDING_TEXT = "founding-text"
    """Said in the founding text; wins as the default wherever sources disagree."""
    SEEN = "seen"
    """A public page says so; only a passage of it was seen."""
    RECALLED = "recalled"
    """General knowledge of the methodology, not checked against its text."""
    RECALLED_UNSURE = "recalled-unsure"
    """A number or list of which even the substance is unsure: always a parameter."""
    INFERRED = "inferred"
    """Concluded by this project from the facts beside it."""
    LOCAL = "local"
    """Decided by the organisation that runs the programme."""

    @property
    def title(self) -> Text:
        """Name of the grade for people."""
        return _TITLES[self]


_TITLES: Final[Mapping[Confidence, Text]] = {
    Confidence.FOUNDING_TEXT: Text(en="founding text", ru="исходный текст"),
    Confidence.SEEN: Text(en="seen on a public page", ru="открытая публикация"),
    Confidence.RECALLED: Text(en="recalled, not checked", ru="по памяти, не сверено"),
    Confidence.RECALLED_UNSURE: Text(en="recalled, unsure", ru="по памяти, неточно"),
    Confidence.INFERRED: Text(en="inferred", ru="наш вывод"),
    Confidence.LOCAL: Text(en="own decision of the organisation", ru="решение организации"),
}

FOUNDING_STATEMENTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "S1": Text(
            en="Order R-145 of 25.12.2019 approves the target model of mentoring.",
            ru="Распоряжение Р-145 от 25.12.2019 утверждает целевую модель наставничества.",
        ),
        "S2": Text(
            en="Mentoring passes on experience through informal communication built on trust.",
            ru="Наставничество – это передача опыта в неформальном общении, основанном на доверии.",
        ),
        "S3": Text(
            en="A form carries out the model by organising a pair or a group.",
            ru="Форма – это способ осуществить целевую модель: организовать работу пары или группы.",
        ),
        "S4": Text(en="There are five forms.", ru="Форм наставничества пять."),
        "S5": Text(
            en="Pupil–pupil joins pupils of one school.",
            ru="Форма «ученик – ученик» объединяет учеников одной школы.",
        ),
        "S6": Text(
            en="The mentor is an older pupil with organising and leadership qualities.",
            ru="В форме «ученик – ученик» наставник – старший ученик с организаторскими и лидерскими "
            "качествами.",
        ),
        "S7": Text(
            en="Mentees of pupil–pupil fall into two categories.",
            ru="В форме «ученик – ученик» наставляемые делятся на две категории.",
        ),
        "S8": Text(
            en="Category 1, passive: poor results or behaviour, detached from school life.",
            ru="Категория 1, пассивный ученик: у него трудности с учёбой или поведением, он держится в "
            "стороне от жизни школы.",
        ),
        "S9": Text(
            en="Category 1 is served by achiever–underachiever.",
            ru="Категории 1 соответствует ролевая модель «успевающий – неуспевающий».",
        ),
        "S10": Text(
            en="Category 2, active: keen on a subject, wants support for own projects.",
            ru="Категория 2, активный ученик: он увлечён предметом и ищет поддержки для своих проектов.",
        ),
        "S11": Text(
            en="Category 2 is served by leader–passive or by peer–peer.",
            ru="Для категории 2 подходит ролевая модель «лидер – пассивный» или «равный – равному».",
        ),
        "S12": Text(
            en="There are six tasks: leadership and better results, help for newcomers, a good climate, more "
            "pupils in clubs, fewer on registers, fewer complaints.",
            ru="У формы «ученик – ученик» шесть задач: раскрыть лидерские качества и улучшить результаты, "
            "помочь новичкам освоиться, создать добрую обстановку, привлечь учеников в кружки, уменьшить "
            "число состоящих на учёте, уменьшить число жалоб.",
        ),
        "S13": Text(
            en="Adolescent mentees get a stimulus for cultural, intellectual and physical growth.",
            ru="Наставляемые-подростки получают стимул к культурному, интеллектуальному и физическому развитию.",
        ),
        "S14": Text(
            en="They meet out of class and, for joint work, in the learning process.",
            ru="Встречи проходят вне уроков, а при совместной работе – и в учебном процессе.",
        ),
        "S15": Text(
            en="A teacher's task is to be friend, example and mentor to the pupils.",
            ru="Задача учителя – быть ученикам другом, примером и наставником.",
        ),
    }
)
"""The founding text's statements in our own words, by number, S1 to S15."""


@frozen(kw_only=True)
class Document:
    """A document that a model rests on.

    Args:
        number: as it is cited, such as ``"Р-145"``.
        date: of the document.
        title: with number and date, as it is written in full.
        in_force_from: first day on which it holds; that of its date where nothing else is known.
        in_force_to: last day on which it holds, or None where no end is known.
        checked_on: when somebody last looked whether that is still so, or None where nobody has.

    Raises:
        ValueError: when it ends before it begins.

    >>> title = Text(en="An order", ru="Приказ")
    >>> order = Document(number="R-1", date=dt.date(2020, 1, 31), title=title)
    >>> order.in_force_from.isoformat(), order.holds_on(dt.date(2020, 1, 30))
    ('2020-01-31', False)
    """

    number: str = field(validator=instance_of(str))
    date: dt.date
    title: Text
    in_force_from: dt.date = field(default=Factory(lambda document: document.date, takes_self=True))
    in_force_to: dt.date | None = None
    checked_on: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        """Check that it does not end before it begins."""
        if self.in_force_to is not None and self.in_force_to < self.in_force_from:
            raise ValueError(f"document {self.number!r} ends before it begins")

    def holds_on(self, day: dt.date) -> bool:
        """Return whether it holds on a day."""
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)


@frozen(kw_only=True)
class Source:
    """Which statements a value rests on, and how sure they are.

    Args:
        confidence: grade of the whole; one value has one grade.
        statements: founding statements (``"S5"``), ascending.
        references: numbers of public pages (``"U22"``), as listed in ``docs/sources.md``.
        note: what a reader should know about the reading, in English.

    >>> founding("S5").label
    'founding text, S5'
    """

    confidence: Confidence = field(validator=instance_of(Confidence))
    statements: tuple[str, ...] = field(
        default=(), validator=deep_iterable(in_(tuple(FOUNDING_STATEMENTS)))
    )
    references: tuple[str, ...] = ()
    note: str = ""

    @property
    def label(self) -> str:
        """Grade and numbers in one short English phrase."""
        return self.label_in("en")

    def label_in(self, language: Language) -> str:
        """Grade and numbers in one short phrase in ``language``."""
        return ", ".join((self.confidence.title[language], *self.statements, *self.references))


def founding(*statements: str, note: str = "") -> Source:
    """Source in the founding text: ``founding("S9", "S11")``."""
    return Source(confidence=Confidence.FOUNDING_TEXT, statements=statements, note=note)


def seen(*references: str, note: str = "") -> Source:
    """Source on public pages of which a passage was seen: ``seen("U5")``."""
    return Source(confidence=Confidence.SEEN, references=references, note=note)


def recalled(note: str = "") -> Source:
    """Source in general knowledge of the methodology, not checked against its text."""
    return Source(confidence=Confidence.RECALLED, note=note)


def recalled_unsure(note: str = "") -> Source:
    """Source in memory that may be wrong in substance; what rests on it must be a parameter."""
    return Source(confidence=Confidence.RECALLED_UNSURE, note=note)


def inferred(*statements: str, note: str = "") -> Source:
    """Source in our own inference, from ``statements`` where it starts from them."""
    return Source(confidence=Confidence.INFERRED, statements=statements, note=note)


def local(note: str = "") -> Source:
    """Source in the decision of the organisation that runs the programme."""
    return Source(confidence=Confidence.LOCAL, note=note)
