"""The codebook of exported tables: what columns hold and codes mean, in both languages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.datafile.csv_table import CsvValue, write_csv_table
from cssa.messages import LANGS, message
from cssa.messages.wording import Word, in_language
from cssa.store.export.codes import CodeLists
from cssa.store.export.table import ExportColumn, ExportTable

_CSV_HEADINGS = (
    "table",
    "column",
    "type",
    "meaning_ja",
    "meaning_en",
    "code",
    "code_ja",
    "code_en",
)

Tables = Mapping[ExportTable, Sequence[ExportColumn]]
"""Tables with those of their columns that are exported."""


class CodebookHead(NamedTuple):
    """What stands above the tables."""

    marking: Word
    paragraphs: Sequence[Word]


def codebook_csv(tables: Tables, codes: CodeLists) -> bytes:
    """Return the codebook as a table: a row for each column, then one for each of its codes.

    Args:
        tables: that are exported.
        codes: the lists that columns refer to.
    """
    return write_csv_table(_CSV_HEADINGS, _csv_rows(tables, codes))


def _csv_rows(tables: Tables, codes: CodeLists) -> Iterator[Sequence[CsvValue]]:
    for table, columns in tables.items():
        for column in columns:
            about = (
                table.name,
                column.name,
                column.type,
                *_both(f"export.column.{column.meaning}"),
            )
            yield (*about, None, None, None)
            for code in codes[column.codes] if column.codes else ():
                yield (*about, *code)


def codebook_markdown(
    head: CodebookHead, tables: Tables, counts: Mapping[str, int], codes: CodeLists
) -> str:
    """Return the codebook to be read: the edition, the tables, the codes.

    Args:
        head: marking and paragraphs on the edition.
        tables: that are exported.
        counts: rows of each table, by its name.
        codes: the lists that columns refer to.
    """
    lines = [f"# {_titled('export.codebook.title')}", "", f"**{_joined(head.marking)}**", ""]
    for lang in LANGS:
        for paragraph in head.paragraphs:
            lines += [str(in_language(paragraph, lang, message)), ""]
    for table, columns in tables.items():
        rows = _titled("export.codebook.rows", count=counts[table.name])
        lines += [f"## {table.file}", "", f"{_titled(f'export.table.{table.name}')} ({rows})", ""]
        lines += _table(("column", "type", "meaning", "codes"), map(_column_line, columns))
    used = {column.codes for columns in tables.values() for column in columns}
    for name, listed in codes.items():
        if name in used:
            lines += [f"## {_titled('export.codebook.codes')}: {name}", ""]
            lines += _table(
                ("codes", "meaning"),
                ((f"`{code.code}`", f"{code.ja} / {code.en}") for code in listed),
            )
    return "\n".join(lines)


def _column_line(column: ExportColumn) -> tuple[str, ...]:
    return (
        f"`{column.name}`",
        _titled(f"export.type.{column.type}"),
        _titled(f"export.column.{column.meaning}"),
        column.codes or "",
    )


def _table(headings: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield _line([_titled(f"export.codebook.{heading}") for heading in headings])
    yield _line(["---"] * len(headings))
    yield from map(_line, rows)
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _both(code: str, **params: object) -> tuple[str, ...]:
    return tuple(message(lang, code, params) for lang in LANGS)


def _titled(code: str, **params: object) -> str:
    """Return a message in both languages, side by side."""
    return " / ".join(dict.fromkeys(_both(code, **params)))


def _joined(word: Word) -> str:
    return " / ".join(dict.fromkeys(str(in_language(word, lang, message)) for lang in LANGS))
