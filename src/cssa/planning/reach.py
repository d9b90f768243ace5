"""Which levels to raise so that goals are reached with the least effort."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.engine.result import PracticeResult, Result
from cssa.gate.conditions.scores import MaxBelowTarget, MinLevel, MinScore
from cssa.gate.policy import Policy
from cssa.gate.scopes import Scope, ScopeItem, scope_items

EFFORT = {"s": 1, "m": 2, "l": 4}
"""Points of effort for a level, by the effort that the checklist states: the program's own."""

_REACHED_BY_LEVELS = frozenset((MinScore.name, MinLevel.name, MaxBelowTarget.name))


class Raisable(NamedTuple):
    """A practice whose level may be raised.

    Attributes:
        now: its value.
        top: the highest that it can have.
        cost: points of effort for each level.
    """

    practice: str
    now: int
    top: int
    cost: int


class Sum(NamedTuple):
    """A sum of levels that must not be smaller than a number.

    Attributes:
        weights: whole numbers by practice; what cannot be raised has none.
    """

    weights: Mapping[str, int]
    least: int


@dataclass(frozen=True, kw_only=True)
class Goal:
    """Something to reach.

    Attributes:
        condition: name of the condition of a policy.
        subject: what it is about: ``overall``, a tier, or the id of a domain, section or practice.
        expected: the value that the condition states.
        sums: what must hold, all of it.
        targets: targets of the practices of which some may stay below.
        most: how many of them may; None where none of this counts.
    """

    condition: str
    subject: str
    expected: str
    sums: tuple[Sum, ...] = ()
    targets: Mapping[str, int] | None = None
    most: int = 0


class Task(NamedTuple):
    """What is to be solved.

    Attributes:
        left_out: conditions of the policy that levels alone do not reach, by rule.
    """

    practices: tuple[Raisable, ...]
    goals: tuple[Goal, ...]
    left_out: tuple[tuple[str, str], ...] = ()


_IMPOSSIBLE = Sum({}, 1)


def raisable(
    result: Result, checklist: Checklist, efforts: Mapping[str, int] | None = None
) -> tuple[Raisable, ...]:
    """Return the practices whose level may be raised, in checklist order.

    An unanswered desirable practice is none of them: whether it is adopted is to be answered first.

    Args:
        result: the figures.
        checklist: what was answered.
        efforts: the institution's own points for each level, by practice.
    """
    own = efforts or {}
    top = max(result.scale.values)
    found = []
    for domain in result.domains:
        for practice in domain.practices:
            definition = checklist.placed[practice.id].practice
            now = result.scale.value(practice.level)
            is_open = practice.status == "unanswered" and practice.tier == "desirable"
            if practice.counted and definition.accepts("level") and not is_open and now < top:
                cost = own.get(practice.id, EFFORT[definition.effort])
                found.append(Raisable(practice.id, now, top, cost))
    return tuple(found)


def level_task(
    result: Result,
    checklist: Checklist,
    level: int,
    domain: str | None,
    efforts: Mapping[str, int] | None = None,
) -> Task:
    """Return the task of a lowest level, a goal for each basic practice.

    Args:
        result: the figures.
        checklist: what was answered.
        level: the least level.
        domain: id of the domain; every domain where None.
        efforts: the institution's own points for each level, by practice.
    """
    items = (Scope(domain=domain),) if domain else ("overall",)
    practices = raisable(result, checklist, efforts)
    known = {item.practice: item for item in practices}
    goals = [
        Goal(
            condition=MinLevel.name,
            subject=practice.id,
            expected=str(level),
            sums=(_at_least(practice, level, known, result),),
        )
        for scope in items
        for item in scope_items(scope, result, checklist)
        for practice in item.decisive
    ]
    return Task(practices, tuple(goals))


