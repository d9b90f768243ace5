"""What people type, as values: numbers, dates and amounts in the ways they are written."""

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
    """Return free text without what no text file may hold; its letters stay as they were typed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [_CONTROL.sub("", line.replace("\t", " ")).rstrip() for line in lines]
    return "\n".join(kept).strip()


def command(text: str) -> str:
    """Return what was typed with full-width letters and digits made narrow."""
    return unicodedata.normalize("NFKC", _CONTROL.sub("", text)).strip()


def day(text: str, today: date) -> date | None:
    """Return a date written in any of the usual ways, None where it is none."""
    said = command(text)
    if said.lower() in ("today", "今日", "本日", "きょう"):
        return today
    era = _ERA.fullmatch(said)
    found = _DATE.fullmatch(said) or _COMPACT.fullmatch(said)
    try:
        if era:
            year = 1 if era[1] == "元" else int(era[1])
            return date(_REIWA + year, int(era[2]), int(era[3]))
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def ratio(text: str) -> tuple[int, int] | None:
    """Return n of m, None where it is none or n is more than m."""
    found = _RATIO.fullmatch(command(text))
    if found is None:
        return None
    n, of = int(found[1]), int(found[2])
    return (n, of) if n <= of and of else None


def amount(text: str) -> Decimal | None:
    """Return an amount of yen such as ``3,000億円`` or ``1兆2000億``, None where it is none."""
    said = re.sub(r"[\s,、]|jpy|¥|\\", "", command(text).lower())
    total, at = Decimal(0), 0
    while at < len(said):
        found = _AMOUNT.match(said, at)
        if found is None or found[2] not in _UNITS:
            return None
        try:
            total += Decimal(found[1]) * _UNITS[found[2]]
        except InvalidOperation:
            return None
        at = found.end()
    return total if said else None


def names(text: str, known: Sequence[str]) -> list[str] | None:
    """Return which of the known names are meant, by name or number; None where one is unknown."""
    chosen: list[str] = []
    for part in re.split(r"[\s,、・]+", command(text)):
        if not part:
            continue
        if part.lower() in known:
            name = part.lower()
        elif part in known:
            name = part
        elif part.isdecimal() and 1 <= int(part) <= len(known):
            name = known[int(part) - 1]
        else:
            return None
        if name not in chosen:
            chosen.append(name)
    return chosen


def yes(text: str) -> bool | None:
    """Return yes or no, None where it is neither."""
    said = command(text).lower()
    if said in ("y", "yes", "はい", "ある", "あり", "1", "true"):
        return True
    if said in ("n", "no", "いいえ", "ない", "なし", "0", "false", "ん", "の", "2"):
        return False
    return None
