"""The sheet on domains: their figures, how many practices stand at each level, what holds them."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from cssa.checklist.model import MAX_LEVEL
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell
from cssa.reports.excel import charts
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.phrases import level
from cssa.reports.report_view import DomainView, ReportView

WIDTHS = (7, 38, 10, 10, 10, *(9,) * (MAX_LEVEL + 1), 11)
SCORE, TARGET, FIRST_SHARE = 2, 3, 5
"""Columns of the figures that charts are drawn from."""

_CHART_ROWS = 16


def write(
    sheet: PrintedSheet, view: ReportView, words: CellWords, book: Workbook
) -> charts.ChartData:
    """Write the sheet; return where its figures stand."""
    sheet.heading(words("report.h.domains"))
    top = sheet.table(_columns(words), [_row(one, words) for one in view.domains])
    scored = sum(one.score is not None for one in view.domains)
    data = charts.ChartData(sheet.name, top + 1, sheet.row - 1, scored, sheet.font)
    sheet.wide(words("report.domains.note"), "soft")
    sheet.heading(words("report.shares.title"))
    chart = charts.shares(book, data, words, FIRST_SHARE)
    description = words.pair("report.shares.title", words("report.shares.desc"))
    sheet.chart(chart, 0, (sum(WIDTHS) * 7 + 60, _CHART_ROWS * 20 - 12), _CHART_ROWS, description)
    sheet.heading(words("report.h.holds"))
    for domain in view.domains:
        _holds(sheet, domain, words)
    return data


def _columns(words: CellWords) -> list[SheetColumn]:
    names = (
        words("report.sheet.number"), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("report.column.level"),
        *(words("report.shares.level", level=number) for number in range(MAX_LEVEL + 1)),
        words("report.shares.unanswered"),
    )  # fmt: skip
    looks = ("center", "cell", "two", "two", "center", *("count",) * (MAX_LEVEL + 2))
    return [SheetColumn(*one) for one in zip(names, WIDTHS, looks, strict=True)]


def _row(domain: DomainView, words: CellWords) -> Row:
    """Return a domain's row; a figure that is missing leaves its cell empty, so charts do too."""
    return [
        domain.id,
        words.of(domain.title),
        *(one if isinstance(one, float) else None for one in _scores(domain, words)),
        domain.level if domain.level is not None else StyledCell(level(None), "center"),
        *domain.shares,
    ]


def _scores(domain: DomainView, words: CellWords) -> Iterator[object]:
    yield words.score(domain.score, 2)
    yield words.score(domain.target, 2)


def _holds(sheet: PrintedSheet, domain: DomainView, words: CellWords) -> None:
    sheet.heading(f"{domain.id} {words.of(domain.title)}", "subheading")
    sheet.wide(_standing(domain, words), "soft")
    if not domain.rateable:
        sheet.wide(words("report.holds.unrateable"))
    if domain.level is None:
        sheet.wide(words("report.holds.none"))
        return
    if domain.next_level is None:
        sheet.wide(words("report.holds.top", level=domain.level))
        return
    count = len(domain.holders)
    code = "report.holds.one" if count == 1 else "report.holds.level"
    sheet.wide(words(code, level=domain.level, next=domain.next_level, count=count))
    for line in domain.holders:
        sheet.wide(words.named(line), first=1)


def _standing(domain: DomainView, words: CellWords) -> str:
    """Return a domain's figures in one line."""
    below = domain.below
    parts = [f"{words('report.column.score')} {_figure(domain, words)}"]
    if domain.target is not None:
        parts.append(f"{words('report.column.target')} {words.score(domain.target, 2):.2f}")
    count = f"{words('report.column.below')} {below.count} / {below.of}"
    if domain.previous is not None:
        count += words.aside(f"{words('report.column.before')} {domain.previous}")
    parts.append(count)
    if domain.band is not None:
        parts.append(words.of(domain.band))
    return " · ".join(parts)


def _figure(domain: DomainView, words: CellWords) -> str:
    number = words.score(domain.score, 2)
    return f"{number:.2f}" if isinstance(number, float) else words("figure.none")
