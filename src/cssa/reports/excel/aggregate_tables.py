"""The aggregate's sheets that are one table each, to filter and to sort."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cssa.peers.published import CountCell, ScoreCell
from cssa.reports.aggregate.restricted import Restricted
from cssa.reports.aggregate.share import CLASSES, Spread
from cssa.reports.aggregate.view import AggregateView, Block
from cssa.reports.excel.aggregate_summary import QUANTILES, scores, share
from cssa.reports.excel.sheet import Cell, Column, Row, Value
from cssa.reports.excel.words import Words


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is one table.

    Attributes:
        name: of the sheet, by the end of its message's code.
        frozen: columns that stay in sight.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    frozen: int


def tables(view: AggregateView, words: Words) -> Iterator[Table]:
    """Yield the sheets, those of the restricted edition last."""
    yield Table("figures", _figure_columns(words), list(_figures(view, words)), 3)
    yield Table("practices", _practice_columns(words), list(_practices(view, words)), 2)
    part = view.restricted
    if part is not None:
        yield _turnout(view, part, words)
        yield _by_group(view, part, words)
        yield _by_sector(part, words)
        yield _withheld(part, words)


def _figure_columns(words: Words) -> list[Column]:
    return [
        Column(words("report.sheet.kind"), 12),
        Column(words("report.sheet.number"), 10),
        Column(words("report.sheet.name"), 46),
        *(Column(words(f"aggregate.column.{name}"), 11, "one") for name in (*QUANTILES, "mean")),
        Column(words("aggregate.column.n"), 9, "count"),
    ]


def _figures(view: AggregateView, words: Words) -> Iterator[Row]:
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


def _practice_columns(words: Words) -> list[Column]:
    levels = [words("report.shares.level", level=name) for name in CLASSES[:-2]]
    names = [*levels, words("status.not_applicable"), words("status.not_adopted")]
    in_use = words("aggregate.column.in_use")
    return [
        Column(words("report.sheet.number"), 11, repeated=True),
        Column(words("report.column.practice"), 40),
        Column(words("report.column.section"), 30),
        Column(words("report.sheet.tier"), 14),
        *(Column(words("aggregate.column.per_cent", name=name), 9, "count") for name in names),
        Column(words("aggregate.column.per_cent", name=in_use), 11, "count"),
        Column(words("aggregate.column.n"), 9, "count"),
    ]


def _practices(view: AggregateView, words: Words) -> Iterator[Row]:
    for domain in view.domains:
        for block in domain.blocks:
            for spread in block.spreads:
                yield _practice(spread, block, words)


def _practice(spread: Spread, block: Block, words: Words) -> Row:
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


def _turnout(view: AggregateView, part: Restricted, words: Words) -> Table:
    columns = [
        Column(words("aggregate.column.sector"), 38),
        *(Column(words(f"aggregate.turnout.{name}"), 16, "count") for name, _ in view.turnout),
    ]
    rows: list[Row] = [[words.of(one.title), *one.turnout] for one in part.turnout]
    return Table("turnout", columns, rows, 1)


def _by_group(view: AggregateView, part: Restricted, words: Words) -> Table:
    columns = [
        Column(words("aggregate.column.group"), 46),
        Column(words("aggregate.column.figure"), 40),
        *(Column(words(f"aggregate.column.{name}"), 11, "one") for name in (*QUANTILES, "mean")),
        Column(words("aggregate.column.n"), 9, "count"),
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
    return Table("by_group", columns, rows, 2)


def _counts(cell: CountCell | None, words: Words) -> Iterator[Value | Cell]:
    """Yield a count's figures in the columns of scores; outer quantiles are told of none."""
    score = None if cell is None else ScoreCell(**cell.model_dump())
    yield from scores(score, words)


def _by_sector(part: Restricted, words: Words) -> Table:
    columns = [
        Column(words("report.sheet.number"), 11, repeated=True),
        Column(words("report.column.practice"), 44),
        *(
            Column(words("aggregate.column.per_cent", name=words.of(one.title)), 12, "count")
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
    return Table("by_sector", columns, rows, 2)


def _withheld(part: Restricted, words: Words) -> Table:
    columns = [
        Column(words("aggregate.column.group"), 46),
        Column(words("aggregate.column.figure"), 24),
        Column(words("aggregate.column.n"), 9, "count"),
        Column(words("aggregate.column.reason"), 70),
    ]
    rows: list[Row] = [
        [words.of(one.title), words.of(figure.name), figure.n, words(one.reason)]
        for one in part.withheld
        for figure in one.figures
    ]
    return Table("withheld", columns, rows, 1)
