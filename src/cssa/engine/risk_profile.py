"""The risk profile that follows from what an institution states about itself."""

from cssa.answers.submission import Institution
from cssa.engine.result import RiskProfile
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.targets import RISK_LEVELS


def risk_profile(institution: Institution, questions: ProfileQuestions) -> RiskProfile:
    """Return the override, else the highest key factor stated, else medium as an assumption.

    Args:
        institution: what it states about its risk.
        questions: the risk factors, and which of them are key.
    """
    risk = institution.risk
    if risk.override is not None:
        return RiskProfile(level=risk.override.level, basis="override")
    stated = [
        risk.factors[factor.id]
        for factor in questions.factors
        if factor.key and factor.id in risk.factors
    ]
    if not stated:
        return RiskProfile(level="medium", basis="assumed")
    return RiskProfile(level=max(stated, key=RISK_LEVELS.index), basis="answers")
