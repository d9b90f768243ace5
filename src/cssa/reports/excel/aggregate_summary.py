"""The aggregate's first sheet: participation, scores of the domains, and the lists of the page."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from cssa.checklist.level_scale import LevelScale
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.peers.peers_file import ScoreCell
from cssa.reports.aggregate.aggregate_view import AggregateSection, AggregateView
from cssa.reports.aggregate.answer_shares import PracticeShares, Share
from cssa.reports.excel import charts
from cssa.reports.excel.cell_words import CellWords

WIDTHS = (9, 38, 9, 11, 11, 9, 9, 9, 9)
QUANTILES = ("median", "q1", "q3", "p10", "p90")
"""Columns of a distribution before its mean, by the last part of their messages' codes."""

_FIRST_QUANTILE = 2
"""Column of the first of them."""

_CHART_ROWS = 15
_CHART_SIZE = (820, _CHART_ROWS * 20 - 10)


def write(sheet: PrintedSheet, view: AggregateView, words: CellWords, book: Workbook) -> None:
    """Write the sheet.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
        book: the workbook, for the chart.
    """
    _head(sheet, view, words)
    _participation(sheet, view, words)
    if view.has_scores:
        _domains(sheet, view, words, book)
        _below_and_sections(sheet, view, words)
    if view.has_levels:
        sheet.heading(words("aggregate.h.least", level=view.scale.in_place))
        sheet.paragraph(words("aggregate.least.note"), "soft")
        sheet.table(
            _least_columns(view.scale, words),
            [_least(practice_shares, words) for practice_shares in view.least],
        )
    _change(sheet, view, words)
    sheet.heading(words("report.h.disclaimers"))
    for text in view.disclaimers:
        sheet.paragraph(words.text(text), "soft")


def _head(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    name = words(view.name)
    if view.restricted is not None:
        name = f"{words.text(view.handling.mark)} · {name}"
    sheet.paragraph(name, "handling")
    sheet.paragraph(words.text(view.title), "title")
    for fact in view.facts:
        sheet.paragraph(words.labelled(fact.name.code, words.text(fact.value)), "soft")
    for term in view.handling.terms if view.restricted else ():
        sheet.paragraph(words.labelled(term.label.code, words.text(term.value)), "soft")
    sheet.blank_row()
    sheet.paragraph(words.text(view.lead), "lead")


def _participation(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    sheet.heading(words("aggregate.h.participation"))
    columns = [
        SheetColumn(words("aggregate.h.participation"), WIDTHS[1]),
        SheetColumn(words("aggregate.column.n"), WIDTHS[2], "count"),
    ]
    rows: list[Row] = [[words(f"aggregate.turnout.{name}"), count] for name, count in view.turnout]
    sheet.table(columns, rows, first=1)
    sheet.paragraph(words("aggregate.turnout.note", floor=view.floor), "soft")


def _domains(sheet: PrintedSheet, view: AggregateView, words: CellWords, book: Workbook) -> None:
    sheet.heading(words("aggregate.h.distribution"))
    names = (
        words("report.sheet.number"),
        words("report.column.domain"),
        *(words(f"aggregate.column.{name}") for name in (*QUANTILES, "mean", "n")),
    )
    styles = ("center", "cell", *("one_decimal",) * 6, "count")
    columns = [SheetColumn(*column) for column in zip(names, WIDTHS, styles, strict=True)]
    rows: list[Row] = [
        [domain.id, words.text(domain.title), *scores(domain.cell, words)]
        for domain in view.domains
    ]
    overall: Row = [
        "",
        StyledCell(words("report.overall"), "cell.bold"),
        *scores(view.overall, words),
    ]
    top = sheet.table(columns, [*rows, overall])
    with_median = sum(
        domain.cell is not None and domain.cell.median is not None for domain in view.domains
    )
    if not with_median:
        return
    data = charts.ChartData(
        sheet.name, top + 1, top + len(rows), with_median, sheet.font, view.scale
    )
    sheet.blank_row()
    chart = charts.spread(
        book,
        data,
        words,
        {name: column for column, name in enumerate(QUANTILES, start=_FIRST_QUANTILE)},
    )
    ends = {"lowest": view.scale.lowest, "highest": view.scale.highest}
    description = words.labelled(
        "aggregate.sheet.chart", words("aggregate.distribution.scale", **ends)
    )
    sheet.chart(chart, 0, _CHART_SIZE, _CHART_ROWS, description)


def _below_and_sections(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    sheet.heading(words("aggregate.h.below", level=view.scale.in_place))
    sheet.paragraph(words.text(view.below_sentence))
    sheet.paragraph(words("aggregate.below.note", lowest=view.scale.lowest), "soft")
    if not view.shows_sections:
        return
    sheet.heading(words("aggregate.h.sections"))
    sheet.paragraph(words("aggregate.sections.note"), "soft")
    for name, sections in (("lowest", view.lowest), ("highest", view.highest)):
        sheet.heading(words(f"aggregate.sections.{name}"), "subheading")
        sheet.table(_section_columns(words), [_section(section, words) for section in sections])


def scores(cell: ScoreCell | None, words: CellWords) -> Iterator[Value | StyledCell]:
    """Yield a distribution's figures; a blank cell where none is published leaves a gap in charts.

    Args:
        cell: the published figures; None where they are withheld.
        words: the language.
    """
    if cell is None:
        yield from (None,) * 6
        yield StyledCell(words("aggregate.withheld"), "center")
    else:
        yield from (cell.median, cell.q1, cell.q3, cell.p10, cell.p90, cell.mean, cell.n)


def share_cell(share: Share | None, words: CellWords) -> Value | StyledCell:
    """Return a share as a number of per cent; in words where it is withheld or only bounded.

    Args:
        share: the published share; None where it is withheld.
        words: the language.
    """
    if share is None:
        return StyledCell(words("aggregate.withheld"), "center")
    if share.bound == "exact":
        return share.per_cent
    text = words(f"aggregate.shares.bound.{share.bound}", per_cent=share.per_cent)
    return StyledCell(text, "center")


def _section_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), WIDTHS[0], "center"),
        SheetColumn(words("report.column.section"), WIDTHS[1]),
        SheetColumn(words("aggregate.column.mean"), WIDTHS[2], "one_decimal"),
        SheetColumn(words("aggregate.column.n"), WIDTHS[3], "count"),
    ]


