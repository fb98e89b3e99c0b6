"""What one cell says, and what the cells of one row say together: text in, a value out, with its faults.

``plain`` reads what is one word, one number or one of a catalogue, ``lists`` several of them; answers, classes, dates,
free times, marks and names have modules of their own. Nothing here knows in which column a cell stands.
"""

__all__: list[str] = []
