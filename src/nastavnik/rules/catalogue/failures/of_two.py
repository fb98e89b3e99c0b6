"""What is said when a requirement of two people fails: wishes, meetings, school, grades, subjects, categories."""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.rules.sayings import Failure

__all__ = [
    "ASKED_VALUE",
    "CAN_MEET",
    "CATEGORY_SERVED",
    "CLEARED",
    "COMMON_LANGUAGE",
    "COMMON_SLOTS",
    "DIFFERENT_VALUE",
    "GRADE_GAP",
    "LESS_EXPERIENCED",
    "MORE_EXPERIENCED",
    "NOT_BANNED",
    "NOT_LAST_YEAR",
    "NOT_ONESELF",
    "NOT_REFUSED",
    "OFFERS_NEEDED_SUBJECT",
    "SAME_COLLEGE",
    "SAME_ORGANISATION",
    "SAME_TAUGHT_SUBJECT",
    "SAME_VALUE",
    "SHARED_PURSUIT",
    "STRONG_WHERE_WEAK",
]

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
        en="Not enough free time in common (minutes needed: {minutes} or more)",
        ru="Не хватает общего свободного времени (нужно не меньше {minutes} мин)",
    ),
    missing=Text(
        en="The free time of one of the two is not stated",
        ru="У одного из двоих не указано свободное время",
    ),
    remedy=Text(
        en="Ask both for more free times, or find another mentor",
        ru="Спросить обоих о другом времени или найти другого наставника",
    ),
    for_participants=Text(
        en="The free times did not agree. If other days or hours suit as well, please name them.",
        ru="Не совпало свободное время. Если подойдут и другие дни или часы, назовите их.",
    ),
)

COMMON_LANGUAGE: Final = Failure(
    broken=Text(
        en="Too few languages in common (needed: {at_least} or more)",
        ru="Мало общих языков или их нет (нужно не меньше {at_least})",
    ),
    missing=Text(
        en="The languages of one of the two are not stated",
        ru="У одного из двоих не указаны языки",
    ),
    remedy=Text(
        en="Check the languages, or find a mentor who speaks them",
        ru="Проверить языки или найти наставника с общим языком",
    ),
    for_participants=Text(
        en="The languages did not agree. If there is one more to talk in, please name it.",
        ru="Не совпали языки общения. Если можно говорить ещё на одном, назовите его.",
    ),
)

CAN_MEET: Final = Failure(
    broken=Text(
        en="They have no meeting place in common, and not both can meet online",
        ru="Места встреч разные, а «онлайн» отмечено не у обоих",
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
        ru="У взрослого наставника не отмечена справка об отсутствии судимости",
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
        en="Check how the schools are written, or find a mentor there",
        ru="Проверить названия школ или найти наставника из той же школы",
    ),
    for_participants=Text(
        en="Both are to be of one school. Please look whether yours is stated rightly.",
        ru="Нужно, чтобы наставник и наставляемый были из одной школы. Проверьте, верно ли указана ваша школа.",
    ),
)

SAME_COLLEGE: Final = Failure(
    broken=Text(
        en="The mentor is from another college",
        ru="Наставник из другого колледжа",
    ),
    missing=Text(
        en="The college of one of the two is not stated",
        ru="У одного из двоих не указан колледж",
    ),
    remedy=Text(
        en="Check how the colleges are written, or find a mentor there",
        ru="Проверить названия или найти наставника из того же колледжа",
    ),
)

GRADE_GAP: Final = Failure(
    broken=Text(
        en="The mentor is not far enough ahead (grades needed: {at_least} or more)",
        ru="Наставник не старше по классу, или разница мала (нужно не меньше {at_least})",
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
        ru="Наставник не силён в нужных предметах и не помогает по ним",
    ),
    missing=Text(
        en="The marks of one of the two are not stated",
        ru="У одного из двоих не указаны оценки",
    ),
    remedy=Text(
        en="Check the marks, or find a mentor for the subjects needed",
        ru="Проверить оценки или найти наставника по нужным предметам",
    ),
)

OFFERS_NEEDED_SUBJECT: Final = Failure(
    broken=Text(
        en="The mentor does not help with the subjects asked for",
        ru="Наставник не помогает по нужным предметам",
    ),
    remedy=Text(
        en="Check the subjects, or find a mentor for them",
        ru="Проверить предметы или найти наставника по нужным",
    ),
    for_participants=Text(
        en="The subjects did not agree. If others suit as well, please name them.",
        ru="Не совпали предметы. Если подойдут и другие, назовите их.",
    ),
)

SHARED_PURSUIT: Final = Failure(
    broken=Text(
        en="Too few subjects and interests in common (needed: {at_least} or more)",
        ru="Мало общих предметов и интересов или их нет (нужно не меньше {at_least})",
    ),
    remedy=Text(
        en="Fill in interests, or find a mentor who shares them",
        ru="Дополнить интересы или найти наставника с такими же",
    ),
    for_participants=Text(
        en="No common interest has been found. Please tell more of your interests.",
        ru="Не нашлось общих интересов. Расскажите подробнее о своих.",
    ),
)

MORE_EXPERIENCED: Final = Failure(
    broken=Text(
        en="The mentor is not ahead in experience (years needed: {by} or more)",
        ru="Наставнику не хватает стажа (нужная разница в годах – не меньше {by})",
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
        en="The mentor's experience is not less (years needed: {by} or more)",
        ru="Стаж наставника слишком велик (нужная разница в годах – не меньше {by})",
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
        ru="Проверить предметы или найти наставника с тем же предметом",
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
        ru="Указать категорию, признаки или (у новенького) дату прихода",
    ),
)

SAME_VALUE: Final = Failure(
    broken=Text(
        en="The two differ in «{field}»",
        ru="Поле «{field}» у этих двоих заполнено по-разному",
    ),
    missing=Text(
        en="«{field}» is empty for one of the two",
        ru="Поле «{field}» у одного из двоих пусто",
    ),
    remedy=Text(
        en="Fill in «{field}», or find another mentor",
        ru="Заполнить поле «{field}» или найти другого наставника",
    ),
)

ASKED_VALUE: Final = Failure(
    broken=Text(
        en="The mentor is not as asked for in «{asked_by}»",
        ru="У наставника указано не то, о чём просят в поле «{asked_by}»",
    ),
    missing=Text(
        en="«{field}» of the mentor is empty",
        ru="Поле «{field}» у наставника пусто",
    ),
    remedy=Text(
        en="Fill in «{field}», or find another mentor",
        ru="Заполнить поле «{field}» или найти другого наставника",
    ),
)

DIFFERENT_VALUE: Final = Failure(
    broken=Text(
        en="Both have the same in «{field}»",
        ru="В поле «{field}» у обоих одно и то же",
    ),
    missing=Text(
        en="«{field}» is empty for one of the two",
        ru="Поле «{field}» у одного из двоих пусто",
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
