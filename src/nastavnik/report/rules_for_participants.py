"""What participants are told of rules, by the rule's id: of what they stated themselves, in words that rank nobody.

A rule that stands in none of these tables, such as one of a school's own, is passed over in silence.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OWN", "OWN_UNKNOWN", "SHARED"]

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
