"""An earlier result beside the present one, and what keeps the two from being compared freely."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cssa.engine.result import BelowTarget, Result
from cssa.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class PreviousResult:
    """What an earlier result said.

    Attributes:
        domains: number of basics below target by domain.
        differs: codes of what has changed in how the numbers come about.
    """

    as_of: date
    below: BelowTarget
    domains: Mapping[str, int]
    differs: tuple[str, ...]


def compare_results(result: Result, previous: Result) -> PreviousResult:
    """Hold an earlier result beside the present one.

    Raises:
        InputError: when it is another institution's or checklist's, or not earlier.
    """
    pairs = {
        "other_institution": (result.institution.id, previous.institution.id),
        "other_checklist": (result.checklist.id, previous.checklist.id),
    }
    for code, (now, then) in pairs.items():
        if now != then:
            raise InputError([Problem(f"report.{code}", {"now": now, "then": then})])
    if previous.as_of >= result.as_of:
        params = {"now": result.as_of, "then": previous.as_of}
        raise InputError([Problem("report.not_earlier", params)])
    changed = {
        "checklist": result.checklist.fingerprint != previous.checklist.fingerprint,
        "target": result.target != previous.target,
        "risk": result.risk_profile.level != previous.risk_profile.level,
    }
    return PreviousResult(
        as_of=previous.as_of,
        below=previous.overall.below_target,
        domains={one.id: one.below_target.count for one in previous.domains},
        differs=tuple(code for code, is_so in changed.items() if is_so),
    )
