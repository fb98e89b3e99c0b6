"""What holds when, since the order Р-145: ages, consents, certificates, targets, the law around the model.

No rule reads these; where a rule has the same number, a test holds the two together. ``CHECKED_ON`` is the day up to
which public pages were read; what was never found on one says so by having no such day.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from nastavnik.basics.sources import (
    Confidence,
    Document,
    Source,
    inferred,
    recalled,
    recalled_unsure,
    seen,
)
from nastavnik.basics.texts import Text
from nastavnik.methodology.norms import Norm, Period

__all__ = [
    "CHECKED_ON",
    "CONCEPT",
    "CONSENT_APART",
    "MENTORING_AT_WORK",
    "NORMS",
    "ORDER",
]

CHECKED_ON: Final = date(2025, 10, 2)
"""Date of the newest public page that was read for the norms (U54); on which day the pages were read nobody noted."""

ORDER: Final = Document(
    number="Р-145",
    date=date(2019, 12, 25),
    title=Text(
        en="Order of the Ministry of Education of the Russian Federation R-145 of 25.12.2019",
        ru="Распоряжение Минпросвещения России от 25.12.2019 № Р-145",
    ),
    checked_on=CHECKED_ON,
)
"""The order that approves the target model; no end of it is known. Source: founding text, S1; U15 cites it in 2025."""

MENTORING_AT_WORK: Final = Document(
    number="381-ФЗ",
    date=date(2024, 11, 9),
    title=Text(
        en="Federal law 381-FZ of 09.11.2024, article 351.8 of the labour code",
        ru="Федеральный закон от 09.11.2024 № 381-ФЗ, статья 351.8 Трудового кодекса",
    ),
    in_force_from=date(2025, 3, 1),
    checked_on=CHECKED_ON,
)
"""Mentoring at work in the labour code. Source: seen, U14."""

CONCEPT: Final = Document(
    number="1264-р",
    date=date(2025, 5, 21),
    title=Text(
        en="Concept of mentoring to 2030, order of the Government 1264-r of 21.05.2025",
        ru="Концепция развития наставничества до 2030 года, "
        "распоряжение Правительства РФ от 21.05.2025 № 1264-р",
    ),
    in_force_to=date(2030, 12, 31),
    checked_on=CHECKED_ON,
)
"""The national concept. Source: seen, U12 and U13."""

CONSENT_APART: Final = Document(
    number="156-ФЗ",
    date=date(2025, 6, 24),
    title=Text(
        en="Federal law 156-FZ of 24.06.2025, article 9 of law 152-FZ on personal data",
        ru="Федеральный закон от 24.06.2025 № 156-ФЗ, "
        "статья 9 закона № 152-ФЗ «О персональных данных»",
    ),
    in_force_from=date(2025, 9, 1),
    checked_on=CHECKED_ON,
)
"""Consent to the handling of personal data apart from every other paper. Source: seen, N14."""

_BEGIN: Final = ORDER.in_force_from


def _always(value: int | Text, source: Source, *, found: bool = True) -> tuple[Period, ...]:
    """Return the one period of what has not changed since the order; ``found`` on a page that was read."""
    checked = CHECKED_ON if found else None
    return (Period(begins=_BEGIN, value=value, source=source, checked_on=checked),)


def _from(
    document: Document, source: Source, before: Text, value: Text, after: Text | None = None
) -> tuple[Period, ...]:
    """Return what holds before a document came into force, while it holds, and after it if it has an end."""
    first = document.in_force_from
    not_yet = inferred(note=f"before «{document.number}» came into force")
    periods = [
        Period(
            begins=_BEGIN,
            ends=date.fromordinal(first.toordinal() - 1),
            value=before,
            source=not_yet,
        ),
        Period(
            begins=first,
            ends=document.in_force_to,
            value=value,
            source=source,
            document=document,
            checked_on=document.checked_on,
        ),
    ]
    if document.in_force_to is not None and after is not None:
        over = inferred(note=f"after the term of «{document.number}»")
        begins = date.fromordinal(document.in_force_to.toordinal() + 1)
        periods.append(Period(begins=begins, value=after, source=over))
    return tuple(periods)


_PAGES_OF_2024: Final = ("U9", "U25", "U73")


def _target(name: str, *, title: Text, shares: Mapping[int, int], last: Source | None) -> Norm:
    """Return the timeline of a target in percent by year; ``last`` is the source of that of 2024 where it was seen."""
    periods = []
    for year, percent in shares.items():
        found = last if year == max(shares) else None
        periods.append(
            Period(
                begins=max(_BEGIN, date(year, 1, 1)) if year != min(shares) else _BEGIN,
                ends=date(year, 12, 31),
                value=percent,
                source=found or recalled_unsure("appendix of the order, not checked"),
                document=ORDER,
                checked_on=CHECKED_ON if found else None,
            )
        )
    over = Period(
        begins=date(max(shares) + 1, 1, 1),
        value=Text(en="no target", ru="показатель не установлен"),
        source=inferred(
            note="the years of the order's appendix are over, and no later ones were found"
        ),
        document=ORDER,
        checked_on=CHECKED_ON,
    )
    return Norm(
        name,
        title=title,
        purpose=Text(
            en="The share, in percent, that a region was to reach by the end of the year.",
            ru="Доля в процентах, которой регион должен был достичь к концу года.",
        ),
        source=recalled("appendix of the order: results of introducing the model"),
        periods=(*periods, over),
    )


PROGRAMME_AGE: Final = Norm(
    "programme-age",
    title=Text(en="lowest age of a pupil", ru="возраст, с которого ученику открыта программа"),
    purpose=Text(
        en="In full years; the model is for pupils from this age on.",
        ru="В полных годах; модель рассчитана на учеников не младше этого возраста.",
    ),
    source=seen("U17"),
    periods=_always(10, seen("U17")),
)
"""Lowest age of the programme, 10 years. Source: seen, U17."""

GUARDIAN_UNTIL: Final = Norm(
    "guardian-until",
    title=Text(
        en="age up to which the parents consent", ru="возраст, до которого согласие дают родители"
    ),
    purpose=Text(
        en="In full years; the law on personal data names no such age, but this is the practice.",
        ru="В полных годах; закон о персональных данных такого возраста не называет, но так принято на практике.",
    ),
    source=seen("N15", "N16", "N17"),
    periods=_always(18, seen("N15", "N16", "N17")),
)
"""Age up to which a guardian consents, 18 years. Source: seen, N15 to N17."""

CERTIFICATE: Final = Norm(
    "clearance-certificate",
    title=Text(en="certificate of no criminal record", ru="справка об отсутствии судимости"),
    purpose=Text(
        en="Of whom it is asked before working with minors.",
        ru="У кого эту справку просят до начала работы с детьми.",
    ),
    source=Source(confidence=Confidence.INFERRED, references=("N18",)),
    periods=_always(
        Text(
            en="from adult mentors of minors who come from outside; employees showed it when hired",
            ru="у взрослых наставников, которые приходят к детям со стороны; "
            "работники школы показали справку при приёме на работу",
        ),
        Source(
            confidence=Confidence.INFERRED,
            references=("N18",),
            note="labour code, articles 331 and 351.1, read broadly; for how long the certificate "
            "is valid was not found",
        ),
    ),
)
"""Certificate of no criminal record. Source: inferred from the labour code, N18."""

CONSENT_PAPER: Final = Norm(
    "data-consent-paper",
    title=Text(
        en="paper of the consent to the handling of personal data",
        ru="как оформляют согласие на обработку персональных данных",
    ),
    purpose=Text(
        en="Whether the consent may stand in another paper, such as an application.",
        ru="Можно ли включить согласие в другой документ, например в заявление.",
    ),
    source=seen("N14"),
    periods=_from(
        CONSENT_APART,
        seen("N14"),
        before=Text(en="may stand in another paper", ru="можно включить в другой документ"),
        value=Text(
            en="a document of its own, apart from every other paper and consent",
            ru="отдельный документ, а не часть заявления, анкеты или другого согласия",
        ),
    ),
)
"""Paper of the consent to the handling of personal data. Source: seen, N14."""

TEACHERS_AT_WORK: Final = Norm(
    "mentoring-at-work",
    title=Text(
        en="mentoring of teachers in the labour code",
        ru="наставничество педагогов в Трудовом кодексе",
    ),
    purpose=Text(
        en="What the labour code asks where one employee is the mentor of another (form teacher–teacher).",
        ru="Чего требует Трудовой кодекс, когда один работник – наставник другого "
        "(форма «учитель – учитель»).",
    ),
    source=seen("U14"),
    periods=_from(
        MENTORING_AT_WORK,
        seen("U14"),
        before=Text(en="no article about it", ru="отдельной статьи нет"),
        value=Text(
            en="written consent of the mentor, an order, and an addendum with content, term and pay of the mentoring",
            ru="письменное согласие наставника, приказ и дополнительное соглашение о содержании, сроке "
            "и оплате наставничества",
        ),
    ),
)
"""Mentoring at work, article 351.8. Source: seen, U14."""

NATIONAL_CONCEPT: Final = Norm(
    "national-concept",
    title=Text(en="national concept of mentoring", ru="концепция развития наставничества"),
    purpose=Text(
        en="What a school's own papers may refer to beside the order R-145.",
        ru="На что, кроме распоряжения Р-145, школа может сослаться в своих документах.",
    ),
    source=seen("U12", "U13"),
    periods=_from(
        CONCEPT,
        seen("U12", "U13"),
        before=Text(en="no concept", ru="концепции нет"),
        value=Text(en="Concept to 2030", ru="Концепция до 2030 года"),
        after=Text(en="no new concept known", ru="о новой концепции пока ничего не известно"),
    ),
)
"""The national concept, 1264-р. Source: seen, U12 and U13."""

NORMS: Final[tuple[Norm, ...]] = (
    PROGRAMME_AGE,
    GUARDIAN_UNTIL,
    CERTIFICATE,
    CONSENT_PAPER,
    TEACHERS_AT_WORK,
    NATIONAL_CONCEPT,
    _target(
        "mentees-wanted",
        title=Text(
            en="share of those aged 10 to 19 who are mentees",
            ru="доля наставляемых среди детей и молодёжи 10–19 лет",
        ),
        shares={2020: 10, 2021: 20, 2022: 35, 2023: 50, 2024: 70},
        last=seen(*_PAGES_OF_2024),
    ),
    _target(
        "mentors-wanted",
        title=Text(
            en="share of those aged 15 to 19 who are mentors",
            ru="доля наставников среди молодёжи 15–19 лет",
        ),
        shares={2020: 2, 2021: 4, 2022: 6, 2023: 8, 2024: 10},
        last=None,
    ),
    _target(
        "novices-wanted",
        title=Text(
            en="share of novice teachers who are mentees",
            ru="доля наставляемых среди молодых педагогов",
        ),
        shares={2020: 10, 2021: 20, 2022: 35, 2023: 50, 2024: 70},
        last=None,
    ),
)
"""All norms of the target model. Source: each one's own."""
