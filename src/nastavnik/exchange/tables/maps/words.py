"""The comments of a map of headings that is a first guess, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["MAP_WORDS"]

MAP_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "head": Text(
            en="""\
A map of headings: on the left a heading of your table, on the right the column that it is.
Correct the right side. «not needed»: the column is not read. «note»: it is carried along into plan.xlsx only.
Columns there are: {known}.
Then: nastavnik match MENTEES MENTORS --columns THIS-FILE --out PLAN""",
            ru="""\
Соответствие заголовков: слева – заголовок вашей таблицы, справа – столбец, который он означает.
Проверьте правую сторону. «не нужен» – столбец не читается, «заметка» – он попадёт только в plan.xlsx.
Какие столбцы бывают: {known}.
Затем: nastavnik match НАСТАВЛЯЕМЫЕ НАСТАВНИКИ --columns ЭТОТ-ФАЙЛ --out ПЛАН""",
        ),
        "not-needed": Text(en="not needed", ru="не нужен"),
        "unlike": Text(
            en="like «{}», but most of its cells cannot be read so",
            ru="похоже на «{}», но большинство ячеек для этого не подходит",
        ),
        "again": Text(
            en="The next heading seems to be «{}», too. Take away «# » to read both as one, or say what it is.",
            ru="Следующий заголовок тоже похож на «{}». Чтобы объединить оба столбца, уберите «# »; иначе "
            "впишите, что этот заголовок значит.",
        ),
        "all": Text(
            en="What holds for the whole table, where it has no such column or the cell is empty.",
            ru="Значения для всей таблицы; они берутся, если столбца нет или ячейка пуста.",
        ),
        "position": Text(en="One of: {known}.", ru="Одно из: {known}."),
        "values": Text(
            en="On the left what is written, on the right what is meant. Take away # where both are the same thing.",
            ru="Слева – как написано, справа – как правильно. Уберите #, если это действительно одно и то же.",
        ),
        "ids": Text(
            en="""\
A table has no IDs: they are made of name, organisation and birth date (or e-mail address), and are the same
next year. Keep the secret with your tables and never change it: without it nobody can find out whose ID it is,
and with another all IDs are others.""",
            ru="""\
В таблице нет кодов: они составляются из ФИО, организации и даты рождения (или адреса почты) и через год будут
теми же. Храните секрет вместе с таблицами и не меняйте: без него никто не узнает, чей это код, а с другим
секретом все коды станут другими.""",
        ),
        "school": Text(en="your school", ru="ваша школа"),
    }
)
"""By key."""
