"""The feedback report's sheets that compare an institution with its group."""

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn
from cssa.peers.answer_classes import answer_classes
from cssa.peers.comparison.practice import PracticeComparison
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.feedback.feedback_view import FeedbackView, ScoreBesidePeers
from cssa.reports.feedback.group_charts import class_name
from cssa.reports.practice_view import PracticeView

_TARGET = 3
WIDTHS = (7, 34, 10, 9, 10, 9, 11, 9, 9, 9, 9, 12, 9, 8, 26)


def write(sheet: PrintedSheet, view: FeedbackView, words: CellWords) -> None:
    """Write the sheet of scores, each beside its group's, and of what is withheld.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    sheet.heading(words("report.h.spread"))
    sheet.paragraph(words.labelled("feedback.compared", words.text(view.compared_with)), "strong")
    for note in view.notes:
        sheet.paragraph(words.text(note), "soft")
    if view.report.peer_comparison is not None:
        sheet.paragraph(words.text(view.report.peer_comparison))
    sheet.blank_row()
    columns = _columns(words)
    kept = [
        number for number in range(len(columns)) if view.report.has_targets or number != _TARGET
    ]
    rows: list[Row] = [_row(score, words) for score in view.scores]
    sheet.table(
        [columns[number] for number in kept], [[row[number] for number in kept] for row in rows]
    )
    for code in ("domains", "percentile", "standard"):
        sheet.paragraph(words(f"feedback.{code}.note"), "soft")
    sheet.heading(words("report.h.withheld"))
    for sentence in view.withheld:
        sheet.paragraph(words.text(sentence))
    if not view.withheld:
        sheet.paragraph(words("feedback.withheld.nothing"))
    sheet.paragraph(words("feedback.withheld.reason"), "soft")


def _columns(words: CellWords) -> list[SheetColumn]:
    names = (
        words("report.sheet.number"), words("report.column.domain"), words("report.column.score"),
        words("report.column.target"), words("feedback.median"), words("feedback.mean"),
        words("feedback.sheet.difference"), "P10", "Q1", "Q3", "P90",
        words("feedback.column.percentile"), words("feedback.column.standard"), "n",
        words("feedback.sheet.group"),
    )  # fmt: skip
    styles = ("center", "cell", *("one_decimal",) * 9, "center", "count", "count", "cell")
    return [SheetColumn(*column) for column in zip(names, WIDTHS, styles, strict=True)]


def _row(score: ScoreBesidePeers, words: CellWords) -> Row:
    own = [
        score.id or "",
        words.text(score.title),
        words.score(score.score, 1),
        None if score.target is None else words.score(score.target, 1),
    ]
    peers = score.peers
    if peers is None:
        return [*own, *(None,) * 10, words.text(score.absence)]
    cell, percentile = peers.cell, peers.percentile
    return [
        *own, cell.median, cell.mean, peers.difference, cell.p10, cell.q1, cell.q3, cell.p90,
        None
        if percentile is None
        else words("figure.range", low=percentile.low, high=percentile.high) + "%",
        peers.standard_score, cell.n, words.text(peers.group.title),
    ]  # fmt: skip


def share_widths(scale: LevelScale, words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns of practices, in characters.

    Args:
        scale: the levels of the checklist.
        words: their language.
    """
    return tuple(column.width for column in _share_columns(scale, words))


def write_shares(sheet: PrintedSheet, view: FeedbackView, words: CellWords) -> None:
    """Write the sheet of practices whose shares per level are published of a group.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    practices = view.report.practices
    rows = (
        _share_row(practices[compared.practice], compared, view.report.checklist, words)
        for compared in view.comparison.practices
    )
    sheet.filtered_table(_share_columns(view.report.result.scale, words), rows, frozen=2)


def option_widths(words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns of options and numbers, in characters."""
    return tuple(column.width for column in _option_columns(words))


def write_options(sheet: PrintedSheet, view: FeedbackView, words: CellWords) -> None:
    """Write the sheet of answers by option, and numbers, that are published of a group.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    rows: list[Row] = [
        [
            compared.practice.shown_id,
            words.text(compared.practice.title),
            words.text(compared.practice.value) if compared.practice.value else "",
            "" if line.row is None else words.text(line.row),
            words.text(line.name),
            words.text(line.value),
            words.text(compared.group_size),
        ]
        for compared in view.answers
        for line in compared.figure.lines
    ]
    sheet.filtered_table(_option_columns(words), rows, frozen=2)


def _option_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.number"), 11),
        SheetColumn(words("report.column.practice"), 38),
        SheetColumn(words("aggregate.answers.own"), 30),
        SheetColumn(words("aggregate.answers.row"), 28),
        SheetColumn(words("aggregate.answers.option"), 38),
        SheetColumn(words("aggregate.answers.value"), 16),
        SheetColumn(words("feedback.sheet.group"), 24),
    ]


def _share_columns(scale: LevelScale, words: CellWords) -> list[SheetColumn]:
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
            for name in answer_classes(scale)
        ),
        SheetColumn("n", 8, "count"),
        SheetColumn(words("feedback.sheet.group"), 24),
        SheetColumn(words("report.next"), 50),
    ]


def _share_row(
    practice: PracticeView, compared: PracticeComparison, checklist: Checklist, words: CellWords
) -> Row:
    level, cell = practice.result.level, compared.cell
    return [
        practice.shown_id,
        words.text(practice.title),
        words.tier(checklist, practice.definition.tier),
        level if level is not None else words.text(practice.sign),
        compared.distribution.median,
        compared.lag or None,
        _share(compared.share_above_own, compared),
        *(
            _share(cell.shares.get(name), compared)
            for name in answer_classes(compared.distribution.scale)
        ),
        cell.n,
        words.text(compared.group.title),
        words.text(practice.next_step) if compared.lag else "",
    ]


def _share(per_cent: int | None, compared: PracticeComparison) -> int | str | None:
    """Return a share; as text where only its lower bound is published."""
    is_bound = per_cent is not None and compared.cell.blurred is not None
    return f"≥ {per_cent}" if is_bound else per_cent
