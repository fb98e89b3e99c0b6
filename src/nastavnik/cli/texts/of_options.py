"""The help of every option, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_OPTIONS"]

OF_OPTIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "option-most": Text(
            en="Pieces of advice of each kind, at most.",
            ru="Сколько советов каждого вида показать, самое большее.",
        ),
        "option-most-plans": Text(
            en="Plans, at most.",
            ru="Сколько планов показать, самое большее.",
        ),
        "option-profiles": Text(
            en="Table of mentors who could be found, .csv or .xlsx.",
            ru="Таблица наставников, которых можно было бы найти, .csv или .xlsx.",
        ),
        "option-copies": Text(
            en="Mentors of one profile to be found, at most.",
            ru="Сколько, самое большее, можно было бы найти наставников, похожих на одну строку из --profiles.",
        ),
        "option-within": Text(
            en="Points by which the total may be lower, from 0.",
            ru="На сколько баллов, самое большее, план может быть хуже записанного; от 0.",
        ),
        "option-differing": Text(
            en="Pairs in which each plan differs at least from this one and from the others.",
            ru="На сколько пар, самое меньшее, каждый план отличается от записанного и от остальных.",
        ),
        "option-audience": Text(
            en="Who is going to read it.",
            ru="Кто это прочтёт: coordinator – куратор, participant – "
            "сам участник или его родители.",
        ),
        "option-format": Text(
            en="What the answer is written in.", ru="В каком виде ответ: текст, Markdown или HTML."
        ),
        "option-remove": Text(
            en="Somebody who leaves, in both roles.",
            ru="Кто уходит – и как наставник, и как наставляемый.",
        ),
        "option-places": Text(
            en="How many places a mentor has then.", ru="Сколько мест будет у наставника."
        ),
        "option-lock": Text(
            en="A pair that is to be in the plan.", ru="Пара, которая должна быть в плане."
        ),
        "option-overriding": Text(
            en="Requirement that the pairs of --lock may break.",
            ru="Требование, от которого можно отступить в парах из --lock.",
        ),
        "option-unlock": Text(
            en="Mentee whose lock in the plan is lifted.",
            ru="Наставляемый, закрепление которого снимается.",
        ),
        "option-ban": Text(
            en="A pair that is not to be in the plan.", ru="Пара, которой не должно быть в плане."
        ),
        "option-unban": Text(
            en="A pair whose ban in the plan is lifted.",
            ru="Пара, запрет на которую снимается.",
        ),
        "option-set": Text(en="Another number in a rule.", ru="Другое число в правиле."),
        "option-without": Text(en="A rule that is taken out.", ru="Правило, которое убирается."),
        "option-add-mentees": Text(
            en="Table of mentees who come, and of nobody else.",
            ru="Таблица, где только новые наставляемые.",
        ),
        "option-add-mentors": Text(
            en="Table of mentors who come, and of nobody else.",
            ru="Таблица, где только новые наставники.",
        ),
        "option-other-out": Text(
            en="Folder for the other plan; without it nothing is written.",
            ru="Папка для другого плана; без неё ничего не записывается.",
        ),
        "option-out": Text(en="Folder for the plan.", ru="Папка для плана."),
        "option-demands": Text(
            en="Table of locks and bans, .csv or .xlsx.",
            ru="Таблица закреплений и запретов, .csv или .xlsx.",
        ),
        "option-values": Text(
            en="Show every distinct value as well, how many have it, and with ! what only one side has.",
            ru="Показать также все разные значения и сколько человек их указали; знаком ! отмечено "
            "то, что есть только у наставников или только у наставляемых.",
        ),
        "option-strict": Text(
            en="Exit with status 3 if anything is worth a look.",
            ru="Завершить с кодом 3, если есть хоть одно замечание.",
        ),
        "option-demo-out": Text(
            en="Folder for the tables and the plan.", ru="Папка для таблиц и плана."
        ),
        "option-lang": Text(en="Language of messages and tables.", ru="Язык сообщений и таблиц."),
        "option-on": Text(
            en="Day for which the plan is made; it is noted in the plan and stands in the title of plan.xlsx.",
            ru="День, на который составляется план; он записывается в план и стоит в заголовке "
            "plan.xlsx.",
        ),
        "option-seed": Text(
            en="Seed of the lottery among equals, a whole number; the same seed draws the same lots.",
            ru="Номер жеребьёвки среди равных, целое число; при том же номере жребий будет тем же.",
        ),
        "option-replace": Text(
            en="Overwrite an earlier plan in the folder.", ru="Перезаписать прежний план в папке."
        ),
        "option-reading": Text(
            en="Which mentee categories role models serve: as the founding text binds them (founding, the usual one), "
            "«leader – passive» for passive pupils too (widened), or every one for all (unbound).",
            ru="Каким категориям подходят ролевые модели: founding – как в исходном тексте (обычно "
            "так), widened – «лидер – пассивный» подходит и пассивным, unbound – любая модель "
            "подходит всем.",
        ),
        "option-methodology": Text(
            en="A methodology of your own, as a Python file and a name in it, or the name of one that is installed. "
            "The file or the package is run.",
            ru="Своя методология: файл Python и имя в нём или название установленной методологии. "
            "Код файла или пакета будет выполнен.",
        ),
        "option-version": Text(en="Show the version and exit.", ru="Показать версию и выйти."),
        "option-help": Text(en="Show this help and exit.", ru="Показать эту справку и выйти."),
    }
)
"""Texts by key."""
