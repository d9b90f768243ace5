"""The comparison of two to five snapshots."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cssa.comparison.compared_results import (
    ComparedPoint,
    ComparedResults,
    FigureHistory,
    FigureKind,
)
from cssa.comparison.figure_history import figure_history, members_by_group
from cssa.comparison.practice_history import practice_history
from cssa.comparison.revision import Revision, in_last_numbering
from cssa.comparison.snapshot import Snapshot, in_checklist_order
from cssa.comparison.stages import Group, stages


def compare_snapshots(
    snapshots: Sequence[Snapshot], revisions: Sequence[Revision | None] | None = None
) -> ComparedResults:
    """Return what changed from each snapshot to the next, and from the first to the last.

    Args:
        snapshots: at least two, of one subject, in the order of their days.
        revisions: what became of the practices from each to the next; None, or None for all, where
            a practice is matched by its id.
    """
    revisions = revisions or [None] * (len(snapshots) - 1)
    snapshots = in_last_numbering(snapshots, revisions)
    last = snapshots[-1]
    chains = [stages(old, new) for old, new in pairwise(snapshots)]
    has_sections = all(snapshot.sources.checklist is not None for snapshot in snapshots)
    members = [members_by_group(snapshot) for snapshot in snapshots]
    groups: dict[FigureKind, list[str]] = {"domain": [], "section": []}
    for snapshot in reversed(snapshots):
        _add_missing(groups["domain"], snapshot.domains)
        if has_sections and snapshot.sources.checklist is not None:
            for domain in snapshot.sources.checklist.domains:
                _add_missing(groups["section"], [section.id for section in domain.sections])

    def history(kind: FigureKind, name: Group) -> FigureHistory:
        return figure_history(kind, name, snapshots, members, chains)

    return ComparedResults(
        institution=last.subject.institution,
        name=last.institution,
        checklist=last.subject.checklist,
        scored=last.subject.scored,
        scale=last.scale,
        points=tuple(_point(snapshot) for snapshot in snapshots),
        overall=history("overall", None),
        domains=tuple(history("domain", name) for name in groups["domain"]),
        sections=tuple(history("section", name) for name in groups["section"])
        if has_sections
        else None,
        practices=tuple(
            practice_history(name, snapshots, revisions) for name in in_checklist_order(snapshots)
        ),
    )


def _add_missing(known: list[str], names: "Sequence[str] | Mapping[str, object]") -> None:
    known += [name for name in names if name not in known]


def _point(snapshot: Snapshot) -> ComparedPoint:
    return ComparedPoint(
        file=snapshot.name,
        source=snapshot.source,
        assessed_on=snapshot.day,
        version=snapshot.version,
        fingerprint=snapshot.fingerprint,
        scheme=snapshot.scheme,
        targets=snapshot.targets,
        risk=snapshot.risk,
        provisional=snapshot.provisional,
    )
