"""The sheets of what is to be done: gaps in order of work, treatments, findings."""

from collections.abc import Iterator, Mapping

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.practice_view import PracticeView
from cssa.reports.report_view import ReportView

Places = Mapping[str, str]
"""Where each practice's answer stands, by its number."""


def widths(words: CellWords) -> tuple[float, ...]:
    """Return how wide the columns of the gaps are."""
    return tuple(column.width for column in _columns(words))


def treatment_widths(words: CellWords) -> tuple[float, ...]:
    """Return how wide the columns of the treatments are."""
    return tuple(column.width for column in _treatment_columns(words))


def finding_widths(words: CellWords) -> tuple[float, ...]:
    """Return how wide the columns of the findings are."""
    return tuple(column.width for column in _finding_columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords, places: Places) -> None:
    """Write the gaps, the first to mend first."""
    sheet.filtered(_columns(words), _rows(view, words, places))
    if not view.gaps:
        sheet.wide(words("report.priorities.none"))
    sheet.wide(words("report.gaps.note"), "soft")


def write_treatments(
    sheet: PrintedSheet, view: ReportView, words: CellWords, places: Places
) -> None:
    """Write accepted risks and alternative measures, by their review date."""
    sheet.filtered(_treatment_columns(words), _treatments(view, words, places))
    if not view.treatments:
        sheet.wide(words("report.treatment.none"))


def write_findings(sheet: PrintedSheet, view: ReportView, words: CellWords, places: Places) -> None:
    """Write what is to be looked at."""
    sheet.filtered(_finding_columns(words), _findings(view, words, places))
    if not view.findings:
        sheet.wide(words("report.none"))


def linked(line: PracticeView, places: Places) -> StyledCell:
    """Return a practice's number, leading to its answer."""
    return StyledCell(line.practice.id, "link", places[line.practice.id])


def _columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.rank"), 7, "center", repeated=True),
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 34),
        SheetColumn(words("report.column.domain"), 20),
        SheetColumn(words("report.sheet.level"), 9, "center"),
        SheetColumn(words("report.column.target"), 8, "center"),
        SheetColumn(words("report.sheet.gap"), 9, "below"),
        SheetColumn(words("report.sheet.why"), 26),
        SheetColumn(words("report.next"), 56),
        SheetColumn(words("report.owner"), 18),
        SheetColumn(words("report.effort"), 9, "center"),
    ]


def _rows(view: ReportView, words: CellWords, places: Places) -> Iterator[Row]:
    for gap in view.gaps:
        practice, result = gap.line.practice, gap.line.result
        yield [
            gap.rank,
            linked(gap.line, places),
            words.of(practice.title),
            words.of(gap.domain),
            result.level if result.level is not None else words(f"status.{result.status}"),
            result.target,
            result.gap,
            words.list(f"why.{code}" for code in gap.why),
            words.of(practice.improve),
            words(f"owner.{practice.owner}"),
            words(f"report.effort.{practice.effort}"),
        ]


def _treatment_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 34),
        SheetColumn(words("report.sheet.level"), 9, "center"),
        SheetColumn(words("report.sheet.kind"), 14),
        SheetColumn(words("report.sheet.measure"), 56),
        SheetColumn(words("report.sheet.approved_by"), 20),
        SheetColumn(words("report.column.approved"), 12),
        SheetColumn(words("report.column.review_by"), 12),
        SheetColumn(words("report.sheet.state"), 13, "center"),
    ]


def _treatments(view: ReportView, words: CellWords, places: Places) -> Iterator[Row]:
    for one in view.treatments:
        result = one.line.result
        yield [
            linked(one.line, places),
            words.of(one.line.practice.title),
            result.level if result.level is not None else words(f"status.{result.status}"),
            words(f"report.treatment.{one.kind}"),
            one.measure,
            one.approved_by,
            one.approved_on,
            one.review_by,
            words(f"report.treatment.{one.state}"),
        ]


def _finding_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11),
        SheetColumn(words("report.column.practice"), 44),
        SheetColumn(words("report.column.finding"), 84),
    ]


def _findings(view: ReportView, words: CellWords, places: Places) -> Iterator[Row]:
    for found in view.findings:
        where = found.practice
        yield [
            words("report.overall") if where is None else StyledCell(where, "link", places[where]),
            words.of(found.title),
            words.of(found.text),
        ]
