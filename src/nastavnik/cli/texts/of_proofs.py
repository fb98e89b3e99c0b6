"""What ``verify`` says of the files that it looked at and of what it compared, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_PROOFS"]

OF_PROOFS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "verified": Text(
            en="""The plan holds.
Looked at:
  {plan} – the plan. Pairs: {matched}, without a mentor: {unmatched}
  {cohort} – the people. Mentees: {mentees}, mentors: {mentors}
Compared, by a calculation of its own and without the solver:
  both files with each other and with the rules: they belong together
  everybody with the plan: each mentee stands in it once, and no mentor has more mentees than places
  each pair with every rule, and its points: all hold, but for what a lock overrides
  locks, bans and minimums with the pairs: all are kept
  the prices with every pair that could be formed: no plan matches more than {matched} or, matching as many, scores more \
than {total}
  the reason of everybody without a mentor: all are true""",
            ru="""План подтверждён.
Проверены файлы:
  {plan} – план. Пар: {matched}, без наставника: {unmatched}
  {cohort} – участники. Наставляемых: {mentees}, наставников: {mentors}
Сверено независимым расчётом:
  оба файла между собой и с правилами: они относятся к одному плану
  участники с планом: каждый наставляемый указан в нём один раз, и ни у кого наставляемых не больше, чем мест
  каждая пара с каждым правилом и её баллы: всё соблюдено, кроме того, от чего отступают закрепления
  закрепления, запреты и минимумы с парами: всё выполнено
  цены (доказательство в плане) со всеми возможными парами: пар не может быть больше {matched}, а баллов при том же \
числе пар – больше {total}
  причины у всех, кто без наставника: все верны""",
        ),
        "made-for-day": Text(
            en="The plan was made for {:%Y-%m-%d}; that is noted in it, and no rule reads it.",
            ru="План составлен на {:%d.%m.%Y}; эта дата в нём записана, на правила она не влияет.",
        ),
        "not-looked-at": Text(
            en="Not looked at: {}. It is made from these two for people to read; changes made in it are not in "
            "the plan.",
            ru="Не проверялся файл {}. Он сделан из этих двух, чтобы план было удобно читать; "
            "исправления в нём на план не влияют.",
        ),
    }
)
"""Texts by key."""
