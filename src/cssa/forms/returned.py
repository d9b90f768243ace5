"""Marking the problems of a form in a copy of it, with a list of them in front."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from cssa.errors import InputError, Problem
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.child_process import ChildDiedError
from cssa.excel.form_styles import FONTS, WRONG
from cssa.excel.package import Package
from cssa.excel.row_height import row_height
from cssa.forms.beside import MARK_AUTHOR
from cssa.forms.cell_errors import load_package
from cssa.forms.page.reader import ReturnedAnswers
from cssa.forms.page.writer import write_returned_page
from cssa.forms.reading import FormReading
from cssa.location import CellLocation, Location
from cssa.messages import Lang, message
from cssa.messages.problems import sheet_words
from cssa.signature import OutputKind

_WIDTHS = (6, 26, 100)
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>[^<]*</dcterms:modified>")


def mark_problems(
    reading: FormReading, problems: Sequence[Problem], call: Call = call_in_child
) -> bytes:
    """Return a form with its problems marked where they are, and a list of them in front.

    Args:
        reading: the form.
        problems: what is wrong with it.
        call: where Excel libraries run, which some files may crash.

    Raises:
        InputError: when openpyxl cannot load the file.
    """
    source = reading.source
    if isinstance(source, ReturnedAnswers):
        return write_returned_page(source.request, source.answers, problems)
    try:
        marked = call(_marked, source, problems, reading.lang)
    except ChildDiedError:
        marked = None
    if marked is None:
        raise InputError([*problems, Problem("form.cannot_return", {}, Location(reading.path))])
    return marked


def _marked(package: Package, problems: Sequence[Problem], lang: Lang) -> bytes | None:
    book = load_package(package)
    if book is None:
        return None
    ordered = sorted(
        problems, key=lambda problem: problem.location.order if problem.location else ("", 0, 0, 0)
    )
    cells: dict[str, set[str]] = {}
    for problem in ordered:
        place = problem.location
        if isinstance(place, CellLocation) and place.cell and place.sheet in book.sheetnames:
            _mark_cell(book[place.sheet][place.cell], message(lang, problem.code, problem.params))
            cells.setdefault(place.sheet, set()).add(place.cell)
    for sheet, marked in cells.items():
        _colour_first(book[sheet], sorted(marked))
    _add_list(book, ordered, lang)
    book.properties.category = OutputKind.RETURNED_FORM.category
    stream = io.BytesIO()
    book.save(stream)
    return _without_modified_time(stream.getvalue())


def _without_modified_time(data: bytes) -> bytes:
    """Return a workbook without its time of modification: the same marks make the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as saved, zipfile.ZipFile(stream, "w") as out:
        for name in saved.namelist():
            part = saved.read(name)
            if name == _PROPERTIES:
                part = _MODIFIED.sub(b"", part)
            out.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _mark_cell(cell: Any, text: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    earlier = cell.comment if cell.comment and cell.comment.author != MARK_AUTHOR else None
    comment = f"{earlier.text}\n\n{text}" if earlier else text
    author = earlier.author if earlier else MARK_AUTHOR
    cell.comment = Comment(comment, author, width=360, height=120)
    cell.fill = PatternFill("solid", fgColor=WRONG.removeprefix("#"))


def _colour_first(sheet: Any, cells: list[str]) -> None:
    """Add a colour rule before the form's own, which colour empty cells and levels."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    for rules in sheet.conditional_formatting:
        for rule in rules.rules:
            rule.priority += 1
    red = PatternFill("solid", bgColor=WRONG.removeprefix("#"))
    first = FormulaRule(formula=["TRUE"], fill=red, stopIfTrue=True)
    first.priority = 1
    sheet.conditional_formatting.add(" ".join(cells), first)


def _add_list(book: Any, problems: Sequence[Problem], lang: Lang) -> None:
    from openpyxl.styles import Alignment, Font

    title = message(lang, "form.sheet.returned")
    if title in book.sheetnames:  # a form that was returned before
        del book[title]
    sheet = book.create_sheet(title, 0)
    font, wrapped = FONTS[lang], Alignment(wrap_text=True, vertical="top")
    centred = Alignment(horizontal="center", vertical="top")
    sheet["A1"] = message(lang, "form.returned.title", {"count": len(problems)})
    sheet["A1"].font = Font(name=font, size=15, bold=True)
    sheet["A2"] = message(lang, "form.returned.how")
    sheet["A2"].font = Font(name=font, size=10)
    for column, code in enumerate(("number", "place", "what"), start=1):
        cell = sheet.cell(4, column, message(lang, f"form.returned.{code}"))
        cell.font = Font(name=font, size=10, bold=True)
    for number, problem in enumerate(problems, start=1):
        row = number + 4
        place = problem.location
        sheet.cell(row, 1, number)
        where = sheet.cell(row, 2)
        what = sheet.cell(row, 3)
        where.data_type = what.data_type = "s"
        what.value = message(lang, problem.code, problem.params)
        if isinstance(place, CellLocation):
            where.value = sheet_words(place.sheet, place.cell, lang)
            if place.cell:
                quoted = place.sheet.replace("'", "''")
                where.hyperlink = f"#'{quoted}'!{place.cell}"
        height = row_height([(str(what.value), _WIDTHS[2])], least=20)
        sheet.row_dimensions[row].height = height
        for cell in sheet[row]:
            cell.alignment = centred if cell.column == 1 else wrapped
            cell.font = Font(name=font, size=10, color="1F5F99" if cell is where else "1F2933")
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    _set_up_page(sheet, book.worksheets[1])
    book.active = 0
    for worksheet in book.worksheets[1:]:
        worksheet.sheet_view.tabSelected = False


def _set_up_page(sheet: Any, cover: Any) -> None:
    sheet.freeze_panes = "A5"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for part in ("left", "right"):  # the marking and the page number
        getattr(sheet.oddFooter, part).text = getattr(cover.oddFooter, part).text
