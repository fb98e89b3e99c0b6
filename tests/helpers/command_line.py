"""The command line, called in this process."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nastavnik.cli import run


class Done:
    """What a call left: exit status, output, errors."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


Call = Callable[..., Done]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs the command line in this process."""

    def run_it(*words: str | Path) -> Done:
        with pytest.raises(SystemExit) as ended:
            run([str(word) for word in words])
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return run_it
