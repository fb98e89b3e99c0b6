"""Sentences, tables and files for people, in English and in Russian, from the same records.

``in_words`` puts whatever a plan answers into a `Passage`, which is text, Markdown or HTML; ``phrases`` and its two
neighbours are the catalogue of both languages, ``plurals`` has numbers agree with their nouns, ``workbook`` writes
``plan.xlsx``, ``letter`` writes to families and mentors, ``folder`` writes a whole folder at once or not at all. No
other package speaks to people. Needs Babel and markdown-it-py: ``pip install nastavnik[report]``.
"""

from nastavnik.report.letter import Letter, Letterhead, letters, letters_page, letters_text
from nastavnik.report.letter_files import letter_files
from nastavnik.report.next_steps import next_steps
from nastavnik.report.of_cases import cases_in_words
from nastavnik.report.of_rules import rules_in_words
from nastavnik.report.passage import Line, Passage
from nastavnik.report.sentences import explain_mentee, explain_mentor, reason_lines, summary
from nastavnik.report.words import Sayable, in_words

__all__ = [
    "Letter",
    "Letterhead",
    "Line",
    "Passage",
    "Sayable",
    "cases_in_words",
    "explain_mentee",
    "explain_mentor",
    "in_words",
    "letter_files",
    "letters",
    "letters_page",
    "letters_text",
    "next_steps",
    "reason_lines",
    "rules_in_words",
    "summary",
]
