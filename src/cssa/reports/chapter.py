"""The chapter of good practices and common problems, by domain, section and practice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText
from cssa.messages import Lang
from cssa.peers.chapter import ChapterEntry

if TYPE_CHECKING:
    from cssa.reports.aggregate.aggregate_view import AggregateView


@dataclass(frozen=True, slots=True)
class ChapterPractice:
    """A practice with the entries about it."""

    practice: Practice
    entries: tuple[ChapterEntry, ...]


@dataclass(frozen=True, slots=True)
class ChapterSection:
    """A section with its practices, or the practices of a domain itself.

    Attributes:
        id: None where the practices are the domain's own.
    """

    id: str | None
    title: AnyText
    practices: tuple[ChapterPractice, ...]


@dataclass(frozen=True, slots=True)
class ChapterDomain:
    """A domain with the sections about which there are entries."""

    id: str
    title: AnyText
    sections: tuple[ChapterSection, ...]


def build_chapter(
    entries: Iterable[ChapterEntry], checklist: Checklist
) -> tuple[ChapterDomain, ...]:
    """Return entries by domain, section and practice, in checklist order.

    Args:
        entries: those of a practice in their order.
        checklist: the one that was answered.
    """
    by_practice: dict[str, list[ChapterEntry]] = {}
    for entry in entries:
        by_practice.setdefault(entry.practice, []).append(entry)
    domains = []
    for domain in checklist.domains:
        sections = tuple(
            ChapterSection(None if place is domain else place.id, place.title, practices)
            for place in (domain, *domain.sections)
            if (practices := tuple(_with_entries(place.practices, by_practice)))
        )
        if sections:
            domains.append(ChapterDomain(domain.id, domain.title, sections))
    return tuple(domains)


def _with_entries(
    practices: Iterable[Practice], entries: dict[str, list[ChapterEntry]]
) -> Iterator[ChapterPractice]:
    for practice in practices:
        if practice.id in entries:
            yield ChapterPractice(practice, tuple(entries[practice.id]))


def render_chapter(view: "AggregateView", lang: Lang) -> str:
    """Return the chapter as a document of its own, in Markdown.

    Args:
        view: of the public edition.
        lang: language of all but the issuer's words.
    """
    from cssa.reports.templates import shipped_template

    return shipped_template("chapter/chapter.md.j2", lang).render(view=view)
