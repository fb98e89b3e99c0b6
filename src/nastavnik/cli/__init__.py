"""The command line, for coordinators: make a plan, check it, and ask it.

``running`` runs a call from beginning to end and turns whatever happens into one of the ``statuses``. ``settings`` says
what holds for every call. ``app`` names the commands and their options, ``commands`` is what those do that make plans
and check them, ``questions`` those that ask something of a plan; ``changes``, ``pair_options``, ``rule_options`` and
``newcomers`` read what ``what-if`` is to change. ``given_rules`` finds the rules of a call or of a plan,
``rules_command`` shows them, ``cases_command`` holds cases against them. ``inputs``, ``standard_input`` and
``names`` find what they name;
``parameters``, ``help_pages`` and ``misuse`` speak of a call itself. ``answers`` says where an answer goes, ``output``
is the only place that writes to a stream, ``terminal`` what differs between a terminal and a pipe, and ``texts`` holds
every word. Needs click and rich: ``pip install nastavnik[cli]``.
"""

from nastavnik.cli.running import run

__all__ = ["run"]
