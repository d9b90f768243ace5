"""The values of cells, read in the spellings that people use."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

CellValue = str | float | int | bool | date | datetime | time | timedelta

_WEEKDAY = r"(?:\s*\([月火水木金土日]\))?"
_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]0?0:00(?::00)?)?" + _WEEKDAY
)
_EIGHT_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
_ERA_MONTH = re.compile(r"(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月")
_ERA_DATE = re.compile(
    r"(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    + _WEEKDAY
)
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
_UNITS = {
    "": 1, "円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8, "兆円": 10**12,
    "yen": 1,
}  # fmt: skip
_AMOUNT = re.compile(r"(?:¥|JPY)?\s*([-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*(\D*)")
_PART = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(兆|億|百万|万|千|(?![0-9,.]))\s*")
_PARTS = re.compile(
    r"(?:¥|JPY)?\s*((?:[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:兆|億|百万|万|千)\s*)+(?:[0-9][0-9,]*)?)\s*円?"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0100-\U000e01ef]"
)
"""What takes no room on the screen: left by a paste, and never what an entry means."""
_SERIAL = re.compile(r"[0-9]{5}")
_SERIAL_DAYS = range(36_526, 73_415)
"""Days by the number that a spreadsheet stores, from 2000 to 2100."""
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
_MAX_EXPONENT = 30
_MAX_WORD = 200
"""Characters of the words that forms offer; what is longer was typed, and comes only once."""
_EXACT_BELOW = 10**15
"""Whole numbers below it are stored with every digit."""


def cell_position(reference: str) -> tuple[int, int]:
    """Return row and column, from 1, of a cell such as ``B7``; 0 and 0 where it is none."""
    match = _PLACE.fullmatch(reference.upper())
    if not match:
        return (0, 0)
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)), column


def as_text(cell: CellValue) -> str:
    """Return a cell's text, every character of it; numbers as people see them."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT_BELOW else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)


def is_blank(cell: CellValue) -> bool:
    """Return whether a cell that holds a code, number or date has nothing in it."""
    return isinstance(cell, str) and not cell.strip()


def as_code(cell: CellValue) -> str:
    """Return a cell's text without the blanks, invisible and full-width forms of typing."""
    text = cell if isinstance(cell, str) else as_text(cell)
    if text.isascii():
        return text.strip()
    return _narrow(text) if len(text) <= _MAX_WORD else _narrow.__wrapped__(text)


@lru_cache(maxsize=4096)
def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", visible_only(text)).strip()


def visible_only(text: str) -> str:
    """Return a text without its invisible characters."""
    return _INVISIBLE.sub("", text)


def with_invisible(text: str) -> str:
    """Return a text with its invisible characters as their code points, such as ``[U+200B]``."""
    return _INVISIBLE.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def as_date(cell: CellValue, *, from_1904: bool = False) -> date | None:
    """Return the date in a cell, None where it has none.

    Args:
        cell: a date, its usual spellings, or the number by which a spreadsheet stores it.
        from_1904: whether the workbook counts days from 1904.
    """
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if not isinstance(cell, (str, float)):
        return None
    text = as_code(cell)
    if _SERIAL.fullmatch(text) and int(text) in _SERIAL_DAYS:
        return (_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + timedelta(int(text))
    match = _DATE.fullmatch(text) or _EIGHT_DIGITS.fullmatch(text)
    if match:
        return _day(*match.groups())
    match = _ERA_DATE.fullmatch(text)
    return _day(*match.groups()[1:], after=_ERAS[match[1]]) if match else None


def as_month(cell: CellValue) -> date | None:
    """Return the first day of the month that a cell names without a day, None where it has none."""
    if isinstance(cell, date):
        return None
    text = as_code(cell)
    match = _MONTH.fullmatch(text)
    if match:
        return _day(match.group(1), match.group(2), "1")
    match = _ERA_MONTH.fullmatch(text)
    return _day(match[2], match[3], "1", after=_ERAS[match[1]]) if match else None


def _day(year: str, month: str, day: str, *, after: int = 0) -> date | None:
    """Return a day, None where there is no such day; the first year of an era is 元."""
    try:
        return date(after + (1 if year == "元" else int(year)), int(month), int(day))
    except ValueError:
        return None


def as_count(cell: CellValue) -> int | None:
    """Return the whole number in a cell, None where it has none."""
    if isinstance(cell, bool):
        return None
    text = as_code(cell).replace(",", "").removesuffix("件")
    return int(text) if re.fullmatch(r"[0-9]{1,15}", text) else None


def as_amount(cell: CellValue) -> Decimal | None:
    """Return the amount in yen in a cell, None where it has none."""
    if isinstance(cell, bool):
        return None
    text = as_code(repr(cell) if isinstance(cell, float) else cell)
    match = _AMOUNT.fullmatch(text)
    unit = _UNITS.get(match.group(2).strip()) if match else None
    if match is None or unit is None:
        parts = _PARTS.fullmatch(text)
        return _sum_of_parts(parts.group(1)) if parts else None
    try:
        amount = Decimal(match.group(1).replace(",", "")) * unit
    except InvalidOperation:
        return None
    return amount if amount >= 0 and amount.adjusted() < _MAX_EXPONENT else None


def _sum_of_parts(text: str) -> Decimal | None:
    """Return an amount of several units, such as 5兆1,700億; None where they do not go down."""
    total, above = Decimal(0), Decimal(10**_MAX_EXPONENT)
    for number, word in _PART.findall(text):
        unit = _UNITS[f"{word}円"]
        part = Decimal(number.replace(",", "")) * unit
        if part >= above:
            return None
        total, above = total + part, Decimal(unit)
    return total
