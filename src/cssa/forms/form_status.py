"""What became of the forms of departments: sent, back, late, still open, and what conflicts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from cssa.answers.comparable import digest
from cssa.answers.flat_fields import KINDS, answer_fields
from cssa.answers.submission import Answer
from cssa.errors import Problem
from cssa.forms import layout
from cssa.forms.issued import read_issued
from cssa.forms.merge import merge_forms
from cssa.forms.reading import Department, FormReading
from cssa.lists.delegates import Assignment
from cssa.messages.wording import CodedWord, Word

FormState = Literal["not_sent", "sent", "late", "to_correct", "back"]

_CONFLICTS = frozenset(("form.conflict", "form.different_forms"))
_WHOLE = ""
"""Stands for the department of a form with every practice."""


class CollectedForm(NamedTuple):
    """A form in the folder.

    Attributes:
        is_saved: whether another program has saved it since it was written.
    """

    reading: FormReading
    is_saved: bool


@dataclass(frozen=True)
class DepartmentStatus:
    """What became of a department's forms.

    Attributes:
        id: of the delegate or function; empty where a form is for the whole institution.
        due: the day by which its form is to come back; None where none is stated.
        sent: the files that lie there as they were sent out.
        back: the files that came back.
        asked: ids of the practices that it answers.
        open: ids of those that no form answers.
        problems: how many cells of what came back are to be corrected.
        other_practices: files that ask for other practices than the list of delegates says.
    """

    id: str
    name: Word | str
    person: str | None
    mail: str | None
    due: date | None
    sent: tuple[str, ...]
    back: tuple[str, ...]
    asked: tuple[str, ...]
    open: tuple[str, ...]
    problems: int
    other_practices: tuple[str, ...] = ()

    def state(self, as_of: date) -> FormState:
        """Return what is to be done about it.

        Args:
            as_of: the day on which it is late if it is due before.
        """
        if self.back:
            return "to_correct" if self.problems else "back"
        if self.due is not None and self.due < as_of:
            return "late"
        return "sent" if self.sent else "not_sent"


@dataclass(frozen=True)
class FormsStatus:
    """What became of all forms.

    Attributes:
        conflicts: what two forms that came back state differently, with both places.
        open: ids of practices that nobody is asked for.
    """

    departments: tuple[DepartmentStatus, ...]
    conflicts: tuple[Problem, ...]
    open: tuple[str, ...]


def status_of(forms: Sequence[CollectedForm], assignment: Assignment | None) -> FormsStatus:
    """Return what became of forms.

    A form is back when its answers are no longer those that it was sent out with, or when it was
    sent out with answers and another program has saved it.

    Args:
        forms: all of the folder, of one checklist or of several.
        assignment: who was asked what; None where no list of delegates is at hand.
    """
    by_department: dict[str, list[CollectedForm]] = {}
    for form in forms:
        department = form.reading.department
        key = _WHOLE if department is None else department.id
        by_department.setdefault(key, []).append(form)
    if assignment is not None and forms:
        assignment = _of_tiers(assignment, forms)
    listed = () if assignment is None else assignment.delegates
    departments = tuple(
        _department(key, by_department.get(key, []), assignment)
        for key in dict.fromkeys((*listed, *by_department))
    )
    returned = [form.reading for form in forms if _is_back(form)]
    conflicts = [
        problem
        for problem in (merge_forms(returned).problems if returned else ())
        if problem.code in _CONFLICTS
    ]
    return FormsStatus(departments, tuple(conflicts), () if assignment is None else assignment.open)


def _of_tiers(assignment: Assignment, forms: Sequence[CollectedForm]) -> Assignment:
    """Return who answers what of the tiers that the forms ask: a campaign may ask one of them."""
    tier_of = {
        name: placed.practice.tier
        for form in forms
        for name, placed in form.reading.edition.checklist.placed.items()
    }
    tiers = {tier_of[name] for name in _asked(form.reading for form in forms)}
    of_tiers = {name for name, tier in tier_of.items() if tier in tiers}
    return replace(
        assignment,
        practices={
            key: tuple(name for name in names if name in of_tiers)
            for key, names in assignment.practices.items()
        },
        open=tuple(name for name in assignment.open if name in of_tiers),
    )


def _department(
    key: str, forms: Sequence[CollectedForm], assignment: Assignment | None
) -> DepartmentStatus:
    delegate = None if assignment is None else assignment.delegates.get(key)
    back = [form.reading for form in forms if _is_back(form)]
    sent = [form.reading for form in forms if not _is_back(form)]
    asked = _asked(form.reading for form in forms)
    due = next((d.due for form in forms if (d := form.reading.department) and d.due), None)
    other: tuple[str, ...] = ()
    if delegate is not None and assignment is not None:
        own = assignment.practices[key]
        due = assignment.due[key] or due
        other = tuple(
            form.reading.path
            for form in forms
            if form.reading.asked is not None and form.reading.asked != {*own}
        )
        asked = own
    answered = {name for reading in back or sent for name in _answered(reading)}
    stated = next((form.reading.department for form in forms), None)
    return DepartmentStatus(
        id=key,
        name=delegate.department if delegate else _name(stated),
        person=delegate.person if delegate else stated.person if stated else None,
        mail=delegate.mail if delegate else None,
        due=due,
        sent=tuple(reading.path for reading in sent),
        back=tuple(reading.path for reading in back),
        asked=asked,
        open=tuple(name for name in asked if name not in answered),
        problems=sum(map(_problem_count, back)),
        other_practices=other,
    )


def _name(department: Department | None) -> Word | str:
    if department is None:
        return CodedWord("form.status.whole")
    return department.name or CodedWord(f"owner.{department.id}")


def _asked(readings: Iterable[FormReading]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for reading in readings:
        placed = reading.edition.checklist.placed
        names |= dict.fromkeys(
            name for name in placed if reading.asked is None or name in reading.asked
        )
    return tuple(names)


def _answered(reading: FormReading) -> set[str]:
    """Return the practices that a form answers."""
    answers = reading.gathered.value.get("answers", {})
    return {name for name, answer in answers.items() if not answer.keys().isdisjoint(KINDS)}


def _problem_count(reading: FormReading) -> int:
    return len(reading.gathered.problems)


def _is_back(form: CollectedForm) -> bool:
    reading = form.reading
    issued = {
        key: text
        for (table, key), text in reading.gathered.issued.items()
        if table == layout.ANSWERS
    }
    if reading.gathered.problems:
        return True
    if form.is_saved and any(issued.values()):
        return True
    return any(
        {name: digest(value) for name, value in answer_fields(answer).items()}
        != read_issued(practice, issued.get(practice, ""))
        for practice, answer in _answers(reading).items()
    )


def _answers(reading: FormReading) -> dict[str, Answer]:
    return {
        practice: Answer.model_validate(answer)
        for practice, answer in reading.gathered.value.get("answers", {}).items()
    }
