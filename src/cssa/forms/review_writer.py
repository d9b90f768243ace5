"""Writing review workbooks; the same rows give the same bytes."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

from xlsxwriter.workbook import Workbook

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.checklist.level_scale import LevelScale
from cssa.excel.form_styles import WRONG, FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.layout import FIXED_ROWS, HEADINGS_ROW
from cssa.forms.review import (
    BEFORE_APPROVALS,
    COLUMNS,
    ENTRIES,
    FILE,
    IDENTITY,
    OUTCOMES,
    Exchange,
    ReviewKey,
    ReviewOutcome,
    ReviewRow,
)
from cssa.forms.review_words import (
    given_words,
    practice_title,
    questions_to_issuer,
    reply_words,
)
from cssa.forms.table_page import HeadedColumn, TableHead, TablePlace, set_up_page, write_head
from cssa.location import column_letters
from cssa.messages import Lang, message
from cssa.messages.wording import in_language, listed

MAX_REVIEW_ROWS = 5_000
"""Rows of one workbook: few enough to work in, and to be read again."""

BLANK_ROWS = 10
"""Rows below in which further answers may be asked about; the next run adds as many."""

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same rows give the same bytes
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Rows are written in order, and not kept: there are three for each institution."""

_OLDEST = date(1900, 3, 1)
_FROZEN = 4
"""Columns that stay visible: the hidden key, the institution with its name, the number."""

_COLUMN_NUMBERS = {column.code: number for number, column in enumerate(COLUMNS, start=1)}
_STYLES = {
    "shown": "shown", "hidden": "hidden", "text": "text", "outcome": "text", "level": "count",
    "date": "date",
}  # fmt: skip
_CLOSED = {"hidden": "hidden", "date": "closed_date"}
"""Styles in a row that is no longer asked about; other columns are grey."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as it is written.

    Attributes:
        is_open: whether its queries are still open.
    """

    key: ReviewKey
    values: Mapping[str, object]
    is_open: bool = True


def write_reviews(
    rows: Iterable[ReviewRow],
    outcomes: Iterable[ReviewOutcome],
    scale: LevelScale,
    lang: Lang,
    handling: Handling = UNSPECIFIED,
    exchanges: Mapping[ReviewKey, Exchange] = {},
) -> Iterator[tuple[str, bytes]]:
    """Yield the workbooks and their names; further ones only for more than MAX_REVIEW_ROWS rows.

    What reviewers have entered, and what was asked and replied, is carried over: beside the row
    that it belongs to, and in a grey row of its own where the answer was replaced.

    Args:
        rows: of queries, an institution's rows together.
        outcomes: read from the previous workbooks.
        scale: the levels that answers can be corrected to.
        lang: language of the words.
        handling: what the issuer lays down.
        exchanges: what was asked by letter, and replied.
    """
    mark = str(in_language(handling.mark, lang, message))
    lines = _lines(rows, {outcome.key: outcome for outcome in outcomes}, exchanges, lang)
    for number, part in enumerate(_parts(lines), start=1):
        name = "review.xlsx" if number == 1 else f"review-{number}.xlsx"
        yield name, _write(part, scale, lang, mark)


def _lines(
    rows: Iterable[ReviewRow],
    written: dict[ReviewKey, ReviewOutcome],
    exchanges: Mapping[ReviewKey, Exchange],
    lang: Lang,
) -> Iterator[_Line]:
    closed = written.keys() | exchanges.keys()
    for row in rows:
        closed.discard(row.key)
        yield _open_line(row, written.get(row.key), exchanges.get(row.key), lang)
    for key in sorted(closed, key=_order):
        yield _closed_line(key, written.get(key), exchanges.get(key), lang)


def _order(key: ReviewKey) -> tuple[str, str, str]:
    return (key.institution, key.practice or "", key.file)


