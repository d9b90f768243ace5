"""docs/scoring.md on gaps (rule 9), on what nothing lowers (10) and on unrounded values (11)."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cssa.engine.aggregate import rounded
from cssa.engine.result import Result

from .strategies import examples, raises, worlds
from .worlds import (
    AS_OF,
    FLAGS,
    NA,
    World,
    all_practices,
    basic,
    checklist_of,
    codes,
    desirable,
    exact,
    measured,
    mixture,
    practices,
    rule,
    scheme_of,
    targets_of,
    treated,
)

# --- 9 gaps and their ranking -----------------------------------------------------------------------


def _ranking(world: World) -> list[tuple[str, int]]:
    return [(gap.practice, gap.rank) for gap in world.assessed().gaps]


def _order(world: World) -> list[str]:
    return [gap.practice for gap in world.assessed().gaps]


def _whys(world: World) -> list[tuple[str, ...]]:
    return [gap.why for gap in world.assessed().gaps]


def test_9_a_gap_is_what_is_missing_to_the_target_never_below_zero() -> None:
    checklist = checklist_of(*(basic(f"1-{n}") for n in range(1, 6)), desirable("1-a"))
    answers = {"1-1": 1, "1-2": 5, "1-3": treated(0), "1-4": NA, "1-a": 1}
    targets = targets_of(rule(3, tier="basic"))
    result = World(checklist, answers, targets=targets).assessed()
    assert {name: practice.gap for name, practice in practices(result).items()} == {
        "1-1": 2,
        "1-2": 0,
        "1-3": None,
        "1-4": None,
        "1-5": 3,
        "1-a": None,
    }
    assert {gap.practice: gap.gap for gap in result.gaps} == {"1-1": 2}
    assert {gap.practice: gap.gap for gap in result.answer_first} == {"1-5": 3}


def test_9_the_institutions_own_priority_ranks_first_whatever_else_there_is() -> None:
    checklist = checklist_of(
        basic("1-1", legal=True, impact=3, effort="s"),
        basic("1-2", impact=1, effort="l"),
        basic("1-3", effort="l"),
    )

    def own(rank: int) -> Any:
        return {"level": 2, "priority": {"rank": rank, "reason": "r"}}

    world = World(checklist, {"1-1": 0, "1-2": own(2), "1-3": own(1)})
    assert _ranking(world) == [("1-3", 1), ("1-2", 2), ("1-1", 3)]
    assert _whys(world)[0] == ("priority", "effort_l", "gain")


def test_9_then_a_duty_by_law_below_3() -> None:
    checklist = checklist_of(
        basic("1-1", impact=3, effort="s"), basic("1-2", legal=True), basic("1-3", legal=True)
    )
    targets = targets_of(rule(5, tier="basic"))
    assert _order(World(checklist, {"1-1": 0, "1-2": 3, "1-3": 2}, targets=targets)) == [
        "1-3",
        "1-1",
        "1-2",
    ]


@pytest.mark.parametrize(
    ("impact", "level", "is_first"), [(3, 1, True), (3, 2, False), (2, 0, False)]
)
def test_9_then_an_impact_of_3_at_level_1_or_below(impact: int, level: int, is_first: bool) -> None:
    checklist = checklist_of(basic("1-1", impact=2), basic("1-2", impact=impact))
    targets = targets_of(rule(5, practice="1-1"), rule(level + 1, practice="1-2"))
    world = World(checklist, {"1-1": 0, "1-2": level}, targets=targets)
    assert (_order(world)[0] == "1-2") is is_first
    assert any("severe" in why for why in _whys(world)) is is_first


def test_9_then_the_gap_times_the_impact() -> None:
    checklist = checklist_of(
        basic("1-1", impact=1), basic("1-2", impact=2), basic("1-3"), basic("1-4", impact=3)
    )
    world = World(checklist, {"1-1": 0, "1-2": 1, "1-3": 1, "1-4": 2})
    assert _order(world) == ["1-2", "1-1", "1-4", "1-3"]  # 4, 3, 3, 2


def test_9_a_threat_that_weighs_more_adds_one_however_many_there_are() -> None:
    checklist = checklist_of(
        basic("1-1", threats=["t1", "t2"], impact=1),
        basic("1-2", impact=2),
        basic("1-3", threats=["t3"], impact=1, effort="s"),
    )
    answers = {"1-1": 0, "1-2": 1, "1-3": 0}

    def ranked(**factors: str) -> list[str]:
        return _order(World(checklist, answers, risk={"factors": factors}))

    assert ranked() == ["1-2", "1-3", "1-1"]  # 4, 3, 3
    assert ranked(k1="medium") == ["1-2", "1-3", "1-1"]
    assert ranked(n1="high") == ["1-1", "1-2", "1-3"]  # 4 and 4, then checklist order
    assert ranked(k1="high", k2="high", n1="high") == ["1-1", "1-2", "1-3"]


def test_9_an_override_of_the_risk_profile_makes_no_threat_weigh_more() -> None:
    checklist = checklist_of(basic("1-1", threats=["t1"]))
    world = World(checklist, {"1-1": 1}, risk={"override": {"level": "high", "reason": "r"}})
    assert _whys(world) == [("effort_m", "gain")]


def test_9_then_the_smaller_effort_then_the_larger_gain_then_checklist_order() -> None:
    efforts = ["l", "m", "s", "m", "s"]
    checklist = checklist_of(
        *(basic(f"1-{n}", effort=e) for n, e in enumerate(efforts, start=1)),
        basic("2-1", effort="m"),
    )
    levels = {practice["id"]: 1 for practice in all_practices(checklist)}
    world = World(checklist, levels)
    assert _order(world) == ["1-3", "1-5", "2-1", "1-2", "1-4", "1-1"]
    gains = {gap.practice: gap.gain for gap in world.assessed().gaps}
    assert (gains["2-1"], gains["1-2"]) == ("1/1", "1/5")


def test_9_what_is_unanswered_is_ranked_apart() -> None:
    checklist = checklist_of(
        basic("1-1"), basic("1-2", impact=3), basic("1-3", legal=True), desirable("1-a")
    )
    result = World(checklist, {"1-1": 0}).assessed()
    assert [(gap.practice, gap.rank) for gap in result.gaps] == [("1-1", 1)]
    assert [(gap.practice, gap.rank, gap.gap) for gap in result.answer_first] == [
        ("1-3", 1, 3),
        ("1-2", 2, 3),
        ("1-a", 3, 0),
    ]
    assert result.answer_first[1].why == ("severe", "effort_m", "gain")


def test_9_checklist_order_is_the_files_order_not_that_of_the_alphabet_or_the_answers() -> None:
    checklist = checklist_of(
        basic("1-1"), basic("1.2-1"), basic("1.10-1"), basic("1.10-2"), basic("1.10-10")
    )
    names = ("1.10-10", "1.10-1", "1-1", "1.2-1", "1.10-2")
    world = World(checklist, dict.fromkeys(names, 0))
    assert [name for name, _ in _ranking(world)] == ["1-1", "1.2-1", "1.10-1", "1.10-2", "1.10-10"]


@examples(60)
@given(worlds())
def test_9_every_practice_to_work_on_or_to_answer_is_in_one_list_once(world: World) -> None:
    result = world.assessed()
    states = practices(result)
    below = [gap.practice for gap in result.gaps]
    first = [gap.practice for gap in result.answer_first]
    assert sorted(below) == sorted(
        name for name, state in states.items() if state.status == "answered" and state.gap
    )
    assert sorted(first) == sorted(
        name for name, state in states.items() if state.status == "unanswered"
    )
    for gaps in (result.gaps, result.answer_first):
        assert [gap.rank for gap in gaps] == list(range(1, len(gaps) + 1))


@examples(60)
@given(worlds(), st.data())
def test_9_an_own_priority_moves_one_practice_and_changes_no_figure(
    world: World, data: st.DataObject
) -> None:
    before = world.assessed()
    assume(before.gaps)
    name = data.draw(st.sampled_from([gap.practice for gap in before.gaps]))
    plain = world.answers[name]
    names = {int: "level", str: "choice", list: "choices"}
    answer = plain if isinstance(plain, dict) else {names[type(plain)]: plain}
    own = answer | {"priority": {"rank": 1, "reason": "r"}}
    after = world.answering({name: own}).assessed()
    others = [gap.practice for gap in before.gaps if gap.practice != name]
    assert [gap.practice for gap in after.gaps if gap.practice != name] == others
    assert measured(after)["domains"] == measured(before)["domains"]
    place = next(gap.rank for gap in after.gaps if gap.practice == name)
    prioritised = [gap for gap in after.gaps if "priority" in gap.why]
    assert place <= len(prioritised)


def test_9_a_gap_that_adds_nothing_to_overall_says_so() -> None:
    checklist = checklist_of(basic("1-1"), desirable("1-a", effort="s"))
    result = World(checklist, {"1-1": 3, "1-a": 1}).assessed()
    assert [(gap.practice, gap.gain, gap.why) for gap in result.gaps] == [
        ("1-a", "0/1", ("effort_s",))
    ]


@examples(60)
@given(worlds())
def test_9_raising_a_gap_to_its_target_gains_what_it_says(world: World) -> None:
    result = world.assessed()
    by_id = {practice["id"]: practice for practice in all_practices(world.checklist)}
    gaps = [gap for gap in (*result.gaps, *result.answer_first) if gap.gap]
    by_level = [gap for gap in gaps if by_id[gap.practice].get("kind", "level") == "level"]
    assume(by_level)
    for gap in by_level[:3]:
        answer = world.answers.get(gap.practice)
        rest = {k: v for k, v in answer.items() if k != "level"} if isinstance(answer, dict) else {}
        target = practices(result)[gap.practice].target
        then = world.answering({gap.practice: rest | {"level": target}}).assessed()
        assert (then.overall.value or 0) - (result.overall.value or 0) == exact(gap.gain)


# --- 10 nothing is lowered --------------------------------------------------------------------------


def _not_lower(after: Any, before: Any) -> bool:
    return before is None or (after is not None and after >= before)


def assert_nothing_is_lowered(before: Result, after: Result) -> None:
    pairs: list[tuple[Any, Any]] = [
        (after.overall, before.overall),
        *zip(after.domains, before.domains, strict=True),
        *zip(after.sections, before.sections, strict=True),
    ]
    for now, then in pairs:
        assert _not_lower(now.value, then.value)
        assert _not_lower(now.level, then.level)
        assert then.level_reason or not now.level_reason
        assert now.below_target.of == then.below_target.of
        assert now.below_target.count <= then.below_target.count
        assert _not_lower(now.coverage.ratio, then.coverage.ratio)
    assert _not_lower(after.tiers.basic.value, before.tiers.basic.value)
    assert _not_lower(after.tiers.desirable.value, before.tiers.desirable.value)
    assert after.tiers.desirable.adopted >= before.tiers.desirable.adopted
    assert [d.rateable for d in after.domains] == [d.rateable for d in before.domains]
    assert after.provisional <= before.provisional


@examples(120)
@given(worlds(), st.data())
def test_10_raising_a_level_or_answering_lowers_nothing(world: World, data: st.DataObject) -> None:
    before = world.assessed()
    states = practices(before)
    open_to_raise = [
        practice
        for practice in all_practices(world.checklist)
        if states[practice["id"]].status in ("answered", "unanswered")
    ]
    assume(open_to_raise)
    practice = data.draw(st.sampled_from(open_to_raise))
    better = data.draw(st.sampled_from(raises(practice, world.answers.get(practice["id"]))))
    after = world.answering({practice["id"]: better}).assessed()
    assert practices(after)[practice["id"]].status == "answered"
    assert_nothing_is_lowered(before, after)


def test_10_answering_lowers_nothing_whatever_the_targets_ask_of_adopted_practices() -> None:
    targets = targets_of(rule(3, tier="basic", adopted=True))
    world = World(checklist_of(basic("1-1"), basic("1-2")), {"1-1": 3}, targets=targets)
    assert_nothing_is_lowered(world.assessed(), world.answering({"1-2": 1}).assessed())


@examples(40)
@given(worlds(), st.randoms(use_true_random=False))
def test_10_the_order_of_answers_is_irrelevant(world: World, random: Any) -> None:
    shuffled = list(world.answers.items())
    random.shuffle(shuffled)
    assert replace(world, answers=dict(shuffled)).assessed() == world.assessed()


def _decorated(answers: Any, ticked: list[str]) -> Any:
    """Return the same answer with other points, and with all that may be answers beside a level."""
    names = {int: "level", str: "choice", list: "choices"}
    answer = answers if isinstance(answers, dict) else {names[type(answers)]: answers}
    return answer | {
        "points": ticked,
        "note": "n",
        "evidence": [{"ref": "policy.pdf", "date": "2027-01-01"}],
        "review": [{"line": 3, "level": 0, "by": "audit", "on": "2026-10-01"}],
        "last_done": "2026-04-01",
        "done": {"n": 1, "of": 9},
        "by": "it",
        "performed_by": "shared_centre",
    }


@examples(60)
@given(worlds(), st.data())
def test_10_points_reviews_and_evidence_never_enter_a_figure(
    world: World, data: st.DataObject
) -> None:
    known = {
        practice["id"]: [p["id"] for p in practice.get("points", ())]
        for practice in all_practices(world.checklist)
    }
    decorated = {}
    for name, answer in world.answers.items():
        ticked = [point for point in known[name] if data.draw(st.booleans())]
        decorated[name] = _decorated(answer, ticked)
    assert measured(replace(world, answers=decorated).assessed()) == measured(world.assessed())


POINTS = [
    {"id": "p1", "ja": "語", "en": "word", "required": True},
    {"id": "p2", "ja": "語", "en": "word", "required": True},
    {"id": "p3", "ja": "語", "en": "word"},
    {"id": "p4", "ja": "語", "en": "word", "required": True, "applies_if": {"any": ["f1"]}},
]


@pytest.mark.parametrize(
    ("level", "ticked", "is_finding"),
    [
        (2, [], False),
        (3, ["p1", "p2"], False),
        (3, ["p1"], True),
        (3, ["p3"], True),
        (5, [], True),
    ],
)
def test_10_level_3_with_a_required_point_unticked_is_a_finding(
    level: int, ticked: list[str], is_finding: bool
) -> None:
    checklist = checklist_of(basic("1-1", points=POINTS))
    world = World(checklist, {"1-1": {"level": level, "points": ticked}}, profile={"f1": False})
    result = world.assessed()
    assert codes(result, "1-1").count("points_open") == int(is_finding)
    assert practices(result)["1-1"].level == level


def test_10_a_required_point_concerns_those_whose_profile_does_not_take_it_away() -> None:
    checklist = checklist_of(basic("1-1", points=POINTS))
    answers = {"1-1": {"level": 3, "points": ["p1", "p2"]}}
    assert "points_open" in codes(World(checklist, answers, profile={"f1": True}).assessed(), "1-1")
    assert "points_open" in codes(World(checklist, answers).assessed(), "1-1")


# --- 11 unrounded -----------------------------------------------------------------------------------


def test_11_ranks_compare_unrounded_gains() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"))
    world = World(
        checklist, {"1-1": 2, "2-1": 2}, scheme=scheme_of({"basic": 1}, {"1": 999, "2": 1000})
    )
    gains = {gap.practice: rounded(exact(gap.gain)) for gap in world.assessed().gaps}
    assert gains == {"1-1": 0.5, "2-1": 0.5}
    assert _ranking(world) == [("2-1", 1), ("1-1", 2)]


def test_11_bands_compare_unrounded_scores() -> None:
    result = mixture(1, 1000).assessed()
    assert (result.overall.exact, result.overall.score) == ("2999/1000", 3.0)
    assert result.overall.band == "b2"
    assert mixture(0, 1000).assessed().overall.band == "b3"


def test_11_a_band_begins_at_its_bound_exactly() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), basic("1-3"))
    scheme = scheme_of({"basic": 1}, bounds=(0, 0.33, 0.34))
    result = World(checklist, {"1-1": 1}, scheme=scheme).assessed()
    assert result.overall.value == Fraction(1, 3)
    assert result.overall.band == "b1"


def test_the_world_without_anything_said_is_assumed_and_as_of_its_date() -> None:
    result = World(checklist_of(basic("1-1")), {}).assessed()
    assert result.as_of == AS_OF
    assert (result.risk_profile.level, result.risk_profile.basis) == ("medium", "assumed")
    assert len(FLAGS) == 4
