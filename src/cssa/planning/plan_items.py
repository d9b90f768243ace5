"""What a plan is made of: every practice below target or planned, with who does what by when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cssa.answers.placeholders import is_placeholder
from cssa.answers.submission import NO_ANSWER, Plan, Submission
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.engine.result import Gap, PracticeResult, Result

Mark = Literal["unplanned", "still_below", "overdue", "ownerless", "undated"]
"""What is missing in a plan, or late; or that it is done, and its level still below target."""

_MONTHS = 3


class Quarter(NamedTuple):
    """Three months of a year.

    Attributes:
        first: number of its first month.
    """

    year: int
    first: int

    @property
    def last(self) -> int:
        """Number of its last month."""
        return self.first + _MONTHS - 1


@dataclass(frozen=True, kw_only=True)
class PlanItem:
    """A practice to improve.

    Attributes:
        result: its status, level, target and gap.
        plan: what the institution plans; None where it plans nothing.
        rank: its place among the gaps; None where it is none.
        accepted: its risk is validly accepted, so that no plan is missed.
        marks: what is missing or late.
    """

    placed: PlacedPractice
    result: PracticeResult
    plan: Plan | None
    rank: int | None
    accepted: bool
    marks: tuple[Mark, ...]

    @property
    def due(self) -> date | None:
        """The day by which it is done, where one is planned."""
        return self.plan.due if self.plan else None

    @property
    def owner(self) -> str | None:
        """Who does it, where that is planned."""
        return self.plan.owner if self.plan else None

    @property
    def is_closed(self) -> bool:
        """Whether its plan was carried out or dropped."""
        return self.plan is not None and not self.plan.is_live

    @property
    def quarter(self) -> Quarter | None:
        """The quarter that its day falls into."""
        if self.due is None:
            return None
        return Quarter(self.due.year, (self.due.month - 1) // _MONTHS * _MONTHS + 1)


@dataclass(frozen=True, kw_only=True)
class OwnerLoad:
    """What one owner has to do.

    Attributes:
        owner: None stands for what nobody does yet.
        count: number of practices.
        overdue: how many of them are past their day.
        first_due: the next day; None where none is stated.
    """

    owner: str | None
    count: int
    overdue: int
    first_due: date | None


def plan_items(
    result: Result, submission: Submission, checklist: Checklist
) -> tuple[PlanItem, ...]:
    """Return what is to be improved: by day, then by rank; what is closed comes last.

    Args:
        result: the figures of the answers.
        submission: the answers.
        checklist: what was answered, with the rows of the institution.
    """
    gaps = {gap.practice: gap for gap in (*result.gaps, *result.answer_first) if gap.gap}
    items = _items(result, submission, checklist, gaps)
    return tuple(sorted(items, key=lambda item: (item.is_closed, item.due or date.max)))


def _items(
    result: Result, submission: Submission, checklist: Checklist, gaps: Mapping[str, Gap]
) -> Iterator[PlanItem]:
    practices = {
        practice.id: practice for domain in result.domains for practice in domain.practices
    }
    planned = [name for name, answer in submission.answers.items() if answer.plan]
    for name in dict.fromkeys((*gaps, *planned)):
        practice = practices.get(name)
        if practice is None or not practice.counted:
            continue
        plan = submission.answers.get(name, NO_ANSWER).plan
        yield PlanItem(
            placed=checklist.placed[name],
            result=practice,
            plan=plan,
            rank=_rank(name, result),
            accepted=practice.is_accepted_gap,
            marks=_marks(practice, plan, result.as_of),
        )


def _rank(practice: str, result: Result) -> int | None:
    return next((gap.rank for gap in result.gaps if gap.practice == practice), None)


def _marks(practice: PracticeResult, plan: Plan | None, as_of: date) -> tuple[Mark, ...]:
    if plan is None or not plan.is_live:
        if not practice.gap or practice.treated:
            return ()
        return ("still_below",) if plan and plan.status == "done" else ("unplanned",)
    marks: dict[Mark, bool] = {
        "overdue": plan.is_overdue(as_of),
        "ownerless": is_placeholder(plan.owner or ""),
        "undated": plan.due is None,
    }
    return tuple(mark for mark, applies in marks.items() if applies)


def by_quarter(items: Sequence[PlanItem]) -> Mapping[Quarter | None, Sequence[PlanItem]]:
    """Return what is still to be done by quarter, what has no day under None, last."""
    quarters: dict[Quarter | None, list[PlanItem]] = {}
    for item in items:
        if not item.is_closed:
            quarters.setdefault(item.quarter, []).append(item)
    return quarters


def by_owner(items: Sequence[PlanItem]) -> tuple[OwnerLoad, ...]:
    """Return what each owner still has to do, in the order of their first day; nobody last."""
    loads: dict[str | None, list[PlanItem]] = {}
    for item in items:
        if not item.is_closed:
            loads.setdefault(item.owner, []).append(item)
    return tuple(
        OwnerLoad(
            owner=owner,
            count=len(own),
            overdue=sum("overdue" in item.marks for item in own),
            first_due=min((item.due for item in own if item.due), default=None),
        )
        for owner, own in sorted(loads.items(), key=lambda load: load[0] is None)
    )
