"""Ids that look alike and are not: «М1» with a Russian letter for «M1» with a Latin one."""

from collections.abc import Iterable, Mapping

from nastavnik.basics.errors import Fault
from nastavnik.basics.words import compared, lookalike

__all__ = ["by_look", "look_of_another"]


def by_look(ids: Iterable[str]) -> Mapping[str, str]:
    """Return ids by what the eye compares of them.

    >>> by_look(["M1"])[lookalike("М1")]
    'M1'
    """
    return {lookalike(ident): ident for ident in ids}


def look_of_another(ident: str, looks: Mapping[str, str]) -> Fault | None:
    """Return the fault of an id that is nobody's and looks like somebody's, with letters of the other alphabet.

    >>> fault = look_of_another("М1", by_look(["M1"]))
    >>> fault.code, fault.details["letters"], fault.advice
    ('id-in-russian', ['М'], 'M1')
    """
    alike = looks.get(lookalike(ident))
    if alike is None or compared(alike) == compared(ident):
        return None
    pairs = zip(ident, alike, strict=False)
    letters = list(dict.fromkeys(a for a, b in pairs if a.casefold() != b.casefold()))
    code = "id-in-latin" if "".join(letters).isascii() else "id-in-russian"
    return Fault(code, value=ident, letters=letters, advice=alike)
