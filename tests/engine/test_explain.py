"""Explanations: contributions that add up, what holds the level, and what would raise it."""

from collections.abc import Iterable
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from cssa.checklist.model import Checklist
from cssa.engine.explanation import (
    Explanation,
    explain_domain,
    explain_overall,
    explain_practice,
    explain_section,
)
from cssa.engine.result import Result

from .strategies import examples, worlds
from .worlds import (
    ACCEPTED,
    BOTH_TIERS,
    EXPIRED,
    NA,
    NOT_ADOPTED,
    NOTE,
    World,
    basic,
    checklist_of,
    desirable,
    practices,
    scheme_of,
    treated,
)


def model(world: World) -> Checklist:
    return Checklist.model_validate(world.checklist)


def by_domain(result: Result) -> dict[str, Explanation]:
    return {domain.id: explain_domain(result, domain.id) for domain in result.domains}


def by_section(result: Result, checklist: Checklist) -> dict[str, Explanation]:
    return {
        section.id: explain_section(result, checklist, section.id) for section in result.sections
    }


def ids(items: Iterable[Any]) -> list[str]:
    return [item.id for item in items]


def levels_of(result: Result) -> list[int | None]:
    """Return the level of the whole, of every domain and of every section."""
    return [
        result.overall.level,
        *(domain.level for domain in result.domains),
        *(section.level for section in result.sections),
    ]


def raised(world: World, result: Result, names: Iterable[str]) -> World:
    """Return the world with one level more on each of these practices."""
    answers = {}
    for name in names:
        before = world.answers.get(name)
        rest = before if isinstance(before, dict) else {}
        answers[name] = rest | {"level": (practices(result)[name].level or 0) + 1}
    return world.answering(answers)


# --- contributions -------------------------------------------------------------------------------


@examples(60)
@given(worlds())
def test_contributions_add_up_to_the_score_at_every_height(world: World) -> None:
    result = world.assessed()
    explained = [
        explain_overall(result),
        *by_domain(result).values(),
        *by_section(result, model(world)).values(),
    ]
    figures = [result.overall, *result.domains, *result.sections]
    assert len(explained) == len(figures)
    for explanation, figure in zip(explained, figures, strict=True):
        assert explanation.figure.exact == figure.exact
        assert bool(explanation.summands) == (figure.value is not None)
        assert sum(summand.contribution for summand in explanation.summands) == (figure.value or 0)
        weights = sum(summand.weight for summand in explanation.summands)
        for summand in explanation.summands:
            assert summand.contribution == summand.weight * summand.value / weights


@examples(60)
@given(worlds())
def test_every_practice_is_counted_apart_or_left_out_exactly_once(world: World) -> None:
    result = world.assessed()
    for domain in result.domains:
        explained = explain_domain(result, domain.id)
        named = [*ids(explained.summands), *ids(explained.unscored), *ids(explained.left_out)]
        not_informative = [p for p in domain.practices if p.status != "informative"]
        assert sorted(named) == sorted(ids(not_informative))
        counted = {p.id for p in domain.practices if p.status in ("answered", "unanswered")}
        assert {*ids(explained.summands), *ids(explained.unscored)} == counted
        scored = {p.id for p in domain.practices if p.contribution is not None}
        assert set(ids(explained.summands)) == scored
        last = [p.status == "out_of_scope" for p in explained.left_out]
        assert last == sorted(last)
        assert explained.unanswered == sum(
            p.status == "unanswered" and p.id in scored for p in domain.practices
        )


@examples(60)
@given(worlds())
def test_what_is_below_target_accepted_replaced_or_open_is_named(world: World) -> None:
    result = world.assessed()
    pairs: list[tuple[Explanation, Any]] = [
        (explain_overall(result), result.overall),
        *((explain_domain(result, domain.id), domain) for domain in result.domains),
    ]
    for explained, figure in pairs:
        assert explained.figure == figure
        assert len(explained.below) == figure.below_target.count
        for practice in explained.below:
            assert practice.tier == "basic"
            assert practice.gap
        accepted = [practice for practice in explained.below if practice.treated]
        assert len(accepted) == figure.below_target.accepted
        for practice in explained.replaced:
            assert practice.treated
            assert practice.tier == "basic"
            assert practice.gap is None
        assert bool(explained.level_open) == (figure.level_reason == "unanswered")


def test_a_domains_explanation_in_full() -> None:
    checklist = checklist_of(
        basic("1-1"),
        basic("1-2"),
        basic("1-3", applies_if={"any": ["f1"]}),
        basic("1-4"),
        desirable("1-a"),
        desirable("1-b"),
        basic("1-5"),
        basic("1-6"),
        basic("1-7"),
    )
    answers = {
        "1-1": 4,
        "1-2": treated(1),
        "1-7": treated(2, ACCEPTED),
        "1-4": NA,
        "1-a": 2,
        "1-b": NOT_ADOPTED,
        "1-5": treated(1, EXPIRED),
    }
    result = World(checklist, answers, profile={"f1": False}).assessed()
    explained = explain_domain(result, "1")
    assert explained.id == "1"
    assert [(p.id, int(p.value), p.weight) for p in explained.summands] == [
        ("1-1", 4, 1),
        ("1-2", 1, 1),
        ("1-5", 1, 1),
        ("1-6", 0, 1),
        ("1-7", 2, 1),
    ]
    assert ids(explained.unscored) == ["1-a"]
    assert ids(explained.left_out) == ["1-4", "1-b", "1-3"]
    assert explained.unanswered == 1
    assert (explained.figure.level, ids(explained.lowest), explained.next_level) == (None, [], None)
    assert ids(explained.level_open) == ["1-6"]
    assert ids(explained.replaced) == ["1-2"]
    assert ids(explained.below) == ["1-5", "1-6", "1-7"]
    assert [practice.is_accepted_gap for practice in explained.below] == [False, False, True]


