"""Measures schools and prints a table: ``python -m helpers.school --seeds 1-4 --styles first-try,google``."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from helpers.school.losses import Loss
from helpers.school.measure import Measured, measure
from helpers.school.styles import STYLES, tables_of

_AIM = 10


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m helpers.school", description=__doc__)
    parser.add_argument("--seeds", default="1-3", help="one number, or the first and the last")
    parser.add_argument("--styles", default=",".join(STYLES), help="some of: " + ", ".join(STYLES))
    parser.add_argument(
        "--write", type=Path, help="write the tables of the first seed into this folder, and stop"
    )
    parser.add_argument("--whole", action="store_true", help="name every loss")
    given = parser.parse_args()
    first, _, last = given.seeds.partition("-")
    styles = given.styles.split(",")
    if given.write:
        for style in styles:
            folder = given.write / style.replace(" ", "-")
            folder.mkdir(parents=True, exist_ok=True)
            print(*tables_of(style, int(first)).write(folder), sep="\n")
        return 0
    print(f"{'style':<12}{'seed':>5}{'slips':>7}{'first':>7}{'best':>6}{'touched':>9}{'lines':>7}{'in all':>8}"
          f"{'vain':>6}{'last':>6}{'misread':>9}  silent losses")  # fmt: skip
    results = []
    for style in styles:
        for seed in range(int(first), int(last or first) + 1):
            results.append(result := measure(style, seed))
            print(_line(result), flush=True)
            if given.whole:
                for loss in (*result.losses, *result.misread):
                    print(f"      {loss.kind}: {loss.key} of {loss.ident}, {loss.pairs} pairs")
    good = [
        r
        for r in results
        if r.lines is not None and r.lines <= _AIM and not r.losses and not r.misread
    ]
    print(
        f"{len(good)} of {len(results)} schools: at most {_AIM} touched, within one of the best, no silent loss"
    )
    return len(good) < len(results)


def _line(one: Measured) -> str:
    lost = (
        _counted(one.losses)
        if not one.unreadable
        else f"not read: {dict(one.unreadable.most_common(4))}"
    )
    return (
        f"{one.style:<12}{one.seed:>5}{one.slips:>7}{_or_dash(one.first):>7}{one.best:>6}{_or_dash(one.touched):>9}{_or_dash(one.lines):>7}"
        f"{one.touched_in_all:>8}{one.in_vain:>6}{_or_dash(one.last):>6}{len(one.misread):>9}  {lost}"
    )


def _or_dash(number: int | None) -> str:
    return "–" if number is None else str(number)


def _counted(losses: Sequence[Loss]) -> str:
    kinds = Counter(loss.kind for loss in losses)
    return (
        f"{len(losses)}: " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
        if losses
        else "0"
    )


if __name__ == "__main__":
    sys.exit(_main())
