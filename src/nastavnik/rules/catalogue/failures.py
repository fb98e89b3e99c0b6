"""What is said when a requirement of the catalogue fails, when a fact is not known, and what can be done about it.

Each text is one short sentence without a full stop, so that it stands in one line of a printed table: what failed is
said as a failure, of a statement and not of a child. Needed numbers are named by the rules' parameters.
"""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.rules.sayings import Failure

__all__ = [
    "AGREED",
    "ASKED_VALUE",
    "CAN_MEET",
    "CATEGORY_SERVED",
    "CLEARED",
    "COMMON_LANGUAGE",
    "COMMON_SLOTS",
    "DATA_CONSENT",
    "DIFFERENT_VALUE",
    "EXPERIENCE_FROM",
    "EXPERIENCE_UP_TO",
    "GRADE_FROM",
    "GRADE_GAP",
    "GUARDIAN_AGREED",
    "INNOVATOR",
    "LEADERSHIP",
    "LESS_EXPERIENCED",
    "MORE_EXPERIENCED",
    "NOT_BANNED",
    "NOT_LAST_YEAR",
    "NOT_ONESELF",
    "NOT_REFUSED",
    "NOVICE_OR_NEWCOMER",
    "OFFERS_NEEDED_SUBJECT",
    "OLD_ENOUGH",
    "PROJECT_EXPERIENCE",
    "SAME_COLLEGE",
    "SAME_ORGANISATION",
    "SAME_TAUGHT_SUBJECT",
    "SAME_VALUE",
    "SHARED_PURSUIT",
    "SHOWS_QUALITY",
    "SOCIALLY_ACTIVE",
    "STRONG_WHERE_WEAK",
    "TRAINED",
]

AGREED: Final = Failure(
    broken=Text(
        en="The {side} has not agreed to take part",
        ru="У {side_of} нет согласия участвовать",
    ),
    missing=Text(
        en="It is not noted that the {side} agrees to take part",
        ru="У {side_of} не отмечено согласие участвовать",
    ),
    remedy=Text(
        en="Talk it over, and note the agreement if it is given",
        ru="Поговорить и отметить согласие, если оно есть",
    ),
    for_participants=Text(
        en="The participant's own consent to take part is not recorded.",
        ru="Пока не отмечено согласие участвовать.",
    ),
)

GUARDIAN_AGREED: Final = Failure(
    broken=Text(
        en="The parents of the {side} have not agreed",
        ru="У {side_of} нет согласия родителей",
    ),
    missing=Text(
        en="The consent of the parents of the {side} is not noted",
        ru="У {side_of} не отмечено согласие родителей",
    ),
    remedy=Text(
        en="Ask the parents, and note their consent",
        ru="Спросить родителей и отметить их согласие",
    ),
    for_participants=Text(
        en="The parents' (guardians') consent to taking part is missing.",
        ru="Не хватает согласия родителей (законных представителей) на участие.",
    ),
)

DATA_CONSENT: Final = Failure(
    broken=Text(
        en="No consent to handle the data of the {side}",
        ru="У {side_of} нет согласия на обработку данных",
    ),
    missing=Text(
        en="The consent to handle the data of the {side} is not noted",
        ru="У {side_of} не отмечено согласие на обработку данных",
    ),
    remedy=Text(
        en="Get the consent to handle the data, and note it",
        ru="Получить согласие на обработку данных и отметить его",
    ),
    for_participants=Text(
        en="The consent to the handling of personal data is missing.",
        ru="Не хватает согласия на обработку персональных данных.",
    ),
)

OLD_ENOUGH: Final = Failure(
    broken=Text(
        en="The {side} is too young (full years needed: {years} or more)",
        ru="{Side} младше, чем нужно (полных лет – от {years})",
    ),
    missing=Text(
        en="The age of the {side} is not stated (needed: {years} or more)",
        ru="Возраст {side_of} не указан (нужно от {years})",
    ),
    remedy=Text(
        en="Check the age in the table (needed: {years} or more)",
        ru="Проверить возраст в таблице (нужно от {years})",
    ),
    for_participants=Text(
        en="The programme begins at a somewhat greater age; one can join later.",
        ru="Программа – для тех, кто немного старше; присоединиться можно будет позже.",
    ),
    unknown_for_participants=Text(
        en="The age is not stated.",
        ru="Не указан возраст.",
    ),
)

