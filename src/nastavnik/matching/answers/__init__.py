"""What is asked of a plan: ``explainer`` answers, and the others find the answers.

``placements`` are the people of a partition in their places and what another place would cost, ``what_if`` a changed
round, ``advice`` what would help, ``recruits`` whom to look for, ``alternatives`` other plans that are nearly as good,
and ``audiences`` what of it participants are told.
"""

__all__: list[str] = []
