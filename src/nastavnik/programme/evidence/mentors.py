"""Why a mentor has free places, or has none."""

from attrs import frozen

__all__ = ["FreePlaces", "Hindrance"]


@frozen(kw_only=True)
class Hindrance:
    """A requirement that keeps mentees from a mentor.

    Args:
        rule: id of the requirement.
        failed: mentees with whom it does not hold under at least one role model.
        alone: mentees whom under some role model nothing else keeps away.
    """

    rule: str
    failed: int
    alone: int


@frozen(kw_only=True)
class FreePlaces:
    """Why a mentor has places left, or has none.

    Args:
        mentor: id.
        places: all places.
        free: places that nobody got.
        admissible: mentees who may be paired with the mentor, locked ones apart. Where places are free, each of
            them has a mentor.
        hindrances: where there are none of these, what stands in the way, first what alone does most often.
    """

    mentor: str
    places: int
    free: int
    admissible: int
    hindrances: tuple[Hindrance, ...]
