"""Why somebody is left out, found: ``obstacles`` where nobody was admissible, ``crowds`` where the places ran out.

And before anything is matched: what in the tables is likely to leave somebody out, ``concerns``; of it ``statements``
finds what is not recorded.
"""

from nastavnik.matching.reasons.concerns import concerns_of
from nastavnik.matching.reasons.crowds import crowds_of
from nastavnik.matching.reasons.obstacles import elsewhere_of, obstacles_of

__all__ = ["concerns_of", "crowds_of", "elsewhere_of", "obstacles_of"]
