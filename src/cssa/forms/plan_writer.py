"""Writing the plan's workbook; the same rows give the same bytes."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter.workbook import Workbook

from cssa.answers.flat_fields import answer_fields
from cssa.answers.submission import PLAN_STATUSES, Answer, Plan
from cssa.excel.form_styles import FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.issued import issued_text
from cssa.forms.layout import CODES_ROW, FIXED_ROWS, HEADINGS_ROW, ISSUED
from cssa.forms.plan_sheet import COLUMNS, SOURCE, PlanSheetRow
from cssa.forms.table_page import TablePlace, set_up_page
from cssa.messages import Lang, message
from cssa.signature import OutputKind

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same rows give the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_OLDEST = date(1900, 3, 1)
_STYLES = {"shown": "shown", "text": "text", "date": "date", "choice": "text"}
_FROZEN = 3
"""Columns that stay visible: the hidden key, the number, the title."""

_SOURCE_COLUMN = len(COLUMNS) + 1
_ISSUED_COLUMN = len(COLUMNS) + 2


def write_plan(
    rows: Sequence[PlanSheetRow], source: str, *, heading: str, summary: str, lang: Lang
) -> bytes:
    """Return the workbook.

    Args:
        rows: in order.
        source: whose plan it is, and of which checklist; reading it back compares it.
        heading: title of the sheet.
        summary: the line below it.
        lang: language of its words.
    """
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    category = OutputKind.PLAN.category
    book.set_properties({"title": heading, "created": _CREATED, "category": category})
    name = message(lang, "planning.sheet")
    writer = SheetWriter(book.add_worksheet(name), name)
    hidden = SheetWriter(book.add_worksheet(layout.LISTS_SHEET), layout.LISTS_SHEET)
    styles = FormStyles(book, lang)
    _write_head(writer, styles, heading, summary, lang)
    for number, row in enumerate(rows, start=FIXED_ROWS):
        _write_row(writer, styles, number, row, source, lang)
    last = FIXED_ROWS + max(len(rows), 1) - 1
    _add_validation(writer, DropdownLists(book, hidden, styles["hidden"]), last, lang)
    _set_up_page(writer, last, heading, lang)
    hidden.sheet.very_hidden()
    book.close()
    return stream.getvalue()


def _write_head(
    writer: SheetWriter, styles: FormStyles, heading: str, summary: str, lang: Lang
) -> None:
    sheet = writer.sheet
    writer.write(0, 1, heading, styles["title"])
    writer.write(1, 1, f"{summary} {message(lang, 'planning.how')}", styles["subtitle"])
    sheet.set_row(0, 26)
    sheet.set_row(1, 18)
    sheet.set_row(CODES_ROW, None, None, {"hidden": True})
    writer.write(CODES_ROW, 0, layout.PLAN, styles["hidden"])
    writer.write(HEADINGS_ROW, 0, layout.HEADINGS, styles["hidden"])
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    headings = []
    for number, column in enumerate(COLUMNS, start=1):
        text = message(lang, column.message)
        headings.append((text, column.width))
        writer.write(CODES_ROW, number, column.code, styles["hidden"])
        writer.write(HEADINGS_ROW, number, text, styles[f"heading.{column.group}"])
        sheet.set_column(number, number, column.width)
    for number, code in ((_SOURCE_COLUMN, SOURCE), (_ISSUED_COLUMN, ISSUED)):
        writer.write(CODES_ROW, number, code, styles["hidden"])
        sheet.set_column(number, number, 12, None, {"hidden": True})
    sheet.set_row(HEADINGS_ROW, row_height(headings))


def _write_row(
    writer: SheetWriter,
    styles: FormStyles,
    number: int,
    row: PlanSheetRow,
    source: str,
    lang: Lang,
) -> None:
    values: dict[str, object] = {**row.shown, **_entries(row.plan, lang)}
    writer.write(number, 0, row.practice, styles["hidden"])
    texts = []
    for position, column in enumerate(COLUMNS, start=1):
        value = values.get(column.code)
        writer.write(number, position, value, styles[_STYLES[column.kind]])
        texts.append((value if isinstance(value, str) else "", column.width))
    fields = answer_fields(Answer.model_construct(plan=row.plan))
    writer.write(number, _SOURCE_COLUMN, source, styles["hidden"])
    writer.write(number, _ISSUED_COLUMN, issued_text(row.practice, fields), styles["hidden"])
    writer.sheet.set_row(number, row_height(texts))


def _entries(plan: Plan | None, lang: Lang) -> dict[str, object]:
    if plan is None:
        return {}
    entries: dict[str, object] = {
        f"plan.{name}": getattr(plan, name) for name in ("owner", "due", "action", "budget")
    }
    return {**entries, "plan.status": message(lang, f"form.plan.{plan.status}")}


def _add_validation(writer: SheetWriter, lists: DropdownLists, last: int, lang: Lang) -> None:
    title = {"error_title": message(lang, "form.check.title")}
    statuses = [message(lang, f"form.plan.{status}") for status in PLAN_STATUSES]
    rules: dict[str, dict[str, Any]] = {
        "choice": {
            "validate": "list", "source": lists.source(statuses),
            "error_message": message(lang, "form.check.list"),
        },
        "date": {
            "validate": "date", "criteria": ">=", "value": _OLDEST,
            "error_message": message(lang, "form.check.date"),
        },
    }  # fmt: skip
    for number, column in enumerate(COLUMNS, start=1):
        if column.kind in rules:
            rule = {**rules[column.kind], **title}
            writer.sheet.data_validation(FIXED_ROWS, number, last, number, rule)


def _set_up_page(writer: SheetWriter, last: int, heading: str, lang: Lang) -> None:
    printed = (last, len(COLUMNS))
    place = TablePlace(HEADINGS_ROW, FIXED_ROWS, _FROZEN, last, printed, moved=_ISSUED_COLUMN)
    set_up_page(writer, place, heading, message(lang, "handling"), may_sort=True)
    writer.sheet.set_default_row(18)
