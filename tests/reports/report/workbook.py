"""Reading the report's workbook back, with another library than the one that wrote it."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

from cssa.messages import Lang
from cssa.reports.formats.report import WorkbookReport
from cssa.reports.report_view import ReportView


def open_report(view: ReportView, lang: Lang) -> Any:
    """Return the workbook of a view."""
    return load(data_of(view, lang))


def load(data: bytes) -> Any:
    """Return a workbook by its bytes."""
    return load_workbook(io.BytesIO(data))


def data_of(view: ReportView, lang: Lang) -> bytes:
    """Return the workbook's bytes."""
    return WorkbookReport().render(view, lang)


def cells(book: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every cell that holds something, with its sheet."""
    for sheet in book:
        for row in sheet.iter_rows():
            yield from ((sheet, cell) for cell in row if cell.value is not None)


def texts(book: Any) -> list[str]:
    """Return every text of a workbook."""
    return [cell.value for _, cell in cells(book) if isinstance(cell.value, str)]


def contents(book: Any) -> str:
    """Return what stands in each cell, a line each: text quoted, numbers and dates bare."""
    lines = []
    for sheet in book:
        lines.append(f"## {sheet.title}")
        for _, cell in cells([sheet]):
            value = cell.value
            shown = value.date().isoformat() if isinstance(value, datetime) else repr(value)
            lines.append(f"{cell.coordinate} {shown}")
    return "\n".join(lines) + "\n"


def tables(book: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of the sheets that can be filtered, by their headings."""
    rows_by_sheet = {}
    for sheet in book:
        if sheet.auto_filter.ref:
            rows = [[cell.value for cell in row] for row in sheet[sheet.auto_filter.ref]]
            rows_by_sheet[sheet.title] = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    return rows_by_sheet
