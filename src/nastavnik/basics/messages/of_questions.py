"""What can be wrong with a question about a plan, or with what is to be tried, as options of the command line."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_QUESTIONS"]

OF_QUESTIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # Questions about a plan.
        "unknown-person": Text(
            en="nobody in this round has the id {value}; correct or remove it",
            ru="человека с кодом {value} в плане нет; исправьте или уберите этот код",
        ),
        # What is asked of a plan, and to be tried, as options of the command line.
        "mentee-first": Text(
            en="{value}: the mentee stands first, then the mentor; swap the two",
            ru="{value}: сначала указывают наставляемого, затем наставника; поменяйте их местами",
        ),
        "nothing-without": Text(
            en="does nothing without {other}; give {other} too, or leave this option out",
            ru="без {other} не действует; добавьте {other} или уберите этот параметр",
        ),
        "no-change": Text(
            en="nothing is to be changed; give at least one of these: --remove, --places, --lock, --unlock, "
            "--ban, --unban, --set, --without, --add-mentees, --add-mentors",
            ru="не указано, что изменить; добавьте хотя бы один параметр: --remove, --places, --lock, "
            "--unlock, --ban, --unban, --set, --without, --add-mentees, --add-mentors",
        ),
        "not-places": Text(
            en="{value} is no ID=N; write a mentor's id and a whole number of places, such as q01=2",
            ru="{value} – не КОД=ЧИСЛО; укажите код наставника и целое число мест, например q01=2",
        ),
        "places-out-of-range": Text(
            en="{value}: a whole number of places from 1 to {high} is needed; --remove takes a mentor out",
            ru="{value}: нужно целое число мест от 1 до {high}; убрать наставника можно через --remove",
        ),
        "places-below-minimum": Text(
            en="{value}: this mentor is to have mentees, at least {low}; give as many places, or lower the "
            "minimum in the table and match again",
            ru="{value}: у этого наставника должно быть наставляемых не меньше {low}; дайте ему столько "
            "мест или уменьшите минимум в таблице и подберите пары заново",
        ),
        "not-a-pair": Text(
            en="{value} is no MENTOR=MENTEE; write the two ids with = between them, such as q01=p01",
            ru="{value} – не НАСТАВНИК=НАСТАВЛЯЕМЫЙ; укажите два кода и = между ними, например q01=p01",
        ),
        "several-pairs": Text(
            en="{value} can be cut into two ids in several ways; put a tab between them in place of =",
            ru="{value} можно разделить на два кода по-разному; поставьте между кодами табуляцию вместо =",
        ),
        "swapped-pair": Text(
            en="{value}: the mentor stands first, then the mentee; swap the two",
            ru="{value}: сначала указывают наставника, затем наставляемого; поменяйте их местами",
        ),
        "not-locked": Text(
            en="{value} is not locked in this plan; mentees who are: {known}; leave the option out or correct it",
            ru="в этом плане {value} ни за кем не закреплён; закреплённые наставляемые: {known}; "
            "исправьте код или уберите этот параметр",
        ),
        "not-banned": Text(
            en="{value} is not banned in this plan; pairs that are: {known}; leave the option out or correct it",
            ru="в этом плане нет запрета {value}; запрещённые пары: {known}; исправьте коды или "
            "уберите этот параметр",
        ),
        "nothing-locked": Text(
            en="{value}: only a lock overrides a requirement; give a --lock too, or leave this option out",
            ru="{value}: отступить от требования можно только для закреплённой пары; добавьте --lock или "
            "уберите этот параметр",
        ),
        "given-both-ways": Text(
            en="{value} stands in {other} too; keep one of the two options",
            ru="{value} указано и в параметре {other}; оставьте что-то одно",
        ),
        "given-twice": Text(
            en="{value}: {other} was given before; keep one of the two",
            ru="{value}: раньше уже указано {other}; оставьте что-то одно",
        ),
        "nobody-left": Text(
            en="everybody was taken out ({value} in all); leave at least one person in",
            ru="вы убрали всех участников (их было {value}); оставьте хотя бы одного",
        ),
        "not-a-setting": Text(
            en="{value} is no RULE.PARAMETER=N with a whole number N, such as grade-gap.at_least=2",
            ru="{value} – не ПРАВИЛО.ПАРАМЕТР=ЧИСЛО с целым числом, например grade-gap.at_least=2",
        ),
        "no-such-rule": Text(
            en="the methodology has no rule {value} that can be changed; write its id, such as grade-gap",
            ru="в методологии нет правила {value}, которое можно изменить; укажите код правила, например grade-gap",
        ),
        "no-numbers": Text(
            en="{value}: this rule has no number to set; --without takes the whole rule out",
            ru="{value}: в этом правиле нет чисел, которые можно изменить; убрать всё правило можно через "
            "--without",
        ),
        "no-such-number": Text(
            en="{value} is no number of this rule; what can be set: {known}",
            ru="{value} – не число этого правила; изменить можно: {known}",
        ),
        "number-not-taken": Text(
            en="{value}: the rule takes no such number; give another one",
            ru="{value}: такого числа правило не принимает; укажите другое",
        ),
        "no-such-table": Text(
            en="there is no such file; check its name and folder, or write an empty table with «nastavnik template»",
            ru="такого файла нет; проверьте название и папку или получите пустую таблицу командой «nastavnik "
            "template»",
        ),
        "in-the-round": Text(
            en="the id {value} is taken in this round; give the newcomer another one",
            ru="код {value} уже занят; дайте новому участнику другой",
        ),
    }
)
"""One sentence per code of ``Fault``."""
