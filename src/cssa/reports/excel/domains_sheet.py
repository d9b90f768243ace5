"""The report's sheet on domains: scores, practices at each level, and the lowest practices."""

from xlsxwriter.workbook import Workbook

from cssa.checklist.level_scale import LevelScale
from cssa.engine.aggregate import rounded
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn
from cssa.messages import fitting
from cssa.reports.domain_view import DomainView
from cssa.reports.excel import charts
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.phrases import format_exact_score
from cssa.reports.report_view import ReportView

_FIRST_WIDTHS, _LEVEL_WIDTH, _UNANSWERED_WIDTH = (7, 38, 10, 10, 10), 9, 11
SCORE, TARGET = 2, 3
"""Columns that charts are drawn from; the target stands only where there are targets."""

_CHART_ROWS = 16


def write(
    sheet: PrintedSheet, view: ReportView, words: CellWords, book: Workbook
) -> charts.ChartData:
    """Write the sheet; return the cells of its figures.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        book: the workbook, for the chart.
    """
    sheet.heading(words("report.h.domains"))
    scale = view.result.scale
    columns = _columns(words, scale)
    kept = [number for number in range(len(columns)) if view.has_targets or number != TARGET]
    rows = [[row[number] for number in kept] for row in (_row(d, words) for d in view.domains)]
    top = sheet.table([columns[number] for number in kept], rows)
    scored = sum(domain.score is not None for domain in view.domains)
    data = charts.ChartData(sheet.name, top + 1, sheet.row - 1, scored, sheet.font, scale)
    values = view.checklist.values
    code = "report.domains.note" if view.has_targets else "report.domains.note_no_targets"
    note = words(code, lowest=values[0], highest=values[-1])
    sheet.paragraph(note, "soft")
    sheet.heading(words("report.shares.title"))
    lowest = len(kept) - len(scale.values) - 1
    chart = charts.level_counts(book, data, words, lowest)
    ends = {"lowest": scale.lowest, "highest": scale.highest}
    description = words.labelled("report.shares.title", words("report.shares.desc", **ends))
    sheet.chart(
        chart, 0, (sum(widths(scale)) * 7 + 60, _CHART_ROWS * 20 - 12), _CHART_ROWS, description
    )
    sheet.heading(words("report.h.holds"))
    for domain in view.domains:
        _lowest_practices(sheet, domain, view, words)
    return data


def widths(scale: LevelScale) -> tuple[int, ...]:
    """Return the widths of the columns: one for each level, and unanswered ones last."""
    return (*_FIRST_WIDTHS, *(_LEVEL_WIDTH,) * len(scale.values), _UNANSWERED_WIDTH)


def _columns(words: CellWords, scale: LevelScale) -> list[SheetColumn]:
    names = (
        words("report.sheet.number"), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("report.column.level"),
        *(words("report.shares.level", level=number) for number in scale.values),
        words("report.shares.unanswered"),
    )  # fmt: skip
    styles = (
        "center",
        "cell",
        "two_decimals",
        "two_decimals",
        "center",
        *("count",) * (len(scale.values) + 1),
    )
    return [SheetColumn(*column) for column in zip(names, widths(scale), styles, strict=True)]


def _row(domain: DomainView, words: CellWords) -> Row:
    """Return a domain's row; a cell is blank where there is no figure, so charts have a gap."""
    return [
        domain.id,
        words.text(domain.title),
        rounded(domain.score),
        rounded(domain.target),
        words.lowest_level(domain),
        *domain.level_counts,
    ]


def _lowest_practices(
    sheet: PrintedSheet, domain: DomainView, view: ReportView, words: CellWords
) -> None:
    sheet.heading(f"{domain.id} {words.text(domain.title)}", "subheading")
    sheet.paragraph(_figures(domain, view, words), "soft")
    if not domain.rateable:
        sheet.paragraph(words("report.holds.unrateable"))
    if domain.level_open:
        sheet.paragraph(words("report.holds.unanswered", count=len(domain.level_open)))
        for practice in domain.level_open:
            sheet.paragraph(words.practice_name(practice), first=1)
        return
    if domain.level is None:
        sheet.paragraph(words("report.holds.none"))
        return
    if domain.next_level is None:
        sheet.paragraph(words("report.holds.top", level=domain.level))
        return
    count = len(domain.lowest_practices)
    code = "report.holds.one" if count == 1 else "report.holds.level"
    facts = {"level": domain.level, "next": domain.next_level, "count": count}
    sheet.paragraph(words(code, **fitting(code, facts)))
    for practice in domain.lowest_practices:
        sheet.paragraph(words.practice_name(practice), first=1)


def _figures(domain: DomainView, view: ReportView, words: CellWords) -> str:
    """Return a domain's figures in one line."""
    below = domain.below_target
    parts = [f"{words('report.column.score')} {format_exact_score(domain.score, words.lang)}"]
    if domain.target is not None:
        parts.append(
            f"{words('report.column.target')} {format_exact_score(domain.target, words.lang)}"
        )
    count = f"{words('report.column.below')} {below.count} / {below.of}"
    previous = domain.previous_below_target
    if previous is not None:
        count += words.in_brackets(f"{words('report.column.before')} {previous}")
    if view.has_targets:
        parts.append(count)
    if domain.band is not None:
        parts.append(words.text(domain.band))
    return " · ".join(parts)
