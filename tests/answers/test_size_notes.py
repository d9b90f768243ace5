"""A size in another unit is noticed, whether answers come as YAML, JSON or a form."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ANSWERS = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution:
  {id: hamakaze, name: はまかぜ生命, sector: %s
  %s}
answers: {2.1.1-1: 3}
"""


@pytest.mark.parametrize(
    ("sector", "size", "is_noted"),
    [
        ("life", ", size: 450000", True),
        ("life", ", size: 0", True),
        ("life", ", size: 450000000000", False),
        ("life", "", False),
        ("regional_bank", ", size: 172000.50", True),
    ],
)
def test_a_size_far_below_the_sub_sector_is_noted_at_its_line(
    sector: str, size: str, is_noted: bool, tmp_path: Path, cssa_inline: Callable[..., Any]
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(ANSWERS % (sector, size))
    for lang, words in (("ja", "千円又は百万円単位"), ("en", "in thousands or millions of yen")):
        done = cssa_inline("score", path, "--format", "json", lang=lang)
        assert done.code == 0
        assert (words in done.err) is is_noted
        if is_noted:
            assert f"{path}:5:11: " in done.err
        assert "size" in done.json["institution"] or not size


def test_report_says_what_a_form_holds_and_is_not_read(
    tmp_path: Path, cssa_inline: Callable[..., Any]
) -> None:
    answers, form = tmp_path / "answers.yaml", tmp_path / "form.xlsx"
    answers.write_text(ANSWERS % ("life", ", size: 450000"))
    assert cssa_inline("form", "new", "--answers", answers, "-o", form).code == 0
    done = cssa_inline("report", form, "-o", tmp_path / "report.md", lang="en")
    assert done.code == 0
    assert f"{form}!Cover!C" in done.err
    assert "The size is JPY 450,000" in done.err
    assert "Empty on the cover" not in done.err
