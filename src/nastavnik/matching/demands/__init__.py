"""Locks, bans and minimums held against people and rules before anything is matched.

``settlement`` is the round with its demands, ``banned`` its mentees with the bans among their facts, ``ways`` how a
locked pair can be formed, ``doctor`` which demands contradict each other and what would help.
"""

__all__: list[str] = []
