"""What is said when a requirement of the catalogue fails, when a fact is not known, and what can be done about it.

Each text is one short sentence without a full stop, so that it stands in one line of a printed table: what failed is
said as a failure, of a statement and not of a child. Needed numbers are named by the rules' parameters.
"""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.rules.base import Failure

__all__ = [
    "AGREED",
    "CAN_MEET",
    "CATEGORY_SERVED",
    "CLEARED",
    "COMMON_LANGUAGE",
    "COMMON_SLOTS",
    "DATA_CONSENT",
    "EXPERIENCE_FROM",
    "EXPERIENCE_UP_TO",
    "GRADE_FROM",
    "GRADE_GAP",
    "GUARDIAN_AGREED",
    "LEADERSHIP",
    "LESS_EXPERIENCED",
    "MORE_EXPERIENCED",
    "NOT_BANNED",
    "NOT_ONESELF",
    "NOT_REFUSED",
    "OFFERS_NEEDED_SUBJECT",
    "OLD_ENOUGH",
    "SAME_ORGANISATION",
    "SAME_TAUGHT_SUBJECT",
    "SHARED_PURSUIT",
    "SHOWS_QUALITY",
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
)

GUARDIAN_AGREED: Final = Failure(
    broken=Text(
        en="The guardian of the {side} has not agreed",
        ru="У {side_of} нет согласия родителей",
    ),
    missing=Text(
        en="It is not noted that the guardian of the {side} agrees",
        ru="У {side_of} не отмечено согласие родителей",
    ),
    remedy=Text(
        en="Ask the guardian, and note the agreement",
        ru="Спросить родителей и отметить их согласие",
    ),
)

DATA_CONSENT: Final = Failure(
    broken=Text(
        en="No consent to the handling of the data of the {side}",
        ru="У {side_of} нет согласия на обработку данных",
    ),
    missing=Text(
        en="No consent to the handling of the data of the {side} is noted",
        ru="У {side_of} не отмечено согласие на обработку данных",
    ),
    remedy=Text(
        en="Get the consent to the handling of data, and note it",
        ru="Получить согласие на обработку данных и отметить его",
    ),
)

OLD_ENOUGH: Final = Failure(
    broken=Text(
        en="The age of the {side}, in full years, is below {years}",
        ru="Возраст {side_of} (полных лет) меньше {years}",
    ),
    missing=Text(
        en="The age of the {side} is not stated; needed: {years} or more",
        ru="Возраст {side_of} не указан; нужно не меньше {years}",
    ),
    remedy=Text(
        en="Check the age in the table; needed: {years} or more",
        ru="Проверить возраст в таблице: нужно не меньше {years}",
    ),
)

TRAINED: Final = Failure(
    broken=Text(
        en="The {side} has not passed the mentors' training",
        ru="У {side_of} не пройдено обучение наставников",
    ),
    missing=Text(
        en="The training of the {side} is not noted",
        ru="У {side_of} не отмечено обучение",
    ),
    remedy=Text(
        en="Note the training if it was passed, or hold it",
        ru="Отметить обучение, если оно пройдено, или провести его",
    ),
)

GRADE_FROM: Final = Failure(
    broken=Text(
        en="The grade of the {side} is below {grade}",
        ru="Класс {side_of} ниже {grade}-го",
    ),
    missing=Text(
        en="The grade of the {side} is not stated; needed: {grade} or higher",
        ru="Класс {side_of} не указан; нужен не ниже {grade}-го",
    ),
    remedy=Text(
        en="Check the grade in the table; needed: {grade} or higher",
        ru="Проверить класс в таблице: нужен не ниже {grade}-го",
    ),
)

EXPERIENCE_FROM: Final = Failure(
    broken=Text(
        en="The full years of experience of the {side} are below {years}",
        ru="Стаж {side_of} (полных лет) меньше {years}",
    ),
    missing=Text(
        en="The experience of the {side} is not stated; needed: {years} or more",
        ru="Стаж {side_of} не указан; нужно не меньше {years}",
    ),
    remedy=Text(
        en="Check the experience in the table; needed: {years} or more",
        ru="Проверить стаж в таблице: нужно не меньше {years}",
    ),
)

EXPERIENCE_UP_TO: Final = Failure(
    broken=Text(
        en="The full years of experience of the {side} are above {years}",
        ru="Стаж {side_of} (полных лет) больше {years}",
    ),
    missing=Text(
        en="The experience of the {side} is not stated; needed: {years} or less",
        ru="Стаж {side_of} не указан; нужно не больше {years}",
    ),
    remedy=Text(
        en="Check the experience in the table; needed: {years} or less",
        ru="Проверить стаж в таблице: нужно не больше {years}",
    ),
)

