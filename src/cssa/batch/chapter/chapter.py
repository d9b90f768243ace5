"""The chapter of good practices and common problems that follows from what the issuer marked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cssa.batch.chapter.marks import wording_of, wordings
from cssa.batch.chapter.note_list import standing_notes
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.settled_campaign import SettledCampaign
from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed
from cssa.peers.chapter import CHAPTER_KINDS, ChapterEntry, published_count
from cssa.peers.member import Coalition
from cssa.peers.peers_file import EVERY_FIGURE

CHAPTER_GROUP = "chapter"
"""Stands for the chapter where a group's id is expected when something is withdrawn."""


class Chapter(NamedTuple):
    """The chapter, and what is not in it.

    Attributes:
        waiting: number of marks without a wording.
        replaced: number of wordings of which no text is filed any more.
    """

    entries: tuple[ChapterEntry, ...] = ()
    waiting: int = 0
    replaced: int = 0


def chapter_of(
    settled: SettledCampaign, folder: OutFolder, min_group: int, coalitions: Sequence[Coalition]
) -> Chapter:
    """Return the chapter in checklist order, of a practice its good practices first.

    Args:
        settled: the campaign, with the texts of its run stored.
        folder: has the stored texts.
        min_group: the fewest institutions that a common problem is counted of.
        coalitions: institutions whose answers one reader has seen.
    """
    marks = settled.marks
    if not marks:
        return Chapter()
    standing = standing_notes(settled, folder)
    entered = wordings(marks)
    counted = frozenset(row.id for row in settled.rows if row.in_statistics)
    having: dict[tuple[str, str, str], set[str]] = {}
    for mark in marks:
        wording = wording_of(mark, entered)
        if wording is not None and mark.key in standing:
            entry = (mark.key.practice, mark.kind, wording)
            having.setdefault(entry, set()).add(mark.key.institution)
    entries = tuple(
        ChapterEntry(
            kind=kind,
            practice=practice,
            wording=wording,
            institutions=published_count(institutions & counted, min_group, coalitions)
            if kind == "common_problem"
            else None,
        )
        for practice in settled.processor.edition.checklist.placed
        for kind in CHAPTER_KINDS
        for wording in sorted(entered.get((practice, kind), ()))
        if (institutions := having.get((practice, kind, wording)))
    )
    return Chapter(
        entries,
        sum(wording_of(mark, entered) is None and mark.key in standing for mark in marks),
        sum(map(len, entered.values())) - len(entries),
    )


def without_entries(
    entries: Sequence[ChapterEntry], practice: str
) -> tuple[tuple[ChapterEntry, ...], tuple[ChapterEntry, ...]]:
    """Return what is left of a chapter and what is withdrawn of it.

    Args:
        entries: as published.
        practice: of which everything is withdrawn; ``*`` for the whole chapter.

    Raises:
        UsageError: when the chapter says nothing of the practice, or nothing at all.
    """
    if not entries:
        raise UsageError([Problem("batch.chapter.nothing_to_withdraw")])
    removed = tuple(entry for entry in entries if practice in (entry.practice, EVERY_FIGURE))
    if not removed:
        known = listed(dict.fromkeys(entry.practice for entry in entries))
        raise UsageError([Problem("batch.chapter.no_entry", {"found": practice, "known": known})])
    return tuple(entry for entry in entries if entry not in removed), removed


def later_entries(chapter: Chapter, published: Iterable[ChapterEntry]) -> int:
    """Return the number of entries that were never published, as they were made afterwards.

    Args:
        chapter: as it would be now.
        published: those of the edition, with the ones that were withdrawn since.
    """
    known = {(entry.practice, entry.kind, entry.wording) for entry in published}
    entries = ((entry.practice, entry.kind, entry.wording) for entry in chapter.entries)
    return sum(entry not in known for entry in entries)
