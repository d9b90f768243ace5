"""Processes that die on a file cost that file and no other."""

import os
import signal
from collections.abc import Iterable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from cssa.batch.workers import WorkerDied, WorkerPool, worker_pool
from cssa.errors import InputError, Problem
from cssa.location import Location


def kill_on_multiples_of_nine(number: int) -> int:
    if number % 9 == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return -number


def fail(number: int) -> int:
    raise LookupError(number)


def _results(done: Iterable[tuple[int, Any]]) -> dict[int, Any]:
    return dict(done)


@pytest.mark.skipif(os.name == "nt", reason="processes are killed by a signal")
@pytest.mark.parametrize("workers", [None, 1, 2])
def test_a_process_that_is_killed_costs_the_one_file(workers: int | None) -> None:
    with worker_pool(workers, 20) as pool:
        done = _results(pool.run(kill_on_multiples_of_nine, list(range(1, 20))))
    assert done == {n: WorkerDied() if n % 9 == 0 else -n for n in range(1, 20)}


def where(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("workers", [None, 1])
@pytest.mark.parametrize("jobs", [1, 20])
def test_not_even_a_single_file_is_opened_in_the_program_itself(
    workers: int | None, jobs: int
) -> None:
    with worker_pool(workers, jobs) as pool:
        (process,) = set(_results(pool.run(where, range(jobs))).values())
    assert process != os.getpid()


class _Breaking(Executor):
    """Breaks for good on a job, as pools do, and tells of everything else it did."""

    def __init__(self, bad: set[int], done: list[int]) -> None:
        self._bad = bad
        self._done = done
        self._broken = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        if self._broken:
            raise BrokenProcessPool
        future: Future[Any] = Future()
        jobs = args[1]
        if self._bad & set(jobs):
            self._broken = True
            future.set_exception(BrokenProcessPool())
        else:
            self._done += jobs
            future.set_result(fn(*args, **kwargs))
        return future


def test_only_what_was_under_way_is_tried_alone() -> None:
    shared: list[int] = []
    alone: list[int] = []
    pool = WorkerPool(lambda width: _Breaking({50}, shared if width == 2 else alone), 2)
    done = _results(pool.run(abs, list(range(100))))
    assert done == {n: WorkerDied() if n == 50 else n for n in range(100)}
    assert sorted(shared + alone) == [n for n in range(100) if n != 50]
    assert len(alone) <= 16


def test_what_goes_wrong_in_a_job_is_told() -> None:
    with worker_pool(1, 2) as pool, pytest.raises(LookupError):
        _results(pool.run(fail, [1, 2]))


def refuse(number: int) -> int:
    raise InputError([Problem("file.unreadable", {"reason": str(number)}, Location("a.xlsx"))])


def test_what_is_refused_in_a_job_keeps_its_reasons() -> None:
    with worker_pool(1, 1) as pool, pytest.raises(InputError) as caught:
        _results(pool.run(refuse, [7]))
    assert caught.value.problems == (
        Problem("file.unreadable", {"reason": "7"}, Location("a.xlsx")),
    )


def test_nothing_to_do_is_done_at_once() -> None:
    assert _results(worker_pool(None, 0).run(abs, [])) == {}
