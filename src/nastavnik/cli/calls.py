"""What is known of a call while it runs, for whoever has to tell how it ended."""

from attrs import define

from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner

__all__ = ["AnsweredError", "Call"]


class AnsweredError(Exception):
    """What was asked for is answered, and it is not good; the message is one line in the reader's language.

    Args:
        message: what it comes to.
        status: that the call ends with.
    """

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@define(kw_only=True)
class Call:
    """One call of the command line; filled in as its words are understood.

    Args:
        language: of everything that is said.
        manner: how it is to be answered; None until that is understood.
        debug: show tracebacks.
        values: show every value that is wrong, and not only what is known to be harmless.
    """

    language: Language
    manner: Manner | None = None
    debug: bool = False
    values: bool = False
