"""The help of every option, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_OPTIONS"]

OF_OPTIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "option-most": Text(
            en="Largest number of pieces of advice of each kind in the answer.",
            ru="Наибольшее число советов каждого вида в ответе.",
        ),
        "option-most-plans": Text(
            en="Largest number of plans in the answer.",
            ru="Наибольшее число планов в ответе.",
        ),
        "option-profiles": Text(
            en="Table (.csv or .xlsx) of mentors whom you could find.",
            ru="Таблица (.csv или .xlsx) с наставниками, которых вы могли бы привлечь.",
        ),
        "option-copies": Text(
            en="Largest number of mentors like one row of --profiles whom you could find.",
            ru="Наибольшее число наставников, похожих на одну строку таблицы из --profiles, которых вы могли бы "
            "привлечь.",
        ),
        "option-within": Text(
            en="Largest number of points by which the total may be lower; 0 or more.",
            ru="Наибольшее число баллов, на которое план может быть хуже записанного; 0 или больше.",
        ),
        "option-differing": Text(
            en="Smallest number of pairs in which each plan differs from this one and from the others.",
            ru="Наименьшее число пар, которыми каждый план отличается от записанного и от остальных.",
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
            en="Somebody who leaves; who has both roles is taken out of both.",
            ru="Участник, который уходит; если у него обе роли, он убирается из обеих.",
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
            ru="Пара, с которой снимается запрет.",
        ),
        "option-set": Text(en="Another number in a rule.", ru="Другое число в правиле."),
        "option-without": Text(en="A rule that is taken out.", ru="Правило, которое убирается."),
        "option-add-mentees": Text(
            en="Table of mentees who come, and of nobody else.",
            ru="Таблица, в которой только новые наставляемые.",
        ),
        "option-add-mentors": Text(
            en="Table of mentors who come, and of nobody else.",
            ru="Таблица, в которой только новые наставники.",
        ),
        "option-other-out": Text(
            en="Folder for the other plan; without it nothing is written.",
            ru="Папка для другого плана; без неё ничего не записывается.",
        ),
        "option-out": Text(en="Folder for the plan.", ru="Папка для плана."),
        "option-demands": Text(
            en="Table (.csv or .xlsx) of locks and bans.",
            ru="Таблица (.csv или .xlsx) закреплений и запретов.",
        ),
        "option-values": Text(
            en="Show every distinct value as well, how many have it, and with ! what only one side has.",
            ru="Показать и все значения, которые встречаются в таблицах, с числом тех, кто их указал; знаком ! "
            "отмечены те, что есть только у наставников или только у наставляемых.",
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
            ru="Каким категориям подходят ролевые модели: founding – как в исходном тексте (так по умолчанию), "
            "widened – «лидер – пассивный» подходит и пассивным, unbound – любая модель подходит всем.",
        ),
        "option-methodology": Text(
            en="A methodology of your own, as a Python file and a name in it, or the name of one that is installed. "
            "The file or the package is run.",
            ru="Своя методология: файл Python и имя объекта в нём либо название установленной методологии. Код файла "
            "или пакета будет выполнен.",
        ),
        "option-version": Text(en="Show the version and exit.", ru="Показать версию и выйти."),
        "option-help": Text(en="Show this help and exit.", ru="Показать эту справку и выйти."),
    }
)
"""Texts by key."""
