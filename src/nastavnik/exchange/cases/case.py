"""What a case is, and what becomes of its two people under the rules."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from attrs import field, frozen

from nastavnik.basics.places import Place
from nastavnik.matching.match import match
from nastavnik.methodology.changes import NO_CHANGES, RuleChanges
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence import Chosen, Failed, Inadmissible
from nastavnik.programme.round.cohort import Cohort

__all__ = ["Case", "Difference", "Expected", "Outcome", "outcome_of"]

Part = Literal["pair", "form", "role_model", "points", "failed"]
"""What can be expected of two people."""


def _ids(names: "frozenset[str] | None") -> "frozenset[str] | None":
    return None if names is None else frozenset(names)


@frozen(kw_only=True)
class Expected:
    """What is expected of two people; of what is None nothing is expected.

    Args:
        pair: whether they may be paired.
        form: id of the form.
        role_model: id of the role model: of the pair, or of the one that comes nearest where there is none.
        points: all points of the pair, each times its weight.
        failed: ids of the requirements that fail under the role model that comes nearest, all of them.
    """

    pair: bool
    form: str | None = None
    role_model: str | None = None
    points: int | None = None
    failed: frozenset[str] | None = field(default=None, converter=_ids)


@frozen(kw_only=True)
class Case:
    """Two people under a methodology, and what is expected of them.

    Args:
        name: what the case shows, in one sentence.
        place: where it stands.
        mentor: the one.
        mentee: the other.
        expected: what is expected.
        on: the day for which it is; ages are told for it from birth dates.
        changes: of the rules, for this case alone.
        covers: what it is an example of: statements of the founding text, ids of rules, signs, categories …
    """

    name: str
    place: Place
    mentor: Mentor
    mentee: Mentee
    expected: Expected
    on: date | None = None
    changes: RuleChanges = NO_CHANGES
    covers: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Difference:
    """Something that is otherwise than expected.

    Args:
        part: of what is expected.
        expected: what it should be; of requirements their ids in the order of the alphabet.
        found: what it is.
    """

    part: Part
    expected: bool | int | str | tuple[str, ...] | None
    found: bool | int | str | tuple[str, ...] | None


@frozen(kw_only=True)
class Outcome:
    """What became of the two people of a case.

    Args:
        pair: whether they may be paired.
        form: id of the form, or of the one in which the least stands in the way; None where none joins the positions.
        role_model: id of its role model.
        points: all points of the pair, each times its weight; None where there is no pair.
        failed: requirements that fail.
        gains: ids of the preferences that give points.
    """

    pair: bool
    form: str | None
    role_model: str | None
    points: int | None
    failed: tuple[Failed, ...] = ()
    gains: tuple[str, ...] = ()

    def differences(self, expected: Expected) -> Iterator[Difference]:
        """Yield what is otherwise than expected: of a pair where there should be none, and the reverse, just that.

        >>> found = Outcome(pair=True, form="pupil-pupil", role_model="peer-peer", points=300)
        >>> list(found.differences(Expected(pair=True, points=200)))
        [Difference(part='points', expected=200, found=300)]
        """
        if self.pair != expected.pair:
            yield Difference(part="pair", expected=expected.pair, found=self.pair)
            return
        if expected.form is not None and expected.form != self.form:
            yield Difference(part="form", expected=expected.form, found=self.form)
        if expected.role_model is not None and expected.role_model != self.role_model:
            yield Difference(part="role_model", expected=expected.role_model, found=self.role_model)
        if expected.points is not None and expected.points != self.points:
            yield Difference(part="points", expected=expected.points, found=self.points)
        failed = {one.rule for one in self.failed}
        if expected.failed is not None and expected.failed != failed:
            yield Difference(
                part="failed",
                expected=tuple(sorted(expected.failed)),
                found=tuple(sorted(failed)),
            )


def outcome_of(case: Case, methodology: Methodology) -> Outcome:
    """Return what becomes of the two people of a case, if they are all there are.

    Args:
        case: the case.
        methodology: the rules, without the changes that the case makes.

    Raises:
        InvalidInputError: when the two do not fit together, or the rules cannot be changed so.
        RuleError: when a rule fails.

    >>> from nastavnik import TARGET_MODEL, Pupil
    >>> place = Place(file="cases.toml")
    >>> two = {"mentor": Mentor(Pupil("a", grade=9)), "mentee": Mentee(Pupil("b", grade=9))}
    >>> case = Case(name="Of one grade.", place=place, expected=Expected(pair=False), **two)
    >>> "grade-gap" in {one.rule for one in outcome_of(case, TARGET_MODEL).failed}
    True
    """
    rules = methodology.changed(case.changes) if case.changes else methodology
    cohort = Cohort(mentees=[case.mentee], mentors=[case.mentor])
    plan = match(cohort, methodology=rules)
    evidence = plan.explain(case.mentee.id, case.mentor.id)
    if isinstance(evidence, Chosen):
        return Outcome(
            pair=True,
            form=evidence.form,
            role_model=evidence.role_model,
            points=evidence.score,
            gains=tuple(name for name, points in evidence.points.items() if points),
        )
    assert isinstance(evidence, Inadmissible)  # of two people, one pair is all there can be
    return Outcome(
        pair=False,
        form=evidence.form,
        role_model=evidence.role_model,
        points=None,
        failed=evidence.failed,
    )
