"""Work on many files spread over processes, of which any may die."""

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

J = TypeVar("J")
R = TypeVar("R")

FEW = 100
"""Files below which starting a second process takes longer than it saves."""

_CHUNK = 4
"""Jobs handed over together; when a process dies, those under way are tried again one by one."""

_MEMORY = 1_500_000_000
"""Bytes of address space of a worker, of which libraries map much without using it."""

_COLLECT = (3_000, 10, 10)
"""New objects before a worker looks for garbage among them, and how often among older ones.

A file leaves some eight thousand behind: looked through after every 700, as Python has it, they
cost a fifteenth of the time more. The program itself, which holds what is known of all files, keeps
to the usual number: with this one it grew by a quarter.
"""

_SECONDS = 60
"""Time that one job may take."""


class WorkerDied(NamedTuple):
    """Stands for the result of a job on which a process died."""


class WorkerPool:
    """Workers that jobs are spread over; they stay for several runs of them.

    Args:
        make: returns a new executor of so many processes; called again after one broke.
        width: processes to work with.
    """

    def __init__(self, make: Callable[[int], Executor], width: int) -> None:
        self._make = make
        self._width = width
        self._executor: Executor | None = None

    def __enter__(self) -> Self:
        """Return the crew."""
        return self

    def __exit__(self, *_: object) -> None:
        """Send the workers home, once what they have in hand is done."""
        self._dismiss()

    def run(self, work: Callable[[J], R], jobs: Iterable[J]) -> Iterator[tuple[J, R | WorkerDied]]:
        """Yield each job with its result, as they are done.

        Args:
            work: can be sent to another process.
            jobs: what it is called with.
        """
        waiting = deque(_chunks(jobs))
        while waiting:
            suspects: list[J] = []
            yield from self._share(work, waiting, suspects)
            if suspects:
                yield from self._one_by_one(work, suspects)

    def _dismiss(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None

    def _share(
        self, work: Callable[[J], R], waiting: "deque[tuple[J, ...]]", suspects: list[J]
    ) -> Iterator[tuple[J, R | WorkerDied]]:
        """Keep the workers busy until all is done or one dies, with few chunks under way."""
        if self._executor is None:
            self._executor = self._make(self._width)
        running: dict[Future[list[R]], tuple[J, ...]] = {}
        while waiting or running:
            while waiting and len(running) < 2 * self._width and not suspects:
                chunk = waiting.popleft()
                try:
                    running[self._executor.submit(_each, work, chunk)] = chunk
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
        self, work: Callable[[J], R], jobs: Iterable[J]
    ) -> Iterator[tuple[J, R | WorkerDied]]:
        """Do jobs of which a process may have died on any: it dies again, on that one alone."""
        self._dismiss()
        for job in jobs:
            if self._executor is None:
                self._executor = self._make(1)
            result: R | WorkerDied
            try:
                result = self._executor.submit(_each, work, (job,)).result()[0]
            except BrokenExecutor:
                self._dismiss()
                result = WorkerDied()
            yield job, result
        if self._width > 1:
            self._dismiss()


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


def _chunks(jobs: Iterable[J]) -> Iterator[tuple[J, ...]]:
    """Yield jobs a few at a time."""
    remaining = iter(jobs)
    while chunk := tuple(islice(remaining, _CHUNK)):
        yield chunk


def _each(work: Callable[[J], R], jobs: Sequence[J]) -> list[R]:
    results = []
    try:
        for job in jobs:
            limit_time(_SECONDS)
            results.append(work(job))
    finally:
        end_time_limit()  # until there is more to do
    return results


def enter_worker() -> None:
    """Set up a worker: it ends with the program, minds its memory, and leaves Ctrl-C to it."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.freeze()  # what is loaded by now stays until the end, and is not looked through again
    gc.set_threshold(*_COLLECT)
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    limit_memory(_MEMORY)


def _end_with_parent() -> None:
    """End when the program is killed, which nothing else would tell a waiting worker."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