TRAINED: Final = Failure(
    broken=Text(
        en="The {side} has not passed the mentors' training",
        ru="{Side} не прошёл обучение наставников",
    ),
    missing=Text(
        en="The training of the {side} is not noted",
        ru="У {side_of} не отмечено обучение",
    ),
    remedy=Text(
        en="Note the training if it was passed, or hold it",
        ru="Отметить обучение, если оно пройдено, или провести его",
    ),
    for_participants=Text(
        en="The training of mentors is not recorded yet; the coordinator will say when it is held.",
        ru="Пока не отмечено обучение наставников; куратор подскажет, когда его можно пройти.",
    ),
)

GRADE_FROM: Final = Failure(
    broken=Text(
        en="The grade of the {side} is below {grade}",
        ru="{Side} ещё не в {grade}-м классе",
    ),
    missing=Text(
        en="The grade of the {side} is not stated (needed: {grade} or higher)",
        ru="Класс {side_of} не указан (нужен {grade}-й или старше)",
    ),
    remedy=Text(
        en="Check the grade in the table (needed: {grade} or higher)",
        ru="Проверить класс в таблице (нужен {grade}-й или старше)",
    ),
    for_participants=Text(
        en="Such meetings begin in a higher class; one can join later.",
        ru="Такие встречи – для классов постарше; присоединиться можно будет позже.",
    ),
    unknown_for_participants=Text(
        en="The class is not stated.",
        ru="Не указан класс.",
    ),
)

EXPERIENCE_FROM: Final = Failure(
    broken=Text(
        en="The {side} has too few years of experience (needed: {years} or more)",
        ru="Стаж {side_of} меньше, чем нужно (полных лет – от {years})",
    ),
    missing=Text(
        en="The experience of the {side} is not stated (needed: {years} or more)",
        ru="Стаж {side_of} не указан (нужно полных лет – от {years})",
    ),
    remedy=Text(
        en="Check the years of experience (needed: {years} or more)",
        ru="Проверить стаж (нужно полных лет – от {years})",
    ),
    for_participants=Text(
        en="For this a longer time at work is asked for; the coordinator will suggest what else suits.",
        ru="Здесь нужен больший стаж работы; куратор подскажет, как ещё можно участвовать.",
    ),
    unknown_for_participants=Text(
        en="The years of experience are not stated.",
        ru="Не указан стаж работы.",
    ),
)

EXPERIENCE_UP_TO: Final = Failure(
    broken=Text(
        en="The {side} has too many years of experience (needed: {years} or less)",
        ru="Стаж {side_of} больше, чем нужно (полных лет – не больше {years})",
    ),
    missing=Text(
        en="The experience of the {side} is not stated (needed: {years} or less)",
        ru="Стаж {side_of} не указан (нужно не больше {years})",
    ),
    remedy=Text(
        en="Check the years of experience (needed: {years} or less)",
        ru="Проверить стаж (нужно не больше {years})",
    ),
)

NOVICE_OR_NEWCOMER: Final = Failure(
    broken=Text(
        en="Over {years} full years of experience, and the workplace is not new",
        ru="Стаж {side_of} (полных лет) больше {years}, и место работы не новое",
    ),
    missing=Text(
        en="Experience not stated; needed: {years} or less, or a new workplace",
        ru="Стаж {side_of} не указан; нужно не больше {years} или новое место",
    ),
    remedy=Text(
        en="Check the experience, or note that the workplace is new",
        ru="Проверить стаж или отметить, что место работы новое",
    ),
)

SHOWS_QUALITY: Final = Failure(
    broken=Text(
        en="None of the qualities needed is noted for the {side}",
        ru="У {side_of} не отмечено ни одно из нужных качеств",
    ),
    remedy=Text(
        en="Note the qualities if they are there",
        ru="Отметить качества, если они есть",
    ),
)

