"""What the command line answers, as JSON for other programs: ``nastavnik-answer/1``.

Every answer has the same frame, whatever was asked and however it ended, so that a program looks at ``status`` first
and at ``faults`` next. What the sentence of a fault does not repeat, its record does not either.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Language
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
    values: bool = False,
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
        values: whoever reads this may see every value that is wrong.
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
        "faults": [fault_to_json(fault, language, values=values) for fault in faults],
        "conflicts": [plain_conflict(conflict) for conflict in conflicts],
        **more,
    }
    return json.dumps(document, ensure_ascii=plain, indent=1, allow_nan=False)


def fault_to_json(fault: Fault, language: Language, *, values: bool = False) -> dict[str, Any]:
    """Return a fault as JSON value: code, place, details, and the sentence that people read.

    Args:
        fault: the fault.
        language: of its sentence.
        values: whoever reads this may see every value; else what is not known to be harmless is null.

    >>> fault_to_json(Fault("not-yes-no", value="ага", field="agreed"), "ru")["message"]
    'agreed: «ага» – не «да» и не «нет»'
    >>> fault_to_json(Fault("not-yes-no", value="Ася", field="agreed"), "ru")["details"]
    {'value': None}
    """
    role, _ = fault.subject or (None, None)
    shown = {} if fault.place is None else fault.place.shown(language, values=values)
    row = None if fault.place is None else fault.place.row
    return {
        "code": fault.code,
        "message": fault.text(language, values=values),
        "role": role,
        "id": fault.ident_shown(values=values),
        "field": fault.field_shown(language, values=values) or None,
        "place": {key: value for key, value in {**shown, "row": row}.items() if value is not None},
        "details": {
            name: fault.detail_shown(name, language, values=values) for name in fault.details
        },
        "advice": fault.advice_shown(language, values=values),
    }
