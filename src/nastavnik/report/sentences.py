"""What a plan itself says, without the people beside it: its counts, a mentee, a mentor, a reason."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from nastavnik.basics.texts import Language
from nastavnik.methodology.model import Methodology
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Reason
from nastavnik.programme.plan import MatchingPlan
from nastavnik.report.of_pairs import pair_lines
from nastavnik.report.passage import Line, Passage
from nastavnik.report.phrases import PHRASES
from nastavnik.report.voice import Voice
from nastavnik.report.words import in_words, lines_of

__all__ = ["explain_mentee", "explain_mentor", "reason_lines", "summary"]

_INDENT = "  "


def summary(
    plan: MatchingPlan, methodology: Methodology, language: Language
) -> tuple[tuple[str, str], ...]:
    """Return the plan's counts as label and value, indented where one is part of the one above."""
    used = Counter(pair.mentor for pair in plan.pairs)
    kinds = Counter(type(left.reason) for left in plan.unmatched)
    ways = Counter((pair.form, pair.role_model) for pair in plan.pairs)
    forms = Counter(pair.form for pair in plan.pairs)
    places = sum(plan.places.values())

    def label(key: str) -> str:
        return PHRASES[key][language]

    def lines() -> Iterator[tuple[str, object]]:
        yield label("count-mentees"), plan.matched + len(plan.unmatched)
        yield _INDENT + label("count-matched"), plan.matched
        if plan.locks:
            yield 2 * _INDENT + label("count-locked"), len(plan.locks)
        yield _INDENT + label("count-unmatched"), len(plan.unmatched)
        if plan.unmatched:
            yield 2 * _INDENT + label("count-inadmissible"), kinds[NoAdmissibleMentor]
            yield 2 * _INDENT + label("count-crowded"), kinds[CrowdedOut]
        yield label("count-mentors"), len(plan.places)
        yield _INDENT + label("count-idle"), len(plan.places) - len(used)
        yield label("count-places"), places
        yield _INDENT + label("count-free"), places - plan.matched
        yield label("count-groups"), len(plan.groups)
        for form in methodology.forms:
            if not forms[form.id]:
                continue
            yield form.title[language], forms[form.id]
            for role_model in form.role_models:
                if ways[form.id, role_model.id]:
                    yield _INDENT + role_model.title[language], ways[form.id, role_model.id]
        yield label("total"), plan.total
        yield label("methodology"), methodology.title[language]
        yield label("seed"), plan.seed

    return tuple((label, str(value)) for label, value in lines())


def explain_mentee(
    plan: MatchingPlan,
    mentee: str,
    methodology: Methodology,
    language: Language,
    *,
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Return as lines why a mentee has this mentor, or has none; a plan from a file can say so much.

    Args:
        plan: the plan.
        mentee: id.
        methodology: the rules.
        language: of the lines.
        names: display names by id, to stand beside the ids.

    Raises:
        UnknownNameError: when the plan knows no such mentee.
    """
    voice = Voice(methodology, language, names=names)
    pair = plan.pair_of(mentee)
    if pair is not None:
        locked = any(lock.mentee == mentee for lock in plan.locks)
        return Passage(pair_lines(pair, voice, locked=locked)).lines
    reason = plan.reason_for(mentee)
    assert reason is not None
    head = Line(voice.say("has-no-mentor", mentee=mentee))
    return Passage([head, *lines_of(reason, voice)]).lines


def explain_mentor(
    plan: MatchingPlan,
    mentor: str,
    methodology: Methodology,
    language: Language,
    *,
    names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Return as lines whom a mentor got, and how many places are free.

    Args:
        plan: the plan.
        mentor: id.
        methodology: the rules.
        language: of the lines.
        names: display names by id, to stand beside the ids.

    Raises:
        UnknownNameError: when the plan knows no such mentor.
    """
    voice = Voice(methodology, language, names=names)
    pairs = plan.pairs_of(mentor)
    places = plan.places[mentor]
    below = []
    for pair in pairs:
        form, role_model = voice.titles(pair.form, pair.role_model)
        titles = {"form": form, "role_model": role_model}
        said = voice.say("mentor-mentee", mentee=pair.mentee, score=pair.score, **titles)
        below.append(Line(said))
    head = voice.say("mentor-places", mentor=mentor, places=places, free=places - len(pairs))
    return Passage([Line(head, below)]).lines


def reason_lines(reason: Reason, methodology: Methodology, language: Language) -> tuple[str, ...]:
    """Return as lines why somebody is unmatched; the lines of ``in_words``.

    Args:
        reason: the record.
        methodology: the rules.
        language: of the lines.
    """
    return in_words(reason, methodology, language).lines
