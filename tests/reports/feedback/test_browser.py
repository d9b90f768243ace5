"""The page in a real browser: nothing for axe-core to find, nothing wider than its window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.reports.feedback.conftest import CASES
from tests.reports.report.test_browser import probe

from cssa.messages import LANGS, Lang
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.formats.feedback import HtmlFeedback
from cssa.reports.publication_mark import PublicationMark

pytestmark = pytest.mark.external("chromium", "axe-core")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CASES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    name: str, lang: Lang, feedback: Callable[[str], FeedbackView], tmp_path: Path
) -> None:
    page = str(HtmlFeedback().render(feedback(name), lang))
    for width, dark in ((1280, False), (390, True)):
        folder = tmp_path / f"{width}"
        folder.mkdir()
        result = probe(page, folder, width=width, dark=dark)
        assert (result["rules"], result["out"]) == ([], []), f"at {width}"
        assert result["scripts"] == 2, "the page itself has no script"


@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing_in_a_marked_page(
    lang: Lang, feedback: Callable[[str], FeedbackView], tmp_path: Path
) -> None:
    view = feedback("ten")
    marked = replace(view, report=replace(view.report, mark=PublicationMark("corrected", 2)))
    page = str(HtmlFeedback().render(marked, lang))
    for width, dark in ((1280, False), (390, True)):
        folder = tmp_path / f"{width}"
        folder.mkdir()
        result = probe(page, folder, width=width, dark=dark)
        assert (result["rules"], result["out"]) == ([], []), f"at {width}"
