"""What is said when a requirement of one person fails: consents, ages, training, experience, qualities."""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.rules.sayings import Failure

__all__ = [
    "AGREED",
    "DATA_CONSENT",
    "EXPERIENCE_FROM",
    "EXPERIENCE_UP_TO",
    "GRADE_FROM",
    "GUARDIAN_AGREED",
    "INNOVATOR",
    "LEADERSHIP",
    "NOVICE_OR_NEWCOMER",
    "OLD_ENOUGH",
    "PROJECT_EXPERIENCE",
    "SHOWS_QUALITY",
    "SOCIALLY_ACTIVE",
    "TRAINED",
]

AGREED: Final = Failure(
    broken=Text(
        en="The {side} has not agreed to take part",
        ru="{Side} не дал согласия участвовать",
    ),
    missing=Text(
        en="It is not noted that the {side} agrees to take part",
        ru="У {side_of} не отмечено согласие участвовать",
    ),
    remedy=Text(
        en="Ask the {side}, and note the agreement if it is given",
        ru="Спросить {side_of}; если он согласен, отметить это",
    ),
    for_participants=Text(
        en="The participant's own consent to take part is not recorded.",
        ru="Пока не отмечено личное согласие на участие.",
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
        ru="Спросить родителей; если они согласны, отметить это",
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
        ru="Возраст {side_of} в полных годах меньше {years}",
    ),
    missing=Text(
        en="The age of the {side} is not stated (needed: {years} or more)",
        ru="Возраст {side_of} не указан (в полных годах нужно не меньше {years})",
    ),
    remedy=Text(
        en="Check the age in the table (needed: {years} or more)",
        ru="Проверить возраст (в полных годах нужно не меньше {years})",
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
        ru="Стаж {side_of} в полных годах меньше {years}",
    ),
    missing=Text(
        en="The experience of the {side} is not stated (needed: {years} or more)",
        ru="Стаж {side_of} не указан (в полных годах нужно не меньше {years})",
    ),
    remedy=Text(
        en="Check the years of experience (needed: {years} or more)",
        ru="Проверить стаж (в полных годах нужно не меньше {years})",
    ),
    for_participants=Text(
        en="For such meetings a longer time at work is asked for; the coordinator will suggest what else suits.",
        ru="Для таких встреч нужен больший стаж работы; куратор подскажет, как ещё можно участвовать.",
    ),
    unknown_for_participants=Text(
        en="The years of experience are not stated.",
        ru="Не указан стаж работы.",
    ),
)

EXPERIENCE_UP_TO: Final = Failure(
    broken=Text(
        en="The {side} has too many years of experience (needed: {years} or less)",
        ru="Стаж {side_of} в полных годах больше {years}",
    ),
    missing=Text(
        en="The experience of the {side} is not stated (needed: {years} or less)",
        ru="Стаж {side_of} не указан (в полных годах нужно не больше {years})",
    ),
    remedy=Text(
        en="Check the years of experience (needed: {years} or less)",
        ru="Проверить стаж (в полных годах нужно не больше {years})",
    ),
)

NOVICE_OR_NEWCOMER: Final = Failure(
    broken=Text(
        en="Over {years} full years of experience, and the workplace is not new",
        ru="Стаж {side_of} в полных годах больше {years}, и место работы не новое",
    ),
    missing=Text(
        en="Neither the experience of the {side} nor a new workplace is stated",
        ru="Стаж {side_of} не указан, и «Новенький с» тоже не заполнено",
    ),
    remedy=Text(
        en="Check the experience, or note that the workplace is new",
        ru="Проверить стаж (полных лет) или отметить новое место работы",
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
        en="Note the qualities that are there (leader, volunteer …)",
        ru="Отметить качества, если они есть (лидер класса, волонтёр…)",
    ),
    for_participants=Text(
        en="Tell the coordinator which undertakings of the school, contests or voluntary work "
        "you take part in: nothing of it has been noted yet.",
        ru="Расскажите куратору, в каких школьных делах, конкурсах и добровольческих проектах вы участвуете: "
        "об этом у нас пока нет сведений.",
    ),
)

SOCIALLY_ACTIVE: Final = Failure(
    broken=Text(
        en="No community work is noted for the {side}",
        ru="У {side_of} не отмечена общественная работа",
    ),
    remedy=Text(
        en="Note the qualities that are there (organiser, volunteer …)",
        ru="Отметить качества, если они есть (организатор, волонтёр…)",
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
