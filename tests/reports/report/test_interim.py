"""Feedback before a campaign is published: an institution's own report, marked."""

import json
from dataclasses import replace

import pytest

from cssa.messages import LANGS, Lang, message
from cssa.reports.feedback.feedback_view import build_interim_view
from cssa.reports.formats.feedback import JsonFeedback
from cssa.reports.formats.kinds import encoded
from cssa.reports.formats.registry import FEEDBACK_FORMATS, REPORT_FORMATS
from cssa.reports.formats.report import HtmlReport, JsonReport
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.report_view import ReportView
from cssa.reports.templates import css_string


def _marked(view: ReportView) -> ReportView:
    return replace(view, title="feedback.title", mark=PublicationMark("in_progress"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", ["html", "md", "xlsx"])
def test_it_is_the_report_with_a_mark(format_: str, lang: Lang, small: ReportView) -> None:
    write = FEEDBACK_FORMATS[format_].interim_writer(lang)
    alone = encoded(REPORT_FORMATS[format_].render(_marked(small), lang))
    for _ in range(2):  # the second draws from what was kept of the first
        assert encoded(write(build_interim_view(small))) == alone
    if format_ != "xlsx":
        assert message(lang, "feedback.mark.in_progress") in alone.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_json_has_no_group_and_says_why(lang: Lang, small: ReportView) -> None:
    document = json.loads(JsonFeedback().interim_writer(lang)(build_interim_view(small)))
    assert (document.pop("schema"), document.pop("peers")) == ("cssa.feedback/1", None)
    mark = document.pop("mark")
    assert (mark["code"], mark["edition"]) == ("in_progress", None)
    assert mark["label"] == message(lang, "feedback.mark.in_progress")
    report = json.loads(JsonReport().render(_marked(small), lang))
    assert document == {name: value for name, value in report.items() if name != "schema"}


@pytest.mark.parametrize("lang", LANGS)
def test_a_mark_stands_on_every_printed_page(lang: Lang, small: ReportView) -> None:
    marked = replace(small, mark=PublicationMark("corrected", 3))
    label = message(lang, "feedback.mark.corrected", {"edition": 3})
    assert "3" in label
    footer = css_string(f"{message(lang, small.title)} · {label}")
    assert str(footer) in HtmlReport().render(marked, lang)
    assert css_string(label)[1:-1] not in HtmlReport().render(small, lang)
