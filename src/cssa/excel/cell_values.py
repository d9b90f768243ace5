"""The values of cells, read in the spellings that people use."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

CellValue = str | float | int | bool | date | datetime | time | timedelta

_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]0?0:00(?::00)?)?"
)
_ERA_DATE = re.compile(
    r"(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
)
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925}
_UNITS = {
    "": 1, "円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8, "兆円": 10**12,
    "yen": 1,
}  # fmt: skip
_AMOUNT = re.compile(r"(?:¥|JPY)?\s*([-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*(\D*)")
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
    """Tell whether a cell that holds a code, number or date has nothing in it."""
    return isinstance(cell, str) and not cell.strip()


def as_code(cell: CellValue) -> str:
    """Return a cell's text without the blanks and full-width forms that typing leaves."""
    text = cell if isinstance(cell, str) else as_text(cell)
    if text.isascii():
        return text.strip()
    return _narrow(text) if len(text) <= _MAX_WORD else _narrow.__wrapped__(text)


@lru_cache(maxsize=4096)
def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def as_date(cell: CellValue) -> date | None:
    """Return the date in a cell, None where it has none."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        return None
    text = as_code(cell)
    match, era_start = _DATE.fullmatch(text), 0
    if match:
        parts = match.groups()
    else:
        match = _ERA_DATE.fullmatch(text)
        if not match:
            return None
        era_start, parts = _ERAS[match.group(1)], match.groups()[1:]
    year, month, day = (1 if part == "元" else int(part) for part in parts)
    try:
        return date(era_start + year, month, day)
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
        return None
    try:
        amount = Decimal(match.group(1).replace(",", "")) * unit
    except InvalidOperation:
        return None
    return amount if amount >= 0 and amount.adjusted() < _MAX_EXPONENT else None
