"""The form of a checklist in which no question gives a level."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from tests.journeys.test_kinds import ran

from cssa.messages import LANGS, Lang, message

INSTITUTION = {
    "institution.id": "bank-a",
    "institution.name": "Bank A",
    "institution.sector": {"ja": "地方銀行", "en": "Regional bank"},
}


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    chosen: Lang = request.param
    return chosen


@pytest.fixture
def form(cssa_inline: Callable[..., Any], lang: Lang, tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    ran(cssa_inline("form", "new", "-c", "tlpt", "-o", path, lang=lang))
    return path


def test_it_speaks_of_no_level(form: Path, lang: Lang) -> None:
    book = load_workbook(form)
    words = [
        str(cell.value)
        for sheet in book
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {"ja": "段階の目安", "en": "Levels"}[lang] not in book.sheetnames
    told = {
        "ja": (
            "段階の選び方",
            "「段階」の欄",
            "段階の目安",
            "リスク受容・代替措置",
            "実施した件数",
        ),
        "en": ("choose a level", '"Level"', '"Levels"', "Accepted risk", "Number done"),
    }
    assert not [text for text in words for part in told[lang] if part in text]


def test_a_short_form_says_how_to_answer_one(
    lang: Lang, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "short.xlsx"
    ran(cssa_inline("form", "new", "-c", "tlpt", "--short", "-o", path, lang=lang))
    book = load_workbook(path)
    told = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    for step, is_told in (("1", False), ("3", False), ("short.1", True), ("short.2", True)):
        text = message(lang, f"form.how.{step}")
        assert any(line.endswith(f". {text}") for line in told) is is_told, step


def _fill(form: Path, lang: Lang, entries: dict[str, str]) -> Path:
    """Return the form with cells of the cover and answers filled in."""
    book = load_workbook(form)
    for sheet in book:
        codes = next(
            (r for r in sheet.iter_rows() if str(r[0].value) in ("cssa:cover", "cssa:answers")), ()
        )
        columns = {cell.value: cell.column for cell in codes}
        for row in sheet.iter_rows():
            key = str(row[0].value)
            given = INSTITUTION.get(key, entries.get(key))
            if given is not None and columns:
                text = given[lang] if isinstance(given, dict) else given
                sheet.cell(row[0].row, columns.get("answer", columns.get("value")), text)
    filled = form.with_name("filled.xlsx")
    book.save(filled)
    return filled


def test_an_option_is_read_by_its_words_before_another_by_its_id(
    form: Path, lang: Lang, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    words = {"ja": "両方を行っている", "en": "Both"}[lang]
    back = tmp_path / "back.yaml"
    ran(cssa_inline("form", "read", _fill(form, lang, {"T2-1": words}), "-o", back, lang=lang))
    assert yaml.safe_load(back.read_text("utf-8"))["answers"] == {"T2-1": "two"}


def test_an_answer_that_another_leaves_out_gets_a_remark_and_nothing_else_is_missing(
    form: Path, lang: Lang, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    filled = _fill(form, lang, {"0-1": "assessment", "0-2": "2024", "0-3/tlpt": "○"})
    run = ran(cssa_inline("form", "read", filled, "-o", tmp_path / "back.yaml", lang=lang))
    (remark,) = [line for line in run.err.splitlines() if line.startswith("0-2: ")]
    assert "0-1" in remark
    assert message(lang, "form.unanswered", {"count": 22, "first": "1-1"}) not in run.err
