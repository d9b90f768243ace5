"""What an assessment points out beside the figures: each thing once, on the right practice."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.answers.reviewed_answer import answer_mark
from cssa.answers.submission import Answer, has_right_check_digit

from .strategies import examples, worlds
from .worlds import (
    EXPIRED,
    NA,
    NOT_ADOPTED,
    VALID,
    World,
    basic,
    checklist_of,
    codes,
    day,
    desirable,
    measured,
    practices,
    rule,
    targets_of,
    treated,
    treatment,
)

POINT = {"id": "p1", "ja": "語", "en": "word", "required": True}


def test_a_note_alone_is_no_answer_out_of_scope() -> None:
    checklist = checklist_of(basic("1-1", applies_if={"any": ["f1"]}), basic("1-2"))
    result = World(checklist, {"1-1": {"note": "x"}, "1-2": 3}, profile={"f1": False}).assessed()
    assert not [finding for finding in result.findings if finding.practice == "1-1"]


@pytest.mark.parametrize(
    ("fields", "answer", "code"),
    [
        ({"applies_if": {"any": ["f1"]}}, 3, "answered_out_of_scope"),
        ({"points": [POINT]}, 3, "points_open"),
        ({"legal": True}, NA, "legal_left_out"),
        ({"legal": True}, NOT_ADOPTED, "legal_left_out"),
        ({"legal": True}, treated(1), "legal_left_out"),
        ({}, treated(1, EXPIRED), "treatment_expired"),
        ({}, treated(1, treatment(approved_by="自分")), "treatment_approver"),
        ({}, treated(1, treatment(measure="検討中")), "treatment_measure"),
        ({}, treated(1, treatment(115, approved_on=day(-251))), "treatment_review_late"),
        ({}, {"level": 2, "confirmed": False}, "unconfirmed"),
        (
            {},
            {"level": 2, "review": [{"line": 2, "level": 1, "by": "x", "on": day(-9)}]},
            "review_differs",
        ),
        ({}, {"level": 2, "last_done": day(1)}, "date_in_future"),
        ({}, {"level": 2, "evidence": [{"ref": "x", "date": day(1)}]}, "date_in_future"),
        (
            {},
            {"level": 2, "review": [{"line": 2, "level": 2, "by": "x", "on": day(1)}]},
            "date_in_future",
        ),
        ({}, treated(2, treatment(300) | {"approved_on": day(1)}), "date_in_future"),
    ],
)
def test_a_finding_stands_once_and_on_its_practice(fields: Any, answer: Any, code: str) -> None:
    same = {key: value for key, value in fields.items() if key != "applies_if"}
    checklist = checklist_of(
        desirable("1-a", **same),
        desirable("1-b", **fields),
        desirable("1.1-a", **same),
        basic("1-1"),
    )
    result = World(checklist, {"1-b": answer, "1-1": 3}, profile={"f1": False}).assessed()
    assert [(f.code, f.practice) for f in result.findings if f.practice] == [(code, "1-b")]
    assert {name: practice.findings for name, practice in practices(result).items()} == {
        "1-a": (),
        "1-b": (code,),
        "1.1-a": (),
        "1-1": (),
    }


@pytest.mark.parametrize(
    "answer",
    [
        2,
        {"level": 2, "review": [{"line": 2, "level": 2, "by": "x", "on": day(0)}]},
        {"level": 2, "last_done": day(0), "evidence": [{"ref": "x", "date": day(0)}]},
        treated(1),
        NA,
        NOT_ADOPTED,
        {"level": 2, "confirmed": True, "note": "n", "by": "x"},
    ],
)
def test_where_nothing_is_odd_there_is_no_finding(answer: Any) -> None:
    result = World(
        checklist_of(desirable("1-a", points=[POINT]), basic("1-1")), {"1-a": answer}
    ).assessed()
    assert codes(result, "1-a") == []
    assert codes(result, "1-1") == []


def test_a_treatment_is_not_pointed_out_as_expired_on_its_review_date() -> None:
    checklist = checklist_of(basic("1-1"))
    for review_in, expired in ((0, False), (-1, True)):
        answers = {"1-1": treated(1, treatment(review_in))}
        found = codes(World(checklist, answers).assessed(), "1-1")
        assert ("treatment_expired" in found) is expired


@pytest.mark.parametrize(
    ("every", "level", "days", "is_old"),
    [
        ("P1Y", 3, (-365,), False),
        ("P1Y", 3, (-366,), True),
        ("P1Y", 3, (-400, -10), False),
        ("P1Y", 2, (-400,), False),
        ("P2W", 4, (-15,), True),
        (None, 4, (-4000,), False),
        ("P1Y", 3, (), False),
    ],
)
def test_evidence_of_what_is_in_place_is_no_older_than_the_source_says_how_often(
    every: str | None, level: int, days: tuple[int, ...], is_old: bool
) -> None:
    cadence = {"cadence": {"every": every}} if every else {}
    evidence = [{"ref": "x", "date": day(offset)} for offset in days]
    answers = {"1-1": {"level": level, "evidence": [*evidence, {"ref": "undated"}]}}
    result = World(checklist_of(basic("1-1", **cadence)), answers).assessed()
    assert ("evidence_old" in codes(result, "1-1")) is is_old


def test_an_answer_carried_over_says_why_it_may_no_longer_be_right() -> None:
    changes = {"from": ["1-1", "1-9"], "changes": ["reworded", "tightened", "merged"]}
    answer = {"level": 3, "confirmed": False, "carried": changes}
    result = World(checklist_of(basic("1-1")), {"1-1": answer}).assessed()
    found = {finding.code: finding.params for finding in result.findings if finding.practice}
    assert found == {
        "unconfirmed": {},
        "carried_tightened": {},
        "carried_merged": {"practices": "1-1, 1-9"},
    }
    confirmed = answer | {"confirmed": True}
    result = World(checklist_of(basic("1-1")), {"1-1": confirmed}).assessed()
    assert codes(result, "1-1") == []


def test_several_findings_of_a_practice_are_all_there() -> None:
    checklist = checklist_of(basic("1-1", legal=True, points=[POINT]))
    answer = {"level": 3, "treatment": EXPIRED, "confirmed": False}
    found = codes(World(checklist, {"1-1": answer}).assessed(), "1-1")
    assert {"points_open", "treatment_expired", "unconfirmed", "legal_left_out"} <= set(found)


@pytest.mark.parametrize(
    "answer",
    [
        {"level": 2, "evidence": [{"ref": ref, "date": day(1)} for ref in ("a.pdf", "b.pdf")]},
        {"level": 2, "review": [{"line": 2, "level": 1, "by": by, "on": day(-1)} for by in "xy"]},
    ],
    ids=["dates", "reviews"],
)
def test_the_same_thing_said_twice_is_one_finding(answer: Any) -> None:
    result = World(checklist_of(basic("1-1")), {"1-1": answer}).assessed()
    assert len(codes(result, "1-1")) == 1
    assert len(practices(result)["1-1"].findings) == 1


def test_a_self_rating_is_never_overwritten_by_a_review() -> None:
    review = {"line": 3, "level": 0, "by": "audit", "on": day(-1)}
    result = World(checklist_of(basic("1-1")), {"1-1": {"level": 4, "review": [review]}}).assessed()
    assert practices(result)["1-1"].level == 4
    differing = [f for f in result.findings if f.code == "review_differs"]
    assert [(f.practice, f.params["level"], f.params["own"]) for f in differing] == [("1-1", 0, 4)]


@examples(100)
@given(worlds())
def test_findings_of_practices_are_those_of_the_list_and_none_stands_twice(world: World) -> None:
    result = world.assessed()
    stand = Counter((f.code, f.practice, tuple(sorted(f.params.items()))) for f in result.findings)
    assert set(stand.values()) <= {1}
    for name, practice in practices(result).items():
        assert sorted(practice.findings) == sorted(codes(result, name))


# --- findings on the submission as a whole -------------------------------------------------------


def on_submission(world: World, code: str) -> list[dict[str, Any]]:
    return [
        dict(found.params)
        for found in world.assessed().findings
        if found.code == code and found.practice is None
    ]


@pytest.mark.parametrize(
    ("where", "field", "value"),
    [
        ("about", "campaign", "2026"),
        ("about", "assessed_on", "2026-11-01"),
        ("institution", "size", 2_100_000_000_000),
    ],
)
def test_what_is_not_stated_is_a_finding(where: str, field: str, value: Any) -> None:
    checklist = checklist_of(basic("1-1"))
    by_risk = targets_of(rule(3, tier="basic"), high=[rule(4, tier="basic")])
    name = f"institution.{field}" if where == "institution" else field
    assert {"field": name} in on_submission(World(checklist, {}, targets=by_risk), "missing")
    stated = World(checklist, {}, targets=by_risk, **{where: {field: value}})  # type: ignore[arg-type]
    assert {"field": name} not in on_submission(stated, "missing")


def test_dates_of_the_submission_after_the_as_of_date_are_findings() -> None:
    checklist = checklist_of(basic("1-1"))
    late = {"assessed_on": day(1), "approval": {"reported_to_board": day(2)}}
    findings = on_submission(World(checklist, {}, about=late), "date_in_future")
    assert [params["date"] for params in findings] == [day(1), day(2)]
    today = {"assessed_on": day(0), "approval": {"reported_to_board": day(0)}}
    assert on_submission(World(checklist, {}, about=today), "date_in_future") == []


@pytest.mark.parametrize(
    ("flag", "is_finding"),
    [
        (False, True),
        ({"value": False}, True),
        ({"value": False, "reason": "none here"}, False),
        (True, False),
    ],
)
def test_a_false_flag_that_takes_a_basic_away_needs_a_reason(flag: Any, is_finding: bool) -> None:
    checklist = checklist_of(basic("1-1", applies_if={"any": ["f1"]}), basic("1-2"))
    findings = on_submission(World(checklist, {}, profile={"f1": flag}), "flag_without_reason")
    assert [params["flag"] for params in findings] == ["f1"] * is_finding


@pytest.mark.parametrize(
    "practice",
    [
        desirable("1-a", applies_if={"any": ["f1"]}),
        basic("1-1", applies_if={"any": ["f1", "f2"]}),
        basic("1-1", applies_if={"none": ["f1"]}),
    ],
)
def test_the_bare_form_does_where_nothing_basic_falls_away(practice: Any) -> None:
    world = World(checklist_of(practice, basic("1-2")), {}, profile={"f1": False})
    assert on_submission(world, "flag_without_reason") == []


def test_only_the_flag_that_takes_a_basic_away_needs_the_reason() -> None:
    checklist = checklist_of(basic("1-1", applies_if={"any": ["f2"], "none": ["f1"]}), basic("1-2"))
    world = World(checklist, {}, profile={"f1": False, "f2": {"value": False, "reason": "r"}})
    assert practices(world.assessed())["1-1"].status == "out_of_scope"
    assert on_submission(world, "flag_without_reason") == []


def test_a_false_flag_beside_the_one_that_decides_needs_no_reason() -> None:
    condition = {"any": ["f1", "f2"], "all": ["f2"]}
    checklist = checklist_of(basic("1-1", applies_if=condition), basic("1-2"))
    world = World(checklist, {}, profile={"f1": False, "f2": {"value": False, "reason": "r"}})
    assert practices(world.assessed())["1-1"].status == "out_of_scope"
    assert on_submission(world, "flag_without_reason") == []


@pytest.mark.parametrize("condition", [{"any": ["f1", "f2"]}, {"all": ["f1", "f2"]}])
def test_false_flags_that_take_a_basic_away_together_each_need_a_reason(condition: Any) -> None:
    checklist = checklist_of(basic("1-1", applies_if=condition), basic("1-2"))
    world = World(checklist, {}, profile={"f1": False, "f2": False})
    assert [params["flag"] for params in on_submission(world, "flag_without_reason")] == [
        "f1",
        "f2",
    ]


def test_flags_and_factors_that_are_not_stated_are_findings_once() -> None:
    flags = {"any": ["f1", "f2", "f3", "f4"]}
    checklist = checklist_of(basic("1-1", applies_if=flags))
    targets = targets_of(rule(3, tier="basic"), high=[rule(4, tier="basic")])
    bare = World(checklist, {}, targets=targets, profile={"f1": True, "f2": False})
    assert [params["names"] for params in on_submission(bare, "profile_unstated")] == ["f3, f4"]
    assert len(on_submission(bare, "risk_unstated")) == 1
    full = World(
        checklist,
        {},
        targets=targets,
        profile=dict.fromkeys(("f1", "f2", "f3", "f4"), True),
        risk={"factors": {"k1": "low", "k2": "low"}},
    )
    assert on_submission(full, "profile_unstated") == []
    assert on_submission(full, "risk_unstated") == []


def test_flags_and_factors_that_no_condition_or_target_uses_are_not_missed() -> None:
    bare = World(checklist_of(basic("1-1")), {})
    assert on_submission(bare, "profile_unstated") == []
    assert on_submission(bare, "risk_unstated") == []


def test_findings_change_no_figure() -> None:
    checklist = checklist_of(basic("1-1", points=[POINT]), basic("1-2", legal=True))
    plain = World(checklist, {"1-1": {"level": 3, "points": ["p1"]}, "1-2": treated(1)})
    odd = plain.answering({"1-1": {"level": 3, "last_done": day(9)}})
    assert len(odd.assessed().findings) > len(plain.assessed().findings)
    assert measured(odd.assessed()) == measured(plain.assessed())


# --- 法人番号 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("7000012050002", True),  # a published number of a public body
        ("3010005002599", True),
        ("7000012050003", False),
        ("1000012050002", False),
        ("7000021050002", False),
        ("0000012050002", False),
    ],
)
def test_a_corporate_number_has_one_right_check_digit(number: str, right: bool) -> None:
    assert has_right_check_digit(number) is right
    checklist = checklist_of(basic("1-1"))
    answer = on_submission(World(checklist, {}, institution={"id": number}), "check_digit")
    assert answer == ([] if right else [{"id": number}])


@examples(100)
@given(st.text("0123456789", min_size=12, max_size=12))
def test_of_ten_check_digits_exactly_one_is_right_and_it_is_never_nought(base: str) -> None:
    right = [digit for digit in range(10) if has_right_check_digit(f"{digit}{base}")]
    weighted = sum(int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(base))
    assert right == [9 - weighted % 9]


@pytest.mark.parametrize("name", ["inst-1", "700001205000", "70000120500021", "700001205000x"])
def test_an_id_of_another_form_has_no_check_digit(name: str) -> None:
    checklist = checklist_of(basic("1-1"))
    assert on_submission(World(checklist, {}, institution={"id": name}), "check_digit") == []


def test_a_valid_treatment_of_any_level_is_counted_once() -> None:
    checklist = checklist_of(
        basic("1-1"), desirable("1-a"), basic("1-2"), basic("1-3"), basic("1-4")
    )
    answers = {
        "1-1": treated(5),
        "1-a": treated(0),
        "1-2": treated(1, EXPIRED),
        "1-3": NA | {"treatment": VALID},
        "1-4": {"treatment": VALID},
    }
    assert World(checklist, answers).assessed().overall.treated == 3


def reviewed(level: int, review: int, *, line: int = 2, mark: str | None = None) -> dict[str, Any]:
    """Return an answer with a review of what it is, or of what the mark says."""
    seen = answer_mark(Answer.model_validate({"level": level})) if mark is None else mark
    found = {"line": line, "level": review, "by": "Risk", "on": day(-9), "seen": seen}
    return {"level": level, "review": [found]}


@pytest.mark.parametrize("line", [2, 3])
@pytest.mark.parametrize(
    ("answer", "is_open"),
    [
        (reviewed(3, 2), True),
        (reviewed(3, 3), False),
        (reviewed(3, 4), False),
        (reviewed(3, 2) | {"note": "the register was completed"}, False),
        (reviewed(3, 2) | {"plan": {"owner": "IT"}, "confirmed": False}, True),
        (reviewed(3, 2, mark="sha256:another"), False),
    ],
)
def test_a_lower_review_is_pointed_out_until_the_answer_is_reconsidered(
    answer: dict[str, Any], line: int, *, is_open: bool
) -> None:
    answer = {**answer, "review": [{**answer["review"][0], "line": line}]}
    found = World(checklist_of(basic("1-1")), {"1-1": answer}).assessed()
    assert ("review_open" in codes(found, "1-1")) == is_open
    counts = found.reviews.second_line if line == 2 else found.reviews.audit
    assert counts.not_reconsidered == is_open
    assert counts.reviewed == 1


def test_reviews_are_counted_by_line_and_listed_where_they_differ() -> None:
    plain = {"line": 2, "by": "Risk", "on": day(-9)}
    answers = {
        "1-1": {"level": 3, "review": [{**plain, "level": 2, "note": "why"}, {**plain, "line": 3, "level": 4}]},
        "1-2": {"level": 3, "review": [{**plain, "level": 0, "on": day(-400)}, {**plain, "level": 3}]},
        "1-3": NA | {"review": [{**plain, "level": 2}]},
        "1-4": 2,
    }  # fmt: skip
    checklist = checklist_of(*(basic(f"1-{number}") for number in range(1, 6)))
    found = World(checklist, answers).assessed()
    reviews = found.reviews
    assert (reviews.of, reviews.second_line.reviewed, reviews.audit.reviewed) == (3, 2, 1)
    assert (reviews.second_line.lower, reviews.audit.higher) == (1, 1)
    shown = [(item.practice, item.own, item.line, item.level) for item in reviews.differences]
    assert shown == [("1-1", 3, 2, 2), ("1-1", 3, 3, 4)]
    assert reviews.differences[0].note == "why"
    assert reviews.differences[0].reconsidered is None
    unreviewed = {name: answer for name, answer in answers.items() if name != "1-3"}
    unreviewed |= {"1-1": 3, "1-2": 3, "1-3": NA}
    assert World(checklist, unreviewed).assessed().overall == found.overall
