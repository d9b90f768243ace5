"""The workbook of institutions that the issuer may want to talk to, each with its reasons."""

from collections.abc import Iterator, Mapping, Sequence

from cssa.consistency.hearing import HearingRow
from cssa.engine.figures import rounded
from cssa.messages import Lang
from cssa.reports.excel.sheet import Column, Row
from cssa.reports.excel.table import Table, write_tables
from cssa.reports.excel.words import Words
from cssa.yamlio.model import Text


def write_hearing(
    rows: Sequence[HearingRow], of: int, sectors: Mapping[str, Text], lang: Lang, *, source: str
) -> bytes:
    """Return the workbook.

    Args:
        rows: institutions with at least one reason, in the order of their ids.
        of: how many institutions were looked at.
        sectors: titles of sub-sectors by id.
        lang: its language.
        source: whose it is, such as the campaign's title.
    """
    words = Words(lang)
    title = words("book.hearing.title")
    table = Table(
        sheet=words("book.hearing.sheet"),
        title=title,
        notes=(
            words("book.hearing.no_judgement"),
            words("book.hearing.order"),
            words("book.hearing.found", count=len(rows), of=of),
        ),
        columns=_columns(words),
        rows=_rows(rows, sectors, words),
        frozen=2,
        remarks=[words(f"disclaimer.{number}") for number in (1, 2, 3, 5)],
    )
    return write_tables([table], lang, title=title, source=source)


def _columns(words: Words) -> list[Column]:
    return [
        Column(words("book.review.institution"), 16, repeated=True),
        Column(words("book.review.name"), 22, repeated=True),
        Column(words("book.hearing.sector"), 15),
        Column(words("book.hearing.reasons"), 66),
        Column(words("book.hearing.queries"), 11, "count"),
        Column(words("book.hearing.coverage"), 9, "count"),
        Column(words("book.hearing.expired"), 12, "count"),
        Column(words("book.hearing.below_target"), 12, "count"),
        Column(words("book.hearing.median"), 11, "one"),
        Column(words("book.hearing.overall"), 10, "two"),
        Column(words("book.hearing.before"), 9, "two"),
    ]


def _rows(rows: Sequence[HearingRow], sectors: Mapping[str, Text], words: Words) -> Iterator[Row]:
    for facts, reasons in rows:
        sector = sectors.get(facts.sector)
        yield [
            facts.institution,
            facts.name,
            words.of(sector) if sector else facts.sector,
            "\n".join(words(f"hearing.{one.code}", **one.params) for one in reasons),
            facts.queries,
            None if facts.coverage is None else int(100 * facts.coverage),
            facts.expired,
            facts.below_target,
            rounded(facts.group_median, 1),
            rounded(facts.overall),
            rounded(facts.before),
        ]
