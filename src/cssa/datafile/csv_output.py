"""Tables as CSV that a spreadsheet opens as text, whatever stands in a cell."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

CsvValue = str | int | float | Decimal | date | None

_BEGINNINGS = frozenset("=+-@−")
"""What a spreadsheet may take for the beginning of a formula, full-width forms folded."""


def render_csv(header: Sequence[str], rows: Iterable[Sequence[CsvValue]]) -> bytes:
    """Return a table in UTF-8 with a mark that tells spreadsheets so.

    A text that a spreadsheet would run has an apostrophe put before it; numbers stay as they are.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(map(_cell, header))
    writer.writerows(map(_cell, row) for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: CsvValue) -> str:
    if isinstance(value, str):
        return f"'{value}" if is_run(value) else value
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def is_run(text: str) -> bool:
    """Tell whether a spreadsheet might run a text instead of showing it."""
    if text.startswith(("\t", "\r", "\n")):
        return True
    first = text.lstrip()[:1]
    return unicodedata.normalize("NFKC", first) in _BEGINNINGS
