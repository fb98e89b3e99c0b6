"""A plan's records in words, for the coordinator."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from nastavnik.errors import UnknownNameError
from nastavnik.methodology.model import Methodology
from nastavnik.plan import MatchingPlan, Pair
from nastavnik.reasons import CrowdedOut, NoAdmissibleMentor, Reason
from nastavnik.report.phrases import PHRASES
from nastavnik.texts import Language, Text

__all__ = ["explain_mentee", "explain_mentor", "reason_lines", "sentences_of_rules", "summary"]

_INDENT = "  "
_MOST_IDS = 20
"""Ids that a sentence names; the record in ``plan.json`` has all."""


def summary(
    plan: MatchingPlan, methodology: Methodology, language: Language
) -> tuple[tuple[str, str], ...]:
    """Return the plan's counts as label and value, indented where one is part of the one above."""
    used = Counter(pair.mentor for pair in plan.pairs)
    kinds = Counter(type(left.reason) for left in plan.unmatched)
    ways = Counter((pair.form, pair.role_model) for pair in plan.pairs)
    forms = Counter(pair.form for pair in plan.pairs)
    places = sum(plan.places.values())

    def lines() -> Iterator[tuple[str, object]]:
        yield _phrase("count-mentees", language), plan.matched + len(plan.unmatched)
        yield _INDENT + _phrase("count-matched", language), plan.matched
        if plan.locks:
            yield 2 * _INDENT + _phrase("count-locked", language), len(plan.locks)
        yield _INDENT + _phrase("count-unmatched", language), len(plan.unmatched)
        if plan.unmatched:
            yield 2 * _INDENT + _phrase("count-inadmissible", language), kinds[NoAdmissibleMentor]
            yield 2 * _INDENT + _phrase("count-crowded", language), kinds[CrowdedOut]
        yield _phrase("count-mentors", language), len(plan.places)
        yield _INDENT + _phrase("count-idle", language), len(plan.places) - len(used)
        yield _phrase("count-places", language), places
        yield _INDENT + _phrase("count-free", language), places - plan.matched
        yield _phrase("count-groups", language), len(plan.groups)
        for form in methodology.forms:
            if not forms[form.id]:
                continue
            yield form.title[language], forms[form.id]
            for role_model in form.role_models:
                if ways[form.id, role_model.id]:
                    yield _INDENT + role_model.title[language], ways[form.id, role_model.id]
        yield _phrase("total", language), plan.total
        yield _phrase("methodology", language), methodology.title[language]
        yield _phrase("seed", language), plan.seed

    return tuple((label, str(value)) for label, value in lines())


def explain_mentee(
    plan: MatchingPlan, mentee: str, methodology: Methodology, language: Language
) -> tuple[str, ...]:
    """Return as lines why a mentee has this mentor, or has none.

    Raises:
        UnknownNameError: when the plan knows no such mentee.
    """
    pair = plan.pair_of(mentee)
    if pair is not None:
        locked = any(lock.mentee == mentee for lock in plan.locks)
        return tuple(_pair_lines(pair, methodology, language, locked=locked))
    reason = plan.reason_for(mentee)
    assert reason is not None
    head = _phrase("has-no-mentor", language, mentee=mentee)
    return (head, *reason_lines(reason, methodology, language))


def explain_mentor(
    plan: MatchingPlan, mentor: str, methodology: Methodology, language: Language
) -> tuple[str, ...]:
    """Return as lines whom a mentor got, and how many places are free.

    Raises:
        UnknownNameError: when the plan knows no such mentor.
    """
    pairs = plan.pairs_of(mentor)
    places = plan.places[mentor]
    head = _phrase(
        "mentor-places", language, mentor=mentor, places=places, free=places - len(pairs)
    )
    titles = [_titles(pair, methodology, language) for pair in pairs]
    return (
        head,
        *(
            _INDENT
            + _phrase(
                "mentor-mentee",
                language,
                mentee=pair.mentee,
                form=form,
                role_model=role_model,
                score=pair.score,
            )
            for pair, (form, role_model) in zip(pairs, titles, strict=True)
        ),
    )


