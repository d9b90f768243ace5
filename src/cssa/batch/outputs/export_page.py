"""The summary of an export, as a page for a terminal."""

from collections.abc import Iterator
from pathlib import Path

from cssa.batch.export import ExportResult
from cssa.messages import Lang, message
from cssa.messages.wording import in_language, listed
from cssa.reports.page import Cell, Column, Page, Paragraph, Table
from cssa.store.export.folder import CODEBOOK


def export_page(result: ExportResult, output: Path, lang: Lang) -> Page:
    """Return what was exported, with the rows of each table, and what it must not be used for.

    Args:
        result: of the export.
        output: the folder of the tables.
        lang: the page's language.
    """
    edition, counts = result.edition, result.sharing
    if counts is not None and not result.rows:
        params = {"left": counts.suppressed, "min_group": edition.facts["min_group"]}
        return ((Paragraph(message(lang, "export.nothing_left", params), "failed"),),)
    done = {"path": output, "campaigns": in_language(listed(edition.campaigns), lang, message)}
    return (
        (
            Paragraph(message(lang, f"export.done.{edition.kind}", done), "done", is_whole=True),
            _tables(result, lang),
        ),
        tuple(_about(result, lang)),
        (
            Paragraph(message(lang, "batch.summary.open"), "heading"),
            Paragraph(
                message(lang, "export.open", {"path": output / CODEBOOK}),
                indent="  ",
                is_whole=True,
            ),
        ),
    )


def _tables(result: ExportResult, lang: Lang) -> Table:
    columns = (Column("", "right", at_least=8), Column(""), Column("", breaks="anywhere"))
    rows = [
        (str(count), Cell(name, None), message(lang, f"export.table.{name}"))
        for name, count in result.rows.items()
    ]
    return Table(columns, rows)


def _about(result: ExportResult, lang: Lang) -> Iterator[Paragraph]:
    """Yield what the codebook states about the edition."""
    for paragraph in result.edition.about:
        yield Paragraph(str(in_language(paragraph, lang, message)))
