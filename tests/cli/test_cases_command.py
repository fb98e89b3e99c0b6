"""``nastavnik test``: cases of a school's own rules, held against them from the command line."""

from pathlib import Path

import pytest

from helpers.calls import call

CASE = """
[[case]]
name = "Of one grade"
mentor = { position = "pupil", grade = 9 }
mentee = { position = "pupil", grade = 9 }
expected = { pair = false, failed = [%s] }
"""
