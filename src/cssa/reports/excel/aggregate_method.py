"""The aggregate's sheet on method: how it was made, and how to read and cite it."""

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn
from cssa.reports.aggregate.aggregate_view import AggregateView
from cssa.reports.excel.cell_words import CellWords

WIDTHS = (44, 14, 34)


def write(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    """Write the sheet.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    sheet.heading(words("aggregate.h.groups"))
    if view.groups:
        sheet.paragraph(words("aggregate.groups.note"), "soft")
        columns = [
            SheetColumn(words("aggregate.column.group"), WIDTHS[0]),
            SheetColumn(words("aggregate.column.n"), WIDTHS[1], "count"),
        ]
        rows: list[Row] = [
            ["　" * group.depth + words.text(group.title), group.n] for group in view.groups
        ]
        sheet.table(columns, rows)
        sheet.blank_row()
    for text in view.withheld:
        sheet.paragraph(words.text(text))
    sheet.heading(words("aggregate.h.method"))
    for text in view.method:
        sheet.paragraph(words.text(text))
    if view.has_levels:
        sheet.heading(words("report.h.levels"))
    for level in view.sources.scales.levels if view.has_levels else ():
        sheet.labelled_text(f"{level.level} {words.text(level.name)}", words.text(level.meaning))
    sheet.heading(words("aggregate.h.cite"))
    sheet.paragraph(words.text(view.citation))
    sheet.heading(words("report.h.disclaimers"))
    for disclaimer in view.disclaimers:
        sheet.paragraph(words.text(disclaimer))
