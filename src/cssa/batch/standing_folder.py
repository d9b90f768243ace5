"""Checks what is asked of a run against what its folder already holds."""

import json
from collections.abc import Collection
from datetime import date

from cssa.batch.intake.processor import file_processor
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.previous_campaign import LEDGER
from cssa.batch.publishing.publication_record import PublicationRecord
from cssa.batch.request import BatchRequest
from cssa.checklist.practice import TIERS, Tier
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.wording import CodedWord, listed


def request_beside_edition(
    request: BatchRequest, record: PublicationRecord | None, as_of: date | None, folder: OutFolder
) -> BatchRequest:
    """Return a run's request, adapted to what was published in the folder.

    Args:
        request: of the run.
        record: what was published, if anything was.
        as_of: the date that was specified; None where it is the default.
        folder: the batch's.

    Raises:
        UsageError: when it asks for other figures than the published ones.
        InputError: when publishing was interrupted, or the edition was changed since.
    """
    if record is None:
        if request.campaign is not None:
            check_folder(request.campaign.id, folder)
        return request
    if record.state == "publishing":
        raise InputError([record.unfinished("batch.published.interrupted", folder)])
    record.check_files(folder)
    measure = record.measure
    settings = request.settings._replace(as_of=measure.as_of)
    edition, criteria = file_processor(settings).edition, file_processor(settings).criteria
    checklists = [
        f"{checklist.id} {checklist.version}"
        for checklist in (edition.checklist, measure.checklist)
    ]
    if checklists[0] == checklists[1]:
        checklists = [edition.fingerprint, measure.checklist.fingerprint]
    _check_same(
        ("--as-of", as_of or measure.as_of, measure.as_of),
        ("--checklist", checklists[0], checklists[1]),
        ("--scheme", criteria.scheme.id, measure.scheme),
        ("--target", criteria.targets.id, measure.targets),
    )
    if request.campaign is not None:
        check_campaign(request.campaign.id, record)
    _check_asked(request.lists.asked_tiers, record)
    return request._replace(settings=settings)


def check_folder(campaign: str, folder: OutFolder) -> None:
    """Check that a folder does not hold the results of another campaign.

    Args:
        campaign: id of the present one; empty where nothing names it.
        folder: the batch's.

    Raises:
        InputError: when it does.
    """
    try:
        there = json.loads(folder.read(LEDGER) or b"{}").get("campaign")
    except (ValueError, AttributeError):
        return  # it is written anew
    if campaign and there and there != campaign:
        params = {"given": campaign, "there": there}
        where = Location(str(folder.root))
        raise InputError([Problem("batch.other_campaign_there", params, where)])


def _check_same(*options: tuple[str, object, object]) -> None:
    problems = [
        Problem(
            "batch.published.other_option", {"name": name, "given": given, "published": published}
        )
        for name, given, published in options
        if given != published
    ]
    if problems:
        raise UsageError(problems)


def check_campaign(campaign: str, record: PublicationRecord) -> None:
    """Check that a run is not of another campaign than the one that was published in the folder.

    Args:
        campaign: id of the present one; empty where nothing names it.
        record: what was published.

    Raises:
        UsageError: when it is.
    """
    if campaign and record.campaign and campaign != record.campaign:
        params = {"given": campaign, "published": record.campaign}
        raise UsageError([Problem("batch.published.other_campaign", params)])


def _check_asked(tiers: Collection[Tier], record: PublicationRecord) -> None:
    """Refuse to ask other tiers than those that the published figures are of."""
    published = TIERS if record.campaign_file is None else record.campaign_file.tiers
    if set(tiers) != set(published):
        words = (
            listed(CodedWord(f"tier.{tier}") for tier in asked) for asked in (tiers, published)
        )
        params = dict(zip(("given", "published"), words, strict=True))
        raise UsageError([Problem("batch.published.other_tiers", params)])
