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
  {cohort} – the people. Mentees: {mentees}, mentors: {mentors}{files}
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
  {cohort} – участники. Наставляемых: {mentees}, наставников: {mentors}{files}
Сверено независимым расчётом:
  оба файла между собой и с правилами: они относятся к одному плану
  участники с планом: каждый наставляемый указан в плане один раз, и наставляемых у каждого наставника – не больше, чем мест
  каждая пара с каждым правилом и её баллы: всё соблюдено, кроме того, от чего отступают закрепления
  закрепления, запреты и минимумы с парами: всё выполнено
  цены (доказательство в плане) со всеми возможными парами: пар не может быть больше {matched}, а баллов при том же \
числе пар – больше {total}
  причины у всех, кто без наставника: все верны""",
        ),
        "option-verify-demands": Text(
            en="Table of demands that the locks and bans of the plan are held against.",
            ru="Таблица требований, с которой сверяются закрепления и запреты плана.",
        ),
        "other-demands": Text(
            en="The plan does not hold against the table of demands:{}",
            ru="План расходится с таблицей требований:{}",
        ),
        "demands-as-asked": Text(
            en="Locks: {}, bans: {}. They are those of the table, with reasons and authors.",
            ru="Закреплений: {}, запретов: {}. Они совпадают с таблицей; причины и авторы – тоже.",
        ),
        "demands-believed": Text(
            en="Locks: {}, bans: {}. That they are kept was checked; who asked for them and why is believed. --demands "
            "holds them against your table.",
            ru="Закреплений: {}, запретов: {}. Проверено, что они выполнены; кто и почему о них просил, взято из плана. "
            "С --demands они сверяются с вашей таблицей.",
        ),
        "made-for-day": Text(
            en="The plan was made for {:%Y-%m-%d}; that is noted in it, and no rule reads it.",
            ru="План составлен на {:%d.%m.%Y}; эта дата в нём записана, на правила она не влияет.",
        ),
        "as-written": Text(
            en="\n  {manifest} – which files were written together: these two and {workbook}. None was changed "
            "since; what stands in {workbook} was not read",
            ru="\n  {manifest} – какие файлы записаны вместе: эти два и {workbook}. С тех пор ни один из них не "
            "менялся; содержимое {workbook} не проверялось",
        ),
        "no-manifest": Text(
            en="There is no {}: an earlier version wrote this plan, or its files were copied here one by one. "
            "plan.json and cohort.json are of one plan; whether the other files are of the same one, nothing says.",
            ru="Здесь нет {}: план записан прежней версией, или файлы скопированы сюда по одному. plan.json и "
            "cohort.json – от одного плана; относятся ли к нему остальные файлы, узнать нельзя.",
        ),
        "not-looked-at": Text(
            en="Not looked at: {}. It is made from these two for people to read; changes made in it are not in "
            "the plan.",
            ru="Не проверялся файл {}. Он составлен по этим двум, чтобы план было удобно читать; исправления в нём "
            "на план не влияют.",
        ),
        "names-left": Text(
            en="{0} is not the one that was written with the plan, so no names are taken from it. If they are right, "
            "give --names {0}",
            ru="Файл {0} – не тот, что записан вместе с планом, поэтому ФИО из него не взяты. Если они верные, "
            "укажите --names {0}",
        ),
    }
)
"""Texts by key."""
