"""The review form filled in by driving LibreOffice, and saved by it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.forms.office import fill
from tests.forms.test_line_review import ANSWERS

from cssa.datafile.reader import read
from cssa.messages import message

pytestmark = pytest.mark.external("soffice", "uno")


def test_what_is_entered_in_libreoffice_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Callable[..., Any]
) -> None:
    shutil.copytree(ROOT / "tests" / "cases" / "gate" / "checklist", tmp_path / "checklist")
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = ("form", "new", "-c", "checklist", "--as", "second_line", "--answers", "a.yaml")
    assert cssa_inline(*made, "-o", "r.xlsx", lang="ja").code == 0
    sheet = message("ja", "line_review.sheet")

    def step(cell: str, text: str, how: str = "type") -> dict[str, str]:
        return {"sheet": sheet, "cell": cell, "how": how, "text": text}

    steps = [
        step("E5", "5"),
        step("I5", "2"),
        step("J5", "=1+1\n承認の記録がない", "set"),
        step("L5", "2026-11-20"),
    ]
    fill(tmp_path / "r.xlsx", tmp_path / "saved.xlsx", steps)
    run = cssa_inline("form", "read", "-c", "checklist", "saved.xlsx", "-o", "a.yaml", lang="ja")
    assert run.code == 0, run.err
    assert "書き換えられています" not in run.err
    answers = read((tmp_path / "a.yaml").read_bytes(), "a.yaml").value["answers"]
    (review,) = answers["1-1"]["review"]
    assert answers["1-1"]["level"] == 3
    assert (review["level"], review["by"], review["on"]) == (2, "リスク統括部", "2026-11-20")
    assert review["note"] == "=1+1\n承認の記録がない"
