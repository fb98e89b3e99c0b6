"""Sentences, tables and files for people, in English and in Russian, from the same records.

``phrases`` is the catalogue of both languages, ``sentences`` puts a plan's records into words,
``workbook`` writes ``plan.xlsx``, ``folder`` writes a whole folder at once or not at all. No other
package speaks to coordinators.
"""

from nastavnik.report.sentences import explain_mentee, explain_mentor, reason_lines, summary

__all__ = ["explain_mentee", "explain_mentor", "reason_lines", "summary"]
