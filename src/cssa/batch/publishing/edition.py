"""The edition that publishing or withdrawing results in, before any of it is written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cssa.batch.chapter.chapter import CHAPTER_GROUP, chapter_of, without_entries
from cssa.batch.outputs.aggregate_files import CHAPTER, PEERS, edition_files, turnout
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.publishing.known_readers import known_readers
from cssa.batch.publishing.publication_record import (
    FIGURES,
    PUBLISHED,
    Earlier,
    Measure,
    PublicationRecord,
    PublishedAnswers,
    PublishedRules,
    Withdrawal,
    encoded_figures,
    read_figures,
    read_record,
)
from cssa.batch.purging.purge_record import check_not_purged
from cssa.batch.settled_campaign import SettledCampaign
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages import fitting
from cssa.peers.chapter import ChapterEntry
from cssa.peers.composition import composition
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.member import Population
from cssa.peers.peers_file import read_peers
from cssa.peers.publication import publish
from cssa.peers.questions import counted_questions
from cssa.peers.rules import Rules
from cssa.peers.withdrawal import withdraw


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
    """The act of withdrawing a published figure, or what the chapter says of a practice.

    Attributes:
        group: a group's id, ``continuing`` or ``chapter``.
        figure: its id; ``*`` for every figure of the group.
    """

    sign_off: SignOff
    group: str
    figure: str
    reason: str


Act = PublishAct | WithdrawAct


def new_edition(
    act: PublishAct, settled: SettledCampaign
) -> tuple[PublicationRecord, dict[str, bytes]]:
    """Return the record of a new edition, and its files.

    Raises:
        UsageError: when the change is to be computed from what was published under other rules.
        InputError: when nothing was accepted, or the last campaign was not published.
    """
    request = settled.request
    if not settled.effective_filings:
        where = Location(str(settled.folder.root))
        raise InputError([Problem("batch.publish.nothing", {}, where)])
    sectors = settled.processor.scoring_data.sectors
    rules = act.rules._replace(coverage_floor=settled.floor)
    recorded_rules = PublishedRules.of(rules, sectors)
    earlier, previous = None, None
    if act.previous is not None:
        previous = _earlier(act.previous, recorded_rules, settled, act.sign_off.on)
        earlier = Earlier(
            campaign=previous.campaign, published=OutFolder(act.previous).hash(PUBLISHED) or ""
        )
    population = _population(settled)
    peers, withheld = publish(
        population,
        sectors,
        rules,
        None if act.previous is None else read_figures(OutFolder(act.previous)),
        () if previous is None else previous.withdrawn_figures,
        None if previous is None else previous.cells,
    )
    participation = turnout(settled.ledger, has_roster=request.lists.roster is not None)
    lang = request.settings.lang
    chapter = chapter_of(settled, settled.folder, rules.min_group, population.coalitions).entries
    files = edition_files(
        peers,
        withheld,
        participation,
        request.campaign,
        settled.processor,
        lang,
        chapter or None,
    )
    record = PublicationRecord(
        state="publishing",
        campaign=population.campaign,
        approved_by=act.sign_off.approved_by,
        on=act.sign_off.on,
        rules=recorded_rules,
        measure=Measure(
            checklist=peers.checklist,
            scheme=peers.scheme,
            targets=settled.processor.criteria.targets.id,
            as_of=request.settings.as_of,
        ),
        lang=lang,
        previous=earlier,
        follows=None,
        files={},
        cells=peers.cells,
        withheld=withheld,
        coalitions=population.coalitions,
        chapter=chapter,
        participation=participation,
        campaign_file=request.campaign,
        institutions=_answers(settled),
    )
    return record, {**dict(files), FIGURES: encoded_figures(population)}


def _population(settled: SettledCampaign) -> Population:
    """Return the institutions whose answers enter the figures."""
    edition, criteria = settled.processor.edition, settled.processor.criteria
    checklist = edition.checklist
    return Population(
        campaign=settled.ledger.campaign or None,
        checklist=checklist.id,
        version=checklist.version,
        fingerprint=edition.fingerprint,
        scheme=criteria.scheme.id,
        scale=checklist.level_scale,
        domains=tuple(domain.id for domain in checklist.domains),
        sections=tuple(section.id for domain in checklist.domains for section in domain.sections),
        practices=tuple(item.practice.id for item in checklist.walk()),
        parts=composition(checklist, criteria.scheme),
        members=tuple(settled.members[row.id] for row in settled.rows if row.in_statistics),
        coalitions=known_readers(settled.ledger, settled.request.lists.roster),
        questions=counted_questions(checklist),
    )


def _answers(settled: SettledCampaign) -> dict[str, PublishedAnswers]:
    """Return the present answers of every institution with feedback."""
    answers = {}
    for row in settled.rows:
        if row.effective is None:
            continue
        answers[row.id] = PublishedAnswers(
            content=settled.contents[row.id],
            file=row.effective.sha256,
            entered=row.in_statistics,
        )
    return answers


def _earlier(
    path: Path, rules: PublishedRules, settled: SettledCampaign, on: date
) -> PublicationRecord:
    """Return what was published of the last campaign.

    Raises:
        UsageError: when it was published of another checklist, under other rules, later, or as this
            campaign, or its answers were removed since.
        InputError: when it was not published.
    """
    folder, where = OutFolder(path), Location(str(path))
    check_not_purged(folder)
    record = read_record(folder)
    if record is None or record.state != "published":
        raise InputError([Problem("batch.publish.previous_unpublished", {}, where)])
    record.check_files(folder, (FIGURES,))
    problems = [
        Problem(code, fitting(code, {"then": then, "now": now}), where)
        for code, now, then in (
            (f"batch.publish.other_rule.{name}", now, then)
            for name, now, then in rules.differing(record.rules)
        )
    ]
    checklist, _ = settled.request.settings.checklist
    if record.measure.checklist.id != checklist:
        params = {
            "campaign": record.campaign or "-",
            "present": settled.ledger.campaign or "-",
            "former": record.measure.checklist.id,
            "now": checklist,
        }
        problems.append(Problem("batch.previous.other_checklist", params, where))
    if record.campaign is not None and record.campaign == settled.ledger.campaign:
        problems.append(
            Problem("batch.publish.previous_same", {"campaign": record.campaign}, where)
        )
    elif record.on >= on:
        problems.append(Problem("batch.publish.previous_later", {"then": record.on}, where))
    if problems:
        raise UsageError(problems)
    return record


def reduced_edition(
    act: WithdrawAct, record: PublicationRecord, settled: SettledCampaign
) -> tuple[PublicationRecord, dict[str, bytes]]:
    """Return the record of an edition without a figure or an entry, and its files.

    Raises:
        UsageError: when it is not published, or the day lies before the publication.
    """
    folder, processor = settled.folder, settled.processor
    if act.sign_off.on < record.on:
        params = {"on": act.sign_off.on, "published": record.on}
        raise UsageError([Problem("batch.publish.before_edition", params)])
    peers = read_peers(str(folder.root / PEERS))
    chapter = record.chapter
    entries: tuple[ChapterEntry, ...] = ()
    cells: tuple[SuppressedFigure, ...] = ()
    if act.group == CHAPTER_GROUP:
        chapter, entries = without_entries(chapter, act.figure)
    else:
        parts = composition(processor.edition.checklist, processor.criteria.scheme)
        peers, cells = withdraw(peers, parts, act.group, act.figure)
    withheld = (*record.withheld, *cells)
    files = edition_files(
        peers,
        withheld,
        record.participation,
        record.campaign_file,
        processor,
        record.lang,
        chapter if CHAPTER in record.files else None,
    )
    withdrawal = Withdrawal(
        group=act.group,
        figure=act.figure,
        reason=act.reason,
        approved_by=act.sign_off.approved_by,
        on=act.sign_off.on,
        cells=cells,
        entries=entries,
    )
    changed = {
        "state": "publishing",
        "follows": folder.hash(PUBLISHED),
        "cells": peers.cells,
        "withheld": withheld,
        "withdrawn": (*record.withdrawn, withdrawal),
        "chapter": chapter,
    }
    return record.model_copy(update=changed), dict(files)
