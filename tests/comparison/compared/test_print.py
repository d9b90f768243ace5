"""The comparison on paper: five years with a checklist that changed twice, on one page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.comparison.compared.conftest import FIVE, YEARS
from tests.reports.report.test_print import bare, print_pages

from cssa.messages import LANGS, Lang, message

pytestmark = [pytest.mark.external("chromium", "pypdfium2"), pytest.mark.usefixtures("five")]


@pytest.mark.parametrize("lang", LANGS)
def test_five_years_are_read_on_the_first_page(
    cssa_inline: Callable[..., Any], tmp_path: Path, lang: Lang
) -> None:
    page = tmp_path / "c.html"
    targets = ("--target", FIVE / "targets.yaml")
    run = cssa_inline("compare", *YEARS, *targets, "-o", page, lang=lang)
    pages = print_pages(page.read_text(encoding="utf-8"), tmp_path)
    first = pages[0].text
    *lead, _ = run.err.splitlines()
    versions = message(lang, "comparison.differs.version", {"before": "2024", "after": "2026"})
    for words in (*lead, message(lang, "comparison.h.scores"), versions, "2.75"):
        assert bare(words) in first
    for printed in pages:  # landscape: the head stands among the lines
        assert message(lang, "handling") in printed.text
    assert bare(message(lang, "comparison.h.below")) in pages[1].text
