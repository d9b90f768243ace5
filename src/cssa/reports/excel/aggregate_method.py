"""The sheet on how the aggregate was made, and how it is to be read and quoted."""

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn
from cssa.reports.aggregate.aggregate_view import AggregateView
from cssa.reports.excel.cell_words import CellWords

WIDTHS = (44, 14, 34)


def write(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    """Write the sheet."""
    sheet.heading(words("aggregate.h.groups"))
    if view.groups:
        sheet.wide(words("aggregate.groups.note"), "soft")
        columns = [
            SheetColumn(words("aggregate.column.group"), WIDTHS[0]),
            SheetColumn(words("aggregate.column.n"), WIDTHS[1], "count"),
        ]
        rows: list[Row] = [["　" * one.depth + words.of(one.title), one.n] for one in view.groups]
        sheet.table(columns, rows)
        sheet.gap()
    for text in view.withheld:
        sheet.wide(words.of(text))
    sheet.heading(words("aggregate.h.method"))
    for text in view.method:
        sheet.wide(words.of(text))
    sheet.heading(words("report.h.levels"))
    for level in view.basis.scales.levels:
        sheet.labelled(f"{level.level} {words.of(level.name)}", words.of(level.meaning))
    sheet.heading(words("aggregate.h.cite"))
    sheet.wide(words.of(view.citation))
    sheet.heading(words("report.h.disclaimers"))
    for text in view.disclaimers:
        sheet.wide(words.of(text))
