"""Why somebody is left out, found: ``obstacles`` where nobody was admissible, ``crowds`` where the places ran out."""

from nastavnik.matching.reasons.crowds import crowds_of
from nastavnik.matching.reasons.obstacles import elsewhere_of, obstacles_of

__all__ = ["crowds_of", "elsewhere_of", "obstacles_of"]
