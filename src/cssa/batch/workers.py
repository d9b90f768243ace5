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
from typing import Any, NamedTuple, Self, TypeVar

J = TypeVar("J")
R = TypeVar("R")

FEW = 100
"""Files below which starting processes takes longer than it saves."""

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
"""Processor time that one job may take."""


class WorkerDied(NamedTuple):
    """Stands for the result of a job on which a process died."""


class InProcess(Executor):
    """Does what is submitted at once, in this process."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> "Future[R]":
        """Return what a call came to."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - handed on by the future, as executors do
            future.set_exception(error)
        return future


class WorkerPool:
    """Workers that jobs are spread over; they stay for several runs of them.

    Args:
        make: returns a new executor; called again after one broke.
        alone: returns an executor of a single process, for a job that a process may have died on.
        width: processes of an executor.
    """

    def __init__(
        self, make: Callable[[], Executor], alone: Callable[[], Executor], width: int
    ) -> None:
        self._make = make
        self._alone = alone
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
                self._dismiss()
            for job in suspects:
                yield job, self._try(work, job)

    def _dismiss(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None

    def _share(
        self, work: Callable[[J], R], waiting: "deque[tuple[J, ...]]", suspects: list[J]
    ) -> Iterator[tuple[J, R | WorkerDied]]:
        """Keep the workers busy until all is done or one dies, with few chunks under way."""
        if self._executor is None:
            self._executor = self._make()
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

    def _try(self, work: Callable[[J], R], job: J) -> R | WorkerDied:
        try:
            with self._alone() as executor:
                return executor.submit(_each, work, (job,)).result()[0]
        except BrokenExecutor:
            return WorkerDied()


def worker_pool(workers: int | None, jobs: int) -> WorkerPool:
    """Return workers for a number of jobs.

    Args:
        workers: how many; where None as many as there are processors, or this process alone where
            there is little to do.
        jobs: how much there is to do.
    """
    if workers is None:
        workers = 1 if jobs < FEW else os.cpu_count() or 1
    if workers == 1:
        return WorkerPool(InProcess, lambda: _pool(1), 1)
    return WorkerPool(lambda: _pool(workers), lambda: _pool(1), workers)


def _pool(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=enter_worker)


def _chunks(jobs: Iterable[J]) -> Iterator[tuple[J, ...]]:
    """Yield jobs a few at a time."""
    remaining = iter(jobs)
    while chunk := tuple(islice(remaining, _CHUNK)):
        yield chunk


def _each(work: Callable[[J], R], jobs: Sequence[J]) -> list[R]:
    results = []
    for job in jobs:
        _allow_seconds()
        results.append(work(job))
    return results


_limited = False


def enter_worker() -> None:
    """Set up a worker: it ends with the program, minds its memory, and leaves Ctrl-C to it."""
    global _limited  # noqa: PLW0603 - a process is limited or it is not
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.freeze()  # what is loaded by now stays until the end, and is not looked through again
    gc.set_threshold(*_COLLECT)
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limited = True


def _end_with_parent() -> None:
    """End when the program is killed, which nothing else would tell a waiting worker."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _allow_seconds() -> None:
    """Give the next job its processor time; past it the system ends the process."""
    if not _limited:
        return
    import resource

    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + _SECONDS, hard))
