"""The workbook as a whole: its sheets in order, and what they share."""

import io

from cssa.form.sheetwriter import SheetWriter
from cssa.messages import Lang, say
from cssa.reports.excel import answers, domains, figures, gaps, method, peers, summary
from cssa.reports.excel.sheet import Running, Sheet
from cssa.reports.excel.styles import Styles
from cssa.reports.excel.words import Words
from cssa.reports.excel.workbook import new_workbook
from cssa.reports.feedback.view import FeedbackView
from cssa.reports.view import ReportView
from cssa.signature import OutputKind


def make(view: ReportView, lang: Lang, feedback: FeedbackView | None = None) -> bytes:
    """Return the workbook.

    Args:
        view: what it says.
        lang: its language.
        feedback: what a comparison group adds, on sheets after the first.
    """
    stream = io.BytesIO()
    words = Words(lang)
    title, handling = words(view.title), words("report.handling")
    book = new_workbook(stream, title=title, subject=handling, category=OutputKind.REPORT.category)
    styles = Styles(book, lang)
    standing = title if view.mark is None else f"{words.of(view.mark.label)} · {title}"
    running = Running(view.result.institution.name, handling, standing)

    def add(name: str, widths: tuple[float, ...], *, landscape: bool) -> Sheet:
        label = say(lang, f"report.sheet.{name}")
        sheet = Sheet(SheetWriter(book.add_worksheet(label), label), styles, widths)
        sheet.set_up_print(running, landscape=landscape)
        return sheet

    first = add("summary", summary.WIDTHS, landscape=False)
    if feedback is not None:
        peers.write(add("peers", peers.WIDTHS, landscape=True), feedback, words)
        shares = add("shares", peers.share_widths(words), landscape=True)
        peers.write_shares(shares, feedback, words)
    numbers = add("figures", figures.widths(words), landscape=True)
    by_domain = add("domains", domains.WIDTHS, landscape=True)
    to_mend = add("gaps", gaps.widths(words), landscape=True)
    treated = add("treatments", gaps.treatment_widths(words), landscape=True)
    said = add("answers", answers.widths(words), landscape=True)
    found = add("findings", gaps.finding_widths(words), landscape=True)
    how = add("method", method.WIDTHS, landscape=False)

    places = answers.write(said, view, words)
    figures.write(numbers, view, words)
    data = domains.write(by_domain, view, words, book)
    summary.write(first, view, words, book, data)
    gaps.write(to_mend, view, words, places)
    gaps.write_treatments(treated, view, words, places)
    gaps.write_findings(found, view, words, places)
    method.write(how, view, words)
    first.raw.activate()
    book.close()
    return stream.getvalue()
