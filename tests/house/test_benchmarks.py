"""The benchmarks run, and every engine finds the same totals."""

import subprocess
import sys
from pathlib import Path


def test_the_quick_table_agrees() -> None:
    """Small versions of all cases: nothing is wrong."""
    script = Path(__file__).parents[2] / "benchmarks" / "run.py"
    done = subprocess.run(
        [sys.executable, "-B", str(script), "--quick"],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("×**") >= 4
    assert "WRONG" not in done.stdout
