"""The chapter as committed, in each language and place; ``--update-golden`` writes it anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.reports.aggregate.worlds import SMALL, World, checklist
from tests.reports.report.conftest import Page

from cssa.messages import LANGS, Lang, message
from cssa.peers.chapter import ChapterEntry
from cssa.reports.aggregate.aggregate_view import build_aggregate_view
from cssa.reports.chapter import build_chapter, render_chapter
from cssa.reports.formats.registry import AGGREGATE_FORMATS, FEEDBACK_FORMATS

GOLDEN = Path(__file__).resolve().parent / "golden"

HOSTILE = "<script>alert(1)</script> | *表* {{ 7 * 7 }} [a](b) #1"
ENTRIES = (
    ChapterEntry(kind="good_practice", practice="1-1", wording="役員が、復元に立ち会っている。"),
    ChapterEntry(
        kind="common_problem", practice="1-1", wording="交代の手順がない。", institutions=12
    ),
    ChapterEntry(kind="common_problem", practice="1.1-1", wording="復元の所要時間を測っていない。"),
    ChapterEntry(kind="common_problem", practice="3.1-2", wording=HOSTILE, institutions=31),
)


@pytest.fixture(scope="module")
def world() -> World:
    world = World({"regional_bank": 24, "shinkin": 30}, SMALL)
    world.sources = replace(world.sources, chapter=ENTRIES)
    return world


@pytest.mark.parametrize("lang", LANGS)
def test_the_document_is_as_committed(
    lang: Lang, world: World, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"chapter.{lang}.md", render_chapter(world.view(), lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("restricted", [False, True])
def test_both_editions_of_the_aggregate_have_it_in_full(
    lang: Lang, world: World, *, restricted: bool
) -> None:
    view = world.view(restricted=restricted)
    page = Page(str(AGGREGATE_FORMATS["html"].render(view, lang)))
    text = str(AGGREGATE_FORMATS["md"].render(view, lang))
    heading = message(lang, "aggregate.h.chapter")
    assert (2, heading) in page.headings
    assert f"\n## {heading}\n" in text
    chapter = render_chapter(view, lang)
    entries = [line for line in chapter.splitlines() if line.startswith("- ")][-len(ENTRIES) :]
    for entry, line in zip(ENTRIES, entries, strict=True):
        assert entry.wording in "".join(page.words)
        assert line in text.splitlines()


def test_what_an_issuer_enters_is_text_and_nothing_else(world: World) -> None:
    page = AGGREGATE_FORMATS["html"].render(world.view(), "en")
    assert "<script>alert" not in page
    document = render_chapter(world.view(), "en")
    assert "&lt;script&gt;" in document
    assert "\\*表\\*" in document
    assert "{{" not in document


def test_a_chapter_of_which_all_was_withdrawn_says_so(world: World) -> None:
    sources = replace(world.sources, chapter=())
    view = build_aggregate_view(world.publication.peers, sources, world.participation)
    assert message("en", "chapter.withdrawn") in render_chapter(view, "en")
    assert message("en", "aggregate.h.chapter") not in AGGREGATE_FORMATS["md"].render(view, "en")


def test_practices_stand_in_the_order_of_the_checklist() -> None:
    domains = build_chapter(reversed(ENTRIES), checklist(SMALL))
    shown = [
        (domain.id, section.id, about.practice.id, [entry.kind for entry in about.entries])
        for domain in domains
        for section in domain.sections
        for about in section.practices
    ]
    assert shown == [
        ("1", None, "1-1", ["common_problem", "good_practice"]),
        ("1", "1.1", "1.1-1", ["common_problem"]),
        ("3", "3.1", "3.1-2", ["common_problem"]),
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format_", ["html", "md"])
def test_feedback_has_it_beside_the_other_comparisons(
    format_: str, lang: Lang, feedback: Callable[[str], Any]
) -> None:
    chapter = build_chapter(ENTRIES, checklist(SMALL))
    view = replace(feedback("large"), chapter=chapter)
    document = FEEDBACK_FORMATS[format_].render(view, lang)
    assert message(lang, "report.h.chapter") in document
    assert "交代の手順がない。" in document
    assert message(lang, "chapter.institutions", {"count": 12}) in document
