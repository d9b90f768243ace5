"""``cssa batch purge``: removes what holds answers after the retention period."""

from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli.environment import cache_folder, checklist_folders, open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.out_folder import check_run, opened
from cssa.cli.pages import show
from cssa.cli.sending_options import SendingAsOf, SentFrom, day_of_sending

if TYPE_CHECKING:
    from datetime import date

    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.purging.purge import Purge
    from cssa.batch.purging.purge_record import PurgeRecord


def purge(
    out: SentFrom,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=t("opt.purge.on"))] = None,
    yes: Annotated[bool, typer.Option("--yes", help=t("opt.purge.yes"))] = False,  # noqa: FBT002 - a flag of the command line
    as_of: SendingAsOf = None,
) -> int:
    """Remove what holds answers."""
    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.purging.purge import remove_lock, remove_recorded, resumed_purge
    from cssa.batch.purging.purge_record import read_purge
    from cssa.batch.purging.purge_summary import already_page, done_page, preview_page, resumed_page

    day = day_of_sending(on, as_of)
    record = read_purge(OutFolder(out))
    if record is not None and record.state == "purged":
        remove_lock(OutFolder(out))  # left where the program was ended after everything was gone
        show(already_page(record, out, current()))
        return ExitCode.DONE
    if record is None:
        check_run(out, "purge")
    with opened(out, purges=True) as folder:
        if record is None:
            planned, record = _planned(folder, day)
            page = preview_page(planned, record, out, current())
        else:
            planned = resumed_purge(record, folder)
            page = resumed_page(planned, out, current())
        if not yes:
            show(page)
            return ExitCode.DONE
        record = remove_recorded(record, folder)
    remove_lock(folder)
    show(done_page(planned, record, out, current()))
    return ExitCode.DONE


def _planned(folder: "OutFolder", on: "date") -> "tuple[Purge, PurgeRecord]":
    """Return what is to be removed, and the record of it.

    Raises:
        UsageError: when the retention period is not over.
        InputError: when nothing was run there, or what was stored of it is damaged.
    """
    from cssa.batch.purging.purge import plan_purge, record_of, retention_of
    from cssa.batch.request import UserSetup, load_request

    setup = UserSetup(checklist_folders(), cache_folder(), open_workspace().scoring_data.sectors)
    request = load_request(folder, setup, "purge")
    retention = retention_of(request.campaign, on, folder)
    planned = plan_purge(folder)
    return planned, record_of(planned, retention, on, folder)
