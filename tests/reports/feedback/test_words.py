"""What a feedback report says in every format: no rank, no verdict, no more than was published."""

import io
import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.reports.feedback.conftest import CASES, feedback_on, peers_of
from tests.reports.report.conftest import Page
from tests.reports.report.test_words import VERDICTS

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.messages import LANGS, Lang, catalogue, message
from cssa.peers.peers_file import Peers
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.group_charts import GroupCharts
from cssa.reports.formats.feedback import (
    HtmlFeedback,
    JsonFeedback,
    MarkdownFeedback,
    WorkbookFeedback,
)
from cssa.reports.formats.kinds import encoded
from cssa.reports.formats.registry import FEEDBACK_FORMATS, REPORT_FORMATS
from cssa.reports.formats.report import JsonReport

RANKS = {
    "ja": re.compile("上位|下位|順位|平均以上|平均以下|優|劣|良い|悪い|遅れ|進んでい"),
    "en": re.compile(r"\b(better|worse|ranks?|ranked|ahead|behind|top|bottom|outperform\w*)\b"),
}
TEXTS = ("html", "md", "json")

Feedback = Callable[[str], FeedbackView]


def text_of(view: FeedbackView, format_: str, lang: Lang) -> str:
    document = encoded(FEEDBACK_FORMATS[format_].render(view, lang))
    if format_ == "xlsx":
        return "\n".join(str(cell.value) for cell in _cells(document))
    return unescape(document.decode())


def _cells(document: bytes) -> list[Any]:
    book = load_workbook(io.BytesIO(document))
    return [
        cell for sheet in book for row in sheet.iter_rows() for cell in row
        if cell.value is not None
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_no_message_of_the_report_ranks_or_judges(lang: Lang) -> None:
    own = {code: text for code, text in catalogue(lang).items() if code.startswith("feedback.")}
    assert len(own) > 40
    verdicts = {
        code: words
        for code, text in own.items()
        if (words := VERDICTS[lang].findall(text) + RANKS[lang].findall(text))
    }
    assert verdicts == {}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", FEEDBACK_FORMATS)
@pytest.mark.parametrize("name", ["large", "ten", "hidden"])
def test_every_format_says_how_to_read_it(
    name: str, format_: str, lang: Lang, feedback: Feedback
) -> None:
    text = text_of(feedback(name), format_, lang)
    for number in (1, 3, 4, 5):
        assert message(lang, f"disclaimer.{number}") in text
    title = feedback(name).report.checklist.title.get(lang)
    assert message(lang, "checklist.disclaimer", {"title": title}) in text
    assert message(lang, "feedback.title") in text
    assert message(lang, "report.title") not in text
    assert message(lang, "feedback.withheld.reason") in text
    assert message(lang, "feedback.standard.note") in text
    assert message(lang, "handling") in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CASES)
def test_markdown_has_the_headings_of_the_page_in_its_order(
    name: str, lang: Lang, feedback: Feedback
) -> None:
    view = feedback(name)
    page = Page(str(HtmlFeedback().render(view, lang)))
    headings = [(level, " ".join(text.split())) for level, text in page.headings]
    markdown = [
        (len(heading[1]), unescape(re.sub(r"\\(.)", r"\1", heading[2])))
        for heading in re.finditer(
            r"^(#+) (.+)$", str(MarkdownFeedback().render(view, lang)), re.MULTILINE
        )
    ]
    assert markdown == headings


@pytest.mark.parametrize("name", CASES)
def test_what_follows_the_first_page_is_what_its_contents_name(
    name: str, feedback: Feedback
) -> None:
    page = str(HtmlFeedback().render(feedback(name), "ja"))
    places = [page.index(f'<h2 id="{part}">') for part in feedback(name).report.contents]
    assert places == sorted(places)
    assert places[0] > page.index('id="contents"')


