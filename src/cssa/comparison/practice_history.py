"""A practice over the days: its level or status, and what the checklist made of it."""

from collections.abc import Sequence
from itertools import pairwise

from cssa.checklist.change_kinds import CHANGE_KINDS
from cssa.comparison.compared_results import (
    PracticeChange,
    PracticeHistory,
    PracticePoint,
    PracticeRevision,
)
from cssa.comparison.revision import Revision
from cssa.comparison.snapshot import Snapshot, Standing
from cssa.engine.status import OUTSIDE_SCOPE

_SAME = "unchanged"


def practice_history(
    key: str, snapshots: Sequence[Snapshot], revisions: Sequence[Revision | None]
) -> PracticeHistory:
    """Return how a practice stood on each day, and how it changed.

    Args:
        key: that of the practice in the snapshots.
        snapshots: in the order of their days.
        revisions: what became of the practices from each to the next.
    """
    standings = [snapshot.standings.get(key) for snapshot in snapshots]
    last = next(standing for standing in reversed(standings) if standing is not None)
    return PracticeHistory(
        id=key,
        domain=last.domain,
        tier=last.tier,
        points=tuple(
            None
            if standing is None
            else PracticePoint(
                id=standing.id,
                status=standing.status,
                level=standing.level,
                target=standing.target,
            )
            for standing in standings
        ),
        changes=tuple(_change(old, new) for old, new in pairwise(standings)),
        change=_change(standings[0], standings[-1]),
        revisions=tuple(
            None if revision is None else _revised(old, new, revision)
            for (old, new), revision in zip(pairwise(standings), revisions, strict=True)
        ),
    )


def _change(old: Standing | None, new: Standing | None) -> PracticeChange | None:
    if old is None or new is None:
        return None if old is new else "new" if old is None else "gone"
    return _change_of_status(old, new) if old.status != new.status else _change_of_level(old, new)


def _change_of_level(old: Standing, new: Standing) -> PracticeChange:
    if old.level is None or new.level is None or old.level == new.level:
        return "same"
    return "up" if new.level > old.level else "down"


def _change_of_status(old: Standing, new: Standing) -> PracticeChange:
    match new.status:
        case "not_applicable" | "not_adopted":
            return new.status
        case "answered" if old.status == "unanswered":
            return "answered"
        case "unanswered" if old.status == "answered":
            return "unanswered"
        case "answered" | "unanswered":
            return "back"
        case _:
            return "same" if old.status in OUTSIDE_SCOPE else "out_of_scope"


def _revised(
    old: Standing | None, new: Standing | None, revision: Revision
) -> PracticeRevision | None:
    """Return what a revision made of a practice, None where that is plain from its change."""
    if new is not None:
        source = revision.sources.get(new.id)
        if source is None or not source.practices:
            return None
        kinds, practices = source.kinds, source.practices
    elif old is not None:
        into = {
            name: source.kinds
            for name, source in revision.sources.items()
            if old.id in source.practices
        }
        named = {kind for kinds in into.values() for kind in kinds}
        kinds = tuple(kind for kind in CHANGE_KINDS if kind in named)
        practices = tuple(into)
    else:
        return None
    told = tuple(kind for kind in kinds if kind != _SAME)
    return PracticeRevision(kinds=told, practices=practices) if told else None
