"""The verdict of the gate: an outcome of every condition on every subject, and of every waiver."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cssa.answers.submission import Evidence
from cssa.engine.result import ChecklistInfo, InstitutionInfo
from cssa.location import CellLocation, FieldLocation, InputLocation

OutcomeStatus = Literal["met", "unmet", "waived", "skipped"]
TreatmentStatus = Literal["ended", "ending", "invalid", "in_force"]
RegressionKind = Literal[
    "fell",
    "became_unanswered",
    "became_not_applicable",
    "became_not_adopted",
    "became_out_of_scope",
    "treatment_ended",
    "waiver_expired",
    "ran_out",
]
WaiverStatus = Literal["used", "unused", "expired", "expiring", "long_term"]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where in a file something stands: a line of text, or a cell of a workbook."""

    path: str
    line: int | None
    column: int | None
    sheet: str | None = None
    cell: str | None = None

    @property
    def shown(self) -> str:
        """The place as ``path:line:column`` or ``path!sheet!cell``, which editors can open."""
        if self.sheet is not None:
            return "!".join(part for part in (self.path, self.sheet, self.cell) if part)
        known = (self.path, self.line, self.column)
        return ":".join(str(part) for part in known if part is not None)


@dataclass(frozen=True, kw_only=True)
class ReviewInfo:
    """A review by the second or third line."""

    line: int
    level: int
    on: date


def place_of(location: InputLocation, shown_paths: Mapping[str, str]) -> Place:
    """Return a location as a place.

    Args:
        location: a location in a text file or a workbook.
        shown_paths: names of files to show in place of those that the user gave.
    """
    path = shown_paths.get(location.path, location.path)
    if isinstance(location, CellLocation):
        cell = location.cell or None
        return Place(path=path, line=None, column=None, sheet=location.sheet, cell=cell)
    if isinstance(location, FieldLocation):
        row, field_name = location.row or None, location.field or None
        return Place(path=path, line=None, column=None, sheet=row, cell=field_name)
    return Place(path=path, line=location.line, column=location.column)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One demand on one subject.

    Attributes:
        rule: id of the policy's rule; ``--keep`` where the result to be replaced is higher.
        condition: name of what is demanded.
        subject: ``overall``, ``basic``, ``desirable``, or the number of a domain, section or
            practice.
        expected: what the policy says; under ``no_lower`` the kept figure.
        actual: what the assessment has, unrounded; null where there is nothing.
        shortfall: how much is missing, unrounded, where it can be counted.
        practices: practices that, corrected, would meet the demand; the first ones first.
        enough: how many of them suffice, where not all are needed.
        aim: the level to raise them to, where it is the same for all.
        before: their levels in the kept result, where the demand is about that.
        reviews: the reviews by which they miss the demand, where it is about those.
        accepted: those of them whose risk is accepted, which does not excuse them.
        excused: practices that miss the demand under a waiver.
        reason: code of why nothing was judged or could be met, null otherwise.
        place: where to start.
    """

    rule: str
    condition: str
    subject: str
    status: OutcomeStatus
    expected: str
    actual: str | None
    shortfall: str | None = None
    practices: tuple[str, ...] = ()
    enough: int | None = None
    aim: int | None = None
    before: Mapping[str, int] = field(default_factory=dict)
    reviews: Mapping[str, ReviewInfo] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    reason: str | None = None
    place: Place


@dataclass(frozen=True, kw_only=True)
class WaiverOutcome:
    """What became of a waiver.

    Attributes:
        subject: the practice or rule that it is for.
        status: ``expiring`` in its last 30 days, ``long_term`` while it has more than 12 months
            left.
        basic: whether it excuses a basic practice, which one of management should approve.
        place: where the policy has it.
    """

    subject: str
    status: WaiverStatus
    basic: bool
    reason: str
    alternative: str
    residual_risk: str
    owner: str
    approver: str
    expires: date
    place: Place


@dataclass(frozen=True, kw_only=True)
class TreatmentOutcome:
    """An accepted risk or an alternative measure that the answers name.

    Attributes:
        practice: the practice that it is for.
        kind: ``accepted`` or ``alternative``.
        status: ``ended`` once its review date is past, ``ending`` 30 days before, ``invalid``
            where it does not count for another reason.
        place: where the answers have it.
    """

    practice: str
    kind: Literal["accepted", "alternative"]
    status: TreatmentStatus
    approved_by: str
    approved_on: date
    review_by: date
    place: Place


@dataclass(frozen=True, kw_only=True)
class Regression:
    """One thing that has changed for the worse since the previous result.

    Attributes:
        subject: a practice; of ``waiver_expired`` a practice or rule, of ``ran_out`` what the
            condition is about.
        before: the level that there was; of what has ended its last day.
        after: the level that there is; null without one.
        rule: of ``ran_out``, the rule that sets the condition.
        condition: of ``ran_out``, the condition on age.
        practices: of ``ran_out``, the practices that miss it now and did not then.
    """

    kind: RegressionKind
    subject: str
    before: str | None = None
    after: str | None = None
    rule: str | None = None
    condition: str | None = None
    practices: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, kw_only=True)
class Regressions:
    """What has changed for the worse since a previous result.

    Attributes:
        since: the day that its answers describe; null where they state none.
        items: what fell, what has no level any more, what ended, what ran out, in this order.
    """

    since: date | None
    items: tuple[Regression, ...]


@dataclass(frozen=True, kw_only=True)
class PolicyInfo:
    """Which policy was applied.

    Attributes:
        content: hash of all of it but its approval.
        approved: whether it says who approved it, on a day that has come, and is what was approved.
        approved_content: the hash of the content that was approved, where the policy states it.
        changed_after_approval: its content is another one than that.
    """

    id: str
    content: str
    approved: bool
    approved_by: str | None
    approved_on: date | None
    approved_content: str | None = None
    changed_after_approval: bool = False


@dataclass(frozen=True, kw_only=True)
class RunInfo:
    """What a run was made on and by.

    Attributes:
        answers: the answers file, ``-`` for standard input.
        zone: the time zone that the as-of date is today in; null where the date was given.
        version: the program's.
    """

    answers: str
    zone: str | None
    version: str


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The whole answer of the gate.

    Attributes:
        met: something was assessed, nothing is unmet and no waiver has expired.
        reason: code of why nothing can be met whatever the outcomes are, null otherwise.
        changed_after_approval: the answers were approved, and are not what was approved.
        changes: what has changed since the result compared with; null without one.
        treatments: those that have ended first, then those that end soon.
        places: where each practice named by an outcome has its level, or where answers begin.
        notes: notes on those practices, only where they were asked for.
        evidence: evidence of those practices, only where it was asked for.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.gate/1"], Field(alias="schema")] = "cssa.gate/1"
    as_of: date
    met: bool
    reason: str | None = None
    changed_after_approval: bool = False
    run: RunInfo
    policy: PolicyInfo
    checklist: ChecklistInfo
    institution: InstitutionInfo
    changes: Regressions | None = None
    outcomes: tuple[Outcome, ...]
    waivers: tuple[WaiverOutcome, ...]
    treatments: tuple[TreatmentOutcome, ...]
    places: dict[str, Place]
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    def with_status(self, status: OutcomeStatus) -> tuple[Outcome, ...]:
        """Return the outcomes of one status."""
        return tuple(outcome for outcome in self.outcomes if outcome.status == status)
