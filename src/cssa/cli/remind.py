"""``cssa batch remind``: writes a letter to each institution by what became of its form."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.cli.environment import cache_folder, checklist_folders, open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.out_folder import check_beside, check_run, opened
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.cli.sending_options import On, SendingAsOf, SentFrom, day_of_sending


def remind(
    out: SentFrom,
    on: On = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help=t("opt.remind.output"))
    ] = None,
    drafts: Annotated[bool, typer.Option("--eml", help=t("opt.remind.eml"))] = False,  # noqa: FBT002 - a flag of the command line
    as_of: SendingAsOf = None,
) -> int:
    """Remind institutions."""
    from cssa.batch.last_run import finished_record, last_ledger
    from cssa.batch.reminding.remind_run import REMINDERS_FOLDER, RemindRequest, write_reminders
    from cssa.batch.reminding.remind_summary import remind_page
    from cssa.batch.request import UserSetup, load_request

    day = day_of_sending(on, as_of)
    root = out / REMINDERS_FOLDER / day.isoformat() if output is None else output
    check_beside(root, out)
    check_run(out, "remind")
    setup = UserSetup(checklist_folders(), cache_folder(), open_workspace().scoring_data.sectors)
    with opened(out) as folder, progress() as phase:
        request = load_request(folder, setup, "remind")
        record = finished_record(folder)
        settled = last_ledger("remind", request, folder, record, phase("reopen"))
        asked = RemindRequest(day, root, drafts, is_closed=record is not None)
        reminders = write_reminders(settled, asked)
    show(remind_page(reminders, root, current()))
    return ExitCode.DONE
