"""The columns of the two tables, as data: what each is called, who has it, what its cells hold.

The order here is the order in which tables are written. In a table that is read the columns may
stand in any order and be headed in Russian, in English or in both.
"""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.people.records import LAST_PRIORITY, Mentee, Mentor, Role

__all__ = ["COLUMNS", "columns_of", "written_columns"]


def _part_of_name(key: str, heading: Text, aliases: tuple[str, ...]) -> Column:
    """Return the column of a part of the name, which is joined with the others when it is read."""
    return Column(
        key,
        kind=Kind.NAME,
        heading=heading,
        aliases=aliases,
        about=Text(
            en="A part of the name, where it stands in several columns.",
            ru="Часть имени, если оно записано в нескольких столбцах.",
        ),
        fills="name",
        of_person=True,
        only_read=True,
    )


def columns_of(role: type[Role]) -> tuple[Column, ...]:
    """Return the columns of one table, in the order of writing.

    >>> [column.key for column in columns_of(Mentor)][-4:]
    ['capacity', 'minimum', 'trained', 'cleared']
    """
    return tuple(column for column in COLUMNS if role in column.tables)


def written_columns(role: type[Role]) -> tuple[Column, ...]:
    """Return the columns of one table that are written; the others are only read, as birth dates are.

    >>> "birth" in {column.key for column in written_columns(Mentor)}
    False
    """
    return tuple(column for column in columns_of(role) if not column.only_read)


COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        "id",
        kind=Kind.ID,
        aliases=("code", "идентификатор", "код участника"),
        about=Text(
            en="Short and unique; the same person has the same one in both tables. A row that begins with # is "
            "a note and is not read.",
            ru="Короткий, у каждого свой; у одного человека он одинаков в обеих таблицах. Строка, которая "
            "начинается с #, – заметка: она не читается.",
        ),
        of_person=True,
        width=24,
    ),
    Column(
        "name",
        kind=Kind.NAME,
        aliases=(
            "full name",
            "имя",
            "ф.и.о.",
            "фамилия, имя, отчество",
            "фамилия имя отчество",
            "фамилия, имя",
            "фамилия имя",
            "фамилия и имя",
        ),
        about=Text(
            en="Only for you; not used for matching and shown in no message.",
            ru="Только для вас; в подборе не участвует, в сообщениях не показывается.",
        ),
        of_person=True,
        width=28,
    ),
    _part_of_name("surname", Text(en="Surname", ru="Фамилия"), ("last name", "family name")),
    _part_of_name(
        "given",
        Text(en="Given name and patronymic", ru="Имя и отчество"),
        ("given name", "first name", "имя отчество", "имя, отчество"),
    ),
    _part_of_name("patronymic", Text(en="Patronymic", ru="Отчество"), ("middle name",)),
    Column(
        "position",
        kind=Kind.POSITION,
        aliases=("кто это", "основное занятие"),
        about=Text(en="One of: {known}.", ru="Одно из: {known}."),
        of_person=True,
    ),
    Column(
        "organisation",
        kind=Kind.TEXT,
        aliases=("organization", "school", "школа", "образовательная организация"),
        about=Text(
            en="School, college or enterprise; written alike for all who belong to it.",
            ru="Школа, колледж или предприятие; название пишите одинаково у всех, кто там учится или "
            "работает.",
        ),
        of_person=True,
        width=20,
    ),
    Column(
        "place",
        kind=Kind.TEXT,
        aliases=("town", "district", "место", "город", "район", "населённый пункт"),
        about=Text(
            en="Town or district where meetings in person suit; written alike for all.",
            ru="Город или район, где удобно встречаться; одно и то же место пишите у всех одинаково.",
        ),
        of_person=True,
        width=20,
    ),
    Column(
        "online",
        kind=Kind.YES_NO,
        aliases=("remote", "можно онлайн", "дистанционно"),
        about=Text(
            en="Yes, if meeting online suits; empty means no.",
            ru="Да, если подходят встречи онлайн; пусто – значит нет.",
        ),
        of_person=True,
    ),
    Column(
        "languages",
        kind=Kind.WORDS,
        aliases=("language", "язык", "языки общения"),
        about=Text(
            en="Languages they speak, with commas between.",
            ru="Языки общения, через запятую.",
        ),
        of_person=True,
    ),
    Column(
        "slots",
        kind=Kind.TIMES,
        aliases=("slots", "free times", "свободные часы", "время"),
        about=Text(
            en="With commas between: tue 15:00, thu 16:00–18:00, fri after lesson 6; or: any time.",
            ru="Через запятую: вт 15:00, чт 16:00–18:00, пт после 6 урока; или: любое время.",
        ),
        of_person=True,
        width=24,
    ),
    Column(
        "interests",
        kind=Kind.WORDS,
        aliases=("hobbies", "увлечения"),
        about=Text(
            en="Subjects of projects, hobbies, fields of work; with commas between.",
            ru="Темы проектов, увлечения, области работы; через запятую.",
        ),
        of_person=True,
        width=28,
    ),
    Column(
        "qualities",
        kind=Kind.QUALITIES,
        aliases=("quality", "качество", "достижения"),
        about=Text(en="One or several of: {known}.", ru="Одно или несколько: {known}."),
        of_person=True,
        width=36,
    ),
    Column(
        "data_consent",
        kind=Kind.YES_NO,
        aliases=(
            "consent to data processing",
            "согласие на обработку персональных данных",
            "согласие на обработку пдн",
        ),
        about=Text(
            en="Yes or no; for a minor, the guardian's. Empty: not asked yet, counts as no.",
            ru="Да или нет; за несовершеннолетнего согласие даёт его законный представитель. Пусто – ещё не "
            "спросили; это то же, что «нет».",
        ),
        of_person=True,
    ),
    Column(
        "grade",
        kind=Kind.CLASS,
        aliases=("class", "school year", "параллель", "класс обучения"),
        about=Text(
            en="Pupils only: the class from 1 to 11, with its letter if there is one: 7, 7B.",
            ru="Только для учеников: класс от 1 до 11, можно с буквой: 7, 7Б.",
        ),
        of_person=True,
    ),
    Column(
        "letter",
        kind=Kind.LETTER,
        aliases=("letter", "буква", "литера", "литера класса"),
        about=Text(
            en="Pupils only, if the class does not say it already: one or two letters; used for lists alone.",
            ru="Только для учеников: одна или две буквы, если их нет в столбце «Класс»; нужны только для "
            "списков.",
        ),
        of_person=True,
        only_if_used=True,
    ),
    Column(
        "age",
        kind=Kind.WHOLE,
        aliases=("возраст, лет", "возраст (лет)", "полных лет"),
        about=Text(
            en="Pupils and students: full years.",
            ru="Для учеников и студентов: число полных лет.",
        ),
        of_person=True,
    ),
    Column(
        "birth",
        kind=Kind.BIRTH,
        heading=Text(en="Birth date", ru="Дата рождения"),
        aliases=("date of birth", "дата рожд.", "д.р.", "день рождения", "др"),
        about=Text(
            en="Pupils and students, instead of the age: 13.05.2012. The age is kept, the date is not.",
            ru="Для учеников и студентов, вместо возраста, например 13.05.2012. Сохраняется возраст, но не "
            "дата.",
        ),
        fills="age",
        of_person=True,
        only_read=True,
    ),
    Column(
        "mail",
        kind=Kind.MAIL,
        heading=Text(en="E-mail", ru="Электронная почта"),
        aliases=("email", "e-mail address", "адрес электронной почты", "эл. почта", "почта"),
        about=Text(
            en="Only to tell people apart when their ids are made; not kept.",
            ru="Нужна только для того, чтобы различать людей при составлении кодов; не сохраняется.",
        ),
        fills="id",
        of_person=True,
        only_read=True,
    ),
    Column(
        "marks",
        kind=Kind.MARKS,
        aliases=("отметки", "успеваемость"),
        about=Text(
            en="Pupils only: the subjects that matter, with their marks: physics 4, art 5.",
            ru="Только для учеников: важные предметы и оценки по ним, например: физика 4, ИЗО 5.",
        ),
        of_person=True,
        width=28,
    ),
    Column(
        "experience",
        kind=Kind.WHOLE,
        aliases=("years of experience", "стаж работы", "стаж, лет", "стаж (лет)"),
        about=Text(
            en="Teachers and professionals: full years.",
            ru="Для педагогов и представителей работодателя: число полных лет.",
        ),
        of_person=True,
    ),
    Column(
        "taught",
        kind=Kind.WORDS,
        aliases=("taught subjects", "subjects taught", "преподаваемые предметы"),
        about=Text(
            en="Teachers only: subjects taught, with commas between.",
            ru="Только для педагогов: преподаваемые предметы через запятую.",
        ),
        fills="subjects",
        of_person=True,
        width=24,
    ),
    Column(
        "agreed",
        kind=Kind.YES_NO,
        aliases=("own consent", "согласие на участие", "согласен", "согласна", "согласен(на)"),
        about=Text(
            en="Yes, if the participant agrees. Empty: not asked yet, counts as no.",
            ru="Да, если участник согласен. Пусто – ещё не спросили; это то же, что «нет».",
        ),
    ),
    Column(
        "guardian_agreed",
        kind=Kind.YES_NO,
        aliases=("parental consent", "согласие родителя", "согласие законного представителя"),
        about=Text(
            en="For minors: yes, if the guardian agrees to the participation.",
            ru="Для несовершеннолетних: да, если законный представитель согласен на их участие.",
        ),
    ),
    Column(
        "subjects",
        kind=Kind.WORDS,
        aliases=("subject", "предмет"),
        about=Text(
            en="Subjects a mentor helps with or a mentee asks help in; with commas between.",
            ru="У наставника – по каким предметам поможет, у наставляемого – по каким нужна помощь; через запятую.",
        ),
        width=28,
    ),
    Column(
        "tasks",
        kind=Kind.TASKS,
        aliases=("task", "задача", "задачи наставничества"),
        about=Text(
            en="One or several, by position:\n{known}",
            ru="Одна или несколько; выбор зависит от позиции:\n{known}",
        ),
        width=48,
    ),
    Column(
        "choices",
        kind=Kind.IDS,
        aliases=("choice", "выбрал", "выбрала", "выбор"),
        about=Text(
            en="IDs of those wished for after the first meeting, with commas between.",
            ru="Коды тех, с кем участник после первой встречи хочет быть в паре, через запятую.",
        ),
    ),
    Column(
        "refusals",
        kind=Kind.IDS,
        aliases=("refusal", "отказ", "отказывается от"),
        about=Text(
            en="IDs of those with whom this person will not work, with commas between.",
            ru="Коды тех, с кем участник работать не готов, через запятую.",
        ),
    ),
    Column(
        "category",
        kind=Kind.CATEGORY,
        aliases=("mentee category", "категория наставляемого"),
        about=Text(en="One, by position:\n{known}", ru="Одна; выбор зависит от позиции:\n{known}"),
        tables=(Mentee,),
        width=36,
    ),
    Column(
        "signs",
        kind=Kind.SIGNS,
        aliases=("sign", "признак", "признаки категории"),
        about=Text(
            en="What you see in the mentee, several if need be; the category then follows. By position:\n{known}",
            ru="Что вы наблюдаете у наставляемого; можно несколько признаков, по ним определится категория. "
            "Выбор зависит от позиции:\n{known}",
        ),
        tables=(Mentee,),
        width=80,
    ),
    Column(
        "newcomer_since",
        kind=Kind.DAY,
        aliases=(
            "new since",
            "newcomer",
            "новенький",
            "новенькая с",
            "в школе с",
            "дата прихода в школу",
        ),
        about=Text(
            en="For who came from another school: the day of arrival, such as 2026-09-01.",
            ru="Для пришедших из другой школы: дата прихода, например 01.09.2026.",
        ),
        tables=(Mentee,),
    ),
    Column(
        "priority",
        kind=Kind.WHOLE,
        aliases=("очерёдность",),
        about=Text(
            en="A number from 1 to 9: who gets a mentor first where places are short; 1 before 2, strictly. "
            "Empty means 5.",
            ru="Число от 1 до 9. Если мест на всех не хватает, наставника сначала получают те, у кого число "
            "меньше: участник с 1 всегда важнее участника с 2. Пусто – то же, что 5.",
        ),
        tables=(Mentee,),
        between=(1, LAST_PRIORITY),
        only_if_used=True,
    ),
    Column(
        "bans",
        kind=Kind.IDS,
        aliases=("ban", "запрет", "не ставить в пару с"),
        about=Text(
            en="IDs of mentors whom you have ruled out for this mentee, with commas between.",
            ru="Коды наставников, которых вы исключили для этого наставляемого, через запятую.",
        ),
        tables=(Mentee,),
    ),
    Column(
        "capacity",
        kind=Kind.WHOLE,
        aliases=("количество мест", "число мест", "сколько наставляемых"),
        about=Text(
            en="How many mentees at most; empty means 1.",
            ru="Наибольшее число наставляемых у этого наставника. Пусто – 1.",
        ),
        tables=(Mentor,),
    ),
    Column(
        "minimum",
        kind=Kind.WHOLE,
        aliases=("at least", "минимум", "не меньше", "не менее"),
        about=Text(
            en="How many mentees at least, in every plan; no more than the capacity. "
            "Empty means 0.",
            ru="Наименьшее число наставляемых у этого наставника; оно не больше числа мест. Пусто – 0.",
        ),
        tables=(Mentor,),
        only_if_used=True,
    ),
    Column(
        "trained",
        kind=Kind.YES_NO,
        aliases=("обучен", "обучена", "обучен(а)", "прошёл обучение", "обучение"),
        about=Text(
            en="Yes, if the mentors' training is passed.",
            ru="Да, если наставник прошёл обучение.",
        ),
        tables=(Mentor,),
    ),
    Column(
        "cleared",
        kind=Kind.YES_NO,
        aliases=("clearance", "certificate", "справка об отсутствии судимости"),
        about=Text(
            en="Adults who mentor minors: yes, if the certificate of no criminal record was shown. Teachers of "
            "the mentee's own school showed it when hired: may stay empty.",
            ru="Для взрослых наставников несовершеннолетних: да, если предъявлена справка об отсутствии "
            "судимости. Педагоги из школы наставляемого показали её при приёме на работу: для них можно не "
            "заполнять.",
        ),
        tables=(Mentor,),
    ),
)
"""Every column of both tables, each key and each heading once."""
