"""Tables and answers as the generator wrote them."""

import csv
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

ANSWER_PARTS = ("level", "na", "not_adopted", "reason", "note", "points", "treatment")
"""What of an answer the forms are filled in with, beside one piece of evidence."""


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the lines of a table, by heading."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def as_filled(drawn: Mapping[str, Any]) -> dict[str, Any]:
    """Return drawn answers, without what the forms of this campaign are not filled in with."""
    filled = dict(drawn)
    filled["answers"] = {
        practice: _answer(answer if isinstance(answer, Mapping) else {"level": answer})
        for practice, answer in drawn["answers"].items()
    }
    plain: dict[str, Any] = json.loads(json.dumps(filled, default=_iso))
    return plain


def _answer(answer: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: answer[name] for name in ANSWER_PARTS if name in answer}
    if answer.get("evidence"):
        kept["evidence"] = answer["evidence"][:1]
    return kept


def _iso(value: object) -> str:
    if not isinstance(value, date):
        raise TypeError(value)
    return value.isoformat()
