"""What a report says in every format: never a verdict, always how to read it."""

import json
import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cssa.datafile.typed_json import to_json
from cssa.library.case_words import case_reference, first_sentence
from cssa.messages import LANGS, Lang, catalogue, message
from cssa.reports.formats.registry import REPORT_FORMATS
from cssa.reports.formats.report import HtmlReport, JsonReport, MarkdownReport
from cssa.reports.report_view import ReportView

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "templates" / "report"
NAMES = ("nearly-empty", "typical", "excellent", "not-applicable")

VERDICTS = {
    "ja": re.compile("合格|準拠|適合|遵守率|安全|CSSAスコア|優秀|良好|優れて|劣|不十分|危険"),
    "en": re.compile(
        r"\b(compliant|compliance|(?<!has )passed|failed|safe|secure|safety|CSSA score|excellent|good"
        r"|poor|weak|best|worst)\b"
    ),
}


def own_words(view: ReportView, lang: Lang, read_page: Callable[[str], Any]) -> str:
    """Return what the report itself says: no words of the checklist, the library, the institution."""
    shown = "".join(read_page(HtmlReport().render(view, lang)).words)
    for number in range(1, 6):
        shown = shown.replace(message(lang, f"disclaimer.{number}"), "")
    checklist = view.checklist
    texts = [getattr(placed.practice, name) for placed in checklist.walk()
             for name in ("title", "question", "why", "pitfalls", "improve")]  # fmt: skip
    texts += [text for placed in checklist.walk() for text in placed.conditions]
    texts += [section.title for domain in checklist.domains for section in domain.sections]
    texts.append(checklist.disclaimer)
    texts += [fact.question for fact in view.facts] + [view.targets.note, view.scheme.description]
    words = [text.get(lang) for text in texts if text]
    for related in (related for gap in view.gaps for related in gap.cases):
        words += [related.placed.case.title.get(lang), first_sentence(related.placed, lang)]
        words.append(case_reference(related.placed, lang))
    for text in sorted(words, key=len, reverse=True):
        shown = shown.replace(text, "")
    for answer in view.submission.answers.values():
        for written in (answer.note, answer.reason, answer.treatment and answer.treatment.measure):
            shown = shown.replace(written, "") if written else shown
    for code, owner in catalogue(lang).items():
        shown = shown.replace(owner, "") if code.startswith("owner.") else shown
    return shown


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_no_word_judges_or_praises(
    name: str,
    lang: Lang,
    institution: Callable[[str], ReportView],
    read_page: Callable[[str], Any],
) -> None:
    assert VERDICTS[lang].findall(own_words(institution(name), lang, read_page)) == []


def test_a_verdict_would_be_found(
    institution: Callable[[str], ReportView], read_page: Callable[[str], Any]
) -> None:
    assert VERDICTS["ja"].findall("目標に届いているため安全で、基準に適合しています。")
    assert len(own_words(institution("typical"), "ja", read_page)) > 2000


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", ["html", "md", "json"])
def test_every_format_says_how_to_read_it(format_: str, lang: Lang, small: ReportView) -> None:
    text = unescape(str(REPORT_FORMATS[format_].render(small, lang)))
    for number in (1, 3, 5):
        assert message(lang, f"disclaimer.{number}") in text
    title = small.checklist.title.get(lang)
    assert message(lang, "checklist.disclaimer", {"title": title}) in text
    assert message(lang, "disclaimer.4") not in text, "there are no peers in it"
    assert message(lang, "report.figure").split(" (")[0] in text
    assert message(lang, "handling") in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_printed_page_says_how_to_handle_it(lang: Lang, small: ReportView) -> None:
    page = HtmlReport().render(small, lang)
    handling = message(lang, "handling")
    assert f'@top-right {{ content: "{handling}"; }}' in page
    assert "counter(page)" in page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_markdown_has_the_headings_of_the_page_in_its_order(
    name: str,
    lang: Lang,
    institution: Callable[[str], ReportView],
    read_page: Callable[[str], Any],
) -> None:
    view = institution(name)
    page = [
        (level, " ".join(text.split()))
        for level, text in read_page(HtmlReport().render(view, lang)).headings
    ]
    markdown = [
        (len(heading[1]), unescape(re.sub(r"\\(.)", r"\1", heading[2])))
        for heading in re.finditer(
            r"^(#+) (.+)$", MarkdownReport().render(view, lang), re.MULTILINE
        )
    ]
    assert markdown == page
    assert len(page) > 30


def test_headings_leave_no_level_out(
    institution: Callable[[str], ReportView], read_page: Callable[[str], Any]
) -> None:
    levels = [
        level for level, _ in read_page(HtmlReport().render(institution("typical"), "en")).headings
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_first_page_is_in_the_order_that_a_board_reads(small: ReportView) -> None:
    page = HtmlReport().render(small, "en")
    places = [
        page.index(f'id="{name}"')
        for name in (
            "domains", "priorities", "decide", "below", "treatments", "trust", "map", "holds",
            "gaps", "at_target", "desirable", "findings", "answers", "method",
        )
    ]  # fmt: skip
    assert places == sorted(places)
    assert page.index('class="lead"') < places[0]


def test_every_word_of_a_template_is_a_message(read_page: Callable[[str], Any]) -> None:
    for path in TEMPLATES.parent.rglob("*.j2"):
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>", " ",
                      path.read_text(encoding="utf-8"), flags=re.DOTALL)  # fmt: skip
        if path.name.endswith((".html.j2", ".svg.j2")):
            bare = " ".join(read_page(bare).words)
        assert re.findall(r"[A-Za-z]{3,}|[\u3040-\u9fff]", re.sub(r"<br>", " ", bare)) in (
            [], ["cssa"],
        ), path.name  # fmt: skip


def test_json_has_the_result_as_score_writes_it(small: ReportView) -> None:
    document = json.loads(JsonReport().render(small, "en"))
    assert document["schema"] == "cssa.report/1"
    assert document["result"] == json.loads(to_json(small.result))
    assert [gap["practice"] for gap in document["gaps"]] == [
        gap.practice for gap in small.result.gaps
    ]
