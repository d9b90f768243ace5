"""How every practice stood on one day, and what weighed it and was expected of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.checklist.practice import Tier
from cssa.engine.comparability import Subject, subject_of
from cssa.engine.result import PracticeResult, Result
from cssa.engine.status import Status
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import RiskLevel, Targets

SourceKind = Literal["answers", "result", "saved"]
"""What a snapshot is of: answers or a form, a result, or levels that the gate saved."""

COUNTED: tuple[Status, ...] = ("answered", "unanswered")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a practice stood.

    Attributes:
        id: its id in the checklist of the day.
        sections: those around it, outwards; None where the checklist is not available.
        own_weight: its weight in the checklist; None where the checklist is not available.
        weight: the scheme's weight of its tier times its own.
        target: level expected; None where none is, or where the practice is not counted.
        is_replaced: whether a valid alternative measure keeps it from being below target; None
            where that cannot be told.
    """

    id: str
    domain: str
    sections: tuple[str, ...] | None
    tier: Tier
    status: Status
    level: int | None
    own_weight: int | None
    weight: int
    target: int | None
    is_replaced: bool | None

    @property
    def counted(self) -> bool:
        """Whether it has a value."""
        return self.status in COUNTED


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What figures were made from, as far as it is available.

    Attributes:
        checklist: with the fingerprint of the snapshot.
        scheme: with the content of the snapshot's.
        targets: with the content of the snapshot's.
    """

    checklist: Checklist | None = None
    scheme: Scheme | None = None
    targets: Targets | None = None


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """One institution's assessment as it stood on a day.

    Attributes:
        name: of the file, as it was given.
        day: the day that the answers describe.
        version: of the checklist.
        fingerprint: of the checklist.
        standings: by practice, in checklist order; in a comparison by its id in the last snapshot.
        domains: by domain in checklist order, its weight in the overall score.
        scheme: what identifies the content of the scheme.
        targets: what identifies the content of the targets; None for saved levels, which have none.
        risk: level of the risk profile; None for saved levels.
        provisional: whether something is unanswered or to be confirmed; None for saved levels.
    """

    name: str
    source: SourceKind
    day: date
    subject: Subject
    institution: str
    version: str
    fingerprint: str
    scale: LevelScale
    standings: Mapping[str, Standing]
    domains: Mapping[str, int]
    scheme: str
    targets: str | None
    risk: RiskLevel | None
    provisional: bool | None
    sources: Sources = Sources()

    @property
    def has_targets(self) -> bool:
        """Whether what is below target is known."""
        return self.targets is not None

    def value(self, standing: Standing) -> int:
        """Return what a counted practice counts: its level, the lowest when unanswered."""
        return self.scale.value(standing.level)


def snapshot_of(
    result: Result,
    sources: Sources,
    *,
    name: str,
    day: date,
    submission: Submission | None = None,
) -> Snapshot:
    """Return the snapshot of a result.

    Args:
        result: the result.
        sources: what it was made from, as far as it is available.
        name: of the file, for messages.
        day: the day that the answers describe.
        submission: the answers; None for a result that was read as such.
    """
    placed = {} if sources.checklist is None else sources.checklist.placed
    standings = {
        practice.id: _standing(practice, domain.id, placed.get(practice.id), submission)
        for domain in result.domains
        for practice in domain.practices
    }
    return Snapshot(
        name=name,
        source="result" if submission is None else "answers",
        day=day,
        subject=subject_of(result),
        institution=result.institution.name,
        version=result.checklist.version,
        fingerprint=result.checklist.fingerprint,
        scale=result.scale,
        standings=standings,
        domains={domain.id: domain.weight for domain in result.domains},
        scheme=result.scheme.content,
        targets=result.target.content,
        risk=result.risk_profile.level,
        provisional=result.provisional,
        sources=sources,
    )


def _standing(
    practice: PracticeResult,
    domain: str,
    placed: PlacedPractice | None,
    submission: Submission | None,
) -> Standing:
    return Standing(
        id=practice.id,
        domain=domain,
        sections=None if placed is None else sections_of(placed),
        tier=practice.tier,
        status=practice.status,
        level=practice.level,
        own_weight=None if placed is None else placed.practice.weight,
        weight=practice.weight,
        target=practice.target,
        is_replaced=_is_replaced(practice, submission),
    )


def sections_of(placed: PlacedPractice) -> tuple[str, ...]:
    """Return the sections around a practice, outwards."""
    return () if placed.section is None else placed.domain.lineage[placed.section.id]


def _is_replaced(practice: PracticeResult, submission: Submission | None) -> bool | None:
    """Return whether a valid alternative measure stands; of a result, as far as its gap tells."""
    if not practice.treated:
        return False
    if submission is not None:
        treatment = submission.answers.get(practice.id, NO_ANSWER).treatment
        return treatment is not None and treatment.kind == "alternative"
    return None if practice.target is None else practice.gap is None


def saved_snapshot(
    statuses: Mapping[str, Status | int],
    checklist: Checklist,
    scheme: Scheme,
    *,
    name: str,
    day: date,
    subject: Subject,
    fingerprint: str,
    scheme_content: str,
) -> Snapshot:
    """Return the snapshot of saved levels, which have no targets and no treatments.

    Args:
        statuses: by practice its level, else its status.
        checklist: what was answered, with this fingerprint.
        scheme: the one of this content.
        name: of the file, for messages.
        day: the day that the levels describe.
        subject: whose levels they are.
        fingerprint: of the checklist.
        scheme_content: what identifies the content of the scheme.
    """
    return Snapshot(
        name=name,
        source="saved",
        day=day,
        subject=subject,
        institution=subject.institution,
        version=checklist.version,
        fingerprint=fingerprint,
        scale=checklist.level_scale,
        standings={
            placed.practice.id: _saved_standing(placed, statuses[placed.practice.id], scheme)
            for placed in checklist.walk()
            if placed.practice.id in statuses
        },
        domains={domain.id: scheme.domain_weight(domain.id) for domain in checklist.domains},
        scheme=scheme_content,
        targets=None,
        risk=None,
        provisional=None,
        sources=Sources(checklist=checklist, scheme=scheme),
    )


def _saved_standing(placed: PlacedPractice, kept: Status | int, scheme: Scheme) -> Standing:
    practice = placed.practice
    return Standing(
        id=practice.id,
        domain=placed.domain.id,
        sections=sections_of(placed),
        tier=practice.tier,
        status="answered" if isinstance(kept, int) else kept,
        level=kept if isinstance(kept, int) else None,
        own_weight=practice.weight,
        weight=scheme.weight(practice.tier) * practice.weight,
        target=None,
        is_replaced=None,
    )


def in_checklist_order(snapshots: Sequence[Snapshot]) -> Iterator[str]:
    """Yield every practice once: those of the last snapshot, then those of earlier ones alone."""
    seen: set[str] = set()
    for snapshot in reversed(snapshots):
        for name in snapshot.standings:
            if name not in seen:
                seen.add(name)
                yield name
