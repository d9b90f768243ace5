"""What two results do not share, and when their scores can be compared."""

from dataclasses import replace
from typing import Any

import pytest

from cssa.engine.comparability import Basis, Differences, differences
from cssa.engine.result import Result

from .worlds import World, basic, checklist_of, rule, targets_of

OTHER = "other"


@pytest.fixture(scope="module")
def result() -> Result:
    return World(checklist_of(basic("1-1")), {"1-1": 2}).assessed()


def changed(result: Result, part: str, **values: Any) -> Result:
    return replace(result, **{part: replace(getattr(result, part), **values)})


@pytest.mark.parametrize(
    ("part", "field", "expected", "scores_comparable"),
    [
        ("institution", "id", "institution", False),
        ("institution", "name", None, True),
        ("checklist", "id", "checklist", True),
        ("checklist", "version", None, True),
        ("checklist", "content", None, True),
        ("checklist", "fingerprint", "questions", False),
        ("scheme", "content", "scheme", False),
        ("target", "content", "targets", True),
        ("risk_profile", "level", "risk_profile", True),
        ("risk_profile", "basis", None, True),
    ],
)
def test_each_difference_is_named_by_itself(
    result: Result, part: str, field: str, expected: str | None, *, scores_comparable: bool
) -> None:
    differing = differences(result, changed(result, part, **{field: OTHER}))
    assert {name for name, differs in differing._asdict().items() if differs} == {expected} - {None}
    assert differing.leave_scores_comparable is scores_comparable


def test_a_result_differs_in_nothing_from_itself(result: Result) -> None:
    assert differences(result, result) == Differences(*[False] * 6)


def test_other_targets_leave_scores_comparable() -> None:
    world = World(checklist_of(basic("1-1")), {"1-1": 2})
    stricter = World(world.checklist, world.answers, targets=targets_of(rule(5, tier="basic")))
    differing = differences(world.assessed(), stricter.assessed())
    assert (differing.targets, differing.leave_scores_comparable) == (True, True)


def test_campaigns_are_compared_without_an_institution_or_its_risk() -> None:
    basis = Basis(None, "list", "sha256:1", "maturity", "by-risk-profile", None)
    before = basis._replace(questions="sha256:0")
    assert basis.differences(basis).leave_scores_comparable
    assert not basis.differences(before).leave_scores_comparable
