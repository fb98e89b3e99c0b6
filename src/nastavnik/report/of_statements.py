"""What the coordinator is told of statements to be completed: if it is so, tick it; never to make it so."""

from collections.abc import Sequence
from typing import Final

from nastavnik.programme.evidence import Statement
from nastavnik.programme.round.statements import YES_NO
from nastavnik.report.passage import Line
from nastavnik.report.voice import Voice

__all__ = ["completing"]

_FEW: Final = 2
"""Numbers that follow each other and are named one by one."""


def completing(statements: Sequence[Statement], gain: str, voice: Voice) -> Line:
    """Return what would be, if statements of one person or of one kind were so.

    Args:
        statements: at least one.
        gain: what they would bring, in words.
        voice: says it.
    """
    first = statements[0]
    side = first.side.value
    if len(statements) == 1:
        whose = voice.say(f"whose-{side}", id=voice.who(first.id))
        return Line(_said("complete", first, voice, whose=whose, gain=gain))
    if len({one.id for one in statements}) == 1:
        whose = voice.say(f"whose-{side}", id=voice.who(first.id))
        below = [Line(_said("several", one, voice)) for one in statements]
        return Line(voice.say("complete-several", whose=whose, gain=gain), below)
    whose = voice.say(f"whose-{side}s", count=len(statements))
    if len({one.values for one in statements}) == 1:
        ids = voice.ids(tuple(one.id for one in statements))
        return Line(_said("complete-all", first, voice, whose=whose, ids=ids, gain=gain))
    below = [
        Line(voice.say("complete-each-one", id=voice.who(one.id), values=_values(one, voice)))
        for one in statements
    ]
    label = voice.label(first.path)
    return Line(voice.say("complete-each", whose=whose, label=label, gain=gain), below)


def _said(how: str, one: Statement, voice: Voice, **values: object) -> str:
    """Return the sentence of a field that has one of its own, or the one for all others."""
    if one.path in YES_NO:
        return voice.say(f"{how}-{one.path.rpartition('.')[2]}", **values)
    return voice.say(
        f"{how}-other", label=voice.label(one.path), values=_values(one, voice), **values
    )


def _values(one: Statement, voice: Voice) -> str:
    """Return the values, of which any one is enough."""
    numbers = [value for value in one.values if isinstance(value, int)]
    if len(numbers) > _FEW and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return voice.say("from-to", first=numbers[0], last=numbers[-1])
    path = f"{one.side.value}.{one.path}"
    *most, last = (voice.value(path, value) for value in one.values)
    return voice.say("or", most=", ".join(most), last=last) if most else last
