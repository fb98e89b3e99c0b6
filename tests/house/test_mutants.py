"""The tool that changes the code and sees whether the tests notice: what it changes, and two of known outcome."""

from pathlib import Path
from typing import Any

import pytest

from helpers.mutants.changes import SOURCES, Change, changes_of, modules_of, text_of
from helpers.mutants.equivalents import EQUIVALENTS, Equivalent
from helpers.mutants.reach import Reach
from helpers.mutants.trials import Outcome, tried

MODULE = '''"""Says how many."""
__all__ = ["least", "other"]
LIMITS = {"low": 1, "high": 9}
def least(people, low, *, most=3):
    """Return 1 or 2."""
    if not people and low < 2:
        raise ValueError(f"{low + 1}")
    found = [one.age for one in people if one.grade is None or one.age > low]
    assert low > 0
    return min(sorted(found), default=-1) if any(found) else other(low, most, both=True)
'''


def test_every_kind_of_slip_is_made() -> None:
    """Each on one place alone; docstrings, texts, asserts, annotations and ``__all__`` stay as they are."""
    made = {(one.kind, one.before, one.after) for one in changes_of("m.py", MODULE)}
    assert {
        ("entry removed", '"low": 1, ', ""),
        ("entry removed", ', "high": 9', ""),
        ("number", "9", "10"),
        ("number", "3", "4"),
        ("guard removed", "not people and low < 2", "False"),
        ("not dropped", "not people", "people"),
        ("and/or", "and", "or"),
        ("condition dropped", "not people and low < 2", "((low < 2))"),
        ("comparison", "<", "<="),
        ("comparison", ">", ">="),
        ("comparison", "is", "is not"),
        ("statement removed", 'raise ValueError(f"{low + 1}")', "pass"),
        ("another field", "one.age", "one.grade"),
        ("filter dropped", "one.grade is None or one.age > low", "True"),
        ("call", "any", "all"),
        ("call", "min", "max"),
        ("order dropped", "sorted(found)", "list(found)"),
        ("minus dropped", "-1", "1"),
        ("argument dropped", ", both=True", ""),
        ("arguments swapped", "low, most", "most, low"),
        ("truth", "True", "False"),
    } <= made
    assert ("other branch", "other(low, most, both=True)") in {
        (kind, after[1:-1]) for kind, _, after in made
    }
    lines = {one.line for one in changes_of("m.py", MODULE)}
    assert lines.isdisjoint({1, 2, 5, 9}), "docstrings, names of the module, asserts"
    assert not [one for one in changes_of("m.py", MODULE) if one.before == "+"], "texts"


def test_a_change_leaves_all_else() -> None:
    """The lines stay where they were, and the text is the same but for the one place; Russian letters count as one."""
    text = 'NAME = "Ася"; LIMIT = len(NAME) > 2\n' + MODULE
    for one in changes_of("m.py", text):
        changed = one.made_in(text)
        assert changed != text
        head, tail = text.encode()[: one.start].decode(), one.after
        assert changed.startswith(head + tail)
        assert text.startswith(head + one.before)
        assert changed.removeprefix(head + tail) == text.removeprefix(head + one.before)


def test_a_room_is_one_of_the_source() -> None:
    assert set(modules_of(("rules", "proof/checker"))) < set(modules_of(()))
    assert modules_of(("rules/verdict",)) == ["rules/verdict.py"]
    with pytest.raises(LookupError, match="src/nastavnik/kitchen"):
        modules_of(("kitchen",))


@pytest.mark.parametrize("one", EQUIVALENTS, ids=lambda one: f"{one.module}: {one.within}")
def test_what_cannot_be_noticed_is_still_in_the_code(one: Equivalent) -> None:
    """Each is a change that the tool would make today, and says why nothing is otherwise."""
    assert (SOURCES / one.module).is_file()
    assert any(one.is_of(change) for change in changes_of(one.module, text_of(one.module)))
    assert len(one.reason.split()) > 3


def test_what_is_noticed_and_what_survives(tmp_path: Path) -> None:
    """A test of marks fails when they are compared the wrong way, and passes when it is not said that two differ."""
    module = "exchange/tables/cells/marks.py"
    text = text_of(module)
    test = "tests/exchange/test_tables_marks.py::test_marks_are_listed"
    compared = _only(module, "if found.setdefault(compared(subject), read)[1] != mark:", "==")
    told = _only(module, 'faults.append(Fault("doubled-mark", value=subject))', "pass")
    reach = Reach((_reached(module, test),))
    trials = tried([compared, told], reach, tmp_path, jobs=1, seconds=60)
    found = {one.change: (one.outcome, one.tests, one.by) for one in trials}
    assert found == {
        compared: (Outcome.NOTICED, 1, test),
        told: (Outcome.SURVIVED, 1, ""),
    }
    assert text_of(module) == text, "the working tree is never touched"


def _only(module: str, within: str, after: str) -> Change:
    changes = changes_of(module, text_of(module))
    (found,) = [one for one in changes if (one.within, one.after) == (within, after)]
    return found


def _reached(module: str, test: str) -> dict[str, Any]:
    """Return what a file of tests would keep in which one test reaches every line of a module."""
    size = text_of(module).count("\n")
    return {
        "file": test.partition("::")[0],
        "texts": {},
        "seconds": {test: 0.1},
        "failed": [],
        "sets": [[f"{test}|call"]],
        "lines": {module: {str(line): 0 for line in range(1, size + 1)}},
    }
