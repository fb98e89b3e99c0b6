"""The command line as a process of its own, with streams and variables as a test wants them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["start"]

_SETTLED = ("PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LC_MESSAGES", "LANG")


def start(
    *words: str | Path, variables: Mapping[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line and return what it left, as bytes.

    Args:
        words: of the call.
        variables: of the environment, in place of those that decide about language and encoding.
        given: on standard input.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _SETTLED}
    return subprocess.run(
        [sys.executable, "-m", "nastavnik", *map(str, words)],
        input=given,
        capture_output=True,
        check=False,
        env={**kept, **(variables or {})},
        timeout=120,
    )
