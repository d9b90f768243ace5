"""The workers that a batch runs on, as the command line names them."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli.language import t
from cssa.errors import Problem, UsageError

if TYPE_CHECKING:
    from cssa.batch.workers import WorkerPool

Workers = Annotated[int | None, typer.Option("--workers", metavar="N", help=t("opt.batch.workers"))]
Cluster = Annotated[
    str | None, typer.Option("--cluster", metavar="ADDRESS", help=t("opt.batch.cluster"))
]


def check_workers(workers: int | None, cluster: str | None) -> None:
    """Check what the command line says of workers, before anything is done.

    Args:
        workers: the number of processes; None where it was not specified.
        cluster: address of a cluster; None for processes of this machine.

    Raises:
        UsageError: when there are none, or both are specified.
    """
    if workers is not None and workers < 1:
        raise UsageError([Problem("batch.bad_workers", {"found": workers})])
    if workers is not None and cluster is not None:
        raise UsageError([Problem("batch.cluster.workers")])


def open_workers(
    workers: int | None, cluster: str | None, jobs: int, paths: Iterable[Path]
) -> "AbstractContextManager[WorkerPool]":
    """Return the workers.

    Args:
        workers: the number of processes; None where it was not specified.
        cluster: address of a cluster; None for processes of this machine.
        jobs: how much there is to do.
        paths: what is read and written.

    Raises:
        UsageError: when the cluster cannot be used.
    """
    if cluster is None:
        from cssa.batch.workers import worker_pool

        return worker_pool(workers, jobs)
    from cssa.batch.cluster import cluster_pool

    return cluster_pool(cluster, paths)
