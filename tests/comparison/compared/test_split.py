"""The parts of a change add up to it, and each comes from what it is named by."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, starmap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.compared.pairs import ASPECTS, KNOWN, Draw, snapshot
from tests.engine.strategies import examples
from tests.engine.worlds import World

from cssa.comparison.compare import compare_snapshots
from cssa.comparison.compared_results import (
    ComparedResults,
    FigureDifference,
    FigureHistory,
)
from cssa.comparison.stages import stages
from cssa.engine.result import Result

SEEDS = st.integers(0, 2**32)


def histories(comparison: ComparedResults) -> Iterator[FigureHistory]:
    yield from (comparison.overall, *comparison.domains, *(comparison.sections or ()))


def differences(history: FigureHistory) -> Iterator[FigureDifference]:
    yield from (*history.scores, history.score, *history.below, history.below_target)


def figures(result: Result) -> dict[str | None, Any]:
    every: list[Any] = [result.overall, *result.domains, *result.sections]
    return {getattr(figure, "id", None): figure for figure in every}


def scores(result: Result) -> dict[str | None, Fraction | None]:
    return {name: figure.value for name, figure in figures(result).items()}


def below(result: Result) -> dict[str | None, int]:
    return {name: figure.below_target.count for name, figure in figures(result).items()}


@examples(500)
@given(seed=SEEDS)
def test_the_parts_add_up_to_what_the_engine_says(seed: int) -> None:
    """Five worlds are compared at once, which makes four pairs of each example."""
    draw = Draw(seed)
    chain = [draw.world()]
    for _ in range(4):
        aspects = draw.random.choice((ASPECTS, *((aspect,) for aspect in ASPECTS)))
        chain.append(draw.later(chain[-1], aspects))
    known = [draw.random.choice(KNOWN) for _ in chain]
    results = [world.assessed() for world in chain]
    comparison = compare_snapshots(
        [
            snapshot(world, kind, 5 - number, result)
            for number, (world, result, kind) in enumerate(zip(chain, results, known, strict=True))
        ]
    )
    score_ends, below_ends = [scores(result) for result in results], [below(r) for r in results]
    for history in histories(comparison):
        reached = [ends.get(history.id) for ends in score_ends]
        counts = [
            None if kind == "saved" else ends.get(history.id)
            for ends, kind in zip(below_ends, known, strict=True)
        ]
        assert [step.value for step in history.scores] == list(starmap(_less, pairwise(reached)))
        assert history.score.value == _less(reached[0], reached[-1])
        assert [step.value for step in history.below] == list(starmap(_less, pairwise(counts)))
        assert history.below_target.value == _less(counts[0], counts[-1])
        for difference in differences(history):
            parts = [part.value for part in difference.parts]
            assert sum(parts, Fraction()) == (difference.value or 0)
            assert all(parts)


def _less(before: Fraction | int | None, after: Fraction | int | None) -> Fraction | None:
    return None if before is None or after is None else Fraction(after) - before


@pytest.mark.parametrize("aspect", ASPECTS)
@examples(40)
@given(seed=SEEDS)
def test_what_alone_changed_is_the_only_cause(aspect: str, seed: int) -> None:
    draw = Draw(seed)
    old = draw.world()
    comparison = compare_snapshots(
        [snapshot(old, years_ago=1), snapshot(draw.later(old, [aspect]))]
    )
    for history in histories(comparison):
        for difference in differences(history):
            for part in difference.parts:
                # where a stage between has nothing to score, causes stand together
                assert aspect in part.causes
                assert len(part.causes) == 1 or aspect in {"scope", "checklist"}


def stage_worlds(old: World, new: World) -> list[World]:
    """Return the worlds between two: the new answers, then the new scope, then all but criteria."""
    counted = [
        {practice.id for domain in world.assessed().domains for practice in domain.practices
         if practice.counted}
        for world in (old, new)
    ]  # fmt: skip
    both = counted[0] & counted[1]
    answers = {
        name: new.answers[name] if name in both else answer for name, answer in old.answers.items()
    }
    with_answers = replace(old, answers=answers)
    with_scope = replace(
        old,
        answers={name: new.answers.get(name, answer) for name, answer in old.answers.items()},
        profile=new.profile,
        about=new.about,
    )
    with_checklist = replace(new, scheme=old.scheme, targets=old.targets, risk=old.risk)
    return [old, with_answers, with_scope, with_checklist, new]


@examples(60)
@given(seed=SEEDS)
def test_every_stage_is_what_the_engine_says_of_its_world(seed: int) -> None:
    draw = Draw(seed)
    old = draw.world()
    new = draw.later(old)
    chain = stages(snapshot(old, years_ago=1), snapshot(new))
    for world, stage in zip(stage_worlds(old, new), chain, strict=True):
        result = world.assessed()
        for name, score in scores(result).items():
            found = stage.scores.get(name)
            assert (found and found.value) == score
        for name, count in below(result).items():
            counted = stage.below.get(name)
            assert (counted.value if counted else 0) == count


@examples(30)
@given(seed=SEEDS)
def test_the_parts_of_several_years_are_the_sums_of_those_of_each(seed: int) -> None:
    draw = Draw(seed)
    first = draw.world()
    second = draw.later(first)
    third = draw.later(second)
    comparison = compare_snapshots(
        [snapshot(first, years_ago=2), snapshot(second, years_ago=1), snapshot(third)]
    )
    for history in histories(comparison):
        if any(step.exact is None for step in history.scores):
            continue
        sums: dict[tuple[str, ...], Fraction] = {}
        for step in history.scores:
            for part in step.parts:
                sums[part.causes] = sums.get(part.causes, Fraction()) + part.value
        assert {part.causes: part.value for part in history.score.parts} == {
            named: value for named, value in sums.items() if value
        }