def _section(section: AggregateSection, words: CellWords) -> Row:
    cell = section.cell
    figures = (None, None) if cell is None else (cell.mean, cell.n)
    return [section.id, words.text(section.title), *figures]


def _least_columns(scale: LevelScale, words: CellWords) -> list[SheetColumn]:
    in_use = words("aggregate.column.in_use", level=scale.in_place)
    return [
        SheetColumn(words("report.sheet.number"), WIDTHS[0], "center"),
        SheetColumn(words("report.column.practice"), WIDTHS[1]),
        SheetColumn(words("aggregate.column.per_cent", name=in_use), WIDTHS[2], "count"),
        SheetColumn(words("aggregate.column.n"), WIDTHS[3], "count"),
    ]


def _least(practice_shares: PracticeShares, words: CellWords) -> Row:
    practice, cell = practice_shares.practice, practice_shares.cell
    return [
        practice.shown_id,
        words.text(practice.title),
        share_cell(practice_shares.in_use, words),
        None if cell is None else cell.n,
    ]


def _change(sheet: PrintedSheet, view: AggregateView, words: CellWords) -> None:
    change = view.change
    if change is None:
        return
    sheet.heading(words("aggregate.h.change"))
    sheet.paragraph(words.text(change.note), "soft")
    names = (
        words("report.sheet.number"),
        words("report.column.domain"),
        *(words(f"aggregate.column.{name}") for name in ("before", "now", "change", "n")),
    )
    styles = ("center", "cell", "one_decimal", "one_decimal", "change", "count")
    widths = WIDTHS[: len(names)]
    columns = [SheetColumn(*column) for column in zip(names, widths, styles, strict=True)]
    rows: list[Row] = [
        [row.id, words.text(row.title), row.before, row.now, row.difference, row.n]
        for row in change.rows
    ]
    sheet.table(columns, rows)
