"""The command line, for coordinators: make a plan, check it, and ask it.

``app`` names the commands and their options, ``commands`` is what those do that make plans and check them,
``questions`` those that ask something of a plan; ``changes``, ``pair_options``, ``rule_options`` and ``newcomers`` read
what ``what-if`` is to change. ``inputs`` finds what they name, ``misuse`` says what is wrong with a call, ``texts``
holds every word they say, ``terminal`` what differs between a terminal and a pipe. Needs click and rich:
``pip install nastavnik[cli]``.
"""

from nastavnik.cli.running import run

__all__ = ["run"]