def policy_task(
    result: Result,
    checklist: Checklist,
    policy: Policy,
    domain: str | None,
    efforts: Mapping[str, int] | None = None,
) -> Task:
    """Return the task of a policy, its waivers aside: what its rules say of scores and levels.

    Args:
        result: the figures.
        checklist: what was answered.
        policy: the policy.
        domain: id of the domain whose practices may be raised; every domain where None.
        efforts: the institution's own points for each level, by practice.
    """
    practices = tuple(
        item
        for item in raisable(result, checklist, efforts)
        if domain is None or checklist.placed[item.practice].domain.id == domain
    )
    known = {item.practice: item for item in practices}
    goals: list[Goal] = []
    left_out: list[tuple[str, str]] = []
    for rule in policy.rules:
        for name, value in rule.conditions.items():
            if name not in _REACHED_BY_LEVELS:
                left_out.append((rule.id, name))
                continue
            for item in scope_items(rule.on, result, checklist):
                goals += _goal(name, value, item, known, result)
    return Task(practices, tuple(goals), tuple(left_out))


def _goal(
    name: str, value: object, item: ScopeItem, known: Mapping[str, Raisable], result: Result
) -> Iterator[Goal]:
    if not item.counted and item.skipped_when_empty:
        return
    sums: tuple[Sum, ...] = ()
    targets: dict[str, int] | None = None
    most = 0
    if not item.rateable or not item.counted:
        sums = (_IMPOSSIBLE,)
    elif name == MinLevel.name:
        level = int(str(value))
        sums = tuple(_at_least(practice, level, known, result) for practice in item.decisive)
    elif name == MinScore.name:
        sums = (_score(item, Fraction(str(value)), known, result),)
    else:
        targets, most = _targets(item.decisive, known), int(str(value))
        most -= sum(_stays_below(practice, known) for practice in item.decisive)
    yield Goal(
        condition=name,
        subject=item.name,
        expected=str(value),
        sums=(_IMPOSSIBLE,) if most < 0 else sums,
        targets=None if most < 0 else targets,
        most=max(most, 0),
    )


def _at_least(
    practice: PracticeResult, level: int, known: Mapping[str, Raisable], result: Result
) -> Sum:
    if practice.id in known:
        return Sum({practice.id: 1}, level)
    return Sum({}, level - result.scale.value(practice.level))


def _targets(practices: Sequence[PracticeResult], known: Mapping[str, Raisable]) -> dict[str, int]:
    return {
        practice.id: practice.target
        for practice in practices
        if practice.gap and practice.target is not None and practice.id in known
    }


def _stays_below(practice: PracticeResult, known: Mapping[str, Raisable]) -> bool:
    """Return whether a practice is below target and cannot be raised."""
    is_open = practice.tier == "desirable" and practice.status == "unanswered"
    return practice.id not in known and bool(practice.gap or (is_open and not practice.treated))


def _score(item: ScopeItem, least: Fraction, known: Mapping[str, Raisable], result: Result) -> Sum:
    """Return a least score as a sum of levels in whole numbers."""
    score = item.score
    if score is None:
        return _IMPOSSIBLE
    shares = {name: share for name, share in _shares(item, result).items() if name in known}
    missing = least - score + sum(share * known[name].now for name, share in shares.items())
    factor = lcm(*(share.denominator for share in shares.values()))
    weights = {name: int(share * factor) for name, share in shares.items()}
    return Sum(weights, ceil(missing * factor))


def _shares(item: ScopeItem, result: Result) -> dict[str, Fraction]:
    """Return what one level of each practice adds to a score."""
    if item.practice is not None or item.name in ("basic", "desirable"):
        return {practice.id: Fraction(1, len(item.counted)) for practice in item.counted}
    if item.name != "overall":
        return _weighted(item.counted, Fraction(1))
    scored = [domain for domain in result.domains if domain.value is not None]
    total = sum(domain.weight for domain in scored)
    return {
        name: share
        for domain in scored
        for name, share in _weighted(domain.practices, Fraction(domain.weight, total)).items()
    }


def _weighted(practices: Sequence[PracticeResult], whole: Fraction) -> dict[str, Fraction]:
    members = [practice for practice in practices if practice.contribution is not None]
    total = sum(practice.weight for practice in members)
    return {practice.id: whole * practice.weight / total for practice in members}
