"""Checking the cells of a workbook: positions within bounds, texts within limits.

Spreadsheets write cells in one plain spelling, which a pattern recognises in little time. What is
spelt otherwise is parsed, and refused where a number stands in it that no sheet can have: readers
make different things of it, and one ends the process on a value in a far cell.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from xml.parsers import expat

from cssa.errors import InputError
from cssa.excel.package import Package, exceeds
from cssa.excel.refusal import refused
from cssa.location import column_letters

MAX_COLUMNS = 104
"""Columns A to CZ: what a form may have, and what the guard lets through."""

MAX_ROW = 9_999
MAX_ROWS = 20_000
MAX_CELLS = 300_000
MAX_MERGES = 20_000
MAX_STRINGS = 200_000
MAX_PARSED = 800_000
"""Tags of the sheets that have to be parsed, which takes a microsecond each."""
MAX_TEXT = 32_000_000
"""Bytes of all cells' texts: a native reader copies a text for each cell that shows it."""

_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_SHOWN = 40
"""Characters of a wrong number that its refusal quotes."""
_USUAL_CELL = re.compile(
    rb'<c r="([A-C]?[A-Z][1-9][0-9]{0,3}+)"(?: [a-qs-z]{1,2}+="[A-Za-z0-9]{1,9}+")*/?>'
)
"""A cell within bounds, with its reference. What this does not match is out of bounds, or written
so that this cannot be checked by a pattern. Nothing has to be tried twice, which takes time."""
_UNUSUAL_ROW = re.compile(rb'<row(?! r="[1-9][0-9]{0,5}"[ />])')
_MARKUP_IN_NUMBER = re.compile(
    rb"""<(?:\w+:)?c(?:\s(?![^<>]*\st\s*=\s*["'](?!n["']))[^<>]*)?>\s*<(?:\w+:)?v>[^<&]*&"""
)
_VALUE_FOR_TEXT = re.compile(rb"""["']inlineStr["'][^<>]*>\s*<(?:\w+:)?v[\s/>]""")
_TWO_VALUES = re.compile(rb"</v>\s*<v[\s/>]")
_TWO_PREFIXED_VALUES = re.compile(rb":v>\s*<\w+:v[\s/>]")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)
_SHARED = re.compile(rb"""\st\s*=\s*["']s["']""")
"""What marks a cell that shows one of the texts that cells share."""
_ITEM = re.compile(rb"<(?:[^<>\s:/]+:)?si(?=[\s/>])")


class CellCheck:
    """Checks the cells of a workbook, within limits for all of its sheets.

    Args:
        package: the workbook.
        strings: name of the part with the texts that cells share.
    """

    def __init__(self, package: Package, strings: str | None) -> None:
        self._path = package.path
        self._parts = package.parts
        self._strings = strings
        self._unparsed = MAX_PARSED
        self._shared = 0

    def check(self, sheets: Iterable[str]) -> dict[str, bytes]:
        """Return the element that holds the cells of each worksheet.

        Args:
            sheets: names of their parts.

        Raises:
            InputError: when there are too many cells or too much text in them, a far one has a
                value, or a reference is not valid.
        """
        checked = {name: self._check_sheet(name, self._parts[name]) for name in sheets}
        for tag, limit in ((b"<row", MAX_ROWS), (b"<c", MAX_CELLS)):
            if exceeds(checked.values(), tag, limit):
                raise self._too_many("xl/worksheets", limit)
        for name, cells in checked.items():
            if _loses_values(cells):
                raise refused("damaged", self._path, part=name)
        if self._strings is not None:
            self._check_text(self._strings, checked)
        return checked

    def _check_sheet(self, name: str, part: bytes) -> bytes:
        if exceeds([part], b"mergeCell ", MAX_MERGES):
            raise self._too_many(name, MAX_MERGES)
        start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
        if 0 <= start < end and part.count(b"sheetData") == 2:  # noqa: PLR2004 - these
            cells = part[start : end + len(b"</sheetData>")]
            for tag, limit in ((b"<row", MAX_ROWS), (b"<c", MAX_CELLS)):
                if exceeds([cells], tag, limit):
                    raise self._too_many(name, limit)
            references = _USUAL_CELL.findall(cells)
            if len(references) == cells.count(b"<c") and _is_usual(cells):
                if len(set(references)) < len(references):
                    cell = next(cell for cell, count in Counter(references).items() if count > 1)
                    raise self._twice(name, cell.decode())
                self._shared += cells.count(b' t="s"')
                return cells
        self._count_parsed(name, part)
        cells = _SheetParser(self._path, name).cells(part)
        self._shared += len(_SHARED.findall(cells))
        return cells

    def _check_text(self, strings: str, checked: dict[str, bytes]) -> None:
        """Refuse more text than fits, as when many cells show one that is long.

        How often the longest would have to be shown is known at a glance; most files are far from
        it, and the others are added up.
        """
        part = self._parts[strings]
        if exceeds([part], b"<", 4 * MAX_STRINGS):
            raise self._too_many(strings, MAX_STRINGS)
        longest = len(part) if b":si" in part else max(map(len, part.split(b"<si")))
        if longest * self._shared <= MAX_TEXT:
            return
        sizes = _TextSizes([len(item) for item in _ITEM.split(part)][1:])
        for name, cells in checked.items():
            self._count_parsed(name, cells)
            try:
                sizes.add(cells)
            except expat.ExpatError:
                raise refused("damaged", self._path, part=name) from None
            except _TooMuchTextError:
                limit = MAX_TEXT // 1_000_000
                raise refused("much_text", self._path, part=strings, limit=limit) from None

    def _count_parsed(self, name: str, part: bytes) -> None:
        if exceeds([part], b"<", self._unparsed):
            raise self._too_many(name, MAX_PARSED)
        self._unparsed -= part.count(b"<")

    def _twice(self, part: str, cell: str) -> InputError:
        return refused("cell_twice", self._path, part=part, cell=cell)

    def _too_many(self, part: str, limit: int) -> InputError:
        return refused("too_many", self._path, part=part, limit=limit)


