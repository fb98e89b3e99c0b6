"""What is worth a look before a round is matched: true of the round as a whole, and no fault of any cell.

A concern is a record of ids, values and numbers, like a fault and a reason; the sentence is made of it elsewhere, in
either language. No concern stops anything: the plan is the best for the people as they stand in the tables.
"""

from attrs import field, frozen

from nastavnik.basics.disclosure import shape_of
from nastavnik.basics.harmless import is_harmless

__all__ = ["CODES", "Blank", "Concern", "Seen"]

CODES = (
    "same-person",
    "signs-of-two",
    "newcomer-to-come",
    "newcomer-settled",
    "nearly-alike",
    "column-empty",
    "fill-first",
    "statement-missing",
    "statement-narrows",
    "without-mentors",
    "without-mentees",
    "one-sided",
    "nobody-to-pair-with",
    "hopeless",
    "not-looked-at",
)
"""All codes, in the order in which concerns are told: what is mended first stands first."""


def _harmless(value: str) -> str:
    return repr(value) if is_harmless(value) else shape_of(value, "en")


@frozen
class Seen:
    """A value and how many have it.

    Args:
        value: the spelling met first, by id; of a free time the text that `times_of` reads, in English. A repr shows
            it only where it is known to be harmless.
        mentees: how many mentees have it.
        mentors: how many mentors have it.
    """

    value: str = field(repr=_harmless)
    mentees: int = field(default=0, kw_only=True)
    mentors: int = field(default=0, kw_only=True)


@frozen(kw_only=True)
class Blank:
    """A fact that is not recorded for some people.

    Args:
        side: ``"mentee"`` or ``"mentor"``.
        field: the fact, as a path from the role.
        people: their ids, whoever should be asked first standing first.
    """

    side: str
    field: str
    people: tuple[str, ...]


@frozen(kw_only=True)
class Concern:
    """Something about a round that may be worth mending before it is matched.

    Args:
        code: what it is, one of `CODES`, stable:

            - ``"same-person"``: one person under several ids, see ``groups``;
            - ``"signs-of-two"``: no category is stated for ``people``, and their signs show more than one;
            - ``"newcomer-to-come"``: the day on which ``people`` came is still ahead;
            - ``"newcomer-settled"``: ``people`` came more than a year ago and are still noted as newcomers;
            - ``"nearly-alike"``: spellings of what may be one thing, see ``values``;
            - ``"column-empty"``: nobody of ``of`` has the fact, and rules in force need it;
            - ``"fill-first"``: of all empty cells those of ``blanks`` are the best to begin with: if all of them turn
              out as is hoped, ``of`` mentees more could get a mentor;
            - ``"statement-missing"``: the fact is not recorded for ``people``, and they can be paired with nobody
              before it is; for ``alone`` nothing else stands in the way of every pair;
            - ``"statement-narrows"``: the fact is not recorded for ``people``, who may be paired with somebody without
              it as well: ``pairs`` of them, and up to ``at_most`` if it were;
            - ``"without-mentors"``, ``"without-mentees"``: organisations with people of one side alone where rules ask
              for one organisation;
            - ``"one-sided"``: values that ``people`` have and nobody whom they could be paired with; ``alone`` have no
              other;
            - ``"nobody-to-pair-with"``: in no form is there anybody on the other side;
            - ``"hopeless"``: ``people`` of ``of`` may be paired with nobody, whoever has refused left out; no missing
              fact explains it for ``alone``;
            - ``"not-looked-at"``: what was left out because the round is large.
        side: ``"mentee"`` or ``"mentor"``, or None for both.
        field: the fact, as a path from the role: ``"person.slots"``.
        people: ids of those concerned, ascending.
        alone: ids of those of them for whom nothing else stands in the way.
        of: how many there are of that kind altogether; of a missing fact, how many lack it whether it matters or not.
        denied: how many of the people have a plain no where others have nothing recorded.
        values: the values, the commonest first.
        groups: ids that belong to one person, ascending.
        role_models: ids of the role models that cannot be used, where not all of them.
        pairs: pairs that the people can be in as it is.
        at_most: pairs that they could be in at most.
        blanks: empty cells, the best to begin with first.

    >>> Concern(code="hopeless", side="mentee", people=("p1", "p2"), of=8).count
    2
    """

    code: str
    side: str | None = None
    field: str | None = None
    people: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    of: int = 0
    denied: int = 0
    values: tuple[Seen, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    role_models: tuple[str, ...] = ()
    pairs: int = 0
    at_most: int = 0
    blanks: tuple[Blank, ...] = ()

    @property
    def count(self) -> int:
        """How many people it concerns."""
        return len(self.people)
