"""What those concerned are told: nothing of third persons, neither ids nor numbers nor what they are like.

The coordinator sees all evidence. A participant, or the parents, see what is said of themselves: their own pair, their
own statements that a rule does not let through, and which requirements could not be met with others. Requirements that
rest on somebody else alone, on anybody's wishes, on marks or on what somebody is held to be, are not named: that a
child was refused is nobody's to read. What rests on others at all is told only where it is so of three of them or more,
and about one certain mentor nothing but what the mentee's own statements say: of one it would be that person's own
fact. Of the role model there is only what it means to those concerned, in words that rank nobody; of the points,
nothing.
"""

import enum
from typing import Literal

from attrs import frozen

from nastavnik.basics.texts import Text
from nastavnik.programme.evidence.pairs import Failed

__all__ = ["Audience", "Outcome", "ToldMentee", "ToldMentor"]

Audience = Literal["coordinator", "participant"]
"""For whom evidence is meant."""


class Outcome(enum.Enum):
    """What became of a mentee, or of the wish for one mentor."""

    PAIRED = "paired"
    LEFT_OUT = "left-out"
    CROWDED_OUT = "crowded-out"
    NOT_SUITABLE = "not-suitable"
    GIVEN_OTHERWISE = "given-otherwise"


@frozen(kw_only=True)
class ToldMentee:
    """What a mentee is told.

    Args:
        mentee: id.
        outcome: paired; left out; crowded out, where three suitable mentors or more have no place left; or, asked
            about a certain mentor, that the mentee's own statements allow no pair, or that the places went otherwise,
            whatever that mentor is like.
        mentor: id of the mentee's own mentor in the plan, or None.
        form: id of the form of their pair, or None.
        purpose: what they are to do together, in words for them; None where the role model has none such.
        times: keys of the free times that both stated, in their order; as `nastavnik.people.times` reads them.
        interests: those that both stated, as the mentee spells them, ascending.
        subjects: those that the one asks help in and the other helps with, as the mentee spells them, ascending.
        locked: the coordinator asked for their pair.
        own: requirements that look at the mentee alone and do not hold, with the mentee's own facts.
        unmet: ids of further requirements which rest on statements of the mentee too, ascending: each kept three
            mentors or more away. () where fewer are meant, or they can be known only from what somebody else is like.
    """

    mentee: str
    outcome: Outcome
    mentor: str | None = None
    form: str | None = None
    purpose: Text | None = None
    times: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    locked: bool = False
    own: tuple[Failed, ...] = ()
    unmet: tuple[str, ...] = ()


@frozen(kw_only=True)
class ToldMentor:
    """What a mentor is told.

    Args:
        mentor: id.
        places: their own places.
        mentees: ids of their own mentees in the plan, ascending.
        own: requirements that look at the mentor alone and do not hold, with the mentor's own facts.
        unmet: where nobody may come, ids of further requirements which rest on statements of the mentor too, ascending;
            each kept three mentees or more away.
    """

    mentor: str
    places: int
    mentees: tuple[str, ...]
    own: tuple[Failed, ...] = ()
    unmet: tuple[str, ...] = ()

    @property
    def free(self) -> int:
        """Places that nobody got."""
        return self.places - len(self.mentees)
