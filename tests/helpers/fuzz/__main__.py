"""The long run: ``python -m helpers.fuzz --runs 20000 --jobs 2``; one run again: ``--only 17 --keep FOLDER``."""

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

from helpers.fuzz.properties import Finding, findings_of


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m helpers.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first run")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, help="make this run alone, and say all about it")
    parser.add_argument("--keep", type=Path, help="empty folder for the files of that run")
    parser.add_argument(
        "--every", type=int, default=2000, help="runs after which to say how far it is"
    )
    given = parser.parse_args()
    if given.only is not None:
        found = findings_of(given.only, given.seed, keep=given.keep)
        for finding in found:
            _tell(finding, 1, whole=True)
        return bool(found)
    start = time.monotonic()
    numbers = range(given.first, given.first + given.runs)
    all_found: list[Finding] = []
    with multiprocessing.Pool(given.jobs) as pool:
        runs = pool.imap_unordered(partial(findings_of, seed=given.seed), numbers, chunksize=20)
        for done, found in enumerate(runs, 1):
            all_found += found
            if done % given.every == 0:
                print(
                    f"{done} runs, {len(all_found)} findings, {time.monotonic() - start:.0f} s",
                    file=sys.stderr,
                )
    by_place = Counter((finding.kind, finding.where) for finding in all_found)
    for (kind, where), count in by_place.most_common():
        first = min(
            (f for f in all_found if (f.kind, f.where) == (kind, where)), key=lambda f: f.number
        )
        _tell(first, count, whole=False)
    tracebacks = sum(finding.kind == "crash" for finding in all_found)
    seconds = time.monotonic() - start
    print(
        f"{given.runs} runs in {seconds:.0f} s: {tracebacks} tracebacks, {len(all_found)} findings in all"
    )
    return bool([finding for finding in all_found if finding.kind != "name elsewhere"])


def _tell(finding: Finding, count: int, *, whole: bool) -> None:
    print(f"{count:>5} × {finding.kind}: {finding.where}  (run {finding.number})")
    print(f"        {ascii(' '.join(finding.words))[:160]}")
    print(f"        {'; '.join(finding.how)[:200]}")
    print(
        finding.trace
        if whole
        else "        " + ascii(finding.trace.strip().rpartition("\n")[2])[:200]
    )


if __name__ == "__main__":
    sys.exit(_main())
