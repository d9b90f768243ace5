"""Published cases stand in feedback where the campaign says so, and never in the public aggregate."""

from pathlib import Path

import pytest

from cssa.answers.campaign import read_campaign
from cssa.messages import message

from .conftest import Batched, Drawn

LINKING, CAPTION = (message("en", f"incidents.{name}") for name in ("linking", "caption"))
TRENDS = message("en", "aggregate.h.trends")


@pytest.mark.parametrize("when", ["before", "after"])
def test_feedback_shows_cases_where_the_campaign_says_so(
    when: str, batched: Batched, published: Batched, drawn: Drawn
) -> None:
    assert read_campaign((drawn.folder / "campaign.yaml").read_bytes(), "").incidents
    batch = batched if when == "before" else published
    pages = list((batch.folder / "feedback").glob("*/feedback.html"))
    assert pages
    assert any(LINKING in page.read_text(encoding="utf-8") for page in pages)


def test_a_campaign_that_does_not_say_so_shows_none(drawn: Drawn) -> None:
    text = (drawn.folder / "campaign.yaml").read_text(encoding="utf-8")
    assert not read_campaign(text.replace("incidents: true\n", "").encode(), "").incidents
    golden = Path(__file__).parents[1] / "reports" / "feedback" / "golden"
    pages = [page.read_text(encoding="utf-8") for page in golden.glob("*.en.html")]
    assert pages
    assert not any(words in page for page in pages for words in (LINKING, CAPTION))


def test_the_public_aggregate_shows_neither_cases_nor_trends(published: Batched) -> None:
    pages = {
        name: (published.folder / name).read_text(encoding="utf-8")
        for name in ("public/aggregate.html", "private/restricted.html")
    }
    assert not any(words in page for page in pages.values() for words in (LINKING, CAPTION))
    assert [name for name, page in pages.items() if TRENDS in page] == ["private/restricted.html"]
