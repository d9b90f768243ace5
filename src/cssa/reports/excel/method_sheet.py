"""The report's sheet on method: how the figures are made, and how to read the document."""

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.report_view import ReportView

WIDTHS = (34, 20, 38)


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    """Write the sheet.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    sheet.heading(words("report.h.method"))
    if view.has_scores:
        description = words.text(view.scheme.description)
        sheet.paragraph(f"{description}{words.space}{words('report.method.missing')}")
    if view.has_targets and view.targets.note:
        sheet.paragraph(words.text(view.targets.note))
    for paragraph in view.peer_method:
        sheet.paragraph(words.text(paragraph))
    if view.has_levels:
        sheet.heading(words("report.h.levels"))
    for level in view.scales.levels if view.has_levels else ():
        sheet.labelled_text(f"{level.level} {words.text(level.name)}", words.text(level.meaning))
    if view.facts:
        sheet.heading(words("report.h.profile"))
    columns = [SheetColumn("", width) for width in WIDTHS]
    rows: list[Row] = [
        [StyledCell(words.text(fact.question), "label"), words.text(fact.value), fact.reason or ""]
        for fact in view.facts
    ]
    sheet.rows(columns, rows)
    sheet.heading(words("report.h.sources"))
    for line in view.provenance:
        sheet.labelled_text(words.text(line.name), words.text(line.value))
    sheet.heading(words("report.h.disclaimers"))
    for disclaimer in view.disclaimers:
        sheet.paragraph(words.text(disclaimer))
