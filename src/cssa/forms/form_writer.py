"""Writing a form; the same request gives the same bytes."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from xlsxwriter.workbook import Workbook

from cssa.checklist.model import PlacedPractice
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
from cssa.forms.own_rows import NameCells, places_for_rows
from cssa.forms.own_texts import recorded_texts
from cssa.forms.row_conditions import row_conditions
from cssa.messages import message
from cssa.messages.typography import TYPOGRAPHY
from cssa.signature import OutputKind

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same request gives the same bytes
_MAX_SHEETS = MAX_PARTS - 20
"""A sheet is a part of the file; some other parts come with them."""
_IDS_IN_A_CELL = 400
"""Of 64 characters at most, within what a cell holds."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_form(request: FormRequest) -> bytes:
    """Return a form as an .xlsx file.

    Raises:
        OutputError: when the prefilled values do not fit into a form.
    """
    rows = places_for_rows(request.edition.checklist, request.submission)
    request = replace(request, edition=request.edition.with_rows(rows))
    names_of_rows = NameCells(request.edition.checklist, rows)
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    lang = request.lang
    title = request.edition.checklist.title.get(lang)
    properties: dict[str, Any] = {"title": title, "created": _CREATED, **_delegate(request)}
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
    has_levels = request.edition.checklist.gives_levels
    guide = add(message(lang, "form.sheet.guide")) if has_levels else None
    columns = _columns(request)
    row_builder = FormRowBuilder(
        request.labels,
        request.profile,
        request.edition.checklist,
        names_of_rows,
        request.clarifications,
        is_short=request.is_short,
    )
    sheets = []
    for name, heading, items in _parts(request):
        form_rows = [
            row
            for item in items
            for row in row_builder.rows(item, request.prefilled_answer(item.practice.id))
        ]
        if FIXED_ROWS + len(form_rows) > MAX_ROW:
            facts = {"domain": name, "count": len(form_rows), "limit": MAX_ROW - FIXED_ROWS}
            raise OutputError([Problem("form.too_many_rows", facts)])
        writer = add(layout.sheet_name(name, (*names, *own_names)))
        sheets.append(AnswerSheet(writer, name, heading, form_rows, columns))
    lists_sheet, meta = add(layout.LISTS_SHEET), add(layout.META_SHEET)
    lists = DropdownLists(book, lists_sheet, styles["hidden"])
    conditions = row_conditions(request, book, lists, sheets)
    sheets = [replace(sheet, conditions=conditions) for sheet in sheets]
    long_texts = LongTexts(add, styles, lang, request.handling)
    for sheet in sheets:
        AnswerSheetWriter(request, styles, lists, long_texts).write(sheet)
    CoverWriter(request, styles, lists, cover, sheets, names_of_rows).write(book)
    if guide is not None:
        write_guide(request, styles, guide)
    _write_meta(request, styles, meta, names_of_rows)
    lists_sheet.sheet.very_hidden()
    meta.sheet.very_hidden()
    book.close()
    data = stream.getvalue()
    if len(data) > MAX_FILE or len(names) > _MAX_SHEETS:
        facts = {"size": len(data) // 1_000_000, "most": MAX_FILE // 1_000_000}
        sheets_of = {"sheets": len(names), "limit": _MAX_SHEETS}
        raise OutputError([Problem("form.too_large", facts | sheets_of)])
    return data


def _parts(request: FormRequest) -> Iterator[tuple[str, str, Sequence[PlacedPractice]]]:
    """Yield the name, title and practices of each answer sheet."""
    lang = request.lang
    if request.is_short:
        items = [item for _, items in request.practices_by_domain for item in items]
        yield message(lang, "form.short.sheet"), message(lang, "form.short.title"), items
        return
    for domain, items in request.practices_by_domain:
        title = {"id": domain.id, "title": domain.title.get(lang)}
        yield domain.id, message(lang, "form.sheet_title", title), items


def _delegate(request: FormRequest) -> dict[str, str]:
    """Return who answers and by when, as properties of the document."""
    delegate = request.delegate
    if delegate is None:
        return {}
    properties = {"subject": delegate.department, "manager": delegate.person or ""}
    if request.due is not None:
        due = TYPOGRAPHY[request.lang].date(request.due)
        properties["comments"] = message(request.lang, "form.delegate.due_on", {"date": due})
    return {name: text for name, text in properties.items() if text}


def _asked(request: FormRequest) -> dict[str, str]:
    """Return whom a form of some practices is for, and which they are, for its hidden sheet."""
    if request.asked is None:
        return {}
    ids = [item.practice.id for _, items in request.practices_by_domain for item in items]
    parts = [ids[first : first + _IDS_IN_A_CELL] for first in range(0, len(ids), _IDS_IN_A_CELL)]
    delegate = request.delegate
    who = {}
    if delegate is not None:
        due = "" if request.due is None else request.due.isoformat()
        who = {
            "delegate": delegate.id,
            "department": delegate.department,
            "person": delegate.person or "",
            "due": due,
        }
    return {
        **who,
        "asked": str(len(parts)),
        **{f"asked.{number}": " ".join(part) for number, part in enumerate(parts, start=1)},
    }


def _columns(request: FormRequest) -> list[layout.FormColumn]:
    if request.is_short:
        return list(layout.SHORT)
    answers = list(request.prefilled_answers())
    practices = [item.practice for _, items in request.practices_by_domain for item in items]
    advice = [code for code in layout.ADVICE if any(getattr(p, code) for p in practices)]
    has_levels = request.edition.checklist.gives_levels
    columns = layout.columns(
        advice=advice or ["pitfalls"],
        evidence=max((len(answer.evidence) for answer in answers), default=1) or 1,
        reviews=max((len(answer.review) for answer in answers), default=0),
        unconfirmed=any(not answer.confirmed for answer in answers),
        plans=has_levels or any(answer.plan for answer in answers),
        levels=has_levels or any(answer.done or answer.treatment for answer in answers),
        points=has_levels or any(p.points for p in practices),
    )
    count = len(columns) + 2  # and the hidden ones at both ends
    if count > MAX_COLUMNS:
        params = {"count": count, "limit": MAX_COLUMNS}
        raise OutputError([Problem("form.too_many_columns", params)])
    return columns


def _write_meta(
    request: FormRequest, styles: FormStyles, meta: SheetWriter, names_of_rows: NameCells
) -> None:
    checklist = request.edition.checklist
    rows = {
        layout.META: layout.VALUE,
        "schema": layout.SCHEMA,
        "lang": request.lang,
        "checklist.id": checklist.id,
        "checklist.version": checklist.version,
        "checklist.fingerprint": request.edition.fingerprint,
        "campaign": request.campaign_id or "",
        "number": request.number or "",
        "groups": " ".join(request.asked_groups),
        "owner": request.owner or "",
        **_asked(request),
        "short": "yes" if request.is_short else "",
        "texts": recorded_texts(checklist, request.lang, is_short=request.is_short),
        "cover": " ".join(
            (
                *(f"{layout.GROUP_PREFIX}{group}" for group in request.group_ids),
                *(f"{layout.FLAG_PREFIX}{flag.id}" for flag in request.profile.flags),
                *(f"{layout.FACTOR_PREFIX}{factor.id}" for factor in request.profile.factors),
                *([layout.OVERRIDE_KEY] if request.profile.factors else []),
                *names_of_rows.keys,
            )
        ),
    }
    for row, (key, value) in enumerate(rows.items()):
        meta.write(row, 0, key, styles["hidden"])
        meta.write(row, 1, value, styles["hidden"])
    meta.sheet.protect()
