"""Evidence for one pair or one mentor, and advice, in words for the coordinator."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.assignment import Goal
from nastavnik.evidence import (
    Advice,
    Change,
    Chosen,
    Displaced,
    Evidence,
    FreePlaces,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
)
from nastavnik.methodology.model import Methodology
from nastavnik.report.sentences import reason_lines, sentences_of_rules
from nastavnik.texts import Language, Text

__all__ = ["advice_lines", "evidence_lines", "free_places_lines"]

_INDENT: Final = "  "

_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "chosen": Text(
            en="The pair is in the plan. Score: {score}. Price of the place: {price}.",
            ru="Пара есть в плане. Сумма баллов: {score}. Цена места: {price}.",
        ),
        "locked": Text(en="The coordinator has locked it.", ru="Её закрепил куратор."),
        "locked-elsewhere": Text(
            en="The coordinator has locked {mentee} to mentor {mentor}.",
            ru="Куратор закрепил за {mentee} наставника {mentor}.",
        ),
        "not-joined": Text(
            en="No form joins these two positions.", ru="Ни одна форма не связывает такие позиции."
        ),
        "inadmissible": Text(
            en="The pair may not be formed. Nearest role model: {role_model}. What stands in the way:",
            ru="Такую пару составить нельзя. Ближайшая ролевая модель: {role_model}. Что мешает:",
        ),
        "unknown": Text(en="(a fact is not known)", ru="(нет сведений)"),
        "impossible": Text(
            en="The pair may be formed, but no plan with it meets all demands:",
            ru="Такую пару составить можно, но план с ней нарушает требования:",
        ),
        "displaced": Text(
            en="The pair may be formed. The best plan with it, against this plan:",
            ru="Такую пару составить можно. Лучший план с ней в сравнении с этим:",
        ),
        "as-good": Text(
            en="neither fewer mentees nor fewer points: the lot fell otherwise",
            ru="не меньше ни наставляемых, ни баллов: так выпал жребий",
        ),
        "fewer": Text(
            en="mentees with a mentor: {change}", ru="наставляемых с наставником: {change}"
        ),
        "fewer-of": Text(
            en="mentees of priority {priority} with a mentor: {change}",
            ru="наставляемых с наставником, приоритет {priority}: {change}",
        ),
        "points": Text(en="points: {change}", ru="баллов: {change}"),
        "changes": Text(en="Who would change:", ru="Кого это затронет:"),
        "change": Text(en="{mentee}: {before} → {after}", ru="{mentee}: {before} → {after}"),
        "nobody": Text(en="nobody", ru="никто"),
        "free": Text(
            en="Places: {places}, free: {free}. Mentees who may be paired with this mentor: {admissible}.",
            ru="Мест: {places}, свободно: {free}. Наставляемых, которых можно назначить: {admissible}.",
        ),
        "all-placed": Text(en="Each of them has a mentor.", ru="У каждого из них есть наставник."),
        "hindrances": Text(en="What keeps mentees away:", ru="Что мешает:"),
        "hindrance": Text(
            en="{sentence} Not so with mentees: {failed}; the only obstacle with: {alone}.",
            ru="{sentence} Не выполнено, наставляемых: {failed}; единственное препятствие: {alone}.",
        ),
        "no-advice": Text(
            en="No single place and no single step of a rule would help.",
            ru="Ни одно отдельное место и ни один шаг в правилах не помогут.",
        ),
        "place": Text(
            en="One more place with any of these mentors, or one more mentor like them: {mentors}. {gain}",
            ru="Ещё одно место у любого из этих наставников или ещё один такой же наставник: {mentors}. {gain}",
        ),
        "relaxed": Text(
            en="{sentence} With {parameter} {after} instead of {before}: {gain}",
            ru="{sentence} Если {parameter} будет {after} вместо {before}: {gain}",
        ),
        "gain": Text(
            en="Mentees with a mentor: {mentees}, points: {points}.",
            ru="Наставляемых с наставником: {mentees}, баллов: {points}.",
        ),
    }
)


def evidence_lines(
    evidence: Evidence, methodology: Methodology, language: Language
) -> tuple[str, ...]:
    """Return as lines what a plan says of a pair, or of a mentee.

    Args:
        evidence: from ``plan.explain``.
        methodology: the rules of the plan.
        language: of the lines.
    """
    return tuple(_lines(evidence, methodology, language))


def _lines(evidence: Evidence, methodology: Methodology, language: Language) -> Iterator[str]:
    match evidence:
        case Chosen():
            yield _say("chosen", language, score=evidence.score, price=_signed(evidence.price, ""))
            if evidence.locked:
                yield _say("locked", language)
        case LockedElsewhere():
            yield _say("locked-elsewhere", language, mentee=evidence.mentee, mentor=evidence.mentor)
        case Inadmissible():
            yield from _inadmissible(evidence, methodology, language)
        case Impossible():
            yield _say("impossible", language)
            for conflict in evidence.conflicts:
                yield from (_INDENT + line for line in conflict.text(language).splitlines())
        case Displaced():
            yield _say("displaced", language)
            yield from (_INDENT + _loss(loss, language) for loss in evidence.losses)
            if not evidence.losses:
                yield _INDENT + _say("as-good", language)
            yield _say("changes", language)
            yield from (_INDENT + _change(change, language) for change in evidence.changes)
        case _:
            yield from reason_lines(evidence, methodology, language)


def _inadmissible(
    evidence: Inadmissible, methodology: Methodology, language: Language
) -> Iterator[str]:
    if evidence.form is None or evidence.role_model is None:
        yield _say("not-joined", language)
        return
    role_model = methodology.form(evidence.form).role_model(evidence.role_model)
    yield _say("inadmissible", language, role_model=role_model.title[language])
    sentences = sentences_of_rules(methodology)
    for failed in evidence.failed:
        facts = "; ".join(f"{path}: {_value(value)}" for path, value in failed.facts.items())
        unknown = f" {_say('unknown', language)}" if failed.unknown else ""
        yield f"{_INDENT}{sentences[failed.rule][language]}{unknown} [{facts}]"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_value, value)) or "–"
    return "–" if value is None else str(value)


def _loss(loss: Loss, language: Language) -> str:
    change = _signed(-loss.amount)
    if loss.goal is Goal.SCORE:
        return _say("points", language, change=change)
    if loss.priority is None:
        return _say("fewer", language, change=change)
    return _say("fewer-of", language, priority=loss.priority, change=change)


def _change(change: Change, language: Language) -> str:
    nobody = _say("nobody", language)
    before, after = change.before or nobody, change.after or nobody
    return _say("change", language, mentee=change.mentee, before=before, after=after)


def free_places_lines(
    evidence: FreePlaces, methodology: Methodology, language: Language
) -> tuple[str, ...]:
    """Return as lines why a mentor has free places, or has none.

    Args:
        evidence: from ``plan.explain_mentor``.
        methodology: the rules of the plan.
        language: of the lines.
    """
    lines = [
        _say(
            "free",
            language,
            places=evidence.places,
            free=evidence.free,
            admissible=evidence.admissible,
        )
    ]
    if evidence.free and evidence.admissible:
        lines.append(_say("all-placed", language))
    if evidence.hindrances:
        sentences = sentences_of_rules(methodology)
        lines.append(_say("hindrances", language))
        lines += [
            _INDENT
            + _say(
                "hindrance",
                language,
                sentence=sentences[one.rule][language],
                failed=one.failed,
                alone=one.alone,
            )
            for one in evidence.hindrances
        ]
    return tuple(lines)


def advice_lines(
    advice: tuple[Advice, ...], methodology: Methodology, language: Language
) -> tuple[str, ...]:
    """Return as lines what would help, what helps most first.

    Args:
        advice: from ``plan.advice``.
        methodology: the rules of the plan.
        language: of the lines.
    """
    if not advice:
        return (_say("no-advice", language),)
    sentences = sentences_of_rules(methodology)
    lines = []
    for one in advice:
        gain = _say("gain", language, mentees=_signed(one.matched), points=_signed(one.points))
        if one.rule is None:
            lines.append(_say("place", language, mentors=", ".join(one.mentors), gain=gain))
            continue
        lines.append(
            _say(
                "relaxed",
                language,
                sentence=sentences[one.rule][language],
                parameter=one.parameter,
                before=one.before,
                after=one.after,
                gain=gain,
            )
        )
    return tuple(lines)


def _signed(number: int, plus: str = "+") -> str:
    """Return a number with a sign; a true minus, for it stands in a sentence."""
    return f"−{-number}" if number < 0 else f"{plus if number else ''}{number}"


def _say(key: str, language: Language, **values: object) -> str:
    return _WORDS[key][language].format(**values)
