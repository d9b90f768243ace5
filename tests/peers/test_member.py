"""What an institution contributes to the figures of groups."""

from typing import Any

import pytest
from tests.engine.worlds import NA, World, basic, checklist_of, desirable, edition_of

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.peers.composition import composition
from cssa.peers.member import Member, member_of
from cssa.peers.settlement import settled_beside
from cssa.scheme.scoring_scheme import Scheme


def contributed(world: World) -> Member:
    return member_of(world.assessed(), Submission.model_validate(world.submission))


@pytest.mark.parametrize(("answered", "has_score"), [(20, True), (19, True), (18, False)])
def test_a_domain_answered_to_less_than_19_of_20_has_no_score(
    answered: int, *, has_score: bool
) -> None:
    checklist = checklist_of(*(basic(f"1-{n}") for n in range(1, 21)), basic("2-1"))
    answers = {f"1-{n}": 3 for n in range(1, answered + 1)}
    member = contributed(World(checklist, {**answers, "2-1": 3}))
    assert [score is not None for score in member.domains] == [has_score, True]
    assert member.overall is not None


def test_the_only_domain_and_the_overall_score_have_the_same_institutions() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), basic("1-3"))
    member = contributed(World(checklist, {"1-1": 3, "1-2": 4}))
    assert member.overall is member.domains[0] is None


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({"1-1": 3, "1-2": 5, "1-a": 0}, 0),
        ({"1-1": 2, "1-2": 5}, 1),
        ({"1-2": 3}, 1),  # unanswered counts 0
        ({"1-1": NA, "1-2": 1}, 1),
        ({"1-1": NA, "1-2": NA}, None),
    ],
)
def test_basics_below_level_3_are_counted_whatever_the_targets(
    answers: dict[str, Any], count: int | None
) -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), desirable("1-a"))
    assert contributed(World(checklist, answers)).below_in_place == count


def checklist() -> Checklist:
    return edition_of(
        checklist_of(
            basic("1-1"), basic("1.1-1"), basic("1.1-2"), desirable("1.1-a"), desirable("1.2-a"),
            basic("2.1-1"), basic("2.1-2"), basic("2.1-3"),
        )
    ).checklist  # fmt: skip


def test_figures_follow_from_the_practices_that_the_scheme_scores() -> None:
    parts = composition(checklist(), scheme(basic=1))
    assert parts == {
        "1": ("1.1", "1-1"),
        "1.1": ("1.1-1", "1.1-2"),
        "2": ("2.1",),
        "2.1": ("2.1-1", "2.1-2", "2.1-3"),
        "overall": ("1", "2"),
        "below_in_place": ("1-1", "1.1-1", "1.1-2", "2.1-1", "2.1-2", "2.1-3"),
    }
    assert settled_beside(parts) == {"1.1": ("1.1-1", "1.1-2"), "2": ("2.1",)}
    both = composition(checklist(), scheme(basic=2, desirable=1))
    assert both["1.1"] == ("1.1-1", "1.1-2", "1.1-a")
    assert settled_beside(both) == {"1.2": ("1.2-a",), "2": ("2.1",)}


def scheme(**tiers: int) -> Scheme:
    return World(checklist_of(basic("1-1")), {}).criteria.scheme.model_copy(update={"tiers": tiers})
