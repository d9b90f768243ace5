"""What the handover shows: everything that the next person in charge has to see to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cssa.checklist.change_kinds import CHANGE_KINDS
from cssa.checklist.practice import Owner
from cssa.engine.evidence_age import OldEvidence, old_evidence, period_words
from cssa.gate.policy import Waiver
from cssa.messages import Lang
from cssa.messages.wording import CodedWord, day_word
from cssa.reports.handover.time_limits import TimeLimit, time_limits
from cssa.reports.plan.plan_view import PlanRow, PlanView
from cssa.reports.practice_view import PracticeView, PracticeViews
from cssa.reports.report_view import FindingView, ReportView
from cssa.reports.review_view import ReviewDifferenceView

_DOUBTS = frozenset(
    f"finding.carried_{name}"
    for name in (*(kind.name for kind in CHANGE_KINDS.values() if kind.is_doubtful), "crosswalk")
)
"""Why an answer that was carried over may no longer be right."""


@dataclass(frozen=True, kw_only=True)
class DepartmentWork:
    """What is left to a department, by who usually answers.

    Attributes:
        unplanned: practices below target without a plan.
        unconfirmed: answers that were carried over and are not confirmed.
        unanswered: practices without an answer.
    """

    owner: Owner
    unplanned: tuple[PracticeView, ...]
    unconfirmed: tuple[PracticeView, ...]
    unanswered: tuple[PracticeView, ...]

    @property
    def name(self) -> CodedWord:
        """The department, in words."""
        return CodedWord(f"owner.{self.owner}")


@dataclass(frozen=True, kw_only=True)
class EvidenceRow:
    """An answer whose newest evidence is older than the practice's frequency."""

    practice: PracticeView
    evidence: OldEvidence

    @property
    def every(self) -> CodedWord:
        """How often the practice is to be done, in words."""
        return period_words(self.evidence.every)


@dataclass(frozen=True, kw_only=True)
class CountRow:
    """A line of the overview.

    Attributes:
        label: what is counted.
        section: where on the page it is listed.
        pressing: what of it cannot wait, in words; None where nothing is.
    """

    label: CodedWord
    section: str
    count: int
    pressing: CodedWord | None = None


@dataclass(frozen=True, kw_only=True)
class HandoverView:
    """Everything that the next person in charge has to see to.

    Attributes:
        report: the report on the same answers, for its head, its decisions and its practices.
        plans: what is planned and not closed, by due date; last what is done, still below target.
        limits: approvals that run out, the earliest first.
        reviews: lower levels of second line or audit, as far as the answer was not changed since.
        work: what is left to each department.
        doubts: why answers carried over may no longer be right.
        evidence: what has to be shown anew.
        policy: id of the policy whose waivers are shown; None where none is.
    """

    lang: Lang
    report: ReportView
    plans: tuple[PlanRow, ...]
    limits: tuple[TimeLimit, ...]
    reviews: tuple[ReviewDifferenceView, ...]
    work: tuple[DepartmentWork, ...]
    doubts: tuple[FindingView, ...]
    evidence: tuple[EvidenceRow, ...]
    policy: str | None

    @property
    def people(self) -> CodedWord:
        """When the institution assessed itself, and who answered, reviewed and was told."""
        result, reliability = self.report.result, self.report.reliability
        values = {
            "assessed_on": result.assessed_on and day_word(result.assessed_on),
            "respondent": reliability.respondent,
            "second_line": reliability.approved_by,
            "reported_on": reliability.reported_on and day_word(reliability.reported_on),
        }
        unstated = CodedWord("report.not_stated")
        return CodedWord(
            "handover.people", tuple((name, value or unstated) for name, value in values.items())
        )

    @property
    def counts(self) -> tuple[CountRow, ...]:
        """How much there is of everything, and what of it cannot wait."""
        overdue = sum("overdue" in row.item.marks for row in self.plans)
        pressing = sum(limit.is_pressing for limit in self.limits)
        work = self.work
        return (
            _count("decisions", "decide", len(self.report.decisions)),
            _count("plans", "plans", len(self.plans), ("overdue", overdue)),
            _count("limits", "limits", len(self.limits), ("pressing", pressing)),
            _count("reviews", "lines", len(self.reviews)),
            _count("unplanned", "work", sum(len(row.unplanned) for row in work)),
            _count(
                "unconfirmed",
                "work",
                sum(len(row.unconfirmed) for row in work),
                ("doubtful", len({finding.practice_id for finding in self.doubts})),
            ),
            _count("unanswered", "work", sum(len(row.unanswered) for row in work)),
            _count("evidence", "evidence", len(self.evidence)),
        )


def _count(
    name: str, section: str, count: int, pressing: tuple[str, int] = ("pressing", 0)
) -> CountRow:
    kind, number = pressing
    return CountRow(
        label=CodedWord(f"handover.count.{name}"),
        section=section,
        count=count,
        pressing=CodedWord(f"handover.count.{kind}", (("count", number),)) if number else None,
    )


def build_handover_view(
    report: ReportView,
    plan: PlanView,
    waivers: Sequence[Waiver] = (),
    policy: str | None = None,
) -> HandoverView:
    """Return the view of a handover.

    Args:
        report: the report on the answers.
        plan: the plan that is in them, in the language of the page.
        waivers: of the institution's policy.
        policy: its id; None where no policy is shown.
    """
    return HandoverView(
        lang=plan.lang,
        report=replace(report, title="handover.title"),
        plans=tuple(filter(_is_open_plan, plan.rows)),
        limits=time_limits(report, waivers),
        reviews=tuple(row for row in report.reviews if _is_open(row)),
        work=tuple(_work(report.practices, plan)),
        doubts=tuple(finding for finding in report.findings if finding.text.code in _DOUBTS),
        evidence=tuple(_evidence(report)),
        policy=policy,
    )


def _is_open_plan(row: PlanRow) -> bool:
    """Return whether a plan is not closed, or done without its level having reached the target."""
    item = row.item
    return item.plan is not None and (not item.is_closed or "still_below" in item.marks)


def _is_open(row: ReviewDifferenceView) -> bool:
    difference = row.difference
    return difference.level < difference.own and not difference.reconsidered


def _work(practices: PracticeViews, plan: PlanView) -> Iterator[DepartmentWork]:
    """Yield what is left to each department, those with the most first."""
    unplanned = {row.item.result.id for row in plan.rows if "unplanned" in row.item.marks}
    by_owner: dict[Owner, list[PracticeView]] = {}
    for practice in practices.values():
        by_owner.setdefault(practice.definition.owner, []).append(practice)
    rows = [
        DepartmentWork(
            owner=owner,
            unplanned=tuple(
                view for view in own if view.id in unplanned and view.result.status == "answered"
            ),
            unconfirmed=tuple(view for view in own if "unconfirmed" in view.result.findings),
            unanswered=tuple(view for view in own if view.result.status == "unanswered"),
        )
        for owner, own in by_owner.items()
    ]
    left = {
        row.owner: len(row.unplanned) + len(row.unconfirmed) + len(row.unanswered) for row in rows
    }
    for row in sorted(rows, key=lambda row: -left[row.owner]):
        if left[row.owner]:
            yield row


def _evidence(report: ReportView) -> Iterator[EvidenceRow]:
    """Yield what has to be shown anew, the oldest first."""
    rows = [
        EvidenceRow(practice=practice, evidence=old)
        for practice in report.practices.values()
        if "evidence_old" in practice.result.findings
        and (old := old_evidence(practice.definition, practice.answer, report.result.as_of))
    ]
    yield from sorted(rows, key=lambda row: row.evidence.date)
