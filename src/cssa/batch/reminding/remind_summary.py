"""The summary of a day's reminders, as a page for a terminal."""

from collections.abc import Iterator
from pathlib import Path

from cssa.batch.outputs.reason_columns import reason_columns
from cssa.batch.reminding.remind_run import REMINDER_LIST, Reminders
from cssa.batch.reminding.reminder_case import ReminderCase
from cssa.messages import Lang, message
from cssa.messages.visible import one_line
from cssa.reports.page import Column, Page, Paragraph, Table


def remind_page(reminders: Reminders, root: Path, lang: Lang) -> Page:
    """Return what was written, who gets nothing and why, and what to open.

    Args:
        reminders: of the day.
        root: the folder of the letters.
        lang: the page's language.
    """
    return (
        tuple(_counts(reminders, root, lang)),
        tuple(_waiting(reminders.waiting, lang)),
        tuple(_notes(reminders, lang)),
        (
            Paragraph(message(lang, "batch.summary.open"), "heading"),
            Paragraph(
                message(lang, "batch.remind.open.list", {"path": root / REMINDER_LIST}),
                indent="  ",
                is_whole=True,
            ),
        ),
    )


def _counts(reminders: Reminders, root: Path, lang: Lang) -> Iterator[Paragraph | Table]:
    total = sum(reminders.kinds.values())
    facts = {"count": total, "routes": reminders.routes, "path": root}
    yield Paragraph(message(lang, "batch.remind.done", facts), "done", is_whole=True)
    columns = (Column("", "right", at_least=8), Column("", breaks="anywhere"))
    rows = [
        (str(count), message(lang, f"batch.remind.kind.{kind}"))
        for kind, count in reminders.kinds.items()
    ]
    if rows:
        yield Table(columns, rows)
    if reminders.acknowledged:
        counted = {"count": reminders.acknowledged}
        yield Paragraph(message(lang, "batch.remind.acknowledged", counted), is_whole=True)


def _waiting(cases: tuple[ReminderCase, ...], lang: Lang) -> Iterator[Paragraph | Table]:
    """Yield who gets nothing because a file lies there that is not used yet."""
    if not cases:
        return
    counted = {"count": len(cases)}
    yield Paragraph(message(lang, "batch.remind.waiting", counted), "open", is_whole=True)
    rows = [
        (
            case.row.id,
            one_line(case.row.name),
            " / ".join(message(lang, code) for code in case.waits_for),
        )
        for case in cases
    ]
    yield Table(reason_columns(lang), rows)


def _notes(reminders: Reminders, lang: Lang) -> Iterator[Paragraph]:
    for name, entries in (
        ("without_address", reminders.without_address),
        ("kept_back", reminders.kept_back),
        ("unaddressed", tuple(filing.path for filing in reminders.unaddressed)),
    ):
        if entries:
            params = {"count": len(entries), "first": one_line(entries[0])}
            text = message(lang, f"batch.remind.{name}", params)
            yield Paragraph(text, "open", is_whole=True)
