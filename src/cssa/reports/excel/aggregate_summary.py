"""The aggregate's first sheet: who took part, the domains, and what the page tells beside them."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.peers.peers_file import ScoreCell
from cssa.reports.aggregate.aggregate_view import AggregateSection, AggregateView
from cssa.reports.aggregate.answer_shares import PracticeShares, Share
from cssa.reports.excel import charts
from cssa.reports.excel.cell_words import CellWords

WIDTHS = (9, 38, 9, 11, 11, 9, 9, 9, 9)
QUANTILES = ("median", "q1", "q3", "p10", "p90")
"""Columns of a distribution before its mean, by the ends of their messages' codes."""

_FIRST = 2
"""Column of the first of them."""

_CHART_ROWS = 15
_CHART_SIZE = (820, _CHART_ROWS * 20 - 10)


def write(sheet: PrintedSheet, view: AggregateView, words: CellWords, book: Workbook) -> None:
    """Write the sheet."""
    _head(sheet, view, words)
    _participation(sheet, view, words)
    _domains(sheet, view, words, book)
    sheet.heading(words("aggregate.h.below"))
    sheet.wide(words.of(view.below_told))
    sheet.wide(words("aggregate.below.note"), "soft")
    sheet.heading(words("aggregate.h.sections"))
    sheet.wide(words("aggregate.sections.note"), "soft")
    for name, blocks in (("lowest", view.lowest), ("highest", view.highest)):
        sheet.heading(words(f"aggregate.sections.{name}"), "subheading")
        sheet.table(_section_columns(words), [_section(one, words) for one in blocks])
    sheet.heading(words("aggregate.h.least"))
    sheet.wide(words("aggregate.least.note"), "soft")
    sheet.table(_least_columns(words), [_least(one, words) for one in view.least])
    _change(sheet, view, words)
    sheet.heading(words("report.h.disclaimers"))
    for text in view.disclaimers:
        sheet.wide(words.of(text), "soft")


def _head(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    name = words(view.name)
    if view.restricted is not None:
        name = f"{words('report.handling')} · {name}"
    sheet.wide(name, "handling")
    sheet.wide(words.of(view.title), "title")
    for fact in view.facts:
        sheet.wide(words.pair(fact.name.code, words.of(fact.value)), "soft")
    sheet.gap()
    sheet.wide(words.of(view.lead), "lead")


def _participation(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    sheet.heading(words("aggregate.h.participation"))
    columns = [
        SheetColumn(words("aggregate.h.participation"), WIDTHS[1]),
        SheetColumn(words("aggregate.column.n"), WIDTHS[2], "count"),
    ]
    rows: list[Row] = [[words(f"aggregate.turnout.{name}"), count] for name, count in view.turnout]
    sheet.table(columns, rows, first=1)
    sheet.wide(words("aggregate.turnout.note", floor=view.floor), "soft")


def _domains(sheet: PrintedSheet, view: AggregateView, words: CellWords, book: Workbook) -> None:
    sheet.heading(words("aggregate.h.distribution"))
    told = [words(f"aggregate.column.{name}") for name in (*QUANTILES, "mean", "n")]
    names = (words("report.sheet.number"), words("report.column.domain"), *told)
    looks = ("center", "cell", *("one",) * 6, "count")
    columns = [SheetColumn(*one) for one in zip(names, WIDTHS, looks, strict=True)]
    rows: list[Row] = [
        [one.id, words.of(one.title), *scores(one.cell, words)] for one in view.domains
    ]
    whole: Row = [
        "",
        StyledCell(words("report.overall"), "cell.bold"),
        *scores(view.overall, words),
    ]
    top = sheet.table(columns, [*rows, whole])
    drawn = sum(one.cell is not None and one.cell.median is not None for one in view.domains)
    if not drawn:
        return
    data = charts.ChartData(sheet.name, top + 1, top + len(rows), drawn, sheet.font)
    sheet.gap()
    chart = charts.spread(
        book, data, words, {name: n for n, name in enumerate(QUANTILES, start=_FIRST)}
    )
    spoken = words.pair("aggregate.sheet.chart", words("aggregate.distribution.scale"))
    sheet.chart(chart, 0, _CHART_SIZE, _CHART_ROWS, spoken)


def scores(cell: ScoreCell | None, words: CellWords) -> Iterator[Value | StyledCell]:
    """Yield a distribution's figures; a cell is empty where none is told, so charts have a gap."""
    if cell is None:
        yield from (None,) * 6
        yield StyledCell(words("aggregate.withheld"), "center")
    else:
        yield from (cell.median, cell.q1, cell.q3, cell.p10, cell.p90, cell.mean, cell.n)


def share(one: Share | None, words: CellWords) -> Value | StyledCell:
    """Return a share as a number; in words where it is withheld or bounded."""
    if one is None:
        return StyledCell(words("aggregate.withheld"), "center")
    if one.bound == "exact":
        return one.per_cent
    return StyledCell(words(f"aggregate.shares.bound.{one.bound}", per_cent=one.per_cent), "center")


def _section_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), WIDTHS[0], "center"),
        SheetColumn(words("report.column.section"), WIDTHS[1]),
        SheetColumn(words("aggregate.column.mean"), WIDTHS[2], "one"),
        SheetColumn(words("aggregate.column.n"), WIDTHS[3], "count"),
    ]


def _section(block: AggregateSection, words: CellWords) -> Row:
    cell = block.cell
    figures = (None, None) if cell is None else (cell.mean, cell.n)
    return [block.id, words.of(block.title), *figures]


def _least_columns(words: CellWords) -> list[SheetColumn]:
    in_use = words("aggregate.column.in_use")
    return [
        SheetColumn(words("report.sheet.number"), WIDTHS[0], "center"),
        SheetColumn(words("report.column.practice"), WIDTHS[1]),
        SheetColumn(words("aggregate.column.per_cent", name=in_use), WIDTHS[2], "count"),
        SheetColumn(words("aggregate.column.n"), WIDTHS[3], "count"),
    ]


def _least(spread: PracticeShares, words: CellWords) -> Row:
    practice, cell = spread.practice, spread.cell
    return [
        practice.id,
        words.of(practice.title),
        share(spread.in_use, words),
        None if cell is None else cell.n,
    ]


def _change(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    change = view.change
    if change is None:
        return
    sheet.heading(words("aggregate.h.change"))
    sheet.wide(words.of(change.note), "soft")
    told = [words(f"aggregate.column.{name}") for name in ("before", "now", "change", "n")]
    names = (words("report.sheet.number"), words("report.column.domain"), *told)
    looks = ("center", "cell", "one", "one", "change", "count")
    columns = [SheetColumn(*one) for one in zip(names, WIDTHS[: len(names)], looks, strict=True)]
    rows: list[Row] = [
        [one.id, words.of(one.title), one.before, one.now, one.difference, one.n]
        for one in change.rows
    ]
    sheet.table(columns, rows)
