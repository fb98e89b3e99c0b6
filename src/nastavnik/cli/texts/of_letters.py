"""What the command line says of letters, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_LETTERS"]

OF_LETTERS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "letters": Text(
            en="""Write letters about a plan: to the family of every pupil who is a mentee, to other mentees, to every mentor.

Each letter is short and says only what its reader may know: whether there is a mentor and who, what the meetings are for, when
both are free, what is missing and what can be done. There are no points, marks, ids, categories or role models in it.

With --names there are names in the letters; without, you fill them in by hand. The letters of a class are one file, as HTML to
print, each letter on a page, and as text to send. Read them before you hand them out.

\b
Examples:
  nastavnik letters autumn --out letters --names autumn --school "School 5" --contact "Olga Markova, 555-01-02"
  nastavnik letters autumn --out letters --by school --first-meeting "12 September, 15:00, room 21"

School and contact can be settled once for all calls, as school = "…" and contact = "…" in the file of settings.""",
            ru="""Написать письма по готовому плану: семье каждого наставляемого ученика, другим наставляемым, каждому наставнику.

Письмо короткое, и в нём только то, что можно знать адресату: нашёлся ли наставник и кто это, чему посвящены встречи, какое
время удобно обоим. Если чего-то не хватает, сказано, чего именно и что с этим можно сделать. Баллов, оценок, кодов, категорий и ролевых моделей в письмах нет.

С --names в письмах будут имена; без --names их нужно вписать от руки. Письма одного класса – в одном файле HTML для печати,
каждое на своей странице; рядом – те же письма в текстовых файлах, для отправки. Прочтите письма, прежде чем раздавать.

\b
Примеры:
  nastavnik letters осень --out письма --names осень --school "Школа № 5" --contact "Ольга Игоревна, 8 900 000-00-00"
  nastavnik letters осень --out письма --by school --first-meeting "12 сентября, 15:00, кабинет 21"

Школу и контакт можно один раз записать в файл настроек: school = "…" и contact = "…".""",
        ),
        "option-letters-out": Text(en="Folder for the letters.", ru="Папка для писем."),
        "option-by": Text(
            en="One file for each class (class), or one for the whole school (school).",
            ru="Сколько файлов: class – по одному на каждый класс, school – один на всю школу.",
        ),
        "option-school": Text(
            en="Name of the school, as it stands at the top of the letters.",
            ru="Название школы – оно будет вверху писем.",
        ),
        "option-contact": Text(
            en="How to reach the coordinator: name, telephone, e-mail.",
            ru="Как связаться с куратором: имя, телефон, почта.",
        ),
        "option-first-meeting": Text(
            en="When and where the first meeting is; without it the letters say that the coordinator will tell.",
            ru="Когда и где первая встреча; если не указать, в письмах будет сказано, что об этом "
            "сообщит куратор.",
        ),
        "option-letters-names": Text(
            en="Names for the letters, from a table of people, plan.xlsx or a folder with it.",
            ru="Откуда взять имена для писем: таблица участников, plan.xlsx или папка с ним.",
        ),
        "option-replace-letters": Text(
            en="Overwrite earlier letters in the folder.", ru="Перезаписать прежние письма в папке."
        ),
        "value-TEXT": Text(en="TEXT", ru="ТЕКСТ"),
        "stage-letters": Text(en="Writing the letters", ru="Пишем письма"),
        "letters-written": Text(
            en="Letters: {}. HTML files to print: {}; the same letters as text files beside them.",
            ru="Писем: {}. Файлов HTML для печати: {}; рядом – те же письма в текстовых файлах.",
        ),
        "letters-no-school": Text(
            en="Warning: the letters have [name of the school] in them; give it with --school.",
            ru="Внимание: вместо названия школы в письмах стоит [название школы]; укажите его в --school.",
        ),
        "letters-no-contact": Text(
            en="Warning: the letters have no contact of the coordinator; give it with --contact.",
            ru="Внимание: в письмах не указано, как связаться с куратором; укажите это в --contact.",
        ),
        "letters-no-names": Text(
            en="Warning: {} letters have [name] in place of whom they go to; give the names with --names.",
            ru="Внимание: вместо имени адресата стоит [имя и фамилия]. Таких писем: {}. Чтобы имена "
            "появились, укажите в --names таблицу с ними.",
        ),
    }
)
"""Texts by key."""
