"""Queries on one submission: each one at its bound, and none just below it."""

from typing import Any

import pytest
from tests.engine.worlds import NA, NOT_ADOPTED, Plain, World, basic, checklist_of, day, desirable

from cssa.consistency.queries import Query, queries

WORDS = {"ja": "点", "en": "point"}


def queries_on(answers: Plain, *practices: Plain, previous: Any = None) -> list[Query]:
    """Return the queries on answers to practices, two plain ones unless given."""
    world = World(checklist_of(*(practices or (basic("1-1"), basic("1-2")))), answers)
    return list(queries(world.assessed(), previous))


def review(level: int) -> Plain:
    return {"review": [{"line": 3, "level": level, "by": "監査", "on": day(-9)}]}


YEARLY = basic("1-1", cadence={"every": "P1Y"})
OLD = [{"ref": "報告書", "date": day(-400)}]
WITH_POINTS = basic("1-1", points=[{"id": "p1", **WORDS, "required": True}, {"id": "p2", **WORDS}])


@pytest.mark.parametrize(
    ("code", "answers", "practices", "previous"),
    [
        ("evidence_missing", {"1-1": 4}, (), None),
        ("points_open", {"1-1": 3}, (WITH_POINTS,), None),
        ("evidence_old", {"1-1": {"level": 3, "evidence": OLD}}, (YEARLY,), None),
        ("review_differs", {"1-1": {"level": 1} | review(3)}, (), None),
        ("review_differs", {"1-1": {"level": 3} | review(1)}, (), None),
        ("jump", {"1-1": 3}, (), {"1-1": 1}),
        ("jump", {"1-1": 0}, (), {"1-1": 2}),
    ],
)
def test_a_query_on_a_practice(
    code: str, answers: Plain, practices: tuple[Plain, ...], previous: Any
) -> None:
    raised = queries_on(answers, *practices, previous=previous)
    assert [(query.institution, query.practice, query.code) for query in raised] == [
        ("inst-1", "1-1", code)
    ]


@pytest.mark.parametrize(
    ("answers", "practices", "previous"),
    [
        ({"1-1": 3}, (), None),
        ({"1-1": {"level": 5, "evidence": [{"ref": "規程"}]}}, (), None),
        ({"1-1": 2}, (WITH_POINTS,), None),
        ({"1-1": {"level": 3, "points": ["p1"]}}, (WITH_POINTS,), None),
        ({"1-1": {"level": 2} | review(3)}, (), None),
        ({"1-1": {"level": 2} | review(2)}, (), None),
        ({"1-1": 3}, (), {"1-1": 2}),
        ({"1-1": 3}, (), {"1-2": 0}),
        ({"1-1": NA}, (basic("1-1"), *(basic(f"1-{n}") for n in range(2, 5))), {"1-1": 5}),
        ({}, (), {"1-1": 5}),
        ({"1-a": NOT_ADOPTED}, (desirable("1-a"),), {"1-a": 5}),
    ],
)
def test_no_query(answers: Plain, practices: tuple[Plain, ...], previous: Any) -> None:
    assert queries_on(answers, *practices, previous=previous) == []


def _uniform(count: int, rest: int) -> list[Query]:
    levels = {f"1-{n}": 2 if n <= count else 3 for n in range(1, count + rest + 1)}
    return queries_on(levels, *map(basic, levels))


@pytest.mark.parametrize(("count", "rest"), [(20, 0), (95, 5), (19, 1)])
def test_a_single_level_for_nearly_all_is_queried(count: int, rest: int) -> None:
    params = {"level": 2, "count": count, "of": count + rest}
    assert _uniform(count, rest) == [Query("inst-1", None, "uniform", params)]


@pytest.mark.parametrize(("count", "rest"), [(19, 0), (94, 6), (18, 2)])
def test_levels_that_vary_or_are_few_are_not(count: int, rest: int) -> None:
    assert _uniform(count, rest) == []


@pytest.mark.parametrize(("count", "is_queried"), [(3, False), (4, True)])
def test_many_not_applicable_in_a_domain(count: int, is_queried: bool) -> None:
    practices = [basic(f"1-{n}") for n in range(1, 11)]
    desirables = [desirable(f"1-{letter}") for letter in "abcdef"]
    answers = {f"1-{n}": NA for n in range(1, count + 1)} | dict.fromkeys(
        (practice["id"] for practice in desirables), NOT_ADOPTED
    )
    raised = queries_on(answers, *practices, *desirables)
    expected = Query("inst-1", None, "many_na", {"domain": "1", "count": count, "of": 10})
    assert raised == ([expected] if is_queried else [])


def test_a_domain_out_of_scope_is_not_queried() -> None:
    excluded = basic("1-1", applies_if={"any": ["f1"]})
    world = World(checklist_of(excluded), {}, profile={"f1": {"value": False, "reason": "r"}})
    assert queries(world.assessed()) == ()


def test_doubts_about_all_of_it_are_queried_once() -> None:
    practices = [basic(f"1-{n}") for n in range(1, 13)]
    placeholders = {practice["id"]: NA | {"reason": "同上"} for practice in practices[:3]}
    raised = queries_on({"1-12": 2} | placeholders, *practices)
    params: Plain = {"count": 3, "practices": "1-1, 1-2, 1-3"}
    assert raised == [Query("inst-1", None, "placeholder_reasons", params)]


def test_answers_to_be_confirmed_are_one_query() -> None:
    carried = {"level": 2, "confirmed": False}
    raised = queries_on({"1-1": carried, "1-2": carried})
    assert raised == [Query("inst-1", None, "unconfirmed", {"count": 2})]


@pytest.mark.parametrize(
    ("excluded", "reason", "code"),
    [
        (4, None, None),
        (5, None, "flags_unexplained"),
        (5, "なし", "flags_unexplained"),
        (5, "r", None),
    ],
)
def test_flags_without_a_reason_that_exclude_many_are_queried(
    excluded: int, reason: str | None, code: str | None
) -> None:
    practices = [basic(f"1-{n}", applies_if={"any": ["f1"]}) for n in range(excluded)]
    flag = {"value": False} | ({} if reason is None else {"reason": reason})
    world = World(checklist_of(*practices, basic("1-9")), {"1-9": 2}, profile={"f1": flag})
    assert [query.code for query in queries(world.assessed())] == ([code] if code else [])


def test_queries_on_the_submission_come_first_then_checklist_order() -> None:
    levels = {f"1-{n}": 4 for n in range(1, 21)}
    raised = queries_on(levels, *map(basic, levels), previous={"1-3": 1})
    assert [query.practice for query in raised][:4] == [None, "1-1", "1-2", "1-3"]
    assert [query.code for query in raised if query.practice == "1-3"] == [
        "evidence_missing",
        "jump",
    ]
