"""The workers of a Dask cluster, on machines that see the same files as the program."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent import futures
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from pydoc import locate
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from cssa import __version__
from cssa.batch.workers import MEMORY_LIMIT, WorkerPool, collect_less_often
from cssa.errors import OutputError, Problem, UsageError
from cssa.excel.child_process import limit_memory

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Task

P = ParamSpec("P")
ResultT = TypeVar("ResultT")

_ANSWER = 30
"""Seconds until a scheduler has to answer."""

_START = 180
"""Seconds until a worker has to be there, at the beginning or after all have died."""

_RESTART = 60
"""Seconds until a worker that was restarted is left out."""


@contextmanager
def cluster_pool(address: str, paths: Iterable[Path]) -> Iterator[WorkerPool]:
    """Connect to a cluster, and yield its workers.

    Their processes, which are started anew, open the files from outside. Where one dies, the
    cluster tries none of its jobs again: the pool does, each alone, as on this machine.

    Args:
        address: of the cluster's scheduler.
        paths: what is read and written, which every worker has to see.

    Raises:
        UsageError: when the cluster cannot be used.
    """
    with _connected(address) as client:
        workers = _checked_workers(client, address, paths)
        client.run_on_scheduler(_try_nothing_again)
        client.run(_stop_sampling)
        with WorkerPool(lambda _: ClusterExecutor(client), workers) as pool:
            yield pool


class ClusterExecutor(futures.Executor):
    """Runs calls on the workers of a cluster.

    Where a worker dies, the futures of its calls are broken and nothing else: there are others.

    Args:
        client: connected to the cluster.
    """

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._running = set[futures.Future[Any]]()

    def submit(
        self, fn: Callable[P, ResultT], /, *args: P.args, **kwargs: P.kwargs
    ) -> futures.Future[ResultT]:
        """Hand over a call."""
        future: futures.Future[ResultT] = futures.Future()
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        call = partial(fn, *args, **kwargs)
        task = self._client.submit(_run_on_worker, Path.cwd(), call, pure=False)
        task.add_done_callback(partial(_pass_on, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the base's
        """Wait for the calls under way: they are few, and may not write any more afterwards."""
        futures.wait(self._running.copy())


def _pass_on(future: futures.Future[Any], task: "Task[Any]") -> None:
    """Give a future what its task comes to."""
    from distributed import KilledWorker
    from distributed.scheduler import NoWorkerError

    try:
        future.set_result(task.result())
    except KilledWorker:
        future.set_exception(futures.BrokenExecutor())
    except NoWorkerError:
        future.set_exception(OutputError([Problem("batch.cluster.no_worker_left")]))
    except futures.CancelledError:  # as the client does where it loses the scheduler
        future.set_exception(OutputError([Problem("batch.cluster.lost")]))
    except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
        future.set_exception(error)


def _connected(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError:
        raise UsageError([Problem("batch.cluster.extra")]) from None
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # errors say it in our words
    try:
        # Before there is a client: one that fails to connect may wait for itself at its end.
        asyncio.run(_reach(address))
    except (OSError, ValueError):
        raise UsageError([Problem("batch.cluster.no_answer", {"address": address})]) from None
    return Client(address, timeout=_ANSWER, set_as_default=False)


async def _reach(address: str) -> None:
    """Connect to a scheduler, and let go of it."""
    from distributed import Security
    from distributed.comm.core import connect

    secured = Security().get_connection_args("client")
    comm = await connect(address, timeout=_ANSWER, **secured)
    await comm.close()


def _checked_workers(client: "Client", address: str, paths: Iterable[Path]) -> int:
    """Return the number of workers.

    Raises:
        UsageError: when there is none, or one that would not do the same as this machine.
    """
    try:
        client.wait_for_workers(1, timeout=_START)
        with suppress(TimeoutError):  # some did not come back: the others do the work
            client.restart(timeout=_RESTART)  # what an earlier run left in them is not used again
        client.wait_for_workers(1, timeout=_START)
    except TimeoutError:
        raise UsageError([Problem("batch.cluster.no_worker")]) from None
    versions = client.run(locate, "cssa.__version__")
    versions[address] = client.run_on_scheduler(locate, "cssa.__version__")
    _check("version", versions, __version__, version=__version__)
    threads: dict[str, int] = client.nthreads()
    _check("threads", threads, 1)
    for path in (Path.cwd(), *paths):
        seen = client.run(os.path.exists, str(path.absolute()))
        _check("path", seen, expected=True, path=path.absolute())
    return len(threads)


def _check(what: str, found: Mapping[str, object], expected: object, **params: object) -> None:
    """Check that every machine has what is expected, and name the first that has not."""
    for machine, value in sorted(found.items()):
        if value != expected:
            raise UsageError([Problem(f"batch.cluster.{what}", {"machine": machine, **params})])


def _try_nothing_again(dask_scheduler: Any) -> None:
    """Have the scheduler fail the tasks of a dead worker, and all tasks when no worker is left."""
    dask_scheduler.allowed_failures = 0
    dask_scheduler.no_workers_timeout = _START


def _stop_sampling(dask_worker: Any) -> None:
    """Have a worker keep no samples of what it is doing, of which it would gather an hour's.

    They are for the cluster's dashboard, and soon take more memory than the work itself.
    """
    for name in ("profile", "profile-cycle"):
        if name in dask_worker.periodic_callbacks:
            dask_worker.periodic_callbacks[name].stop()


def _run_on_worker(folder: Path, call: Callable[[], ResultT]) -> ResultT:
    _enter_worker(folder)
    return call()


@cache
def _enter_worker(folder: Path) -> None:
    """Set up a worker's process: paths hold as in the program, and memory is limited."""
    import psutil

    os.chdir(folder)
    collect_less_often()
    limit_memory(psutil.Process().memory_info().vms + MEMORY_LIMIT)