def test_the_whole_is_explained_by_its_domains() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"), basic("2-2"), basic("3-1"))
    world = World(
        checklist,
        {"1-1": 4, "2-1": 1, "2-2": 2, "3-1": NA},
        scheme=scheme_of({"basic": 1}, {"2": 3}),
    )
    explained = explain_overall(world.assessed())
    assert explained.id is None
    assert [(p.id, str(p.value), p.weight, str(p.contribution)) for p in explained.summands] == [
        ("1", "4", 1, "1"),
        ("2", "3/2", 3, "9/8"),
    ]
    assert ids(explained.lowest) == ["2-1"]


def test_a_sections_parts_share_the_sections_own_weight() -> None:
    checklist = checklist_of(basic("1.1-1"), desirable("1.1.1-a"), basic("1.10-1"), basic("1-1"))
    world = World(checklist, {"1.1-1": 3, "1.1.1-a": 4, "1.10-1": 5, "1-1": 5}, scheme=BOTH_TIERS)
    explained = explain_section(world.assessed(), model(world), "1.1")
    assert [(p.id, str(p.contribution)) for p in explained.summands] == [
        ("1.1-1", "2"),
        ("1.1.1-a", "4/3"),
    ]


# --- what would raise the level ------------------------------------------------------------------


@examples(80)
@given(worlds(levels_only=True), st.data())
def test_raising_exactly_the_lowest_by_one_raises_a_level_by_one(
    world: World, data: st.DataObject
) -> None:
    result = world.assessed()
    explained = [
        explain_overall(result),
        *by_domain(result).values(),
        *by_section(result, model(world)).values(),
    ]
    levels = levels_of(result)
    assert [explanation.figure.level for explanation in explained] == levels
    open_to_raise = [
        n for n, explanation in enumerate(explained) if explanation.next_level is not None
    ]
    assume(open_to_raise)
    chosen = data.draw(st.sampled_from(open_to_raise))
    level, lowest = levels[chosen], ids(explained[chosen].lowest)
    assert level is not None
    assert explained[chosen].next_level == level + 1

    def level_after(names: Iterable[str]) -> int | None:
        return levels_of(raised(world, result, names).assessed())[chosen]

    assert lowest
    assert level_after(lowest) == level + 1
    spared = data.draw(st.sampled_from(lowest))
    assert level_after(name for name in lowest if name != spared) == level


def test_without_a_level_or_at_the_highest_there_is_no_next_one() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"), desirable("3-a"))
    result = World(checklist, {"1-1": 5, "2-1": NOTE, "3-a": 2}).assessed()
    top, none, no_basics = by_domain(result).values()
    assert (top.figure.level, top.next_level, ids(top.lowest)) == (5, None, ["1-1"])
    for explanation in (none, no_basics):
        assert (explanation.figure.level, explanation.next_level, ids(explanation.lowest)) == (
            None,
            None,
            [],
        )


def test_the_whole_is_held_by_practices_of_every_domain_at_its_lowest_level() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), basic("2.1-1"), basic("3-1"), basic("3-2"))
    answers = {"1-1": 2, "1-2": 4, "2.1-1": 2, "3-1": treated(2), "3-2": 3}
    assert ids(explain_overall(World(checklist, answers).assessed()).lowest) == [
        "1-1",
        "2.1-1",
        "3-1",
    ]


# --- a practice ----------------------------------------------------------------------------------


@examples(60)
@given(worlds(levels_only=True), st.data())
def test_the_next_level_of_a_practice_gives_what_rescoring_gives(
    world: World, data: st.DataObject
) -> None:
    result, checklist = world.assessed(), model(world)
    states = practices(result)
    assume(states)
    name = data.draw(st.sampled_from(sorted(states)))
    explained = explain_practice(result, checklist, name)
    counted = states[name].status in ("answered", "unanswered")
    value = states[name].level or 0
    assert explained.result == states[name]
    assert explained.domain.id == explained.placed.domain.id
    assert explained.holds_level == (
        counted and states[name].tier == "basic" and value == explained.domain.level
    )
    if not counted or value == 5:
        assert explained.next_level is None
        assert (explained.next_domain_score, explained.next_overall_score) == (None, None)
        return
    assert explained.next_level == value + 1
    if states[name].contribution is None:  # of a tier that is not scored: no figure to give
        assert (explained.next_domain_score, explained.next_overall_score) == (None, None)
        return
    after = raised(world, result, [name]).assessed()
    then = next(domain for domain in after.domains if domain.id == explained.domain.id)
    assert explained.next_domain_score == then.value
    assert explained.next_overall_score == after.overall.value


def test_a_practice_explained_by_hand() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), basic("2-1"))
    world = World(checklist, {"1-1": 2, "1-2": 3, "2-1": 4})
    explained = explain_practice(world.assessed(), model(world), "1-1")
    assert (explained.holds_level, explained.next_level) == (True, 3)
    assert (str(explained.next_domain_score), str(explained.next_overall_score)) == ("3", "7/2")
