"""What participants and their families are told, in both languages: plain, kind, and of nobody else.

No phrase here counts anybody or names a weight; who reads it shall learn how things stand for them, and what they can
do, and nothing of other people.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["FOR_PARTICIPANTS"]

FOR_PARTICIPANTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # A mentee.
        "told-paired": Text(
            en="There is a mentor for {mentee}: {mentor}.",
            ru="Для {mentee} есть наставник: {mentor}.",
        ),
        "told-form": Text(
            en="Form of mentoring: {form}. Role model: {role_model}.",
            ru="Форма наставничества: {form}. Ролевая модель: {role_model}.",
        ),
        "told-locked": Text(
            en="The coordinator proposed this pair.", ru="Эту пару предложил куратор."
        ),
        "told-speaks": Text(en="What speaks for this pair:", ru="Что говорит в пользу этой пары:"),
        "told-paired-end": Text(
            en="If something does not suit, please tell the coordinator: it can be talked over.",
            ru="Если что-то не подходит, пожалуйста, скажите куратору: это можно обсудить.",
        ),
        "told-left-out": Text(
            en="No suitable mentor has been found for {mentee} yet. This is no judgement of anybody.",
            ru="Подходящего наставника для {mentee} пока не нашлось. Это не оценка человека.",
        ),
        "told-own": Text(
            en="What the rules ask for and your details do not show yet:",
            ru="Чего требуют правила и чего пока нет в ваших сведениях:",
        ),
        "told-unmet": Text(
            en="What could not be brought together with your details yet:",
            ru="Что пока не удалось совместить с вашими сведениями:",
        ),
        "told-left-out-end": Text(
            en="If any of this can be different, please tell the coordinator.",
            ru="Если здесь что-то можно изменить, пожалуйста, скажите куратору.",
        ),
        "told-ask": Text(
            en="The coordinator will gladly say what else is possible.",
            ru="Куратор охотно подскажет, что ещё возможно.",
        ),
        "told-crowded-out": Text(
            en="There are suitable mentors for {mentee}, but all their places are taken at present.",
            ru="Подходящие наставники для {mentee} есть, но сейчас все их места заняты.",
        ),
        "told-crowded-out-end": Text(
            en="When a place is free again, the coordinator can offer it.",
            ru="Когда место освободится, куратор сможет его предложить.",
        ),
        "told-not-suitable": Text(
            en="The rules of the programme do not allow this pair for {mentee}. This is no judgement of anybody.",
            ru="По правилам программы такая пара для {mentee} невозможна. Это не оценка человека.",
        ),
        "told-otherwise": Text(
            en="In this round the pairs were made otherwise, with everybody in view. This is no judgement of anybody.",
            ru="В этом наборе пары составлены иначе, с учётом всех участников. Это не оценка человека.",
        ),
        # A mentor.
        "told-mentor": Text(
            en="{mentor}, thank you for being ready to be a mentor.",
            ru="{mentor}, спасибо за готовность быть наставником.",
        ),
        "told-places": Text(
            en="You offered {places:place}, free: {free}.",
            ru="Вы предложили {places:place}, свободно: {free}.",
        ),
        "told-mentees": Text(en="Your mentees: {ids}.", ru="Ваши наставляемые: {ids}."),
        "told-mentee": Text(en="Your mentee: {ids}.", ru="Ваш наставляемый: {ids}."),
        "told-no-mentees": Text(
            en="Nobody has been paired with you in this round yet.",
            ru="В этом наборе пары для вас пока нет.",
        ),
    }
)
"""Phrases by key; placeholders in braces."""
