"""The sheet on how the figures come about, and how the document is to be read."""

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.report_view import ReportView

WIDTHS = (34, 20, 38)


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    """Write the sheet."""
    sheet.heading(words("report.h.method"))
    described = words.of(view.scheme.description)
    sheet.wide(f"{described}{words.space}{words('report.method.missing')}")
    if view.targets.note:
        sheet.wide(words.of(view.targets.note))
    for one in view.compared:
        sheet.wide(words.of(one))
    sheet.heading(words("report.h.levels"))
    for level in view.scales.levels:
        sheet.labelled(f"{level.level} {words.of(level.name)}", words.of(level.meaning))
    sheet.heading(words("report.h.profile"))
    columns = [SheetColumn("", width) for width in WIDTHS]
    rows: list[Row] = [
        [StyledCell(words.of(fact.question), "label"), words.of(fact.value), fact.reason or ""]
        for fact in view.facts
    ]
    sheet.lines(columns, rows)
    sheet.heading(words("report.h.sources"))
    for row in view.sources:
        sheet.labelled(words.of(row.name), words.of(row.value))
    sheet.heading(words("report.h.disclaimers"))
    for one in view.disclaimers:
        sheet.wide(words.of(one))
