"""What is removed from a campaign's folder, and what is not, as a page for a terminal."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cssa.batch.outputs.folder import FEEDBACK, KEPT, RETURNS
from cssa.batch.purging.purge import Purge
from cssa.batch.purging.purge_record import PURGED, PurgeRecord
from cssa.batch.reminding.remind_run import REMINDERS_FOLDER
from cssa.messages import Lang, message
from cssa.messages.arguments import argument
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import one_line
from cssa.reports.page import Block, Column, Page, Paragraph, Table

_KILO = 1_000
_PLACES = (KEPT, FEEDBACK, RETURNS, REMINDERS_FOLDER)
"""Folders that are shown as one line; other files are shown by name."""


def preview_page(purge: Purge, record: PurgeRecord, out: Path, lang: Lang) -> Page:
    """Return what would be removed, what stays, and how to remove it.

    Args:
        purge: what would be removed.
        record: of the purge, as it would be or was begun.
        out: the batch's folder.
        lang: the page's language.
    """
    until = {"until": TYPOGRAPHY[lang].date(record.retain_until)}
    begins = Paragraph(message(lang, "batch.purge.preview", until), "heading", is_whole=True)
    return (
        (begins, _table(purge, lang)),
        _left(purge, lang),
        (
            Paragraph(
                message(lang, "batch.purge.say_yes", {"out": argument(out)}), "open", is_whole=True
            ),
        ),
    )


def resumed_page(purge: Purge, out: Path, lang: Lang) -> Page:
    """Return what is left to be removed by a purge that was interrupted.

    Args:
        purge: what is left.
        out: the batch's folder.
        lang: the page's language.
    """
    return (
        (
            Paragraph(message(lang, "batch.purge.unfinished_preview"), "heading", is_whole=True),
            _table(purge, lang),
        ),
        (
            Paragraph(
                message(lang, "batch.purge.say_yes", {"out": argument(out)}), "open", is_whole=True
            ),
        ),
    )


def done_page(purge: Purge, record: PurgeRecord, out: Path, lang: Lang) -> Page:
    """Return what was removed, and what is left.

    Args:
        purge: what was there.
        record: of what was removed.
        out: the batch's folder.
        lang: the page's language.
    """
    facts = {"count": len(record.files), "path": out / PURGED}
    done = Paragraph(message(lang, "batch.purge.done", facts), "done", is_whole=True)
    return ((done,), _left(purge, lang))


def already_page(record: PurgeRecord, out: Path, lang: Lang) -> Page:
    """Return that everything was removed before.

    Args:
        record: of what was removed.
        out: the batch's folder.
        lang: the page's language.
    """
    facts = {"on": TYPOGRAPHY[lang].date(record.on), "path": out / PURGED}
    return ((Paragraph(message(lang, "batch.purge.already", facts), "done", is_whole=True),),)


def _table(purge: Purge, lang: Lang) -> Table:
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for name, size in purge.sizes.items():
        place = next((f"{part}/" for part in _PLACES if name.startswith(f"{part}/")), name)
        counts[place] += 1
        sizes[place] += size
    rows = [(place, str(counts[place]), _kilobytes(sizes[place])) for place in sorted(counts)]
    total = (
        message(lang, "batch.purge.total"), str(counts.total()), _kilobytes(sizes.total()),
    )  # fmt: skip
    columns = (
        Column(message(lang, "batch.purge.column.where"), breaks="anywhere"),
        Column(message(lang, "batch.purge.column.files"), "right"),
        Column(message(lang, "batch.purge.column.size"), "right"),
    )
    return Table(columns, [*rows, total], has_total=True)


def _kilobytes(size: int) -> str:
    return f"{-(-size // _KILO):,}"


def _left(purge: Purge, lang: Lang) -> Block:
    return tuple(_left_lines(purge, lang))


def _left_lines(purge: Purge, lang: Lang) -> Iterator[Paragraph]:
    if purge.stays:
        names = {"names": TYPOGRAPHY[lang].join(purge.stays)}
        yield Paragraph(message(lang, "batch.purge.stays", names))
    if purge.foreign:
        params = {"count": len(purge.foreign), "first": one_line(purge.foreign[0])}
        yield Paragraph(message(lang, "batch.purge.foreign", params), "open", is_whole=True)
    yield Paragraph(message(lang, "batch.purge.elsewhere"))
