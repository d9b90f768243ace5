"""Options of the commands that write what is sent from the last run of a batch."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cssa.cli.environment import read_date
from cssa.cli.language import t
from cssa.errors import Problem, UsageError

SentFrom = Annotated[Path, typer.Argument(metavar="OUT", help=t("opt.publish.out"))]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help=t("opt.batch.on"))]
SendingAsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help=t("opt.publish.as_of"))
]


def day_of_sending(on: str | None, as_of: str | None) -> date:
    """Return the day on which something is done, today where none is given.

    Args:
        on: the day.
        as_of: what stands for today.

    Raises:
        UsageError: when the day is no date, or in the future.
    """
    today = read_date(as_of)
    day = today if on is None else read_date(on, "--on")
    if day > today:
        raise UsageError([Problem("batch.day_in_future", {"on": day, "today": today})])
    return day
