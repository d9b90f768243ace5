"""``cssa batch``: many institutions' forms in, reports, returns and a ledger out."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from cssa.answers.campaign import read_campaign
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import cache_folder, checklist_folders, open_workspace, read_date, today
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.progress import Progress, progress
from cssa.datafile.files import read_bytes
from cssa.errors import OutputError, Problem, UsageError
from cssa.location import Location
from cssa.scheme.scoring_data import DEFAULT_SCHEME, DEFAULT_TARGETS

if TYPE_CHECKING:
    from cssa.batch.intake.processor import BatchSettings
    from cssa.batch.intake.runner import IntakeResult, Shard
    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.pipeline import BatchRequest, BatchResult
    from cssa.batch.workers import WorkerPool
    from cssa.peers.rules import Rules

T = TypeVar("T")

app = new_app("help.batch")

_FORMATS = ("html", "json", "md", "xlsx")
_LEAST_KEY = 32

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
Formats = Annotated[str, typer.Option("--formats", metavar="LIST", help=t("opt.batch.formats"))]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", help=t("opt.batch.workers"))]
Previous = Annotated[
    Path | None, typer.Option("--previous", metavar="OUT", help=t("opt.batch.previous"))
]
Key = Annotated[Path | None, typer.Option("--key", metavar="FILE", help=t("opt.batch.key"))]
MinGroup = Annotated[int, typer.Option("--min-group", metavar="N", help=t("opt.batch.min_group"))]
Coalition = Annotated[int, typer.Option("--coalition", metavar="N", help=t("opt.batch.coalition"))]
Second = Annotated[str, typer.Option("--second", metavar="AXIS", help=t("opt.batch.second"))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=t("opt.batch.as_of"))]


@app.callback()
def batch() -> None:
    """Take in the forms of many institutions."""


@add(app, "help.batch.run", "run")
def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help=t("opt.batch.paths"))],
    output: Out,
    campaign: CampaignFile = None,
    roster: Roster = None,
    received: Received = None,
    formats: Formats = "html,json",
    workers: Workers = None,
    shard: Annotated[
        str | None, typer.Option("--shard", metavar="K/N", help=t("opt.batch.shard"))
    ] = None,
    previous: Previous = None,
    min_group: MinGroup = 10,
    coalition: Coalition = 1,
    second: Second = "size",
    key: Key = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: AsOf = None,
) -> int:
    """Take in forms."""
    from cssa.batch.intake.inbox import open_inbox
    from cssa.batch.intake.runner import run_intake
    from cssa.batch.workers import worker_pool

    share = _share(shard)
    request = _request(
        _settings(checklist, scheme, target),
        _rules(min_group, coalition, second),
        formats,
        as_of,
        _InputFiles(campaign, roster, received, key),
        previous,
    )
    apart = [path for path in (output, campaign, roster, received, key, previous) if path]
    inbox = open_inbox(paths, apart)
    hands = worker_pool(_workers(workers), len(inbox.files))
    with _opened(output) as folder, progress() as told, hands:
        intake = run_intake(inbox, request.settings, folder, hands, told("read"), share)
        del inbox  # of ten thousand files it is several megabytes
        if share.n == 1:
            outcome = _conduct(request, intake, folder, hands, told)
    if share.n > 1:
        note(t("batch.summary.shard", k=share.k, n=share.n))
        return ExitCode.DONE
    return _tell(outcome, output)


@add(app, "help.batch.merge", "merge")
def merge(
    parts: Annotated[list[Path], typer.Argument(metavar="PART", help=t("opt.batch.parts"))],
    output: Out,
    campaign: CampaignFile = None,
    roster: Roster = None,
    received: Received = None,
    formats: Formats = "html,json",
    workers: Workers = None,
    previous: Previous = None,
    min_group: MinGroup = 10,
    coalition: Coalition = 1,
    second: Second = "size",
    key: Key = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: AsOf = None,
) -> int:
    """Bring parts together."""
    from cssa.batch.intake.runner import gather
    from cssa.batch.workers import worker_pool

    request = _request(
        _settings(checklist, scheme, target),
        _rules(min_group, coalition, second),
        formats,
        as_of,
        _InputFiles(campaign, roster, received, key),
        previous,
    )
    with _opened(output) as folder, progress() as told:
        intake = gather(parts, request.settings, folder, told("read"))
        with worker_pool(_workers(workers), len(intake.files)) as hands:
            outcome = _conduct(request, intake, folder, hands, told)
    return _tell(outcome, output)


class _InputFiles(NamedTuple):
    """Files beside the forms, as they were named."""

    campaign: Path | None
    roster: Path | None
    received: Path | None
    key: Path | None


def _settings(checklist: Path | None, scheme: str | None, target: str | None) -> "BatchSettings":
    """Return what forms are read with; the date is put in once the campaign is known."""
    from cssa.batch.intake.processor import BatchSettings

    entry = open_workspace(checklist).asked_entry()
    return BatchSettings(
        checklist=(entry.id, entry.version),
        given=checklist,
        folders=checklist_folders(),
        cache=cache_folder(),
        scheme=scheme or DEFAULT_SCHEME,
        targets=target or DEFAULT_TARGETS,
        as_of=today(),
        lang=current(),
    )


def _rules(min_group: int, coalition: int, second: str) -> "Rules":
    from cssa.peers.rules import Rules

    match second:
        case "size" | "core_system":
            rules = Rules(min_group, coalition, second=second)
        case _:
            raise UsageError([Problem("batch.bad_second", {"found": second})])
    rules.check()
    return rules


def _request(
    settings: "BatchSettings",
    rules: "Rules",
    formats: str,
    as_of: str | None,
    files: _InputFiles,
    previous: Path | None,
) -> "BatchRequest":
    from cssa.batch.pipeline import BatchRequest
    from cssa.lists.receipts import read_receipts
    from cssa.lists.roster import read_roster

    wanted = tuple(dict.fromkeys(one.strip() for one in formats.split(",") if one.strip()))
    for one in wanted:
        if one not in _FORMATS:
            params = {"found": one, "known": ", ".join(_FORMATS)}
            raise UsageError([Problem("batch.no_such_format", params)])
    campaign = _read(read_campaign, files.campaign)
    if as_of is not None or campaign is None or campaign.deadline is None:
        date = read_date(as_of)
    else:
        date = campaign.deadline
    sectors = open_workspace().scoring_data.sectors
    if campaign is not None:
        rules = rules._replace(coverage_floor=Fraction(campaign.coverage_floor))
    return BatchRequest(
        settings=settings._replace(as_of=date),
        rules=rules,
        campaign=campaign,
        roster=_read(lambda data, path: read_roster(data, path, sectors), files.roster),
        receipts=_read(read_receipts, files.received) or (),
        formats=wanted,
        previous=previous,
        key=_key(files.key),
        named={
            name: None if path is None else read_bytes(path)
            for name, path in files._asdict().items()
        },
    )


def _read(reader: Callable[[bytes, str], T], path: Path | None) -> T | None:
    return None if path is None else reader(read_bytes(path), str(path))


def _key(path: Path | None) -> bytes | None:
    if path is None:
        return None
    key = read_bytes(path)
    if len(key) < _LEAST_KEY:
        raise UsageError([Problem("batch.key_short", {}, Location(str(path)))])
    return key


def _share(text: str | None) -> "Shard":
    from cssa.batch.intake.runner import Shard

    if text is None:
        return Shard(1, 1)
    k, slash, n = text.partition("/")
    if slash and k.isdecimal() and n.isdecimal() and 1 <= int(k) <= int(n):
        return Shard(int(k), int(n))
    raise UsageError([Problem("batch.bad_shard", {"found": text})])


def _workers(given: int | None) -> int | None:
    if given is not None and given < 1:
        raise UsageError([Problem("batch.bad_workers", {"found": given})])
    return given


@contextmanager
def _opened(path: Path) -> "Iterator[OutFolder]":
    """Open the batch's folder for this run alone.

    Raises:
        OutputError: when it holds something else, another run has it, or it cannot be written.
    """
    from filelock import FileLock, Timeout

    from cssa.batch.outputs.folder import KEPT, OutFolder

    gc.enable()  # off for short runs; this one may go through thousands of files
    folder = OutFolder(path)
    try:
        folder.prepare()
        with FileLock(path / KEPT / ".lock", timeout=0):
            yield folder
    except Timeout:
        raise OutputError([Problem("batch.out_in_use", {}, Location(str(path)))]) from None
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        where = Location(str(error.filename or path))
        raise OutputError([Problem("file.cannot_write", reason, where)]) from None


def _conduct(
    request: "BatchRequest",
    intake: "IntakeResult",
    folder: "OutFolder",
    hands: "WorkerPool",
    told: Progress,
) -> "BatchResult":
    from cssa.batch.pipeline import run_pipeline

    return run_pipeline(request, intake, folder, hands, told)


def _tell(outcome: "BatchResult", output: Path) -> int:
    """Say what a batch came to, and return its exit code."""
    from cssa.batch.outputs.returns import RETURNED
    from cssa.batch.outputs.run_summary import lines

    emit("".join(f"{line}\n" for line in lines(outcome, output, current())))
    if not any(one.standing for one in outcome.ledger.institutions):
        return ExitCode.NOTHING_ASSESSED
    if any(one.state in RETURNED for one in outcome.ledger.filings):
        return ExitCode.INPUT
    return ExitCode.DONE
