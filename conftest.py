"""Runs every snippet of the README and of the docs, beside the doctests of the modules."""

import os
from doctest import ELLIPSIS
from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()],
    patterns=["*.md"],
).pytest()

# What the developer has settled for the command line is no business of the tests.
for name in ("NASTAVNIK_LANG", "NASTAVNIK_CONFIG", "NASTAVNIK_DEBUG"):
    os.environ.pop(name, None)
os.environ["XDG_CONFIG_HOME"] = os.environ["APPDATA"] = str(Path(__file__).parent / "no-settings")
