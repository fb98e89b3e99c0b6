"""Checks plans, and what is said of them, without the solver.

``certificate`` proves a plan of any size; ``checker`` is short enough to be read in one sitting, and leans on nothing
of what made the plan. ``origin`` is common to both: whether a plan is of these people and rules.
"""

__all__: list[str] = []
