"""``plan.xlsx``: what a coordinator prints and hands out, sheet by sheet.

Pairs, lists by class, groups, those without a mentor with one cause and one remedy each, free places; behind them the
details: scores, reasons, everybody with the id. Everything comes from the plan, its people and its rules. Every text is
written as a text, so that nothing from an input can run as a formula. Equal plans of one date give equal bytes: the
workbook carries no clock time. Needs XlsxWriter and Babel: ``pip install nastavnik[xlsx,report]``.
"""

import io
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import xlsxwriter

from nastavnik.basics.texts import Language
from nastavnik.exchange.tables.formats.xlsx_output import CREATED
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report.days import day_in_words
from nastavnik.report.workbook.of_classes import classes_sheet
from nastavnik.report.workbook.of_everybody import front_sheet, people_sheet
from nastavnik.report.workbook.of_left import free_places_sheet, reasons_sheet, unmatched_sheet
from nastavnik.report.workbook.of_pairs import (
    demands_sheet,
    groups_sheet,
    pairs_sheet,
    scores_sheet,
)
from nastavnik.report.workbook.paper import Paper
from nastavnik.report.workbook.people import Everybody

__all__ = ["plan_to_xlsx"]

_IN_TITLE: Final = 4
"""Schools that the first sheet names."""

_SHEETS: Final[Mapping[str, Callable[[Paper, Everybody], None]]] = MappingProxyType(
    {
        "pairs": pairs_sheet,
        "sheet-classes": classes_sheet,
        "groups": groups_sheet,
        "unmatched": unmatched_sheet,
        "sheet-free": free_places_sheet,
        "demands": demands_sheet,
        "sheet-scores": scores_sheet,
        "sheet-reasons": reasons_sheet,
        "sheet-people": people_sheet,
    }
)
"""The sheets behind the first, in their order, by the key of their name."""


def plan_to_xlsx(
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    language: Language,
    *,
    names: Mapping[str, str] | None = None,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    on: date | None = None,
) -> bytes:
    """Return the plan as the bytes of a workbook for the coordinator, display names included.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.
        language: of headings and sentences.
        names: display names by id, for people whose cohort holds none.
        notes: columns carried from the tables, such as telephone numbers: id of a person to heading to text.
        on: the date that stands in the title, if any, where the plan does not say for which day it is.

    >>> from nastavnik import TARGET_MODEL, match
    >>> nobody = Cohort(mentees=[], mentors=[])
    >>> plan_to_xlsx(match(nobody), nobody, TARGET_MODEL, "en", on=date(2026, 9, 1))[:2]
    b'PK'
    """
    people = Everybody(plan, cohort, methodology, language, names=names or {}, notes=notes or {})
    titled = on if plan.on is None else plan.on
    day = "" if titled is None else day_in_words(titled, language)
    heads = [
        head for head in (people.say("title"), people.schools_in_words(_IN_TITLE), day) if head
    ]
    short = [part for part in (people.schools_in_words(1), day) if part]
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
    book.set_properties({"created": CREATED, "title": ", ".join(heads)})
    paper = Paper(book, ", ".join(short) or heads[0], language)
    empty = {
        "groups": not plan.groups,
        "demands": not (plan.locks or plan.bans),
        "unmatched": not plan.unmatched,
        "sheet-reasons": not plan.unmatched,
        "sheet-free": sum(plan.places.values()) == plan.matched,
    }
    sheets = [key for key in _SHEETS if not empty.get(key)]
    front_sheet(paper, people, heads, sheets=sheets)
    for key in sheets:
        _SHEETS[key](paper, people)
    book.close()
    return target.getvalue()
