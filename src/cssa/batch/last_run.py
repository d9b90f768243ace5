"""The last run of a campaign, for commands that go on from it without reading files again."""

from typing import NamedTuple

from cssa.batch.intake.runner import Step, reopen
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.manifest import changed_inputs, outputs_of
from cssa.batch.publishing.publication_record import (
    PUBLISHED,
    PublicationRecord,
    hash_once_finished,
)
from cssa.batch.request import BatchRequest
from cssa.batch.settled_campaign import SettledCampaign
from cssa.errors import InputError, Problem
from cssa.location import Location


class LastRun(NamedTuple):
    """The last run of the campaign.

    Attributes:
        outputs: hashes of what it wrote.
    """

    settled: SettledCampaign
    outputs: dict[str, str]


def last_run(
    request: BatchRequest,
    folder: OutFolder,
    record: PublicationRecord | None,
    step: Step,
    command: str = "publish",
) -> LastRun:
    """Return the last run, where it was finished and nothing has changed since.

    Args:
        request: what it was asked.
        folder: the batch's.
        record: what was published, if anything was.
        step: reports progress.
        command: that goes on from it, for messages.

    Raises:
        InputError: when it was not finished, or something has changed since.
    """
    where = Location(str(folder.root))
    intake = reopen(folder, request.settings, step)
    if intake is None:
        raise InputError([Problem(f"batch.{command}.run_again", {}, where)])
    settled = SettledCampaign(request, intake, folder, record)
    published = [folder.hash(PUBLISHED)]
    if record is not None and record.state == "publishing":
        published = [record.follows, hash_once_finished(record)]
    for digest in published:
        inputs = settled.inputs(digest)
        outputs = outputs_of(folder, inputs)
        if outputs is not None:
            return LastRun(settled, outputs)
    changed = changed_inputs(folder, settled.inputs(published[0]))
    code = "review_waiting" if changed == {"corrections"} else "run_again"
    raise InputError([Problem(f"batch.{command}.{code}", {}, where)])
