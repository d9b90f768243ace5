"""The stages from one snapshot to the next, each with one more thing of the later one.

Own answers change first, on what was asked and counted before; then the scope; then the checklist;
the scheme and the targets last (docs/compare.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, get_args

from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Tier
from cssa.comparison.snapshot import Snapshot, Standing

Cause = Literal["answers", "scope", "checklist", "criteria"]
"""What a change comes from: levels and treatments, what is counted, the checklist, or the scheme
and the targets."""

CAUSES: tuple[Cause, ...] = get_args(Cause)

Group: TypeAlias = str | None
"""A domain or a section by its id; None is the whole."""


class CountedPractice(NamedTuple):
    """A counted practice at one stage.

    Attributes:
        sections: those around it; None where they are not known.
        weight: in the score; None where it is not known.
        is_below: whether it is below its target; None where that is not known.
    """

    domain: str
    sections: tuple[str, ...] | None
    tier: Tier
    weight: int | None
    value: int
    is_below: bool | None


class StageFigure(NamedTuple):
    """A figure at one stage.

    Attributes:
        value: None where there is nothing to score.
    """

    value: Fraction | None


@dataclass(slots=True)
class _Sums:
    """What the figures of a group are made from."""

    weight: int = 0
    total: int = 0
    basics: int = 0
    below: int = 0
    is_weight_open: bool = False
    is_below_open: bool = False

    def add(self, practice: CountedPractice) -> None:
        if practice.weight is None:
            self.is_weight_open = True
        else:
            self.weight += practice.weight
            self.total += practice.weight * practice.value
        if practice.tier == "basic":
            self.basics += 1
            if practice.is_below is None:
                self.is_below_open = True
            else:
                self.below += practice.is_below

    @property
    def score(self) -> StageFigure | None:
        if self.is_weight_open:
            return None
        return StageFigure(Fraction(self.total, self.weight) if self.weight else None)

    @property
    def below_target(self) -> StageFigure | None:
        return None if self.is_below_open else StageFigure(Fraction(self.below))


class StageFigures(NamedTuple):
    """The figures of all groups at one stage; one that is missing has nothing to score.

    Attributes:
        scores: None where a score is not known.
        below: number below target; None where it is not known.
    """

    scores: Mapping[Group, StageFigure | None]
    below: Mapping[Group, StageFigure | None]


def stage_figures(
    practices: Iterable[CountedPractice], domain_weights: Mapping[str, int | None]
) -> StageFigures:
    """Return the figures of every group.

    Args:
        practices: the counted ones.
        domain_weights: of every domain that has one; None where it is not known.
    """
    sums: dict[Group, _Sums] = {None: _Sums()}
    domains: dict[str, None] = {}
    for practice in practices:
        domains[practice.domain] = None
        for group in (None, practice.domain, *(practice.sections or ())):
            sums.setdefault(group, _Sums()).add(practice)
    scores = {group: members.score for group, members in sums.items()}
    scores[None] = _overall({domain: scores[domain] for domain in domains}, domain_weights)
    below = {group: members.below_target for group, members in sums.items()}
    return StageFigures(scores, below)


def _overall(
    scores: Mapping[str, StageFigure | None], weights: Mapping[str, int | None]
) -> StageFigure | None:
    weight_sum, total = 0, Fraction()
    for domain, figure in scores.items():
        if figure is None:
            return None
        if figure.value is None:
            continue
        weight = weights.get(domain)
        if weight is None:
            return None
        weight_sum += weight
        total += weight * figure.value
    return StageFigure(total / weight_sum if weight_sum else None)


def stages(old: Snapshot, new: Snapshot) -> tuple[StageFigures, ...]:
    """Return the figures before, after each cause in the order of ``CAUSES``, the last as they are.

    Args:
        old: the earlier snapshot.
        new: the later one, of the same subject.
    """
    steps = _Steps(old, new)
    old_weights = steps.domain_weights_before()
    return (
        stage_figures(steps.as_they_were(), old.domains),
        stage_figures(steps.with_new_answers(), old.domains),
        stage_figures(steps.with_new_scope(), old.domains),
        stage_figures(steps.with_new_checklist(), old_weights),
        stage_figures(as_counted(new), new.domains),
    )


def as_counted(snapshot: Snapshot) -> Iterator[CountedPractice]:
    """Yield the counted practices of a snapshot as they stand."""
    for standing in snapshot.standings.values():
        if standing.counted:
            yield _counted(snapshot, standing)


def _counted(snapshot: Snapshot, standing: Standing) -> CountedPractice:
    return CountedPractice(
        standing.domain,
        standing.sections,
        standing.tier,
        standing.weight,
        snapshot.value(standing),
        _is_below(snapshot, standing, _Target(standing.target)) if snapshot.has_targets else None,
    )


class _Target(NamedTuple):
    """A target that is known; its level is None where none is expected."""

    level: int | None


def _is_below(snapshot: Snapshot, standing: Standing, target: _Target | None) -> bool | None:
    """Return whether a standing is below a target, None where that is not known."""
    if target is None:
        return None
    if target.level is None or snapshot.value(standing) >= target.level:
        return False
    return None if standing.is_replaced is None else not standing.is_replaced


class _Steps:
    """The counted practices at the stages between two snapshots."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self._old, self._new = old, new
        self._is_same_checklist = old.fingerprint == new.fingerprint
        self._is_same_scheme = old.scheme == new.scheme
        self._are_same_targets = (old.targets, old.risk) == (new.targets, new.risk)

    def as_they_were(self) -> Iterator[CountedPractice]:
        return as_counted(self._old)

    def with_new_answers(self) -> Iterator[CountedPractice]:
        """Yield what was counted before, with the new answer where there still is one."""
        for name, before in self._old.standings.items():
            if before.counted:
                after = self._new.standings.get(name)
                is_counted = after is not None and after.counted
                yield self._on_old_checklist(before, after if is_counted else None)

    def with_new_scope(self) -> Iterator[CountedPractice]:
        """Yield what is counted now of what was asked before, weighed as it was."""
        for name, before in self._old.standings.items():
            after = self._new.standings.get(name)
            if after is None:
                if before.counted:
                    yield self._on_old_checklist(before, None)
            elif after.counted:
                yield self._on_old_checklist(before, after)

    def with_new_checklist(self) -> Iterator[CountedPractice]:
        """Yield what is counted now, weighed by the scheme and measured by the targets of then."""
        for name, after in self._new.standings.items():
            if after.counted:
                yield CountedPractice(
                    after.domain,
                    after.sections,
                    after.tier,
                    self._weight_by_old_scheme(name, after),
                    self._new.value(after),
                    self._is_below(after, self._old_target_on_new_checklist(name, after)),
                )

    def domain_weights_before(self) -> dict[str, int | None]:
        """Return the weights that the old scheme gives to the domains of the new checklist."""
        if self._is_same_scheme:
            return dict(self._new.domains)
        scheme = self._old.sources.scheme
        return {
            domain: self._old.domains.get(domain)
            if scheme is None
            else scheme.domain_weight(domain)
            for domain in self._new.domains
        }

    def _on_old_checklist(self, before: Standing, after: Standing | None) -> CountedPractice:
        if after is None:
            return _counted(self._old, before)
        return CountedPractice(
            before.domain,
            before.sections,
            before.tier,
            before.weight,
            self._new.value(after),
            self._is_below(after, self._old_target(before, after)),
        )

    def _is_below(self, after: Standing, target: _Target | None) -> bool | None:
        if not (self._old.has_targets and self._new.has_targets):
            return None
        return _is_below(self._new, after, target)

    def _old_target(self, before: Standing, after: Standing) -> _Target | None:
        """Return what was expected then of a practice as it was asked then."""
        if before.counted:
            return _Target(before.target)
        checklist = self._old.sources.checklist
        known = self._target(None if checklist is None else checklist.placed.get(before.id))
        if known is None and self._is_same_checklist and self._are_same_targets:
            return _Target(after.target)
        return known

    def _old_target_on_new_checklist(self, name: str, after: Standing) -> _Target | None:
        """Return what the targets of then expect of a practice as it is asked now."""
        if self._are_same_targets:
            return _Target(after.target)
        checklist = self._new.sources.checklist
        known = self._target(None if checklist is None else checklist.placed.get(after.id))
        if known is None and self._is_same_checklist:
            before = self._old.standings[name]
            return self._old_target(before, after)
        return known

    def _target(self, placed: PlacedPractice | None) -> _Target | None:
        """Return what the targets of then expect of a practice that is counted."""
        targets, risk = self._old.sources.targets, self._old.risk
        if placed is None or targets is None or risk is None:
            return None
        return _Target(targets.target(placed, risk, adopted=True))

    def _weight_by_old_scheme(self, name: str, after: Standing) -> int | None:
        if self._is_same_scheme:
            return after.weight
        scheme = self._old.sources.scheme
        if scheme is not None and after.own_weight is not None:
            return scheme.weight(after.tier) * after.own_weight
        return self._old.standings[name].weight if self._is_same_checklist else None
