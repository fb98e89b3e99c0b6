"""The command line, for coordinators: ``match``, ``check``, ``explain``, ``verify``, ``template``, ``demo``.

``app`` names the commands and their options, ``commands`` is what they do, ``loading`` finds what
they name, ``texts`` holds every word they say, ``terminal`` what differs between a terminal and a
pipe. Needs click and rich: ``pip install nastavnik[cli]``.
"""

from nastavnik.cli.app import run

__all__ = ["run"]
