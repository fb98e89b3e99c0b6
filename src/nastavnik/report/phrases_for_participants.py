"""What participants and their families are told, in both languages: plain, kind, and of nobody else.

No phrase here counts other people, names a weight, or calls anybody by an id, a category or a role model; who reads it
shall learn how things stand for them, and what they can do, and nothing of other people.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["FOR_PARTICIPANTS", "OWN", "OWN_UNKNOWN", "SHARED"]

_AGREED: Final = Text(
    en="The participant's own consent to take part is not recorded.",
    ru="Не отмечено, что сам участник согласен.",
)
_DATA_CONSENT: Final = Text(
    en="The consent to the handling of personal data is missing.",
    ru="Не хватает согласия на обработку персональных данных.",
)
_GUARDIAN: Final = Text(
    en="The parents' (guardians') consent to taking part is missing.",
    ru="Не хватает согласия родителей (законных представителей) на участие.",
)

OWN: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "mentee-agreed": _AGREED,
        "mentor-agreed": _AGREED,
        "mentee-data-consent": _DATA_CONSENT,
        "mentor-data-consent": _DATA_CONSENT,
        "mentee-guardian-agreed": _GUARDIAN,
        "mentor-guardian-agreed": _GUARDIAN,
        "mentor-trained": Text(
            en="The training of mentors is not recorded yet; the coordinator will say when it is held.",
            ru="Пока не отмечено обучение наставников; куратор подскажет, когда его можно пройти.",
        ),
        "mentor-shows-leadership": Text(
            en="Tell the coordinator which undertakings of the school, contests or voluntary work you take part in: "
            "your details do not show it yet.",
            ru="Расскажите куратору, в каких школьных делах, конкурсах и добровольческих проектах вы участвуете: "
            "этого пока нет в ваших сведениях.",
        ),
        "mentor-experience-from": Text(
            en="For this a longer time at work is asked for; the coordinator will suggest what else suits.",
            ru="Здесь нужен больший стаж работы; куратор подскажет, как ещё можно участвовать.",
        ),
        "mentee-old-enough": Text(
            en="The programme begins at a somewhat greater age; one can join later.",
            ru="Программа начинается чуть позже по возрасту; присоединиться можно будет потом.",
        ),
        "mentee-grade-from": Text(
            en="Such meetings begin in a higher class; one can join later.",
            ru="Такие встречи начинаются с более старших классов; присоединиться можно будет потом.",
        ),
    }
)
"""What is said when a requirement of one person alone does not hold, by rule; others are not spoken of."""

OWN_UNKNOWN: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "mentor-experience-from": Text(
            en="The years of experience are not stated.", ru="Не указан стаж работы."
        ),
        "mentee-old-enough": Text(en="The age is not stated.", ru="Не указан возраст."),
        "mentee-grade-from": Text(en="The class is not stated.", ru="Не указан класс."),
    }
)
"""What is said in place of it where only a fact is not known."""

SHARED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "common-slots": Text(
            en="The free times did not agree. If other days or hours suit as well, please name them.",
            ru="Не совпало свободное время. Если подойдут и другие дни или часы, назовите их.",
        ),
        "common-language": Text(
            en="The languages did not agree. If there is one more to talk in, please name it.",
            ru="Не совпали языки общения. Если можно говорить ещё на одном, назовите его.",
        ),
        "can-meet": Text(
            en="The places to meet did not agree. If meeting online or elsewhere suits as well, please say so.",
            ru="Не совпало место встреч. Если подойдут встречи онлайн или в другом месте, скажите об этом.",
        ),
        "cleared": Text(
            en="The certificate of no criminal record is missing; adults need one to be with children.",
            ru="Не хватает справки об отсутствии судимости: она нужна взрослым, которые работают с детьми.",
        ),
        "same-organisation": Text(
            en="Both are to be of one school. Please look whether yours is stated rightly.",
            ru="Нужно, чтобы оба были из одной школы. Проверьте, верно ли указана ваша.",
        ),
        "grade-gap": Text(
            en="The classes did not fit each other. Please look whether yours is stated rightly.",
            ru="Не подошли классы. Проверьте, верно ли указан ваш.",
        ),
        "offers-needed-subject": Text(
            en="The subjects did not agree. If others suit as well, please name them.",
            ru="Не совпали предметы. Если подойдут и другие, назовите их.",
        ),
        "shared-pursuit": Text(
            en="No common pursuit has been found. Please tell more of your interests.",
            ru="Не нашлось общих увлечений. Расскажите о своих интересах подробнее.",
        ),
        "same-taught-subject": Text(
            en="The subjects taught did not agree.", ru="Не совпали преподаваемые предметы."
        ),
    }
)
"""What is said where a requirement of two rests on the reader's statements too, by rule; others are not spoken of."""

