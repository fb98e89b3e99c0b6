"""The plan of one round: pairs, groups, the unmatched with their reasons, and the proof; and other plans beside it."""

from nastavnik.programme.plan.explains import Explains
from nastavnik.programme.plan.matching_plan import MatchingPlan
from nastavnik.programme.plan.others import Alternative, WhatIf
from nastavnik.programme.plan.pairs import Group, Pair, Unmatched

__all__ = ["Alternative", "Explains", "Group", "MatchingPlan", "Pair", "Unmatched", "WhatIf"]
