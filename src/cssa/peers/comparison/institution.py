"""An institution compared with its groups, from their published figures alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from cssa.answers.submission import Submission
from cssa.checklist.level_scale import LevelScale
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
from cssa.peers.member import below_in_place
from cssa.peers.peers_file import AnswerCell, CountCell, Group, Peers, ScoreCell
from cssa.scheme.sectors import Sectors

WIDESPREAD_SHARE = 50
"""Per cent of a group without a practice in use from which that is a widespread gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreComparison:
    """A score compared with its group.

    Attributes:
        group: the narrowest group that it is published of.
        cell: the group's published figures.
        own: exact; None where the institution has nothing to score.
        difference: the median less the own score, both rounded as they are shown.
        percentile: the range that the own score is certain to be in.
        standard_score: 偏差値, for annexes alone.
    """

    group: Group
    cell: ScoreCell
    own: Fraction | None
    difference: float | None
    percentile: Percentile | None
    standard_score: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountComparison:
    """The number of basic practices below level 3 compared with its group.

    Attributes:
        group: the narrowest group that it is published of.
        cell: the group's published figures.
        own: the institution's number.
        difference: the median less the own number.
    """

    group: Group
    cell: CountCell
    own: int
    difference: float | None


class AnswerComparison(NamedTuple):
    """The answers to a question of the narrowest group that they are published of."""

    practice: str
    group: Group
    cell: AnswerCell


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An institution compared with its groups.

    Attributes:
        peers: the published figures.
        is_other_campaign: whether they are of another campaign than the institution's answers.
        groups: those it belongs to, the narrowest first.
        group: the one named as its comparison group: the narrowest with a published overall score
            or score of a domain, of a checklist that is not scored the narrowest with any figure;
            None without one.
        withheld: narrower groups than that, of which none of these is published.
        overall: None where it is not published.
        domains: by id, without those that are not published.
        in_place: the level that is in place.
        below_in_place: None where it is not published.
        practices: those that are published, in checklist order.
        answers: to questions with options or for a number, likewise.
        trailing: those where the group's median level is higher, the largest differences first.
        widespread: those that half of the group or more do not have in use, the most first.
    """

    peers: Peers
    is_other_campaign: bool
    groups: tuple[GroupLevel, ...]
    group: Group | None
    withheld: tuple[GroupLevel, ...]
    overall: ScoreComparison | None
    domains: Mapping[str, ScoreComparison]
    in_place: int
    below_in_place: CountComparison | None
    practices: tuple[PracticeComparison, ...]
    answers: tuple[AnswerComparison, ...]
    trailing: tuple[PracticeComparison, ...]
    widespread: tuple[PracticeComparison, ...]

    def is_wider(self, group: Group) -> bool:
        """Return whether one of its groups is wider than the one named; any is where none is."""
        ids = [level.group.id for level in self.groups if level.group is not None]
        return self.group is None or ids.index(group.id) > ids.index(self.group.id)


class Comparer:
    """Compares many institutions with the same published figures.

    Args:
        peers: the published figures.
        sectors: the sub-sectors that groups are formed by.
        place: where the published figures stand, for messages; None where it is not known.
    """

    def __init__(self, peers: Peers, sectors: Sectors, place: InputLocation | None = None) -> None:
        self._peers = peers
        self._sectors = sectors
        self._place = place
        self._distributions: dict[tuple[str, str], AnswerDistribution] = {}

    def compare(self, result: Result, submission: Submission) -> Comparison:
        """Compare an institution's result with the published figures of its groups.

        Each figure is compared with the narrowest group that it is published of.

        Args:
            result: the institution's figures.
            submission: gives what its groups are found by.

        Raises:
            InputError: when the published figures belong to another checklist, edition or scheme.
        """
        peers = self._peers
        _check_comparable(result, peers, self._place)
        levels = group_path(submission.institution, peers, self._sectors)
        groups = [level.group for level in levels if level.group is not None]
        named = next(
            (group for group in groups if group.overall or group.domains or not result.scored), None
        )
        overall = next(((group, group.overall) for group in groups if group.overall), None)
        practices = tuple(self._practices(result, groups))
        return Comparison(
            peers=peers,
            is_other_campaign=None not in (result.campaign, peers.campaign)
            and result.campaign != peers.campaign,
            groups=levels,
            group=named,
            withheld=tuple(
                takewhile(lambda level: named is None or level.group is not named, levels)
            ),
            overall=_score(result.overall.value, *overall) if overall else None,
            domains={
                domain.id: _score(domain.value, group, group.domains[domain.id])
                for domain in result.domains
                if (group := next((group for group in groups if domain.id in group.domains), None))
            },
            in_place=result.scale.in_place,
            below_in_place=_below_in_place(result, groups),
            practices=practices,
            answers=tuple(_answers(result, groups)),
            trailing=tuple(
                sorted((practice for practice in practices if practice.lag), key=_by_lag)
            ),
            widespread=tuple(sorted(filter(_is_widespread, practices), key=_by_share_not_in_use)),
        )

    def _practices(self, result: Result, groups: Sequence[Group]) -> Iterator[PracticeComparison]:
        for domain in result.domains:
            for practice in domain.practices:
                group = next((group for group in groups if practice.id in group.practices), None)
                if group is not None:
                    distribution = self._distribution(group, practice.id, result.scale)
                    own = _own_level(practice, result.scale)
                    yield PracticeComparison(practice.id, own, distribution)

    def _distribution(self, group: Group, practice: str, scale: LevelScale) -> AnswerDistribution:
        key = (group.id, practice)
        if key not in self._distributions:
            cell = group.practices[practice]
            self._distributions[key] = answer_distribution(group, cell, scale)
        return self._distributions[key]


def compare_with_peers(
    result: Result,
    submission: Submission,
    peers: Peers,
    sectors: Sectors,
    place: InputLocation | None = None,
) -> Comparison:
    """Compare one institution's result with the published figures of its groups.

    Args:
        result: the institution's figures.
        submission: gives what its groups are found by.
        peers: the published figures.
        sectors: the sub-sectors that groups are formed by.
        place: where the published figures stand, for messages; None where it is not known.

    Raises:
        InputError: when the published figures belong to another checklist, edition or scheme.
    """
    return Comparer(peers, sectors, place).compare(result, submission)


def _check_comparable(result: Result, peers: Peers, place: InputLocation | None) -> None:
    now, then = result.checklist, peers.checklist
    if (now.id, now.version, now.fingerprint) != (then.id, then.version, then.fingerprint):
        names = {"now": f"{now.id} {now.version}", "then": f"{then.id} {then.version}"}
        is_same_version = names["now"] == names["then"]
        code = "peers.other_edition" if is_same_version else "peers.other_checklist"
        raise InputError([Problem(code, names, place)])
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
        standard_score=None if own is None else standard_score(own, cell),
    )


def _answers(result: Result, groups: Sequence[Group]) -> Iterator[AnswerComparison]:
    for domain in result.domains:
        for practice in domain.practices:
            group = next((group for group in groups if practice.id in group.answers), None)
            if group is not None:
                yield AnswerComparison(practice.id, group, group.answers[practice.id])


def _below_in_place(result: Result, groups: Sequence[Group]) -> CountComparison | None:
    own = below_in_place(result)
    for group in groups:
        cell = group.below_in_place
        if own is not None and cell is not None:
            return CountComparison(
                group=group, cell=cell, own=own, difference=count_difference(own, cell)
            )
    return None


def _own_level(practice: PracticeResult, scale: LevelScale) -> int | None:
    """Return the level that a practice counts with."""
    return scale.lowest if practice.status == "unanswered" else practice.level


def _is_widespread(practice: PracticeComparison) -> bool:
    share = practice.distribution.share_not_in_use
    return share is not None and share >= WIDESPREAD_SHARE


def _by_lag(practice: PracticeComparison) -> tuple[int, int]:
    return -practice.lag, -(practice.share_above_own or 0)


def _by_share_not_in_use(practice: PracticeComparison) -> int:
    return -(practice.distribution.share_not_in_use or 0)
