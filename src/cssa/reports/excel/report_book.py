"""The report's workbook: its sheets in order, and what they share."""

from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.messages import Lang
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


def write_report(view: ReportView, lang: Lang, feedback: FeedbackView | None = None) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
        lang: its language.
        feedback: what a comparison group adds, on sheets after the first.
    """
    words = CellWords(lang)
    title = words(view.title)
    heading = title if view.mark is None else f"{words.text(view.mark.label)} · {title}"
    edges = PageEdges(view.result.institution.name, words("report.handling"), heading)
    book = PrintedWorkbook(lang, title=title, edges=edges, category=OutputKind.REPORT.category)

    def add(name: str, widths: tuple[float, ...], *, landscape: bool = True) -> PrintedSheet:
        return book.add_sheet(words(f"report.sheet.{name}"), widths, landscape=landscape)

    summary = add("summary", summary_sheet.WIDTHS, landscape=False)
    if feedback is not None:
        peers_sheets.write(add("peers", peers_sheets.WIDTHS), feedback, words)
        shares = add("shares", peers_sheets.share_widths(words))
        peers_sheets.write_shares(shares, feedback, words)
        if feedback.answers:
            options = add("options", peers_sheets.option_widths(words))
            peers_sheets.write_options(options, feedback, words)
    figures = add("figures", figures_sheet.widths(words))
    domains = add("domains", domains_sheet.widths(view.result.scale))
    gaps = add("gaps", gaps_sheets.widths(words))
    treatments = add("treatments", gaps_sheets.treatment_widths(words))
    answers = add("answers", answers_sheet.widths(words))
    findings = add("findings", gaps_sheets.finding_widths(words))
    method = add("method", method_sheet.WIDTHS, landscape=False)

    answer_links = answers_sheet.write(answers, view, words)
    figures_sheet.write(figures, view, words)
    chart_data = domains_sheet.write(domains, view, words, book.workbook)
    summary_sheet.write(summary, view, words, book.workbook, chart_data)
    gaps_sheets.write(gaps, view, words, answer_links)
    gaps_sheets.write_treatments(treatments, view, words, answer_links)
    gaps_sheets.write_findings(findings, view, words, answer_links)
    method_sheet.write(method, view, words)
    summary.worksheet.activate()
    return book.finish()
