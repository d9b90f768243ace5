"""Writing the review form; the same rows give the same bytes."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter.workbook import Workbook

from cssa.excel.form_styles import FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.issued import issued_text
from cssa.forms.layout import CODES_ROW, FIXED_ROWS, HEADINGS_ROW, ISSUED
from cssa.forms.line_review_sheet import (
    COLUMNS,
    HIDDEN,
    OWN,
    SEEN,
    SHOWN_MARK,
    SOURCE,
    LineReviewRow,
    review_fields,
    shown_mark,
)
from cssa.forms.table_page import TablePlace, set_up_page
from cssa.messages import Lang, message

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same rows give the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_OLDEST = date(1900, 3, 1)
_STYLES = {"shown": "shown", "text": "text", "date": "date", "choice": "text"}
_FROZEN = 3
"""Columns that stay visible: the hidden key, the number, the title."""
_HIDDEN = (*HIDDEN, ISSUED)


def write_line_review(
    rows: Sequence[LineReviewRow],
    source: str,
    *,
    heading: str,
    lines: tuple[str, str],
    by: str | None,
    lang: Lang,
) -> bytes:
    """Return the workbook.

    Args:
        rows: in order.
        source: for which line it is, whose answers, and of which checklist.
        heading: title of the sheet.
        lines: how it is filled in, and how it is to be handled.
        by: the function that reviewed last, filled in beforehand; None where nobody has.
        lang: language of its words.
    """
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"title": heading, "created": _CREATED})
    name = message(lang, "line_review.sheet")
    writer = SheetWriter(book.add_worksheet(name), name)
    hidden = SheetWriter(book.add_worksheet(layout.LISTS_SHEET), layout.LISTS_SHEET)
    styles = FormStyles(book, lang)
    lists = DropdownLists(book, hidden, styles["hidden"])
    _write_head(writer, styles, heading, lines[0], lang)
    for number, row in enumerate(rows, start=FIXED_ROWS):
        _write_row(writer, styles, number, row, source, by)
    _add_validation(writer, lists, rows, lang)
    last = FIXED_ROWS + max(len(rows), 1) - 1
    _set_up_page(writer, last, heading, lines[1])
    hidden.sheet.very_hidden()
    book.close()
    return stream.getvalue()


def _write_head(
    writer: SheetWriter, styles: FormStyles, heading: str, how: str, lang: Lang
) -> None:
    sheet = writer.sheet
    writer.write(0, 1, heading, styles["title"])
    writer.write(1, 1, how, styles["subtitle"])
    sheet.set_row(0, 26)
    sheet.set_row(1, 18)
    sheet.set_row(CODES_ROW, None, None, {"hidden": True})
    writer.write(CODES_ROW, 0, layout.LINE_REVIEW, styles["hidden"])
    writer.write(HEADINGS_ROW, 0, layout.HEADINGS, styles["hidden"])
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    headings = []
    for number, column in enumerate(COLUMNS, start=1):
        text = message(lang, column.message)
        headings.append((text, column.width))
        writer.write(CODES_ROW, number, column.code, styles["hidden"])
        writer.write(HEADINGS_ROW, number, text, styles[f"heading.{column.group}"])
        sheet.set_column(number, number, column.width)
    for number, code in enumerate(_HIDDEN, start=len(COLUMNS) + 1):
        writer.write(CODES_ROW, number, code, styles["hidden"])
        sheet.set_column(number, number, 12, None, {"hidden": True})
    sheet.set_row(HEADINGS_ROW, row_height(headings))


def _write_row(
    writer: SheetWriter,
    styles: FormStyles,
    number: int,
    row: LineReviewRow,
    source: str,
    by: str | None,
) -> None:
    own = review_fields(row.own)
    values: dict[str, object] = {**row.shown, "by": by, **own, "level": row.level or None}
    writer.write(number, 0, row.practice, styles["hidden"])
    texts = []
    for position, column in enumerate(COLUMNS, start=1):
        value = values.get(column.code)
        writer.write(number, position, value, styles[_STYLES[column.kind]])
        texts.append((value if isinstance(value, str) else "", column.width))
    marks = {
        SOURCE: source,
        SEEN: row.seen,
        SHOWN_MARK: shown_mark([row.shown[code] for code in OWN]),
        ISSUED: issued_text(row.practice, own),
    }
    for position, code in enumerate(_HIDDEN, start=len(COLUMNS) + 1):
        writer.write(number, position, marks[code], styles["hidden"])
    writer.sheet.set_row(number, row_height(texts))


def _add_validation(
    writer: SheetWriter, lists: DropdownLists, rows: Sequence[LineReviewRow], lang: Lang
) -> None:
    title = {"error_title": message(lang, "form.check.title")}
    codes = [column.code for column in COLUMNS]
    level = codes.index("level") + 1
    for number, row in enumerate(rows, start=FIXED_ROWS):
        # a number may be typed in place of the words; what is no level is refused when read
        rule = {"validate": "list", "source": lists.source(row.levels), "show_error": False}
        writer.sheet.data_validation(number, level, number, level, rule)
    on = codes.index("on") + 1
    last = FIXED_ROWS + max(len(rows), 1) - 1
    days: dict[str, Any] = {
        "validate": "date",
        "criteria": ">=",
        "value": _OLDEST,
        "error_message": message(lang, "form.check.date"),
    }
    writer.sheet.data_validation(FIXED_ROWS, on, last, on, {**days, **title})


def _set_up_page(writer: SheetWriter, last: int, heading: str, handling: str) -> None:
    width = len(COLUMNS)
    moved = width + len(_HIDDEN)
    place = TablePlace(HEADINGS_ROW, FIXED_ROWS, _FROZEN, last, (last, width), moved)
    set_up_page(writer, place, heading, handling, may_sort=True)
    writer.sheet.set_default_row(18)
