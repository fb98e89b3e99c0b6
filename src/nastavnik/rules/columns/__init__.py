"""A rule on everybody at once: what it meets in place of a fact is a column of everybody's.

``cells`` are columns of numbers, truths and texts and how they are compared and counted, ``sets`` those of sets as
bits, ``texts`` says what of a text a rule may ask, ``parts`` which rows and columns of all pairs are looked at,
``columns`` is the view on a whole side that a rule gets, and ``alike`` finds one pair of each kind for rules that
cannot run so.
"""

__all__: list[str] = []
