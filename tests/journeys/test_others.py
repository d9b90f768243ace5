"""A checklist that somebody else published: shown by its own words, asking only what it uses."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from cssa.checklist.model import Domain
from cssa.checklist.practice import Practice

LONG = "Who keeps the list of parts?\nNiveau 0 : nobody.\nNiveau 1 : somebody, now and then."

HEADER = {
    "schema": "cssa.checklist/1",
    "id": "harbour",
    "version": "2",
    "revision": 1,
    "languages": ["en"],
    "title": {"en": "Harbour rules"},
    "tiers": {"basic": {"title": {"en": "Shall"}}, "desirable": {"title": {"en": "Should"}}},
    "scale": {
        "in_place": 2,
        "steps": [
            {"value": value, "title": {"en": title}}
            for value, title in enumerate(("Nobody", "Somebody", "Everybody"))
        ],
    },
    "domains": ["1"],
}
DOMAIN = {
    "domain": "1",
    "title": {"en": "Quays"},
    "intro": {"en": "Read this about quays."},
    "sections": [
        {
            "id": "1.1",
            "title": {"en": "Parts"},
            "practices": [
                {"id": "AC-2.1", "number": "AC-2(1)", "tier": "basic", "question": {"en": LONG}},
                {
                    "id": "AC-3",
                    "tier": "desirable",
                    "title": {"en": "Lamps"},
                    "guidance": {"en": "Lamps are what ships steer by."},
                },
            ],
        }
    ],
}
ANSWERS: dict[str, Any] = {
    "schema": "cssa.answers/1",
    "checklist": {"id": "harbour", "version": "2"},
    "institution": {"id": "X1", "name": "Nagihama", "sector": "prepaid"},
    "assessed_on": "2026-11-01",
    "answers": {"AC-2.1": 1, "AC-3": 2},
}


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "harbour" / "2"
    folder.mkdir(parents=True)
    (folder / "checklist.yaml").write_text(yaml.safe_dump(HEADER), encoding="utf-8")
    (folder / "1.yaml").write_text(yaml.safe_dump(DOMAIN), encoding="utf-8")
    (tmp_path / "answers.yaml").write_text(yaml.safe_dump(ANSWERS), encoding="utf-8")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_question_without_a_title_is_called_by_its_first_line() -> None:
    practice = Practice.model_validate({"id": "1", "tier": "basic", "question": {"en": LONG}})
    assert practice.title.get("en") == "Who keeps the list of parts?"
    assert practice.question.get("en") == LONG
    endless = Practice.model_validate(
        {"id": "1", "tier": "basic", "question": {"en": "word " * 80}}
    )
    assert endless.title.get("en").endswith("word…")
    assert len(endless.title.get("en")) <= 121


def test_an_intro_is_read_before_the_first_practice_below_it() -> None:
    practice = {"tier": "basic", "title": {"en": "T"}}
    domain = Domain.model_validate(
        {
            "domain": "1",
            "title": {"en": "D"},
            "intro": {"en": "whole"},
            "sections": [
                {"id": "1.1", "title": {"en": "S"}, "intro": {"en": "around"}},
                {"id": "1.1.1", "title": {"en": "S"}, "practices": [{"id": "a", **practice}]},
                {
                    "id": "1.2",
                    "title": {"en": "S"},
                    "intro": {"en": "own"},
                    "practices": [{"id": "b", **practice}, {"id": "c", **practice}],
                },
            ],
        }
    )
    intros = {key: [text.get("en") for text in texts] for key, texts in domain.intros.items()}
    assert intros == {"a": ["whole", "around"], "b": ["own"]}


@pytest.mark.parametrize("format_", ["md", "html"])
def test_a_report_has_its_title_numbers_and_tiers(
    format_: str, harbour: Path, cssa_inline: Callable[..., Any]
) -> None:
    assert cssa_inline("report", "answers.yaml", "-o", f"r.{format_}").code == 0
    text = (harbour / f"r.{format_}").read_text(encoding="utf-8")
    head = text[: text.index("Priorities")]
    assert "Harbour rules, version 2" in head
    assert "AC-2(1)" in text.replace("\\", "")
    assert "Should" in text
    assert "Lamps are what ships steer by." in text
    assert "Read this about quays." in text
    assert "economic security" not in text.lower()  # no flag of another source's
    assert "isk profile" not in head  # no target depends on it


def test_figures_are_explained_by_its_numbers_and_tiers(
    harbour: Path,  # noqa: ARG001 - the folder that the program runs in
    cssa_inline: Callable[..., Any],
) -> None:
    score = cssa_inline("score", "answers.yaml").out
    assert "AC-2(1) Who keeps the list of parts?" in score
    assert "Niveau" not in score
    assert "size" not in score
    explained = cssa_inline("explain", "answers.yaml", "AC-3").out
    assert "Should" in explained
    assert "Guidance: Lamps are what ships steer by." in explained


def test_what_is_answered_without_figures_is_reported(
    harbour: Path, cssa_inline: Callable[..., Any]
) -> None:
    header = {**HEADER, "scored": False}
    (harbour / "harbour" / "2" / "checklist.yaml").write_text(yaml.safe_dump(header), "utf-8")
    domain = {
        **DOMAIN,
        "practices": [
            {"id": "T", "kind": "text", "tier": "basic", "title": {"en": "Which quays?"}}
        ],
    }
    (harbour / "harbour" / "2" / "1.yaml").write_text(yaml.safe_dump(domain), "utf-8")
    answers = {**ANSWERS, "answers": {"AC-3": 2, "T": {"text": "The old one"}}}
    (harbour / "answers.yaml").write_text(yaml.safe_dump(answers), "utf-8")
    for format_ in ("html", "md", "xlsx", "json"):
        assert cssa_inline("report", "answers.yaml", "-o", f"r.{format_}").code == 0
    score = cssa_inline("score", "answers.yaml").out
    book = load_workbook(harbour / "r.xlsx")
    sheets = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    texts = [(harbour / f"r.{format_}").read_text(encoding="utf-8") for format_ in ("md", "html")]
    for text in (*texts, score, "\n".join(sheets)):
        figures = text[: text.index("The figures in this document")]
        assert not re.search("Maturity|below target|Below target|Target|nothing to score", figures)
        assert "Harbour rules" in text
    assert all("The old one" in text for text in (*texts, "\n".join(sheets)))
    assert "Of 3 practices in scope, 2 are answered and 1 unanswered." in texts[0]
    assert book.sheetnames == ["Summary", "Answers", "Points to check", "Method"]


def test_a_checklist_without_targets_has_scores_and_no_gaps(
    harbour: Path, cssa_inline: Callable[..., Any]
) -> None:
    header = {**HEADER, "targets": "none"}
    (harbour / "harbour" / "2" / "checklist.yaml").write_text(yaml.safe_dump(header), "utf-8")
    for format_ in ("html", "md", "xlsx"):
        assert cssa_inline("report", "answers.yaml", "-o", f"r.{format_}").code == 0
    book = load_workbook(harbour / "r.xlsx")
    sheets = [str(cell) for sheet in book for row in sheet.values for cell in row if cell]
    score = cssa_inline("score", "answers.yaml").out
    texts = [(harbour / f"r.{format_}").read_text(encoding="utf-8") for format_ in ("md", "html")]
    for text in (*texts, score, "\n".join(sheets)):
        assert "Maturity" in text
        assert not re.search("[Bb]elow target|Gaps to target|Priorities", text)


def test_a_form_shows_its_numbers_and_comes_back(
    harbour: Path, cssa_inline: Callable[..., Any]
) -> None:
    assert cssa_inline("form", "new", "--answers", "answers.yaml", "-o", "f.xlsx").code == 0
    book = load_workbook(harbour / "f.xlsx")
    cover = [str(cell) for row in book.worksheets[0].values for cell in row if cell]
    assert not any("profile." in cell or "risk.factors" in cell for cell in cover)
    cells = [str(cell) for row in book["1"].values for cell in row if cell]
    assert {"AC-2(1)", "Shall", "Should", "Guidance"} <= set(cells)
    assert any("Read this about quays." in cell for cell in cells)
    book.save(harbour / "g.xlsx")
    assert cssa_inline("form", "read", "g.xlsx", "-o", "back.yaml").code == 0
    back = yaml.safe_load((harbour / "back.yaml").read_text(encoding="utf-8"))
    assert back["answers"] == {"AC-2.1": 1, "AC-3": 2}
