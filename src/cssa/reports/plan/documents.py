"""The plan as data and as calendar entries."""

import hashlib
from collections.abc import Iterator, Mapping

from cssa.reports.plan.plan_view import PlanRow, PlanView

_LINE = 75
"""Octets of a line of a calendar (RFC 5545, 3.1)."""


def document(view: PlanView) -> Mapping[str, object]:
    """Return the plan as JSON has it."""
    return {
        "schema": "cssa.plan/1",
        "as_of": view.as_of.isoformat(),
        "institution": {"id": view.institution_id, "name": view.institution},
        "checklist": view.edition,
        "items": [_item(row) for row in view.rows],
    }


def _item(row: PlanRow) -> Mapping[str, object]:
    item = row.item
    plan = {} if item.plan is None else item.plan.model_dump(mode="json", exclude_none=True)
    return {
        "practice": item.result.id,
        "title": row.title,
        "level": item.result.level,
        "target": item.result.target,
        "rank": item.rank,
        "plan": plan or None,
        "next_step": None if row.is_own else row.action or None,
        "accepted": item.accepted,
        "marks": list(item.marks),
    }


def calendar(view: PlanView) -> str:
    """Return an entry for the day of each plan still to be carried out.

    Calendars are seen by many: entries name numbers of practices, and no weakness.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cssa//plan//EN", "CALSCALE:GREGORIAN"]
    for row in view.rows:
        lines += _entry(row, view)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _entry(row: PlanRow, view: PlanView) -> Iterator[str]:
    due = row.item.due
    if due is None or row.item.is_closed:
        return
    name = f"{view.institution_id} {view.edition} {row.item.result.id}"
    summary = view.message("planning.calendar_entry", number=row.number)
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(name.encode()).hexdigest()[:32]}@cssa"
    yield f"DTSTAMP:{view.as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield the parts of a line that is longer than a calendar's lines may be."""
    part = ""
    for char in line:
        if len(f"{part}{char}".encode()) > _LINE:
            yield part
            part = " "
        part += char
    yield part
