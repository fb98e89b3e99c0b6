"""Why somebody is left out, found: ``obstacles`` where nobody was admissible, ``crowds`` where the places ran out."""

from nastavnik.matching.reasons.crowds import crowds
from nastavnik.matching.reasons.obstacles import obstacles_of

__all__ = ["crowds", "obstacles_of"]
