"""Solves the partitions of a cohort: here, or wherever an executor runs them, with the same result.

What is sent to an executor is one example of each class of alike people, without display names, and the
rules; several small partitions go together, so that the rules are prepared once for all of them.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, Draw, Round, solve
from nastavnik.assignment.tiling import cores
from nastavnik.matching.candidates import Candidates, Classes, Hard, Partition, Sizes
from nastavnik.matching.candidates.forms import forms_of
from nastavnik.matching.solution.deal import People, draw_of
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts, RoleFacts
from nastavnik.people.records import Mentee, Mentor

__all__ = ["solved"]

Ints = NDArray[np.int64]

_JOBS: Final = 64
"""Jobs for an executor at most: enough for many workers to be busy to the end."""


@frozen(eq=False)
class _Part:
    """One partition of a job, its people by their places in the job.

    Args:
        partition: rows and columns.
        sizes: how many people and places its classes stand for.
        draw: what the lottery knows the classes by.
    """

    partition: Partition
    sizes: Sizes
    draw: Draw


@frozen(eq=False)
class _Job:
    """Partitions that are solved together.

    Args:
        methodology: the rules.
        mentees: an example of each class.
        mentors: an example of each class.
        parts: the partitions.
        threads: how many tiles to score at once.
    """

    methodology: Methodology
    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    parts: tuple[_Part, ...]
    threads: int


def solved(
    found: Candidates,
    people: People,
    methodology: Methodology,
    executor: Executor | None,
    tell: Callable[[Round], None],
) -> Iterator[Assignment]:
    """Yield the best assignment of every partition, in their order.

    Args:
        found: the cohort under its rules.
        people: what the lottery knows everybody by.
        methodology: the rules.
        executor: where to solve; here when None.
        tell: called when a round begins; with an executor, for each goal of a partition that is done.
            What it raises stops the work: what has not begun is taken back, what runs is waited for.
    """
    if executor is None:
        for partition in found.partitions:
            draw = draw_of(found, partition, people)
            yield solve(found.numbers(partition), draw, progress=tell, threads=cores())
        return
    groups = _groups(found.partitions)
    threads = 1 if len(groups) > 1 else cores()
    futures: list[Future[tuple[Assignment, ...]]] = []
    try:
        for group in groups:
            job = _job(found, people, methodology, group, threads)
            futures.append(executor.submit(_solve, job))
        for future in futures:
            for best in future.result():
                for prices in best.certificate.goals:
                    tell(Round(prices.goal, prices.tier, 0))
                yield best
    finally:
        for future in futures:
            future.cancel()
        wait([future for future in futures if not future.cancelled()])


def _groups(partitions: Sequence[Partition]) -> list[Sequence[Partition]]:
    """Return partitions that follow each other in groups of about the same size."""
    size = max(1, -(-len(partitions) // _JOBS))
    return [partitions[start : start + size] for start in range(0, len(partitions), size)]


def _job(
    found: Candidates,
    people: People,
    methodology: Methodology,
    group: Sequence[Partition],
    threads: int,
) -> _Job:
    parts = []
    mentees: list[Mentee] = []
    mentors: list[Mentor] = []
    for partition in group:
        rows = len(mentees) + np.arange(partition.rows.size)
        columns = len(mentors) + np.arange(partition.columns.size)
        mentees += _nameless(found.mentees, found.rows, partition.rows)
        mentors += _nameless(found.mentors, found.columns, partition.columns)
        draw = draw_of(found, partition, people)
        here = Partition(rows, columns)
        parts.append(_Part(here, found.sizes(partition), draw))
    return _Job(methodology, tuple(mentees), tuple(mentors), tuple(parts), threads)


def _nameless(facts: Facts, classes: Classes, some: NDArray[np.intp]) -> list[Any]:
    """Return an example of each of some classes, a mentor or a mentee without the display name."""
    roles = [facts.role(place) for place in classes.examples[some].tolist()]
    return [
        role if role.person.name is None else evolve(role, person=evolve(role.person, name=None))
        for role in roles
    ]


def _solve(job: _Job) -> tuple[Assignment, ...]:
    """Solve the partitions of a job; runs wherever the executor runs it."""
    mentees = RoleFacts(job.mentees, side="mentee")
    mentors = RoleFacts(job.mentors, side="mentor")
    found = Candidates(
        mentees=mentees,
        mentors=mentors,
        forms=tuple(forms_of(job.methodology, mentees, mentors)),
        rows=Classes.each_alone(len(mentees)),
        columns=Classes.each_alone(len(mentors)),
        partitions=tuple(part.partition for part in job.parts),
        hard=Hard.of(mentees, mentors),
    )
    return tuple(
        solve(found.numbers(part.partition, part.sizes), part.draw, threads=job.threads)
        for part in job.parts
    )
