"""Feedback before a campaign is published: an institution's own report, marked."""

import json
from dataclasses import replace

import pytest

from cssa.messages import LANGS, Lang, message
from cssa.reports.feedback.interim import InterimWriter
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.report_view import ReportView
from cssa.reports.reporters import FORMATS
from cssa.reports.templates import css_string


def _marked(view: ReportView) -> ReportView:
    return replace(view, title="feedback.title", mark=PublicationMark("in_progress"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", ["html", "md", "xlsx"])
def test_it_is_the_report_with_a_mark(ending: str, lang: Lang, small: ReportView) -> None:
    writer = InterimWriter(lang)
    alone = FORMATS[ending](_marked(small), lang)
    alone = alone.encode() if isinstance(alone, str) else alone
    for _ in range(2):  # the second draws from what was kept of the first
        assert writer.write(small, ending) == alone
    if ending != "xlsx":
        assert message(lang, "feedback.mark.in_progress") in alone.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_json_has_no_group_and_says_why(lang: Lang, small: ReportView) -> None:
    document = json.loads(InterimWriter(lang).write(small, "json"))
    assert (document.pop("schema"), document.pop("peers")) == ("cssa.feedback/1", None)
    mark = document.pop("mark")
    assert (mark["code"], mark["edition"]) == ("in_progress", None)
    assert mark["label"] == message(lang, "feedback.mark.in_progress")
    report = json.loads(str(FORMATS["json"](_marked(small), lang)))
    assert document == {name: value for name, value in report.items() if name != "schema"}


@pytest.mark.parametrize("lang", LANGS)
def test_a_mark_stands_on_every_printed_page(lang: Lang, small: ReportView) -> None:
    marked = replace(small, mark=PublicationMark("corrected", 3))
    label = message(lang, "feedback.mark.corrected", {"edition": 3})
    assert "3" in label
    footer = css_string(f"{message(lang, small.title)} · {label}")
    assert str(footer) in str(FORMATS["html"](marked, lang))
    assert css_string(label)[1:-1] not in str(FORMATS["html"](small, lang))