FOR_PARTICIPANTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        # A mentee.
        "told-paired": Text(en="A mentor has been found.", ru="Наставник найден."),
        "told-paired-by": Text(
            en="A mentor has been found: {name}.", ru="Наставник найден: {name}."
        ),
        "told-form": Text(en="Form of mentoring: {form}.", ru="Форма наставничества: {form}."),
        "told-purpose": Text(
            en="What the meetings are for: {purpose}.", ru="Для чего встречи: {purpose}."
        ),
        "told-subjects": Text(en="Subjects: {list}.", ru="Предметы: {list}."),
        "told-interests": Text(
            en="Interests of both: {list}.", ru="Вас объединяют интересы: {list}."
        ),
        "told-times": Text(en="Free time in common: {list}.", ru="Общее свободное время: {list}."),
        "told-locked": Text(
            en="The coordinator proposed this pair.", ru="Эту пару предложил куратор."
        ),
        "told-paired-end": Text(
            en="If something does not suit, please tell the coordinator: it can be talked over.",
            ru="Если что-то не подходит, пожалуйста, скажите куратору: это можно обсудить.",
        ),
        "told-left-out": Text(
            en="No suitable mentor has been found yet. This is no judgement of anybody.",
            ru="Подходящий наставник пока не нашёлся. Это никак не оценка человека.",
        ),
        "told-own": Text(en="What is missing so far:", ru="Чего пока не хватает:"),
        "told-unmet": Text(
            en="What could not be brought together yet:", ru="Что пока не удалось совместить:"
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
            en="There are suitable mentors, but all their places are taken at present.",
            ru="Подходящие наставники есть, но сейчас все места у них заняты.",
        ),
        "told-crowded-out-end": Text(
            en="When a place is free again, the coordinator can offer it.",
            ru="Когда место освободится, куратор сможет его предложить.",
        ),
        "told-not-suitable": Text(
            en="The rules of the programme do not allow this pair. This is no judgement of anybody.",
            ru="По правилам программы такая пара невозможна. Это никак не оценка человека.",
        ),
        "told-otherwise": Text(
            en="In this round the pairs were made otherwise, with everybody in view. This is no judgement of anybody.",
            ru="В этом наборе пары составлены иначе, с учётом всех участников. Это никак не оценка человека.",
        ),
        # A mentor.
        "told-mentor": Text(
            en="Thank you for being ready to be a mentor.",
            ru="Спасибо за готовность быть наставником.",
        ),
        "told-places": Text(
            en="You offered {places:place}, free: {free}.",
            ru="Вы предложили {places:place}, свободно: {free}.",
        ),
        "told-mentees": Text(en="Your mentees: {names}.", ru="Ваши наставляемые: {names}."),
        "told-mentee": Text(en="Your mentee: {names}.", ru="Ваш наставляемый: {names}."),
        "told-mentees-count": Text(en="You have {count:mentee}.", ru="У вас {count:mentee}."),
        "told-no-mentees": Text(
            en="Nobody has been paired with you in this round yet.",
            ru="В этом наборе пары для вас пока нет.",
        ),
    }
)
"""Phrases by key; placeholders in braces."""
