"""The feedback report on paper: what Chromium prints on A4, page by page."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from tests.reports.feedback.conftest import CASES
from tests.reports.report.test_print import HEADING, PrintedPage, bare, print_pages, words_of

from cssa.messages import LANGS, Lang, message
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.formats.feedback import HtmlFeedback
from cssa.reports.phrases import in_language

pytestmark = pytest.mark.external("chromium", "pypdfium2")


@pytest.fixture(scope="module")
def printed(
    feedback: Callable[[str], FeedbackView], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Lang], tuple[str, list[PrintedPage]]]:
    """Return a case's page, and its printed pages."""

    @cache
    def pages(name: str, lang: Lang) -> tuple[str, list[PrintedPage]]:
        view = feedback(name)
        page = HtmlFeedback().writer(view.comparison.peers, lang)(view)
        assert isinstance(page, str)
        return page, print_pages(page, tmp_path_factory.mktemp("print"))

    return pages


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CASES)
def test_the_first_page_holds_what_the_board_reads(
    name: str, lang: Lang, printed: Any, feedback: Callable[[str], FeedbackView]
) -> None:
    view, first = feedback(name), printed(name, lang)[1][0].text
    own = [view.report.lead, *(domain.title for domain in view.report.domains)]
    own += [*view.report.decisions, *(gap.practice.title for gap in view.report.priorities)]
    for words in (*own, view.compared_with):
        assert bare(in_language(words, lang)) in first


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CASES)
def test_every_page_is_numbered_and_holds_together(name: str, lang: Lang, printed: Any) -> None:
    page, pages = printed(name, lang)
    for number, one in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in one.margins
        assert message(lang, "handling") in one.margins
        assert HEADING not in one.foot
    assert [number for number, one in enumerate(pages[:-1], 1) if one.filled < 1 / 3] == []
    if lang == "en":
        known = set(re.findall("[A-Za-z]{2,}", page))
        words = [word for one in pages for _, line in one.lines for word in words_of(line)]
        assert [word for word in words if word not in known] == []
