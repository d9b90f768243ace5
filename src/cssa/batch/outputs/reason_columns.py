"""The columns of a table of institutions with reasons, as two summaries have it."""

from cssa.messages import Lang, message
from cssa.reports.page import Column


def reason_columns(lang: Lang) -> tuple[Column, ...]:
    """Return the columns: ID, name, and the reasons, which are never cut.

    Args:
        lang: the page's language.
    """
    return (
        Column(message(lang, "batch.column.institution")),
        Column(message(lang, "batch.column.name"), breaks="anywhere"),
        Column(message(lang, "batch.column.reasons"), breaks="in lists"),
    )
