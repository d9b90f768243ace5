"""The workbook of segments: for the issuer alone, without disclosure control."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.checklist.model import Checklist
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import rounded
from cssa.excel.sheet import Row, SheetColumn
from cssa.excel.table_book import SheetTable, write_tables
from cssa.messages import Lang
from cssa.messages.wording import Word
from cssa.peers.segments import SegmentFigures
from cssa.reports.domain_floor import domain_floor
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.phrases import report_disclaimers


class Segment(NamedTuple):
    """Institutions that have something in common.

    Attributes:
        title: what that is; None where it is not stated of them.
        asked: how many were asked for answers; None without a roster.
        figures: of those in the statistics.
    """

    title: AnyText | Word | str | None
    asked: int | None
    figures: SegmentFigures


class SegmentTable(NamedTuple):
    """The segments of all institutions by one thing, as the last part of its messages' codes."""

    name: str
    segments: tuple[Segment, ...]

    @property
    def states_asked(self) -> bool:
        """Whether it is known who was asked."""
        return any(segment.asked is not None for segment in self.segments)


def write_segments(
    tables: Sequence[SegmentTable],
    conditions: Sequence[str],
    checklist: Checklist,
    lang: Lang,
    *,
    source: str,
    handling: Handling = UNSPECIFIED,
) -> bytes:
    """Return the workbook.

    Args:
        tables: a sheet for each.
        conditions: that all institutions in it meet, in words.
        checklist: what was answered.
        lang: its language.
        source: whose it is, such as the campaign's title.
        handling: what the issuer lays down.
    """
    words = CellWords(lang)
    title = words("book.segments.title")
    notes = [words("book.segments.unprotected"), words("book.segments.counts")]
    if checklist.scored:
        notes.append(words.text(domain_floor(checklist)))
    if conditions:
        notes.insert(0, words("book.segments.where", conditions=words.join(conditions)))
    return write_tables(
        [
            SheetTable(
                sheet=words(f"book.segments.by.{table.name}"),
                title=f"{title}{words.in_brackets(words(f'book.segments.by.{table.name}'))}",
                notes=notes,
                columns=_columns(table, checklist, words),
                rows=_rows(table, checklist, words),
                frozen=1,
                remarks=[words.text(remark) for remark in report_disclaimers(checklist)],
            )
            for table in tables
        ],
        lang,
        title=title,
        source=source,
        handling=words("book.segments.mark", handling=words.text(handling.mark)),
    )


def _columns(table: SegmentTable, checklist: Checklist, words: CellWords) -> list[SheetColumn]:
    columns = [
        SheetColumn(words(f"book.segments.by.{table.name}"), 34, repeated=True),
        SheetColumn(words("aggregate.turnout.in_statistics"), 12, "count"),
    ]
    if table.states_asked:
        columns.insert(1, SheetColumn(words("aggregate.turnout.expected"), 12, "count"))
    if not checklist.scored:
        return columns
    below = words("aggregate.h.below", level=checklist.level_scale.in_place)
    return [
        *columns,
        SheetColumn(words("book.segments.median"), 11, "one_decimal"),
        SheetColumn(words("book.segments.mean"), 11, "one_decimal"),
        *(
            SheetColumn(words("book.segments.domain", domain=domain.id), 9, "one_decimal")
            for domain in checklist.domains
        ),
        SheetColumn(words("book.segments.count", name=below), 12, "one_decimal"),
    ]


def _without(table: SegmentTable) -> str:
    """Return the message for institutions of which the thing is not stated."""
    if table.name == "industry_group":
        return "book.segments.no_industry_group"
    return "book.segments.unstated"


def _rows(table: SegmentTable, checklist: Checklist, words: CellWords) -> Iterator[Row]:
    for title, asked, figures in table.segments:
        name = words.text(title) if title is not None else words(_without(table))
        row: Row = [name, asked, figures.n] if table.states_asked else [name, figures.n]
        if checklist.scored:
            values = (figures.median, figures.mean, *figures.domains, figures.below_in_place)
            row = [*row, *(rounded(value, 1) for value in values)]
        yield row
