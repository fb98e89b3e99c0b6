"""Texts in TOML, as people write them by hand: read with the row of what is wrong, in both languages.

The settings, a map of headings and the changes of rules are such texts. What Python's reader says of a fault is in
English; most of it comes from a forgotten quotation mark, which the sentences name.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.limits import (
    LIMITS,
    OverLimitError,
    bytes_of,
    check_depth,
    check_names,
    check_nesting,
)
from nastavnik.basics.places import Place
from nastavnik.basics.system_errors import reason_of
from nastavnik.basics.texts import Text

__all__ = ["toml_file", "toml_of"]

_AT: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")

_MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Invalid value": "нет значения, или текст стоит без кавычек",
        "Invalid statement": "эта строка не читается",
        "Expected '=' after a key": "после имени нет знака «=»",
        "Expected newline or end of document after a statement": "после значения стоит лишнее",
        "Cannot overwrite a value": "это имя уже стоит выше; каждое пишут один раз",
        "Cannot declare": "этот раздел уже есть",
        "Unclosed array": "не закрыта квадратная скобка",
        "Unclosed inline table": "не закрыта фигурная скобка",
        'Expected "': "не закрыта кавычка",
        "Expected \"'": "не закрыта кавычка",
        "Unterminated string": "не закрыта кавычка",
        "Illegal character": "недопустимый знак",
        "Expected ']'": "не закрыта квадратная скобка",
        "Unescaped": "перед обратной косой чертой нужна ещё одна",
        "Duplicate inline table key": "одно имя стоит дважды",
    }
)
"""What Python's reader begins with, in Russian; what follows there may quote the text and is not told."""

_TOO_DEEP: Final = Text(
    en="too many brackets inside one another", ru="слишком много вложенных скобок"
)

_UNREAD: Final = Text(en="this line cannot be read", ru="эта строка не читается")

_NO_NUMBER: Final = Text(en="a number or date that is none", ru="недопустимое число или дата")


def toml_file(path: Path, name: str) -> dict[str, Any]:
    """Return what a file says; messages call it ``name``.

    Raises:
        InvalidInputError: when it is not there, cannot be read, or is no TOML.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "rules.toml"
    >>> _ = path.write_text("[parameters]", encoding="utf-8")
    >>> toml_file(path, "rules.toml")
    {'parameters': {}}
    """
    place = Place(file=name)
    try:
        text = bytes_of(path, "toml_bytes").decode("utf-8-sig")
    except OverLimitError as error:
        raise InvalidInputError([error.fault.moved(place=place)]) from None
    except FileNotFoundError:
        raise InvalidInputError([Fault("no-file", place=place)]) from None
    except IsADirectoryError:
        raise InvalidInputError([Fault("not-a-file", place=place)]) from None
    except OSError as error:
        raise InvalidInputError(
            [Fault("unreadable", place=place, value=reason_of(error))]
        ) from error
    except UnicodeDecodeError:
        raise InvalidInputError([Fault("not-utf-8", place=place)]) from None
    return toml_of(text, name)


def toml_of(text: str, name: str) -> dict[str, Any]:
    r"""Return what a text says; messages call it ``name``.

    Raises:
        InvalidInputError: when it is no TOML; with the row, where it is known.

    >>> try:
    ...     toml_of('one = 1\ntwo = "', "rules.toml")
    ... except InvalidInputError as error:
    ...     print(error.faults[0].place.row, error.faults[0].details["value"]["ru"])
    2 не закрыта кавычка
    """
    if len(text) > LIMITS.toml_bytes:
        raise InvalidInputError([LIMITS.over("toml_bytes").moved(place=Place(file=name))])
    try:
        check_nesting(text)
        check_names(text)
        said = tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
        check_depth(said)
    except OverLimitError as error:
        raise InvalidInputError([error.fault.moved(place=Place(file=name))]) from None
    except tomllib.TOMLDecodeError as error:
        found = str(error)
        line = _AT.search(found)
        row = int(line[1]) if line and line[1] else text.count("\n") + 1
        why = _AT.sub("", found)
        known = (Text(en=en, ru=ru) for en, ru in _MESSAGES.items() if why.startswith(en))
        value = next(known, _UNREAD)  # the rest of what Python says may quote the text
    except (RecursionError, ValueError) as error:  # such as a number of too many digits
        deep = isinstance(error, RecursionError)
        row, value = None, _TOO_DEEP if deep else _NO_NUMBER
    else:
        return said
    raise InvalidInputError([Fault("not-toml", place=Place(file=name, row=row), value=value)])
