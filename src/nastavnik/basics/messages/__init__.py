"""The catalogue of what can be wrong with an input, one sentence per fault in each language.

Placeholders are the names of a fault's details; a value in them is shown in quotes. The sentences
avoid number agreement, so that they stay right for one and for many.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.messages.of_calls import OF_CALLS
from nastavnik.basics.messages.of_cells import OF_CELLS
from nastavnik.basics.messages.of_files import NOTES_OF_FILES, OF_FILES
from nastavnik.basics.messages.of_limits import OF_LIMITS
from nastavnik.basics.messages.of_people import OF_PEOPLE
from nastavnik.basics.messages.of_questions import OF_QUESTIONS
from nastavnik.basics.messages.of_rules import OF_RULES
from nastavnik.basics.messages.of_sheets import OF_SHEETS
from nastavnik.basics.texts import Text

__all__ = ["FAULTS", "PLACES"]

PLACES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "sheet": Text(en="sheet «{}»", ru="лист «{}»"),
        "row": Text(en="row {}", ru="строка {}"),
        "rows": Text(en="rows {}", ru="строки {}"),
        "column": Text(en="column «{}»", ru="столбец «{}»"),
        "and-more": Text(en="{} and {} more", ru="{} и ещё {}"),
        "more-values": Text(
            en="faults of this kind with other values: {} more",
            ru="такие же ошибки с другими значениями: ещё {}",
        ),
        "more-elsewhere": Text(
            en="faults of this kind in other places: {} more",
            ru="такие же ошибки в других местах: ещё {}",
        ),
        "maybe": Text(
            en="Maybe {}?",
            ru="Возможно, {}?",
        ),
        "faults": Text(en="Faults in the input: {}", ru="Найдено ошибок: {}"),
        "person": Text(en="person", ru="участник"),
        "mentor": Text(en="mentor", ru="наставник"),
        "mentee": Text(en="mentee", ru="наставляемый"),
        "lock": Text(en="lock", ru="закрепление"),
        "ban": Text(en="ban", ru="запрет"),
        "persons": Text(en="people", ru="участники"),
        "mentors": Text(en="mentors", ru="наставники"),
        "mentees": Text(en="mentees", ru="наставляемые"),
        "locks": Text(en="locks", ru="закрепления"),
        "bans": Text(en="bans", ru="запреты"),
        "none": Text(en="none", ru="нет"),
    }
)
"""Words that say where something stands."""

FAULTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **OF_PEOPLE,
        **OF_FILES,
        **OF_SHEETS,
        **NOTES_OF_FILES,
        **OF_CELLS,
        **OF_QUESTIONS,
        **OF_CALLS,
        **OF_RULES,
        **OF_LIMITS,
    }
)
"""One sentence per code of ``Fault``, notes among them."""
