"""The one door from a record to sentences."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from nastavnik.basics.texts import Language
from nastavnik.methodology.model import Methodology
from nastavnik.programme.evidence import (
    Advice,
    Chosen,
    Displaced,
    Evidence,
    FreePlaces,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    PlanDiff,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.plan import Alternative, WhatIf
from nastavnik.report.for_participants import told_mentee, told_mentor
from nastavnik.report.of_changes import advice, alternatives, difference, tried
from nastavnik.report.of_pairs import (
    chosen,
    displaced,
    impossible,
    inadmissible,
    locked_elsewhere,
)
from nastavnik.report.of_reasons import crowded_out, free_places, left_out
from nastavnik.report.passage import Line, Passage
from nastavnik.report.voice import Voice

__all__ = ["Sayable", "in_words", "lines_of"]

Sayable = (
    Evidence
    | FreePlaces
    | ToldMentee
    | ToldMentor
    | PlanDiff
    | WhatIf
    | Sequence[Advice]
    | Sequence[Alternative]
)
"""Everything that can be put into words."""

_SAYS: Final = MappingProxyType[type, Callable[[Any, Voice], Iterator[Line]]](
    {
        Chosen: chosen,
        Inadmissible: inadmissible,
        Displaced: displaced,
        LockedElsewhere: locked_elsewhere,
        Impossible: impossible,
        NoAdmissibleMentor: left_out,
        CrowdedOut: crowded_out,
        FreePlaces: free_places,
        ToldMentee: told_mentee,
        ToldMentor: told_mentor,
        PlanDiff: difference,
        WhatIf: tried,
    }
)

_SAYS_MANY: Final = MappingProxyType[type, Callable[[Any, Voice], Iterator[Line]]](
    {Advice: advice, Alternative: alternatives}
)


def in_words(
    value: Sayable,
    methodology: Methodology,
    language: Language,
    *,
    empty: type[Advice] | type[Alternative] = Advice,
    names: Mapping[str, str] = MappingProxyType({}),
) -> Passage:
    """Return what a plan answers, in words.

    What a participant is told is made from a `ToldMentee` or a `ToldMentor`, and holds nothing of other people; all
    else is for the coordinator.

    Args:
        value: from ``plan.explain``, ``explain_mentor``, ``advice``, ``alternatives``, ``what_if``, or its
            ``diff``.
        methodology: the rules of the plan.
        language: of the sentences.
        empty: what an empty list is a list of: of advice, or of alternatives.
        names: display names by id, to stand beside the ids in what is for the coordinator. A participant is told of
            them only how those of the own pairs are addressed, and without names nobody is named.

    Raises:
        TypeError: when it is a value of another type.
        UnknownNameError: when the methodology has not the rule that is spoken of.
        ModuleNotFoundError: when the extra ``report`` is not installed.

    >>> from nastavnik import TARGET_MODEL
    >>> places = FreePlaces(mentor="ada", places=2, free=1, admissible=3, hindrances=())
    >>> print(in_words(places, TARGET_MODEL, "ru").text())
    Наставник ada: 2 места, свободно: 1.
    Подходят 3 наставляемых.
    У всех, кто подходит, наставник уже есть.
    """
    return Passage(lines_of(value, Voice(methodology, language, names=names), empty=empty))


def lines_of(
    value: Sayable, voice: Voice, *, empty: type[Advice] | type[Alternative] = Advice
) -> tuple[Line, ...]:
    """Return the lines of a value; for those who say many things with one voice.

    Args:
        value: as ``in_words`` takes it.
        voice: says it.
        empty: as in ``in_words``.

    Raises:
        TypeError: when it is a value of another type.
    """
    if isinstance(value, (tuple, list)):
        kinds = {type(one) for one in value} or {empty}
        if len(kinds) == 1 and (kind := kinds.pop()) in _SAYS_MANY:
            return tuple(_SAYS_MANY[kind](value, voice))
    elif type(value) in _SAYS:
        return tuple(_SAYS[type(value)](value, voice))
    raise TypeError(f"{type(value).__name__} cannot be put into words; give what a plan answers")
