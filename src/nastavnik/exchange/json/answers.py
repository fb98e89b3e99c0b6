"""What the command line answers, as JSON for other programs: ``nastavnik-answer/1``.

Every answer has the same frame, whatever was asked and however it ended, so that a program looks at ``status`` first
and at ``faults`` next. Nobody's name stands in it: what looks like one is left out of a fault here as in its sentence.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from nastavnik.basics.errors import Fault, shown
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Language, Text
from nastavnik.basics.version import __version__
from nastavnik.exchange.json.asked import Asked, Record
from nastavnik.exchange.json.writer import plain_asked, plain_conflict, plain_record
from nastavnik.programme.round.demands import Conflict

__all__ = ["ANSWER_FORMAT", "answer_to_json", "fault_to_json"]

ANSWER_FORMAT: Final = "nastavnik-answer/1"
"""Format of an answer; the number grows when a reader of the old one could not read the new one."""


def answer_to_json(
    command: str,
    *,
    status: int = 0,
    language: Language = "en",
    answers: Iterable[Asked | Record] = (),
    faults: Iterable[Fault] = (),
    conflicts: Iterable[Conflict] = (),
    plain: bool = False,
    **more: Any,
) -> str:
    r"""Return an answer as JSON text.

    Args:
        command: that was called.
        status: that the call ends with.
        language: of the sentences of faults.
        answers: what was asked and answered, or records of themselves.
        faults: what is wrong with the input or the call.
        conflicts: demands that contradict each other.
        plain: write nothing but ASCII, for a stream that holds no more.
        more: further keys of this command, such as ``counts``.

    >>> told = json.loads(answer_to_json("check", status=2, faults=[Fault("empty-id")]))
    >>> told["status"], told["faults"][0]["code"]
    (2, 'empty-id')
    """
    document: dict[str, Any] = {
        "format": ANSWER_FORMAT,
        "version": __version__,
        "command": command,
        "status": status,
        "answers": [
            plain_asked(one) if isinstance(one, Asked) else plain_record(one) for one in answers
        ],
        "faults": [fault_to_json(fault, language) for fault in faults],
        "conflicts": [plain_conflict(conflict) for conflict in conflicts],
        **more,
    }
    return json.dumps(document, ensure_ascii=plain, indent=1, allow_nan=False)


def fault_to_json(fault: Fault, language: Language) -> dict[str, Any]:
    """Return a fault as JSON value: code, place, details, and the sentence that people read.

    >>> fault_to_json(Fault("not-yes-no", value="ага", field="agreed"), "ru")["message"]
    'agreed: «ага» – не «да» и не «нет»'
    """
    role, ident = fault.subject or (None, None)
    place = {} if fault.place is None else attrs.asdict(fault.place)
    return {
        "code": fault.code,
        "message": fault.text(language),
        "role": role,
        "id": None if ident is None else _visible(ident, language),
        "field": fault.field,
        "place": {key: value for key, value in place.items() if value is not None},
        "details": _details(fault.details, language),
        "advice": fault.advice,
    }


def _details(details: Mapping[str, object], language: Language) -> dict[str, Any]:
    return {key: _detail(value, language) for key, value in details.items()}


def _detail(value: object, language: Language) -> Any:
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Text):
        return value[language]
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [_detail(item, language) for item in value]
        return sorted(items, key=str) if isinstance(value, (set, frozenset)) else items
    return _visible(str(value), language)


def _visible(text: str, language: Language) -> str | None:
    """Return a text as a message would show it, or None where it would not for it looks like a name."""
    told = shown(text, language)
    return None if told == PLACES["not-shown"][language] else told[1:-1]