LEADERSHIP: Final = Failure(
    broken=Text(
        en="No leadership quality is noted for the {side}",
        ru="У {side_of} не отмечено ни одно лидерское качество",
    ),
    remedy=Text(
        en="Note the qualities: class leader, volunteer …",
        ru="Отметить качества: лидер класса, волонтёр…",
    ),
    for_participants=Text(
        en="Tell the coordinator which undertakings of the school, contests or voluntary work "
        "you take part in: your details do not show it yet.",
        ru="Расскажите куратору, в каких школьных делах, конкурсах и добровольческих проектах вы участвуете: "
        "этого пока нет в ваших сведениях.",
    ),
)

NOT_ONESELF: Final = Failure(
    broken=Text(
        en="Mentor and mentee are one person",
        ru="Наставник и наставляемый – один и тот же человек",
    ),
    remedy=Text(
        en="Find another mentor",
        ru="Найти другого наставника",
    ),
)

NOT_REFUSED: Final = Failure(
    broken=Text(
        en="One of the two has refused to be paired with the other",
        ru="Один из двоих отказался от этой пары",
    ),
    remedy=Text(
        en="Find another mentor, or talk the refusal over",
        ru="Найти другого наставника или обсудить отказ",
    ),
)

NOT_BANNED: Final = Failure(
    broken=Text(
        en="The coordinator has banned this pair",
        ru="Эту пару запретил куратор",
    ),
    remedy=Text(
        en="Lift the ban, or find another mentor",
        ru="Снять запрет или найти другого наставника",
    ),
)

COMMON_SLOTS: Final = Failure(
    broken=Text(
        en="Not enough free time in common (needed: {minutes} minutes)",
        ru="Не хватает общего свободного времени (нужно от {minutes} минут)",
    ),
    missing=Text(
        en="The free time of one of the two is not stated",
        ru="У одного из двоих не указано свободное время",
    ),
    remedy=Text(
        en="Ask for more free times, or find a mentor for them",
        ru="Спросить о другом времени или найти наставника на это время",
    ),
    for_participants=Text(
        en="The free times did not agree. If other days or hours suit as well, please name them.",
        ru="Не совпало свободное время. Если подойдут и другие дни или часы, назовите их.",
    ),
)

COMMON_LANGUAGE: Final = Failure(
    broken=Text(
        en="Too few languages in common (needed: {at_least})",
        ru="Не хватает общих языков (нужно от {at_least})",
    ),
    missing=Text(
        en="The languages of one of the two are not stated",
        ru="У одного из двоих не указаны языки",
    ),
    remedy=Text(
        en="Check the languages, or find a mentor who speaks them",
        ru="Проверить языки или найти наставника, который их знает",
    ),
    for_participants=Text(
        en="The languages did not agree. If there is one more to talk in, please name it.",
        ru="Не совпали языки общения. Если можно говорить ещё на одном, назовите его.",
    ),
)

CAN_MEET: Final = Failure(
    broken=Text(
        en="They have no meeting place in common, and not both can meet online",
        ru="Места встреч разные, а встречаться онлайн могут не оба",
    ),
    missing=Text(
        en="The meeting place of one of the two is not stated",
        ru="У одного из двоих не указано место встреч",
    ),
    remedy=Text(
        en="Agree on a place, or note that both can meet online",
        ru="Согласовать место или отметить у обоих «онлайн»",
    ),
    for_participants=Text(
        en="The places to meet did not agree. If meeting online or elsewhere suits as well, please say so.",
        ru="Не совпало место встреч. Если подойдут встречи онлайн или в другом месте, скажите об этом.",
    ),
)

CLEARED: Final = Failure(
    broken=Text(
        en="The adult mentor has no clearance certificate",
        ru="У взрослого наставника нет справки об отсутствии судимости",
    ),
    missing=Text(
        en="The clearance certificate of the adult mentor is not noted",
        ru="У взрослого наставника не отмечена справка о несудимости",
    ),
    remedy=Text(
        en="Get the clearance certificate, and note it",
        ru="Получить справку об отсутствии судимости и отметить её",
    ),
    for_participants=Text(
        en="The certificate of no criminal record is missing; adults need one to be with children.",
        ru="Не хватает справки об отсутствии судимости: она нужна взрослым, которые работают с детьми.",
    ),
)

