"""What the plan shows, in its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.checklist.practice import NO_OWNER
from cssa.engine.result import Result
from cssa.library.case_words import case_line
from cssa.library.incidents import IncidentLibrary
from cssa.library.related_cases import PracticeCases
from cssa.messages import Lang, message
from cssa.planning.plan_items import (
    OwnerLoad,
    PlanItem,
    Quarter,
    by_owner,
    by_quarter,
    plan_items,
)
from cssa.reports.phrases import in_language, next_step


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """A practice to improve, in words.

    Attributes:
        level: its level, or its status where it has none.
        action: the institution's own, else the checklist's next step.
        is_own: whether the action is the institution's own.
        usual_owner: who usually answers it; empty where the checklist does not say.
        status: of the plan; empty without one.
        marks: what is missing or late.
        cases: published cases that bear on it, a line each.
    """

    item: PlanItem
    number: str
    title: str
    domain: str
    level: str
    action: str
    is_own: bool
    usual_owner: str
    status: str
    marks: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlanQuarter:
    """What is due in a quarter; the heading says so for what has no day."""

    heading: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """The whole plan.

    Attributes:
        institution: who plans.
        institution_id: its id.
        checklist: title of what was answered.
        edition: id and version of it.
        rows: everything, in order.
        quarters: what is still to be done.
        closed: what was carried out or dropped.
        owners: what each owner has to do.
    """

    lang: Lang
    as_of: date
    institution: str
    institution_id: str
    checklist: str
    edition: str
    submission: Submission
    rows: tuple[PlanRow, ...]
    quarters: tuple[PlanQuarter, ...]
    closed: tuple[PlanRow, ...]
    owners: tuple[OwnerLoad, ...]

    def message(self, code: str, **params: object) -> str:
        """Return a message in the plan's language."""
        return message(self.lang, code, params)

    @property
    def summary(self) -> str:
        """How much there is to do, and what is missing or late."""
        return self.message(
            "planning.summary",
            count=sum(not row.item.is_closed for row in self.rows),
            overdue=self._marked("overdue"),
            ownerless=self._marked("ownerless"),
            unplanned=self._marked("unplanned"),
        )

    @property
    def has_days(self) -> bool:
        """Whether anything still to be done has a due date."""
        return any(row.item.due and not row.item.is_closed for row in self.rows)

    @property
    def shows_cases(self) -> bool:
        """Whether published cases stand beside any practice."""
        return any(row.cases for row in self.rows)

    def _marked(self, mark: str) -> int:
        return sum(mark in row.item.marks and not row.item.is_closed for row in self.rows)


def build_plan_view(
    result: Result,
    submission: Submission,
    checklist: Checklist,
    lang: Lang,
    incidents: IncidentLibrary,
) -> PlanView:
    """Return the view of a plan.

    Args:
        result: the figures of the answers.
        submission: the answers.
        checklist: what was answered, with the rows of the institution.
        lang: the plan's language.
        incidents: published cases, to stand beside what is to be improved.
    """
    items = plan_items(result, submission, checklist)
    cases = PracticeCases(incidents, checklist.id, result.institution.sector)
    rows = {item.result.id: _row(item, cases, lang) for item in items}

    def rows_of(members: Sequence[PlanItem]) -> tuple[PlanRow, ...]:
        return tuple(rows[item.result.id] for item in members)

    return PlanView(
        lang=lang,
        as_of=result.as_of,
        institution=result.institution.name,
        institution_id=result.institution.id,
        checklist=f"{checklist.title.get(lang)} {checklist.version}",
        edition=f"{checklist.id} {checklist.version}",
        submission=submission,
        rows=rows_of(items),
        quarters=tuple(
            PlanQuarter(heading=_heading(quarter, lang), rows=rows_of(members))
            for quarter, members in by_quarter(items).items()
        ),
        closed=rows_of([item for item in items if item.is_closed]),
        owners=by_owner(items),
    )


def _heading(quarter: Quarter | None, lang: Lang) -> str:
    if quarter is None:
        return message(lang, "planning.no_date")
    params = {"year": quarter.year, "first": quarter.first, "last": quarter.last}
    return message(lang, "planning.quarter", params)


def _row(item: PlanItem, cases: PracticeCases, lang: Lang) -> PlanRow:
    practice, result, plan = item.placed.practice, item.result, item.plan
    step = next_step(practice, result.level)
    own = plan.action if plan else None
    usual = "" if practice.owner == NO_OWNER else message(lang, f"owner.{practice.owner}")
    level = message(lang, f"status.{result.status}") if result.level is None else str(result.level)
    if result.gap:
        level = message(lang, "planning.to_target", {"level": level, "target": result.target})
    return PlanRow(
        item=item,
        number=practice.shown_id,
        title=practice.title.get(lang),
        domain=item.placed.domain.title.get(lang),
        level=level,
        action=own or (in_language(step, lang) if step else ""),
        is_own=own is not None,
        usual_owner=usual,
        status=message(lang, f"planning.status.{plan.status}") if plan else "",
        marks=tuple(
            message(lang, f"planning.mark.{mark}")
            for mark in (*item.marks, *(("accepted",) if item.accepted else ()))
        ),
        cases=()
        if item.is_closed
        else tuple(case_line(related, lang) for related in cases.first(practice.id)),
    )
