"""JSON text to people, plans and evidence: nothing is converted silently, and all faults are found at once."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.kept import Kept
from nastavnik.basics.limits import LIMITS, OverLimitError, bytes_of
from nastavnik.basics.places import Place
from nastavnik.basics.system_errors import reason_of
from nastavnik.basics.texts import Text
from nastavnik.exchange.json.asked import Asked, kind_of
from nastavnik.exchange.json.converter import exactly, structured, structured_list
from nastavnik.exchange.json.located import at, not_json, unknown_keys
from nastavnik.exchange.json.strangers import strangers_in
from nastavnik.exchange.json.syntax import NotJSONError, parsed
from nastavnik.exchange.json.writer import COHORT_FORMAT, PLAN_FORMAT, derived_from
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort, faults_in, faults_under

__all__ = ["cohort_from_json", "evidence_from_json", "plan_from_json", "read_content", "read_json"]

_CROWDED_OUT: Final = kind_of(CrowdedOut)

ReadT = TypeVar("ReadT")

_NOT_UTF8: Final = Text(en="not UTF-8", ru="не в UTF-8")


def cohort_from_json(
    text: str, *, file: str = "cohort.json", methodology: Methodology | None = None
) -> Cohort:
    """Return the people of a JSON text.

    Args:
        text: as written by ``cohort_to_json``, or by a platform; display names may be given.
        file: what faults call the text.
        methodology: also check that it knows their categories, tasks and positions.

    Raises:
        InvalidInputError: with every fault, each with the path to its value.

    >>> from nastavnik import Mentee, Mentor, Pupil
    >>> from nastavnik.exchange.json import cohort_to_json
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    >>> cohort_from_json(cohort_to_json(cohort)) == cohort
    True
    """
    document = _document(text, file, COHORT_FORMAT)
    faults: list[Fault] = Kept(LIMITS.faults)
    mentees = structured_list(document, "mentees", Mentee, file, faults)
    mentors = structured_list(document, "mentors", Mentor, file, faults)
    faults += unknown_keys(document, ("format", "mentees", "mentors"), file=file, path="$")
    if not faults:
        whole = list(faults_in(mentees, mentors))
        if methodology is not None:
            whole += faults_under(methodology, mentees, mentors)
        paths = {
            (role.role, role.id): f"$.{role.role}s[{index}]"
            for roles in (mentees, mentors)
            for index, role in enumerate(roles)
        }
        faults = Kept(LIMITS.faults)
        faults += (at(file, f"{paths[f.subject]}.{f.field}", f) if f.subject else f for f in whole)
    if faults:
        raise InvalidInputError(faults)
    return Cohort(mentees=mentees, mentors=mentors)


def plan_from_json(text: str, *, file: str = "plan.json") -> MatchingPlan:
    """Return the plan of a JSON text; ``groups``, ``counts`` and any evidence are checked against it.

    Args:
        text: as written by ``plan_to_json``.
        file: what faults call the text.

    Raises:
        InvalidInputError: with every fault, each with the path to its value.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil, match
    >>> from nastavnik.exchange.json import plan_to_json
    >>> plan = match(Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))]))
    >>> plan_from_json(plan_to_json(plan)) == plan
    True
    """
    return _plan_and_evidence(text, file)[0]


def evidence_from_json(text: str, *, file: str = "plan.json") -> tuple[Asked, ...]:
    """Return the evidence that stands beside the plan of a JSON text, () where there is none.

    All mentees and mentors that it names are of the plan, but for newcomers. Whether what it says of them is true can
    be known only from the people and the rules.

    Args:
        text: as written by ``plan_to_json``.
        file: what faults call the text.

    Raises:
        InvalidInputError: with every fault of plan and evidence, each with the path to its value.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil, match
    >>> from nastavnik.exchange.json import plan_to_json
    >>> plan = match(Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))]))
    >>> asked = Asked(plan.explain_mentor("a"), mentor="a")
    >>> evidence_from_json(plan_to_json(plan, evidence=[asked])) == (asked,)
    True
    """
    return _plan_and_evidence(text, file)[1]


def read_json(path: str | Path, read: Callable[..., ReadT]) -> ReadT:
    """Read a file with ``cohort_from_json``, ``plan_from_json`` or ``evidence_from_json``.

    Args:
        path: of the file.
        read: one of the three.

    Raises:
        InvalidInputError: when it is missing, is no UTF-8 text, or holds what ``read`` refuses.

    >>> read_json("nowhere/plan.json", plan_from_json)
    Traceback (most recent call last):
    nastavnik.basics.errors.InvalidInputError: Faults in the input: 1
      nowhere/plan.json: there is no such file; check its name and folder
    """
    path = Path(path)
    place = Place(file=str(path))
    try:
        content = bytes_of(path)
    except OverLimitError as error:
        raise InvalidInputError([error.fault.moved(place=place)]) from None
    except FileNotFoundError:
        raise InvalidInputError([Fault("no-file", place=place)]) from None
    except IsADirectoryError:
        raise InvalidInputError([Fault("not-a-file", place=place)]) from None
    except OSError as error:
        raise InvalidInputError(
            [Fault("unreadable", place=place, value=reason_of(error))]
        ) from None
    return read_content(content, read, file=str(path))


def read_content(content: bytes, read: Callable[..., ReadT], *, file: str) -> ReadT:
    """Read what a file holds, as ``read_json`` does.

    Args:
        content: of the file.
        read: as there.
        file: what faults call it.

    Raises:
        InvalidInputError: when it is no UTF-8 text, or holds what ``read`` refuses.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        fault = Fault("not-json", place=Place(file=file), value=_NOT_UTF8)
        raise InvalidInputError([fault]) from None
    return read(text.replace("\r\n", "\n").replace("\r", "\n"), file=file)


