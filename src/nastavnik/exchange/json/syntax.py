"""What keeps a text from being a JSON document, in the reader's language; Python says it in English."""

import json
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NoReturn

from nastavnik.basics.disclosure import key_told
from nastavnik.basics.limits import LIMITS, OverLimitError, check_nesting
from nastavnik.basics.texts import Text

__all__ = ["TOO_DEEP", "NotJSONError", "parsed"]

TOO_DEEP: Final = Text(en="nested too deeply", ru="слишком глубокая вложенность")

_MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Expecting value": "ожидалось значение",
        "Expecting property name enclosed in double quotes": "ожидался ключ в двойных кавычках",
        "Expecting ':' delimiter": "не хватает двоеточия",
        "Expecting ',' delimiter": "не хватает запятой",
        "Illegal trailing comma before end of object": "лишняя запятая",
        "Illegal trailing comma before end of array": "лишняя запятая",
        "Extra data": "лишнее после конца",
        "Unterminated string starting at": "не закрыта кавычка",
        "Invalid control character at": "недопустимый знак внутри кавычек",
        "Invalid \\escape": "неверный знак после обратной косой черты",
        "Invalid \\uXXXX escape": "неверный код знака",
    }
)
"""What Python's reader says, in Russian."""


class NotJSONError(ValueError):
    """A text that is no JSON document.

    Args:
        why: in both languages.
    """

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def parsed(text: str) -> Any:
    """Return the value that a text is in JSON, without doubled keys and numbers that are none.

    Raises:
        NotJSONError: when it is none.
        OverLimitError: when it is more than is read.

    >>> try:
    ...     parsed('{"a": 1,}')
    ... except NotJSONError as error:
    ...     print(error.why["ru"])
    ожидался ключ в двойных кавычках (строка 1, знак 9)
    """
    if len(text) > LIMITS.file_bytes:
        raise OverLimitError(LIMITS.over("file_bytes"))
    check_nesting(text)
    try:
        return json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_constant)
    except RecursionError:
        raise NotJSONError(TOO_DEEP) from None
    except (NotJSONError, OverLimitError):
        raise
    except json.JSONDecodeError as error:
        said = _MESSAGES.get(error.msg.partition(": ")[0], "ошибка записи")
        where = f"строка {error.lineno}, знак {error.colno}"
        raise NotJSONError(Text(en=str(error), ru=f"{said} ({where})")) from None
    except ValueError as error:  # such as a number of too many digits
        raise NotJSONError(Text(en=str(error), ru="недопустимое число")) from None


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > LIMITS.keys:
        raise OverLimitError(LIMITS.over("keys"))
    result = dict(pairs)
    if len(result) < len(pairs):
        doubled, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise NotJSONError(
            Text(
                en=f"the key {key_told(doubled, 'en')} stands twice in one object",
                ru=f"ключ {key_told(doubled, 'ru')} стоит дважды в одном объекте",
            )
        )
    return result


def _no_constant(name: str) -> NoReturn:
    raise NotJSONError(Text(en=f"{name} is not a JSON number", ru=f"{name} – не число JSON"))
