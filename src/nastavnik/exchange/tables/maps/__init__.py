"""Maps of a school's own headings, as files: read, and guessed for a table that has none yet.

``map_reader`` reads one; ``first_map`` writes the first guess, with the ``guesses`` that it makes and the ``words`` of
its comments.
"""

__all__: list[str] = []
