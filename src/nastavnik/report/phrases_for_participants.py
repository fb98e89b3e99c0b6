"""What participants and their families are told, in both languages: plain, kind, and of nobody else.

No phrase here counts other people, names a weight, or calls anybody by an id, a category or a role model; who reads it
shall learn how things stand for them, and what they can do, and nothing of other people.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["FOR_PARTICIPANTS"]

FOR_PARTICIPANTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # A mentee.
        "told-paired": Text(en="A mentor has been found.", ru="Наставник найден."),
        "told-paired-by": Text(
            en="A mentor has been found: {name}.", ru="Наставник найден: {name}."
        ),
        "told-form": Text(en="Form of mentoring: {form}.", ru="Форма наставничества: {form}."),
        "told-purpose": Text(
            en="What the meetings are for: {purpose}.", ru="Цель встреч: {purpose}."
        ),
        "told-subjects": Text(en="Subjects: {list}.", ru="Предметы: {list}."),
        "told-interests": Text(en="Interests of both: {list}.", ru="Общие интересы: {list}."),
        "told-times": Text(en="Free time in common: {list}.", ru="Общее свободное время: {list}."),
        "told-locked": Text(
            en="The coordinator proposed this pair.", ru="Эту пару предложил куратор."
        ),
        "told-paired-end": Text(
            en="If something does not suit, please tell the coordinator: it can be talked over.",
            ru="Если что-то не подходит, пожалуйста, скажите куратору: это можно обсудить.",
        ),
        "told-left-out": Text(
            en="No mentor has been found yet. This is no judgement of anybody.",
            ru="Наставник пока не нашёлся. Дело не в личных качествах.",
        ),
        "told-own": Text(en="Please look at this:", ru="На что обратить внимание:"),
        "told-unmet": Text(en="What is still in the way:", ru="Что пока мешает:"),
        "told-left-out-end": Text(
            en="If any of this can be different, please tell the coordinator.",
            ru="Если что-то из этого можно изменить, пожалуйста, скажите куратору.",
        ),
        "told-ask": Text(
            en="The coordinator will gladly say what else is possible.",
            ru="Куратор охотно подскажет, что ещё возможно.",
        ),
        "told-crowded-out": Text(
            en="There are suitable mentors, but all their places are taken at present.",
            ru="Подходящие наставники есть, но сейчас все места у них заняты.",
        ),
        "told-crowded-out-end": Text(
            en="When a place is free again, the coordinator can offer it.",
            ru="Когда место освободится, куратор сможет его предложить.",
        ),
        "told-not-suitable": Text(
            en="The rules of the programme do not allow this pair. This is no judgement of anybody.",
            ru="По правилам программы такая пара невозможна. Дело не в личных качествах.",
        ),
        "told-otherwise": Text(
            en="In this round the pairs were made otherwise, with everybody in view. This is no judgement of anybody.",
            ru="В этот раз пары составлены иначе, с учётом всех участников. Дело не в личных качествах.",
        ),
        # A mentor.
        "told-mentor": Text(
            en="Thank you for being ready to be a mentor.",
            ru="Спасибо за готовность быть наставником.",
        ),
        "told-places": Text(
            en="You offered {places:place}, free: {free}.",
            ru="Сколько наставляемых вы готовы взять: {places}; свободных мест: {free}.",
        ),
        "told-mentees": Text(en="Your mentees: {names}.", ru="Ваши наставляемые: {names}."),
        "told-mentee": Text(en="Your mentee: {names}.", ru="Ваш наставляемый: {names}."),
        "told-mentees-count": Text(en="You have {count:mentee}.", ru="У вас {count:mentee}."),
        "told-no-mentees": Text(
            en="Nobody has been paired with you in this round yet.",
            ru="Пока пары для вас нет.",
        ),
    }
)
"""Phrases by key; placeholders in braces."""
