"""``cssa batch deliver``: makes a package for each institution."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated

import typer

from cssa.cli.environment import cache_folder, checklist_folders, open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.out_folder import check_beside, check_run, opened
from cssa.cli.output import check_folder, note_each
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.cli.sending_options import On, SendingAsOf, SentFrom, day_of_sending
from cssa.datafile.files import read_bytes
from cssa.errors import Problem, UsageError
from cssa.location import Location

_FOR_OTHERS = 0o077


def deliver(
    out: SentFrom,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help=t("opt.deliver.output"))
    ],
    on: On = None,
    passwords: Annotated[
        Path | None, typer.Option("--passwords", metavar="FILE", help=t("opt.deliver.passwords"))
    ] = None,
    interim: Annotated[bool, typer.Option("--interim", help=t("opt.deliver.interim"))] = False,  # noqa: FBT002 - a flag of the command line
    again: Annotated[bool, typer.Option("--again", help=t("opt.deliver.again"))] = False,  # noqa: FBT002 - a flag of the command line
    as_of: SendingAsOf = None,
) -> int:
    """Hand out what a campaign gives back."""
    from cssa.batch.delivering.deliver_run import DeliverRequest, make_packages
    from cssa.batch.delivering.deliver_summary import deliver_page
    from cssa.batch.delivering.package import check_encryption
    from cssa.batch.last_run import finished_record, last_run
    from cssa.batch.request import UserSetup, load_request

    day = day_of_sending(on, as_of)
    if passwords is not None:
        check_encryption()
    check_folder(output, (), (passwords,))
    check_beside(output, out)
    check_run(out, "deliver")
    setup = UserSetup(checklist_folders(), cache_folder(), open_workspace().scoring_data.sectors)
    with opened(out) as folder, progress() as phase:
        request = load_request(folder, setup, "deliver")
        record = finished_record(folder)
        if record is None and not interim:
            raise UsageError([Problem("batch.deliver.interim", {}, Location(str(out)))])
        run = last_run("deliver", request, folder, record, phase("reopen"))
        known = [row.id for row in run.settled.ledger.institutions]
        asked = DeliverRequest(day, output, _passwords(passwords, known), again)
        delivery = make_packages(run, record, asked, phase("deliver"))
    show(deliver_page(delivery, output, current(), protected=passwords is not None))
    return ExitCode.INPUT if delivery.not_made else ExitCode.DONE


def _passwords(path: Path | None, known: Collection[str]) -> Mapping[str, str] | None:
    """Return the passwords of a file, with a note where others can read it."""
    if path is None:
        return None
    from cssa.lists.package_passwords import read_package_passwords

    passwords = read_package_passwords(read_bytes(path), str(path), known)
    if os.name == "posix" and path.stat().st_mode & _FOR_OTHERS:
        note_each([Problem("batch.deliver.passwords_open", {}, Location(str(path)))])
    return passwords
