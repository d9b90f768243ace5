"""A Dask cluster of two workers, each a process with one thread."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")

_CLUSTER = """
import sys
import dask
from distributed import LocalCluster

if __name__ == "__main__":
    # Each loss of a worker is looked into so much later, and would find it in the next restart.
    dask.config.set({"distributed.deploy.lost-worker-timeout": "1 day"})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@contextmanager
def dask_cluster(environment: Mapping[str, str]) -> Iterator[str]:
    """Start a cluster, yield its address, and end it.

    Args:
        environment: of its processes.
    """
    with subprocess.Popen(
        [sys.executable, "-c", _CLUSTER],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip()
        assert address
        try:
            yield address
        finally:
            process.stdin.close()
            process.wait(timeout=60)