SHOWS_QUALITY: Final = Failure(
    broken=Text(
        en="None of the qualities asked for is noted for the {side}",
        ru="У {side_of} не отмечено ни одного из нужных качеств",
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
        en="Note the qualities: class leader, olympiads, volunteer …",
        ru="Отметить качества: лидер класса, олимпиады, волонтёр …",
    ),
)

NOT_ONESELF: Final = Failure(
    broken=Text(
        en="Mentor and mentee are one person",
        ru="Это один и тот же человек",
    ),
    remedy=Text(
        en="Find another mentor",
        ru="Найти другого наставника",
    ),
)

NOT_REFUSED: Final = Failure(
    broken=Text(
        en="One of the two has refused the other",
        ru="Один из двоих отказался от другого",
    ),
    remedy=Text(
        en="Find another mentor, or talk the refusal over",
        ru="Найти другого наставника или обсудить отказ",
    ),
)

NOT_BANNED: Final = Failure(
    broken=Text(
        en="The coordinator has ruled the pair out",
        ru="Куратор исключил эту пару",
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
)

COMMON_LANGUAGE: Final = Failure(
    broken=Text(
        en="Not enough languages in common",
        ru="Не хватает общих языков",
    ),
    missing=Text(
        en="The languages of one of the two are not stated",
        ru="У одного из двоих не указаны языки",
    ),
    remedy=Text(
        en="Check the languages in the table, or find a mentor with them",
        ru="Проверить языки в таблице или найти наставника с ними",
    ),
)

CAN_MEET: Final = Failure(
    broken=Text(
        en="Meeting places differ, and not both can meet online",
        ru="Места встреч разные, и не оба могут встречаться онлайн",
    ),
    missing=Text(
        en="The meeting place of one of the two is not stated",
        ru="У одного из двоих не указано место встреч",
    ),
    remedy=Text(
        en="Agree on a place, or note that both can meet online",
        ru="Согласовать место или отметить у обоих «онлайн»",
    ),
)

CLEARED: Final = Failure(
    broken=Text(
        en="The adult mentor has no clearance certificate",
        ru="У взрослого наставника нет справки об отсутствии судимости",
    ),
    missing=Text(
        en="No clearance certificate is noted for the adult mentor",
        ru="Не отмечена справка об отсутствии судимости у взрослого",
    ),
    remedy=Text(
        en="Get the clearance certificate, and note it",
        ru="Получить справку об отсутствии судимости и отметить её",
    ),
)

SAME_ORGANISATION: Final = Failure(
    broken=Text(
        en="The mentor is of another school",
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
)

GRADE_GAP: Final = Failure(
    broken=Text(
        en="The mentor's grade is not higher by {at_least} or more",
        ru="Наставник не старше по классу хотя бы на {at_least}",
    ),
    missing=Text(
        en="The grade of one of the two is not stated",
        ru="У одного из двоих не указан класс",
    ),
    remedy=Text(
        en="Find a mentor from a higher grade",
        ru="Найти наставника из более старшего класса",
    ),
)

STRONG_WHERE_WEAK: Final = Failure(
    broken=Text(
        en="The mentor is not strong where this one is weak, nor helps there",
        ru="Наставник не силён в слабом предмете и не помогает по нужным",
    ),
    missing=Text(
        en="The marks of one of the two are not stated",
        ru="У одного из двоих не указаны оценки",
    ),
    remedy=Text(
        en="Check the marks, or find a mentor strong in these subjects",
        ru="Проверить оценки или найти сильного в этих предметах",
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
)

SHARED_PURSUIT: Final = Failure(
    broken=Text(
        en="Not enough subjects and interests in common",
        ru="Не хватает общих предметов и интересов",
    ),
    remedy=Text(
        en="Fill in subjects and interests, or find a mentor with them",
        ru="Дополнить предметы и интересы или найти другого наставника",
    ),
)

MORE_EXPERIENCED: Final = Failure(
    broken=Text(
        en="The mentor has not {by} years of experience more",
        ru="Стаж наставника не больше хотя бы на {by} (полных лет)",
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
        en="The mentor has not {by} years of experience less",
        ru="Стаж наставника не меньше хотя бы на {by} (полных лет)",
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
        ru="Проверить предметы или найти наставника-предметника",
    ),
)

CATEGORY_SERVED: Final = Failure(
    broken=Text(
        en="No role model serves the category stated",
        ru="Ролевая модель не подходит к указанной категории",
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
