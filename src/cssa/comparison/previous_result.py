"""An earlier result beside the present one, and what changed in how the figures are computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cssa.engine.comparability import differences
from cssa.engine.result import BelowTarget, Result
from cssa.errors import InputError, Problem


@dataclass(frozen=True, slots=True)
class PreviousResult:
    """The figures of an earlier result that stand beside the present ones.

    Attributes:
        as_of: its as-of date.
        day: the day that its figures describe: that of the answers where both results state one,
            else its as-of date.
        below: its basic practices below target.
        domains: number of basic practices below target by domain.
        differs: codes of what changed in how the figures are computed: ``checklist``, ``target``,
            ``risk``.
    """

    as_of: date
    day: date
    below: BelowTarget
    domains: Mapping[str, int]
    differs: tuple[str, ...]


def compare_results(result: Result, previous: Result) -> PreviousResult:
    """Return an earlier result to be shown beside the present one.

    Args:
        result: the present result.
        previous: the earlier result.

    Raises:
        InputError: when it is another institution's or another checklist's, or not earlier.
    """
    differing = differences(result, previous)
    if differing.institution:
        raise _refusal("other_institution", result.institution.id, previous.institution.id)
    if differing.checklist:
        raise _refusal("other_checklist", result.checklist.id, previous.checklist.id)
    now, then = _days(result, previous)
    if then >= now:
        has_own_days = None not in (result.assessed_on, previous.assessed_on)
        raise _refusal("not_earlier" if has_own_days else "not_earlier_as_of", now, then)
    codes = {
        "checklist": differing.questions,
        "target": differing.targets,
        "risk": differing.risk_profile,
    }
    return PreviousResult(
        as_of=previous.as_of,
        day=then,
        below=previous.overall.below_target,
        domains={domain.id: domain.below_target.count for domain in previous.domains},
        differs=tuple(code for code, has_changed in codes.items() if has_changed),
    )


def is_earlier(previous: Result, result: Result) -> bool:
    """Return whether a result describes an earlier day than another.

    Args:
        previous: the one that should be earlier.
        result: the other.
    """
    now, then = _days(result, previous)
    return then < now


def _days(result: Result, previous: Result) -> tuple[date, date]:
    """Return the days that two results describe: those of their answers where both state one."""
    if result.assessed_on is not None and previous.assessed_on is not None:
        return result.assessed_on, previous.assessed_on
    return result.as_of, previous.as_of


def _refusal(code: str, now: object, then: object) -> InputError:
    return InputError([Problem(f"report.{code}", {"now": now, "then": then})])
