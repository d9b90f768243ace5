"""Text from outside is text and nothing else, whatever it holds and wherever it stands."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from cssa.messages import LANGS, Lang, catalogue
from cssa.reports.formats.report import HtmlReport, JsonReport, MarkdownReport
from cssa.reports.report_view import ReportView
from cssa.reports.templates import css_string, escape_text, markdown_text

DIFFERS = "report.differs."


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_has_the_same_elements_whatever_the_notes_say(
    lang: Lang, institution: Callable[[str], ReportView], read_page: Callable[[str], Any]
) -> None:
    parsed = read_page(HtmlReport().render(institution("hostile"), lang))
    tags = {tag for tag, _ in parsed.tags}
    assert tags & {"script", "img", "iframe", "object", "link", "base", "form"} == set()
    for tag, attributes in parsed.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert not {"src", "style"} & set(attributes), tag
        assert (attributes.get("href") or "#").startswith("#"), attributes
    words = "".join(parsed.words)
    assert "<script>alert(1)</script><img src=x onerror=alert(2)>" in words
    assert "{{ 7 * 7 }}{% for x in y %}{{ view }}" in words


def test_a_page_fetches_nothing(institution: Callable[[str], ReportView]) -> None:
    page = HtmlReport().render(institution("typical"), "ja")
    style = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    assert page.count("<style>") == 1
    assert not re.search(r"url\(|@import|https?://", style)
    assert not re.search(r"https?://", page)


def test_the_running_head_cannot_end_the_style_sheet(
    institution: Callable[[str], ReportView],
) -> None:
    page = HtmlReport().render(institution("hostile"), "ja")
    style = page[page.index("<style>") : page.index("</style>")]
    assert "counter(page)" in style
    assert style.count("{") == style.count("}")


@pytest.mark.parametrize("lang", LANGS)
def test_markdown_keeps_a_note_within_its_line(
    lang: Lang, institution: Callable[[str], ReportView]
) -> None:
    hostile = MarkdownReport().render(institution("hostile"), lang)
    for line in hostile.splitlines():
        assert not re.search(r"<(?!br>)", line), line[:80]
        assert not re.search(r"(?<!\\)\]\(", line), line[:80]
        assert "{{" not in line
        assert "{%" not in line
    lines = [line.count("|") if line.startswith("|") else 0 for line in hostile.splitlines()]
    tables = [list(rows) for is_table, rows in groupby(lines, key=bool) if is_table]
    assert len(tables) > 5
    assert all(len(set(rows)) == 1 for rows in tables), "a row has the cells of its heading"
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", hostile)


def test_json_gives_notes_back_as_they_were(institution: Callable[[str], ReportView]) -> None:
    view = institution("hostile")
    document: Any = json.loads(JsonReport().render(view, "ja"))
    notes = {
        practice["practice"]: practice["answer"]["note"]
        for section in document["answers"]
        for practice in section["practices"]
        if "note" in practice["answer"]
    }
    assert notes == {
        name: answer.note for name, answer in view.submission.answers.items() if answer.note
    }


@given(st.text(max_size=60))
def test_a_css_string_has_nothing_that_css_or_html_reads(text: str) -> None:
    inner = str(css_string(text))[1:-1]
    assert re.fullmatch(r"(?:[0-9A-Za-z\u3040-\u30ff\u4e00-\u9fff]|\\[0-9a-f]{1,6} )*", inner)


@given(st.text(max_size=60))
def test_markdown_text_is_one_line_without_markup(text: str) -> None:
    shown = markdown_text(text)
    assert "\n" not in shown
    assert not re.search(r"[<>|{}]", shown)
    bare = re.sub(r"&(#[0-9]+|[a-z]+);|\\.", "", shown)
    assert not re.search(r"[\\`*_\[\]#~$&]", bare)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=60))
def test_markdown_text_reads_as_it_was_written(text: str) -> None:
    shown = markdown_text(text)
    unescaped = re.sub(r"\\([\\`*_\[\]#~$])", "\ue000\\1", shown)
    assert unescape(unescaped.replace("\ue000", "")) == text.replace("\u200b", "")


@given(st.text(max_size=60))
def test_escaping_is_that_of_markupsafe(text: str) -> None:
    assert escape_text(text) == str(escape(text))
    assert escape_text(Markup(text)) == text  # noqa: S704 - markup is what is asked about
    assert escape_text([text]) == str(escape([text]))


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_escaped_twice(lang: Lang, small: ReportView) -> None:
    assert small.previous is not None
    codes = [code.removeprefix(DIFFERS) for code in catalogue(lang) if code.startswith(DIFFERS)]
    assert codes
    previous = replace(small.previous, differs=tuple(codes))
    page = HtmlReport().render(replace(small, previous=previous), lang)
    assert not re.search("&amp;(#[0-9]+|[a-z]+);", page)
