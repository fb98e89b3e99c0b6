"""What is known of a call while it runs, for whoever has to tell how it ended."""

from attrs import define

from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner

__all__ = ["Call"]


@define(kw_only=True)
class Call:
    """One call of the command line; filled in as its words are understood.

    Args:
        language: of everything that is said.
        manner: how it is to be answered; None until that is understood.
        debug: show tracebacks.
    """

    language: Language
    manner: Manner | None = None
    debug: bool = False
