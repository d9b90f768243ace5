"""A score and a number below target over the days, and what their differences come from."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cssa.comparison.compared_results import (
    DifferencePart,
    FigureDifference,
    FigureHistory,
    FigureKind,
    FigurePoint,
    signed,
)
from cssa.comparison.snapshot import Snapshot, Standing
from cssa.comparison.stages import CAUSES, Cause, Group, StageFigure, StageFigures
from cssa.engine.aggregate import exact, rounded
from cssa.engine.status import OUTSIDE_SCOPE

_NOTHING = StageFigure(None)
_NONE_BELOW = StageFigure(Fraction())
"""The figures of a group without a counted practice."""


def members_by_group(snapshot: Snapshot) -> dict[Group, list[Standing]]:
    """Return the practices of the whole, of every domain and of every section."""
    members: dict[Group, list[Standing]] = {None: [], **{name: [] for name in snapshot.domains}}
    if snapshot.sources.checklist is not None:
        for domain in snapshot.sources.checklist.domains:
            members |= {section.id: [] for section in domain.sections}
    for standing in snapshot.standings.values():
        for group in (None, standing.domain, *(standing.sections or ())):
            members.setdefault(group, []).append(standing)
    return members


def figure_history(
    kind: FigureKind,
    name: Group,
    snapshots: Sequence[Snapshot],
    members: Sequence[Mapping[Group, Sequence[Standing]]],
    chains: Sequence[Sequence[StageFigures]],
) -> FigureHistory:
    """Return the figures of a group over the days, with what their differences come from.

    Args:
        kind: what the group is.
        name: its id.
        snapshots: in the order of their days.
        members: of every group, for each day.
        chains: the figures at the stages from each day to the next.
    """
    ends = [chains[0][0], *(chain[-1] for chain in chains)]
    points = tuple(
        _figure_point(snapshot, groups[name], end, name) if name in groups else None
        for snapshot, groups, end in zip(snapshots, members, ends, strict=True)
    )
    is_there = [point is not None for point in points]
    score_ends = [
        end.scores.get(name, _NOTHING) if there else None
        for end, there in zip(ends, is_there, strict=True)
    ]
    below_ends = [
        end.below.get(name, _NONE_BELOW) if there and snapshot.has_targets else None
        for snapshot, end, there in zip(snapshots, ends, is_there, strict=True)
    ]
    scores, below = [], []
    for number, chain in enumerate(chains):
        between = chain[1:-1]
        at_score = [stage.scores.get(name, _NOTHING) for stage in between]
        at_below = [stage.below.get(name, _NONE_BELOW) for stage in between]
        scores.append(_difference(score_ends[number : number + 2], at_score))
        below.append(_difference(below_ends[number : number + 2], at_below))
    return FigureHistory(
        kind=kind,
        id=name,
        points=points,
        scores=tuple(scores),
        score=_sum(scores, score_ends),
        below=tuple(below),
        below_target=_sum(below, below_ends),
    )


def _figure_point(
    snapshot: Snapshot, members: Sequence[Standing], end: StageFigures, name: Group
) -> FigurePoint:
    score = (end.scores.get(name) or _NOTHING).value
    below = end.below.get(name, _NONE_BELOW) if snapshot.has_targets else None
    basics = [member for member in members if member.counted and member.tier == "basic"]
    unanswered = sum(member.status == "unanswered" for member in basics)
    levels = [member.level for member in basics if member.level is not None]
    return FigurePoint(
        score=rounded(score),
        exact=exact(score),
        level=None if unanswered else min(levels, default=None),
        level_reason="unanswered" if unanswered else None,
        below_target=None if below is None or below.value is None else int(below.value),
        basics=len(basics),
        in_scope=sum(member.status not in OUTSIDE_SCOPE for member in members),
        unanswered=sum(member.status == "unanswered" for member in members),
    )


def _difference(
    ends: Sequence[StageFigure | None], between: Sequence[StageFigure | None]
) -> FigureDifference:
    """Return the difference of two figures with its parts.

    A stage at which the figure is not known, or has nothing to score, joins its cause to the next.
    """
    first, last = ends
    if first is None or last is None or first.value is None or last.value is None:
        return FigureDifference(difference=None, exact=None, parts=())
    parts: list[DifferencePart] = []
    reached = first.value
    causes: tuple[Cause, ...] = ()
    for cause, stage in zip(CAUSES, (*between, last), strict=True):
        causes = (*causes, cause)
        if stage is None or stage.value is None:
            continue
        if stage.value != reached:
            parts.append(_part(causes, stage.value - reached))
        reached, causes = stage.value, ()
    return _worded(last.value - first.value, parts)


def _sum(steps: Sequence[FigureDifference], ends: Sequence[StageFigure | None]) -> FigureDifference:
    """Return the difference from first to last; its parts are the sums of those of the steps."""
    first, last = ends[0], ends[-1]
    if first is None or last is None or first.value is None or last.value is None:
        return FigureDifference(difference=None, exact=None, parts=())
    difference = last.value - first.value
    if any(step.exact is None for step in steps):  # a day between has no figure
        return _worded(difference, [_part(CAUSES, difference)] if difference else [])
    sums: dict[tuple[Cause, ...], Fraction] = {}
    for step in steps:
        for part in step.parts:
            sums[part.causes] = sums.get(part.causes, Fraction()) + part.value
    ordered = sorted(sums.items(), key=lambda entry: [CAUSES.index(cause) for cause in entry[0]])
    return _worded(difference, [_part(causes, value) for causes, value in ordered if value])


def _part(causes: tuple[Cause, ...], value: Fraction) -> DifferencePart:
    return DifferencePart(causes=causes, exact=_exact(value))


def _worded(difference: Fraction, parts: Sequence[DifferencePart]) -> FigureDifference:
    return FigureDifference(
        difference=signed(difference), exact=_exact(difference), parts=tuple(parts)
    )


def _exact(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"
