"""What is said, as lines with lines below them; the same in plain text, Markdown and HTML.

Every line is plain text: whatever in it could be taken for Markdown or HTML, such as an id ``<b>``, is escaped and
shows as it was typed. Needs markdown-it-py for HTML: ``pip install nastavnik[report]``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import field, frozen

__all__ = ["Line", "Passage"]

_INDENT: Final = "  "

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>&~$|#]")
"""What Markdown, GitHub's among it, may take for a mark anywhere in a line."""

_START: Final = re.compile(r"^(\d*)([-+=.)])")
"""What it takes for a list, a heading or a rule at the start of a line."""


def _plain(text: str) -> str:
    """Return a text of one line: controls and hidden characters written out, every kind of space a space."""
    return "".join(map(_shown, text)).strip()


def _shown(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode()


def _lines(lines: Iterable["Line"]) -> tuple["Line", ...]:
    return tuple(lines)


@frozen
class Line:
    """One sentence or so, and what belongs to it.

    Args:
        text: plain text; control characters in it are written out, so that no id can forge a line.
        below: lines of the next level.
    """

    text: str = field(converter=_plain)
    below: "tuple[Line, ...]" = field(default=(), converter=_lines)


@frozen
class Passage:
    r"""What is said of one value, in one language.

    Args:
        body: the lines of the first level.

    >>> passage = Passage([Line("Two pairs:", [Line("a_b and *c*"), Line("d and e")])])
    >>> print(passage)
    Two pairs:
      a_b and *c*
      d and e
    >>> passage.markdown().splitlines()[-2]
    '- a\\_b and \\*c\\*'
    """

    body: tuple[Line, ...] = field(converter=_lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line, indented by two spaces a level."""
        return tuple(_indented(self.body, 0))

    def text(self) -> str:
        """Return plain text, a line for each, without a line break at the end."""
        return "\n".join(self.lines)

    def markdown(self) -> str:
        """Return Markdown: a paragraph for each line of the first level, lists below it."""
        blocks = []
        for line in self.body:
            blocks.append(_escaped(line.text))
            if line.below:
                blocks.append("\n".join(_bullets(line.below, 0)))
        return "\n\n".join(blocks)

    def html(self) -> str:
        """Return a fragment of HTML: paragraphs and lists, nothing else, everything escaped.

        Raises:
            ModuleNotFoundError: when the extra ``report`` is not installed.
        """
        try:
            from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded by those who want HTML
        except ModuleNotFoundError as missing:
            raise ModuleNotFoundError(
                "HTML needs markdown-it-py; install it with: pip install nastavnik[report]",
                name=missing.name,
            ) from missing
        html: str = MarkdownIt("commonmark", {"html": False}).render(self.markdown())
        return html

    def __str__(self) -> str:
        return self.text()


def _indented(lines: Iterable[Line], level: int) -> Iterator[str]:
    for line in lines:
        yield level * _INDENT + line.text
        yield from _indented(line.below, level + 1)


def _bullets(lines: Iterable[Line], level: int) -> Iterator[str]:
    for line in lines:
        yield f"{level * _INDENT}- {_escaped(line.text)}"
        yield from _bullets(line.below, level + 1)


def _escaped(text: str) -> str:
    return _START.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", text))