SAME_ORGANISATION: Final = Failure(
    broken=Text(
        en="The mentor is from another school",
        ru="Наставник из другой школы",
    ),
    missing=Text(
        en="The school of one of the two is not stated",
        ru="У одного из двоих не указана школа",
    ),
    remedy=Text(
        en="Check how the school is written, or find a mentor there",
        ru="Проверить, как записана школа, или найти наставника в ней",
    ),
    for_participants=Text(
        en="Both are to be of one school. Please look whether yours is stated rightly.",
        ru="Нужно, чтобы наставник и наставляемый были из одной школы. Проверьте, верно ли указана ваша.",
    ),
)

SAME_COLLEGE: Final = Failure(
    broken=Text(
        en="The mentor is of another college",
        ru="Наставник из другого колледжа",
    ),
    missing=Text(
        en="The college of one of the two is not stated",
        ru="У одного из двоих не указан колледж",
    ),
    remedy=Text(
        en="Check how the college is written, or find a mentor there",
        ru="Проверить, как записан колледж, или найти наставника в нём",
    ),
)

GRADE_GAP: Final = Failure(
    broken=Text(
        en="The mentor is not far enough ahead (grades needed: {at_least})",
        ru="Наставник младше или близок по классу (нужна разница от {at_least})",
    ),
    missing=Text(
        en="The grade of one of the two is not stated",
        ru="У одного из двоих не указан класс",
    ),
    remedy=Text(
        en="Find a mentor from a higher grade",
        ru="Найти наставника классом постарше",
    ),
    for_participants=Text(
        en="The classes did not fit each other. Please look whether yours is stated rightly.",
        ru="Не нашлось пары с нужной разницей в классах. Проверьте, верно ли указан ваш класс.",
    ),
)

STRONG_WHERE_WEAK: Final = Failure(
    broken=Text(
        en="The mentor is not strong where this one is weak, nor helps there",
        ru="Наставник не силён в трудном предмете и не помогает по нужным",
    ),
    missing=Text(
        en="The marks of one of the two are not stated",
        ru="У одного из двоих не указаны оценки",
    ),
    remedy=Text(
        en="Check the marks, or find a mentor strong in these subjects",
        ru="Проверить оценки или найти того, кто силён в этих предметах",
    ),
)

OFFERS_NEEDED_SUBJECT: Final = Failure(
    broken=Text(
        en="The mentor does not help with the subjects asked for",
        ru="Наставник не помогает по нужным предметам",
    ),
    remedy=Text(
        en="Check the subjects, or find a mentor for them",
        ru="Проверить предметы или найти наставника по ним",
    ),
    for_participants=Text(
        en="The subjects did not agree. If others suit as well, please name them.",
        ru="Не совпали предметы. Если подойдут и другие, назовите их.",
    ),
)

SHARED_PURSUIT: Final = Failure(
    broken=Text(
        en="Too few subjects and interests in common (needed: {at_least})",
        ru="Не хватает общих предметов и интересов (нужно хотя бы {at_least})",
    ),
    remedy=Text(
        en="Fill in interests, or find a mentor who shares them",
        ru="Дополнить интересы или найти наставника с такими же",
    ),
    for_participants=Text(
        en="No common pursuit has been found. Please tell more of your interests.",
        ru="Не нашлось общих увлечений. Расскажите о своих интересах подробнее.",
    ),
)

MORE_EXPERIENCED: Final = Failure(
    broken=Text(
        en="The mentor is not ahead in experience (full years needed: {by})",
        ru="Наставнику не хватает стажа (разница нужна от {by})",
    ),
    missing=Text(
        en="The experience of one of the two is not stated",
        ru="У одного из двоих не указан стаж",
    ),
    remedy=Text(
        en="Check the experience, or find a mentor with more",
        ru="Проверить стаж или найти более опытного наставника",
    ),
)

