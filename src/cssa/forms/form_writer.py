"""Writing a form; the same request gives the same bytes."""

import io
from dataclasses import replace
from datetime import datetime

from xlsxwriter.workbook import Workbook

from cssa.errors import OutputError, Problem
from cssa.excel.cell_claims import MAX_COLUMNS, MAX_ROW
from cssa.excel.form_styles import FormStyles
from cssa.excel.package import MAX_FILE, MAX_PARTS
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.answer_rows import FormRowBuilder
from cssa.forms.answer_sheet import AnswerSheet, AnswerSheetWriter
from cssa.forms.cover_writer import CoverWriter
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.form_request import FormRequest
from cssa.forms.guide import write_guide
from cssa.forms.layout import FIXED_ROWS
from cssa.forms.long_texts import LongTexts
from cssa.forms.own_texts import recorded_texts
from cssa.forms.row_conditions import row_conditions
from cssa.messages import message
from cssa.signature import OutputKind

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same request gives the same bytes
_MAX_SHEETS = MAX_PARTS - 20
"""A sheet is a part of the file; some other parts come with them."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_form(request: FormRequest) -> bytes:
    """Return a form as an .xlsx file.

    Raises:
        OutputError: when the prefilled values do not fit into a form.
    """
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    lang = request.lang
    title = request.edition.checklist.title.get(lang)
    properties = {"title": title, "created": _CREATED}
    if request.submission is None:
        properties["category"] = OutputKind.BLANK_FORM.category
    book.set_properties(properties)
    book.set_calc_mode("auto")
    styles = FormStyles(book, lang)
    names: list[str] = []
    own_names = [message(lang, "form.sheet.texts"), layout.LISTS_SHEET, layout.META_SHEET]

    def add(name: str) -> SheetWriter:
        names.append(name)
        return SheetWriter(book.add_worksheet(name), name)

    cover = add(message(lang, "form.sheet.cover"))
    guide = add(message(lang, "form.sheet.guide"))
    columns = _columns(request)
    row_builder = FormRowBuilder(request.labels, request.profile, request.edition.checklist)
    sheets = []
    for domain, items in request.practices_by_domain:
        rows = [
            row
            for item in items
            for row in row_builder.rows(item, request.prefilled_answer(item.practice.id))
        ]
        if FIXED_ROWS + len(rows) > MAX_ROW:
            facts = {"domain": domain.id, "count": len(rows), "limit": MAX_ROW - FIXED_ROWS}
            raise OutputError([Problem("form.too_many_rows", facts)])
        writer = add(layout.sheet_name(domain.id, (*names, *own_names)))
        sheets.append(AnswerSheet(writer, domain, rows, columns))
    lists_sheet, meta = add(layout.LISTS_SHEET), add(layout.META_SHEET)
    lists = DropdownLists(book, lists_sheet, styles["hidden"])
    conditions = row_conditions(request, book, lists, sheets)
    sheets = [replace(sheet, conditions=conditions) for sheet in sheets]
    long_texts = LongTexts(add, styles, lang)
    for sheet in sheets:
        AnswerSheetWriter(request, styles, lists, long_texts).write(sheet)
    CoverWriter(request, styles, lists, cover, sheets).write()
    write_guide(request, styles, guide)
    _write_meta(request, styles, meta)
    lists_sheet.sheet.very_hidden()
    meta.sheet.very_hidden()
    book.close()
    data = stream.getvalue()
    if len(data) > MAX_FILE or len(names) > _MAX_SHEETS:
        facts = {"size": len(data) // 1_000_000, "most": MAX_FILE // 1_000_000}
        sheets_of = {"sheets": len(names), "limit": _MAX_SHEETS}
        raise OutputError([Problem("form.too_large", facts | sheets_of)])
    return data


def _columns(request: FormRequest) -> list[layout.FormColumn]:
    answers = list(request.prefilled_answers())
    columns = layout.columns(
        evidence=max((len(answer.evidence) for answer in answers), default=1) or 1,
        reviews=max((len(answer.review) for answer in answers), default=0),
        unconfirmed=any(not answer.confirmed for answer in answers),
    )
    count = len(columns) + 2  # and the hidden ones at both ends
    if count > MAX_COLUMNS:
        params = {"count": count, "limit": MAX_COLUMNS}
        raise OutputError([Problem("form.too_many_columns", params)])
    return columns


def _write_meta(request: FormRequest, styles: FormStyles, meta: SheetWriter) -> None:
    checklist = request.edition.checklist
    rows = {
        layout.META: layout.VALUE,
        "schema": layout.SCHEMA,
        "lang": request.lang,
        "checklist.id": checklist.id,
        "checklist.version": checklist.version,
        "checklist.fingerprint": request.edition.fingerprint,
        "campaign": request.campaign_id or "",
        "groups": " ".join(request.selected_groups),
        "owner": request.owner or "",
        "texts": recorded_texts(checklist, request.lang),
        "cover": " ".join(
            (
                *(f"{layout.FLAG_PREFIX}{flag.id}" for flag in request.profile.flags),
                *(f"{layout.FACTOR_PREFIX}{factor.id}" for factor in request.profile.factors),
                layout.OVERRIDE_KEY,
            )
        ),
    }
    for row, (key, value) in enumerate(rows.items()):
        meta.write(row, 0, key, styles["hidden"])
        meta.write(row, 1, value, styles["hidden"])
    meta.sheet.protect()
