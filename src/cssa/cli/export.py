"""``cssa batch export``: writes the answers of a batch as tables for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.cli.environment import cache_folder, checklist_folders, open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.key_file import read_key
from cssa.cli.language import current, t
from cssa.cli.out_folder import opened
from cssa.cli.output import cannot_write, check_folder
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.peers.rules import Rules
from cssa.store.export.tables import EXPORT_TABLES


def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help=t("opt.publish.out"))],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help=t("opt.export.output"))
    ],
    tables: Annotated[
        str | None,
        typer.Option(
            "--tables", metavar="LIST", help=t("opt.export.tables", tables=listed(EXPORT_TABLES))
        ),
    ] = None,
    campaign: Annotated[
        str | None, typer.Option("--campaign", metavar="ID", help=t("opt.export.campaign"))
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help=t("opt.export.key"))
    ] = None,
    sharing: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--sharing", help=t("opt.export.sharing"))
    ] = False,
    min_group: Annotated[
        int | None,
        typer.Option(
            "--min-group", metavar="N", help=t("opt.export.min_group", least=Rules().min_group)
        ),
    ] = None,
) -> int:
    """Export tables."""
    from cssa.batch.export import ExportRequest, export_tables
    from cssa.batch.outputs.export_page import export_page
    from cssa.batch.outputs.folder import FEEDBACK, PRIVATE, PUBLIC, RETURNS, OutFolder
    from cssa.batch.previous_campaign import STORE
    from cssa.batch.purging.purge_record import check_not_purged
    from cssa.batch.request import UserSetup, load_request
    from cssa.store.export.folder import ExportFolder

    check_folder(output, (), (out, *(out / name for name in (FEEDBACK, PRIVATE, PUBLIC, RETURNS))))
    check_not_purged(OutFolder(out))
    if OutFolder(out).hash(STORE) is None:  # checked before the folder is created or locked
        raise InputError([Problem("export.never_run", {}, Location(str(out)))])
    sectors = open_workspace().scoring_data.sectors
    with opened(out) as batch, progress() as phase:
        stored = load_request(batch, UserSetup(checklist_folders(), cache_folder(), sectors))
        request = ExportRequest(
            tables=_names(tables),
            campaign=campaign,
            key=read_key(key),
            sharing=sharing,
            min_group=min_group,
            handling=stored.handling,
        )
        request.check()
        try:
            exported = export_tables(request, batch, ExportFolder(output), sectors, phase("export"))
        except OSError as error:
            raise cannot_write(output, error) from None
    show(export_page(exported, output, current()))
    return ExitCode.DONE if exported.rows else ExitCode.NOTHING_ASSESSED


def _names(text: str | None) -> tuple[str, ...]:
    names = (name.strip() for name in (text or "").split(","))
    return tuple(dict.fromkeys(name for name in names if name))
