"""What is said of cases that were held against the rules, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text

__all__ = ["OF_CASES"]

OF_CASES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "cases-all": Text(
            en="Cases: {cases}. All of them come out as expected.",
            ru="Случаев: {cases}. Все – как ожидалось.",
        ),
        "cases-some": Text(
            en="Cases: {cases}. Otherwise than expected: {wrong}.",
            ru="Случаев: {cases}. Не так, как ожидалось: {wrong}.",
        ),
        "case-at": Text(en="{place}: {name}", ru="{place}: {name}"),
        "case-no-pair": Text(
            en="A pair is expected, and it may not be formed:",
            ru="Ожидалась пара, а составить её нельзя:",
        ),
        "case-pair": Text(
            en="No pair is expected, and it may be formed: {form}, {role_model}.",
            ru="Пары не ожидалось, а она возможна: {form}, {role_model}.",
        ),
        "case-no-form": Text(
            en="No form joins the positions of the two.",
            ru="Такой пары нет ни в одной форме наставничества.",
        ),
        "case-form": Text(
            en="Form expected: {expected}. It is: {found}.",
            ru="Ожидалась форма: {expected}. На деле: {found}.",
        ),
        "case-role_model": Text(
            en="Role model expected: {expected}. It is: {found}.",
            ru="Ожидалась ролевая модель: {expected}. На деле: {found}.",
        ),
        "case-points": Text(
            en="Points expected: {expected}. There are: {found}.",
            ru="Ожидалось баллов: {expected}. Вышло: {found}.",
        ),
        "case-failed": Text(
            en="Expected to fail: {expected}. What fails: {found}.",
            ru="Ожидаемые препятствия: {expected}. На деле: {found}.",
        ),
        "case-nothing": Text(en="nothing", ru="нет"),
        "case-requirement": Text(en="{said} ({rule})", ru="{said} ({rule})"),
    }
)
"""Phrases by key."""
