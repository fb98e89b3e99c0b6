"""What is said of a pair to which a preference of the catalogue gives points; behind it stand the facts.

Each text is a few words without a full stop. What participants may read names nobody's marks, wishes or category.
"""

from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.rules.sayings import Gain

__all__ = [
    "COMMON_INTERESTS",
    "COMMON_TIME",
    "MUTUAL_CHOICE",
    "NEEDED_SUBJECTS",
    "PURPOSE_FITS",
    "REQUESTED_TASKS",
    "SAME_PLACE",
    "SHARED_PURSUITS",
    "SHOWN_QUALITIES",
    "WEAK_SUBJECTS_COVERED",
    "YEARS_OF_EXPERIENCE",
]

_INTERESTS: Final = Text(en="Common interests", ru="Общие интересы")
_TIME: Final = Text(en="Common free time", ru="Общее свободное время")
_PLACE: Final = Text(en="The same meeting place", ru="Одно и то же место встреч")

COMMON_INTERESTS: Final = Gain(given=_INTERESTS)

SHARED_PURSUITS: Final = Gain(
    given=Text(en="Common subjects and interests", ru="Общие предметы и интересы"),
)

COMMON_TIME: Final = Gain(given=_TIME)

SAME_PLACE: Final = Gain(given=_PLACE)

NEEDED_SUBJECTS: Final = Gain(
    given=Text(
        en="The mentor helps with subjects asked for",
        ru="Наставник помогает по нужным предметам",
    ),
)

REQUESTED_TASKS: Final = Gain(
    given=Text(
        en="The mentor takes on what is asked for", ru="Наставник берётся за то, с чем нужна помощь"
    ),
)

WEAK_SUBJECTS_COVERED: Final = Gain(
    given=Text(
        en="The mentor is strong in subjects that are hard for the mentee",
        ru="Наставник силён в предметах, которые даются наставляемому трудно",
    ),
)

MUTUAL_CHOICE: Final = Gain(
    given=Text(
        en="This pair was chosen after the first meeting",
        ru="Эту пару выбрали после первой встречи",
    ),
)

SHOWN_QUALITIES: Final = Gain(
    given=Text(
        en="The mentor has shown qualities asked for", ru="У наставника отмечены нужные качества"
    ),
)

YEARS_OF_EXPERIENCE: Final = Gain(
    given=Text(en="The mentor's experience", ru="Стаж наставника"),
)

PURPOSE_FITS: Final = Gain(
    given=Text(
        en="The role model is meant for what is asked for",
        ru="Ролевая модель рассчитана на то, с чем нужна помощь",
    ),
)
