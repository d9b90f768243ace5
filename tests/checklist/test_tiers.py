"""A checklist of which a campaign asks some tiers only."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.practice import TIERS, Tier
from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.workspace import Workspace

SMALL = Path(__file__).resolve().parents[1] / "reports" / "report" / "small" / "checklist"
WORKSPACE = Workspace(str(SMALL))
EDITION = WORKSPACE.catalogue.load(WORKSPACE.asked_entry())
BASIC: tuple[Tier, ...] = ("basic",)
DESIRABLE: tuple[Tier, ...] = ("desirable",)
LEVELS = ("1-1", "1.1-1", "1.1-a", "2.1-2", "3.1-1", "3.1-2")


def scored(edition: Edition, answers: dict[str, object], scheme: str = "maturity") -> Result:
    submission = Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": {"id": "small", "version": "1"},
            "institution": {"id": "N001", "name": "架空銀行", "sector": "regional_bank"},
            "answers": answers,
        }
    )
    criteria = WORKSPACE.criteria(EDITION.checklist, scheme)
    return score_submission(edition, submission, criteria, as_of=date(2026, 11, 20))


def test_all_tiers_are_the_checklist_itself() -> None:
    assert EDITION.of_tiers(TIERS) is EDITION


def test_a_part_has_the_practices_of_its_tiers_and_the_fingerprint_of_the_whole() -> None:
    basic, desirable = EDITION.of_tiers(BASIC), EDITION.of_tiers(DESIRABLE)
    assert list(desirable.checklist.placed) == ["1.1-a", "2.1-a"]
    assert [*basic.checklist.placed, *desirable.checklist.placed] == [
        *("1-1", "1.1-1", "2.1-1", "2.1-2", "3.1-1", "3.1-2", "1.1-a", "2.1-a"),
    ]
    assert [domain.id for domain in desirable.checklist.domains] == ["1", "2"]
    assert basic.fingerprint == desirable.fingerprint == EDITION.fingerprint
    assert basic.content == EDITION.content


SHIPPED = [entry.key for entry in Workspace().catalogue.entries()]


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("key", SHIPPED, ids="-".join)
def test_every_shipped_checklist_has_parts_that_hold_together(
    key: tuple[str, str], tier: Tier
) -> None:
    whole = Workspace().edition(*key).checklist
    part = whole.of_tiers((tier,))
    of_tier = [name for name, item in whole.placed.items() if item.practice.tier == tier]
    assert [name for name in of_tier if name in part.placed] == list(part.placed)
    for name in of_tier:
        deciding = whole.placed[name].practice.asked_if
        assert (name in part.placed) == (deciding is None or deciding.practice in part.placed)
    assert all(set(rule.subjects) <= part.placed.keys() for rule in part.consistency)
    kept = {rule.id for rule in part.consistency}
    for rule in whole.consistency:
        assert (rule.id in kept) == (set(rule.subjects) <= part.placed.keys())
    for domain in part.domains:
        assert domain.practices or domain.sections
        for section in domain.sections:
            assert part.practice_ids_by_section[section.id]


_answers = st.fixed_dictionaries(
    {},
    optional={
        **{practice: st.integers(0, 5) for practice in LEVELS},
        "2.1-1": st.integers(0, 24).map(lambda months: {"value": str(months)}),
        "2.1-a": st.sampled_from([["staff"], ["vendor"], ["staff", "vendor"]]),
    },
)


@given(_answers)
def test_what_is_scored_of_a_part_is_what_is_scored_of_it_in_the_whole(
    answers: dict[str, object],
) -> None:
    """The default scheme scores basic practices, so nothing of them may change."""
    whole, part = scored(EDITION, answers), scored(EDITION.of_tiers(BASIC), answers)
    assert part.overall.exact == whole.overall.exact
    assert part.overall.level == whole.overall.level
    assert part.overall.below_target == whole.overall.below_target
    assert part.tiers.basic == whole.tiers.basic
    assert [(domain.id, domain.exact) for domain in part.domains] == [
        (domain.id, domain.exact) for domain in whole.domains
    ]
    assert part.tiers.desirable.exact is None
    assert part.tiers.desirable.score is None
    assert part.tiers.desirable.coverage.total == 0
    assert part.overall.coverage == whole.tiers.basic.coverage
    assert {practice.tier for domain in part.domains for practice in domain.practices} == {"basic"}


@given(_answers)
def test_the_parts_add_up_to_the_whole(answers: dict[str, object]) -> None:
    whole = scored(EDITION, answers, "all-practices").overall.coverage
    parts = [
        scored(EDITION.of_tiers([tier]), answers, "all-practices").overall.coverage
        for tier in TIERS
    ]
    for count in ("total", "in_scope", "answered", "unanswered", "not_applicable"):
        assert getattr(whole, count) == sum(getattr(part, count) for part in parts)


RULES = """
consistency:
  - {id: numbers, kind: not_above, of: n-1, than: n-a, reason: {ja: 理由。, en: A reason.}}
"""
CHECKLIST = """\
schema: cssa.checklist/1
id: hanging
version: "1"
revision: 1
title: {ja: 点検票, en: Checklist}
domains: ["1", "2"]
scored: false
"""
FIRST = """\
domain: "1"
title: {ja: 領域, en: Domain}
sections:
  - id: "1.1"
    title: {ja: 節, en: Section}
  - id: "1.1.1"
    title: {ja: 下の節, en: Section below}
    practices:
      - id: n-1
        tier: basic
        kind: number
        question: {ja: いくつですか。, en: How many?}
        owner: it
      - id: n-a
        tier: desirable
        kind: number
        question: {ja: そのうち、いくつですか。, en: How many of them?}
        owner: it
"""
SECOND = """\
domain: "2"
title: {ja: 領域, en: Domain}
practices:
  - id: d-a
    tier: desirable
    kind: single
    question: {ja: ありますか。, en: Is there any?}
    options: [{id: "y", ja: はい, en: "Yes"}, {id: "n", ja: いいえ, en: "No"}]
    owner: it
  - id: d-1
    tier: basic
    kind: single
    question: {ja: どちらですか。, en: Which?}
    options: [{id: "y", ja: はい, en: "Yes"}, {id: "n", ja: いいえ, en: "No"}]
    asked_if: {practice: d-a, any: ["y"]}
    owner: it
  - id: d-2
    tier: basic
    kind: text
    question: {ja: どのようなものですか。, en: Of what kind?}
    asked_if: {practice: d-1, any: ["y"]}
    owner: it
"""


@pytest.fixture
def hanging(tmp_path: Path) -> Callable[[tuple[Tier, ...]], Edition]:
    """The parts of a checklist with questions that hang on others."""
    for name, text in (("checklist", CHECKLIST + RULES), ("1", FIRST), ("2", SECOND)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    workspace = Workspace(str(tmp_path))
    return workspace.catalogue.load(workspace.asked_entry()).of_tiers


def test_what_hangs_on_a_question_that_is_not_asked_is_not_asked(
    hanging: Callable[[tuple[Tier, ...]], Edition],
) -> None:
    basic = hanging(BASIC).checklist
    assert list(basic.placed) == ["n-1"]
    assert [domain.id for domain in basic.domains] == ["1"]
    assert [section.id for section in basic.domains[0].sections] == ["1.1", "1.1.1"]
    assert basic.consistency == ()
    assert list(hanging(DESIRABLE).checklist.placed) == ["n-a", "d-a"]
