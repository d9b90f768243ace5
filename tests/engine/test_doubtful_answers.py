"""Answers that are well formed and doubtful: placeholders, flags that are all no, old reports."""

from typing import Any

import pytest

from cssa.answers.placeholders import is_placeholder
from cssa.engine.result import Finding

from .worlds import FLAGS, NA, NOT_ADOPTED, World, basic, checklist_of, day, desirable, treated
from .worlds import treatment as treatment_of


@pytest.mark.parametrize(
    "text",
    ["-", "－", "ー", "…", "。", " ", "なし", "無し。", "特になし", "同上", "（同上）", "上記のとおり", "前年同様", "該当なし",
     "N/A", "n.a.", "NA", "None", "ditto", "Same as above", "TBD"],
)  # fmt: skip
def test_a_placeholder_is_no_reason(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "海外拠点なし",
        "無線LANを設置していない",
        "No branch abroad",
        "委託先と同じ基準で確認",
        "3",
        "外部委託のため",
    ],
)
def test_a_short_reason_is_one(text: str) -> None:
    assert not is_placeholder(text)


def findings(world: World, code: str) -> list[Finding]:
    return [finding for finding in world.assessed().findings if finding.code == code]


def test_placeholders_are_one_finding_however_many() -> None:
    practices = [basic(f"1-{number}") for number in range(12)] + [desirable("1-a")]
    answers: dict[str, Any] = {f"1-{number}": NA | {"reason": "同上"} for number in range(11)}
    answers["1-11"] = treated(1, treatment_of() | {"measure": "n/a"})
    answers["1-a"] = NOT_ADOPTED | {"reason": "-"}
    (finding,) = findings(World(checklist_of(*practices), answers), "placeholder_reasons")
    assert finding.practice is None
    assert finding.params["count"] == 13
    assert str(finding.params["practices"]).startswith("1-0, 1-1, ")
    assert str(finding.params["practices"]).endswith(", …")


def test_reasons_in_words_are_none() -> None:
    world = World(checklist_of(basic("1-1")), {"1-1": NA | {"reason": "海外拠点なし"}})
    assert not findings(world, "placeholder_reasons")


def test_a_placeholder_is_no_reason_for_a_question_without_levels_either() -> None:
    world = World(checklist_of(basic("1-1", kind="text")), {"1-1": NA | {"reason": "ＮＡ"}})
    (finding,) = findings(world, "placeholder_reasons")
    assert finding.params == {"count": 1, "practices": "1-1"}


@pytest.mark.parametrize(("reason", "is_found"), [("同上", True), ("－", True), ("共同化", False)])
def test_an_own_risk_profile_needs_a_reason_in_words(reason: str, is_found: bool) -> None:
    risk = {"override": {"level": "low", "reason": reason}}
    world = World(checklist_of(basic("1-1")), {"1-1": 3}, risk=risk)
    assert bool(findings(world, "override_without_reason")) is is_found


def profile(**values: bool) -> dict[str, Any]:
    return {flag: {"value": values.get(flag, False), "reason": "設備なし"} for flag in FLAGS}


CONDITIONAL = checklist_of(
    basic("1-1", applies_if={"any": ["f1"]}), desirable("1-a", applies_if={"any": ["f2"]}), basic("1-2")
)  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (profile(), {"flags": len(FLAGS), "count": 2, "basics": 1}),
        (profile(f4=True), None),
        (dict.fromkeys(FLAGS[:-1], False), None),
    ],
)
def test_flags_that_are_all_no_are_a_finding(stated: Any, expected: Any) -> None:
    found = findings(World(CONDITIONAL, {"1-2": 3}, profile=stated), "all_flags_false")
    assert [finding.params for finding in found] == ([expected] if expected else [])


def test_flags_that_exclude_nothing_are_none() -> None:
    world = World(checklist_of(basic("1-1")), {"1-1": 3}, profile=profile())
    assert not findings(world, "all_flags_false")


def test_practices_outside_the_selected_groups_fall_out_for_no_flag() -> None:
    checklist = checklist_of(basic("1-1", groups=["g1"]), basic("1-2", groups=["g2"]))
    about = {"selected_groups": ["g1"]}
    world = World(checklist, {"1-1": 3}, profile=profile(), about=about)
    assert not findings(world, "all_flags_false")


def test_a_placeholder_is_no_reason_for_a_flag() -> None:
    stated = profile() | {"f1": {"value": False, "reason": "なし"}}
    world = World(CONDITIONAL, {"1-2": 3}, profile=stated)
    assert [finding.params["flag"] for finding in findings(world, "flag_without_reason")] == ["f1"]


@pytest.mark.parametrize(("reported", "is_outdated"), [(-181, True), (-180, False), (5, False)])
def test_a_report_to_the_board_long_before_the_assessment_is_a_finding(
    reported: int, is_outdated: bool
) -> None:
    about = {"assessed_on": day(0), "approval": {"reported_to_board": day(reported)}}
    world = World(checklist_of(basic("1-1")), {"1-1": 3}, about=about)
    assert bool(findings(world, "report_outdated")) == is_outdated
