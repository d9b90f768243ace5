"""``cssa population``: generates fictional institutions, for practice and tests."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import cache_folder, checklist_folders
from cssa.cli.language import current, t
from cssa.cli.output import note
from cssa.errors import Problem, UsageError

app = new_app("help.population")

_MAX_IN_ONE_PROCESS = 50
"""Institutions up to which further processes would take longer to start than they save."""


@app.callback()
def population() -> None:
    """Make fictional institutions."""


@add(app, "help.population.generate", "generate")
def generate(
    institutions: Annotated[
        int,
        typer.Option("--institutions", metavar="N", min=1, help=t("opt.generate.institutions")),
    ],
    seed: Annotated[int, typer.Option("--seed", metavar="S", help=t("opt.generate.seed"))],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help=t("opt.generate.out"))
    ],
    campaign: Annotated[
        int,
        typer.Option(
            "--campaign", metavar="YEAR", min=2000, max=2099, help=t("opt.generate.campaign")
        ),
    ] = 2026,
    no_forms: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--no-forms", help=t("opt.generate.no_forms"))
    ] = False,
    faults: Annotated[
        int, typer.Option("--faults", metavar="N", min=0, help=t("opt.generate.faults"))
    ] = 0,
    checklist: options.Checklist = None,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help=t("opt.generate.workers"))
    ] = None,
) -> None:
    """Write fictional institutions."""
    from cssa.synth.practice_campaign import SynthRequest, generate_campaign

    if faults and no_forms:
        raise UsageError([Problem("generate.faults_need_forms")])
    request = SynthRequest(
        count=institutions,
        seed=seed,
        year=campaign,
        faults=faults,
        forms=not no_forms,
        lang=current(),
        cache=cache_folder(),
        checklist=checklist,
        folders=tuple(checklist_folders()),
    )
    gc.enable()  # a form leaves megabytes of garbage, and here are many
    with _pool(workers, institutions) as pool:
        written = generate_campaign(request, output, pool, _show_progress)
    note(t("generate.done", count=written.answers, path=output))
    if request.forms:
        note(t("generate.done_forms", forms=written.forms, planted=written.planted))


@contextmanager
def _pool(workers: int | None, institutions: int) -> Iterator[Executor | None]:
    count = workers or (1 if institutions <= _MAX_IN_ONE_PROCESS else os.cpu_count() or 1)
    if count == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    # Only this process reports an interruption, and it ends the others.
    ignore = (signal.SIGINT, signal.SIG_IGN)
    pool = ProcessPoolExecutor(count, get_context("spawn"), signal.signal, ignore)
    try:
        yield pool
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _show_progress(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}", end="\r", file=sys.stderr)  # noqa: T201 - beside the report
