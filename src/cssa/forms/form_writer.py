"""Writing a form; the same request gives the same bytes."""

import io
from datetime import datetime

from xlsxwriter.workbook import Workbook

from cssa.errors import OutputError, Problem
from cssa.excel.cell_claims import MAX_COLUMNS
from cssa.excel.form_styles import FormStyles
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.answer_rows import FormRowBuilder
from cssa.forms.answer_sheet import AnswerSheet, AnswerSheetWriter
from cssa.forms.cover_writer import CoverWriter
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.form_request import FormRequest
from cssa.forms.guide import write_guide
from cssa.forms.own_texts import recorded_texts
from cssa.messages import message
from cssa.signature import OutputKind

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same request gives the same bytes
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
        writer = add(layout.sheet_name(domain.id, names))
        sheets.append(AnswerSheet(writer, domain, rows, columns))
    lists_sheet, meta = add(layout.LISTS_SHEET), add(layout.META_SHEET)
    lists = DropdownLists(book, lists_sheet, styles["hidden"])
    for sheet in sheets:
        AnswerSheetWriter(request, styles, lists).write(sheet)
    CoverWriter(request, styles, lists, cover, sheets).write()
    write_guide(request, styles, guide)
    _write_meta(request, styles, meta)
    lists_sheet.sheet.very_hidden()
    meta.sheet.very_hidden()
    book.close()
    return stream.getvalue()


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
