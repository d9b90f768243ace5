"""The report's sheet of published incident cases beside the gaps."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.library.case_words import case_reference, first_sentence, sector_names
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.excel.gaps_sheets import AnswerLinks
from cssa.reports.report_view import ReportView


def widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    return tuple(column.width for column in _columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords, links: AnswerLinks) -> None:
    """Write the cases, by the gap that they stand beside.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        links: to the answers.
    """
    sheet.filtered_table(_columns(words), _rows(view, words, links))
    sheet.paragraph(words("incidents.caption"), "soft")


def _columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.rank"), 7, "center", repeated=True),
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 28),
        SheetColumn(words("incidents.column.title"), 36),
        SheetColumn(words("incidents.column.own_or_other"), 16, "center"),
        SheetColumn(words("incidents.column.sectors"), 24),
        SheetColumn(words("incidents.column.happened"), 60),
        SheetColumn(words("incidents.column.report"), 36),
    ]


def _rows(view: ReportView, words: CellWords, links: AnswerLinks) -> Iterator[Row]:
    for gap in view.gaps:
        practice = gap.practice.definition
        for related in gap.cases:
            yield [
                gap.rank,
                StyledCell(practice.shown_id, "link", links[practice.id]),
                words.text(practice.title),
                words.text(related.placed.case.title),
                words(f"incidents.{related.standing}"),
                sector_names(related.placed, words.lang),
                first_sentence(related.placed, words.lang),
                case_reference(related.placed, words.lang),
            ]
