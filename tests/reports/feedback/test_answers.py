"""Answers by option, and numbers, stand beside the institution's own in every format."""

import json

import pytest
from tests.reports.report.workbook import cells, load

from cssa.messages import LANGS, Lang
from cssa.peers.peers_file import AnswerCell, Peers, read_peers
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.formats.registry import FEEDBACK_FORMATS

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
