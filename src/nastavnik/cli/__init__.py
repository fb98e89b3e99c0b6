"""The command line, for coordinators: ``match``, ``check``, ``explain``, ``verify``, ``template``, ``demo``.

``texts`` holds every word it says, ``commands`` the commands, ``terminal`` what differs between a terminal and a pipe.
Needs click and rich: ``pip install nastavnik[cli]``.
"""

from nastavnik.cli.commands import run

__all__ = ["run"]
