"""What became of forms, for the terminal and as JSON."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cssa.checklist.model import Checklist
from cssa.forms.form_status import DepartmentStatus, FormsStatus, FormState
from cssa.location import CellLocation
from cssa.messages import Lang, message
from cssa.messages.problems import describe
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import in_language, listed
from cssa.reports.page import Cell, Column, Page, Paragraph, Style, Table

_STYLES: dict[FormState, Style | None] = {
    "not_sent": "open", "sent": None, "late": "failed", "to_correct": "failed", "back": "done",
}  # fmt: skip
_LISTED = 12
"""Practices that a line lists."""


def page(status: FormsStatus, checklist: Checklist, as_of: date, lang: Lang) -> Page:
    """Return the page: a row for each department, what is open there, and what conflicts.

    Args:
        status: what is shown.
        checklist: what is asked.
        as_of: the day on which forms are late.
        lang: its language.
    """
    day = TYPOGRAPHY[lang].date(as_of)
    title = message(lang, "form.status.title", {"date": day})
    return (
        (Paragraph(title, "heading"),),
        (_table(status, as_of, lang),),
        tuple(_open(status, checklist, lang)),
        tuple(_conflicts(status, lang)),
    )


def _table(status: FormsStatus, as_of: date, lang: Lang) -> Table:
    headings = ("department", "person", "due", "state", "answered", "files")
    columns = [
        Column(
            message(lang, f"form.status.column.{name}"),
            "right" if name == "answered" else "left",
            breaks="anywhere" if name in ("department", "person", "files") else "never",
            at_least=12 if name in ("department", "files") else 0,
        )
        for name in headings
    ]
    rows = [_row(department, as_of, lang) for department in status.departments]
    return Table(columns, rows)


def _row(department: DepartmentStatus, as_of: date, lang: Lang) -> tuple[str | Cell, ...]:
    state = department.state(as_of)
    params = {"count": department.problems} if state == "to_correct" else {}
    words = message(lang, f"form.status.state.{state}", params)
    answered = len(department.asked) - len(department.open)
    files = department.back or department.sent
    return (
        _word(department.name, lang),
        department.person or "",
        "" if department.due is None else department.due.isoformat(),
        Cell(words, _STYLES[state]),
        f"{answered}/{len(department.asked)}",
        TYPOGRAPHY[lang].join(name.rpartition("/")[2] for name in files),
    )


def _open(status: FormsStatus, checklist: Checklist, lang: Lang) -> Iterator[Paragraph]:
    for department in status.departments:
        if department.open and department.back:
            params = {
                "department": _word(department.name, lang),
                "count": len(department.open),
                "practices": listed(map(checklist.shown_id, department.open), _LISTED),
            }
            yield Paragraph(message(lang, "form.status.open", params), indent="- ", hang="  ")
        for path in department.other_practices:
            params = {"path": path, "department": _word(department.name, lang)}
            yield Paragraph(message(lang, "form.status.other", params), indent="- ", hang="  ")
    if status.open:
        params = {
            "count": len(status.open),
            "practices": listed(map(checklist.shown_id, status.open), _LISTED),
        }
        yield Paragraph(message(lang, "form.status.nobody", params), indent="- ", hang="  ")


def _conflicts(status: FormsStatus, lang: Lang) -> Iterator[Paragraph]:
    if not status.conflicts:
        return
    count = len(status.conflicts)
    yield Paragraph(message(lang, "form.status.conflicts", {"count": count}), "failed")
    for problem in status.conflicts:
        yield Paragraph(describe(problem, lang), indent="- ", hang="  ", is_whole=True)


def document(status: FormsStatus, as_of: date, lang: Lang) -> dict[str, Any]:
    """Return it as JSON.

    Args:
        status: what is shown.
        as_of: the day on which forms are late.
        lang: language of names and messages.
    """
    return {
        "schema": "cssa.form-status/1",
        "as_of": as_of.isoformat(),
        "departments": [
            {
                "id": department.id,
                "department": _word(department.name, lang),
                "person": department.person,
                "mail": department.mail,
                "due": None if department.due is None else department.due.isoformat(),
                "state": department.state(as_of),
                "late": department.state(as_of) == "late",
                "sent": list(department.sent),
                "back": list(department.back),
                "asked": len(department.asked),
                "open": list(department.open),
                "to_correct": department.problems,
                "other_practices": list(department.other_practices),
            }
            for department in status.departments
        ],
        "conflicts": [
            {
                "file": problem.location.path if problem.location else None,
                "cell": problem.location.cell
                if isinstance(problem.location, CellLocation)
                else None,
                "message": describe(problem, lang),
            }
            for problem in status.conflicts
        ],
        "unassigned": list(status.open),
    }


def _word(name: object, lang: Lang) -> str:
    return str(in_language(name, lang, message))
