"""A checklist as a page to print beforehand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.messages import LANGS, Lang
from cssa.workspace import Workspace

FIRST_REPORT = "incident-first-report"
COLUMNS = {"ja": ("第1報", "続報"), "en": ("First report", "Next report")}


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_for_incidents_has_columns_for_two_reports(
    lang: Lang, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "sheet.html"
    run = cssa_inline("checklist", "show", FIRST_REPORT, "--format", "html", "-o", path, lang=lang)
    assert run.code == 0, run.err
    page = path.read_text("utf-8")
    for column in COLUMNS[lang]:
        assert f'<th scope="col">{column}</th>' in page
    checklist = Workspace().edition(FIRST_REPORT).checklist
    assert checklist.disclaimer is not None
    assert checklist.disclaimer.get(lang) in page  # that it is no statutory form
    for placed in checklist.walk():
        assert f"{placed.practice.shown_id} {placed.practice.question.get(lang)}" in page
    first = checklist.placed["2"].practice.options[0].get(lang)
    parts = [max(1, len(placed.practice.rows)) for placed in checklist.walk()]
    assert page.count(f"<li>{first}</li>") == 2 * sum(parts)


def test_a_sheet_has_lines_for_the_rows_of_the_institution(cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("checklist", "show", "operational-resilience", "--format", "html")
    assert run.code == 0, run.err
    title = Workspace().edition("operational-resilience").checklist.row_lists[0].title.get("en")
    assert f"<h2>{title}</h2>" in run.out
    assert run.out.count('scope="col">Answer</th>') == 4


def test_a_practice_has_no_sheet_of_its_own(cssa_inline: Callable[..., Any]) -> None:
    run = cssa_inline("checklist", "show", FIRST_REPORT, "1", "--format", "html")
    assert run.code == 2
    assert "for a whole checklist" in run.err
