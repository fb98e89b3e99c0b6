"""What ``nastavnik forget`` does: a person goes from a plan, and what is left of them anywhere is named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.given_rules import given_rules
from nastavnik.cli.inputs import load_explaining
from nastavnik.cli.names import read_names
from nastavnik.cli.statuses import CONCERNED, DONE
from nastavnik.cli.terminal import shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.traces import Trace, traces_of
from nastavnik.matching.removal import without
from nastavnik.programme.plan import WhatIf
from nastavnik.report import Line, Passage, in_words
from nastavnik.report.folder import (
    COHORT_FILE,
    MANIFEST_FILE,
    PLAN_FILE,
    WORKBOOK_FILE,
    write_folder,
)
from nastavnik.report.names import names_in_plan, notes_in_plan

__all__ = ["forget"]

_OF_THE_PLAN: Final = (PLAN_FILE, COHORT_FILE, WORKBOOK_FILE, MANIFEST_FILE)
"""Files that are written anew, so that what stands in them now is no trace."""


def forget(  # noqa: PLR0913 - click hands over every option by its name
    *,
    folder: Path,
    person: str,
    searched: Sequence[Path],
    names: tuple[Path, ...],
    replace: bool,
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> int:
    """Take a person out of a plan, or say what that would do, and search for what is left of them."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    plan, cohort, rules = load_explaining(folder, given, manner)
    known, notes = _in_the_workbook(folder)
    known = {**known, **read_names(names, rules).by_id}
    words = [person, *([known[person]] if person in known else [])]
    lines: list[Line] = []
    if person in {*cohort.mentee_facts.ids, *cohort.mentor_facts.ids}:
        said = {
            "reason": TEXTS["forget-reason"][lang],
            "by": TEXTS["forget-by"][lang],
        }
        with shown_waiting(lang, doing="stage-forgetting", quiet=manner.quiet):
            left = without(plan, cohort, rules, person, **said)
        if replace:
            written = write_folder(
                folder,
                left.plan,
                left.cohort,
                rules,
                language=lang,
                overwrite=True,
                names={ident: name for ident, name in known.items() if ident != person},
                notes={ident: each for ident, each in notes.items() if ident != person},
                on=date.today(),  # noqa: DTZ011 - the day where the plan is made
            )
            manner.written(written)
        lines.append(Line(TEXTS["forgotten" if replace else "would-forget"][lang].format(person)))
        lines += in_words(WhatIf(plan=left.plan, diff=left.diff), rules, lang).body
    else:
        lines.append(Line(TEXTS["not-in-the-plan"][lang].format(person)))
    kept = () if replace else [folder / name for name in _OF_THE_PLAN]
    files, traces = traces_of(words, [folder, *searched], but=kept)
    lines += _found(files, traces, lang, named=person in known)
    manner.answer(Passage(lines))
    return CONCERNED if traces else DONE


def _in_the_workbook(folder: Path) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Return names and notes that ``plan.xlsx`` of the folder holds, if it is there."""
    try:
        data = (folder / WORKBOOK_FILE).read_bytes()
    except FileNotFoundError:
        return {}, {}
    return names_in_plan(data) or {}, notes_in_plan(data)


def _found(
    files: Sequence[Path], traces: Sequence[Trace], language: Language, *, named: bool
) -> Iterable[Line]:
    if not traces:
        yield Line(TEXTS["no-trace" if named else "no-trace-of-id"][language].format(len(files)))
        return
    each = TEXTS["trace"][language]
    yield Line(
        TEXTS["traces"][language].format(len(files)),
        below=[
            Line(each.format(trace.path, trace.times[0], sum(trace.times[1:]))) for trace in traces
        ],
    )
    yield Line(TEXTS["traces-remedy"][language])
