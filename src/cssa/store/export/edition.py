"""An edition of the store for other programs: its tables with their codebook, in a folder."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, NamedTuple

from cssa.datafile.csv_table import CsvValue, write_csv_rows
from cssa.messages.wording import CodedWord, Word, listed
from cssa.store.export.codebook import CodebookHead, Tables, codebook_csv, codebook_markdown
from cssa.store.export.codes import CodeLists
from cssa.store.export.folder import CODEBOOK, CODEBOOK_CSV, ExportFolder
from cssa.store.export.table import ExportColumn, ExportTable

EditionKind = Literal["named", "pseudonymous", "mixed", "sharing"]
"""Whether institutions have their names, pseudonyms, either by campaign, or are not told apart."""

_BYTE_ORDER_MARK = "\ufeff"


class ExportedEdition(NamedTuple):
    """What is exported.

    Attributes:
        campaigns: ids of those whose rows are exported.
        marking: of its documents.
        about: paragraphs on what it has and must not be used for.
        details: further paragraphs for the codebook.
        facts: on the edition, for the record.
    """

    kind: EditionKind
    campaigns: Collection[str]
    tables: Sequence[ExportTable]
    marking: Word
    about: Sequence[Word]
    details: Sequence[Word]
    facts: Mapping[str, Any]

    @property
    def columns(self) -> Tables:
        """The tables with the columns that the edition has."""
        return {
            table: [column for column in table.columns if column.shared or self.kind != "sharing"]
            for table in self.tables
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the files."""
        return (*(table.file for table in self.tables), CODEBOOK_CSV, CODEBOOK)


def write_edition(
    store: Path,
    folder: ExportFolder,
    edition: ExportedEdition,
    codes: CodeLists,
    step: Callable[[int, int], None],
) -> Mapping[str, int]:
    """Write tables and codebook; return the rows of each table.

    Args:
        store: of the present version, with what may be exported.
        folder: opened for these files.
        edition: what is exported.
        codes: that stand in the tables.
        step: called with the number of tables that are done, and of all.

    Raises:
        OSError: when a file cannot be written.
    """
    counts = {}
    with closing(sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)) as opened:
        for table, columns in edition.columns.items():
            rows = _rows(opened, table, columns, edition.campaigns)
            with folder.opened(table.file) as stream:
                stream.write(_BYTE_ORDER_MARK)
                headings = [column.name for column in columns]
                counts[table.name] = write_csv_rows(stream, headings, rows)
            step(len(counts), len(edition.tables))
    with folder.opened(CODEBOOK_CSV) as stream:
        stream.write(codebook_csv(edition.columns, codes).decode())
    with folder.opened(CODEBOOK) as stream:
        stream.write(codebook_markdown(_head(edition), edition.columns, counts, codes))
    folder.finish(edition.names, {**edition.facts, "rows": counts})
    return counts


def _head(edition: ExportedEdition) -> CodebookHead:
    names = ("campaigns", "formats", "types", "joins")
    params = {"campaigns": (("list", listed(edition.campaigns)),)}
    words = (CodedWord(f"export.codebook.{name}", params.get(name, ())) for name in names)
    return CodebookHead(edition.marking, (*edition.about, *edition.details, *words))


def _rows(
    store: sqlite3.Connection,
    table: ExportTable,
    columns: Sequence[ExportColumn],
    campaigns: Collection[str],
) -> Iterator[Sequence[CsvValue]]:
    kept = [(table.columns.index(column), column.type == "number") for column in columns]
    for row in store.execute(table.query):
        if row[0] in campaigns:
            yield [_number(row[index]) if is_number else row[index] for index, is_number in kept]


def _number(value: CsvValue) -> CsvValue:
    """Return a number that may stand as decimal text."""
    return Decimal(value) if isinstance(value, str) else value
