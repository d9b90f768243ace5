"""Figures of batches: processor time, memory, two workers, a cluster."""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from benchmarks.figures import (
    AS_OF,
    Measured,
    Ran,
    SkippedError,
    figure,
    in_turns,
    program,
    requested,
)

_FEW, _MANY = 100, 300
_FULL = 10_000
_SAMPLE = 10
"""Forms that the libraries alone are measured with."""


def draw(count: int, folder: Path) -> None:
    """Generate a campaign's forms and lists."""
    program("population", "generate", "--institutions", count, "--seed", 1, "-o", folder)


def batch(drawn: Path, out: Path, *workers: object) -> Ran:
    """Run a batch into a new folder.

    Args:
        drawn: forms and lists.
        out: takes what is written.
        workers: options that say who does the work.
    """
    lists = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
    ran = program("batch", "run", drawn / "forms", "-o", out, *lists, "--formats", "html", *workers)
    if ran.code not in (0, 3):  # 3: a form was to be returned
        raise SystemExit(f"a batch ended with {ran.code}")
    return ran


class Batches(NamedTuple):
    """Runs of a batch.

    Attributes:
        runs: by the number of forms, and what worked on them.
        bare: seconds of processor time that libraries alone take for a form and its page.
    """

    runs: Mapping[str, Ran]
    bare: float


@cache
def batches() -> Batches:
    """Return runs of a batch, each on forms that were generated and on a new folder.

    The time per institution is the slope between two numbers of forms: what a run takes once, such
    as loading the checklist and writing the aggregate, falls away.
    """
    ran: dict[str, Ran] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        for count in (_FEW, _MANY):
            draw(count, folder / str(count))
            for workers in (1, 2):
                runs = []
                for _ in range(2):
                    shutil.rmtree(folder / "out", ignore_errors=True)
                    runs.append(batch(folder / str(count), folder / "out", "--workers", workers))
                ran[f"{count} on {workers}"] = min(runs, key=lambda run: run.seconds)
            day = ("--on", "2026-12-19", "--as-of", "2026-12-19")
            asked = ("--approved-by", "benchmark", *day, "--workers", 1)
            (folder / "out").rename(folder / f"out-{count}")
            if find_spec("distributed"):
                ran[f"{count} on a cluster"] = _on_cluster(folder, count)
            ran[f"{count} published"] = program("batch", "publish", folder / f"out-{count}", *asked)
        return Batches(ran, _bare_seconds(folder / str(_MANY)))


def _on_cluster(folder: Path, count: int) -> Ran:
    """Return the run of a batch on a cluster, whose bytes are those of one machine."""
    from tests.dask_cluster import dask_cluster

    with dask_cluster(os.environ) as address:
        ran = batch(folder / str(count), folder / "cluster", "--cluster", address)
    if _hashes(folder / "cluster") != _hashes(folder / f"out-{count}"):
        raise SystemExit("a cluster wrote other bytes than one machine")
    shutil.rmtree(folder / "cluster")
    return ran


def _hashes(out: Path) -> dict[str, str]:
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def _bare_seconds(drawn: Path) -> float:
    """Return the processor time that calamine reading a form and Jinja rendering its page take."""
    from benchmarks.libraries import calamine

    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.reports.feedback.feedback_view import build_interim_view
    from cssa.reports.formats.feedback import HtmlFeedback

    workspace, write = open_workspace(), HtmlFeedback().interim_writer("ja")
    calls: dict[str, Callable[[], object]] = {}
    for path in sorted((drawn / "forms").iterdir())[:_SAMPLE]:
        data = path.read_bytes()
        assessment = assess_file(workspace, str(path), as_of=AS_OF)
        view = build_interim_view(view_of(workspace, assessment, None))
        write(view)  # templates are loaded then
        calls[f"read {path.name}"] = partial(calamine, data)
        calls[f"render {path.name}"] = partial(write, view)
    times = in_turns(process_time, calls)
    return sum(best for best, _ in times.values()) / 1000 / _SAMPLE


def _slope(what: str, name: str) -> float:
    """Return what one more institution takes, in milliseconds."""
    few, many = (getattr(batches().runs[f"{count} {name}"], what) for count in (_FEW, _MANY))
    return float(many - few) / (_MANY - _FEW) * 1000


@figure("batch with HTML feedback, CPU per institution, beside calamine and Jinja")
def batch_cpu() -> Measured:
    """Within 3.5 times a form read and its page rendered by the libraries alone."""
    each = _slope("cpu", "on 1")
    once = batches().runs[f"{_FEW} on 1"].cpu - _FEW * each / 1000
    note = f"and {once:.1f} s once; 1,000,000 would take {each * 1000 / 3600:.1f} CPU hours"
    return Measured(each, batches().bare * 1000, "ms", 3.5, note)


@figure("batch published, CPU per institution, beside a run")
def batch_published() -> Measured:
    """As much as a run: nothing is read again, and all feedback is made again."""
    return Measured(_slope("cpu", "published"), _slope("cpu", "on 1"), "ms", 1)


@figure("batch on two workers, time beside one")
def batch_workers() -> Measured:
    """At most 0.6 of the time of 300 forms."""
    one, two = batches().runs[f"{_MANY} on 1"], batches().runs[f"{_MANY} on 2"]
    return Measured(two.seconds, one.seconds, "s", 0.6, f"{_MANY} forms")


@figure("batch on a cluster of two workers, time per institution beside one worker")
def batch_cluster() -> Measured:
    """At most 0.65 of the time; how long the workers take to start falls away."""
    if f"{_MANY} on a cluster" not in batches().runs:
        raise SkippedError("Dask is missing")
    each, one = _slope("seconds", "on a cluster"), _slope("seconds", "on 1")
    once = batches().runs[f"{_FEW} on a cluster"].seconds - _FEW * each / 1000
    return Measured(each, one, "ms", 0.65, f"the same bytes; {once:.1f} s once")


@figure("batch, memory of the largest process")
def batch_memory() -> Measured:
    """150 MB."""
    largest = max(batches().runs[f"{_MANY} on {workers}"].peak for workers in (1, 2))
    return Measured(largest, 150.0, "MB", 1, f"{_MANY} forms")


@cache
def full_batch() -> Ran:
    """Return the run of a batch of ten thousand.

    Raises:
        SkippedError: unless it is asked for.
    """
    if not requested.full:
        raise SkippedError("takes long; measured with --full")
    with TemporaryDirectory() as name:
        folder = Path(name)
        draw(_FULL, folder / "drawn")
        return batch(folder / "drawn", folder / "out")


@figure(f"batch of {_FULL:,}, memory of the largest process")
def full_memory() -> Measured:
    """150 MB."""
    return Measured(full_batch().peak, 150.0, "MB", 1)


@figure(f"batch of {_FULL:,}, CPU per institution, beside one of {_MANY}")
def full_cpu() -> Measured:
    """Linear: as much as in a small batch, within a tenth."""
    return Measured(full_batch().cpu / _FULL * 1000, _slope("cpu", "on 1"), "ms", 1.1)
