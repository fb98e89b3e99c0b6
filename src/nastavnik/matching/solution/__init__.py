"""From candidates to pairs.

``partitions`` are solved, here or elsewhere, ``deal`` gives the places of a class of alike people out by lot, ``pairs``
are formed of who goes to whom.
"""

__all__: list[str] = []