LESS_EXPERIENCED: Final = Failure(
    broken=Text(
        en="The mentor's experience is not less (full years needed: {by})",
        ru="Стаж наставника великоват (разница нужна от {by})",
    ),
    missing=Text(
        en="The experience of one of the two is not stated",
        ru="У одного из двоих не указан стаж",
    ),
    remedy=Text(
        en="Check the experience, or find a mentor with less",
        ru="Проверить стаж или найти наставника с меньшим стажем",
    ),
)

SAME_TAUGHT_SUBJECT: Final = Failure(
    broken=Text(
        en="The two teach no subject in common",
        ru="Нет предмета, который преподают оба",
    ),
    remedy=Text(
        en="Check the subjects taught, or find a mentor for one",
        ru="Проверить предметы или найти наставника того же предмета",
    ),
    for_participants=Text(
        en="The subjects taught did not agree.",
        ru="Не совпали преподаваемые предметы.",
    ),
)

CATEGORY_SERVED: Final = Failure(
    broken=Text(
        en="The role model is not meant for the category stated",
        ru="Ролевая модель не рассчитана на указанную категорию",
    ),
    missing=Text(
        en="Neither a category nor signs of just one are noted",
        ru="Не указана категория, и по признакам её не определить",
    ),
    remedy=Text(
        en="Note the category, its signs, or a newcomer's arrival",
        ru="Указать категорию или признаки, а новенькому – дату прихода",
    ),
)

SAME_VALUE: Final = Failure(
    broken=Text(
        en="The two differ in «{field}»",
        ru="В графе «{field}» у двоих разное",
    ),
    missing=Text(
        en="«{field}» is empty for one of the two",
        ru="Графа «{field}» у одного из двоих пуста",
    ),
    remedy=Text(
        en="Fill in «{field}», or find another mentor",
        ru="Заполнить «{field}» или найти другого наставника",
    ),
)

ASKED_VALUE: Final = Failure(
    broken=Text(
        en="The mentor is not as asked for in «{asked_by}»",
        ru="У наставника не то, что просят в графе «{asked_by}»",
    ),
    missing=Text(
        en="«{field}» of the mentor is empty",
        ru="Графа «{field}» у наставника пуста",
    ),
    remedy=Text(
        en="Fill in «{field}», or find another mentor",
        ru="Заполнить «{field}» или найти другого наставника",
    ),
)

DIFFERENT_VALUE: Final = Failure(
    broken=Text(
        en="Both have the same in «{field}»",
        ru="В графе «{field}» у двоих одно и то же",
    ),
    missing=Text(
        en="«{field}» is empty for one of the two",
        ru="Графа «{field}» у одного из двоих пуста",
    ),
    remedy=Text(
        en="Find another mentor",
        ru="Найти другого наставника",
    ),
)

NOT_LAST_YEAR: Final = Failure(
    broken=Text(
        en="The two were a pair last year",
        ru="В прошлом году эти двое уже были парой",
    ),
    remedy=Text(
        en="Find another mentor",
        ru="Найти другого наставника",
    ),
)

SOCIALLY_ACTIVE: Final = Failure(
    broken=Text(
        en="No community work is noted for the {side}",
        ru="У {side_of} не отмечена общественная работа",
    ),
    remedy=Text(
        en="Note it: community leader, organiser, volunteer",
        ru="Отметить: лидер сообщества, организатор, волонтёр",
    ),
)

PROJECT_EXPERIENCE: Final = Failure(
    broken=Text(
        en="No part in projects is noted for the {side}",
        ru="У {side_of} не отмечено участие в проектах",
    ),
    remedy=Text(
        en="Note projects that they took part in",
        ru="Отметить участие в проектах, если оно было",
    ),
)

INNOVATOR: Final = Failure(
    broken=Text(
        en="No command of new methods is noted for the {side}",
        ru="У {side_of} не отмечено владение новыми методами",
    ),
    remedy=Text(
        en="Note the quality «innovator» if it is there",
        ru="Отметить качество «новатор», если оно есть",
    ),
)
