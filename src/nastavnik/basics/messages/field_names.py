"""What each fact about people is called wherever somebody reads of it: above a column, in an explanation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["FIELD_NAMES"]

FIELD_NAMES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "person.id": Text(en="ID", ru="Код"),
        "person.name": Text(en="Name", ru="ФИО"),
        "person.position": Text(en="Position", ru="Позиция"),
        "person.organisation": Text(en="Organisation", ru="Организация"),
        "person.place": Text(en="Meeting place", ru="Место встреч"),
        "person.online": Text(en="Online", ru="Онлайн"),
        "person.languages": Text(en="Languages", ru="Языки"),
        "person.slots": Text(en="Free time", ru="Свободное время"),
        "person.interests": Text(en="Interests", ru="Интересы"),
        "person.qualities": Text(en="Qualities", ru="Качества"),
        "person.data_consent": Text(en="Data consent", ru="Согласие на обработку данных"),
        "person.extra": Text(en="Fields of one's own", ru="Свои поля"),
        "person.grade": Text(en="Grade", ru="Класс"),
        "person.letter": Text(en="Class letter", ru="Буква класса"),
        "person.age": Text(en="Age", ru="Возраст"),
        "person.marks": Text(en="Marks", ru="Оценки"),
        "person.experience": Text(en="Experience", ru="Стаж"),
        "person.subjects": Text(en="Teaches", ru="Преподаёт"),
        "agreed": Text(en="Agreed", ru="Согласие участвовать"),
        "guardian_agreed": Text(en="Guardian agreed", ru="Согласие родителей"),
        "subjects": Text(en="Subjects", ru="Предметы"),
        "tasks": Text(en="Tasks", ru="Задачи"),
        "choices": Text(en="Chose", ru="Выбрал(а)"),
        "refusals": Text(en="Refuses", ru="Отказы"),
        "category": Text(en="Category", ru="Категория"),
        "signs": Text(en="Signs", ru="Признаки"),
        "newcomer_since": Text(en="Newcomer since", ru="Новенький с"),
        "priority": Text(en="Priority", ru="Приоритет"),
        "bans": Text(en="Banned", ru="Запреты"),
        "capacity": Text(en="Capacity", ru="Мест"),
        "minimum": Text(en="Minimum", ru="Минимум наставляемых"),
        "trained": Text(en="Trained", ru="Обучение пройдено"),
        "cleared": Text(en="Cleared", ru="Справка"),
        "person.minor": Text(en="Under age", ru="Младше 18 лет"),
        "newcomer": Text(en="Newcomer", ru="Новенький"),
    }
)
"""By the way to the fact from a mentor or mentee, in the order in which it is told; the last two follow from others."""
