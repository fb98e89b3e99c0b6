"""`match` with an executor: the same plan wherever the partitions are solved, and nothing left behind."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

from helpers.pupils import WILLING
from nastavnik import Cohort, MatchingPlan, Mentee, Mentor, Pupil, match, verify
from nastavnik.matching.match import Progress
from nastavnik.programme.round import invented_town


def schools(count: int) -> Cohort:
    """Invent schools of nine mentees and three mentors each, with too few places in every other one."""
    mentees, mentors = [], []
    for school in range(count):
        for k in range(9):
            person = Pupil(
                f"s{school:03d}m{k}",
                name="Invented Name",
                organisation=f"school {school}",
                grade=5 + k % 3,
                age=12,
                data_consent=True,
                marks={"art": 2 + k % 2},
            )
            mentees.append(Mentee(person, category="passive", **WILLING))
        for k in range(3):
            person = Pupil(
                f"s{school:03d}n{k}",
                name="Invented Mentor",
                organisation=f"school {school}",
                grade=9 + k % 2,
                age=16,
                data_consent=True,
                marks={"art": 5},
                qualities={"volunteer"},
            )
            capacity = 2 + school % 2
            mentors.append(Mentor(person, capacity=capacity, trained=True, **WILLING))
    return Cohort(mentees=mentees, mentors=mentors)


REGION = schools(100)
PLAN = match(REGION, seed=7)


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    """Two processes, started anew and not forked."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        yield executor


def test_the_region_is_worth_matching() -> None:
    """Some are matched in every school, some are left out in every other one, and it is proven."""
    assert len({pair.mentee[:4] for pair in PLAN.pairs}) == 100
    assert {len(PLAN.pairs), len(PLAN.unmatched)} == {750, 150}
    verify(PLAN, REGION)


def test_what_is_no_executor_is_refused() -> None:
    """A number of workers is not taken for an executor."""
    with pytest.raises(TypeError, match="int"):
        match(Cohort(mentees=[], mentors=[]), executor=3)  # type: ignore[arg-type]


def test_threads_make_the_same_plan() -> None:
    """A pool of threads."""
    with ThreadPoolExecutor(3) as executor:
        assert match(REGION, seed=7, executor=executor) == PLAN


def test_processes_make_the_same_plan(processes: Executor) -> None:
    """A pool of processes, for a region and for a town of all forms."""
    assert match(REGION, seed=7, executor=processes) == PLAN
    assert match(invented_town(), executor=processes) == match(invented_town())


class Watched(Executor):
    """Runs nothing before it is asked for the result; remembers what was sent."""

    def __init__(self, most: int = 10**9) -> None:
        self.sent: list[Any] = []
        self.futures: list[Future[Any]] = []
        self.most = most

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run at once as long as there may be more results; leave the rest waiting."""
        self.sent.append(args)
        future: Future[Any] = Future()
        self.futures.append(future)
        if len(self.futures) <= self.most:
            future.set_result(fn(*args, **kwargs))
        return future


def test_no_display_name_leaves() -> None:
    """What is sent to an executor has ids and facts, never a name."""
    executor = Watched()
    match(REGION, executor=executor)
    people = [role.person for (job,) in executor.sent for role in (*job.mentees, *job.mentors)]
    assert people
    assert {person.name for person in people} == {None}


def test_a_cancelled_call_leaves_nothing_behind() -> None:
    """When the callback stops the call, all that has not run is taken back."""
    executor = Watched(most=3)

    def stop(step: Progress) -> None:
        if step.stage == "lottery":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        match(REGION, executor=executor, progress=stop)
    assert len(executor.futures) > 3
    assert all(future.done() for future in executor.futures)
    assert all(future.cancelled() for future in executor.futures[3:])


def test_a_callback_stops_it_between_partitions() -> None:
    """Without an executor too, what the callback raises comes out, in whatever partition or round."""
    heard: list[str] = []

    def stop(step: Progress) -> None:
        heard.append(step.stage)
        if heard.count("coverage") == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        match(REGION, progress=stop)
    assert heard.count("lottery") == 4


def test_an_error_in_a_worker_reaches_the_caller(processes: Executor) -> None:
    """A worker that dies is told, and not taken for an empty answer."""

    class Failing(Watched):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
            future: Future[Any] = Future()
            future.set_exception(BrokenPipeError("gone"))
            return future

    with pytest.raises(BrokenPipeError):
        match(REGION, executor=Failing())
    assert match(REGION, seed=7, executor=processes) == PLAN


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_survives_the_death_of_a_worker() -> None:
    """Two worker processes of dask.distributed, one killed in mid-run: the same plan."""
    distributed = pytest.importorskip("dask.distributed")
    killed: list[int] = []
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        workers = client.run(os.getpid)

        def kill(step: Progress) -> None:
            if step.stage == "coverage" and not killed:
                killed.append(next(iter(workers.values())))
                os.kill(killed[0], signal.SIGKILL)

        plan: MatchingPlan = match(REGION, seed=7, executor=client.get_executor(), progress=kill)
    assert killed
    assert plan == PLAN
