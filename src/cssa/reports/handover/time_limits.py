"""Approvals that run out: accepted risks, alternative measures and waivers of the policy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cssa.datafile.types import AnyText
from cssa.gate.policy import Waiver
from cssa.gate.waivers import near_end
from cssa.messages.wording import CodedWord
from cssa.reports.phrases import Phrase
from cssa.reports.report_view import ReportView, TreatmentView


@dataclass(frozen=True, kw_only=True)
class TimeLimit:
    """An approval that runs out.

    Attributes:
        until: the day on which it runs out.
        subject: number of the practice, or the rule of the policy.
        title: of the practice; None for a rule.
        kind: what was approved.
        terms: what it rests on.
        approved_on: None where that is not recorded.
        state: whether it is valid, and how near its day is.
        is_pressing: whether somebody has to see to it now.
    """

    until: date
    subject: str | CodedWord
    title: AnyText | None
    kind: CodedWord
    terms: str | Phrase
    approved_by: str
    approved_on: date | None
    state: CodedWord
    is_pressing: bool


def time_limits(report: ReportView, waivers: Sequence[Waiver]) -> tuple[TimeLimit, ...]:
    """Return what runs out, the earliest first.

    Args:
        report: has the treatments.
        waivers: of the policy; none where no policy is shown.
    """
    limits = [
        *map(_of_treatment, report.treatments),
        *_of_waivers(report, waivers),
    ]
    return tuple(sorted(limits, key=lambda limit: limit.until))


def _of_treatment(treatment: TreatmentView) -> TimeLimit:
    return TimeLimit(
        until=treatment.review_by,
        subject=treatment.practice.shown_id,
        title=treatment.practice.title,
        kind=CodedWord(f"report.treatment.{treatment.kind}"),
        terms=treatment.measure,
        approved_by=treatment.approved_by,
        approved_on=treatment.approved_on,
        state=CodedWord(f"report.treatment.{treatment.state}"),
        is_pressing=treatment.state != "valid",
    )


def _of_waivers(report: ReportView, waivers: Sequence[Waiver]) -> Iterator[TimeLimit]:
    as_of, practices = report.result.as_of, report.practices
    for waiver in waivers:
        practice = None if waiver.practice is None else practices[waiver.practice]
        end = near_end(waiver, as_of)
        terms = {
            "reason": waiver.reason,
            "alternative": waiver.alternative,
            "residual_risk": waiver.residual_risk,
            "owner": waiver.owner,
        }
        yield TimeLimit(
            until=waiver.expires,
            subject=CodedWord("gate.waiver.rule", (("id", waiver.rule),))
            if practice is None
            else practice.shown_id,
            title=None if practice is None else practice.title,
            kind=CodedWord("handover.waiver"),
            terms=Phrase("handover.waiver.terms", terms),
            approved_by=waiver.approver,
            approved_on=None,
            state=CodedWord(f"handover.waiver.{end or 'valid'}"),
            is_pressing=end is not None,
        )
