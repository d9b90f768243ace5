"""The workbook of institutions that the issuer may want to interview, each with its reasons."""

from collections.abc import Iterator, Mapping, Sequence

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.checklist.model import Checklist
from cssa.consistency.hearing import HearingRow
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import rounded
from cssa.excel.sheet import Row, SheetColumn
from cssa.excel.table_book import SheetTable, write_tables
from cssa.messages import Lang
from cssa.messages.wording import Word
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.phrases import report_disclaimers


def write_hearing(
    rows: Sequence[HearingRow],
    of: int,
    sectors: Mapping[str, AnyText],
    checklist: Checklist,
    lang: Lang,
    *,
    source: str,
    days: Word | None = None,
    handling: Handling = UNSPECIFIED,
) -> bytes:
    """Return the workbook.

    Args:
        rows: institutions with at least one reason, in the order of their ids.
        of: number of institutions compared.
        sectors: titles of sub-sectors by id.
        checklist: what was answered.
        lang: its language.
        source: whose it is, such as the campaign's title.
        days: base date and evaluation date, where they are stated.
        handling: what the issuer lays down.
    """
    words = CellWords(lang)
    title = words("book.hearing.title")
    table = SheetTable(
        sheet=words("book.hearing.sheet"),
        title=title,
        notes=(
            *([] if days is None else [words.text(days)]),
            words("book.hearing.no_judgement"),
            words("book.hearing.order"),
            words("book.hearing.found", count=len(rows), of=of),
        ),
        columns=_columns(checklist, words),
        rows=_rows(rows, sectors, checklist, words),
        frozen=2,
        remarks=[words.text(remark) for remark in report_disclaimers(checklist)],
    )
    return write_tables(
        [table], lang, title=title, source=source, handling=words.text(handling.mark)
    )


def _columns(checklist: Checklist, words: CellWords) -> list[SheetColumn]:
    columns = [
        SheetColumn(words("book.review.institution"), 16, repeated=True),
        SheetColumn(words("book.review.name"), 22, repeated=True),
        SheetColumn(words("book.hearing.sector"), 15),
        SheetColumn(words("book.hearing.reasons"), 66),
        SheetColumn(words("book.hearing.queries"), 11, "count"),
        SheetColumn(words("book.hearing.coverage"), 9, "one_decimal"),
        SheetColumn(words("book.hearing.expired"), 12, "count"),
    ]
    if not checklist.scored:
        return columns
    in_place = checklist.level_scale.in_place
    return [
        *columns,
        SheetColumn(words("book.hearing.below_in_place", level=in_place), 12, "count"),
        SheetColumn(words("book.hearing.median"), 11, "one_decimal"),
        SheetColumn(words("book.hearing.overall"), 10, "two_decimals"),
        SheetColumn(words("book.hearing.before"), 9, "two_decimals"),
    ]


def _rows(
    rows: Sequence[HearingRow],
    sectors: Mapping[str, AnyText],
    checklist: Checklist,
    words: CellWords,
) -> Iterator[Row]:
    for facts, reasons in rows:
        sector = sectors.get(facts.sector)
        row: Row = [
            facts.institution,
            facts.name,
            words.text(sector) if sector else facts.sector,
            "\n".join(words(f"hearing.{reason.code}", **reason.params) for reason in reasons),
            facts.queries,
            None if facts.coverage is None else rounded(100 * facts.coverage, 1),
            facts.expired,
        ]
        if checklist.scored:
            figures = rounded(facts.overall), rounded(facts.previous_overall)
            row = [*row, facts.below_in_place, rounded(facts.group_median, 1), *figures]
        yield row
