"""``plan.xlsx``: pairs, groups, unmatched with reasons, summary.

Every text is written as a text, so that nothing from an input can run as a formula. Equal plans give equal bytes: the
workbook carries no clock time. Needs XlsxWriter and Babel: ``pip install nastavnik[xlsx,report]``.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from nastavnik.basics.texts import Language
from nastavnik.exchange.tables.xlsx_output import CREATED, height_of
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Lock
from nastavnik.report.passage import Passage
from nastavnik.report.phrases import PHRASES
from nastavnik.report.sentences import summary
from nastavnik.report.voice import Voice, sentences_of_rules
from nastavnik.report.words import lines_of

__all__ = ["plan_to_xlsx"]


_WIDEST: Final = 80
"""Characters; a longer cell wraps."""

_A4: Final = 9
"""Number of the paper size in the file format."""

Cell = str | int


def plan_to_xlsx(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, language: Language
) -> bytes:
    """Return the plan as the bytes of a workbook for the coordinator, display names included.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.
        language: of headings and sentences.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": CREATED})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheets = _Sheets(book, bold, wrapped, language)
    sheets.add("pairs", *_pairs(plan, cohort, methodology, language))
    sheets.add("groups", *_groups(plan, cohort, methodology, language))
    sheets.add("unmatched", *_unmatched(plan, cohort, methodology, language))
    if plan.locks or plan.bans:
        sheets.add("demands", *_demands(plan, methodology, language))
    sheets.add("summary", *_summary(plan, methodology, language))
    book.close()
    return target.getvalue()


class _Sheets:
    """Writes sheets with a frozen heading, a filter and widths that fit."""

    def __init__(self, book: Workbook, bold: Format, wrapped: Format, language: Language) -> None:
        self._book = book
        self._bold = bold
        self._wrapped = wrapped
        self._language: Language = language

    def add(self, name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Add a sheet of one heading row and the rows."""
        sheet = self._book.add_worksheet(PHRASES[name][self._language])
        written: list[list[Cell]] = [list(headings), *(list(row) for row in rows)]
        widths = [
            _width(heading, [row[k] for row in written[1:]]) for k, heading in enumerate(headings)
        ]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(written):
            sheet.set_row(number, height_of(row, widths))
            for column, value in enumerate(row):
                style = self._wrapped if number else self._bold
                if isinstance(value, int):
                    sheet.write_number(number, column, value, style)
                elif sheet.write_string(number, column, value, style):
                    raise ValueError(f"row {number + 1} of {name} is longer than a cell may be")
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(written) - 1), len(headings) - 1)


def _width(heading: str, cells: Sequence[Cell]) -> int:
    """Return a width, in characters, for the longest line of the cells and the longest heading word."""
    lines = [line for cell in cells for line in str(cell).splitlines()]
    return min(_WIDEST, max(map(len, [*heading.split(), *lines])) + 3)


def _pairs(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, language: Language
) -> tuple[list[str], list[list[Cell]]]:
    rules = list(dict.fromkeys(rule for pair in plan.pairs for rule in pair.points))
    sentences = sentences_of_rules(methodology)
    headings = _headings(
        language, "mentee", "mentee-name", "mentor", "mentor-name", "form", "role-model", "score"
    )
    rows: list[list[Cell]] = []
    for pair in plan.pairs:
        form = methodology.form(pair.form)
        rows.append(
            [
                pair.mentee,
                cohort.mentee(pair.mentee).person.name or "",
                pair.mentor,
                cohort.mentor(pair.mentor).person.name or "",
                form.title[language],
                form.role_model(pair.role_model).title[language],
                pair.score,
                *(pair.points.get(rule, "") for rule in rules),
            ]
        )
    return headings + [sentences[rule][language] for rule in rules], rows


def _groups(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, language: Language
) -> tuple[list[str], list[list[Cell]]]:
    rows: list[list[Cell]] = [
        [
            group.mentor,
            cohort.mentor(group.mentor).person.name or "",
            methodology.form(group.form).title[language],
            len(group.mentees),
            mentee,
            cohort.mentee(mentee).person.name or "",
        ]
        for group in plan.groups
        for mentee in group.mentees
    ]
    keys = ("mentor", "mentor-name", "form", "size", "mentee", "mentee-name")
    return _headings(language, *keys), rows


def _unmatched(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, language: Language
) -> tuple[list[str], list[list[Cell]]]:
    voice = Voice(methodology, language)
    rows: list[list[Cell]] = [
        [
            left.mentee,
            cohort.mentee(left.mentee).person.name or "",
            Passage(lines_of(left.reason, voice)).text(),
        ]
        for left in plan.unmatched
    ]
    return _headings(language, "mentee", "mentee-name", "reason"), rows


def _demands(
    plan: MatchingPlan, methodology: Methodology, language: Language
) -> tuple[list[str], list[list[Cell]]]:
    sentences = sentences_of_rules(methodology)
    overridden = {pair.mentee: pair.overridden for pair in plan.pairs}
    rows: list[list[Cell]] = [
        [
            PHRASES[demand.role][language],
            demand.mentee,
            demand.mentor,
            demand.by,
            demand.reason,
            "\n".join(sentences[rule][language] for rule in overridden.get(demand.mentee, ()))
            if isinstance(demand, Lock)
            else "",
        ]
        for demand in (*plan.locks, *plan.bans)
    ]
    keys = ("demand", "mentee", "mentor", "by", "why", "overridden")
    return _headings(language, *keys), rows


def _summary(
    plan: MatchingPlan, methodology: Methodology, language: Language
) -> tuple[list[str], list[list[Cell]]]:
    rows: list[list[Cell]] = [
        [label, int(value) if value.isdecimal() else value]
        for label, value in summary(plan, methodology, language)
    ]
    for key, text in (
        ("version", plan.version),
        ("people-digest", plan.cohort_digest),
        ("rules-digest", plan.methodology_digest),
        ("proven", ""),
    ):
        rows.append([PHRASES[key][language], text])
    return _headings(language, "what", "value"), rows


def _headings(language: Language, *keys: str) -> list[str]:
    return [PHRASES[key][language] for key in keys]
