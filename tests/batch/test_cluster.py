"""A batch on a Dask cluster: the same bytes, and a reason wherever the cluster cannot be used."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any, Self

import pytest
from tests.batch.conftest import APPROVAL, Batched, Drawn, environment, tree
from tests.dask_cluster import dask_cluster, needs_dask

from cssa import __version__
from cssa.batch import cluster
from cssa.batch.cluster import ClusterExecutor, cluster_pool
from cssa.errors import OutputError, UsageError
from cssa.messages import LANGS, Lang, message
from cssa.messages.problems import describe_all

pytestmark = needs_dask


@pytest.fixture(scope="module")
def address(cache_folder: Path) -> Iterator[str]:
    with dask_cluster(environment(cache_folder)) as started:
        yield started


def test_a_cluster_reads_and_publishes_to_the_same_bytes(
    address: str,
    drawn: Drawn,
    batched: Batched,
    published: Batched,
    run_process: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
) -> None:
    out, on_cluster = tmp_path / "out", ("--cluster", address)
    code, _, err = run_process("batch", "run", drawn.forms, "-o", out, *drawn.named, *on_cluster)
    assert code == batched.code, err
    assert tree(out) == tree(batched.folder)
    code, _, err = run_process("batch", "publish", out, *APPROVAL, *on_cluster)
    assert code == published.code, err
    assert tree(out) == tree(published.folder)


class _Client:
    """A client of a cluster with two workers that are as they should be."""

    versions = dict.fromkeys("ab", __version__)
    scheduler_version: str | None = __version__
    threads = dict.fromkeys("ab", 1)
    hidden = ""
    workers_come = True
    workers_come_back = True
    periodic_callbacks: Mapping[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def wait_for_workers(self, count: int, timeout: float) -> None:
        assert (count, timeout) == (1, cluster._START)
        if not self.workers_come:
            raise TimeoutError

    def restart(self, timeout: float) -> None:
        assert timeout == cluster._RESTART
        if not self.workers_come_back:
            raise TimeoutError

    def run(self, function: Callable[..., object], *arguments: str) -> dict[str, Any]:
        if not arguments:
            return {machine: function(self) for machine in self.versions}
        if function is os.path.exists:
            (path,) = arguments
            assert Path(path).is_absolute()
            return {"a": True, "b": not (self.hidden and path.endswith(self.hidden))}
        return dict(self.versions)

    def run_on_scheduler(self, function: Callable[..., object], *arguments: str) -> Any:
        return self.scheduler_version if arguments else function(self)

    def nthreads(self) -> dict[str, int]:
        return self.threads


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> _Client:
    made = _Client()
    monkeypatch.setattr(cluster, "_connected", lambda _: made)
    return made


def _refusal(lang: Lang, address: str = "tcp://scheduler:1") -> str:
    """Return the words in which a cluster is refused."""
    with pytest.raises(UsageError) as caught, cluster_pool(address, [Path("out")]):
        pass
    return "\n".join(describe_all(caught.value.problems, lang))


UNFIT = {
    "another version": ({"versions": {"a": __version__, "b": "0.0.1"}}, "version", "b"),
    "no cssa": ({"versions": {"a": __version__, "b": None}}, "version", "b"),
    "another version in the scheduler": (
        {"scheduler_version": None}, "version", "tcp://scheduler:1",
    ),
    "two threads": ({"threads": {"a": 1, "b": 2}}, "threads", "b"),
    "another file system": ({"hidden": "out"}, "path", "b"),
    "no worker": ({"workers_come": False}, "no_worker", ""),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("differs", "code", "machine"), UNFIT.values(), ids=UNFIT)
def test_a_cluster_that_would_do_something_else_is_refused(
    differs: dict[str, Any], code: str, machine: str, lang: Lang, client: _Client
) -> None:
    for name, value in differs.items():
        setattr(client, name, value)
    params: Mapping[str, Mapping[str, object]] = {
        "version": {"machine": machine, "version": __version__},
        "threads": {"machine": machine},
        "path": {"machine": machine, "path": Path("out").absolute()},
        "no_worker": {},
    }
    said = _refusal(lang)
    assert said == message(lang, f"batch.cluster.{code}", params[code])
    assert machine in said


def test_a_cluster_that_fits_is_told_to_try_nothing_again(client: Any) -> None:
    with cluster_pool("tcp://scheduler:1", [Path("out")]) as pool:
        assert pool._width == 2
    assert client.allowed_failures == 0
    assert client.no_workers_timeout == cluster._START


def test_a_worker_that_does_not_come_back_is_left_out(client: Any) -> None:
    client.workers_come_back = False
    with cluster_pool("tcp://scheduler:1", [Path("out")]) as pool:
        assert pool._width == 2


def test_workers_gather_no_samples_of_what_they_do(address: str) -> None:
    from distributed import Client

    def is_sampling(dask_worker: Any) -> bool:
        return any(dask_worker.periodic_callbacks[name].is_running() for name in _SAMPLING)

    with (
        cluster_pool(address, [Path.cwd()]),
        Client(address, set_as_default=False) as client,
    ):
        assert set(client.run(is_sampling).values()) == {False}


_SAMPLING = ("profile", "profile-cycle")


@pytest.mark.parametrize("lang", LANGS)
def test_without_dask_the_package_is_named(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = _refusal(lang)
    assert said == message(lang, "batch.cluster.extra")
    assert 'pip install "cssa[cluster]"' in said


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:1", "nowhere", "post://office:1"])
def test_an_address_that_does_not_answer_is_named(
    wrong: str, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_ANSWER", 0.1)
    said = _refusal(lang, wrong)
    assert said == message(lang, "batch.cluster.no_answer", {"address": wrong})
    assert wrong in said


class _Task:
    """A task that ended."""

    def __init__(self, outcome: Any) -> None:
        self._outcome = outcome

    def add_done_callback(self, callback: Callable[["_Task"], None]) -> None:
        callback(self)

    def result(self) -> Any:
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome


def _outcome(outcome: Any) -> "Future[Any]":
    """Return the future of a call that ends like this on a cluster."""

    class Client:
        def submit(self, *_: object, pure: bool) -> _Task:
            assert not pure
            return _Task(outcome)

    client: Any = Client()
    return ClusterExecutor(client).submit(abs, -7)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ["no_worker_left", "lost"])
def test_a_cluster_that_goes_away_is_told(code: str, lang: Lang) -> None:
    from distributed.client import FutureCancelledError
    from distributed.scheduler import NoWorkerError

    ended = {
        "no_worker_left": NoWorkerError("task", 30),
        "lost": FutureCancelledError("task", "scheduler-connection-lost"),
    }
    with pytest.raises(OutputError) as caught:
        _outcome(ended[code]).result(timeout=0)
    said = describe_all(caught.value.problems, lang)
    assert said == [message(lang, f"batch.cluster.{code}")]


def test_what_a_call_comes_to_arrives() -> None:
    from distributed import KilledWorker

    worker: Any = None
    assert _outcome(7).result(timeout=0) == 7
    with pytest.raises(LookupError):
        _outcome(LookupError()).result(timeout=0)
    with pytest.raises(BrokenExecutor):
        _outcome(KilledWorker("task", worker, 0)).result(timeout=0)
