"""The report's workbook: its sheets in order, and what they share."""

from collections.abc import Callable

from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.messages import Lang
from cssa.reports.comparison.history import history_view
from cssa.reports.excel import (
    answers_sheet,
    cases_sheet,
    comparison_book,
    domains_sheet,
    figures_sheet,
    gaps_sheets,
    method_sheet,
    peers_sheets,
    performers_sheet,
    published_sheet,
    reviews_sheet,
    summary_sheet,
)
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.report_view import ReportView
from cssa.signature import OutputKind

AddSheet = Callable[[str, tuple[float, ...]], PrintedSheet]
"""Adds a sheet by its name and the widths of its columns."""


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
    edges = PageEdges(view.result.institution.name, words.text(view.handling.mark), heading)
    book = PrintedWorkbook(
        lang,
        title=title,
        edges=edges,
        category=OutputKind.REPORT.category,
        institution=view.result.institution.id,
    )

    def add(name: str, widths: tuple[float, ...], *, landscape: bool = True) -> PrintedSheet:
        return book.add_sheet(words(f"report.sheet.{name}"), widths, landscape=landscape)

    summary = add("summary", summary_sheet.WIDTHS, landscape=False)
    if feedback is not None:
        _write_peers(add, feedback, words)
    figures, domains, gaps, performers, cases, treatments = (
        add(name, wide()) if shown else None
        for name, shown, wide in (
            ("figures", view.has_scores, lambda: figures_sheet.widths(view, words)),
            ("domains", view.has_scores, lambda: domains_sheet.widths(view.result.scale)),
            ("gaps", view.has_targets, lambda: gaps_sheets.widths(view, words)),
            ("performers", bool(view.performers), lambda: performers_sheet.widths(words)),
            ("cases", view.shows_cases, lambda: cases_sheet.widths(words)),
            ("treatments", view.has_scores, lambda: gaps_sheets.treatment_widths(words)),
        )
    )
    reviews = add("reviews", reviews_sheet.widths(words)) if "reviews" in view.contents else None
    answers = add("answers", answers_sheet.widths(view, words))
    findings = add("findings", gaps_sheets.finding_widths(words))
    published = add("published", published_sheet.widths(words)) if view.published else None
    over = None if view.comparison is None else history_view(view, lang)
    history = add("history", tuple(comparison_book.widths(over))) if over else None
    method = add("method", method_sheet.WIDTHS, landscape=False)

    answer_links = answers_sheet.write(answers, view, words)
    chart_data = None
    if figures is not None and domains is not None:
        figures_sheet.write(figures, view, words)
        chart_data = domains_sheet.write(domains, view, words, book.workbook)
    summary_sheet.write(summary, view, words, book.workbook, chart_data)
    for sheet, write in (
        (gaps, gaps_sheets.write),
        (performers, performers_sheet.write),
        (cases, cases_sheet.write),
        (treatments, gaps_sheets.write_treatments),
        (reviews, reviews_sheet.write),
        (findings, gaps_sheets.write_findings),
    ):
        if sheet is not None:
            write(sheet, view, words, answer_links)
    if published is not None:
        published_sheet.write(published, view, words)
    if over is not None and history is not None:
        comparison_book.write_history(history, over, book.workbook)
    method_sheet.write(method, view, words)
    summary.worksheet.activate()
    return book.finish()


def _write_peers(add: AddSheet, feedback: FeedbackView, words: CellWords) -> None:
    """Write the sheets that a comparison group adds."""
    view = feedback.report
    if view.has_scores:
        peers_sheets.write(add("peers", peers_sheets.WIDTHS), feedback, words)
        shares = add("shares", peers_sheets.share_widths(view.result.scale, words))
        peers_sheets.write_shares(shares, feedback, words)
    if feedback.answers:
        options = add("options", peers_sheets.option_widths(words))
        peers_sheets.write_options(options, feedback, words)
