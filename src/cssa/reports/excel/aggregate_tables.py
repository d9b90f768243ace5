"""The aggregate's sheets of one table each, to filter and sort."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.excel.sheet import Row, SheetColumn, StyledCell, Value
from cssa.library.case_words import source_line
from cssa.peers.answer_classes import level_classes
from cssa.peers.peers_file import CountCell, ScoreCell
from cssa.reports.aggregate.aggregate_view import AggregateSection, AggregateView
from cssa.reports.aggregate.answer_shares import PracticeShares
from cssa.reports.aggregate.group_rows import GroupScores
from cssa.reports.aggregate.restricted import Restricted
from cssa.reports.excel.aggregate_summary import QUANTILES, scores, share_cell
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.level_axis import middle


@dataclass(frozen=True, slots=True)
class AggregateTable:
    """A sheet that is one table.

    Attributes:
        name: of the sheet, as the last part of its message's code.
        frozen: number of columns that stay in sight.
        scores: the columns shaded by how high their scores are.
    """

    name: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Row]
    frozen: int
    scores: range = range(0)


def tables(view: AggregateView, words: CellWords) -> Iterator[AggregateTable]:
    """Yield the sheets, those of the restricted edition last.

    Args:
        view: what they show.
        words: their language.
    """
    if view.has_scores:
        yield AggregateTable("figures", _figure_columns(words), list(_figures(view, words)), 3)
    if view.shows_industry_groups:
        yield _by_group("by_industry_group", view.by_industry_group, view, words)
    if view.has_levels:
        yield AggregateTable(
            "practices", _practice_columns(view.scale, words), list(_practices(view, words)), 2
        )
    if view.answers:
        yield _answers(view, words)
    restricted = view.restricted
    if restricted is not None:
        yield _turnout(view, restricted, words)
        if view.has_scores:
            yield _by_group("by_group", restricted.groups, view, words)
            yield _heat_map(view, restricted, words)
        if view.has_levels:
            yield _by_sector(view.scale, restricted, words)
        yield _withheld(restricted, words)
    if view.trends:
        yield _trends(view, words)


def _figure_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.kind"), 12),
        SheetColumn(words("report.sheet.number"), 10),
        SheetColumn(words("report.sheet.name"), 46),
        *(
            SheetColumn(words(f"aggregate.column.{name}"), 11, "one_decimal")
            for name in (*QUANTILES, "mean")
        ),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
    ]


def _figures(view: AggregateView, words: CellWords) -> Iterator[Row]:
    overall = words("report.overall")
    yield [overall, "", overall, *scores(view.overall, words)]
    for domain in view.domains:
        kind = words("report.column.domain")
        yield [kind, domain.id, words.text(domain.title), *scores(domain.cell, words)]
    for domain in view.domains:
        for section in domain.sections:
            if section.id != domain.id:
                kind = words("report.column.section")
                yield [kind, section.id, words.text(section.title), *scores(section.cell, words)]


def _practice_columns(scale: LevelScale, words: CellWords) -> list[SheetColumn]:
    levels = [words("report.shares.level", level=name) for name in level_classes(scale)]
    names = [*levels, words("status.not_applicable"), words("status.not_adopted")]
    in_use = words("aggregate.column.in_use", level=scale.in_place)
    return [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 40),
        SheetColumn(words("report.column.section"), 30),
        SheetColumn(words("report.sheet.tier"), 14),
        *(SheetColumn(words("aggregate.column.per_cent", name=name), 9, "count") for name in names),
        SheetColumn(words("aggregate.column.per_cent", name=in_use), 11, "count"),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
    ]


def _practices(view: AggregateView, words: CellWords) -> Iterator[Row]:
    for domain in view.domains:
        for section in domain.sections:
            for practice_shares in section.practices:
                yield _practice(practice_shares, section, view.sources.checklist, words)


def _practice(
    practice_shares: PracticeShares,
    section: AggregateSection,
    checklist: Checklist,
    words: CellWords,
) -> Row:
    practice, cell = practice_shares.practice, practice_shares.cell
    return [
        practice.shown_id,
        words.text(practice.title),
        f"{section.id} {words.text(section.title)}",
        words.tier(checklist, practice.tier),
        *(None if share is None else share_cell(share, words) for share in practice_shares.shares),
        share_cell(practice_shares.in_use, words),
        None if cell is None else cell.n,
    ]


def _answers(view: AggregateView, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 40),
        SheetColumn(words("aggregate.answers.row"), 30),
        SheetColumn(words("aggregate.answers.option"), 40),
        SheetColumn(words("aggregate.answers.value"), 18),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
    ]
    rows: list[Row] = []
    for figure in view.answers:
        practice, cell = figure.practice, figure.cell
        name = [practice.shown_id, words.text(practice.title)]
        rows += [
            [
                *name,
                "" if line.row is None else words.text(line.row),
                words.text(line.name),
                words.text(line.value),
                None if cell is None else cell.n,
            ]
            for line in figure.lines
        ]
        if cell is None:
            rows.append([*name, "", "", words("aggregate.withheld"), None])
    return AggregateTable("answers", columns, rows, 2)


def _turnout(view: AggregateView, restricted: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("aggregate.column.sector"), 38),
        *(SheetColumn(words(f"aggregate.turnout.{name}"), 16, "count") for name, _ in view.turnout),
    ]
    rows: list[Row] = [
        [words.text(sector.title), *(count for _, count in sector.turnout.steps)]
        for sector in restricted.turnout
    ]
    return AggregateTable("turnout", columns, rows, 1)


def _by_group(
    name: str, groups: Iterable[GroupScores], view: AggregateView, words: CellWords
) -> AggregateTable:
    columns = [
        SheetColumn(words("aggregate.column.group"), 46),
        SheetColumn(words("aggregate.column.figure"), 40),
        *(
            SheetColumn(words(f"aggregate.column.{name}"), 11, "one_decimal")
            for name in (*QUANTILES, "mean")
        ),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
    ]
    rows: list[Row] = []
    for group in groups:
        title = words.text(group.group.title)
        rows.append([title, words("report.overall"), *scores(group.overall, words)])
        rows += [
            [title, f"{domain.id} {words.text(domain.title)}", *scores(cell, words)]
            for domain, cell in zip(view.domains, group.domains, strict=True)
        ]
        below = words("aggregate.h.below", level=view.scale.in_place)
        rows.append([title, below, *_counts(group.below_in_place, words)])
    return AggregateTable(name, columns, rows, 2)


def _heat_map(view: AggregateView, restricted: Restricted, words: CellWords) -> AggregateTable:
    names = [words("report.overall"), *(domain.id for domain in view.domains)]
    withheld = StyledCell(words("aggregate.withheld"), "center")
    columns = [
        SheetColumn(words("aggregate.column.group"), 46),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
        *(SheetColumn(name, 9, "one_decimal") for name in names),
    ]
    rows: list[Row] = [
        [
            "　" * scores.group.depth + words.text(scores.group.title),
            scores.group.n,
            *(withheld if cell is None else middle(cell) for cell in scores.scores),
        ]
        for scores in restricted.groups
    ]
    return AggregateTable("heat_map", columns, rows, 2, range(2, len(columns)))


def _counts(cell: CountCell | None, words: CellWords) -> Iterator[Value | StyledCell]:
    """Yield a count's figures in the columns of scores; P10 and P90 are not published of counts."""
    score = None if cell is None else ScoreCell(**cell.model_dump())
    yield from scores(score, words)


