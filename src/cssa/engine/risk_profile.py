"""The risk profile that follows from what an institution states about itself."""

from typing import Literal

from cssa.answers.submission import Institution
from cssa.engine.result import RiskProfile
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.targets import RISK_LEVELS, RiskLevel

_ASSUMED: RiskLevel = "medium"
"""Expected until the key factors are stated, unless one of them is higher already."""


def risk_profile(institution: Institution, questions: ProfileQuestions) -> RiskProfile:
    """Return the override, else the highest key factor: at least medium until all are stated.

    Args:
        institution: what it states about its risk.
        questions: the risk factors asked, and which of them are key.
    """
    risk = institution.risk
    key = [factor.id for factor in questions.factors if factor.key]
    stated = [risk.factors[factor] for factor in key if factor in risk.factors]
    level, basis = _level(stated, is_complete=len(stated) == len(key))
    if risk.override is not None:
        level, basis = risk.override.level, "override"
    return RiskProfile(
        level=level,
        basis=basis,
        provisional=risk.override is None and len(stated) < len(key),
        stated=len(stated),
        key_factors=len(key),
    )


def _level(
    stated: list[RiskLevel], *, is_complete: bool
) -> tuple[RiskLevel, Literal["answers", "override", "assumed"]]:
    if not stated:
        return _ASSUMED, "assumed"
    considered = stated if is_complete else [*stated, _ASSUMED]
    return max(considered, key=RISK_LEVELS.index), "answers"
