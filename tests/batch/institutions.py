"""Answers files of fictional institutions on the small checklist, as sparse as they may be."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

CHECKLIST = Path(__file__).resolve().parents[1] / "reports" / "report" / "small" / "checklist"

LEVELS = ("1-1", "1.1-1", "1.1-a", "2.1-2", "3.1-1", "3.1-2")
"""The practices that are answered with a level."""


ENOUGH = 10
"""The fewest institutions of which figures are published."""


def drawn(number: int) -> dict[str, int]:
    """Return an institution's levels, spread so that most figures can be published."""
    return {one: (number * 7 + place * 3 + number // 3) % 6 for place, one in enumerate(LEVELS)}


def submit(
    folder: Path,
    number: int,
    levels: Mapping[str, Any] | None = None,
    *,
    name: str | None = None,
    sector: str = "shinkin",
    **more: Any,
) -> Path:
    """Write an institution's answers into a folder; return the file.

    Args:
        folder: where it comes in.
        number: tells the institutions apart.
        levels: what differs from what is drawn for it; None leaves a practice unanswered.
        name: of the file, where it is not the institution's own.
        sector: its sub-sector.
        more: further fields; those with a double underscore stand below ``institution``.
    """
    institution = {"id": f"N{number:03}", "name": f"架空第{number}信用金庫", "sector": sector}
    fields: dict[str, Any] = {}
    for key, value in more.items():
        if key.startswith("institution__"):
            institution[key.removeprefix("institution__")] = value
        else:
            fields[key] = value
    answers: dict[str, Any] = {
        **drawn(number),
        "2.1-1": {"value": str(number % 4 * 5)},
        "2.1-a": ["staff", "vendor"][: number % 3] or None,
        **(levels or {}),
    }
    document = {
        "schema": "cssa.answers/1",
        "checklist": {"id": "small", "version": "1"},
        **fields,
        "institution": institution,
        "answers": {one: given for one, given in answers.items() if given is not None},
    }
    path = folder / (name or f"{institution['id']}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return path