def _parts(lines: Iterator[_Line]) -> Iterator[Iterator[_Line]]:
    """Yield the rows of each workbook, to be taken before the next one's.

    The first is there even if nothing is asked.
    """
    yield islice(lines, MAX_REVIEW_ROWS)
    for first in lines:
        yield chain((first,), islice(lines, MAX_REVIEW_ROWS - 1))


def _open_line(
    row: ReviewRow, outcome: ReviewOutcome | None, exchange: Exchange | None, lang: Lang
) -> _Line:
    shown = {
        "name": row.name,
        "title": practice_title(row.practice, lang) if row.practice else "",
        "given": given_words(row, lang),
        "asked": "\n".join(questions_to_issuer(row, lang)),
        "others": "\n".join(
            str(query.params["others"]) for query in row.queries if "others" in query.params
        ),
    }
    values = shown | row.key.visible(lang) | _exchanged(exchange, lang) | _entered(outcome, lang)
    return _Line(row.key, values)


def _closed_line(
    key: ReviewKey, outcome: ReviewOutcome | None, exchange: Exchange | None, lang: Lang
) -> _Line:
    shown: dict[str, object] = {}
    if exchange is not None:
        shown = {"name": exchange.name, "asked": exchange.asked[-1]}
    if outcome is not None:
        shown |= outcome.shown
    values = shown | key.visible(lang) | _exchanged(exchange, lang) | _entered(outcome, lang)
    return _Line(key, values, is_open=False)


def _exchanged(exchange: Exchange | None, lang: Lang) -> dict[str, object]:
    """Return when an institution was asked by letter, and what it replied."""
    if exchange is None:
        return {}
    reply = exchange.reply
    return {
        "sent": "\n".join(day.isoformat() for day in exchange.sent),
        "received": "" if reply is None else reply_words(reply, lang),
    }


def _entered(outcome: ReviewOutcome | None, lang: Lang) -> dict[str, object]:
    if outcome is None:
        return {}
    entered: dict[str, object] = {column.code: getattr(outcome, column.code) for column in ENTRIES}
    if outcome.outcome is not None:
        entered["outcome"] = message(lang, f"book.outcome.{outcome.outcome}")
    if outcome.approved_by == BEFORE_APPROVALS:
        entered["approved_by"] = message(lang, "book.review.before_approvals")
    return entered


def _write(lines: Iterable[_Line], scale: LevelScale, lang: Lang, mark: str) -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    title = message(lang, "book.review.title")
    book.set_properties({"title": title, "created": _CREATED})
    name = message(lang, "book.review.sheet")
    writer = SheetWriter(book.add_worksheet(name), name)
    hidden = SheetWriter(book.add_worksheet(layout.LISTS_SHEET), layout.LISTS_SHEET)
    styles = FormStyles(book, lang)
    _write_head(writer, styles, lang, mark)
    next_row = FIXED_ROWS
    for line in lines:
        _write_row(writer, styles, next_row, line)
        next_row += 1
    last_line = max(next_row - 1, FIXED_ROWS)
    for number in range(next_row, last_line + BLANK_ROWS + 1):
        _write_blank_row(writer, styles, number)
    last = last_line + BLANK_ROWS
    lists = DropdownLists(book, hidden, styles["hidden"])
    _add_validation(writer, lists, scale, last, lang)
    _add_colours(writer, styles, last, lang)
    _set_up_page(writer, (last_line, last), lang, mark)
    hidden.sheet.very_hidden()
    book.close()
    return stream.getvalue()


def _write_head(writer: SheetWriter, styles: FormStyles, lang: Lang, mark: str) -> None:
    title, how = (message(lang, f"book.review.{part}") for part in ("title", "how"))
    columns = [
        HeadedColumn(
            column.code,
            message(lang, column.message),
            column.group,
            column.width,
            is_hidden=column.kind == "hidden",
        )
        for column in COLUMNS
    ]
    head = TableHead(layout.REVIEW, title, how, mark, _COLUMN_NUMBERS["reply"])
    write_head(writer, styles, head, columns)


