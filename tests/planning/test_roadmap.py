"""The roadmap: own plans on their days, the cheapest set within the effort, exact figures."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.engine.worlds import AS_OF, World, basic, checklist_of, desirable, edition_of

from cssa.answers.submission import Submission
from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.errors import UsageError
from cssa.planning.reach import Task, level_task, raisable
from cssa.planning.roadmap import Roadmap, build_roadmap, half_year_end
from cssa.planning.solver import solve
from cssa.planning.what_if import with_levels

pytest.importorskip("ortools", reason="the extra plan is not installed")

CASES = 60


def world_of(random: Random) -> World:
    """Return a world of up to eight practices, some of them planned."""
    practices, answers = [], {}
    for number in range(random.randint(2, 8)):
        name = f"{random.randint(1, 2)}-{number}"
        make = desirable if random.random() < 0.2 else basic
        practices.append(make(name, effort=random.choice("sml"), impact=random.randint(1, 3)))
        answer: dict[str, Any] = {"level": random.randint(0, 4)}
        if random.random() < 0.4:
            due = AS_OF + timedelta(days=random.randint(-200, 900))
            status = random.choice(["open", "doing", "done", "dropped"])
            answer["plan"] = {"owner": "IT", "due": due.isoformat(), "status": status}
        elif random.random() < 0.1:
            answer["plan"] = {"owner": "IT"}
        if random.random() < 0.9:
            answers[name] = answer
    return World(checklist_of(*practices), answers)


def submission_of(world: World) -> Submission:
    return Submission.model_validate(world.submission)


def roadmap_of(world: World, per_half: int, level: int = 3) -> Roadmap:
    edition, submission = edition_of(world.checklist), submission_of(world)
    criteria = world.criteria
    start = score_submission(edition, submission, criteria, as_of=AS_OF)

    def score(levels: Any) -> Result:
        return score_submission(edition, with_levels(submission, levels), criteria, as_of=AS_OF)

    def task_of(result: Result) -> Task:
        return level_task(result, edition.checklist, level, None)

    return build_roadmap(
        start,
        submission,
        raisable(start, edition.checklist),
        task_of=task_of,
        score=score,
        per_half=per_half,
    )


def test_it_keeps_to_days_and_effort_and_reaches_what_can_be_reached() -> None:
    seen = set()
    for number in range(CASES):
        random = Random(number)  # noqa: S311 - nothing is secret
        world, per_half = world_of(random), random.randint(4, 12)
        found = roadmap_of(world, per_half)
        submission = submission_of(world)
        levels: dict[str, int] = {}
        ends = [half.end for half in found.halves]
        assert ends == sorted(set(ends))
        assert not ends or ends[0] == half_year_end(AS_OF)
        for half in found.halves:
            own = [step for step in half.steps if step.is_own]
            suggested = [step for step in half.steps if not step.is_own]
            for step in own:
                plan = submission.answers[step.practice].plan
                assert plan is not None
                assert plan.due == step.due
                assert half_year_end(max(step.due or AS_OF, AS_OF)) == half.end
                assert step.is_overdue == ((step.due or AS_OF) < AS_OF)
            assert all(step.due is None and step.owner is None for step in suggested)
            room = max(per_half, sum(step.cost for step in own))
            assert half.cost <= room
            for step in half.steps:
                assert step.before < step.after
                assert levels.get(step.practice, step.before) == step.before
                levels[step.practice] = step.after
            exact = score_submission(
                edition_of(world.checklist),
                with_levels(submission, levels),
                world.criteria,
                as_of=AS_OF,
            )
            assert half.result.overall == exact.overall
        own_cost = sum(step.cost for half in found.halves for step in half.steps if step.is_own)
        assert sum(half.cost for half in found.halves) == own_cost + found.reached.cost
        last = found.halves[-1].result if found.halves else found.start
        assert not solve(level_task(last, edition_of(world.checklist).checklist, 3, None)).levels
        seen.add((bool(own_cost), bool(found.reached.levels), len(found.halves) > 1))
    assert len(seen) >= 5


def test_every_live_plan_with_a_day_stands_in_it_once() -> None:
    for number in range(CASES):
        world = world_of(Random(number))  # noqa: S311 - nothing is secret
        found = roadmap_of(world, 8)
        planned = [step.practice for half in found.halves for step in half.steps if step.is_own]
        below = {
            item.practice: item.now
            for item in raisable(found.start, edition_of(world.checklist).checklist)
        }
        targets = {p.id: p.target or 3 for domain in found.start.domains for p in domain.practices}
        expected = [
            name
            for name, answer in submission_of(world).answers.items()
            if answer.plan and answer.plan.is_live and answer.plan.due
            if name in below and below[name] < targets[name]
        ]
        assert sorted(planned) == sorted(expected)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-04-01", "2026-09-30"),
        ("2026-09-30", "2026-09-30"),
        ("2026-10-01", "2027-03-31"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_half_years_end_in_march_and_september(day: str, end: str) -> None:
    assert half_year_end(date.fromisoformat(day)) == date.fromisoformat(end)


def test_an_effort_that_no_level_fits_into_is_refused() -> None:
    world = World(checklist_of(basic("1-1", effort="l")), {"1-1": 2})
    with pytest.raises(UsageError) as raised:
        roadmap_of(world, 3)
    assert raised.value.problems[0].params == {"most": 4, "found": 3}
    assert [half.cost for half in roadmap_of(world, 4).halves] == [4]


ANSWERS = """\
schema: cssa.answers/1
checklist: {id: gate-cases, version: "1"}
institution: {id: minato, name: みなと信用金庫, sector: shinkin, profile: {cloud: true}}
answers:
  1-1: 3
  1.1-1: {level: 2, plan: {owner: 総務部, due: 2027-06-30, action: 手順を定める}}
  1.1-2: 1
  1.1-3: 3
  2.1-1: 1
  2.1-2: 0
