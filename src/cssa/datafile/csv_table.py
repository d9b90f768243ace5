"""CSV tables: read strictly with every cell's location, written safely for spreadsheets."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, TextIO, TypeVar

from cssa.datafile.syntax import refuse_conflicts
from cssa.datafile.types import NOT_IN_LINE
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages import LANGS, fitting, message
from cssa.messages.visible import visible
from cssa.messages.wording import CodedWord, Word, WordList, coded_words, listed

ParsedT = TypeVar("ParsedT")

CsvValue = str | int | float | Decimal | date | None

MAX_BYTES = 5_000_000
MAX_PROBLEMS = 400
"""Problems collected from one table; more than anyone fixes before reading it again."""

_KEPT_TEXT = re.compile(r'="([^"]*+)"')
"""A formula that people write so that a spreadsheet keeps all digits of a number."""
_UNIT = re.compile(r"\s*[(（][^()（）]*[)）]\Z")
"""The unit at the end of a heading."""
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Characters of a cell that are written as their codes; tabs and line breaks are a cell's own."""
_NOT_IN_LINE = re.compile(f"[{NOT_IN_LINE}]")
_FORMULA_STARTS = frozenset("=+-@−")
"""First characters of what spreadsheets take for a formula, full-width forms folded."""
_TIMESTAMP = re.compile(
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
        text: its content, without the apostrophe that keeps spreadsheets from running it.
        heading: the column's heading as the table has it.
        location: where it starts.
    """

    text: str
    heading: str
    location: Location

    @property
    def normalized(self) -> str:
        """The text in NFKC, without white space around it; full-width digits become digits."""
        return unicodedata.normalize("NFKC", self.text).strip()

    @property
    def timestamp(self) -> datetime | None:
        """The date and local time of the text, midnight for a date alone; None for other text.

        Spreadsheets rewrite ``2026-11-20`` as ``2026/11/20``; both are read.
        """
        match = _TIMESTAMP.fullmatch(self.normalized)
        if match is None:
            return None
        try:
            return datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001 - local time, as the list has it
        except ValueError:
            return None

    def problem(self, code: str, **params: object) -> Problem:
        """Return a problem at the cell.

        Args:
            code: key of the message.
            params: values for its placeholders; ``found``, where it has one, defaults to the
                cell's text.
        """
        params = fitting(code, {"found": self.text.strip()}) | params
        return Problem(code, params, self.location, (self.heading,))


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row.

    Attributes:
        cells: its cells by the code of their column.
        location: the line it starts on.
    """

    cells: dict[str, CsvCell]
    location: Location

    def __getitem__(self, code: str) -> CsvCell:
        """Return the cell of a column, an empty one where the row or the table has none."""
        return self.cells.get(code) or CsvCell("", code, self.location)


class CsvTable(NamedTuple):
    """The rows of a table, and the problems collected so far; reading rows adds to them.

    Attributes:
        columns: codes of the columns that it has.
    """

    rows: list[CsvRow]
    problems: list[Problem]
    columns: frozenset[str] = frozenset()

    def parse_rows(self, parse: Callable[[CsvRow], ParsedT]) -> tuple[ParsedT, ...]:
        """Return each row parsed, up to the one with which ``MAX_PROBLEMS`` is reached."""
        parsed: list[ParsedT] = []
        for row in self.rows:
            if len(self.problems) >= MAX_PROBLEMS:
                break
            parsed.append(parse(row))
        return tuple(parsed)

    def raise_problems(self) -> None:
        """Refuse the table if any problem was collected.

        Raises:
            InputError: with at most ``MAX_PROBLEMS`` problems.
        """
        if self.problems:
            raise InputError(self.problems[:MAX_PROBLEMS])


def read_csv_table(data: bytes, path: str, columns: Sequence[CsvColumn]) -> CsvTable:
    """Read a table whose first row contains headings; empty rows are skipped.

    Args:
        data: UTF-8 with or without byte order mark, or the CP932 of Japanese spreadsheets.
        path: the input's name for messages.
        columns: the columns it may have; a heading is a column's code or its word in any language,
            which may be without the unit in brackets.

    Raises:
        InputError: when it is no such table, or its headings are wrong.
    """
    lines = read_lines(data, path)
    codes, problems = _headings(lines[0], columns)
    CsvTable([], problems).raise_problems()
    headings = {code: cell.text.strip() for code, cell in zip(codes, lines[0], strict=True) if code}
    rows = []
    for line in lines[1:]:
        cells = {}
        for index, cell in enumerate(line):
            code = codes[index] if index < len(codes) else ""
            if code:
                cells[code] = cell._replace(heading=headings[code])
                if _NOT_IN_LINE.search(cell.text.strip()):
                    problems.append(cells[code].problem("table.one_line"))
            elif cell.text.strip():
                problems.append(Problem("table.beyond", {"found": cell.text}, cell.location))
        rows.append(CsvRow(cells, Location(path, line[0].location.line)))
    return CsvTable(rows, problems, frozenset(headings))


def read_lines(
    data: bytes, path: str, *, separators: str = ",", max_bytes: int = MAX_BYTES
) -> list[list[CsvCell]]:
    """Return the cells of every line of a table that is not empty.

    Args:
        data: UTF-8 with or without byte order mark, or the CP932 of Japanese spreadsheets.
        path: the input's name for messages.
        separators: the characters that may stand between cells, of which the table uses the one
            that its first line has most of.
        max_bytes: the largest size that is accepted.

    Raises:
        InputError: when it is no such table.
    """
    text = _decode(data, path, max_bytes)
    refuse_conflicts(text, path)
    headings, _, _ = text.partition("\n")
    separator = max(separators, key=headings.count)
    lines = [line for line in _lines(text, path, separator) if any(cell.text for cell in line)]
    if not lines:
        raise InputError([Problem("table.empty", {}, Location(path))])
    return lines


def choices(titles: Mapping[str, Word]) -> WordList:
    """Return the codes that a cell may hold as words: each with its title.

    Args:
        titles: by code.
    """
    return listed(
        CodedWord("table.choice", (("title", title), ("code", code)))
        for code, title in titles.items()
    )


def write_csv_table(headings: Sequence[str], rows: Iterable[Sequence[CsvValue]]) -> bytes:
    """Return a table as UTF-8 with a byte order mark, so that spreadsheets read its characters.

    A text that a spreadsheet would run gets an apostrophe in front, which ``read_csv_table``
    removes; numbers and dates stay as they are.

    Args:
        headings: the first row.
        rows: the other rows, each as long as the first.
    """
    stream = io.StringIO(newline="")
    write_csv_rows(stream, headings, rows)
    return stream.getvalue().encode("utf-8-sig")


def write_csv_rows(
    stream: TextIO, headings: Sequence[str], rows: Iterable[Sequence[CsvValue]]
) -> int:
    """Write a table as ``write_csv_table`` does, row by row; return the number of rows.

    Args:
        stream: takes the text, its line ends as they are.
        headings: the first row.
        rows: the other rows, each as long as the first.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(map(_written, headings))
    count = 0
    for row in rows:
        writer.writerow(map(_written, row))
        count += 1
    return count


def starts_formula(text: str) -> bool:
    """Return whether a spreadsheet might run a text instead of showing it."""
    if text.startswith(("\t", "\r", "\n")):
        return True
    first = text.lstrip()[:1]
    return unicodedata.normalize("NFKC", first) in _FORMULA_STARTS


def _written(value: CsvValue) -> str:
    if isinstance(value, str):
        guarded = f"'{value}" if starts_formula(value) or _is_guarded(value) else value
        return _UNSAFE.sub(lambda match: visible(match.group()), guarded)
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_guarded(text: str) -> bool:
    """Return whether a text starts with the apostrophe that ``_written`` puts in front."""
    return text[:1] == "'" and (text[1:2] == "'" or starts_formula(text[1:]))


def _decode(data: bytes, path: str, max_bytes: int) -> str:
    if len(data) > max_bytes:
        limit = max_bytes // 1_000_000
        raise InputError([Problem("table.too_large", {"limit": limit}, Location(path))])
    place = Location(path)
    try:
        text = data.decode("utf-8-sig")
        if not _CONTROL.search(text):
            return text
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        place = Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    readable = data.decode("cp932", errors="replace")
    if _CONTROL.search(readable) or place.line is None:
        raise InputError([Problem("table.not_text", {}, Location(path))])
    if "\ufffd" in readable or not _is_japanese(readable):
        raise InputError([Problem("table.not_utf8", {}, place)])
    return readable


def _is_japanese(text: str) -> bool:
    """Return whether a text read as CP932 is Japanese, and not another language's letters.

    An accented letter of a Western encoding and the letter after it look like one character.
    """
    seconds = [pair[1:] for char in set(text) if len(pair := char.encode("cp932")) > 1]
    return 4 * sum(not second.isalpha() for second in seconds) >= len(seconds)


def _lines(text: str, path: str, separator: str) -> Iterator[list[CsvCell]]:
    """Yield the cells of each row; quoted cells may go over several lines."""
    plain_end = re.escape(separator)
    any_cell = re.compile(
        rf'"((?:[^"]++|"")*+)"(?=[{plain_end}\r\n]|\Z)|(?!")([^{plain_end}\r\n]*+)'
    )
    offset, line, line_start = 0, 1, 0
    cells: list[CsvCell] = []
    while offset < len(text) or cells:
        match = any_cell.match(text, offset)
        location = Location(path, line, offset - line_start + 1)
        if match is None:
            raise InputError([Problem("table.quote", {}, location)])
        quoted, plain = match.groups()
        value = plain if quoted is None else quoted.replace('""', '"')
        if kept := _KEPT_TEXT.fullmatch(value):
            value = kept.group(1)
        cells.append(CsvCell(value[1:] if _is_guarded(value) else value, "", location))
        for line_break in _LINE_BREAK.finditer(match.group()):
            line, line_start = line + 1, offset + line_break.end()
        offset = match.end()
        if text[offset : offset + 1] == separator:
            offset += 1
            continue
        yield cells
        cells = []
        if row_end := _LINE_BREAK.match(text, offset):
            offset = line_start = row_end.end()
            line += 1


def _headings(
    cells: list[CsvCell], columns: Sequence[CsvColumn]
) -> tuple[list[str], list[Problem]]:
    """Return each column's code, empty for a column without a heading, and the problems."""
    codes_by_word = {
        _folded(word): column.code
        for column in columns
        for word in (column.code, *(message(lang, _heading(column)) for lang in LANGS))
        for word in (word, _UNIT.sub("", word))
    }
    known = listed(coded_words(map(_heading, columns)))
    codes: list[str] = []
    problems: list[Problem] = []
    for cell in cells:
        heading = cell.text.strip()
        code = codes_by_word.get(_folded(heading), "")
        if heading and not code:
            params: dict[str, object] = {"heading": heading, "known": known}
            problems.append(Problem("table.unknown_column", params, cell.location))
        elif code and code in codes:
            problems.append(Problem("table.column_twice", {"heading": heading}, cell.location))
        codes.append(code)
    for column in columns:
        if column.required and column.code not in codes:
            params = {"heading": CodedWord(_heading(column))}
            problems.append(Problem("table.column_missing", params, cells[0].location))
    return codes, problems


def _heading(column: CsvColumn) -> str:
    """Return the key of a column's word."""
    return f"table.column.{column.code}"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
