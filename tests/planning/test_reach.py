"""The solver against every combination of levels, on small cases."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.conftest import ROOT

from cssa.planning.reach import Goal, Raisable, Sum, Task
from cssa.planning.solver import solve

pytest.importorskip("ortools", reason="the extra plan is not installed")

CASES = 300


def _task(random: Random) -> Task:
    names = ["a", "b", "c", "d"][: random.randint(1, 4)]
    practices = []
    for name in names:
        now = random.randint(0, 2)
        practices.append(Raisable(name, now, random.randint(now, 3), random.choice((1, 2, 4))))
    goals = []
    for number in range(random.randint(1, 4)):
        members = random.sample(names, random.randint(1, len(names)))
        if random.random() < 0.6:
            weights = {name: random.randint(1, 5) for name in members}
            sums = (Sum(weights, random.randint(0, 3 * sum(weights.values()) + 1)),)
            goals.append(Goal(condition="min_score", subject=str(number), expected="", sums=sums))
            continue
        targets = {name: random.randint(1, 4) for name in members}
        most = random.randint(0, len(members))
        name = str(number)
        goal = Goal(condition="m", subject=name, expected="", targets=targets, most=most)
        goals.append(goal)
    return Task(tuple(practices), tuple(goals))


def _is_reached(goal: Goal, levels: Mapping[str, int]) -> bool:
    sums = all(
        sum(weight * levels[name] for name, weight in total.weights.items()) >= total.least
        for total in goal.sums
    )
    below = sum(levels[name] < target for name, target in (goal.targets or {}).items())
    return sums and (goal.targets is None or below <= goal.most)


def _combinations(task: Task) -> Iterator[tuple[dict[str, int], int, int]]:
    """Yield all levels there are, with their cost and the number of goals that they reach."""
    for values in product(*(range(item.now, item.top + 1) for item in task.practices)):
        levels = {item.practice: value for item, value in zip(task.practices, values, strict=True)}
        cost = sum(item.cost * (levels[item.practice] - item.now) for item in task.practices)
        yield levels, cost, sum(_is_reached(goal, levels) for goal in task.goals)


def test_it_is_what_trying_everything_gives() -> None:
    seen = set()
    for number in range(CASES):
        random = Random(number)  # noqa: S311 - nothing is secret
        task = _task(random)
        budget = random.choice((None, 0, 2, 4, 8))
        everything = list(_combinations(task))
        whole = len(task.goals)
        needed = min((cost for _, cost, count in everything if count == whole), default=None)
        affordable = [item for item in everything if budget is None or item[1] <= budget]
        most = max(count for _, _, count in affordable)
        least = min(cost for _, cost, count in affordable if count == most)
        ways = [item for item in affordable if item[1:] == (least, most)]
        reached = solve(task, budget)
        now = {item.practice: item.now for item in task.practices}
        levels = {**now, **reached.levels}
        assert reached.needed == needed, number
        assert reached.cost == least, number
        assert whole - len(reached.missed) == most, number
        assert (levels, least, most) in ways, number
        assert reached.is_tied == (len(ways) > 1), number
        seen.add((most == whole, reached.is_tied, needed is None))
    assert len(seen) >= 5


ANSWERS = """\
schema: cssa.answers/1
checklist: {id: gate-cases, version: "1"}
institution: {id: minato, name: みなと信用金庫, sector: shinkin, profile: {cloud: true}}
answers: {1-1: 3, 1.1-1: 2, 1.1-2: 1, 1.1-3: 3, 2.1-1: 1, 2.1-2: 0}
"""
POLICY = """\
schema: cssa.policy/1
id: own
rules:
  - {id: scores, on: {each: domain}, min_score: 2.5}
  - {id: whole, on: overall, min_score: 2.75, max_below_target: 2}
  - {id: levels, on: overall, min_level: 1, evidence_from: 3}
"""
AS_OF = ("-c", "checklist", "--as-of", "2026-11-20", "--format", "json")


@pytest.fixture
def cssa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Callable[..., Any]
) -> Callable[..., Any]:
    """Run the program in a folder with answers, their checklist and a policy."""
    shutil.copytree(ROOT / "tests" / "cases" / "gate" / "checklist", tmp_path / "checklist")
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "policy.yaml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return partial(cssa_inline, lang="ja")


def _reach(cssa: Callable[..., Any], *more: str) -> Any:
    run = cssa("plan", "reach", "a.yaml", *more, *AS_OF)
    assert run.code == 0, run.err
    return json.loads(run.out)


def test_a_lowest_level_of_a_domain_is_reached_and_no_more(cssa: Callable[..., Any]) -> None:
    found = _reach(cssa, "--level", "2", "--domain", "2")
    after = {change["practice"]: change["after"] for change in found["levels"]}
    assert after == {"2.1-1": 2, "2.1-2": 2}
    assert found["missed"] == []
    assert not found["tied"]


def test_what_is_found_meets_the_policy_and_nothing_cheaper_does(cssa: Callable[..., Any]) -> None:
    found = _reach(cssa, "--policy", "policy.yaml")
    assert found["left_out"] == [{"rule": "levels", "condition": "evidence_from"}]
    assert found["cost"] == found["needed"]
    wanted = [f"{change['practice']}={change['after']}" for change in found["levels"]]
    Path("policy.yaml").write_text(POLICY.replace(", evidence_from: 3", ""), encoding="utf-8")
    run = cssa("plan", "what-if", "a.yaml", *wanted, "--policy", "policy.yaml", *AS_OF)
    assert json.loads(run.out)["gate"]["after"] is True
    poorer = _reach(cssa, "--policy", "policy.yaml", "--budget", str(found["cost"] - 1))
    assert poorer["missed"]
    assert poorer["cost"] < found["cost"] == poorer["needed"]


def test_no_effort_is_needed_for_what_is_reached(cssa: Callable[..., Any]) -> None:
    found = _reach(cssa, "--level", "0")
    assert (found["levels"], found["cost"], found["missed"]) == ([], 0, [])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "--policy"),
        (("--level", "3", "--policy", "policy.yaml"), "--policy"),
        (("--level", "7"), "7"),
        (("--level", "3", "--domain", "9"), "9"),
    ],
)
def test_what_cannot_be_a_goal_is_refused(
    cssa: Callable[..., Any], more: tuple[str, ...], said: str
) -> None:
    run = cssa("plan", "reach", "a.yaml", *more, *AS_OF)
    assert run.code == 2
    assert said in run.err
