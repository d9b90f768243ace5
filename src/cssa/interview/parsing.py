"""Values of what people type: ids, dates, amounts and ratios in the ways they are written."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ERA = re.compile(r"(?:令和|R)(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.IGNORECASE)
_REIWA = 2018  # the year before its first
_RATIO = re.compile(r"(\d{1,6})\s*(?:/|of|件中)\s*(\d{1,6})件?", re.IGNORECASE)
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?(?:e\d{1,2})?)([a-z兆億万千百円]*)", re.IGNORECASE)
_UNITS = {
    "": 1, "円": 1, "yen": 1, "千": 10**3, "千円": 10**3, "thousand": 10**3,
    "万": 10**4, "百万": 10**6, "百万円": 10**6, "万円": 10**4, "million": 10**6, "m": 10**6,
    "億": 10**8, "億円": 10**8, "billion": 10**9, "bn": 10**9, "b": 10**9,
    "兆": 10**12, "兆円": 10**12, "trillion": 10**12, "tn": 10**12, "t": 10**12,
}  # fmt: skip


def clean_lines(text: str) -> str:
    """Return free text without characters that no text file may hold; its letters are kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cleaned = [_CONTROL.sub("", line.replace("\t", " ")).rstrip() for line in lines]
    return "\n".join(cleaned).strip()


def normalized(text: str) -> str:
    """Return a line with full-width letters and digits made half-width (NFKC), stripped."""
    return unicodedata.normalize("NFKC", _CONTROL.sub("", text)).strip()


def parse_date(text: str, today: date) -> date | None:
    """Return a date written in any of the usual ways, None where it is none.

    Args:
        text: what was typed.
        today: the date that "today" means.
    """
    entry = normalized(text)
    if entry.lower() in ("today", "今日", "本日", "きょう"):
        return today
    era = _ERA.fullmatch(entry)
    gregorian = _DATE.fullmatch(entry) or _COMPACT.fullmatch(entry)
    try:
        if era:
            year = 1 if era[1] == "元" else int(era[1])
            return date(_REIWA + year, int(era[2]), int(era[3]))
        if gregorian:
            return date(int(gregorian[1]), int(gregorian[2]), int(gregorian[3]))
    except ValueError:
        pass
    return None


def parse_ratio(text: str) -> tuple[int, int] | None:
    """Return n of m, None where it is none or n is more than m."""
    match = _RATIO.fullmatch(normalized(text))
    if match is None:
        return None
    n, of = int(match[1]), int(match[2])
    return (n, of) if n <= of and of else None


def parse_amount(text: str) -> Decimal | None:
    """Return an amount of yen such as ``3,000億円`` or ``1兆2000億``, None where it is none."""
    entry = re.sub(r"[\s,、]|jpy|¥|\\", "", normalized(text).lower())
    total, position = Decimal(0), 0
    while position < len(entry):
        match = _AMOUNT.match(entry, position)
        if match is None or match[2] not in _UNITS:
            return None
        try:
            total += Decimal(match[1]) * _UNITS[match[2]]
        except InvalidOperation:
            return None
        position = match.end()
    return total if entry else None


def parse_ids(text: str, known: Sequence[str]) -> list[str] | None:
    """Return the ids that a list means, by id or number; None where an entry is unknown.

    Args:
        text: what was typed, separated by spaces or commas.
        known: the ids that can be chosen; the number of an id counts from 1.
    """
    chosen: list[str] = []
    for part in re.split(r"[\s,、・]+", normalized(text)):
        if not part:
            continue
        if part.lower() in known:
            id_ = part.lower()
        elif part in known:
            id_ = part
        elif part.isdecimal() and 1 <= int(part) <= len(known):
            id_ = known[int(part) - 1]
        else:
            return None
        if id_ not in chosen:
            chosen.append(id_)
    return chosen


def parse_yes_no(text: str) -> bool | None:
    """Return True for yes, False for no, None where it is neither.

    Digits are neither: at other prompts they are levels and choices.
    """
    entry = normalized(text).lower()
    if entry in ("y", "yes", "はい", "ある", "あり"):
        return True
    if entry in ("n", "no", "いいえ", "ない", "なし", "ん", "の"):
        return False
    return None
