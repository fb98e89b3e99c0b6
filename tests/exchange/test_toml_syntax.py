"""Texts in TOML that people write by hand: what is wrong is told with its row, in both languages."""

import re
from pathlib import Path

import pytest

from nastavnik import InvalidInputError
from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Text
from nastavnik.exchange.toml_syntax import toml_file, toml_of


def fault_of(text: str) -> Fault:
    """Return the one fault of a text."""
    with pytest.raises(InvalidInputError) as caught:
        toml_of(text, "some.toml")
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(
    ("text", "row", "why"),
    [
        ('one = 1\ntwo = "x', 2, "не закрыта кавычка"),
        ("one = 'x", 1, "не закрыта кавычка"),
        ("one = '''x", 1, "не закрыта кавычка"),
        ("one", 1, "нет знака «=»"),
        ("one = да", 1, "без кавычек"),
        ("\n\none = [1 2]", 3, "не закрыта квадратная скобка"),
        ("one = {a = 1", 1, "не закрыта фигурная скобка"),
        ("one = 1 2", 1, "после значения стоит лишнее"),
        ("one = 1\none = 2", 2, "один раз"),
        ("[one]\n[one]", 2, "этот раздел уже есть"),
        (r'one = "C:\path"', 1, "перед обратной косой чертой"),
        ("one = {a = 1, a = 2}", 1, "одно имя стоит дважды"),
        ("[one", 1, "не закрыта квадратная скобка"),
    ],
)
def test_what_is_wrong_is_told_with_its_row(text: str, row: int, why: str) -> None:
    fault = fault_of(text)
    said = fault.details["value"]
    assert fault.place is not None
    assert (fault.code, fault.place.file, fault.place.row) == ("not-toml", "some.toml", row)
    assert isinstance(said, Text)
    assert why in said["ru"]
    assert not re.search("[a-z]{3}", said["ru"])


@pytest.mark.parametrize(
    ("text", "code"),
    [("one = " + "[" * 100_000, "over-depth"), ("one = " + "9" * 10_000, "not-toml")],
)
def test_what_is_too_deep_or_too_long_is_refused(text: str, code: str) -> None:
    assert fault_of(text).code == code


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_computer(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "some.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ends.join(("one = 1", "two = 2")).encode())
    assert toml_file(path, path.name) == {"one": 1, "two": 2}
