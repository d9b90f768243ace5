"""What is written can be read back; what could not be is not written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cssa.excel.cell_claims import MAX_ROW
from cssa.forms.layout import FIXED_ROWS


def _checklist(folder: Path, practices: list[dict[str, Any]]) -> Path:
    def text(ja: str, en: str) -> dict[str, str]:
        return {"ja": ja, "en": en}

    version = folder / "lists" / "1"
    version.mkdir(parents=True)
    header = {
        "schema": "cssa.checklist/1", "id": "lists", "version": "1", "revision": 1,
        "title": text("試験", "Test"), "domains": ["1"],
    }  # fmt: skip
    asked = [
        {
            "id": f"1-{number}", "tier": "basic", "owner": "it",
            "title": text(f"事項{number}", f"Practice {number}"),
            "question": text(f"事項{number}はどうですか。", f"How is practice {number}?"),
            **practice,
        }
        for number, practice in enumerate(practices, start=1)
    ]  # fmt: skip
    domain = {"domain": "1", "title": text("領域一", "Domain one"), "practices": asked}
    (version / "checklist.yaml").write_text(json.dumps(header), "utf-8")
    (version / "1.yaml").write_text(json.dumps(domain), "utf-8")
    return version


def _single(number: int) -> dict[str, Any]:
    return {
        "kind": "single",
        "options": [
            {"id": "a", "level": 0, "ja": f"{number}は行っていない", "en": f"{number} is not done"},
            {"id": "b", "level": 3, "ja": f"{number}は行っている", "en": f"{number} is done"},
        ],
    }


def test_a_form_with_many_lists_of_options_is_read_back(
    cssa_inline: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _checklist(tmp_path, [_single(number) for number in range(1, 121)])
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path))
    answers = tmp_path / "answers.yaml"
    given = {f"1-{number}": "ab"[number % 2] for number in range(1, 121)}
    document = {
        "schema": "cssa.answers/1", "checklist": {"id": "lists", "version": "1"},
        "institution": {"id": "x", "name": "X", "sector": "shinkin"}, "answers": given,
    }  # fmt: skip
    answers.write_text(json.dumps(document), "utf-8")
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    assert cssa_inline("form", "new", "--answers", answers, "-o", form).code == 0
    run = cssa_inline("form", "read", form, "-o", back)
    assert run.code == 0, run.err
    assert yaml.safe_load(back.read_text("utf-8"))["answers"] == given


def test_a_form_with_more_rows_than_can_be_read_is_not_written(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    options = [
        {"id": f"o{number}", "ja": f"選択肢{number}", "en": f"Option {number}"}
        for number in range(MAX_ROW - FIXED_ROWS)
    ]
    version = _checklist(tmp_path, [_single(1), {"kind": "multi", "options": options}])
    form = tmp_path / "form.xlsx"
    run = cssa_inline("form", "new", "-c", version, "-o", form)
    assert run.code != 0
    assert f"{len(options) + 2} rows" in run.err
    assert "--split owner" in run.err
    assert not form.exists()
