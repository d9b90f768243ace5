"""Publishing a campaign, once; and withdrawing a published figure that is wrong.

An act is decided on in memory, its files are kept apart, and then it is recorded: from the record
on it stands. Only after that do files appear where they are handed out from. So an act that was
interrupted before its record has done nothing, and one that was interrupted after it is finished
by the same command from what is kept, with the same bytes.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cssa.batch.aggregate import PEERS, edition_files, turnout
from cssa.batch.conduct import HEARING, Progress
from cssa.batch.desk import desk
from cssa.batch.feedback import Issue, Order, feed_back
from cssa.batch.feedback_editions import FeedbackEditions
from cssa.batch.folder import OutFolder
from cssa.batch.intake import Step, reopen
from cssa.batch.manifest import changed_inputs, outputs_of, write_manifest
from cssa.batch.publication_record import (
    FIGURES,
    PUBLISHED,
    STAGED,
    Earlier,
    Measure,
    PublicationRecord,
    PublishedAnswers,
    PublishedRules,
    Withdrawal,
    coverage_floor,
    encoded,
    encoded_figures,
    finished,
    place,
    read_figures,
    read_record,
    stage,
    staged_name,
    write_record,
)
from cssa.batch.request import Request
from cssa.batch.settled import Settled
from cssa.batch.workers import Crew
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.peers.publish import publish
from cssa.peers.published import read_peers
from cssa.peers.rules import Rules
from cssa.peers.withdrawal import withdraw
from cssa.population.member import Population


class SignOff(NamedTuple):
    """Who approved an act, and the day it is done on."""

    approved_by: str
    on: date


@dataclass(frozen=True, slots=True)
class PublishAct:
    """The act of publishing.

    Attributes:
        rules: those of the command line; the coverage floor is the campaign's.
        previous: folder of the last campaign's batch, which was published.
    """

    sign_off: SignOff
    rules: Rules
    previous: Path | None = None


@dataclass(frozen=True, slots=True)
class WithdrawAct:
    """The act of withdrawing a published figure.

    Attributes:
        group: a group's id, or ``continuing``.
        figure: its id; ``*`` for every figure of the group.
    """

    sign_off: SignOff
    group: str
    figure: str
    reason: str


Act = PublishAct | WithdrawAct


class LastRun(NamedTuple):
    """What the last run came to.

    Attributes:
        outputs: hashes of what it wrote.
    """

    settled: Settled
    outputs: dict[str, str]


class Recorded(NamedTuple):
    """An act that stands, and what its feedback is made from."""

    record: PublicationRecord
    last_run: LastRun


def record_act(act: Act, request: Request, folder: OutFolder, step: Step) -> Recorded:
    """Decide on an act and record it; one that was interrupted is taken up as it was recorded.

    Args:
        act: what is to be done.
        request: what the last run was asked.
        folder: the batch's.
        step: is told of progress.

    Raises:
        UsageError: when it cannot be done, such as publishing twice.
        InputError: when the folder is not as the last run, or the publication, left it.
    """
    record = read_record(folder)
    if record is not None and record.state == "publishing":
        return _taken_up(act, record, request, folder, step)
    if record is not None:
        record.check_files(folder)
    if isinstance(act, PublishAct):
        if record is not None:
            raise UsageError([_already(record)])
        _check_after_cut_off(act.sign_off.on, request)
        last_run = _last_run(request, folder, None, step)
        record, files = _new_edition(act, last_run.settled)
    elif record is None:
        raise UsageError([Problem("batch.publish.not_published", {}, Location(str(folder.root)))])
    else:
        last_run = _last_run(request, folder, record, step)
        record, files = _reduced_edition(act, record, last_run.settled)
    hashes = {**record.files, **stage(files, folder)}
    record = record.model_copy(update={"files": hashes})
    write_record(record, folder)
    return Recorded(record, last_run)


def hand_out(recorded: Recorded, folder: OutFolder, crew: Crew, progress: Progress) -> None:
    """Put the files of a recorded act in their places, and make everybody's feedback beside them.

    Args:
        recorded: the act.
        folder: the batch's.
        crew: writes the feedback.
        progress: is told how far it is.
    """
    record, (settled, outputs) = recorded
    place(record, folder)
    request = settled.request
    editions = FeedbackEditions(record, folder)
    orders = [
        Order(
            row.standing,
            row.path or "",
            settled.levels(row.id),
            mark=editions.mark(row.id, settled.contents[row.id]),
        )
        for row in settled.rows
        if row.standing is not None
    ]
    issue = Issue(
        request.settings,
        folder.root,
        request.formats,
        record.files[PEERS],
        request.previous,
        asks=False,
    )
    hashes, facts = {**outputs, **record.files}, []
    for made in feed_back(issue, orders, crew, progress("feedback")):
        hashes.update(made.written)
        facts.append(made.facts)
    progress("finish")
    folder.write(HEARING, settled.hearing(facts))
    hashes[HEARING] = folder.hash(HEARING) or ""
    folder.keep_only(STAGED, {staged_name(known) for known in record.files.values()})
    hashes[PUBLISHED] = _hash_once_finished(record)
    inputs = settled.inputs(hashes[PUBLISHED])
    write_manifest(folder, inputs, settled.intake.files, hashes, hashes)
    write_record(finished(record), folder)


def _hash_once_finished(record: PublicationRecord) -> str:
    return hashlib.sha256(encoded(finished(record))).hexdigest()


def _taken_up(
    act: Act, record: PublicationRecord, request: Request, folder: OutFolder, step: Step
) -> Recorded:
    """Return an act that was interrupted after it had been recorded.

    Where its feedback cannot be made, because another version of the program read the answers,
    the edition is completed all the same.
    """
    if not _is_same(act, record, request):
        raise UsageError([record.unfinished("batch.publish.interrupted", folder)])
    try:
        return Recorded(record, _last_run(request, folder, record, step))
    except InputError:
        place(record, folder)
        write_record(finished(record), folder)
        where = Location(str(folder.root))
        raise InputError([Problem("batch.publish.feedback_left", {}, where)]) from None


def _is_same(act: Act, record: PublicationRecord, request: Request) -> bool:
    """Tell whether an act is the one that was recorded last."""
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


def _rules(act: PublishAct, request: Request) -> PublishedRules:
    rules = act.rules._replace(coverage_floor=coverage_floor(request.campaign))
    return PublishedRules.of(rules, desk(request.settings).library.sectors)


def _already(record: PublicationRecord) -> Problem:
    params = {"on": record.on, "approved_by": record.approved_by}
    return Problem("batch.publish.already", params)


def _check_after_cut_off(on: date, request: Request) -> None:
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


def _last_run(
    request: Request, folder: OutFolder, record: PublicationRecord | None, step: Step
) -> LastRun:
    """Return what the last run came to, where it was finished and nothing has changed since.

    Raises:
        InputError: otherwise.
    """
    where = Location(str(folder.root))
    intake = reopen(folder, request.settings, step)
    if intake is None:
        raise InputError([Problem("batch.publish.run_again", {}, where)])
    settled = Settled(request, intake, folder, record)
    published = [folder.hash(PUBLISHED)]
    if record is not None and record.state == "publishing":
        published = [record.follows, _hash_once_finished(record)]
    for token in published:
        inputs = settled.inputs(token)
        outputs = outputs_of(folder, inputs)
        if outputs is not None:
            return LastRun(settled, outputs)
    changed = changed_inputs(folder, settled.inputs(published[0]))
    code = "review_waiting" if changed == {"corrections"} else "run_again"
    raise InputError([Problem(f"batch.publish.{code}", {}, where)])


def _new_edition(act: PublishAct, settled: Settled) -> tuple[PublicationRecord, dict[str, bytes]]:
    """Return the record of a new edition, and its files.

    Raises:
        UsageError: when the change is to be worked out from what was published under other rules.
        InputError: when nothing was accepted, or the last campaign was not published.
    """
    request = settled.request
    if not settled.standing:
        where = Location(str(settled.folder.root))
        raise InputError([Problem("batch.publish.nothing", {}, where)])
    sectors = settled.desk.library.sectors
    rules = act.rules._replace(coverage_floor=settled.floor)
    recorded_rules = PublishedRules.of(rules, sectors)
    earlier, former = None, None
    if act.previous is not None:
        former = _earlier(act.previous, recorded_rules, settled, act.sign_off.on)
        earlier = Earlier(
            campaign=former.campaign, published=OutFolder(act.previous).hash(PUBLISHED) or ""
        )
    population = _population(settled)
    peers, withheld = publish(
        population,
        sectors,
        rules,
        None if act.previous is None else read_figures(OutFolder(act.previous)),
        () if former is None else former.withdrawn_figures,
    )
    participation = turnout(settled.ledger)
    lang = request.settings.lang
    files = edition_files(peers, withheld, participation, request.campaign, settled.desk, lang)
    record = PublicationRecord(
        state="publishing",
        campaign=population.campaign,
        approved_by=act.sign_off.approved_by,
        on=act.sign_off.on,
        rules=recorded_rules,
        measure=Measure(
            checklist=peers.checklist,
            scheme=peers.scheme,
            targets=peers.targets,
            as_of=request.settings.as_of,
        ),
        lang=lang,
        previous=earlier,
        follows=None,
        files={},
        cells=peers.cells,
        withheld=withheld,
        participation=participation,
        campaign_file=request.campaign,
        institutions=_answers(settled),
    )
    return record, {**dict(files), FIGURES: encoded_figures(population)}


def _population(settled: Settled) -> Population:
    """Return the institutions whose answers enter the figures."""
    edition, yardstick = settled.desk.edition, settled.desk.yardstick
    checklist = edition.checklist
    return Population(
        campaign=settled.ledger.campaign or None,
        checklist=checklist.id,
        version=checklist.version,
        fingerprint=edition.fingerprint,
        scheme=yardstick.scheme.id,
        targets=yardstick.targets.id,
        domains=tuple(domain.id for domain in checklist.domains),
        sections=tuple(section.id for domain in checklist.domains for section in domain.sections),
        practices=tuple(item.practice.id for item in checklist.walk()),
        members=tuple(settled.members[row.id] for row in settled.rows if row.in_statistics),
    )


def _answers(settled: Settled) -> dict[str, PublishedAnswers]:
    """Return the answers of everyone that feedback is made of, as they stand."""
    answers = {}
    for row in settled.rows:
        if row.standing is None:
            continue
        answers[row.id] = PublishedAnswers(
            content=settled.contents[row.id],
            file=row.standing.sha256,
            entered=row.in_statistics,
        )
    return answers


def _earlier(path: Path, rules: PublishedRules, settled: Settled, on: date) -> PublicationRecord:
    """Return what was published of the last campaign.

    Raises:
        UsageError: when it was published under other rules, later, or as this campaign.
        InputError: when it was not published.
    """
    folder, where = OutFolder(path), Location(str(path))
    record = read_record(folder)
    if record is None or record.state != "published":
        raise InputError([Problem("batch.publish.previous_unpublished", {}, where)])
    record.check_files(folder, (FIGURES,))
    problems = [
        Problem(f"batch.publish.other_rule.{name}", {"then": then, "now": now}, where)
        for name, now, then in rules.differing(record.rules)
    ]
    if record.campaign is not None and record.campaign == settled.ledger.campaign:
        problems.append(
            Problem("batch.publish.previous_same", {"campaign": record.campaign}, where)
        )
    elif record.on >= on:
        problems.append(Problem("batch.publish.previous_later", {"then": record.on}, where))
    if problems:
        raise UsageError(problems)
    return record


def _reduced_edition(
    act: WithdrawAct, record: PublicationRecord, settled: Settled
) -> tuple[PublicationRecord, dict[str, bytes]]:
    """Return the record of an edition without a figure, and its files.

    Raises:
        UsageError: when the figure is not published, or the day lies before the publication.
    """
    folder, desk_ = settled.folder, settled.desk
    if act.sign_off.on < record.on:
        params = {"on": act.sign_off.on, "published": record.on}
        raise UsageError([Problem("batch.publish.before_edition", params)])
    peers = read_peers(str(folder.root / PEERS))
    reduced, cells = withdraw(peers, desk_.edition.checklist, act.group, act.figure)
    withheld = (*record.withheld, *cells)
    files = edition_files(
        reduced, withheld, record.participation, record.campaign_file, desk_, record.lang
    )
    withdrawal = Withdrawal(
        group=act.group,
        figure=act.figure,
        reason=act.reason,
        approved_by=act.sign_off.approved_by,
        on=act.sign_off.on,
        cells=cells,
    )
    changed = {
        "state": "publishing",
        "follows": folder.hash(PUBLISHED),
        "cells": reduced.cells,
        "withheld": withheld,
        "withdrawn": (*record.withdrawn, withdrawal),
    }
    return record.model_copy(update=changed), dict(files)
