"""Writing the workbooks of notes; the same notes and marks give the same bytes."""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache, partial
from itertools import chain, islice
from typing import NamedTuple

from xlsxwriter.workbook import Workbook

from cssa.excel.form_styles import WRONG, FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.layout import FIXED_ROWS, HEADINGS_ROW
from cssa.forms.notes import COLUMNS, NOTE_KINDS, Note, NoteKey, NoteMark
from cssa.forms.review_words import answer_words, practice_title
from cssa.forms.table_page import HeadedColumn, TableHead, TablePlace, set_up_page, write_head
from cssa.location import column_letters
from cssa.messages import Lang, message
from cssa.messages.visible import shortened
from cssa.peers.chapter import CHAPTER_KINDS

MAX_NOTE_ROWS = 5_000
"""Rows of one workbook: few enough to work in, and to be read again."""

MAX_SHOWN = 10_000
"""Characters of a text that are shown: answers files may have more than a cell holds."""

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same rows give the same bytes
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Rows are written in order and not kept: thousands of texts took a fifth of a batch's memory."""

_FROZEN = 4
"""Columns that stay visible: the hidden key, the institution with its name, the number."""

_TALL = {column.code: column.width for column in COLUMNS if column.code in ("text", "wording")}
"""Columns whose texts may need more than the least height of a row, with their widths."""

_NUMBERS = {column.code: number for number, column in enumerate(COLUMNS, start=1)}


class _NoteLine(NamedTuple):
    """A row as it is written.

    Attributes:
        is_open: whether its text is still filed.
    """

    key: NoteKey
    values: Mapping[str, str]
    is_open: bool = True


def write_notes(
    notes: Iterable[Note], marks: Iterable[NoteMark], lang: Lang, mark: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the workbooks and their names; none where there is nothing to mark.

    What the issuer has entered is carried over: beside its text, and in a grey row of its own where
    that is no longer filed.

    Args:
        notes: in the order of their rows.
        marks: read from the previous workbooks.
        lang: language of the words.
        mark: how the workbooks are to be handled.
    """
    lines = _lines(notes, {entered.key: entered for entered in marks}, lang)
    for number, first in enumerate(lines, start=1):
        name = "notes.xlsx" if number == 1 else f"notes-{number}.xlsx"
        yield name, _write(chain((first,), islice(lines, MAX_NOTE_ROWS - 1)), lang, mark)


def _lines(
    notes: Iterable[Note], marks: Mapping[NoteKey, NoteMark], lang: Lang
) -> Iterator[_NoteLine]:
    left = dict(marks)
    kinds = {kind: message(lang, f"book.notes.kind.{kind}") for kind in NOTE_KINDS}
    given = cache(partial(answer_words, lang=lang))
    for note in notes:
        key = note.key
        shown = {
            "institution": note.institution,
            "name": note.name,
            "practice": note.practice.id,
            "title": practice_title(note.practice, lang),
            "given": given(note.status, note.level),
            "kind": kinds[note.kind],
            "text": shortened(note.text, MAX_SHOWN),
        }
        yield _NoteLine(key, shown | _entered(left.pop(key, None), lang))
    for key in sorted(left):
        yield _NoteLine(key, {**left[key].shown} | _entered(left[key], lang), is_open=False)


def _entered(entered: NoteMark | None, lang: Lang) -> dict[str, str]:
    if entered is None:
        return {}
    kind = message(lang, f"book.notes.mark.{entered.kind}")
    return {"mark": kind, "wording": entered.wording or ""}


def _write(lines: Iterable[_NoteLine], lang: Lang, mark: str) -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"title": message(lang, "book.notes.title"), "created": _CREATED})
    name = message(lang, "book.notes.sheet")
    writer = SheetWriter(book.add_worksheet(name), name)
    hidden = SheetWriter(book.add_worksheet(layout.LISTS_SHEET), layout.LISTS_SHEET)
    styles = FormStyles(book, lang)
    _write_head(writer, styles, lang, mark)
    last = HEADINGS_ROW
    for last, line in enumerate(lines, start=FIXED_ROWS):
        _write_row(writer, styles, last, line)
    _add_rules(writer, DropdownLists(book, hidden, styles["hidden"]), styles, last, lang)
    _set_up_page(writer, last, lang, mark)
    hidden.sheet.very_hidden()
    book.close()
    return stream.getvalue()


def _write_head(writer: SheetWriter, styles: FormStyles, lang: Lang, mark: str) -> None:
    title, how = (message(lang, f"book.notes.{part}") for part in ("title", "how"))
    columns = [
        HeadedColumn(
            column.code,
            message(lang, column.heading),
            "shown" if column.kind == "shown" else "answer",
            column.width,
        )
        for column in COLUMNS
    ]
    write_head(writer, styles, TableHead(layout.NOTES, title, how, mark, _NUMBERS["text"]), columns)


def _write_row(writer: SheetWriter, styles: FormStyles, number: int, line: _NoteLine) -> None:
    tall = [(line.values.get(code, ""), width) for code, width in _TALL.items()]
    writer.sheet.set_row(number, row_height(tall))
    writer.write(number, 0, line.key.hidden, styles["hidden"])
    for column in COLUMNS:
        style = "shown" if column.kind == "shown" else "text"
        value = line.values.get(column.code)
        cell_style = styles[style if line.is_open else "closed"]
        writer.write(number, _NUMBERS[column.code], value, cell_style)


def _add_rules(
    writer: SheetWriter, lists: DropdownLists, styles: FormStyles, last: int, lang: Lang
) -> None:
    """Offer the marks, and colour a mark that is missing beside a wording."""
    mark, wording = _NUMBERS["mark"], _NUMBERS["wording"]
    words = [message(lang, f"book.notes.mark.{kind}") for kind in CHAPTER_KINDS]
    choose = {
        "validate": "list",
        "source": lists.source(words),
        "error_title": message(lang, "form.check.title"),
        "error_message": message(lang, "form.check.list"),
    }
    writer.sheet.data_validation(FIXED_ROWS, mark, last, mark, choose)
    cells = [f"${column_letters(number + 1)}{FIXED_ROWS + 1}" for number in (mark, wording)]
    lacking = {
        "type": "formula",
        "criteria": f"=AND(LEN({cells[0]})=0,LEN({cells[1]})>0)",
        "format": styles.fill(WRONG),
    }
    writer.sheet.conditional_format(FIXED_ROWS, mark, last, mark, lacking)


def _set_up_page(writer: SheetWriter, last: int, lang: Lang, mark: str) -> None:
    width = len(COLUMNS)
    place = TablePlace(HEADINGS_ROW, FIXED_ROWS, _FROZEN, last, (last, width), moved=width)
    set_up_page(writer, place, message(lang, "book.notes.title"), mark)
    sheet = writer.sheet
    sheet.set_selection(FIXED_ROWS, _NUMBERS["mark"], FIXED_ROWS, _NUMBERS["mark"])
    sheet.set_default_row(18)
