"""What is asked about one submission: each reason where it is met, and just where it is not."""

from typing import Any

import pytest
from tests.engine.worlds import NA, NOT_ADOPTED, Plain, World, basic, checklist_of, day, desirable

from cssa.consistency.queries import Query, queries

WORDS = {"ja": "点", "en": "point"}


def asked(answers: Plain, *practices: Plain, previous: Any = None) -> list[Query]:
    """Return what is asked about answers to practices, two plain ones unless given."""
    world = World(checklist_of(*(practices or (basic("1-1"), basic("1-2")))), answers)
    return list(queries(world.assessed(), previous))


def review(level: int) -> Plain:
    return {"review": [{"line": 3, "level": level, "by": "監査", "on": day(-9)}]}


POINTED = basic("1-1", points=[{"id": "p1", **WORDS, "required": True}, {"id": "p2", **WORDS}])


@pytest.mark.parametrize(
    ("code", "answers", "practices", "previous"),
    [
        ("evidence_missing", {"1-1": 4}, (), None),
        ("points_open", {"1-1": 3}, (POINTED,), None),
        ("review_differs", {"1-1": {"level": 1} | review(3)}, (), None),
        ("review_differs", {"1-1": {"level": 3} | review(1)}, (), None),
        ("jump", {"1-1": 3}, (), {"1-1": 1}),
        ("jump", {"1-1": 0}, (), {"1-1": 2}),
    ],
)
def test_what_is_asked_of_a_practice(
    code: str, answers: Plain, practices: tuple[Plain, ...], previous: Any
) -> None:
    found = asked(answers, *practices, previous=previous)
    assert [(one.institution, one.practice, one.code) for one in found] == [("inst-1", "1-1", code)]


@pytest.mark.parametrize(
    ("answers", "practices", "previous"),
    [
        ({"1-1": 3}, (), None),
        ({"1-1": {"level": 5, "evidence": [{"ref": "規程"}]}}, (), None),
        ({"1-1": 2}, (POINTED,), None),
        ({"1-1": {"level": 3, "points": ["p1"]}}, (POINTED,), None),
        ({"1-1": {"level": 2} | review(3)}, (), None),
        ({"1-1": {"level": 2} | review(2)}, (), None),
        ({"1-1": 3}, (), {"1-1": 2}),
        ({"1-1": 3}, (), {"1-2": 0}),
        ({"1-1": NA}, (basic("1-1"), *(basic(f"1-{n}") for n in range(2, 5))), {"1-1": 5}),
        ({}, (), {"1-1": 5}),
        ({"1-a": NOT_ADOPTED}, (desirable("1-a"),), {"1-a": 5}),
    ],
)
def test_what_is_not_asked(answers: Plain, practices: tuple[Plain, ...], previous: Any) -> None:
    assert asked(answers, *practices, previous=previous) == []


def _alike(count: int, other: int) -> list[Query]:
    levels = {f"1-{n}": 2 if n <= count else 3 for n in range(1, count + other + 1)}
    return asked(levels, *map(basic, levels))


@pytest.mark.parametrize(("count", "other"), [(20, 0), (95, 5), (19, 1)])
def test_one_level_for_nearly_all_is_asked_about(count: int, other: int) -> None:
    params = {"level": 2, "count": count, "of": count + other}
    assert _alike(count, other) == [Query("inst-1", None, "uniform", params)]


@pytest.mark.parametrize(("count", "other"), [(19, 0), (94, 6), (18, 2)])
def test_levels_that_vary_or_are_few_are_not(count: int, other: int) -> None:
    assert _alike(count, other) == []


@pytest.mark.parametrize(("count", "is_asked"), [(3, False), (4, True)])
def test_many_not_applicable_in_a_domain(count: int, is_asked: bool) -> None:
    practices = [basic(f"1-{n}") for n in range(1, 11)]
    desirables = [desirable(f"1-{letter}") for letter in "abcdef"]
    answers = {f"1-{n}": NA for n in range(1, count + 1)} | dict.fromkeys(
        (one["id"] for one in desirables), NOT_ADOPTED
    )
    found = asked(answers, *practices, *desirables)
    expected = Query("inst-1", None, "many_na", {"domain": "1", "count": count, "of": 10})
    assert found == ([expected] if is_asked else [])


def test_a_domain_out_of_scope_is_not_asked_about() -> None:
    gone = basic("1-1", applies_if={"any": ["f1"]})
    world = World(checklist_of(gone), {}, profile={"f1": {"value": False, "reason": "r"}})
    assert queries(world.assessed()) == ()


def test_the_whole_comes_first_then_the_checklists_order() -> None:
    levels = {f"1-{n}": 4 for n in range(1, 21)}
    found = asked(levels, *map(basic, levels), previous={"1-3": 1})
    assert [one.practice for one in found][:4] == [None, "1-1", "1-2", "1-3"]
    assert [one.code for one in found if one.practice == "1-3"] == ["evidence_missing", "jump"]
