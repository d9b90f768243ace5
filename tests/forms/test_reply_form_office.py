"""The reply form as LibreOffice shows and saves it."""

from pathlib import Path
from typing import Any

import pytest
from tests.forms.office import fill
from tests.forms.test_reply_form import form, read, rows_of

from cssa.forms.reading import ReadingContext
from cssa.messages import message

pytestmark = pytest.mark.external("soffice", "uno")


def step(cell: str, text: str, how: str = "type") -> dict[str, str]:
    return {"sheet": message("ja", "reply.sheet"), "cell": cell, "how": how, "text": text}


def test_what_is_typed_there_is_read_back_and_the_rest_is_locked(
    tmp_path: Path, context: ReadingContext, edition: Any
) -> None:
    placed = [item.practice for item in edition.checklist.placed.values()]
    practices = [practice for practice in placed if practice.accepts("level")][:2]
    rows = rows_of(practices, context, edition, "ja")
    given, saved = tmp_path / "reply.xlsx", tmp_path / "saved.xlsx"
    given.write_bytes(form(rows, edition))
    word = rows[1].levels[2]
    steps = [
        step("G6", "全体を点検しました"),
        step("H7", word),
        step("G7", "0012"),
        step("I7", "規程（2026年4月）"),
        step("J7", "監査部"),
        step("E7", "書き換え"),
        step("H6", "3"),
    ]
    cells = fill(given, saved, steps)
    assert "証跡" in cells[5]["text"], "what is asked is locked"
    assert cells[6]["text"] == "", "no level corrects the submission as a whole"
    reading = read(saved.read_bytes(), context)
    assert not reading.problems
    assert not reading.notes
    assert [
        (entry.practice, entry.reply, entry.level, entry.document, entry.by)
        for entry in reading.entries
    ] == [
        (None, "全体を点検しました", None, None, None),
        (practices[0].id, "0012", 2, "規程（2026年4月）", "監査部"),
    ]
