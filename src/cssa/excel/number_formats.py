"""Number formats by which people see more than a cell's number: per cent, units, scaling."""

import operator
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple
from xml.parsers import expat

from cssa.excel.cell_values import cell_position

_BUILT_IN_PERCENT = {9: "0%", 10: "0.00%"}
_MAY_BE_PERCENT = re.compile(rb"""numFmtId\s*=\s*(?:"(?:9|10|&)|')""")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Z]{1,3}[0-9]{1,7})["']""")
_STYLE = re.compile(rb"""(?:^|\s)s\s*=\s*["']([0-9]{1,6})["']""")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<digits>General|[0#?])|E[-+]|(?P<character>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq, "<>": operator.ne,
    ">=": operator.ge, ">": operator.gt,
}  # fmt: skip
_MAGNITUDE = re.compile(
    r"[十百千万億兆]|\b(?:hundred|thousand|million|billion|trillion|k|m|mm|mn|bn|tn)\b",
    re.IGNORECASE,
)
_MAX_CODE = 255
"""Characters of a format; spreadsheets take no longer one."""
_DATE_LETTERS = frozenset("ymdhsge")
_NEUTRAL = frozenset("+-()/: .@")


class ShownNumber(NamedTuple):
    """A number as people see it in its cell.

    Attributes:
        number: the number among the words.
        text: the number with the words around it, such as ``172,000百万円`` or ``12.5%``.
        words: letters and digits of the words, with a blank between them.
        is_percent: whether it is shown as per cent.
    """

    number: Decimal
    text: str
    words: str
    is_percent: bool

    @property
    def names_magnitude(self) -> bool:
        """Whether the words say thousands, millions or the like, which the number leaves out."""
        return bool(_MAGNITUDE.search(self.words))


@dataclass(slots=True)
class _Section:
    """What a section of a format does to a number.

    Attributes:
        thousands: how many times the number is divided by a thousand.
        pending: commas since the last digit, which divide where no digit follows.
        is_date: whether it shows a date or time.
    """

    condition: tuple[str, Decimal] | None = None
    before: str = ""
    after: str = ""
    has_digits: bool = False
    is_grouped: bool = False
    percents: int = 0
    thousands: int = 0
    pending: int = 0
    is_date: bool = False

    def add(self, token: re.Match[str]) -> None:
        """Take the next part of the section."""
        character = token["character"]
        if token["digits"]:
            self.is_grouped = self.is_grouped or self.pending > 0
            self.pending, self.has_digits = 0, True
        elif character == "," and self.has_digits:
            self.pending += 1
        else:
            self.close()
            self._add_word(token, character)

    def close(self) -> None:
        """Count commas after the last digit."""
        self.thousands += self.pending
        self.pending = 0

    def _add_word(self, token: re.Match[str], character: str | None) -> None:
        text = token["quoted"] or token["escaped"] or ""
        bracket = token["bracket"] or ""
        if bracket.startswith("$"):
            text = bracket[1:].partition("-")[0]
        elif match := _CONDITION.fullmatch(bracket):
            self.condition = match[1], Decimal(match[2])
        elif character == "%":
            self.percents += 1
            text = character
        elif character and character.lower() in _DATE_LETTERS:
            self.is_date = True
        elif character and character not in _NEUTRAL:
            text = character
        if self.has_digits:
            self.after += text
        else:
            self.before += text

    @property
    def is_telling(self) -> bool:
        """Whether more than the number is shown."""
        if not self.has_digits or self.is_date:
            return False
        return bool(self.thousands) or any(map(_is_meaningful, self.before + self.after))

    def applies(self, number: Decimal) -> bool:
        """Return whether the section's condition holds for a number."""
        if self.condition is None:
            return True
        sign, bound = self.condition
        return _COMPARISONS[sign](number, bound)


def _is_meaningful(character: str) -> bool:
    """Return whether a character beside a number says something: of a unit, currency, per cent."""
    return character.isalnum() or character == "%" or unicodedata.category(character) == "Sc"


def shown_number(value: float, code: str) -> ShownNumber:
    """Return a number as its cell shows it, without rounding.

    Args:
        value: a cell's number.
        code: its number format.
    """
    number = Decimal(repr(value))
    section = _section_for(number, _sections(code))
    shown = number.scaleb(2 * section.percents - 3 * section.thousands)
    digits = f"{shown:,f}" if section.is_grouped else f"{shown:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    words = section.before + section.after
    return ShownNumber(
        shown,
        f"{section.before}{digits}{section.after}".strip(),
        " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words))),
        section.percents > 0,
    )


def _section_for(number: Decimal, sections: tuple[_Section, ...]) -> _Section:
    """Return the section of a format that shows a number."""
    if any(section.condition for section in sections):
        return next((each for each in sections if each.applies(number)), sections[-1])
    if number < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if not number and len(sections) > 2 else sections[0]  # noqa: PLR2004 - positive, negative, zero


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    sections = [_Section()]
    for token in _TOKEN.finditer(code[:_MAX_CODE]):
        if token["character"] == ";":
            sections[-1].close()
            sections.append(_Section())
        else:
            sections[-1].add(token)
    sections[-1].close()
    return tuple(sections)


@lru_cache(maxsize=4)
def telling_styles(styles: bytes) -> Mapping[int, str]:
    """Return the number formats that show more than a number, by the numbers of cell formats.

    Args:
        styles: the XML of the workbook's styles, empty where it has none.
    """
    if b"formatCode" not in styles and not _MAY_BE_PERCENT.search(styles):
        return MappingProxyType({})
    codes: dict[int, str] = dict(_BUILT_IN_PERCENT)
    formats: list[int] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        tag = tag.rpartition(":")[2]
        number = attributes.get("numFmtId", "")
        is_number = number.isascii() and number.isdecimal()
        if tag == "cellXfs":
            inside = True
        elif tag == "numFmt" and is_number:
            codes[int(number)] = attributes.get("formatCode", "")
        elif tag == "xf" and inside:
            formats.append(int(number) if is_number else 0)

    def end(tag: str) -> None:
        nonlocal inside
        if tag.rpartition(":")[2] == "cellXfs":
            inside = False

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(styles, True)
    telling = {number for number in set(formats) & codes.keys() if _is_telling(codes[number])}
    return MappingProxyType(
        {index: codes[number] for index, number in enumerate(formats) if number in telling}
    )


def _is_telling(code: str) -> bool:
    return any(section.is_telling for section in _sections(code))


def telling_cells(part: bytes, styles: Mapping[int, str]) -> Mapping[tuple[int, int], str]:
    """Return the cells in some formats with their number formats, by row and column from 1.

    Args:
        part: the XML of a worksheet.
        styles: number formats by the numbers of cell formats.
    """
    return dict(_cells(part, styles)) if styles else {}


def _cells(part: bytes, styles: Mapping[int, str]) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _CELL.finditer(part):
        style = _STYLE.search(match.group(1))
        place = _PLACE.search(match.group(1))
        if style and place and int(style.group(1)) in styles:
            yield cell_position(place.group(1).decode()), styles[int(style.group(1))]
