"""Progress of a long run on standard error: a bar on a terminal, a line per phase elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cssa.cli.language import t
from cssa.cli.output import note

Step = Callable[[int, int], None]
Progress = Callable[[str], Step]


@contextmanager
def progress(area: str = "batch") -> Iterator[Progress]:
    """Return the callback that starts a phase and gives the callback for its steps.

    Args:
        area: that of the messages that name its phases.
    """
    if not sys.stderr.isatty():
        yield _line_per_phase
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True)) as bars:

        def phase(name: str) -> Step:
            task = bars.add_task(t(f"{area}.phase.{name}"), total=None)

            def step(done: int, total: int) -> None:
                bars.update(task, completed=done, total=total)

            return step

        yield phase


def _line_per_phase(name: str) -> Step:
    """Print a line for a phase with steps once it is done."""

    def step(done: int, total: int) -> None:
        if done == total and total:
            note(t("batch.phase_done", phase=t(f"batch.phase.{name}"), count=total))

    return step
