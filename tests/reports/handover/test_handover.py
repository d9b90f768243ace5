"""The handover: what is in it, as committed, on paper, and what the command refuses."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reports.handover.conftest import SMALL, handover
from tests.reports.report.test_browser import probe
from tests.reports.report.test_print import bare, print_pages

from cssa.messages import LANGS, Lang, message
from cssa.reports.formats.registry import HANDOVER_FORMATS
from cssa.reports.handover.handover_view import HandoverView
from cssa.reports.phrases import in_language

GOLDEN = Path(__file__).resolve().parent / "golden"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", ["html", "md"])
def test_a_handover_is_as_committed(
    format_: str, lang: Lang, request: pytest.FixtureRequest
) -> None:
    text = str(HANDOVER_FORMATS[format_].render(handover(lang)))
    path = GOLDEN / f"small.{lang}.{format_}"
    if request.config.getoption("--update-golden", default=False):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_every_format_and_language_is_committed() -> None:
    expected = {f"small.{lang}.{format_}" for lang in LANGS for format_ in HANDOVER_FORMATS}
    assert {path.name for path in GOLDEN.iterdir()} == expected


def test_plans_that_are_not_closed_are_listed_by_due_date(view: HandoverView) -> None:
    assert [(row.number, row.marks) for row in view.plans] == [("1-1", ("期日超過",)), ("1-5", ())]


def test_approvals_are_listed_with_the_earliest_end_first(view: HandoverView) -> None:
    limits = [(str(limit.until), limit.state.code, limit.is_pressing) for limit in view.limits]
    assert limits == [
        ("2026-10-31", "report.treatment.expired", True),
        ("2026-12-10", "handover.waiver.expiring", True),
        ("2027-09-30", "handover.waiver.valid", False),
    ]


def test_what_is_left_is_listed_by_department(view: HandoverView) -> None:
    left = {
        row.owner: [
            [practice.id for practice in part]
            for part in (row.unplanned, row.unconfirmed, row.unanswered)
        ]
        for row in view.work
    }
    assert left == {
        "security": [[], ["1-3"], []],
        "communications": [["1-4"], [], []],
        "audit": [[], [], ["1-7"]],
    }
    assert [finding.practice_id for finding in view.doubts] == ["1-3"]


def test_reviews_evidence_and_decisions_are_listed(view: HandoverView) -> None:
    assert [row.practice.id for row in view.reviews] == ["1-6"]
    assert [(row.practice.id, str(row.evidence.date)) for row in view.evidence] == [
        ("1-2", "2025-05-01")
    ]
    assert "report.decide.legal" in [decision.code for decision in view.report.decisions]


def test_the_overview_counts_what_the_lists_show(view: HandoverView) -> None:
    counts = {row.label.code.rpartition(".")[2]: row.count for row in view.counts}
    assert counts == {
        "decisions": len(view.report.decisions),
        "plans": 2,
        "limits": 3,
        "reviews": 1,
        "unplanned": 1,
        "unconfirmed": 1,
        "unanswered": 1,
        "evidence": 1,
    }
    page = str(HANDOVER_FORMATS["html"].render(view))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets == {row.section for row in view.counts}
    assert all(page.count(f'id="{target}"') == 1 for target in targets)


def _arguments(*more: str) -> tuple[str, ...]:
    answers, checklist = str(SMALL / "answers.yaml"), str(SMALL / "checklist")
    return ("report", answers, "-c", checklist, "--as-of", "2026-11-20", *more)


def test_the_command_writes_a_handover_and_no_report_over_it(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    page = tmp_path / "handover.html"
    policy = str(SMALL / "policy.yaml")
    run = cssa_inline(*_arguments("--handover", "--policy", policy, "-o", str(page)), lang="en")
    assert (run.code, run.err) == (0, f"Wrote the handover to {page}\n")
    assert str(HANDOVER_FORMATS["html"].render(handover("en"))) in page.read_text("utf-8")
    assert cssa_inline(*_arguments("-o", str(page))).code == 74
    assert cssa_inline(*_arguments("--handover", "-o", str(page))).code == 0


@pytest.mark.parametrize(
    ("more", "ja", "en"),
    [
        (("--handover", "--previous", "old.yaml", "-o", "h.html"), "--previous", "--previous"),
        (("--handover", "--peers", "peers.json", "-o", "h.html"), "--peers", "--peers"),
        (("--handover", "--template", "t.j2", "-o", "h.md"), "--template", "--template"),
        (("--handover", "-o", "h.xlsx"), ".html又は.md", ".html or .md"),
        (("--policy", "own.yaml", "-o", "h.html"), "`cssa gate`", "`cssa gate`"),
    ],
)
def test_what_does_not_go_together_is_refused_with_its_name(
    more: tuple[str, ...],
    ja: str,
    en: str,
    cssa_inline: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for lang, words in (("ja", ja), ("en", en)):
        run = cssa_inline(*_arguments(*more), lang=lang)
        assert run.code == 2
        assert words in run.err
    assert not list(tmp_path.iterdir())


@pytest.mark.external("chromium", "pypdfium2")
@pytest.mark.parametrize("lang", LANGS)
def test_printed_pages_bear_the_marking_and_show_everything(lang: Lang, tmp_path: Path) -> None:
    view = handover(lang)
    pages = print_pages(str(HANDOVER_FORMATS["html"].render(view)), tmp_path)
    for page in pages:  # landscape: the head stands among the lines
        assert message(lang, "handling") in page.text
    first = pages[0].text
    for row in view.counts:
        assert bare(in_language(row.label, lang)) in first
    everything = "".join(page.text for page in pages)
    headings = ("decide", "plans", "limits", "lines", "work", "doubts", "evidence")
    for name in headings:
        assert bare(message(lang, f"handover.h.{name}")) in everything


@pytest.mark.external("chromium", "axe-core")
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing_and_nothing_is_wider_than_its_window(
    lang: Lang, width: int, tmp_path: Path
) -> None:
    page = str(HANDOVER_FORMATS["html"].render(handover(lang)))
    found = probe(page, tmp_path, width=width, dark=False)
    assert found["rules"] == []
    assert found["out"] == []
