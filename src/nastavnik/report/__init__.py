"""Sentences, tables and files for people, in English and in Russian, from the same records.

``phrases`` is the catalogue of both languages, ``sentences`` puts a plan's records into words, ``evidence``
what is said of one pair or mentor, and advice,
``workbook`` writes ``plan.xlsx``, ``folder`` writes a whole folder at once or not at all. No other
package speaks to coordinators.
"""

from nastavnik.report.evidence import advice_lines, evidence_lines, free_places_lines
from nastavnik.report.sentences import explain_mentee, explain_mentor, reason_lines, summary

__all__ = [
    "advice_lines",
    "evidence_lines",
    "explain_mentee",
    "explain_mentor",
    "free_places_lines",
    "reason_lines",
    "summary",
]
