"""The summary of what was handed out, as a page for a terminal."""

from collections.abc import Iterator
from pathlib import Path

from cssa.batch.delivering.deliver_run import DELIVERY_LIST, Delivery, NotMade
from cssa.batch.outputs.reason_columns import reason_columns
from cssa.messages import Lang, message
from cssa.messages.visible import one_line
from cssa.reports.page import Page, Paragraph, Table


def deliver_page(delivery: Delivery, root: Path, lang: Lang, *, protected: bool) -> Page:
    """Return what was made, what was not and why, and what to open.

    Args:
        delivery: what was made.
        root: the folder of the packages.
        lang: the page's language.
        protected: whether packages are encrypted.
    """
    return (
        tuple(_counts(delivery, root, lang, protected=protected)),
        tuple(_not_made(delivery.not_made, lang)),
        tuple(_to_open(delivery, root, lang)),
    )


def _counts(delivery: Delivery, root: Path, lang: Lang, *, protected: bool) -> Iterator[Paragraph]:
    if delivery.made:
        facts = {"count": delivery.made, "path": root}
        yield Paragraph(message(lang, "batch.deliver.done", facts), "done", is_whole=True)
        code = "done_protected" if protected else "done_plain"
        yield Paragraph(message(lang, f"batch.deliver.{code}"), is_whole=True)
    elif not delivery.not_made:
        yield Paragraph(message(lang, "batch.deliver.nothing"), is_whole=True)
    if delivery.delivered:
        counted = {"count": delivery.delivered}
        yield Paragraph(message(lang, "batch.deliver.delivered", counted), is_whole=True)
    if delivery.without_address:
        names = delivery.without_address
        params = {"count": len(names), "first": one_line(names[0])}
        text = message(lang, "batch.issue.without_address", params)
        yield Paragraph(text, "open", is_whole=True)


def _not_made(institutions: tuple[NotMade, ...], lang: Lang) -> Iterator[Paragraph | Table]:
    if not institutions:
        return
    counted = {"count": len(institutions)}
    yield Paragraph(message(lang, "batch.deliver.not_made", counted), "failed", is_whole=True)
    rows = [
        (row.id, one_line(row.name), one_line(message(lang, problem.code, problem.params)))
        for row, problems in institutions
        for problem in problems
    ]
    yield Table(reason_columns(lang), rows)


def _to_open(delivery: Delivery, root: Path, lang: Lang) -> Iterator[Paragraph]:
    if not delivery.made:
        return
    yield Paragraph(message(lang, "batch.summary.open"), "heading")
    text = message(lang, "batch.deliver.open.list", {"path": root / DELIVERY_LIST})
    yield Paragraph(text, indent="  ", is_whole=True)
