"""The shipped content: levels say the same in both languages, and every practice is complete."""

from collections import Counter

import pytest

from cssa.checklist.model import Checklist
from cssa.scheme.scoring_data import ScoringData
from cssa.workspace import Workspace

LEVELS = [
    ("未着手", "Not started"),
    ("計画", "Planned"),
    ("一部実施・整備のみ", "Partial or on paper"),
    ("実施", "In place"),
    ("検証", "Verified"),
    ("改善", "Improving"),
]
"""Names of the levels: who answers in either language lands on the same one."""


@pytest.fixture(scope="module")
def data() -> ScoringData:
    return ScoringData()


@pytest.fixture(scope="module")
def guideline() -> Checklist:
    return Workspace().edition("fsa-cyber-guideline").checklist


def test_levels_are_named_alike_in_both_languages(data: ScoringData) -> None:
    assert [(level.name.ja, level.name.en) for level in data.scales.levels] == LEVELS


def test_every_scale_says_what_does_not_count_yet(data: ScoringData) -> None:
    scales = data.level_wording()
    for scale in scales.scales:
        limits = [scales.not_yet_if(scale.id, level) for level in range(6)]
        assert [limit is not None for limit in limits] == [False] * 3 + [True] * 3
    assert scales.not_yet_if("none of these", 3) is None


@pytest.mark.parametrize("scheme", ["maturity", "all-practices"])
def test_a_band_is_a_range_and_never_the_name_of_a_level(scheme: str, data: ScoringData) -> None:
    for band in data.scheme(scheme).bands:
        assert any(character.isdigit() for character in band.title.ja)
        for ja, en in LEVELS:
            assert ja not in band.title.ja
            assert en.lower() not in band.title.en.lower()


def test_threats_weigh_by_risk_factors_that_are_asked(data: ScoringData) -> None:
    asked = {factor.id for factor in data.profile.factors}
    assert {factor for threat in data.threats.threats for factor in threat.factors} <= asked


def test_every_practice_says_why_it_matters_what_it_is_against_and_how_bad_it_can_get(
    guideline: Checklist, data: ScoringData
) -> None:
    practices = [placed.practice for placed in guideline.walk()]
    assert len(practices) == 176
    for practice in practices:
        assert practice.why
        assert practice.pitfalls
        assert practice.impact
        assert 1 <= len(practice.threats) <= 3
        assert set(practice.threats) <= {threat.id for threat in data.threats.threats}
    impacts = Counter(practice.impact for practice in practices)
    assert impacts.keys() == {1, 2, 3}
    assert 0.25 <= impacts[3] / 176 <= 0.35


def test_a_duty_by_law_names_its_law(guideline: Checklist) -> None:
    for placed in guideline.walk():
        if placed.practice.legal:
            assert placed.practice.conditions
            assert "法" in placed.practice.conditions.get("ja")
