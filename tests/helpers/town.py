"""The invented town and its plan."""

from nastavnik import match
from nastavnik.programme.round import invented_town

TOWN = invented_town()
PLAN = match(TOWN)
