"""Answers by option, and numbers, stand beside the institution's own in every format."""

import json

import pytest
from tests.reports.report.workbook import cells, load

from cssa.datafile.types import Text
from cssa.messages import LANGS, Lang, message
from cssa.peers.peers_file import AnswerCell, Peers, Withheld, read_peers
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.formats.registry import FEEDBACK_FORMATS
from cssa.reports.phrases import Phrase

from .conftest import HERE, feedback_on

MONTHS, NIGHT = "2.1-1", "2.1-a"


def _peers() -> Peers:
    """Return published figures of all institutions with those of two questions."""
    peers = read_peers(str(HERE / "peers" / "large.json"))
    answers = {
        MONTHS: AnswerCell(n=41, median=9.5, q1=6, q3=24),
        NIGHT: AnswerCell(n=40, shares={"staff": 95, "vendor": 37}),
    }
    groups = tuple(
        group.model_copy(update={"answers": answers}) if group.parent is None else group
        for group in peers.groups
    )
    return peers.model_copy(update={"groups": groups})


@pytest.fixture(scope="module")
def feedback() -> FeedbackView:
    return feedback_on(_peers())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [name for name in FEEDBACK_FORMATS if name != "json"])
def test_every_format_shows_them(name: str, lang: Lang, feedback: FeedbackView) -> None:
    document = FEEDBACK_FORMATS[name].render(feedback, lang)
    if isinstance(document, bytes):
        document = "\n".join(str(cell.value) for _, cell in cells(load(document)))
    expected = {
        "ja": ("9.5か月", "6か月～24か月", "95%以上", "37%", "委託先"),
        "en": ("9.5 months", "6 months–24 months", "≥ 95%", "37%", "A vendor"),
    }
    for words in expected[lang]:
        assert words in document.replace("&gt;", ">"), words


def test_json_has_the_cells_as_published(feedback: FeedbackView) -> None:
    document = json.loads(FEEDBACK_FORMATS["json"].render(feedback, "en"))
    assert document["peers"]["answers"] == [
        {"practice": MONTHS, "group": "all", "n": 41, "median": 9.5, "q1": 6.0, "q3": 24.0},
        {"practice": NIGHT, "group": "all", "n": 40, "shares": {"staff": 95, "vendor": 37}},
    ]


def _by_industry_group(sector: str | None) -> Peers:
    """Return published figures of 地域銀行, with those of the sub-sector or none."""
    peers = _peers()
    everyone = peers.groups[0]
    title = Text(ja="地域銀行", en="Regional banks (both tiers)")
    answers = {MONTHS: AnswerCell(n=24, median=12)}
    industry_group = everyone.model_copy(
        update={
            "id": "regional_banks", "parent": "all", "title": title, "n": 24, "answers": answers,
        }
    )  # fmt: skip
    sub_sector = next(group for group in peers.groups if group.id == "regional_bank")
    groups = [everyone, industry_group]
    if sector is not None:
        groups.append(sub_sector.model_copy(update={"parent": "regional_banks", "answers": {}}))
    withheld = (Withheld(group="regional_bank", figure=MONTHS if sector else "*"),)
    return peers.model_copy(update={"groups": tuple(groups), "withheld": withheld})


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [name for name in FEEDBACK_FORMATS if name != "json"])
@pytest.mark.parametrize("sector", [None, "regional_bank"])
def test_what_is_withheld_of_the_sub_sector_is_shown_for_the_industry_group(
    name: str, lang: Lang, sector: str | None
) -> None:
    """The question nobody of the industry group can be told of is shown for all institutions."""
    view = feedback_on(_by_industry_group(sector))
    shown = {each.practice.id: each.figure.cell for each in view.answers}
    assert {practice: cell and cell.n for practice, cell in shown.items()} == {
        MONTHS: 24,
        NIGHT: 40,
    }
    document = FEEDBACK_FORMATS[name].render(view, lang)
    if isinstance(document, bytes):
        document = "\n".join(str(cell.value) for _, cell in cells(load(document)))
    group = message(
        lang, "feedback.group", {"title": {"ja": "地域銀行", "en": "Regional banks (both tiers)"}[lang], "n": 24}
    )  # fmt: skip
    assert group.replace("\xa0", " ") in document.replace("\xa0", " ")
    wider = message(lang, "feedback.withheld.answers_wider", {"count": 2 if sector else 1})
    if name != "xlsx":
        assert wider in document


def test_questions_without_a_published_figure_are_counted() -> None:
    view = feedback_on(read_peers(str(HERE / "peers" / "large.json")))
    assert not view.answers
    assert Phrase("feedback.withheld.answers_missing", {"count": 2}) in view.withheld
