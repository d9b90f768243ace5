"""Writing the reply form; the same rows give the same bytes."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from xlsxwriter.workbook import Workbook

from cssa.excel.form_styles import FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.reply_sheet import (
    COLUMNS,
    HIDDEN,
    INSTITUTION,
    INSTITUTION_ID,
    INSTITUTION_NAME,
    SHOWN,
    SHOWN_MARK,
    SOURCE,
    ReplyRow,
    ReplySource,
    shown_mark,
)
from cssa.forms.table_page import TablePlace, set_up_page
from cssa.messages import message

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same rows give the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_STYLES = {"shown": "shown", "text": "text", "choice": "text"}
_NUMBERS = {code: number for number, code in enumerate(
    (*(column.code for column in COLUMNS), *HIDDEN), start=1
)}  # fmt: skip
_INSTITUTION_ROW, _HOW_ROW, _CODES_ROW, _HEADINGS_ROW, _FIRST = 1, 2, 3, 4, 5
_HOW_HEIGHT = 34
_FROZEN = 4
"""Columns that stay visible: the hidden key, the question's number, the practice."""


class ReplyHead(NamedTuple):
    """What stands above the questions.

    Attributes:
        name: of the institution.
        how: how the form is filled in, and by when it is to come back.
        mark: how it is to be handled.
    """

    name: str
    how: str
    mark: str


def write_reply_form(rows: Sequence[ReplyRow], source: ReplySource, head: ReplyHead) -> bytes:
    """Return the workbook.

    Args:
        rows: the questions, in order.
        source: which letter it belongs to.
        head: what stands above them.
    """
    lang = source.lang
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    title = message(lang, "reply.title")
    book.set_properties({"title": title, "created": _CREATED})
    name = message(lang, "reply.sheet")
    writer = SheetWriter(book.add_worksheet(name), name)
    hidden = SheetWriter(book.add_worksheet(layout.LISTS_SHEET), layout.LISTS_SHEET)
    styles = FormStyles(book, lang)
    lists = DropdownLists(book, hidden, styles["hidden"])
    _write_head(writer, styles, source, head)
    for number, row in enumerate(rows, start=_FIRST):
        _write_row(writer, styles, number, row, source)
        if row.levels:
            # a number may be typed in place of the words; what is no level is refused when read
            rule = {"validate": "list", "source": lists.source(row.levels), "show_error": False}
            column = _NUMBERS["level"]
            writer.sheet.data_validation(number, column, number, column, rule)
    _set_up_page(writer, _FIRST + max(len(rows), 1) - 1, title, head.mark)
    hidden.sheet.very_hidden()
    book.close()
    return stream.getvalue()


def _write_head(
    writer: SheetWriter, styles: FormStyles, source: ReplySource, head: ReplyHead
) -> None:
    sheet, lang = writer.sheet, source.lang
    writer.write(0, 1, message(lang, "reply.title"), styles["title"])
    writer.write(0, _NUMBERS["reply"], head.mark, styles["warning"])
    sheet.set_row(0, 26)
    writer.write(_INSTITUTION_ROW, 0, INSTITUTION, styles["hidden"])
    writer.write(_INSTITUTION_ROW, 1, message(lang, "reply.institution"), styles["subtitle"])
    writer.write(_INSTITUTION_ROW, _NUMBERS[INSTITUTION_ID], source.institution, styles["base"])
    writer.write(_INSTITUTION_ROW, _NUMBERS[INSTITUTION_NAME], head.name, styles["base"])
    writer.write(_HOW_ROW, 1, head.how, styles["subtitle"])
    sheet.set_row(_CODES_ROW, None, None, {"hidden": True})
    writer.write(_CODES_ROW, 0, layout.REPLY, styles["hidden"])
    writer.write(_HEADINGS_ROW, 0, layout.HEADINGS, styles["hidden"])
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    headings = []
    for column in COLUMNS:
        number, text = _NUMBERS[column.code], message(lang, column.message)
        headings.append((text, column.width))
        writer.write(_CODES_ROW, number, column.code, styles["hidden"])
        writer.write(_HEADINGS_ROW, number, text, styles[f"heading.{column.group}"])
        sheet.set_column(number, number, column.width)
    for code in HIDDEN:
        writer.write(_CODES_ROW, _NUMBERS[code], code, styles["hidden"])
        sheet.set_column(_NUMBERS[code], _NUMBERS[code], 12, None, {"hidden": True})
    sheet.set_row(_HEADINGS_ROW, row_height(headings))


def _write_row(
    writer: SheetWriter, styles: FormStyles, number: int, row: ReplyRow, source: ReplySource
) -> None:
    writer.write(number, 0, row.hidden, styles["hidden"])
    texts = []
    for column in COLUMNS:
        value = row.shown.get(column.code)
        is_closed = column.code == "level" and not row.levels
        style = styles["closed" if is_closed else _STYLES[column.kind]]
        writer.write(number, _NUMBERS[column.code], value, style)
        texts.append((value or "", column.width))
    writer.write(number, _NUMBERS[SOURCE], source.text, styles["hidden"])
    mark = shown_mark(row.shown.get(column.code, "") for column in SHOWN)
    writer.write(number, _NUMBERS[SHOWN_MARK], mark, styles["hidden"])
    writer.sheet.set_row(number, max(row_height(texts), _HOW_HEIGHT))


def _set_up_page(writer: SheetWriter, last: int, title: str, mark: str) -> None:
    printed = (last, len(COLUMNS))
    place = TablePlace(_HEADINGS_ROW, _FIRST, _FROZEN - 1, last, printed, moved=len(_NUMBERS))
    set_up_page(writer, place, title, mark)
    writer.sheet.set_selection(_FIRST, _NUMBERS["reply"], _FIRST, _NUMBERS["reply"])
