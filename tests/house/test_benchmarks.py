"""The benchmarks run, and every engine finds the same totals."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(("name", "peer"), [("run.py", "×**"), ("chains.py", " s |")])
def test_the_quick_table_agrees(name: str, peer: str) -> None:
    """Small versions of all cases: nothing is wrong."""
    script = Path(__file__).parents[2] / "benchmarks" / name
    done = subprocess.run(
        [sys.executable, "-B", str(script), "--quick"],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(peer) >= 4
    assert "WRONG" not in done.stdout