def _loses_values(cells: bytes) -> bool:
    """Return whether a native reader takes a value for none, or one of two for the only one."""
    return bool(
        (b"&" in cells and _MARKUP_IN_NUMBER.search(cells))
        or (b"inlineStr" in cells and _VALUE_FOR_TEXT.search(cells))
        or _TWO_VALUES.search(cells)
        or (b":" in cells and b":v" in cells and _TWO_PREFIXED_VALUES.search(cells))
    )


def _is_usual(cells: bytes) -> bool:
    """Return whether all but the cells' own tags is written plainly.

    A rare byte is found faster than two common.
    """
    return not (
        (b":" in cells and b":c" in cells)
        or (b"!" in cells and b"<!" in cells)
        or _UNUSUAL_ROW.search(cells)
    )


class _SheetParser:
    """Parses a worksheet, whatever prefixes and quotes it is written with.

    Elements are recognised by their names without the prefix: native readers know of no
    namespaces.
    """

    def __init__(self, path: str, name: str) -> None:
        self._path = path
        self._name = name
        self._parser = expat.ParserCreate()
        self._start = self._stop = 0
        self._row = 0
        self._place = (0, 0)
        self._rows = 0
        self._places: set[tuple[int, int]] = set()

    def cells(self, part: bytes) -> bytes:
        """Return the element that holds the cells."""
        self._parser.StartElementHandler = self._outside
        try:
            self._parser.Parse(part, True)
        except expat.ExpatError:
            raise refused("damaged", self._path, part=self._name) from None
        if self._start == self._stop:  # an empty element, or none
            return b"<sheetData></sheetData>"
        return part[self._start : part.index(b">", self._stop) + 1]

    def _outside(self, tag: str, _: dict[str, str]) -> None:
        if _local(tag) == "sheetData":
            self._start = self._parser.CurrentByteIndex
            self._parser.StartElementHandler = self._inside
            self._parser.EndElementHandler = self._end

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _local(tag)
        if tag in ("v", "is", "f"):
            row, column = self._place
            if row > MAX_ROW or column > MAX_COLUMNS:
                cell = f"{column_letters(column)}{row}"
                raise refused("far_cell", self._path, part=self._name, cell=cell)
        elif tag == "c":
            self._place = self._cell(attributes.get("r"))
            if self._place in self._places:
                cell = f"{column_letters(self._place[1])}{self._place[0]}"
                raise refused("cell_twice", self._path, part=self._name, cell=cell)
            self._places.add(self._place)
        elif tag == "row":
            self._rows += 1
            self._row = self._number(attributes.get("r"))
            self._place = (self._row, 0)
        if self._rows > MAX_ROWS or len(self._places) > MAX_CELLS:
            raise refused("too_many", self._path, part=self._name, limit=MAX_ROWS)

    def _end(self, tag: str) -> None:
        if _local(tag) == "sheetData":
            self._stop = self._parser.CurrentByteIndex
            self._parser.StartElementHandler = self._parser.EndElementHandler = None

    def _number(self, given: str | None) -> int:
        if given is None:
            return self._row + 1
        number = int(given) if _NUMBER.fullmatch(given) else 0
        if not 1 <= number <= _LAST_ROW:
            raise self._refused(given)
        return number

    def _cell(self, given: str | None) -> tuple[int, int]:
        """Return row and column of a cell; one that states none follows the last in its row."""
        if given is None:
            return self._row, self._place[1] + 1
        match = _CELL.fullmatch(given)
        row, column = (int(match[2]), _column(match[1])) if match else (0, 0)
        if not 1 <= row <= _LAST_ROW or column > _LAST_COLUMN:
            raise self._refused(given)
        return row, column

    def _refused(self, value: str) -> InputError:
        return refused("number", self._path, part=self._name, name="r", value=value[:_SHOWN])


class _TooMuchTextError(Exception):
    """Cells show more than ``MAX_TEXT`` bytes of text."""


class _TextSizes:
    """Sums the sizes of the texts that cells show, as far as the limit.

    Args:
        sizes: bytes of each text that cells share.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._is_shared = False
        self._digits: list[str] | None = None
        self._total = 0

    def add(self, cells: bytes) -> None:
        """Add the bytes of the texts that a worksheet shows.

        Args:
            cells: the element that holds its cells.

        Raises:
            ExpatError: when it is no sound XML.
            _TooMuchTextError: when all worksheets together show too much.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._element
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(cells, True)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _local(tag)
        if tag == "c":
            self._is_shared = attributes.get("t") == "s"
        self._digits = [] if tag == "v" and self._is_shared else None

    def _text(self, text: str) -> None:
        if self._digits is not None:
            self._digits.append(text)

    def _end(self, _: str) -> None:
        if self._digits is None:
            return
        digits = "".join(self._digits).strip().lstrip("0")
        number = int(digits) if _NUMBER.fullmatch(digits) else 0  # as readers do with anything else
        self._total += self._sizes[number] if number < len(self._sizes) else 0
        self._digits = None
        if self._total > MAX_TEXT:
            raise _TooMuchTextError


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
