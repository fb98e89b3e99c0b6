"""Where an answer goes and what it is written in: on standard output or in a file, for people or for programs."""

import html
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Literal, get_args

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.output import holds_everything, say, say_bytes, tell
from nastavnik.cli.standard_input import DASH
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.folder import check_new, write_file
from nastavnik.exchange.json import Asked, Record, answer_to_json
from nastavnik.report import Line, Passage

__all__ = ["MARKUPS", "Manner", "Markup", "page", "passage_of"]

Markup = Literal["text", "markdown", "html"]
"""What an answer is written in."""

MARKUPS: Final[tuple[Markup, ...]] = get_args(Markup)
"""Every markup there is."""

_BY_ENDING: Final[dict[str, Markup]] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
"""What a file of an ending holds, where nobody says."""

_STYLE: Final = "body{max-width:48em;margin:2em auto;padding:0 1em;font:1em/1.5 sans-serif}"


def page(body: str, title: str, language: Language) -> str:
    """Return a whole page of HTML.

    Args:
        body: HTML.
        title: plain text.
        language: of both.

    >>> page("<p>Да</p>", "А < Б", "ru").splitlines()[0:2]
    ['<!doctype html>', '<html lang="ru">']
    """
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{body.strip()}\n</body>\n</html>\n"
    )


def passage_of(text: str) -> Passage:
    r"""Return lines, of which some are indented, as a passage.

    >>> print(passage_of("Ошибок: 1\n  первая\n      Возможно, 7?").markdown())
    Ошибок: 1
    <BLANKLINE>
    - первая
      - Возможно, 7?
    """
    rows = [(len(line) - len(line.lstrip()), line.strip()) for line in text.splitlines() if line]
    return Passage(_nested(rows))


def _nested(rows: list[tuple[int, str]]) -> list[Line]:
    lines = []
    while rows:
        indent, text = rows[0]
        below = next((k for k, row in enumerate(rows[1:], 1) if row[0] <= indent), len(rows))
        lines.append(Line(text, _nested(rows[1:below])))
        rows = rows[below:]
    return lines


@frozen(kw_only=True)
class Manner:
    """How one call is to be answered.

    Args:
        command: that was called.
        language: of everything that is said.
        markup: that was asked for, or None.
        as_json: answer programs and not people.
        output: file for the answer, or None for standard output.
        replace: overwrite that file.
        quiet: say nothing but the answer and what goes wrong.
        show_values: show every value that is wrong, and not only what is known to be harmless.
    """

    command: str
    language: Language
    markup: Markup | None = None
    as_json: bool = False
    output: Path | None = None
    replace: bool = False
    quiet: bool = False
    show_values: bool = False

    @property
    def is_document(self) -> bool:
        """Whether the answer is to be the only thing on standard output."""
        return self.as_json or self.output is not None or self.chosen != "text"

    @property
    def chosen(self) -> Markup:
        """What the answer is written in: as it was asked for, or as the file's ending says, or plain text."""
        by_ending = None if self.output is None else _BY_ENDING.get(self.output.suffix.lower())
        return self.markup or by_ending or "text"

    def check(self) -> None:
        """Check that the answer can go where it is to go, before anything is done.

        Raises:
            InvalidInputError: when its file is there already, or two formats are asked for.
        """
        if self.as_json and self.markup is not None:
            raise InvalidInputError([Fault("json-and-format", field="--json", other="--format")])
        if self.output is not None and not self._is_dash and not self.replace:
            check_new(self.output, code="answer-there")

    def answer(
        self, passage: Passage, *, answers: Iterable[Asked | Record] = (), **more: Any
    ) -> None:
        """Give an answer.

        Args:
            passage: for people.
            answers: the same for programs.
            more: further keys for programs.

        Raises:
            InvalidInputError: when its file cannot be written.
        """
        if self.as_json:
            self.answer_programs(answers=answers, **more)
        elif self.output is not None:
            self._write(self._document(passage))
        else:
            self._say(passage)

    def answer_programs(self, **parts: Any) -> None:
        """Give an answer in JSON.

        Args:
            parts: as `answer_to_json` takes them.

        Raises:
            InvalidInputError: when its file cannot be written.
        """
        if self.output is not None:
            text = self._json(**parts)
            self._write(f"{text}\n")
        else:
            say(self._json(plain=not holds_everything(), **parts))

    def _json(self, **parts: Any) -> str:
        told = {"language": self.language, "values": self.show_values, **parts}
        return answer_to_json(self.command, **told)

    def by_the_way(self, text: str) -> None:
        """Say what nobody asked for, such as which files were written."""
        if self.quiet:
            return
        (tell if self.is_document else say)(text)

    def written(self, paths: Iterable[Path]) -> None:
        """Say which files were written."""
        for path in paths:
            self.by_the_way(TEXTS["written"][self.language].format(path))

    @property
    def _is_dash(self) -> bool:
        return str(self.output) == DASH

    def _document(self, passage: Passage) -> str:
        if self.chosen != "html":
            shown = passage.text() if self.chosen == "text" else passage.markdown()
            return shown.rstrip("\n") + "\n"
        title = passage.body[0].text if passage.body else self.command
        return page(passage.html(), title, self.language)

    def _say(self, passage: Passage) -> None:
        if self.chosen == "html":
            shown = passage.html()
            if not holds_everything():  # references say the same in every code page
                shown = shown.encode("ascii", "xmlcharrefreplace").decode()
        else:
            shown = passage.text() if self.chosen == "text" else passage.markdown()
        say(shown.rstrip("\n"))

    def _write(self, text: str) -> None:
        assert self.output is not None
        data = text.encode(
            "utf-8", "backslashreplace"
        )  # the system may name a file by half a letter
        if self._is_dash:
            say_bytes(data)
            return
        path = write_file(
            self.output, data, overwrite=self.replace, code="answer-there", private=True
        )
        self.written([path])
