"""Spreads jobs over worker processes, any of which may die."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from typing import NamedTuple, Self, TypeVar

from cssa.excel.child_process import end_time_limit, limit_memory, limit_time

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

FEW = 100
"""Files below which starting a second process takes longer than it saves."""

_CHUNK = 4
"""Jobs handed over together; when a process dies, those under way are tried again one by one."""

MEMORY_LIMIT = 1_500_000_000
"""Bytes of address space of a worker, of which libraries map much without using it."""

_COLLECT = (3_000, 10, 10)
"""New objects before a worker looks for garbage among them, and how often among older ones.

A file leaves some eight thousand behind: looked through after every 700, as Python has it, they
cost a fifteenth of the time more. The program itself, which holds what is known of all files, keeps
to the usual number: with this one it grew by a quarter.
"""

_TIME_LIMIT = 60
"""Seconds that one job may take."""


class WorkerDied(NamedTuple):
    """Stands for the result of a job on which a process died."""


class WorkerPool:
    """Workers that jobs are spread over; they stay between calls of ``run``.

    Args:
        make: returns a new executor of so many processes; called again after one broke.
        width: processes to work with.
    """

    def __init__(self, make: Callable[[int], Executor], width: int) -> None:
        self._make = make
        self._width = width
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers, once the jobs that they are running are done."""
        self._shut_down()

    def run(
        self, work: Callable[[JobT], ResultT], jobs: Iterable[JobT]
    ) -> Iterator[tuple[JobT, ResultT | WorkerDied]]:
        """Yield each job with its result, as they are done.

        Args:
            work: can be sent to another process.
            jobs: what it is called with.
        """
        waiting = deque(_chunks(jobs))
        while waiting:
            suspects: list[JobT] = []
            yield from self._run_parallel(work, waiting, suspects)
            if suspects:
                yield from self._one_by_one(work, suspects)

    def _shut_down(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None

    def _run_parallel(
        self,
        work: Callable[[JobT], ResultT],
        waiting: "deque[tuple[JobT, ...]]",
        suspects: list[JobT],
    ) -> Iterator[tuple[JobT, ResultT | WorkerDied]]:
        """Keep the workers busy until all is done or one dies, with few chunks under way."""
        if self._executor is None:
            self._executor = self._make(self._width)
        running: dict[Future[list[ResultT]], tuple[JobT, ...]] = {}
        while waiting or running:
            while waiting and len(running) < 2 * self._width and not suspects:
                chunk = waiting.popleft()
                try:
                    running[self._executor.submit(_run_chunk, work, chunk)] = chunk
                except BrokenExecutor:
                    suspects += chunk
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                chunk = running.pop(future)
                try:
                    yield from zip(chunk, future.result(), strict=True)
                except BrokenExecutor:
                    suspects += chunk

    def _one_by_one(
        self, work: Callable[[JobT], ResultT], jobs: Iterable[JobT]
    ) -> Iterator[tuple[JobT, ResultT | WorkerDied]]:
        """Do jobs of which a process may have died on any: it dies again, on that one alone."""
        self._shut_down()
        for job in jobs:
            if self._executor is None:
                self._executor = self._make(1)
            result: ResultT | WorkerDied
            try:
                result = self._executor.submit(_run_chunk, work, (job,)).result()[0]
            except BrokenExecutor:
                self._shut_down()
                result = WorkerDied()
            yield job, result
        if self._width > 1:
            self._shut_down()


def worker_pool(workers: int | None, jobs: int) -> WorkerPool:
    """Return workers for a number of jobs.

    Files from outside are opened by a worker alone, also where there is one: some of them bring
    down the process that opens them.

    Args:
        workers: how many; where None as many as there are processors, or one where there is little
            to do.
        jobs: how much there is to do.
    """
    if workers is None:
        workers = 1 if jobs < FEW else os.cpu_count() or 1
    return WorkerPool(_pool, workers)


def _pool(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=enter_worker)


def _chunks(jobs: Iterable[JobT]) -> Iterator[tuple[JobT, ...]]:
    """Yield jobs a few at a time."""
    remaining = iter(jobs)
    while chunk := tuple(islice(remaining, _CHUNK)):
        yield chunk


def _run_chunk(work: Callable[[JobT], ResultT], jobs: Sequence[JobT]) -> list[ResultT]:
    results = []
    try:
        for job in jobs:
            limit_time(_TIME_LIMIT)
            results.append(work(job))
    finally:
        end_time_limit()  # until there is more to do
    return results


def enter_worker() -> None:
    """Set up a worker: it ends with the program, limits its memory, and leaves Ctrl-C to it."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    collect_less_often()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    limit_memory(MEMORY_LIMIT)


def collect_less_often() -> None:
    """Have this process, which works on one file after another, look for garbage less often."""
    gc.freeze()  # what is loaded by now stays until the end, and is not looked through again
    gc.set_threshold(*_COLLECT)
    gc.enable()


def _end_with_parent() -> None:
    """End when the program is killed, which a waiting worker would not notice otherwise."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
