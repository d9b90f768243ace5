"""The pages in a real browser: nothing for axe-core to find, nothing wider than its window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reports.aggregate.worlds import World
from tests.reports.report.test_browser import probe

from cssa.messages import LANGS, Lang
from cssa.reports.formats.aggregate import HtmlAggregate

pytestmark = pytest.mark.external("chromium", "axe-core")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", ["public", "restricted"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    edition: str, lang: Lang, large: Callable[[], World], tmp_path: Path
) -> None:
    page = HtmlAggregate().render(large().view(restricted=edition == "restricted"), lang)
    for width, dark in ((1280, False), (390, True)):
        folder = tmp_path / f"{width}"
        folder.mkdir()
        result = probe(str(page), folder, width=width, dark=dark)
        assert (result["rules"], result["out"]) == ([], []), f"at {width}"
        assert result["wide"] == width
        assert result["scripts"] == 2, "the page itself has no script"