def reason_lines(
    reason: Reason,
    methodology: Methodology,
    language: Language,
    *,
    sentences: Mapping[str, Text] | None = None,
) -> tuple[str, ...]:
    """Return as lines why somebody is unmatched.

    Args:
        reason: the record.
        methodology: the rules.
        language: of the lines.
        sentences: of the rules by id, as ``sentences_of_rules`` gives them, to save making them anew.
    """
    if isinstance(reason, CrowdedOut):
        mentees = _ids(reason.mentees, language)
        mentors = _ids(reason.mentors, language)
        locked = _INDENT + _phrase("locked-places", language, locked=reason.locked)
        named = _phrase(
            "only-mentors",
            language,
            count=len(reason.mentors),
            ids=mentors,
            places=reason.places + reason.locked,
        )
        holders = _phrase("held-by", language, count=len(reason.mentees), ids=mentees)
        minimal = _phrase("one-fewer", language)
        return (
            _phrase("places-ran-out", language),
            _INDENT + named,
            *((locked,) if reason.locked else ()),
            *((_INDENT + holders,) if reason.mentees else ()),
            *((_INDENT + minimal,) if reason.mentees and reason.minimal else ()),
        )
    if not reason.considered:
        return (_phrase("no-position", language),)
    return tuple(_obstacle_lines(reason, sentences or sentences_of_rules(methodology), language))


def _obstacle_lines(
    reason: NoAdmissibleMentor, sentences: Mapping[str, Text], language: Language
) -> Iterator[str]:
    """Yield what could be mended line by line, and in one line what was never alone in the way.

    While something about the mentee alone keeps every mentor away, that line would only distract.
    """
    yield _phrase("none-admissible", language, considered=reason.considered)
    besides: list[str] = []
    for obstacle in reason.obstacles:
        if obstacle.rule not in sentences:
            raise UnknownNameError("rule", obstacle.rule, sentences)
        sentence = sentences[obstacle.rule][language]
        if not obstacle.decisive and not obstacle.alone:
            besides.append(f"{sentence.rstrip('.')} ({obstacle.failed})")
            continue
        line = _phrase(
            "decisive" if obstacle.decisive else "obstacle",
            language,
            sentence=sentence,
            failed=obstacle.failed,
            alone=obstacle.alone,
        )
        if obstacle.unknown:
            key = "unknown-mentee" if obstacle.decisive else "unknown-too"
            line += " " + _phrase(key, language, unknown=obstacle.unknown)
        yield _INDENT + line
    if besides and not any(obstacle.decisive for obstacle in reason.obstacles):
        yield _INDENT + _phrase("obstacles-besides", language, list="; ".join(besides) + ".")


def _ids(ids: Sequence[str], language: Language) -> str:
    """Return the ids in one line, the first of a long list with the number of the others."""
    shown = ", ".join(ids[:_MOST_IDS])
    more = len(ids) - _MOST_IDS
    return f"{shown}, {_phrase('and-more', language, count=more)}" if more > 0 else shown


def sentences_of_rules(methodology: Methodology) -> Mapping[str, Text]:
    """Return the sentence of every rule by id, the rules that role models make among them."""
    sentences: dict[str, Text] = {}
    for form in methodology.forms:
        for role_model in form.role_models:
            for rule in (
                *methodology.requirements_of(form, role_model),
                *methodology.preferences_of(form, role_model),
            ):
                sentences.setdefault(rule.id, rule.text)
    return sentences


def _pair_lines(
    pair: Pair, methodology: Methodology, language: Language, *, locked: bool
) -> Iterator[str]:
    form, role_model = _titles(pair, methodology, language)
    yield _phrase("paired-with", language, mentee=pair.mentee, mentor=pair.mentor)
    if locked:
        yield _phrase("is-locked", language)
    sentences = sentences_of_rules(methodology) if pair.overridden else {}
    for name in pair.overridden:
        yield _INDENT + _phrase("overrides", language, sentence=sentences[name][language])
    yield _phrase("is-form", language, form=form, role_model=role_model)
    yield _phrase("score-is", language, score=pair.score)
    chosen = methodology.form(pair.form)
    rules = methodology.preferences_of(chosen, chosen.role_model(pair.role_model))
    given = [rule for rule in rules if pair.points.get(rule.id)]
    for rule in given:
        points = pair.points[rule.id]
        yield _INDENT + _phrase(
            "points-line",
            language,
            sum=points * rule.weight,
            points=points,
            weight=rule.weight,
            sentence=rule.text[language],
        )
    if not given:
        yield _INDENT + _phrase("no-points", language)


def _titles(pair: Pair, methodology: Methodology, language: Language) -> tuple[str, str]:
    form = methodology.form(pair.form)
    return form.title[language], form.role_model(pair.role_model).title[language]


def _phrase(key: str, language: Language, **values: object) -> str:
    return PHRASES[key][language].format(**values)
