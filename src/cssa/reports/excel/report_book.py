"""The workbook as a whole: its sheets in order, and what they share."""

import io

from cssa.excel.new_workbook import new_workbook
from cssa.excel.report_styles import ReportStyles
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.excel.sheet_writer import SheetWriter
from cssa.messages import Lang, message
from cssa.reports.excel import (
    answers_sheet,
    domains_sheet,
    figures_sheet,
    gaps_sheets,
    method_sheet,
    peers_sheets,
    summary_sheet,
)
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.report_view import ReportView
from cssa.signature import OutputKind


def make(view: ReportView, lang: Lang, feedback: FeedbackView | None = None) -> bytes:
    """Return the workbook.

    Args:
        view: what it says.
        lang: its language.
        feedback: what a comparison group adds, on sheets after the first.
    """
    stream = io.BytesIO()
    words = CellWords(lang)
    title, handling = words(view.title), words("report.handling")
    book = new_workbook(stream, title=title, subject=handling, category=OutputKind.REPORT.category)
    styles = ReportStyles(book, lang)
    standing = title if view.mark is None else f"{words.of(view.mark.label)} · {title}"
    running = PageEdges(view.result.institution.name, handling, standing)

    def add(name: str, widths: tuple[float, ...], *, landscape: bool) -> PrintedSheet:
        label = message(lang, f"report.sheet.{name}")
        sheet = PrintedSheet(SheetWriter(book.add_worksheet(label), label), styles, widths)
        sheet.set_up_print(running, landscape=landscape)
        return sheet

    first = add("summary", summary_sheet.WIDTHS, landscape=False)
    if feedback is not None:
        peers_sheets.write(add("peers", peers_sheets.WIDTHS, landscape=True), feedback, words)
        shares = add("shares", peers_sheets.share_widths(words), landscape=True)
        peers_sheets.write_shares(shares, feedback, words)
    numbers = add("figures", figures_sheet.widths(words), landscape=True)
    by_domain = add("domains", domains_sheet.WIDTHS, landscape=True)
    to_mend = add("gaps", gaps_sheets.widths(words), landscape=True)
    treated = add("treatments", gaps_sheets.treatment_widths(words), landscape=True)
    said = add("answers", answers_sheet.widths(words), landscape=True)
    found = add("findings", gaps_sheets.finding_widths(words), landscape=True)
    how = add("method", method_sheet.WIDTHS, landscape=False)

    places = answers_sheet.write(said, view, words)
    figures_sheet.write(numbers, view, words)
    data = domains_sheet.write(by_domain, view, words, book)
    summary_sheet.write(first, view, words, book, data)
    gaps_sheets.write(to_mend, view, words, places)
    gaps_sheets.write_treatments(treated, view, words, places)
    gaps_sheets.write_findings(found, view, words, places)
    method_sheet.write(how, view, words)
    first.raw.activate()
    book.close()
    return stream.getvalue()