FINE = re.compile(r"(?<![\w.-])\d+\.\d{2,}(?![\w.-])")
"""A number with two decimals or more that is no practice's."""

LOOKS = re.compile(
    r'<style>.*?</style>|(stroke-width|stroke-dasharray|fill-opacity)="[^"]*"', re.DOTALL
)
"""What a page says of its looks, the same on every page."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", TEXTS)
@pytest.mark.parametrize("name", CASES)
def test_no_figure_of_others_has_more_than_one_decimal(
    name: str, format_: str, lang: Lang, feedback: Feedback
) -> None:
    view = feedback(name)
    alone = str(REPORT_FORMATS[format_].render(view.report, lang))
    beside = LOOKS.sub("", encoded(FEEDBACK_FORMATS[format_].render(view, lang)).decode())
    assert set(FINE.findall(beside)) - set(FINE.findall(alone)) == set()


def test_a_figure_with_two_decimals_would_be_found() -> None:
    assert FINE.findall('x="12.25%" 2.1-1 2.3.4 2.34 0.123') == ["12.25", "2.34", "0.123"]


@pytest.mark.parametrize("name", CASES)
def test_no_place_in_a_chart_tells_more_than_the_figure_it_is_of(
    name: str, feedback: Feedback
) -> None:
    page = LOOKS.sub("", str(HtmlFeedback().render(feedback(name), "en")))
    places = re.findall(r'"([-0-9.]+)%"', page)
    assert len(places) > 100
    assert [place for place in places if not re.fullmatch(r"\d+(\.5)?", place)] == []
    radar = page[page.index('class="radar"') : page.index("</figure>")]
    assert re.findall(r"\d+\.\d{2,}", radar) == []
    bullets = re.findall(r'<svg class="bullet".*?</svg>', page)
    assert len(bullets) == 3
    assert re.findall(r"\d+\.\d{2,}", "".join(bullets)) == []


@pytest.mark.parametrize("name", CASES)
def test_the_workbook_has_the_figures_as_published(name: str, feedback: Feedback) -> None:
    view = feedback(name)
    document = WorkbookFeedback().render(view, "en")
    assert isinstance(document, bytes)
    book = load_workbook(io.BytesIO(document))
    sheets = [message("en", f"report.sheet.{part}") for part in ("peers", "shares")]
    assert book.sheetnames[1:3] == sheets
    numbers = [
        cell.value for name_ in sheets for row in book[name_].iter_rows() for cell in row
        if isinstance(cell.value, (int, float))
    ]  # fmt: skip
    assert len(numbers) > 30
    assert [number for number in numbers if round(number, 1) != number] == []
    compared = [practice.practice for practice in view.comparison.practices]
    assert [row[0].value for row in book[sheets[1]].iter_rows(min_row=2)] == compared


def test_json_is_the_report_with_the_peers_beside_it(feedback: Feedback) -> None:
    view = feedback("ten")
    document = json.loads(JsonFeedback().render(view, "en"))
    peers = document.pop("peers")
    alone = json.loads(JsonReport().render(view.report, "en"))
    assert document.pop("schema") == "cssa.feedback/1"
    assert document.pop("mark") is None
    assert document == {key: value for key, value in alone.items() if key != "schema"}
    assert peers["group"] == {"id": "regional_bank.small", "n": 10, "title": view.group.title.en}  # type: ignore[union-attr]
    assert peers["domains"][0]["standard_score"] is None
    assert [practice["practice"] for practice in peers["practices"]] == [
        practice.practice for practice in view.comparison.practices
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_groups_that_the_institution_is_not_in_are_not_spoken_of(
    lang: Lang, feedback: Feedback
) -> None:
    for name in CASES:
        for format_ in FEEDBACK_FORMATS:
            text = text_of(feedback(name), format_, lang)
            for group in feedback(name).comparison.peers.groups:
                if group.id.startswith("life"):
                    assert group.title.get(lang) not in text


def test_a_blurred_practice_is_said_without_its_exact_share() -> None:
    data = peers_of("large").model_dump(by_alias=True)
    for group in data["groups"]:
        group["practices"]["1-1"] = {"n": group["n"], "shares": {"4": 95}, "blurred": "4"}
    view = feedback_on(Peers.model_validate(data))
    compared = next(compared for compared in view.trailing if compared.practice.id == "1-1")
    assert compared.own_position is None, "the shares of the other classes are withheld"
    bar = str(GroupCharts("en", SIX_LEVELS).bar(compared.peers))
    assert "95% or more" in bar
    assert bar.count("<rect") == 1
    assert "level 4 95% or more" in text_of(view, "md", "en")
    assert "≥ 95" in text_of(view, "xlsx", "en")
    assert compared.share_higher
    assert compared.share_higher.code == "feedback.share_most"


@pytest.mark.parametrize("format_", FEEDBACK_FORMATS)
def test_a_report_is_made_even_where_nothing_is_told(format_: str) -> None:
    peers = peers_of("hidden").model_copy(update={"groups": ()})
    view = feedback_on(peers)
    text = text_of(view, format_, "en")
    assert message("en", "feedback.no_group") in text
    assert message("en", "feedback.not_told") in text or format_ == "json"
    assert message("en", "feedback.trailing.none") in text or format_ in ("json", "xlsx")


@pytest.mark.parametrize("is_withheld", [True, False])
@pytest.mark.parametrize("format_", FEEDBACK_FORMATS)
def test_a_domain_that_nobody_has_a_figure_of_is_not_withheld(
    format_: str, is_withheld: bool
) -> None:
    data = peers_of("large").model_dump(by_alias=True)
    for group in data["groups"]:
        del group["domains"]["2"]
    data["withheld"] = [{"group": "all", "figure": "2"}] if is_withheld else []
    view = feedback_on(Peers.model_validate(data))
    missing = [phrase for phrase in view.withheld if phrase.code == "feedback.withheld.missing"]
    assert len(missing) == is_withheld
    text = text_of(view, format_, "en")
    codes = {True: "feedback.not_told", False: "feedback.nobody"}
    assert message("en", codes[not is_withheld]) not in text
    assert message("en", codes[is_withheld]) in text or format_ == "json"


def test_a_group_with_mean_alone_shows_the_mean() -> None:
    data = peers_of("large").model_dump(by_alias=True)
    for group in data["groups"]:
        cells = [group["overall"], *group["domains"].values(), *group["sections"].values()]
        for cell in cells:
            cell.update(dict.fromkeys(("p10", "q1", "median", "q3", "p90", "sd")), n=7)
        group["below_in_place"].update(median=None, q1=None, q3=None, n=7)
        group.update(practices={}, n=7)
    view = feedback_on(Peers.model_validate(data))
    assert view.chart_signs == ("own", "target", "mean_alone")
    page = text_of(view, "html", "en")
    assert 'class="mean"' in page
    assert 'class="box"' not in page
    assert "Peer mean" in page
    assert view.trailing == ()
    assert message("en", "feedback.trailing.none") in page


@pytest.mark.parametrize("lang", LANGS)
def test_a_mean_of_a_wider_group_has_the_sign_of_one(lang: Lang) -> None:
    data = peers_of("large").model_dump(by_alias=True)
    for group in data["groups"]:
        group["domains"]["2"].update(dict.fromkeys(("p10", "q1", "median", "q3", "p90", "sd")), n=7)
        if group["id"] == "regional_bank.small":
            del group["domains"]["2"]
    text = text_of(feedback_on(Peers.model_validate(data)), "md", lang).replace("\\", "")
    sizes = re.findall(r"^\| 2 .*\| (7.*?) \|", text, re.MULTILINE)
    assert sizes == [f"7{message(lang, 'feedback.wider_sign')}"] * 2
    assert message(lang, "feedback.wider") in text