"""
GOAL = ("--level", "3", "--per-half-year", "6", "-c", "checklist", "--as-of", "2026-11-20")


@pytest.fixture
def cssa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Callable[..., Any]
) -> Callable[..., Any]:
    """Run the program in a folder with answers and their checklist."""
    shutil.copytree(ROOT / "tests" / "cases" / "gate" / "checklist", tmp_path / "checklist")
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return partial(cssa_inline, lang="ja")


def test_documents_say_whose_each_step_is(cssa: Callable[..., Any], tmp_path: Path) -> None:
    for ending in ("json", "html", "xlsx"):
        run = cssa("plan", "roadmap", "a.yaml", *GOAL, "-o", f"r.{ending}")
        assert run.code == 0, run.err
    found = json.loads((tmp_path / "r.json").read_text("utf-8"))
    steps = [step for half in found["half_years"] for step in half["steps"]]
    (own,) = [step for step in steps if step["planned"]]
    assert (own["practice"], own["due"], own["owner"]) == ("1.1-1", "2027-06-30", "総務部")
    assert {step["due"] for step in steps if not step["planned"]} == {None}
    assert [half["end"] for half in found["half_years"]][:2] == ["2027-03-31", "2027-09-30"]
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.count("本ソフトウェアの案</span>") == len(steps) - 1
    run = cssa("plan", "roadmap", "a.yaml", *GOAL)
    assert "自機関の計画（総務部、2027-06-30）" in run.out.replace("\n", "")
    assert (tmp_path / "a.yaml").read_text("utf-8") == ANSWERS


def test_a_roadmap_without_steps_says_once_why_there_are_none(
    cssa: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(re.sub(r"(?m)^(  .*-.): .*", r"\1: 5", ANSWERS), "utf-8")
    assert cssa("plan", "roadmap", "a.yaml", *GOAL[2:], "--level", "1", "-o", "r.html").code == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.count("考慮した条件は、既にすべて満たしています。") == 1
    assert page.count("引き上げるものはありません。") == 1


def test_own_estimates_stand_in_place_of_the_checklists(
    cssa: Callable[..., Any], tmp_path: Path
) -> None:
    goal = ("--level", "3", "-c", "checklist", "--as-of", "2026-11-20", "--format", "json")
    before = json.loads(cssa("plan", "reach", "a.yaml", *goal).out)["cost"]
    own = tmp_path / "own.yaml"
    own.write_text("schema: cssa.effort/1\nefforts: {2.1-2: s}\n", encoding="utf-8")
    small = json.loads(cssa("plan", "reach", "a.yaml", *goal, "--effort", "own.yaml").out)["cost"]
    own.write_text("schema: cssa.effort/1\nefforts: {2.1-2: l}\n", encoding="utf-8")
    large = json.loads(cssa("plan", "reach", "a.yaml", *goal, "--effort", "own.yaml").out)["cost"]
    assert large - small == 3 * (4 - 1)
    assert small <= before <= large
    own.write_text("schema: cssa.effort/1\nefforts: {9-9: l, 1-1: x}\n", encoding="utf-8")
    run = cssa("plan", "reach", "a.yaml", *goal, "--effort", "own.yaml")
    assert run.code == 3
    assert "own.yaml:2:" in run.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--per-half-year", "6"), "--policy"),
        (("--level", "3", "--per-half-year", "1"), "--per-half-year"),
        (("--level", "3", "--per-half-year", "6", "-o", "r.pdf"), ".xlsx"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    cssa: Callable[..., Any], more: tuple[str, ...], said: str
) -> None:
    run = cssa("plan", "roadmap", "a.yaml", "-c", "checklist", *more)
    assert run.code == 2
    assert said in run.err
