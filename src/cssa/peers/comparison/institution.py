"""An institution's figures beside those of its groups, from the published figures alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from cssa.answers.submission import Submission
from cssa.engine.result import PracticeResult, Result
from cssa.errors import InputError, Problem
from cssa.location import InputLocation
from cssa.peers.comparison.group_path import GroupLevel, group_path
from cssa.peers.comparison.percentile import (
    Percentile,
    count_difference,
    difference,
    percentile,
    standard_score,
)
from cssa.peers.comparison.practice import (
    AnswerDistribution,
    PracticeComparison,
    answer_distribution,
)
from cssa.peers.peers_file import CountCell, Group, Peers, ScoreCell
from cssa.scheme.sectors import Sectors

MOST = 50
"""Per cent of a group from which a practice is one that most are early with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreComparison:
    """A score beside its group.

    Attributes:
        group: the narrowest group that tells it.
        own: exact; None where the institution has nothing to score.
        difference: the median less the own score, as both are shown.
        percentile: what is certain of its place.
        standard: the standard score (偏差値), for annexes alone.
    """

    group: Group
    cell: ScoreCell
    own: Fraction | None
    difference: float | None
    percentile: Percentile | None
    standard: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountComparison:
    """The number of practices below target beside its group.

    Attributes:
        difference: the median less the own number.
    """

    group: Group
    cell: CountCell
    own: int
    difference: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An institution beside its groups.

    Attributes:
        other_campaign: whether the figures are another campaign's than the institution's answers.
        other_targets: whether they tell what is below other targets than the institution's.
        groups: those it belongs to, the narrowest first.
        group: the one named as its comparison group: the narrowest that tells the overall score or
            a domain's; None where none does.
        withheld: narrower groups than that, none of whose scores are told.
        domains: by id; a domain that no group tells is absent.
        practices: those that a group tells, in checklist order.
        trailing: those where the group's median level is higher, the largest differences first.
        widespread: those where most of the group are below level 3, the most first.
    """

    peers: Peers
    other_campaign: bool
    other_targets: bool
    groups: tuple[GroupLevel, ...]
    group: Group | None
    withheld: tuple[GroupLevel, ...]
    overall: ScoreComparison | None
    domains: Mapping[str, ScoreComparison]
    below_target: CountComparison | None
    practices: tuple[PracticeComparison, ...]
    trailing: tuple[PracticeComparison, ...]
    widespread: tuple[PracticeComparison, ...]


class Comparer:
    """Holds many institutions beside the same published figures.

    Args:
        peers: the published figures.
        sectors: the sub-sectors that groups are formed by.
        place: where the published figures stand, as far as it is known.
    """

    def __init__(self, peers: Peers, sectors: Sectors, place: InputLocation | None = None) -> None:
        self._peers = peers
        self._sectors = sectors
        self._place = place
        self._spreads: dict[tuple[str, str], AnswerDistribution] = {}

    def compare(self, result: Result, submission: Submission) -> Comparison:
        """Hold an institution's result beside what is published of its groups.

        Each figure is held beside the narrowest group that tells it.

        Raises:
            InputError: when the published figures belong to another checklist, edition or scheme.
        """
        peers = self._peers
        _check(result, peers, self._place)
        rungs = group_path(submission.institution, peers, self._sectors)
        groups = [rung.group for rung in rungs if rung.group is not None]
        main = next((one for one in groups if one.overall or one.domains), None)
        overall = next(((one, one.overall) for one in groups if one.overall), None)
        practices = tuple(self._practices(result, groups))
        return Comparison(
            peers=peers,
            other_campaign=result.campaign not in (None, peers.campaign),
            other_targets=result.target.id != peers.targets,
            groups=rungs,
            group=main,
            withheld=tuple(takewhile(lambda rung: main is None or rung.group is not main, rungs)),
            overall=_score(result.overall.value, *overall) if overall else None,
            domains={
                figures.id: _score(figures.value, group, group.domains[figures.id])
                for figures in result.domains
                if (group := next((one for one in groups if figures.id in one.domains), None))
            },
            below_target=_below(result, groups),
            practices=practices,
            trailing=tuple(sorted((one for one in practices if one.lag), key=_by_lag)),
            widespread=tuple(sorted(filter(_is_early, practices), key=_by_early)),
        )

    def _practices(self, result: Result, groups: Sequence[Group]) -> Iterator[PracticeComparison]:
        for domain in result.domains:
            for one in domain.practices:
                group = next((each for each in groups if one.id in each.practices), None)
                if group is not None:
                    yield PracticeComparison(one.id, _value(one), self._spread(group, one.id))

    def _spread(self, group: Group, practice: str) -> AnswerDistribution:
        key = (group.id, practice)
        if key not in self._spreads:
            self._spreads[key] = answer_distribution(group, group.practices[practice])
        return self._spreads[key]


def compare_with_peers(
    result: Result,
    submission: Submission,
    peers: Peers,
    sectors: Sectors,
    place: InputLocation | None = None,
) -> Comparison:
    """Hold one institution's result beside what is published of its groups.

    Raises:
        InputError: when the published figures belong to another checklist, edition or scheme.
    """
    return Comparer(peers, sectors, place).compare(result, submission)


def _check(result: Result, peers: Peers, place: InputLocation | None) -> None:
    now, then = result.checklist, peers.checklist
    if (now.id, now.version, now.fingerprint) != (then.id, then.version, then.fingerprint):
        names = {"now": f"{now.id} {now.version}", "then": f"{then.id} {then.version}"}
        same = names["now"] == names["then"]
        raise InputError(
            [Problem(f"peers.other_{'edition' if same else 'checklist'}", names, place)]
        )
    if result.scheme.id != peers.scheme:
        schemes = {"now": result.scheme.id, "then": peers.scheme}
        raise InputError([Problem("peers.other_scheme", schemes, place)])


def _score(own: Fraction | None, group: Group, cell: ScoreCell) -> ScoreComparison:
    return ScoreComparison(
        group=group,
        cell=cell,
        own=own,
        difference=None if own is None else difference(own, cell),
        percentile=None if own is None else percentile(own, cell),
        standard=None if own is None else standard_score(own, cell),
    )


def _below(result: Result, groups: Sequence[Group]) -> CountComparison | None:
    counted = result.overall.below_target
    for group in groups:
        if group.below_target and counted.of:
            cell, own = group.below_target, counted.count
            return CountComparison(
                group=group, cell=cell, own=own, difference=count_difference(own, cell)
            )
    return None


def _value(practice: PracticeResult) -> int | None:
    """Return the level that a practice counts with."""
    return 0 if practice.status == "unanswered" else practice.level


def _is_early(one: PracticeComparison) -> bool:
    return one.spread.early is not None and one.spread.early >= MOST


def _by_lag(one: PracticeComparison) -> tuple[int, int]:
    return -one.lag, -(one.higher or 0)


def _by_early(one: PracticeComparison) -> int:
    return -(one.spread.early or 0)
