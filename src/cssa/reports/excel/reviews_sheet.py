"""The report's sheet of where second line or audit see another level than the self-rating."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.excel.gaps_sheets import AnswerLinks
from cssa.reports.report_view import ReportView


def widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    return tuple(column.width for column in _columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords, links: AnswerLinks) -> None:
    """Write the differences, and how far each line has reviewed.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        links: to the answers.
    """
    sheet.filtered_table(_columns(words), _rows(view, words, links))
    if not view.reviews:
        sheet.paragraph(words("report.review.agrees"))
    for note in view.review_notes:
        sheet.paragraph(words.text(note))
    sheet.paragraph(words("report.review.aside"), "soft")


def _columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 40),
        SheetColumn(words("report.column.own_level"), 10, "center"),
        SheetColumn(words("report.column.second_line"), 10, "center"),
        SheetColumn(words("report.column.audit"), 10, "center"),
        SheetColumn(words("report.column.reviewer"), 22),
        SheetColumn(words("report.column.reviewed_on"), 12),
        SheetColumn(words("report.column.review_note"), 50),
        SheetColumn(words("report.column.since"), 17, "center"),
    ]


def _rows(view: ReportView, words: CellWords, links: AnswerLinks) -> Iterator[Row]:
    for row in view.reviews:
        practice, difference = row.practice.definition, row.difference
        yield [
            StyledCell(practice.shown_id, "link", links[practice.id]),
            words.text(practice.title),
            difference.own,
            row.second_line,
            row.audit,
            difference.by,
            difference.on,
            difference.note,
            words.text(row.since),
        ]
