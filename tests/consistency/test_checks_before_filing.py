"""提出前の確認: what an institution can settle alone, heaviest first, in its own language."""

from decimal import Decimal
from typing import Any

import pytest
from tests.engine.worlds import NA, Plain, World, basic, checklist_of, day, edition_of

from cssa.answers.submission import Submission
from cssa.consistency.checks_before_filing import (
    ChecksBeforeFiling,
    check_words,
    checks_before_filing,
)
from cssa.consistency.former_answers import FormerAnswers, answers_of
from cssa.consistency.queries import Query
from cssa.consistency.query_kinds import QUERY_KINDS
from cssa.messages import LANGS, catalogue, message
from cssa.scheme.sectors import Sector

REASON = {"ja": "確かめます。", "en": "It is asked."}
RULE = {"id": "light", "kind": "rests_on", "practice": "1-1", "level": 3, "on": ["1-2"], "least": 2}
RULES = [
    {**RULE, "reason": REASON, "weight": 1},
    {**RULE, "id": "heavy", "practice": "1-3", "reason": REASON, "weight": 3},
]
MANY = tuple(basic(f"1-{n}") for n in range(1, 31))
SECTOR = Sector.model_validate(
    {
        "id": "s",
        "kind": "k",
        "title": {"ja": "業", "en": "s"},
        "measure": {"ja": "残高", "en": "balance"},
        "bands": [
            {"id": band, "from": bound, "title": {"ja": band, "en": band}}
            for band, bound in (("small", 0), ("large", 10**10))
        ],
    }
)


def world(answers: Plain, **more: Any) -> World:
    return World(checklist_of(*MANY) | {"consistency": RULES}, answers, **more)


def former(answers: Plain, size: int | None = None) -> FormerAnswers:
    """Return answers as those of the year before."""
    before = world(answers, institution={} if size is None else {"size": size})
    return answers_of(before.assessed(), Submission.model_validate(before.submission))


def checks(
    world: World, sector: Sector | None = None, former: FormerAnswers | None = None
) -> ChecksBeforeFiling:
    return checks_before_filing(
        edition_of(world.checklist).checklist,
        world.assessed(),
        Submission.model_validate(world.submission),
        sector=sector,
        former=former,
    )


def test_what_weighs_most_comes_first() -> None:
    raised = checks(world({"1-1": 3, "1-2": 1, "1-3": 3, "1-4": NA}), former=former({"1-1": 0}))
    weighed = [(check.code, check.params.get("rule")) for check in raised.single]
    assert weighed == [
        ("contradiction_rests_on", "heavy"),
        ("jump", None),
        ("contradiction_rests_on", "light"),
    ]


@pytest.mark.parametrize(
    ("before", "level", "is_checked"), [(1, 3, False), (0, 3, True), (3, 1, True), (4, 3, False)]
)
def test_a_usual_rise_within_a_year_is_not_shown(before: int, level: int, is_checked: bool) -> None:
    raised = checks(world({"1-5": level}), former=former({"1-5": before}))
    assert [check.code for check in raised.single] == ["jump"] * is_checked


def test_what_many_practices_lack_is_counted() -> None:
    raised = checks(world({"1-5": 4, "1-6": 5, "1-7": 3}))
    assert raised == ChecksBeforeFiling((), {"evidence_missing": ("1-5", "1-6")})


def test_what_the_issuer_alone_knows_is_not_shown() -> None:
    review = [{"line": 3, "level": 1, "by": "監査", "on": day(-9)}]
    assert checks(world({"1-5": {"level": 3, "review": review}})) == ChecksBeforeFiling((), {})


def test_size_and_unchanged_answers_are_checked_with_what_is_known_beside_them() -> None:
    levels = {f"1-{n}": 2 + n % 2 for n in range(1, 31)}
    sized = world(levels, institution={"size": 5_000})
    raised = checks(sized, SECTOR, former(levels, 5_000_000))
    assert {check.code for check in raised.single} == {"size_small", "size_former", "unchanged"}
    assert checks(sized).single == ()
    assert former(levels, 5_000_000).size == Decimal(5_000_000)


ALONE = sorted(code for code, kind in QUERY_KINDS.items() if kind.alone and not kind.counted)
PARAMS: dict[str, Any] = {
    "before": 1, "level": 3, "count": 29, "of": 30, "domain": "1", "flags": 2, "basics": 3,
    "size": "5,000", "other": "5,000,000", "practices": "1-1, 1-2",
    "date": "2026-01-01", "assessed_on": "2026-11-01",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", ALONE)
def test_every_check_has_words(code: str, lang: Any) -> None:
    english = catalogue("en")
    said = f"check.{code}" if f"check.{code}" in english else f"finding.{code}"
    wanted = {name: value for name, value in PARAMS.items() if f"{{{name}" in english[said]}
    query = Query("inst-1", None, code, wanted)
    text = check_words(query, edition_of(checklist_of(*MANY)).checklist).worded(lang, message)
    assert text
    assert "お知らせ" not in text
    assert "tell us" not in text