# A document and its parts.


def _document(text: str, file: str, expected: str) -> dict[str, Any]:
    try:
        document = parsed(text)
    except OverLimitError as error:
        raise InvalidInputError([error.fault.moved(place=Place(file=file))]) from None
    except NotJSONError as error:
        raise InvalidInputError([not_json(file, error.why)]) from None
    if not isinstance(document, dict):
        raise InvalidInputError([at(file, "$", Fault("not-an-object"))])
    if document.get("format") != expected:
        fault = Fault("wrong-format", value=document.get("format"), expected=expected)
        raise InvalidInputError([at(file, "$.format", fault)])
    return document


def _plan_and_evidence(text: str, file: str) -> tuple[MatchingPlan, tuple[Asked, ...]]:
    """Read both, and hold the evidence against the plan; faults of both come at once."""
    document = _document(text, file, PLAN_FORMAT)
    faults: list[Fault] = []
    asked: list[Asked] = []
    if "evidence" in document:
        asked = structured_list(document, "evidence", Asked, file, faults)
        del document["evidence"]
    plan: MatchingPlan | None = None
    try:
        plan = _plan(document, file)
    except InvalidInputError as error:
        faults = [*error.faults, *faults]
    if plan is not None and not faults:  # places of records hold only while all of them are there
        faults = strangers_in(plan, asked, file)
    if faults:
        raise InvalidInputError(faults)
    assert plan is not None
    return plan, tuple(asked)


def _plan(document: dict[str, Any], file: str) -> MatchingPlan:
    absent = [name for name in ("counts", "groups", "crowds") if name not in document]
    if absent:
        raise InvalidInputError([at(file, "$", Fault("missing-key", value=n)) for n in absent])
    derived = {name: document.pop(name) for name in ("counts", "groups")}
    if "demands_digest" in document:  # earlier versions wrote none
        derived["demands_digest"] = document.pop("demands_digest")
    document.pop("format")
    _put_crowds(document, file)
    plan = structured(document, MatchingPlan, file, "$")
    _check_prices(document["certificate"], plan, file)
    true = derived_from(plan)
    wrong = [name for name, value in derived.items() if not _same(value, true[name])]
    if wrong:
        raise InvalidInputError([at(file, f"$.{name}", Fault("not-derived")) for name in wrong])
    return plan


def _same(value: object, other: object) -> bool:
    """Return whether two JSON values are the same; true is not 1, nor is 1.0."""
    return json.dumps(value, sort_keys=True) == json.dumps(other, sort_keys=True)


def _put_crowds(document: dict[str, Any], file: str) -> None:
    """Put the crowds, each of which stands once, where reasons name them by their numbers."""
    faults: list[Fault] = []
    crowds = structured_list(document, "crowds", CrowdedOut, file, faults)
    if faults:
        raise InvalidInputError(faults)
    del document["crowds"]
    faults = list(_doubled(crowds, file))
    unmatched = document.get("unmatched")
    used: set[int] = set()
    for index, left in enumerate(unmatched if isinstance(unmatched, list) else ()):
        reason = left.get("reason") if isinstance(left, dict) else None
        if not isinstance(reason, dict) or reason.get("kind") != _CROWDED_OUT:
            continue
        wrong = list(_wrong_reference(reason, len(crowds), file, f"$.unmatched[{index}].reason"))
        faults += wrong
        if not wrong:
            used.add(reason["crowd"])
            left["reason"] = crowds[reason["crowd"]]
    if not faults:
        unused = sorted(set(range(len(crowds))) - used)
        faults = [at(file, f"$.crowds[{index}]", Fault("unused-crowd")) for index in unused]
    if faults:
        raise InvalidInputError(faults)


def _doubled(crowds: Sequence[CrowdedOut], file: str) -> Iterator[Fault]:
    first: dict[CrowdedOut, int] = {}
    for index, crowd in enumerate(crowds):
        if (other := first.setdefault(crowd, index)) != index:
            yield at(file, f"$.crowds[{index}]", Fault("doubled-crowd", other=other))


def _wrong_reference(
    reason: Mapping[str, Any], crowds: int, file: str, path: str
) -> Iterator[Fault]:
    """Yield what is wrong with a reason that should name a crowd by its number."""
    yield from unknown_keys(reason, ("kind", "crowd"), file=file, path=path)
    if "crowd" not in reason:
        yield at(file, path, Fault("missing-key", value="crowd"))
        return
    try:
        exactly(int)(reason["crowd"], None)
    except Fault as fault:
        yield at(file, f"{path}.crowd", fault)
        return
    if not 0 <= reason["crowd"] < crowds:
        outside = Fault("out-of-range", value=reason["crowd"], low=0, high=crowds - 1)
        yield at(file, f"{path}.crowd", outside)


def _check_prices(goals: list[dict[str, Any]], plan: MatchingPlan, file: str) -> None:
    """Check that the prices are those of just the people of the plan."""
    mentees = sorted([*(p.mentee for p in plan.pairs), *(u.mentee for u in plan.unmatched)])
    faults = [
        at(file, f"$.certificate[{index}].{side}", Fault("not-prices"))
        for index, goal in enumerate(goals)
        for side, ids in (("mentees", mentees), ("mentors", list(plan.places)))
        if list(goal[side]) != ids
    ]
    if faults:
        raise InvalidInputError(faults)
