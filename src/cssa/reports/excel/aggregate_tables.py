"""The aggregate's sheets that are one table each, to filter and to sort."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.excel.sheet import Row, SheetColumn, StyledCell, Value
from cssa.peers.cells import ANSWER_CLASSES
from cssa.peers.peers_file import CountCell, ScoreCell
from cssa.reports.aggregate.aggregate_view import AggregateSection, AggregateView
from cssa.reports.aggregate.answer_shares import PracticeShares
from cssa.reports.aggregate.restricted import Restricted
from cssa.reports.excel.aggregate_summary import QUANTILES, scores, share
from cssa.reports.excel.cell_words import CellWords


@dataclass(frozen=True, slots=True)
class AggregateTable:
    """A sheet that is one table.

    Attributes:
        name: of the sheet, by the end of its message's code.
        frozen: columns that stay in sight.
    """

    name: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Row]
    frozen: int


def tables(view: AggregateView, words: CellWords) -> Iterator[AggregateTable]:
    """Yield the sheets, those of the restricted edition last."""
    yield AggregateTable("figures", _figure_columns(words), list(_figures(view, words)), 3)
    yield AggregateTable("practices", _practice_columns(words), list(_practices(view, words)), 2)
    part = view.restricted
    if part is not None:
        yield _turnout(view, part, words)
        yield _by_group(view, part, words)
        yield _by_sector(part, words)
        yield _withheld(part, words)


def _figure_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("report.sheet.kind"), 12),
        SheetColumn(words("report.sheet.number"), 10),
        SheetColumn(words("report.sheet.name"), 46),
        *(
            SheetColumn(words(f"aggregate.column.{name}"), 11, "one")
            for name in (*QUANTILES, "mean")
        ),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
    ]


def _figures(view: AggregateView, words: CellWords) -> Iterator[Row]:
    overall = words("report.overall")
    yield [overall, "", overall, *scores(view.overall, words)]
    for domain in view.domains:
        kind = words("report.column.domain")
        yield [kind, domain.id, words.of(domain.title), *scores(domain.cell, words)]
    for domain in view.domains:
        for block in domain.blocks:
            if block.id != domain.id:
                kind = words("report.column.section")
                yield [kind, block.id, words.of(block.title), *scores(block.cell, words)]


def _practice_columns(words: CellWords) -> list[SheetColumn]:
    levels = [words("report.shares.level", level=name) for name in ANSWER_CLASSES[:-2]]
    names = [*levels, words("status.not_applicable"), words("status.not_adopted")]
    in_use = words("aggregate.column.in_use")
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
        for block in domain.blocks:
            for spread in block.spreads:
                yield _practice(spread, block, words)


def _practice(spread: PracticeShares, block: AggregateSection, words: CellWords) -> Row:
    practice, cell = spread.practice, spread.cell
    return [
        practice.id,
        words.of(practice.title),
        f"{block.id} {words.of(block.title)}",
        words(f"tier.{practice.tier}"),
        *(None if one is None else share(one, words) for one in spread.shares),
        share(spread.in_use, words),
        None if cell is None else cell.n,
    ]


def _turnout(view: AggregateView, part: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("aggregate.column.sector"), 38),
        *(SheetColumn(words(f"aggregate.turnout.{name}"), 16, "count") for name, _ in view.turnout),
    ]
    rows: list[Row] = [[words.of(one.title), *one.turnout] for one in part.turnout]
    return AggregateTable("turnout", columns, rows, 1)


def _by_group(view: AggregateView, part: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("aggregate.column.group"), 46),
        SheetColumn(words("aggregate.column.figure"), 40),
        *(
            SheetColumn(words(f"aggregate.column.{name}"), 11, "one")
            for name in (*QUANTILES, "mean")
        ),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
    ]
    rows: list[Row] = []
    for one in part.groups:
        title = words.of(one.group.title)
        rows.append([title, words("report.overall"), *scores(one.overall, words)])
        rows += [
            [title, f"{domain.id} {words.of(domain.title)}", *scores(cell, words)]
            for domain, cell in zip(view.domains, one.domains, strict=True)
        ]
        rows.append([title, words("report.column.below"), *_counts(one.below, words)])
    return AggregateTable("by_group", columns, rows, 2)


def _counts(cell: CountCell | None, words: CellWords) -> Iterator[Value | StyledCell]:
    """Yield a count's figures in the columns of scores; outer quantiles are told of none."""
    score = None if cell is None else ScoreCell(**cell.model_dump())
    yield from scores(score, words)


def _by_sector(part: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("report.sheet.number"), 11, repeated=True),
        SheetColumn(words("report.column.practice"), 44),
        *(
            SheetColumn(words("aggregate.column.per_cent", name=words.of(one.title)), 12, "count")
            for one in part.columns
        ),
    ]
    rows = [
        [
            one.practice.id,
            words.of(one.practice.title),
            *(share(each, words) for each in one.shares),
        ]
        for one in part.practices
    ]
    return AggregateTable("by_sector", columns, rows, 2)


def _withheld(part: Restricted, words: CellWords) -> AggregateTable:
    columns = [
        SheetColumn(words("aggregate.column.group"), 46),
        SheetColumn(words("aggregate.column.figure"), 24),
        SheetColumn(words("aggregate.column.n"), 9, "count"),
        SheetColumn(words("aggregate.column.reason"), 70),
    ]
    rows: list[Row] = [
        [words.of(one.title), words.of(figure.name), figure.n, words(one.reason)]
        for one in part.withheld
        for figure in one.figures
    ]
    return AggregateTable("withheld", columns, rows, 1)
