"""Every single change that may be made to the text of one module, each at its place."""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import field, frozen

from helpers.mutants.operators import Splice, splices_of
from helpers.project import ROOT

__all__ = ["SOURCES", "Change", "changes_of", "modules_of", "text_of"]

SOURCES: Final = ROOT / "src" / "nastavnik"
"""Where the code lies that is changed."""


@frozen
class Change:
    """One change: this part of this module's text becomes another.

    Attributes:
        module: Path from the folder ``src/nastavnik``, with slashes.
        kind: What kind of change it is, one of ``operators``.
        line: Number of the first line that is changed, from 1.
        last: Number of the last one.
        before: What stands there.
        after: What is put in its place.
        within: The first line that is changed, without the blanks around it.
        start: Offset in bytes where ``before`` begins.
    """

    module: str
    kind: str
    line: int
    last: int
    before: str
    after: str
    within: str
    start: int = field(repr=False)

    @property
    def id(self) -> str:
        """Short name of the change, the same as long as the module's text is."""
        said = f"{self.module}:{self.start}:{self.kind}:{self.before}:{self.after}"
        return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()

    def made_in(self, text: str) -> str:
        """Return the module's text with the change made in it."""
        code = text.encode()
        before = self.before.encode()
        if code[self.start : self.start + len(before)] != before:
            raise ValueError(f"{self.module}: another text than the one that was read")
        return (
            code[: self.start] + self.after.encode() + code[self.start + len(before) :]
        ).decode()

    def compiles(self, text: str) -> bool:
        """Return whether what is left can be run at all."""
        try:
            compile(self.made_in(text), "changed", "exec")
        except SyntaxError:
            return False
        return True

    def told(self) -> str:
        """Return the change as one line: where, and what becomes of what."""
        before, after = (" ".join(part.split()) for part in (self.before, self.after))
        at = f"{self.module}:{self.line}"
        return f"{at}  {self.kind}: `{before}` → `{after}`  in  `{self.within}`"


def modules_of(rooms: tuple[str, ...]) -> list[str]:
    """Return the modules of some rooms, or parts of rooms such as ``proof/checker``; all without any.

    Raises:
        LookupError: A room has no module.
    """
    found = [path.relative_to(SOURCES).as_posix() for path in sorted(SOURCES.rglob("*.py"))]
    for room in rooms:
        if not any(_lies_in(module, room) for module in found):
            raise LookupError(f"no module lies in src/nastavnik/{room}")
    return [m for m in found if not rooms or any(_lies_in(m, room) for room in rooms)]


def changes_of(module: str, text: str) -> list[Change]:
    """Return every change of a module's text, in the order of the text; some may leave no code that compiles."""
    starts = _starts_of_lines(text)
    lines = text.splitlines()
    found: dict[tuple[int, str, str], Change] = {}
    for splice in splices_of(ast.parse(text), text):
        change = _change(module, splice, text.encode(), starts, lines)
        if change.before != change.after:
            found.setdefault((change.start, change.before, change.after), change)
    return sorted(found.values(), key=lambda change: (change.start, change.before, change.after))


def _lies_in(module: str, room: str) -> bool:
    return module in {room, f"{room}.py"} or module.startswith(f"{room}/")


def _change(
    module: str, splice: Splice, code: bytes, starts: list[int], lines: list[str]
) -> Change:
    first = max(i for i, start in enumerate(starts) if start <= splice.start)
    last = max(i for i, start in enumerate(starts) if start < max(splice.end, splice.start + 1))
    return Change(
        module=module,
        kind=splice.kind,
        line=first + 1,
        last=last + 1,
        before=code[splice.start : splice.end].decode(),
        after=splice.after,
        within=lines[first].strip(),
        start=splice.start,
    )


def _starts_of_lines(text: str) -> list[int]:
    def starts() -> Iterator[int]:
        at = 0
        for line in text.encode().splitlines(keepends=True):
            yield at
            at += len(line)

    return list(starts())


def text_of(module: str) -> str:
    """Return the text of a module as it stands in the working tree."""
    return Path(SOURCES, module).read_text(encoding="utf-8")