def _write_row(writer: SheetWriter, styles: FormStyles, number: int, line: _Line) -> None:
    writer.write(number, 0, line.key.hidden, styles["hidden"])
    texts = []
    for column in COLUMNS:
        value = line.key.file if column.code == FILE else line.values.get(column.code)
        style = _STYLES[column.kind] if line.is_open else _CLOSED.get(column.kind, "closed")
        writer.write(number, _COLUMN_NUMBERS[column.code], value, styles[style])
        if isinstance(value, str) and column.kind != "hidden":
            texts.append((value, column.width))
    writer.sheet.set_row(number, row_height(texts))  # before the next row, while it can be


def _write_blank_row(writer: SheetWriter, styles: FormStyles, number: int) -> None:
    """Write a row in which an answer may be asked about that no query asks about."""
    for column in COLUMNS:
        is_entered = column.code in IDENTITY or column.kind not in ("shown", "hidden")
        style = "text" if column.code in IDENTITY else _STYLES[column.kind]
        writer.write(
            number, _COLUMN_NUMBERS[column.code], None, styles[style if is_entered else "shown"]
        )


def _add_validation(
    writer: SheetWriter, lists: DropdownLists, scale: LevelScale, last: int, lang: Lang
) -> None:
    title = {"error_title": message(lang, "form.check.title")}
    choose = {"validate": "list", "error_message": message(lang, "form.check.list")}
    outcomes = [message(lang, f"book.outcome.{kind}") for kind in OUTCOMES]
    rules: dict[str, dict[str, Any]] = {
        "outcome": {**choose, "source": lists.source(outcomes)},
        "level": {
            "validate": "list", "source": list(scale.values),
            "error_message": message(lang, "book.review.level_rule", _level_list(scale)),
        },
        "date": {
            "validate": "date", "criteria": ">=", "value": _OLDEST,
            "error_message": message(lang, "form.check.date"),
        },
    }  # fmt: skip
    for column in COLUMNS:
        if column.kind in rules:
            number = _COLUMN_NUMBERS[column.code]
            rule = {**rules[column.kind], **title}
            writer.sheet.data_validation(FIXED_ROWS, number, last, number, rule)


def _level_list(scale: LevelScale) -> dict[str, object]:
    return {"levels": listed(scale.values)}


def _add_colours(writer: SheetWriter, styles: FormStyles, last: int, lang: Lang) -> None:
    """Colour the cells that a correction still lacks."""
    outcome, level = (
        f"${_letters('outcome')}{FIXED_ROWS + 1}",
        f"{_letters('level')}{FIXED_ROWS + 1}",
    )
    corrected = message(lang, "book.outcome.corrected")
    rule = {
        "type": "formula",
        "criteria": f'=AND({outcome}="{corrected}",LEN({level})=0)',
        "format": styles.fill(WRONG),
    }
    span = (FIXED_ROWS, _COLUMN_NUMBERS["level"], last, _COLUMN_NUMBERS["approved_by"])
    writer.sheet.conditional_format(*span, rule)


def _letters(code: str) -> str:
    return column_letters(_COLUMN_NUMBERS[code] + 1)


def _set_up_page(writer: SheetWriter, ends: tuple[int, int], lang: Lang, mark: str) -> None:
    """Set up the sheet.

    Args:
        writer: of the sheet.
        ends: the last row with a query, and the last that may be filled in.
        lang: language of the words.
        mark: how it is to be handled.
    """
    last_line, last = ends
    printed = (last_line, len(COLUMNS) - 1)
    place = TablePlace(HEADINGS_ROW, FIXED_ROWS, _FROZEN, last, printed, moved=len(COLUMNS))
    set_up_page(writer, place, message(lang, "book.review.title"), mark)
    sheet = writer.sheet
    sheet.set_selection(FIXED_ROWS, _COLUMN_NUMBERS["reply"], FIXED_ROWS, _COLUMN_NUMBERS["reply"])
    sheet.set_default_row(18)
