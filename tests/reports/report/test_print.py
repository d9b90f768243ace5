"""The report on paper: what Chromium prints on A4, page by page."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import external_tool

from cssa.messages import LANGS, Lang, message
from cssa.reports.formats.report import HtmlReport
from cssa.reports.phrases import in_language
from cssa.reports.report_view import ReportView

NAMES = ("typical", "nearly-empty", "excellent", "long-names", "planned")

# Set on every heading, so that one can be told from other lines of the same words.
HEADING = "¶"

# In points. Header and footer stand outside.
TOP, BOTTOM = 842 - 46, 43

pytestmark = pytest.mark.external("chromium", "pypdfium2")


@dataclass(frozen=True)
class PrintedPage:
    """A page of the PDF: its lines of text as they are read, those of the margins apart."""

    lines: tuple[tuple[float, str], ...]
    margins: str

    @property
    def text(self) -> str:
        """All lines without any space, as breaks may stand anywhere in Japanese."""
        return bare("".join(text for _, text in self.lines))

    @property
    def filled(self) -> float:
        """How much of the page's height is used, from 0 to 1."""
        return (TOP - min(bottom for bottom, _ in self.lines)) / (TOP - BOTTOM)

    @property
    def foot(self) -> str:
        """The lowest line."""
        lowest = min((bottom for bottom, _ in self.lines), default=0)
        return " ".join(text for bottom, text in self.lines if bottom < lowest + 3)


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


def print_pages(page: str, folder: Path) -> list[PrintedPage]:
    """Print a page with Chromium and read the PDF."""
    import pypdfium2

    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(re.sub(r"</h([2-4])>", rf"{HEADING}</h\1>", page), encoding="utf-8")
    chromium = external_tool("chromium")
    assert chromium
    subprocess.run(
        [
            chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}",
            "--no-pdf-header-footer", source.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    return [_read(page) for page in pypdfium2.PdfDocument(target)]


def _read(page: Any) -> PrintedPage:
    text = page.get_textpage()
    lines: list[tuple[float, str]] = []
    margins = []
    for line in re.finditer(r"[^\r\n]+", text.get_text_range()):
        words = line[0].strip()
        if not words:
            continue
        _, bottom, _, top = text.get_charbox(line.start() + line[0].index(words[0]))
        if bottom > BOTTOM and top < TOP:
            lines.append((bottom, words))
        else:
            margins.append(words)
    return PrintedPage(tuple(lines), " ".join(margins))


@pytest.fixture(scope="module")
def printed(
    institution: Callable[[str], ReportView], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Lang], list[PrintedPage]]:
    """Return the pages of an institution's report."""

    @cache
    def pages(name: str, lang: Lang) -> list[PrintedPage]:
        page = HtmlReport().render(institution(name), lang)
        return print_pages(page, tmp_path_factory.mktemp("print"))

    return pages


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
class TestPages:
    """Each institution's report in each language."""

    def test_the_first_page_holds_what_the_board_reads(
        self, name: str, lang: Lang, printed: Any, institution: Callable[[str], ReportView]
    ) -> None:
        view, first = institution(name), printed(name, lang)[0].text
        own: list[Any] = [view.lead, *(part.title for part in view.domains), *view.decisions]
        own += [gap.practice.title for gap in view.priorities]
        own += [why for gap in view.priorities if (why := gap.practice.definition.why)]
        own += [plan.owner for gap in view.priorities if (plan := gap.practice.answer.plan)]
        own += [view.direction] if view.direction else []
        for words in own:
            assert bare(in_language(words, lang)) in first
        for code in ("domains", "priorities", "decide"):
            assert bare(message(lang, f"report.h.{code}")) + HEADING in first
        assert bare(view.result.institution.name) in first

    def test_every_page_has_its_number_and_how_to_handle_it(
        self, name: str, lang: Lang, printed: Any
    ) -> None:
        pages = printed(name, lang)
        for number, page in enumerate(pages, start=1):
            assert f"{number} / {len(pages)}" in page.margins
            assert message(lang, "handling") in page.margins

    def test_no_page_but_the_last_is_under_a_third_full(
        self, name: str, lang: Lang, printed: Any
    ) -> None:
        assert [
            (number, page.filled)
            for number, page in enumerate(printed(name, lang)[:-1], start=1)
            if page.filled < 1 / 3
        ] == []

    def test_no_heading_stands_at_the_foot_of_a_page(
        self, name: str, lang: Lang, printed: Any
    ) -> None:
        pages = printed(name, lang)
        assert sum(HEADING in page.text for page in pages) > 3
        for page in pages:
            assert HEADING not in page.foot

    def test_no_word_is_broken_and_no_hash_is_printed_whole(
        self, name: str, lang: Lang, printed: Any, institution: Callable[[str], ReportView]
    ) -> None:
        page = HtmlReport().render(institution(name), lang)
        assert institution(name).result.checklist.fingerprint in re.sub("<[^>]+>", "", page)
        lines = [text for page in printed(name, lang) for _, text in page.lines]
        assert not re.search("[0-9a-f]{40}", bare("".join(lines)))
        for code in ("report.yes", "report.no"):
            short = message(lang, code)
            whole = sum(line.split().count(short) for line in lines)
            assert whole >= page.count(f">{short}</td>")
        if lang == "en":
            known = set(re.findall("[A-Za-z]{2,}", page))
            assert [word for line in lines for word in words_of(line) if word not in known] == []


def words_of(text: str) -> list[str]:
    """Return the words of letters only, other than one that is cut short by an ellipsis."""
    return re.findall(r"(?<![\w.…⋯@/-])[A-Za-z]{2,}(?![\w…⋯@/])", text)


def test_a_page_that_falls_apart_is_found_out(
    institution: Callable[[str], ReportView], tmp_path: Path
) -> None:
    page = HtmlReport().render(institution("excellent"), "en")
    torn = page.replace(
        "</style>",
        "@media print { .part h3 { break-after: page !important; } "
        ".trust td { padding-right: 75mm !important; overflow-wrap: anywhere !important; } }</style>",
    )
    pages = print_pages(torn, tmp_path)
    known = set(re.findall("[A-Za-z]{2,}", page))
    words = [word for page in pages for _, line in page.lines for word in words_of(line)]
    assert [word for word in words if word not in known]
    assert [page for page in pages if HEADING in page.foot]
    assert [page for page in pages[:-1] if page.filled < 1 / 3]
