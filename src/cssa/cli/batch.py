"""``cssa batch``: reads many institutions' forms, writes reports, returns and a ledger."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.batch_workers import Cluster, Workers, check_workers, open_workers
from cssa.cli.deliver import deliver
from cssa.cli.environment import cache_folder, checklist_folders, open_workspace, read_date, today
from cssa.cli.exit_codes import ExitCode
from cssa.cli.export import export
from cssa.cli.issue import issue
from cssa.cli.key_file import read_key
from cssa.cli.language import current, t
from cssa.cli.out_folder import opened
from cssa.cli.output import check_folder, checklist_files, note_each
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.cli.publish import one_line_option, publish
from cssa.cli.purge import purge
from cssa.cli.query import query
from cssa.cli.remind import remind
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.lists.passwords import PasswordList, read_passwords
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.reports.formats.kinds import FeedbackFormat
from cssa.reports.formats.registry import FEEDBACK_FORMATS
from cssa.scheme.scoring_data import DEFAULT_SCHEME

if TYPE_CHECKING:
    from cssa.batch.intake.processor import BatchSettings
    from cssa.batch.pipeline import BatchResult
    from cssa.batch.request import BatchRequest

app = new_app("help.batch")

_DEFAULT_FORMATS = ",".join(
    format_.name for format_ in FEEDBACK_FORMATS.values() if format_.by_default
)
_MIN_KEY_BYTES = 32
_OTHERS = 0o077
"""Permissions of a file for anybody but its owner."""

Out = Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help=t("opt.batch.output"))]
CampaignFile = Annotated[
    Path | None, typer.Option("--campaign", metavar="FILE", help=t("opt.batch.campaign"))
]
Roster = Annotated[
    Path | None, typer.Option("--roster", metavar="FILE", help=t("opt.batch.roster"))
]
Received = Annotated[
    Path | None, typer.Option("--received", metavar="FILE", help=t("opt.batch.received"))
]
Passwords = Annotated[
    Path | None, typer.Option("--passwords", metavar="FILE", help=t("opt.batch.passwords"))
]
Formats = Annotated[
    str,
    typer.Option(
        "--formats",
        metavar="LIST",
        help=t("opt.batch.formats", formats=listed(sorted(FEEDBACK_FORMATS))),
    ),
]
Previous = Annotated[
    Path | None, typer.Option("--previous", metavar="OUT", help=t("opt.batch.previous"))
]
Where = Annotated[
    list[str] | None, typer.Option("--where", metavar="COLUMN=VALUE", help=t("opt.batch.where"))
]
Notes = Annotated[bool, typer.Option("--notes", help=t("opt.batch.notes"))]
Key = Annotated[Path | None, typer.Option("--key", metavar="FILE", help=t("opt.batch.key"))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=t("opt.batch.as_of"))]
AcceptRemoval = Annotated[
    str | None,
    typer.Option("--accept-removal", metavar="REASON", help=t("opt.batch.accept_removal")),
]


@app.callback()
def batch() -> None:
    """Take in the forms of many institutions."""


add(app, "help.batch.issue", "issue")(issue)


@add(app, "help.batch.run", "run")
def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help=t("opt.batch.paths"))],
    output: Out,
    campaign: CampaignFile = None,
    roster: Roster = None,
    received: Received = None,
    passwords: Passwords = None,
    formats: Formats = _DEFAULT_FORMATS,
    workers: Workers = None,
    cluster: Cluster = None,
    previous: Previous = None,
    key: Key = None,
    where: Where = None,
    notes: Notes = False,  # noqa: FBT002 - a flag of the command line
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: AsOf = None,
    accept_removal: AcceptRemoval = None,
) -> int:
    """Take in forms."""
    requested = _feedback_formats(formats)
    from cssa.batch.intake.inbox import open_inbox
    from cssa.batch.intake.runner import run_intake
    from cssa.batch.pipeline import run_pipeline
    from cssa.batch.publishing.publication_record import read_record
    from cssa.batch.standing_folder import request_beside_edition

    check_workers(workers, cluster)
    accepted = (
        None if accept_removal is None else one_line_option("--accept-removal", accept_removal)
    )
    files = _InputFiles(campaign, roster, received, key)
    inputs = (*paths, *files, passwords, previous, scheme, target)
    _check_out(output, *inputs, *checklist_files(checklist))
    named_date = None if as_of is None else read_date(as_of)
    request = _request(
        _settings(checklist, scheme, target),
        requested,
        named_date,
        files,
        previous,
        where or [],
    )._replace(lists_notes=notes)
    not_forms = [path for path in (output, *files, passwords, previous) if path]
    inbox = open_inbox(paths, not_forms, _passwords(passwords))
    with (
        opened(output) as folder,
        progress() as phase,
        open_workers(workers, cluster, len(inbox.files), (output, *paths)) as pool,
    ):
        record = read_record(folder)
        request = request_beside_edition(request, record, named_date, folder)
        published = () if record is None else record.read_from
        intake = run_intake(inbox, request.settings, folder, pool, phase("read"), published)
        del inbox  # of ten thousand files it is several megabytes
        result = run_pipeline(request, intake, folder, pool, phase, record, accepted)
    return _report(result, output)


add(app, "help.batch.remind", "remind")(remind)
add(app, "help.batch.query", "query")(query)
add(app, "help.batch.publish", "publish")(publish)
add(app, "help.batch.deliver", "deliver")(deliver)
add(app, "help.batch.export", "export")(export)
add(app, "help.batch.purge", "purge")(purge)


class _InputFiles(NamedTuple):
    """Input files besides the forms, as they were named."""

    campaign: Path | None
    roster: Path | None
    received: Path | None
    key: Path | None


def _feedback_formats(text: str) -> tuple[FeedbackFormat, ...]:
    """Return the formats that a list of names asks for, each once."""
    stripped = (name.strip() for name in text.split(","))
    names = list(dict.fromkeys(name for name in stripped if name))
    for name in names:
        if name not in FEEDBACK_FORMATS:
            params = {"found": name, "known": listed(sorted(FEEDBACK_FORMATS))}
            raise UsageError([Problem("batch.no_such_format", params)])
    return tuple(FEEDBACK_FORMATS[name] for name in names)


def _settings(checklist: str | None, scheme: str | None, target: str | None) -> "BatchSettings":
    """Return what forms are read with; the date is set once the campaign is known."""
    from cssa.batch.intake.processor import BatchSettings

    workspace = open_workspace(checklist)
    entry = workspace.asked_entry()
    targets = target or workspace.catalogue.load(entry).checklist.default_targets
    return BatchSettings(
        checklist=(entry.id, entry.version),
        given=checklist,
        folders=checklist_folders(),
        cache=cache_folder(),
        scheme=scheme or DEFAULT_SCHEME,
        targets=targets,
        as_of=today(),
        lang=current(),
    )


def _request(
    settings: "BatchSettings",
    formats: tuple[FeedbackFormat, ...],
    as_of: date | None,
    files: _InputFiles,
    previous: Path | None,
    where: Sequence[str],
) -> "BatchRequest":
    from cssa.batch.outputs.segments import read_conditions
    from cssa.batch.request import BatchRequest, hash_of, read_lists

    lists = {"campaign": files.campaign, "roster": files.roster, "received": files.received}
    paths = {name: path for name, path in lists.items() if path is not None}
    named = {name: read_bytes(path) for name, path in paths.items()}
    shown = {name: str(path) for name, path in paths.items()}
    workspace = open_workspace(settings.given)
    checklist = workspace.edition(*settings.checklist).checklist if "campaign" in named else None
    loaded = read_lists(named, shown, workspace.scoring_data.sectors, checklist)
    if checklist is not None and checklist.scored:
        scheme = workspace.criteria(checklist, settings.scheme, settings.targets).scheme
        if not any(map(scheme.weight, loaded.asked_tiers)):
            place = Location(shown["campaign"])
            raise InputError([Problem("batch.nothing_scored", {"scheme": scheme.id}, place)])
    deadline = None if loaded.campaign is None else loaded.campaign.deadline
    key = read_key(files.key)
    return BatchRequest(
        settings._replace(
            as_of=as_of or deadline or today(),
            asked_groups=loaded.asked_groups,
            asked_tiers=loaded.asked_tiers,
        ),
        loaded,
        formats,
        previous,
        named,
        key,
        hash_of(key),
        read_conditions(where, loaded.roster),
    )


def _key(path: Path | None) -> bytes | None:
    if path is None:
        return None
    key = read_bytes(path)
    if len(key) < _MIN_KEY_BYTES:
        raise UsageError([Problem("batch.key_short", {}, Location(str(path)))])
    return key


def _passwords(path: Path | None) -> PasswordList | None:
    """Return the list of passwords, and say where others can read it."""
    if path is None:
        return None
    passwords = read_passwords(read_bytes(path), str(path))
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        note_each([Problem("batch.passwords_open", {}, Location(str(path)))])
    return passwords


def _check_out(path: Path, *inputs: str | Path | None) -> None:
    from cssa.batch.outputs.folder import FEEDBACK, PRIVATE, PUBLIC, RETURNS

    check_folder(path, (PRIVATE, PUBLIC, FEEDBACK, RETURNS), inputs)


def _report(result: "BatchResult", output: Path) -> int:
    """Print the summary of a batch, and return its exit code."""
    from cssa.batch.outputs.returns import to_return
    from cssa.batch.outputs.run_summary import run_page

    show(run_page(result, output, current()))
    if not any(institution.effective for institution in result.ledger.institutions):
        return ExitCode.NOTHING_ASSESSED
    ledger = result.ledger
    if to_return(ledger) or any(filing.state == "not_read" for filing in ledger.filings):
        return ExitCode.INPUT
    return ExitCode.DONE
