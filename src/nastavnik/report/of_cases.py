"""How cases came out, in words: how many, and of each that is otherwise than expected what is otherwise."""

from collections.abc import Iterator, Sequence

from nastavnik.basics.texts import Language
from nastavnik.exchange.cases import Case, Difference, Outcome, outcome_of
from nastavnik.methodology.model import Methodology
from nastavnik.report.passage import Line, Passage
from nastavnik.report.voice import Voice

__all__ = ["cases_in_words"]


def cases_in_words(
    cases: Sequence[Case], methodology: Methodology, language: Language
) -> tuple[Passage, int]:
    """Hold cases against the rules; return what is to be said, and how many come out otherwise than expected.

    Args:
        cases: as `read_cases` reads them.
        methodology: the rules, without the changes that the cases make.
        language: of the sentences.

    Raises:
        ModuleNotFoundError: when the extra ``report`` is not installed.
        RuleError: when a rule fails.

    >>> from nastavnik import TARGET_MODEL
    >>> passage, wrong = cases_in_words([], TARGET_MODEL, "en")
    >>> passage.text(), wrong
    ('Cases: 0. All of them come out as expected.', 0)
    """
    wrong = []
    for case in cases:
        outcome = outcome_of(case, methodology)
        found = list(outcome.differences(case.expected))
        if found:
            rules = methodology.changed(case.changes) if case.changes else methodology
            wrong.append(_line(case, outcome, found, Voice(rules, language)))
    say = Voice(methodology, language).say
    if not wrong:
        return Passage([Line(say("cases-all", cases=len(cases)))]), 0
    head = say("cases-some", cases=len(cases), wrong=len(wrong))
    return Passage([Line(head, wrong)]), len(wrong)


def _line(case: Case, outcome: Outcome, found: Sequence[Difference], voice: Voice) -> Line:
    place = case.place.text(voice.language)
    said = [line for one in found for line in _difference(one, outcome, voice)]
    return Line(voice.say("case-at", place=place, name=case.name), said)


def _difference(one: Difference, outcome: Outcome, voice: Voice) -> Iterator[Line]:
    if one.part == "pair" and one.found:
        form, role_model = voice.titles(str(outcome.form), str(outcome.role_model))
        yield Line(voice.say("case-pair", form=form, role_model=role_model))
    elif one.part == "pair":
        yield Line(voice.say("case-no-pair"), list(_obstacles(outcome, voice)))
    else:
        values = {"expected": one.expected, "found": one.found}
        shown = {name: _shown(one.part, value, voice) for name, value in values.items()}
        yield Line(voice.say(f"case-{one.part}", **shown))


def _obstacles(outcome: Outcome, voice: Voice) -> Iterator[Line]:
    if outcome.form is None or outcome.role_model is None:
        yield Line(voice.say("case-no-form"))
        return
    way = outcome.form, outcome.role_model
    for failed in outcome.failed:
        said = voice.failing(failed.rule, way, unknown=failed.unknown)
        yield Line(voice.say("case-requirement", said=said, rule=failed.rule))


def _shown(part: str, value: object, voice: Voice) -> object:
    """Return a value as people read it: titles for ids of forms and role models."""
    if value is None or value == ():
        return voice.say("case-nothing")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    model = voice.methodology
    titles = {form.id: form.title for form in model.forms} if part == "form" else {}
    if part == "role_model":
        titles = {role_model.id: role_model.title for _, role_model in model.ways}
    title = titles.get(str(value))
    return value if title is None else f"«{title[voice.language]}»"
