"""The report's sheet of figures: overall, tiers, domains and sections, with their coverage."""

from collections.abc import Iterator, Sequence

from cssa.checklist.practice import Tier
from cssa.engine.result import BasicTier, BelowTarget, Coverage, DesirableTier, Figure
from cssa.excel.sheet import PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.reports.excel.cell_words import CellWords, answered_share
from cssa.reports.phrases import format_level
from cssa.reports.report_view import ReportView

_OF_TARGETS = (4, 7, 8, 9)
"""Columns that only targets fill."""


def widths(view: ReportView, words: CellWords) -> tuple[float, ...]:
    """Return the widths of the columns, in characters."""
    columns = _columns(words)
    return tuple(columns[number].width for number in _kept(view, columns))


def write(sheet: PrintedSheet, view: ReportView, words: CellWords) -> None:
    """Write the sheet.

    Args:
        sheet: the empty sheet.
        view: what it shows.
        words: its language.
    """
    columns = _columns(words)
    kept = _kept(view, columns)
    rows = ([row[number] for number in kept] for row in _rows(view, words))
    sheet.filtered_table([columns[number] for number in kept], rows, frozen=3)


def _kept(view: ReportView, columns: Sequence[SheetColumn]) -> list[int]:
    """Return the numbers of the columns that there is something for."""
    return [
        number for number in range(len(columns)) if view.has_targets or number not in _OF_TARGETS
    ]


def _columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.kind"), 13),
        SheetColumn(words("report.sheet.number"), 10),
        SheetColumn(words("report.sheet.name"), 42),
        SheetColumn(words("report.column.score"), 11, "two_decimals"),
        SheetColumn(words("report.column.target"), 10, "two_decimals"),
        SheetColumn(words("report.column.level"), 13, "center"),
        SheetColumn(words("report.sheet.band"), 20),
        SheetColumn(words("report.column.below"), 10, "count"),
        SheetColumn(words("report.sheet.accepted"), 12, "count"),
        SheetColumn(words("report.sheet.below_of"), 12, "count"),
        SheetColumn(words("report.sheet.in_scope"), 10, "count"),
        SheetColumn(words("report.sheet.answered"), 10, "count"),
        SheetColumn(words("report.sheet.not_applicable"), 11, "count"),
        SheetColumn(words("report.sheet.not_adopted"), 10, "count"),
        SheetColumn(words("report.sheet.unanswered"), 12, "count"),
        SheetColumn(words("report.sheet.out_of_scope"), 12, "count"),
        SheetColumn(words("report.sheet.ratio"), 10, "center"),
    ]


def _rows(view: ReportView, words: CellWords) -> Iterator[Row]:
    result, overall = view.result, view.result.overall
    name = words("report.overall")
    if result.provisional:
        name += words.in_brackets(words("report.provisional"))
    band = words.text(view.band) if overall.rateable else words("figure.unrateable")
    yield [
        words("report.overall"), "", name,
        *_score_and_target(overall, words, words.score(view.target, 2) if view.target else None),
        words.lowest_level(overall), band, *_counts(overall.below_target, overall.coverage),
    ]  # fmt: skip
    tiers: dict[Tier, BasicTier | DesirableTier] = {
        "basic": result.tiers.basic,
        "desirable": result.tiers.desirable,
    }
    for tier, tier_result in tiers.items():
        yield [
            words("report.sheet.tier"), "", words.tier(view.checklist, tier),
            *_score_and_target(tier_result, words, None), None, "",
            *_counts(None, tier_result.coverage),
        ]  # fmt: skip
    for domain, figures in zip(view.domains, result.domains, strict=True):
        band = words.text(domain.band) if figures.rateable else words("figure.unrateable")
        target = words.score(domain.target, 2) if domain.target else None
        yield [
            words("report.column.domain"), domain.id, words.text(domain.title),
            *_score_and_target(figures, words, target),
            words.lowest_level(figures), band, *_counts(figures.below_target, figures.coverage),
        ]  # fmt: skip
    titles = {
        section.id: section.title
        for domain in view.checklist.domains
        for section in domain.sections
    }
    for section in result.sections:
        yield [
            words("report.column.section"), section.id, words.text(titles[section.id]),
            *_score_and_target(section, words, None), words.lowest_level(section), "",
            *_counts(section.below_target, section.coverage),
        ]  # fmt: skip


def _score_and_target(
    figure: Figure, words: CellWords, target: Value | StyledCell
) -> Iterator[Value | StyledCell]:
    yield words.score(figure.value, 2)
    yield StyledCell(format_level(None), "center") if target is None else target


def _counts(below: BelowTarget | None, coverage: Coverage) -> Iterator[Value]:
    yield None if below is None else below.count
    yield None if below is None else below.accepted
    yield None if below is None else below.of
    yield coverage.in_scope
    yield coverage.answered
    yield coverage.not_applicable
    yield coverage.not_adopted
    yield coverage.unanswered
    yield coverage.out_of_scope
    yield answered_share(coverage)
