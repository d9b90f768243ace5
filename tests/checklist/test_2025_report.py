"""The two checklists of the 2025 report cover what its chapters list, place by place."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.workspace import Workspace

PRACTICES = {"①": 7, "②": 8, "③": 8, "④": 5}
DIFFICULTIES = {"①": 1, "②": 1, "③": 5, "④": 5}
FOURTH_PARTIES = 5
"""What part 5 lists under each of its four steps, and in the note on fourth parties."""

DEMO = Path(__file__).parents[2] / "templates" / "demo" / "operational-resilience.yaml"

TABLE_2 = {"1": (2, 2), "2(1)": (2, 2), "2(2)": (2, 1), "3(1)": (1, 1), "3(2)": (2, 2)}
"""Good and problem cases in each area of the table on TLPT: 9 and 8."""


@pytest.fixture(scope="module")
def resilience() -> Checklist:
    return Workspace().edition("operational-resilience").checklist


@pytest.fixture(scope="module")
def tlpt() -> Checklist:
    return Workspace().edition("tlpt").checklist


def places(checklist: Checklist, name: str) -> set[str]:
    return {
        place for placed in checklist.walk() for place in placed.practice.refs.others.get(name, ())
    }


def _places_of_resilience() -> Iterator[str]:
    for step, count in PRACTICES.items():
        yield f"第5編第2章{step} 考え方"
        yield from (f"第5編第2章{step} 取組事例{n}" for n in range(1, count + 1))
    yield from (f"第5編第2章③ ※事例{n}" for n in range(1, FOURTH_PARTIES + 1))
    for step, count in DIFFICULTIES.items():
        yield from (f"第5編第2章{step} 課題事例{n}" for n in range(1, count + 1))


def _places_of_tlpt() -> Iterator[str]:
    yield from ("第3編第2章第1節", "第3編第2章第3節")
    yield from (f"第3編第2章第2節{number}" for number in "①②③④⑤⑥")
    for area, (good, problems) in TABLE_2.items():
        for word, count in (("望ましい事例", good), ("課題事例", problems)):
            yield from (f"第3編第2章第3節 図表2 {area} {word}{n}" for n in range(1, count + 1))


def test_each_practice_and_difficulty_of_the_four_steps_has_an_item(resilience: Checklist) -> None:
    assert places(resilience, "source") == set(_places_of_resilience())


def test_each_recommendation_and_case_on_tlpt_has_an_item(tlpt: Checklist) -> None:
    assert places(tlpt, "source") == set(_places_of_tlpt())
    banks = {f"6頁 {word}{n}" for word in ("好事例", "課題") for n in (1, 2, 3)}
    assert banks <= places(tlpt, "summary")


def test_naming_more_critical_operations_costs_nothing(resilience: Checklist) -> None:
    own_rows = [p.practice for p in resilience.walk() if p.practice.rows_from == "operations"]
    assert [practice.id for practice in own_rows] == ["2-1", "2-3-a", "2-3-b", "2-4", "2-5", "4-2"]
    assert not any(practice.gives_level for practice in own_rows)


def test_what_no_principle_asks_for_is_said_to_come_from_a_practice(resilience: Checklist) -> None:
    unexplained = [
        practice.id
        for practice in (placed.practice for placed in resilience.walk())
        if practice.gives_level
        and not any("考え方" in place for place in practice.refs.others["source"])
        and not _names_a_practice_or_difficulty(practice)
    ]
    assert unexplained == []


def _names_a_practice_or_difficulty(practice: Practice) -> bool:
    return practice.conditions is not None and any(
        word in practice.conditions.get("ja") for word in ("事例", "課題")
    )


@pytest.mark.parametrize(("form", "missing"), [("other", []), ("none", ["none"])])
def test_a_tolerance_in_another_measure_is_not_reported_missing(
    form: str, missing: list[str], cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        DEMO.read_text("utf-8").replace("op3: time_level}", f"op3: {form}}}"), "utf-8"
    )
    run = cssa_inline("score", answers, "--format", "json")
    findings = [
        finding["params"]["value"]
        for finding in json.loads(run.out)["findings"]
        if finding["code"] == "contradiction_every_row"
    ]
    assert findings == missing


def test_a_secret_test_is_answered_by_the_white_team_and_executives(tlpt: Checklist) -> None:
    assert {placed.practice.owner for placed in tlpt.walk()} == {"security", "management"}


def test_an_answer_about_a_test_has_no_level(tlpt: Checklist) -> None:
    assert not tlpt.scored
    assert tlpt.restricted
    assert not any(placed.practice.gives_level for placed in tlpt.walk())


def test_only_the_kind_of_test_is_asked_of_everybody(tlpt: Checklist) -> None:
    unconditional = [p.practice.id for p in tlpt.walk() if p.practice.asked_if is None]
    assert unconditional == ["0-1"]
