"""``cssa batch issue``: makes a form, a letter and a line of the mail list for each institution."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.checklist.tier_titles import asked_tier_titles
from cssa.cli import options
from cssa.cli.batch_workers import Workers, check_workers, open_workers
from cssa.cli.environment import cache_folder, checklist_folders, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import cannot_write, check_folder, checklist_files
from cssa.cli.pages import show
from cssa.cli.progress import progress
from cssa.datafile.files import read_bytes
from cssa.errors import Problem, UsageError
from cssa.messages import message
from cssa.messages.wording import in_language, listed

if TYPE_CHECKING:
    from cssa.answers.campaign import Campaign
    from cssa.batch.issuing.form_issuer import IssueSettings
    from cssa.batch.previous_campaign import PresentCampaign
    from cssa.checklist.catalogue import Edition
    from cssa.lists.roster import RosterEntry


def issue(
    roster: Annotated[Path, typer.Option("--roster", metavar="FILE", help=t("opt.issue.roster"))],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FORMS", help=t("opt.issue.output"))
    ],
    campaign: Annotated[
        Path | None, typer.Option("--campaign", metavar="FILE", help=t("opt.issue.campaign"))
    ] = None,
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="OUT", help=t("opt.issue.previous"))
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help=t("opt.issue.key"))
    ] = None,
    ending: Annotated[
        str, typer.Option("--format", metavar="xlsx|html", help=t("opt.issue.format"))
    ] = "xlsx",
    workers: Workers = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Send out a campaign."""
    from cssa.answers.campaign import read_campaign
    from cssa.batch.issuing.form_issuer import WRITERS
    from cssa.batch.issuing.issue_run import expected, issue_forms
    from cssa.batch.issuing.issue_summary import issue_page
    from cssa.batch.previous_campaign import PreviousCampaign

    if ending not in WRITERS:
        params = {"found": ending, "known": listed(WRITERS)}
        raise UsageError([Problem("batch.issue.format", params)])
    check_workers(workers, None)
    check_folder(output, (), (roster, campaign, previous, key, *checklist_files(checklist)))
    edition = _edition(checklist)
    asked = None
    if campaign is not None:
        asked = read_campaign(read_bytes(campaign), str(campaign), edition.checklist)
    tiers = _tiers(edition, asked)
    settings = _settings(edition, tiers, checklist, campaign, ending, as_of)
    entries = expected(_read_roster(roster), str(roster))
    former = None
    if previous is not None:
        former = PreviousCampaign(previous, None if key is None else read_bytes(key))
        former.check_earlier(_present(asked, settings))
    try:
        with progress() as phase, open_workers(workers, None, len(entries), ()) as pool:
            issued = issue_forms(settings, asked, entries, former, output, pool, phase("issue"))
    except OSError as error:
        raise cannot_write(Path(error.filename or output), error) from None
    show(issue_page(issued, output, current()))
    return ExitCode.DONE


def _present(campaign: "Campaign | None", settings: "IssueSettings") -> "PresentCampaign":
    from cssa.batch.previous_campaign import PresentCampaign

    checklist, _ = settings.checklist
    if campaign is None:
        return PresentCampaign("", checklist, None, settings.as_of)
    return PresentCampaign(campaign.id, checklist, campaign.base_date, settings.as_of)


def _read_roster(path: Path) -> "tuple[RosterEntry, ...]":
    from cssa.lists.roster import read_roster

    return read_roster(read_bytes(path), str(path), open_workspace().scoring_data.sectors)


def _edition(checklist: str | None) -> "Edition":
    workspace = open_workspace(checklist)
    return workspace.catalogue.load(workspace.asked_entry())


def _tiers(edition: "Edition", campaign: "Campaign | None") -> str:
    """Return the titles of the tiers that a campaign asks; empty where it asks all."""
    titles = campaign and asked_tier_titles(edition.checklist, campaign.tiers)
    return "" if titles is None else str(in_language(titles, current(), message))


def _settings(
    edition: "Edition",
    tiers: str,
    checklist: str | None,
    campaign: Path | None,
    ending: str,
    as_of: str | None,
) -> "IssueSettings":
    from cssa.batch.issuing.form_issuer import IssueSettings

    return IssueSettings(
        (edition.checklist.id, edition.checklist.version),
        edition.checklist.title.get(current()),
        tiers,
        checklist,
        checklist_folders(),
        cache_folder(),
        None if campaign is None else read_bytes(campaign),
        ending,
        read_date(as_of),
        current(),
    )
