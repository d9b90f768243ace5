"""The profile questions that a checklist asks: those whose answers change a figure."""

from cssa.checklist.model import Checklist
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.targets import RISK_LEVELS, Targets


def asked_questions(
    checklist: Checklist, targets: Targets, profile: ProfileQuestions
) -> ProfileQuestions:
    """Return the flags that decide the scope of a practice or point, and factors where they count.

    Risk factors count where the targets of some practice depend on the risk profile. Flags that
    decide with whom an institution is compared are asked along with others.

    Args:
        checklist: what is answered.
        targets: what is expected.
        profile: all profile questions.
    """
    flags = tuple(
        flag
        for flag in profile.flags
        if flag.id in checklist.flags or (flag.for_comparison and checklist.flags)
    )
    factors = profile.factors if _depends_on_risk(checklist, targets) else ()
    return profile.model_copy(update={"flags": flags, "factors": factors})


def _depends_on_risk(checklist: Checklist, targets: Targets) -> bool:
    return any(
        len({targets.target(placed, risk, adopted=True) for risk in RISK_LEVELS}) > 1
        for placed in checklist.placed.values()
        if placed.practice.gives_level
    )
