"""Write docs/content-table.md: what the source says beside what the checklist records."""

import csv
from pathlib import Path

from cssa.checklist.draft import read_draft
from cssa.checklist.model import PlacedPractice

HERE = Path(__file__).parent
CHECKLIST = HERE.parent / "checklists" / "fsa-cyber-guideline" / "2025-07-04"
SUBJECTS = {
    "board": "取締役会等",
    "executives": "経営陣",
    "risk": "リスク管理部門",
    "audit": "内部監査部門",
    "none": "–",
}
HEADING = """\
# The practices, in the source and in the checklist

Generated from `content-source.tsv`, which reviewers filled in from the source, and from the
checklist. Who: the addressee that the source names. How often: its own words. Conditions: what
limits or widens the duty.

"""
COLUMNS = (
    "Item",
    "Who, source",
    "Who, ours",
    "How often, source",
    "How often, ours",
    "Conditions, source",
    "Conditions, ours",
)


def table() -> str:
    """Return the page."""
    with (HERE / "content-source.tsv").open(encoding="utf-8", newline="") as stream:
        source = {row[0]: row[1:] for row in csv.reader(stream, delimiter="\t")}
    placed = read_draft(CHECKLIST).checklist.placed
    rows = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    for practice_id, item in placed.items():
        who, often, conditions = source[practice_id]
        cells = [
            practice_id,
            who,
            SUBJECTS[item.practice.subject],
            often,
            _cadence(item),
            conditions,
            _conditions(item),
        ]
        rows.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return HEADING + "\n".join(rows) + "\n"


def _cadence(item: PlacedPractice) -> str:
    cadence = item.practice.cadence
    if cadence is None:
        return "–"
    parts = [cadence.word, cadence.every, ", ".join(cadence.on)]
    return "; ".join(part for part in parts if part)


def _conditions(item: PlacedPractice) -> str:
    practice = item.practice
    parts = []
    if practice.applies_if:
        parts.append(f"applies if {' or '.join(practice.applies_if.flags)}")
    parts += [conditions.ja for conditions in item.conditions]
    required = [point.id for point in practice.points if point.required]
    if required:
        parts.append(f"required: {', '.join(required)}")
    elif practice.points:
        parts.append("points as examples" if practice.examples else "points listed")
    parts += [
        f"{point.id} if {' or '.join(point.applies_if.flags)}"
        for point in practice.points
        if point.applies_if
    ]
    if practice.legal:
        parts.append("legal duty")
    return "; ".join(parts) or "–"


if __name__ == "__main__":
    (HERE / "content-table.md").write_text(table(), encoding="utf-8", newline="\n")
