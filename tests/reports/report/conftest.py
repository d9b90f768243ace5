"""Institutions and their reports: four of the shipped checklist, one hostile, one small."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cssa.cli.environment import assess_file, open_workspace
from cssa.cli.previous import compare_with_previous
from cssa.cli.report import view_of
from cssa.reports.report_view import ReportView
from cssa.workspace import Assessment

HERE = Path(__file__).resolve().parent
AS_OF = date(2026, 11, 20)


class Page(HTMLParser):
    """The words of a page, without its style sheet, and its headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.words.append(data)
        if any(re.fullmatch("h[1-6]", tag) for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], Page]:
    """Read a page's words, headings and elements."""
    return Page


def view(answers: Path, checklist: Path | None = None, previous: Sequence[Path] = ()) -> ReportView:
    """Return the view of an answers file."""
    workspace = open_workspace(None if checklist is None else str(checklist))
    assessment = assess_file(workspace, str(answers), as_of=AS_OF)
    earlier = compare_with_previous(workspace, list(map(str, previous)), assessment)
    return view_of(workspace, assessment, earlier)


@pytest.fixture(scope="session")
def institution() -> Callable[[str], ReportView]:
    """Return the view of one of the institutions by name, beside its earlier years."""
    folder = HERE / "institutions"
    return cache(
        lambda name: view(folder / f"{name}.yaml", previous=[*folder.glob(f"{name}-20??.yaml")])
    )


@pytest.fixture(scope="session")
def small() -> ReportView:
    """The view of the small checklist's answers, beside those of a year before."""
    before = [HERE / "small" / "answers-2025.yaml"]
    return view(HERE / "small" / "answers.yaml", HERE / "small" / "checklist", before)


def assess_small(answers: Path, as_of: date = AS_OF) -> Assessment:
    """Assess answers to the small checklist."""
    workspace = open_workspace(str(HERE / "small" / "checklist"))
    return assess_file(workspace, str(answers), as_of=as_of)
