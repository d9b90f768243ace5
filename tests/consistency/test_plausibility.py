"""Queries on what is well formed and implausible: each one at its bound, and none just below it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.engine.worlds import NA, Plain, World, basic, checklist_of, day

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Submission
from cssa.consistency.former_answers import FiledAnswer, FormerAnswers, former_answers
from cssa.consistency.plausibility import Expected, assessment_days, plausibility_queries
from cssa.consistency.queries import Query
from cssa.scheme.sectors import Sector

SECTOR = Sector.model_validate(
    {
        "id": "s",
        "kind": "k",
        "title": {"ja": "業", "en": "s"},
        "measure": {"ja": "残高", "en": "balance"},
        "bands": [
            {"id": band, "from": bound, "title": {"ja": band, "en": band}}
            for band, bound in (("small", 0), ("medium", 10**9), ("large", 10**10))
        ],
    }
)


def raised(world: World, expected: Expected) -> list[Query]:
    submission = Submission.model_validate(world.submission)
    return list(plausibility_queries(world.assessed(), submission, expected))


def sized(size: int | None) -> World:
    institution = {} if size is None else {"size": size}
    return World(checklist_of(basic("1-1")), {"1-1": 3}, institution=institution)


def former_of(world: World, size: Decimal | None = None) -> FormerAnswers:
    """Return a world's answers as those of a former campaign."""
    submission = Submission.model_validate(world.submission)
    answers = submission.answers
    return former_answers(
        size,
        [
            FiledAnswer(
                practice.id,
                practice.status,
                practice.level,
                answers[practice.id].note if practice.id in answers else None,
                practice.reason,
            )
            for domain in world.assessed().domains
            for practice in domain.practices
        ],
    )


@pytest.mark.parametrize(
    ("size", "code"),
    [
        (172_000, "size_small"),
        (0, "size_small"),
        (10**6 - 1, "size_small"),
        (10**6, None),
        (10**13, None),
        (10**13 + 1, "size_large"),
        (None, None),
    ],
)
def test_a_size_far_outside_the_bands_is_queried(size: int | None, code: str | None) -> None:
    queries = raised(sized(size), Expected(SECTOR))
    assert [(query.practice, query.code) for query in queries] == ([(None, code)] if code else [])


@pytest.mark.parametrize(
    ("size", "other", "is_queried"),
    [
        (2 * 10**6, 2 * 10**9, True),
        (2 * 10**9, 19 * 10**14, True),
        (19 * 10**11, 2 * 10**9, True),
        (2 * 10**9, 10**11, False),
        (2 * 10**9, 0, False),
    ],
)
def test_a_size_in_another_unit_than_before_or_on_the_roster_is_queried(
    size: int, other: int, is_queried: bool
) -> None:
    former = former_of(sized(None), Decimal(other))
    queries = raised(sized(size), Expected(size=Decimal(other), former=former))
    expected = ["size_roster", "size_former"] if is_queried else []
    assert [query.code for query in queries] == expected


def answered(count: int, changed: int = 0, **more: Any) -> World:
    answers: Plain = {f"1-{n}": 2 if n < changed else 3 for n in range(count)}
    answers["1-0"] = {"level": answers["1-0"], **more}
    return World(checklist_of(*map(basic, answers)), answers)


@pytest.mark.parametrize(
    ("count", "changed", "is_queried"),
    [(20, 0, True), (19, 0, False), (100, 2, True), (100, 3, False)],
)
def test_answers_as_last_time_are_queried_once(count: int, changed: int, is_queried: bool) -> None:
    former = former_of(answered(count))
    queries = raised(answered(count, changed), Expected(former=former))
    params = {"count": count - changed, "of": count}
    assert queries == ([Query("inst-1", None, "unchanged", params)] if is_queried else [])


def test_whether_the_notes_are_as_last_time_too_is_said() -> None:
    former = former_of(answered(20, note="規程は4月に改定した。"))
    for note, code in (
        ("規程は4月に改定した。", "unchanged_with_texts"),
        ("規程は5月に改定した。", "unchanged"),
    ):
        queries = raised(answered(20, note=note), Expected(former=former))
        assert [query.code for query in queries] == [code]


def test_another_status_is_another_answer() -> None:
    before = answered(20)
    now = World(before.checklist, {**before.answers, "1-0": NA, "1-1": 4})
    assert raised(now, Expected(former=former_of(before))) == []


@pytest.mark.parametrize(
    ("assessed_on", "code"),
    [
        ("2026-04-02", "assessed_early"),
        ("2026-04-03", None),
        ("2026-12-18", None),
        ("2026-12-19", "assessed_late"),
        (None, None),
    ],
)
def test_an_assessment_outside_the_campaign_is_queried(
    assessed_on: str | None, code: str | None
) -> None:
    campaign = Campaign.model_validate(
        {
            "schema": "cssa.campaign/1",
            "id": "2026",
            "title": "t",
            "base_date": "2026-09-30",
            "deadline": "2026-11-20",
            "cut_off": "2026-12-18",
        }
    )
    about = {"assessed_on": assessed_on} if assessed_on else {}
    world = World(checklist_of(basic("1-1")), {"1-1": 3}, about=about)
    first, last = assessment_days(campaign)
    queries = raised(world, Expected(first_day=first, last_day=last))
    assert [query.code for query in queries] == ([code] if code else [])


def test_without_a_campaign_no_day_is_outside() -> None:
    assert assessment_days(None) == (None, None)
    world = World(checklist_of(basic("1-1")), {"1-1": 3}, about={"assessed_on": day(-900)})
    assert raised(world, Expected(first_day=None, last_day=date(2026, 12, 18))) == []
