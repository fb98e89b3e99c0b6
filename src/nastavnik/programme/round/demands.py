"""What the coordinator asks of a plan beyond the rules, and what is said when not all of it can be.

A lock puts a pair into the plan, a ban keeps it out. Both say who asks for it and why. Together with the
mentors' minimums and places they are *hard demands*: either all are met, or there is no plan, and it is
said which of them contradict each other and what would help.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from nastavnik.basics import validators
from nastavnik.basics.errors import NastavnikError
from nastavnik.basics.texts import Language, Text
from nastavnik.basics.validators import Checked, checked

__all__ = [
    "Ban",
    "BrokenRules",
    "Conflict",
    "Demand",
    "Lock",
    "Minimum",
    "NoPlanError",
    "Places",
    "Repair",
]

_INDENT: Final = "  "

_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "no-plan": Text(
            en="All demands cannot be met together, so there is no plan. Contradictions: {count}",
            ru="Выполнить все требования сразу нельзя, поэтому плана нет. Противоречий: {count}",
        ),
        "conflict": Text(
            en="These contradict each other; it is enough to change any one of them:",
            ru="Эти условия вместе невыполнимы; достаточно изменить любое из них:",
        ),
        "impossible": Text(en="This demand cannot be met:", ru="Это требование невыполнимо:"),
        "lock": Text(
            en="mentor {mentor} and mentee {mentee} are locked as a pair",
            ru="пара закреплена: наставник {mentor}, наставляемый {mentee}",
        ),
        "ban": Text(
            en="mentor {mentor} and mentee {mentee} are banned as a pair",
            ru="пара запрещена: наставник {mentor}, наставляемый {mentee}",
        ),
        "minimum": Text(
            en="mentor {mentor} must have {count} mentees or more",
            ru="наставляемых у наставника {mentor} должно быть не меньше {count}",
        ),
        "places": Text(
            en="mentor {mentor} has only so many places: {count}",
            ru="мест у наставника {mentor} всего {count}",
        ),
        "broken": Text(
            en="mentor {mentor} and mentee {mentee} may not be paired: {rules}",
            ru="наставник {mentor} и наставляемый {mentee} друг другу не подходят: {rules}",
        ),
        "reachable": Text(
            en="Mentees who suit any of these mentors: {count}",
            ru="Всего наставляемых, которые подходят этим наставникам: {count}",
        ),
        "repairs": Text(en="Any one of these helps:", ru="Поможет любое из этих изменений:"),
        "lower-minimum": Text(
            en="lower the minimum of mentor {mentor} to {to}",
            ru="уменьшить минимум наставника {mentor} до {to}",
        ),
        "add-places": Text(
            en="raise the places of mentor {mentor} to {to}",
            ru="увеличить число мест наставника {mentor} до {to}",
        ),
        "override": Text(
            en="let the lock of mentor {mentor} and mentee {mentee} override: {rules}",
            ru="закреплённой паре {mentor} – {mentee} разрешить отступления: {rules}",
        ),
        "lift-ban": Text(
            en="lift the ban on mentor {mentor} and mentee {mentee}",
            ru="снять запрет на пару: наставник {mentor}, наставляемый {mentee}",
        ),
        "drop-lock": Text(
            en="drop the lock of mentor {mentor} and mentee {mentee}",
            ru="снять закрепление пары: наставник {mentor}, наставляемый {mentee}",
        ),
    }
)
"""What is said of hard demands that contradict each other."""


def _as_rules(value: Any) -> Any:
    """Freeze ids of rules in order; one text alone is not taken for its letters."""
    if isinstance(value, (set, frozenset, list, tuple)) and all(isinstance(v, str) for v in value):
        return tuple(sorted(set(value)))
    return value


def _rules(value: Any) -> validators.Finding | None:
    fine = isinstance(value, tuple) and all(isinstance(v, str) for v in value)
    return None if fine else ("not-a-set", {"value": value})


@frozen(kw_only=True, repr=False)
class _OfTwo(Checked):
    """A demand on one pair.

    Args:
        mentor: id.
        mentee: id.
        reason: why, in the coordinator's words.
        by: who asks for it.
    """

    mentor: str = field(kw_only=False, metadata=checked(validators.ident))
    mentee: str = field(kw_only=False, metadata=checked(validators.ident))
    reason: str = field(default="", metadata=checked(validators.text))
    by: str = field(default="", metadata=checked(validators.text))

    def _subject(self) -> tuple[str, str]:
        return self.role, f"{self.mentor} – {self.mentee}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.mentor!r}, {self.mentee!r})"


@frozen(kw_only=True, repr=False)
class Lock(_OfTwo):
    """This pair is to be in the plan.

    Args:
        mentor: id.
        mentee: id.
        reason: why, in the coordinator's words.
        by: who asks for it.
        overriding: ids of the requirements that the pair breaks and is to be formed in spite of; the plan
            and its report name them. Binding ones, which are own will, consents and the clearance certificate, cannot
            be overridden: get them, and record them.

    >>> Lock("m1", "p1", reason="worked well last year", by="deputy head", overriding={"grade-gap"})
    Lock('m1', 'p1')
    """

    role = "lock"

    overriding: tuple[str, ...] = field(default=(), converter=_as_rules, metadata=checked(_rules))


@frozen(kw_only=True, repr=False)
class Ban(_OfTwo):
    """This pair is not to be in the plan.

    >>> Ban("m1", "p1", reason="live next door and quarrel", by="class teacher").mentor
    'm1'
    """

    role = "ban"


@frozen
class Minimum:
    """A mentor is to have at least so many mentees; it stands in ``Mentor.minimum``."""

    mentor: str
    at_least: int


@frozen
class Places:
    """A mentor has no more places than these; it stands in ``Mentor.capacity``."""

    mentor: str
    at_most: int


@frozen
class BrokenRules:
    """Requirements that a locked pair breaks, and that its lock does not override.

    Args:
        mentor: id.
        mentee: id.
        rules: ids of the requirements.
        binding: one of them is binding: no lock can override it.
    """

    mentor: str
    mentee: str
    rules: tuple[str, ...]
    binding: bool = False


Demand = Lock | Ban | Minimum | Places | BrokenRules
"""What can be part of a contradiction."""


@frozen(kw_only=True)
class Repair:
    """A change after which the demands of a conflict can all be met; verified.

    Args:
        kind: ``"lower-minimum"``, ``"add-places"``, ``"override"``, ``"lift-ban"`` or ``"drop-lock"``.
        mentor: id.
        mentee: id, where a pair is concerned.
        to: what a minimum must be lowered to at least, or the places raised to.
        rules: what must be overridden.
    """

    kind: str
    mentor: str
    mentee: str | None = None
    to: int | None = None
    rules: tuple[str, ...] = ()

    def text(self, language: Language) -> str:
        """Return what to do as one line."""
        return _WORDS[self.kind][language].format(
            mentor=self.mentor, mentee=self.mentee, to=self.to, rules=", ".join(self.rules)
        )


@frozen(kw_only=True)
class Conflict:
    """Demands that cannot all be met; without any one of them the others can.

    Args:
        demands: at least two, or one minimum that too few may fill.
        reachable: ids of the mentees who may fill the minimums among them; () where none is.
        repairs: changes, each of which is enough, the smallest first.
    """

    demands: tuple[Demand, ...]
    reachable: tuple[str, ...] = ()
    repairs: tuple[Repair, ...]

    def text(self, language: Language, failing: Mapping[str, Text] = MappingProxyType({})) -> str:
        """Return the demands and the repairs as lines.

        Args:
            language: of the lines.
            failing: what is said when a requirement fails, by its id; the id stands where it is not known.
        """
        lines = [_WORDS["conflict" if len(self.demands) > 1 else "impossible"][language]]
        lines += [_INDENT + _said(demand, language, failing) for demand in self.demands]
        if any(isinstance(demand, Minimum) for demand in self.demands):
            lines.append(_INDENT + _WORDS["reachable"][language].format(count=len(self.reachable)))
        lines.append(_WORDS["repairs"][language])
        lines += [_INDENT + repair.text(language) for repair in self.repairs]
        return "\n".join(lines)


def _said(demand: Demand, language: Language, failing: Mapping[str, Text]) -> str:
    """Return a demand as a line, without what the coordinator wrote about it."""
    if isinstance(demand, Minimum):
        return _WORDS["minimum"][language].format(mentor=demand.mentor, count=demand.at_least)
    if isinstance(demand, Places):
        return _WORDS["places"][language].format(mentor=demand.mentor, count=demand.at_most)
    pair = {"mentor": demand.mentor, "mentee": demand.mentee}
    if isinstance(demand, BrokenRules):
        said = [failing[rule][language] if rule in failing else rule for rule in demand.rules]
        rules = "; ".join(one[:1].lower() + one[1:] for one in said)
        return _WORDS["broken"][language].format(**pair, rules=rules)
    return _WORDS["lock" if isinstance(demand, Lock) else "ban"][language].format(**pair)


class NoPlanError(NastavnikError, ValueError):
    """The hard demands contradict each other; ``conflicts`` says which, each with what would help.

    Args:
        conflicts: all of them.
        failing: what is said when a requirement fails, by its id.
    """

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        failing: Mapping[str, Text] = MappingProxyType({}),
    ) -> None:
        self.conflicts = tuple(conflicts)
        self._failing = dict(failing)
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """Return all conflicts as lines in ``language``, headed by their number."""
        lines = [_WORDS["no-plan"][language].format(count=len(self.conflicts))]
        for conflict in self.conflicts:
            lines += [
                _INDENT + line for line in conflict.text(language, self._failing).splitlines()
            ]
        return "\n".join(lines)

    def __reduce__(self) -> tuple[object, ...]:
        return NoPlanError, (self.conflicts, self._failing)
