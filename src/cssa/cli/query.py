"""``cssa batch query``: asks institutions about their answers, by letter and reply form."""

from datetime import date, timedelta
from typing import Annotated

import typer

from cssa.cli.environment import cache_folder, checklist_folders, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.out_folder import check_run, opened
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.cli.sending_options import SentFrom
from cssa.errors import Problem, UsageError

_TIME_TO_REPLY = timedelta(days=14)


def query(
    out: SentFrom,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=t("opt.query.on"))] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="DATE", help=t("opt.query.due", days=_TIME_TO_REPLY.days)),
    ] = None,
    *,
    again: Annotated[bool, typer.Option("--again", help=t("opt.query.again"))] = False,
) -> int:
    """Ask institutions about their answers."""
    from cssa.batch.cases.query_round import QueryAct, send_queries
    from cssa.batch.cases.query_summary import query_page
    from cssa.batch.last_run import finished_record, last_run
    from cssa.batch.request import UserSetup, load_request

    act = QueryAct(*_days(on, due), again)
    check_run(out, "query")
    setup = UserSetup(checklist_folders(), cache_folder(), open_workspace().scoring_data.sectors)
    with opened(out) as folder, progress() as phase:
        request = load_request(folder, setup, "query")
        record = finished_record(folder)
        if record is not None:
            record.check_files(folder)
        last = last_run("query", request, folder, record, phase("reopen"))
        sent = send_queries(act, last, record, folder, phase("query"))
    show(query_page(sent, out, current()))
    return ExitCode.DONE


def _days(on: str | None, due: str | None) -> tuple[date, date]:
    """Return the day of the letters, and the one by which replies are asked for."""
    day = read_date(on, "--on")
    until = day + _TIME_TO_REPLY if due is None else read_date(due, "--due")
    if until < day:
        raise UsageError([Problem("batch.query.due_before", {"due": until, "on": day})])
    return day, until
