"""CSV tables that people keep in Excel: read strictly with every cell's place, written safely."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeVar

from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages import LANGS, say

T = TypeVar("T")

MAX_BYTES = 5_000_000
MAX_PROBLEMS = 400
"""Problems looked for in one table; more than anyone mends before reading it again."""

_BOM = "\ufeff"
_CELL = re.compile(r'"((?:[^"]++|"")*+)"(?=[,\r\n]|\Z)|(?!")([^,\r\n]*+)')
_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_RUN = "=+-@\t\r"
"""First characters of what spreadsheets run."""
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')
_MOMENT = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?", re.ASCII
)


class CsvColumn(NamedTuple):
    """A column that a table may have.

    Attributes:
        code: its heading, for which ``table.column.<code>`` has a word in every language.
        required: the table is refused without it.
    """

    code: str
    required: bool = False


class CsvCell(NamedTuple):
    """A cell of a row.

    Attributes:
        text: what stands in it, without the mark that keeps spreadsheets from running it.
        heading: the column's heading as the table has it.
    """

    text: str
    heading: str
    place: Location

    @property
    def code(self) -> str:
        """The text without the blanks and full-width forms that typing leaves."""
        return unicodedata.normalize("NFKC", self.text).strip()

    @property
    def moment(self) -> datetime | None:
        """The day and time that the text says, midnight where it says a day alone.

        Spreadsheets rewrite ``2026-11-20`` as ``2026/11/20``.
        """
        match = _MOMENT.fullmatch(self.code)
        if match is None:
            return None
        try:
            return datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001 - local time, as the list has it
        except ValueError:
            return None

    def problem(self, code: str, **params: object) -> Problem:
        """Return what is wrong with the cell."""
        return Problem(code, {"found": self.code, **params}, self.place, (self.heading,))


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row."""

    cells: dict[str, CsvCell]
    place: Location

    def __getitem__(self, code: str) -> CsvCell:
        """Return the cell of a column, an empty one where the row or the table has none."""
        return self.cells.get(code) or CsvCell("", code, self.place)


class CsvTable(NamedTuple):
    """The rows of a table, and what was found wrong so far."""

    rows: list[CsvRow]
    problems: list[Problem]

    def read(self, make: Callable[[CsvRow], T]) -> tuple[T, ...]:
        """Return what each row says, up to where too much is wrong to go on."""
        read: list[T] = []
        for row in self.rows:
            if len(self.problems) >= MAX_PROBLEMS:
                break
            read.append(make(row))
        return tuple(read)

    def finish(self) -> None:
        """Refuse the table where anything is wrong with it.

        Raises:
            InputError: with what was found, at most ``MAX_PROBLEMS``.
        """
        if self.problems:
            raise InputError(self.problems[:MAX_PROBLEMS])


def read_csv_table(data: bytes, path: str, columns: Sequence[CsvColumn]) -> CsvTable:
    """Read a table whose first row has headings, and skip rows without a word.

    Args:
        data: UTF-8 with or without byte order mark, or the CP932 of Japanese spreadsheets.
        path: the input's name for messages.
        columns: what it may have; headings are their codes, or their words in any language.

    Raises:
        InputError: when it is no such table, or its headings are wrong.
    """
    lines = [line for line in _lines(_decode(data, path), path) if any(c.text for c in line)]
    if not lines:
        raise InputError([Problem("table.empty", {}, Location(path))])
    codes, problems = _headings(lines[0], columns)
    CsvTable([], problems).finish()
    headings = [cell.text.strip() for cell in lines[0]]
    names = {code: heading for code, heading in zip(codes, headings, strict=True) if code}
    rows = []
    for line in lines[1:]:
        cells = {}
        for number, cell in enumerate(line):
            code = codes[number] if number < len(codes) else ""
            if code:
                cells[code] = cell._replace(heading=names[code])
            elif cell.text.strip():
                problems.append(Problem("table.beyond", {"found": cell.text}, cell.place))
        rows.append(CsvRow(cells, Location(path, line[0].place.line)))
    return CsvTable(rows, problems)


def write_csv_table(columns: Sequence[CsvColumn], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table that spreadsheets open with its characters whole and run nothing of."""
    lines = [[column.code for column in columns], *rows]
    text = "".join(",".join(map(_written, line)) + "\r\n" for line in lines)
    return (_BOM + text).encode()


def _written(value: str) -> str:
    if value.startswith(tuple(f"{_RUN}'")):
        value = f"'{value}"
    if _QUOTED.search(value):
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    return value


def _read(value: str) -> str:
    """Return a value without the mark that ``_written`` puts before it."""
    return value[1:] if value[:1] == "'" and value[1:2] in tuple(f"{_RUN}'") else value


def _decode(data: bytes, path: str) -> str:
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise InputError([Problem("table.too_large", {"limit": limit}, Location(path))])
    for encoding in ("utf-8-sig", "cp932"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise InputError([Problem("table.not_text", {}, Location(path))])


def _lines(text: str, path: str) -> Iterator[list[CsvCell]]:
    """Yield the cells of each row; quoted cells may go over several lines."""
    at, line, start = 0, 1, 0
    cells: list[CsvCell] = []
    while at < len(text) or cells:
        match = _CELL.match(text, at)
        place = Location(path, line, at - start + 1)
        if match is None:
            raise InputError([Problem("table.quote", {}, place)])
        quoted, plain = match.groups()
        value = plain if quoted is None else quoted.replace('""', '"')
        cells.append(CsvCell(_read(value), "", place))
        for broken in _END.finditer(match.group()):
            line, start = line + 1, at + broken.end()
        at = match.end()
        if text[at : at + 1] == ",":
            at += 1
            continue
        yield cells
        cells = []
        if end := _END.match(text, at):
            at = start = end.end()
            line += 1


def _headings(
    cells: list[CsvCell], columns: Sequence[CsvColumn]
) -> tuple[list[str], list[Problem]]:
    """Return each column's code, empty where it has no heading, and what is wrong."""
    known = {
        _plain(word): column.code
        for column in columns
        for word in (column.code, *(say(lang, f"table.column.{column.code}") for lang in LANGS))
    }
    words = ", ".join(column.code for column in columns)
    codes: list[str] = []
    problems: list[Problem] = []
    for cell in cells:
        heading = cell.text.strip()
        code = known.get(_plain(heading), "")
        if heading and not code:
            params = {"heading": heading, "known": words}
            problems.append(Problem("table.unknown_column", params, cell.place))
        elif code and code in codes:
            problems.append(Problem("table.column_twice", {"heading": heading}, cell.place))
        codes.append(code)
    for column in columns:
        if column.required and column.code not in codes:
            params = {"heading": column.code}
            problems.append(Problem("table.column_missing", params, cells[0].place))
    return codes, problems


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
