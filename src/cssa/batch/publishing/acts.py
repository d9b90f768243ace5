"""Publishing a campaign, once; and withdrawing a published figure that is wrong.

An act is decided on in memory, its files are staged, and then it is recorded: from the record on
it is in force. Only after that do files appear where they are distributed from. So an act that was
interrupted before its record has done nothing, and one that was interrupted after it is finished
by the same command from what is stored, with the same bytes.
"""

from datetime import date
from typing import NamedTuple

from cssa.batch.intake.processor import file_processor
from cssa.batch.intake.runner import Step
from cssa.batch.last_run import LastRun, hash_once_finished, last_run
from cssa.batch.outputs.aggregate_files import PEERS
from cssa.batch.outputs.feedback import FeedbackJob, FeedbackSettings, feed_back
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.manifest import write_manifest
from cssa.batch.pipeline import HEARING, Progress
from cssa.batch.publishing.edition import (
    Act,
    PublishAct,
    SignOff,
    WithdrawAct,
    new_edition,
    reduced_edition,
)
from cssa.batch.publishing.feedback_editions import FeedbackEditions
from cssa.batch.publishing.publication_record import (
    PUBLISHED,
    STAGED,
    PublicationRecord,
    PublishedRules,
    coverage_floor,
    finished,
    place,
    read_record,
    stage,
    staged_name,
    write_record,
)
from cssa.batch.request import BatchRequest
from cssa.batch.workers import WorkerPool
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location


class Recorded(NamedTuple):
    """A recorded act, and the run that its feedback is made from."""

    record: PublicationRecord
    last_run: LastRun


def record_act(act: Act, request: BatchRequest, folder: OutFolder, step: Step) -> Recorded:
    """Decide on an act and record it; one that was interrupted is resumed as it was recorded.

    Args:
        act: what is to be done.
        request: what the last run was asked.
        folder: the batch's.
        step: reports progress.

    Raises:
        UsageError: when it cannot be done, such as publishing twice.
        InputError: when the folder is not as the last run, or the publication, left it.
    """
    record = read_record(folder)
    if record is not None and record.state == "publishing":
        return _resumed(act, record, request, folder, step)
    if record is not None:
        record.check_files(folder)
    if isinstance(act, PublishAct):
        if record is not None:
            raise UsageError([_already(record)])
        _check_after_cut_off(act.sign_off.on, request)
        run = last_run("publish", request, folder, None, step)
        record, files = new_edition(act, run.settled)
    elif record is None:
        raise UsageError([Problem("batch.publish.not_published", {}, Location(str(folder.root)))])
    else:
        run = last_run("publish", request, folder, record, step)
        record, files = reduced_edition(act, record, run.settled)
    hashes = {**record.files, **stage(files, folder)}
    record = record.model_copy(update={"files": hashes})
    write_record(record, folder)
    return Recorded(record, run)


def hand_out(recorded: Recorded, folder: OutFolder, pool: WorkerPool, progress: Progress) -> None:
    """Put the files of a recorded act in their places, and write everybody's feedback.

    Args:
        recorded: the act.
        folder: the batch's.
        pool: writes the feedback.
        progress: reports the phases.
    """
    record, (settled, outputs) = recorded
    place(record, folder)
    request = settled.request
    editions = FeedbackEditions(record, folder)
    jobs = [
        FeedbackJob(
            row.effective,
            row.path or "",
            settled.levels(row.id),
            mark=editions.mark(row.id, settled.contents[row.id]),
        )
        for row in settled.rows
        if row.effective is not None
    ]
    settings = FeedbackSettings(
        request.settings,
        folder.root,
        request.formats,
        record.files[PEERS],
        request.previous,
        asks=False,
        shows_incidents=request.shows_incidents,
        handling=settled.handling,
        base_date=request.base_date,
        chapter=record.chapter,
    )
    hashes, facts = {**outputs, **record.files}, []
    for result in feed_back(settings, jobs, pool, progress("feedback")):
        hashes.update(result.hashes)
        facts.append(result.facts)
    progress("finish")
    folder.write(HEARING, settled.hearing(settled.hearing_rows(facts)))
    hashes[HEARING] = folder.hash(HEARING) or ""
    folder.keep_only(STAGED, {staged_name(digest) for digest in record.files.values()})
    hashes[PUBLISHED] = hash_once_finished(record)
    inputs = settled.inputs(hashes[PUBLISHED])
    write_manifest(folder, inputs, settled.intake.files, hashes, hashes)
    write_record(finished(record), folder)


def _resumed(
    act: Act, record: PublicationRecord, request: BatchRequest, folder: OutFolder, step: Step
) -> Recorded:
    """Return an act that was interrupted after it had been recorded.

    Where its feedback cannot be made, because another version of the program read the answers,
    the edition is completed all the same.
    """
    if not _is_same(act, record, request):
        raise UsageError([record.unfinished("batch.publish.interrupted", folder)])
    try:
        return Recorded(record, last_run("publish", request, folder, record, step))
    except InputError:
        place(record, folder)
        write_record(finished(record), folder)
        where = Location(str(folder.root))
        raise InputError([Problem("batch.publish.feedback_left", {}, where)]) from None


def _is_same(act: Act, record: PublicationRecord, request: BatchRequest) -> bool:
    """Return whether an act is the one that was recorded last."""
    if isinstance(act, WithdrawAct):
        if not record.withdrawn:
            return False
        last = record.withdrawn[-1]
        sign_off = SignOff(last.approved_by, last.on)
        return act == WithdrawAct(sign_off, last.group, last.figure, last.reason)
    earlier = act.previous and OutFolder(act.previous).hash(PUBLISHED)
    return (
        not record.withdrawn
        and act.sign_off == SignOff(record.approved_by, record.on)
        and _rules(act, request) == record.rules
        and earlier == (record.previous and record.previous.published)
    )


def _rules(act: PublishAct, request: BatchRequest) -> PublishedRules:
    rules = act.rules._replace(coverage_floor=coverage_floor(request.campaign))
    return PublishedRules.of(rules, file_processor(request.settings).scoring_data.sectors)


def _already(record: PublicationRecord) -> Problem:
    params = {"on": record.on, "approved_by": record.approved_by}
    return Problem("batch.publish.already", params)


def _check_after_cut_off(on: date, request: BatchRequest) -> None:
    campaign = request.campaign
    if campaign is None:
        return
    for name in ("cut_off", "deadline"):
        last_day: date | None = getattr(campaign, name)
        if last_day is not None:
            if on <= last_day:
                params = {"on": on, "last_day": last_day}
                raise UsageError([Problem(f"batch.publish.too_early.{name}", params)])
            return
