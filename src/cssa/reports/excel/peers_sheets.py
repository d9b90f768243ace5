"""The sheets that hold an institution beside its comparison group."""

from cssa.excel.sheet import PrintedSheet, Row, SheetColumn
from cssa.peers.cells import ANSWER_CLASSES
from cssa.peers.comparison.practice import PracticeComparison
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.feedback.feedback_view import FeedbackView, ScoreBesidePeers
from cssa.reports.feedback.group_charts import class_name
from cssa.reports.practice_view import PracticeView

WIDTHS = (7, 34, 10, 9, 10, 9, 11, 9, 9, 9, 9, 12, 9, 8, 26)


def write(sheet: PrintedSheet, view: FeedbackView, words: CellWords) -> None:
    """Write the sheet of scores: each beside its group's, and what is not told."""
    sheet.heading(words("report.h.spread"))
    sheet.wide(words.pair("feedback.compared", words.of(view.named)), "strong")
    for note in view.notes:
        sheet.wide(words.of(note), "soft")
    if view.report.beside is not None:
        name = words("report.h.below")
        own = view.report.result.overall.below_target
        count = f"{own.count}{words('report.unit')}{words.space}{words('report.of', of=own.of)}"
        sheet.wide(f"{name} {count}{words.space}{words.of(view.report.beside)}")
    sheet.gap()
    sheet.table(_columns(words), [_row(one, words) for one in view.scores])
    for code in ("domains", "percentile", "standard"):
        sheet.wide(words(f"feedback.{code}.note"), "soft")
    sheet.heading(words("report.h.withheld"))
    for one in view.withheld or ():
        sheet.wide(words.of(one))
    if not view.withheld:
        sheet.wide(words("feedback.withheld.nothing"))
    sheet.wide(words("feedback.withheld.reason"), "soft")


def _columns(words: CellWords) -> list[SheetColumn]:
    names = (
        words("report.sheet.number"), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("feedback.median"), words("feedback.mean"),
        words("feedback.sheet.difference"), "P10", "Q1", "Q3", "P90",
        words("feedback.column.percentile"), words("feedback.column.standard"), "n",
        words("feedback.sheet.group"),
    )  # fmt: skip
    looks = ("center", "cell", *("one",) * 9, "center", "count", "count", "cell")
    return [SheetColumn(*one) for one in zip(names, WIDTHS, looks, strict=True)]


def _row(one: ScoreBesidePeers, words: CellWords) -> Row:
    head = [one.id or "", words.of(one.title), words.score(one.score, 1)]
    target = None if one.target is None else words.score(one.target, 1)
    if one.peers is None:
        return [*head, target, *(None,) * 10, words("feedback.not_told")]
    cell, place = one.peers.cell, one.peers.percentile
    return [
        *head, target, cell.median, cell.mean, one.peers.difference,
        cell.p10, cell.q1, cell.q3, cell.p90,
        None if place is None else f"{place.low}–{place.high}%",
        one.peers.standard_score, cell.n, words.of(one.peers.group.title),
    ]  # fmt: skip


def share_widths(words: CellWords) -> tuple[float, ...]:
    """Return how wide the columns of practices are."""
    return tuple(column.width for column in _share_columns(words))


def write_shares(sheet: PrintedSheet, view: FeedbackView, words: CellWords) -> None:
    """Write the sheet of practices: every one that a group tells, with its shares per level."""
    lines = {
        line.practice.id: line
        for domain in view.report.domains
        for block in domain.blocks
        for line in block.lines
    }
    told = view.comparison.practices
    rows = (_share_row(lines[one.practice], one, words) for one in told)
    sheet.filtered(_share_columns(words), rows, frozen=2)


def _share_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11),
        SheetColumn(words("report.column.practice"), 38),
        SheetColumn(words("report.sheet.tier"), 13),
        SheetColumn(words("feedback.key.own"), 11, "center"),
        SheetColumn(words("feedback.sheet.median_level"), 11, "count"),
        SheetColumn(words("feedback.sheet.lag"), 9, "count"),
        SheetColumn(words("feedback.sheet.higher"), 12, "center"),
        *(
            SheetColumn(
                words("feedback.sheet.share", name=class_name(name, words.lang)), 9, "center"
            )
            for name in ANSWER_CLASSES
        ),
        SheetColumn("n", 8, "count"),
        SheetColumn(words("feedback.sheet.group"), 24),
        SheetColumn(words("report.next"), 50),
    ]


def _share_row(line: PracticeView, one: PracticeComparison, words: CellWords) -> Row:
    practice = line.practice
    return [
        practice.id,
        words.of(practice.title),
        words(f"tier.{practice.tier}"),
        line.result.level if line.result.level is not None else words.of(line.sign),
        one.distribution.median,
        one.lag or None,
        _share(one.share_above_own, one),
        *(_share(one.cell.shares.get(name), one) for name in ANSWER_CLASSES),
        one.cell.n,
        words.of(one.group.title),
        words.of(practice.improve) if one.lag else "",
    ]


def _share(value: int | None, one: PracticeComparison) -> int | str | None:
    """Return a share; text where only a lower bound is told."""
    return f"≥ {value}" if value is not None and one.cell.blurred is not None else value