def _by_sector(scale: LevelScale, restricted: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 44),
        *(
            SheetColumn(
                words(
                    "aggregate.column.group_in_use",
                    group=words.text(group.title),
                    level=scale.in_place,
                ),
                12,
                "count",
            )
            for group in restricted.columns
        ),
    ]
    rows = [
        [
            row.practice.shown_id,
            words.text(row.practice.title),
            *(share_cell(share, words) for share in row.shares),
        ]
        for row in restricted.practices
    ]
    return AggregateTable("by_sector", columns, rows, 2)


def _withheld(restricted: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("aggregate.column.group"), 46),
        SheetColumn(words("aggregate.column.figure"), 24),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
        SheetColumn(words("aggregate.column.reason"), 70),
    ]
    rows: list[Row] = [
        [words.text(withheld.title), words.text(figure.name), figure.n, words(withheld.reason)]
        for withheld in restricted.withheld
        for figure in withheld.figures
    ]
    return AggregateTable("withheld", columns, rows, 1)


def _trends(view: AggregateView, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("incidents.column.trend_group"), 34),
        SheetColumn(words("incidents.column.trend"), 40),
        SheetColumn(words("incidents.column.response"), 70),
        SheetColumn(words("incidents.column.source"), 50),
    ]
    rows: list[Row] = []
    for described in view.trends:
        source = source_line(described.source, words.lang)
        rows += [
            [words.text(group.title), words.text(trend.title), words.text(trend.response), source]
            for group in described.groups
            for trend in group.trends
        ]
        rows += [
            [words("incidents.trends.shares"), words.text(title), f"{per_cent}%", source]
            for title, per_cent in described.shares
        ]
    return AggregateTable("trends", columns, rows, 1)
