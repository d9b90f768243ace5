"""The last run of a campaign, taken up from what it stored: the inbox is not read again."""

import hashlib
from collections.abc import Collection
from typing import NamedTuple

from cssa.batch.intake.runner import Step, reopen
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.manifest import changed_inputs, outputs_of
from cssa.batch.publishing.publication_record import (
    PUBLISHED,
    PublicationRecord,
    encoded,
    finished,
    read_record,
)
from cssa.batch.request import BatchRequest, Command
from cssa.batch.settled_campaign import SettledCampaign
from cssa.errors import InputError, Problem
from cssa.location import Location

_ENTERED = frozenset(("corrections", "marks"))
"""Inputs that are entered into the workbooks of the last run."""


class LastRun(NamedTuple):
    """The last run of the campaign.

    Attributes:
        outputs: hashes of what it wrote.
    """

    settled: SettledCampaign
    outputs: dict[str, str]


def hash_once_finished(record: PublicationRecord) -> str:
    """Return the hash that a record has once its act is done."""
    return hashlib.sha256(encoded(finished(record))).hexdigest()


def finished_record(folder: OutFolder) -> PublicationRecord | None:
    """Return the record of what was published, None where nothing was.

    Args:
        folder: the batch's.

    Raises:
        InputError: when it cannot be read, or publishing was interrupted.
    """
    record = read_record(folder)
    if record is not None and record.state == "publishing":
        raise InputError([record.unfinished("batch.published.interrupted", folder)])
    return record


def last_run(
    command: Command,
    request: BatchRequest,
    folder: OutFolder,
    record: PublicationRecord | None,
    step: Step,
) -> LastRun:
    """Return the last run, where it was finished and nothing has changed since.

    Args:
        command: that works from it.
        request: what it was asked.
        folder: the batch's.
        record: what was published, if anything was.
        step: reports progress.

    Raises:
        InputError: otherwise.
    """
    settled = _reopened(command, request, folder, record, step)
    published = [folder.hash(PUBLISHED)]
    if record is not None and record.state == "publishing":
        published = [record.follows, hash_once_finished(record)]
    for digest in published:
        inputs = settled.inputs(digest)
        outputs = outputs_of(folder, inputs)
        if outputs is not None:
            return LastRun(settled, outputs)
    changed = changed_inputs(folder, settled.inputs(published[0]))
    code = "review_waiting" if changed and changed <= _ENTERED else "run_again"
    raise InputError([_problem(command, code, folder)])


def last_ledger(
    command: Command,
    request: BatchRequest,
    folder: OutFolder,
    record: PublicationRecord | None,
    step: Step,
) -> SettledCampaign:
    """Return what the last run made of the files; entries in its workbooks since do not matter.

    Args:
        command: that works from it.
        request: what it was asked.
        folder: the batch's.
        record: what was published, if anything was.
        step: reports progress.

    Raises:
        InputError: when the run did not finish, or anything else has changed since.
    """
    settled = _reopened(command, request, folder, record, step)
    changed: Collection[str] = changed_inputs(folder, settled.inputs(folder.hash(PUBLISHED)))
    if set(changed) - _ENTERED:
        raise InputError([_problem(command, "run_again", folder)])
    return settled


def _reopened(
    command: Command,
    request: BatchRequest,
    folder: OutFolder,
    record: PublicationRecord | None,
    step: Step,
) -> SettledCampaign:
    intake = reopen(folder, request.settings, step)
    if intake is None:
        raise InputError([_problem(command, "run_again", folder)])
    return SettledCampaign(request, intake, folder, record)


def _problem(command: Command, code: str, folder: OutFolder) -> Problem:
    return Problem(f"batch.{command}.{code}", {}, Location(str(folder.root)))
