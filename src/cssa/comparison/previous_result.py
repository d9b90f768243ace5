"""Earlier figures beside a present result, and what changed in how they are computed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cssa.engine.comparability import Subject, differences, subject_of
from cssa.engine.result import BelowTarget, PracticeResult, Result
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
            ``risk``; ``levels`` where they are counted from saved levels.
    """

    as_of: date
    day: date
    below: BelowTarget
    domains: Mapping[str, int]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedLevels:
    """Levels of an earlier day, without targets, accepted risks and alternative measures.

    Attributes:
        institution: the institution's id.
        checklist: the checklist's id.
        fingerprint: of the questions answered.
        assessed_on: the day that the answers describe.
        values: the value of each practice, None for one that was not counted.
    """

    institution: str
    checklist: str
    fingerprint: str
    assessed_on: date
    values: Mapping[str, int | None]


def compare_levels(result: Result, saved: SavedLevels) -> PreviousResult:
    """Return saved levels, judged by the targets of the present result, to be shown beside it.

    Args:
        result: the present result.
        saved: the levels of an earlier day.

    Raises:
        InputError: when they are another institution's or another checklist's, or not earlier.
    """
    _check_subject(result, Subject(saved.institution, saved.checklist, None, result.scored))
    now = result.assessed_on or result.as_of
    if saved.assessed_on >= now:
        code = "not_earlier" if result.assessed_on else "not_earlier_as_of"
        raise _refusal(code, now, saved.assessed_on)
    below = {domain.id: _below_target(domain.practices, saved) for domain in result.domains}
    has_other_questions = saved.fingerprint != result.checklist.fingerprint
    return PreviousResult(
        as_of=saved.assessed_on,
        day=saved.assessed_on,
        below=BelowTarget(
            count=sum(domain.count for domain in below.values()),
            of=sum(domain.of for domain in below.values()),
            accepted=0,
        ),
        domains={name: domain.count for name, domain in below.items()},
        differs=("checklist", "levels") if has_other_questions else ("levels",),
    )


def _below_target(practices: Iterable[PracticeResult], saved: SavedLevels) -> BelowTarget:
    counted = [
        (value, practice.target)
        for practice in practices
        if practice.tier == "basic" and (value := saved.values.get(practice.id)) is not None
    ]
    count = sum(target is not None and value < target for value, target in counted)
    return BelowTarget(count=count, of=len(counted), accepted=0)


def compare_results(result: Result, previous: Result) -> PreviousResult:
    """Return an earlier result to be shown beside the present one.

    Args:
        result: the present result.
        previous: the earlier result.

    Raises:
        InputError: when it is another institution's or another checklist's, or not earlier.
    """
    differing = differences(result, previous)
    _check_subject(result, subject_of(previous))
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


def _check_subject(result: Result, previous: Subject) -> None:
    subject = subject_of(result)
    match subject.obstacle(previous):
        case "institution":
            raise _refusal("other_institution", subject.institution, previous.institution)
        case "checklist":
            raise _refusal("other_checklist", subject.checklist, previous.checklist)
        case "scale":
            raise InputError([Problem("report.other_scale")])


def _refusal(code: str, now: object, then: object) -> InputError:
    return InputError([Problem(f"report.{code}", {"now": now, "then": then})])
