"""The report's sheet of figures and gaps by who performs the work."""

from collections.abc import Iterator

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.excel.gaps_sheets import AnswerLinks
from cssa.reports.performers_view import PerformerRow
from cssa.reports.phrases import format_ratio
from cssa.reports.report_view import ReportView


def widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    return tuple(column.width for column in _gap_columns(words))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords, links: AnswerLinks) -> None:
    """Write a row for each that performs something, then the gaps in what others perform.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        links: to the answers.
    """
    sheet.table(_columns(view, words), (_row(row, view, words) for row in view.performers))
    sheet.paragraph(words("report.performers.note"), "soft")
    if not view.has_targets:
        return
    for row in view.performers:
        if not row.is_elsewhere:
            continue
        name = words.text(row.name)
        sheet.heading(words("report.performers.gaps", name=name), "subheading")
        if row.gaps:
            sheet.table(_gap_columns(words), _gaps(row, words, links))
        else:
            sheet.paragraph(words("report.performers.no_gaps"))


def _columns(view: ReportView, words: CellWords) -> list[SheetColumn]:
    below = [SheetColumn(words("report.column.basics_below"), 14, "center")]
    in_place = view.result.scale.in_place
    return [
        SheetColumn(words("report.column.performer"), 18),
        SheetColumn(words("report.column.counted"), 14, "center"),
        SheetColumn(words("report.column.in_place", in_place=in_place), 14, "center"),
        *(below if view.has_targets else ()),
    ]


def _row(row: PerformerRow, view: ReportView, words: CellWords) -> Row:
    below = [f"{row.below} / {row.basics}"] if view.has_targets else []
    return [words.text(row.name), row.count, format_ratio(row.in_place, row.count), *below]


def _gap_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.column.performer"), 18),
        SheetColumn(words("report.sheet.number"), 14),
        SheetColumn(words("report.sheet.level"), 14, "center"),
        SheetColumn(words("report.column.target"), 14, "center"),
        SheetColumn(words("report.column.practice"), 44),
        SheetColumn(words("report.plan.owner"), 20),
        SheetColumn(words("report.plan.due"), 13),
    ]


def _gaps(row: PerformerRow, words: CellWords, links: AnswerLinks) -> Iterator[Row]:
    for gap in row.gaps:
        practice, result, plan = gap.practice, gap.practice.result, gap.practice.answer.plan
        level = words(f"status.{result.status}") if result.level is None else result.level
        yield [
            words.text(row.name),
            StyledCell(practice.shown_id, "link", links[practice.id]),
            level,
            result.target,
            words.text(practice.title),
            plan.owner if plan else None,
            plan.due if plan else None,
        ]
