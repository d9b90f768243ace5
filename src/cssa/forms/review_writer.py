"""Writing review workbooks; the same rows give the same bytes."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from xlsxwriter.workbook import Workbook

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.checklist.level_scale import LevelScale
from cssa.checklist.practice import Practice
from cssa.consistency.queries import Query
from cssa.engine.contradictions import CODE as CONTRADICTION
from cssa.engine.contradictions import contradiction_words
from cssa.engine.evidence_age import period_words
from cssa.excel.form_styles import WRONG, FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.layout import CODES_ROW, FIXED_ROWS, HEADINGS_ROW
from cssa.forms.review import (
    COLUMNS,
    FILE,
    OUTCOMES,
    ReviewKey,
    ReviewOutcome,
    ReviewRow,
)
from cssa.location import column_letters
from cssa.messages import Lang, fitting, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import LISTS, CodedWord, in_language, listed, relisted

MAX_REVIEW_ROWS = 5_000
"""Rows of one workbook: few enough to work in, and to be read again."""

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same rows give the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_OLDEST = date(1900, 3, 1)
_A3 = 8
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
) -> Iterator[tuple[str, bytes]]:
    """Yield the workbooks and their names; further ones only for more than MAX_REVIEW_ROWS rows.

    What reviewers have entered is carried over: beside the row that it belongs to, and in a grey
    row of its own where the answer was replaced or is no longer asked about.

    Args:
        rows: of queries, an institution's rows together.
        outcomes: read from the previous workbooks.
        scale: the levels that answers can be corrected to.
        lang: language of the words.
        handling: what the issuer lays down.
    """
    mark = str(in_language(handling.mark, lang, message))
    lines = _lines(rows, {outcome.key: outcome for outcome in outcomes}, lang)
    for number, part in enumerate(_parts(lines), start=1):
        name = "review.xlsx" if number == 1 else f"review-{number}.xlsx"
        yield name, _write(part, scale, lang, mark)


def _lines(
    rows: Iterable[ReviewRow], written: dict[ReviewKey, ReviewOutcome], lang: Lang
) -> Iterator[_Line]:
    for row in rows:
        yield _open_line(row, written.pop(row.key, None), lang)
    for key in sorted(written, key=_order):
        yield _closed_line(key, written[key], lang)


def _order(key: ReviewKey) -> tuple[str, str, str]:
    return (key.institution, key.practice or "", key.file)


def _parts(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Yield the rows of each workbook; the first is there even if nothing is asked."""
    rows = iter(lines)
    yield list(islice(rows, MAX_REVIEW_ROWS))
    while part := list(islice(rows, MAX_REVIEW_ROWS)):
        yield part


def _open_line(row: ReviewRow, outcome: ReviewOutcome | None, lang: Lang) -> _Line:
    given = ""
    if row.level is not None:
        given = message(lang, "book.review.at_level", {"level": row.level})
    elif row.status is not None:
        given = message(lang, f"status.{row.status}")
    if row.practice is not None and row.value is not None:
        words = row.practice.question_kind.words(row.practice, row.value)
        given = "\n".join((given, *(str(in_language(word, lang, message)) for word in words)))
    shown = {
        "name": row.name,
        "title": _title(row.practice, lang) if row.practice else "",
        "given": given,
        "asked": "\n".join(_asked(row, lang)),
        "others": "\n".join(
            str(query.params["others"]) for query in row.queries if "others" in query.params
        ),
    }
    return _Line(row.key, shown | row.key.visible(lang) | _entered(outcome, lang))


def _title(practice: Practice, lang: Lang) -> str:
    """Return a practice's title, after the number of the source where the id is another."""
    title = practice.title.get(lang)
    return title if practice.shown_id == practice.id else f"{practice.shown_id} {title}"


def _worded(query: Query, row: ReviewRow, lang: Lang) -> str:
    """Return the text of a query, with points by their words instead of ids."""
    practice = row.practice
    if query.code.startswith(CONTRADICTION):
        contradiction = contradiction_words(query.code, query.practice, query.params, row.checklist)
        return contradiction.worded(lang, message)
    params: dict[str, object] = dict(query.params)
    shown_id = row.checklist.shown_id
    params |= {name: relisted(params[name], shown_id) for name in LISTS & params.keys()}
    if "every" in params:
        params["every"] = period_words(str(params["every"]))
    if "asked" in params:
        params["asked"] = shown_id(str(params["asked"]))
    if practice is not None and "points" in params:
        open_ids = str(query.params["points"]).split(", ")
        words = [point.get(lang) for point in practice.points if point.id in open_ids]
        params["points"] = TYPOGRAPHY[lang].quoted_break.join(words)
    code = f"query.{query.code}"
    return message(lang, code, fitting(code, params))


def _asked(row: ReviewRow, lang: Lang) -> Iterator[str]:
    """Yield the text of each query, and how many others there are of what kinds."""
    yield from (_worded(query, row, lang) for query in row.queries)
    if row.rest:
        kinds = listed(
            CodedWord(f"query.rest.{code}", (("count", count),)) for code, count in row.rest.items()
        )
        facts = {"count": sum(row.rest.values()), "kinds": kinds}
        yield message(lang, "query.rest", facts)


def _closed_line(key: ReviewKey, outcome: ReviewOutcome, lang: Lang) -> _Line:
    values = dict(outcome.shown) | key.visible(lang) | _entered(outcome, lang)
    return _Line(key, values, is_open=False)


def _entered(outcome: ReviewOutcome | None, lang: Lang) -> dict[str, object]:
    if outcome is None:
        return {}
    kind = outcome.outcome
    return {
        "reply": outcome.reply,
        "outcome": message(lang, f"book.outcome.{kind}") if kind else None,
        "level": outcome.level,
        "ground": outcome.ground,
        "by": outcome.by,
        "on": outcome.on,
    }


def _write(lines: Sequence[_Line], scale: LevelScale, lang: Lang, mark: str) -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    title = message(lang, "book.review.title")
    book.set_properties({"title": title, "created": _CREATED})
    name = message(lang, "book.review.sheet")
    writer = SheetWriter(book.add_worksheet(name), name)
    hidden = SheetWriter(book.add_worksheet(layout.LISTS_SHEET), layout.LISTS_SHEET)
    styles = FormStyles(book, lang)
    _write_head(writer, styles, lang, mark)
    for number, line in enumerate(lines, start=FIXED_ROWS):
        _write_row(writer, styles, number, line)
    last = FIXED_ROWS + max(len(lines), 1) - 1
    lists = DropdownLists(book, hidden, styles["hidden"])
    _add_validation(writer, lists, scale, last, lang)
    _add_colours(writer, styles, last, lang)
    _set_up_page(writer, last, lang, mark)
    hidden.sheet.very_hidden()
    book.close()
    return stream.getvalue()


def _write_head(writer: SheetWriter, styles: FormStyles, lang: Lang, mark: str) -> None:
    sheet = writer.sheet
    writer.write(0, 1, message(lang, "book.review.title"), styles["title"])
    writer.write(0, _COLUMN_NUMBERS["reply"], mark, styles["warning"])
    writer.write(1, 1, message(lang, "book.review.how"), styles["subtitle"])
    sheet.set_row(0, 26)
    sheet.set_row(1, 18)
    sheet.set_row(CODES_ROW, None, None, {"hidden": True})
    writer.write(CODES_ROW, 0, layout.REVIEW, styles["hidden"])
    writer.write(HEADINGS_ROW, 0, layout.HEADINGS, styles["hidden"])
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    headings = []
    for column in COLUMNS:
        number, heading = _COLUMN_NUMBERS[column.code], message(lang, column.message)
        headings.append((heading, column.width))
        writer.write(CODES_ROW, number, column.code, styles["hidden"])
        writer.write(HEADINGS_ROW, number, heading, styles[f"heading.{column.group}"])
        sheet.set_column(number, number, column.width, None, {"hidden": column.kind == "hidden"})
    sheet.set_row(HEADINGS_ROW, row_height(headings))


def _write_row(writer: SheetWriter, styles: FormStyles, number: int, line: _Line) -> None:
    writer.write(number, 0, line.key.hidden, styles["hidden"])
    texts = []
    for column in COLUMNS:
        value = line.key.file if column.code == FILE else line.values.get(column.code)
        style = _STYLES[column.kind] if line.is_open else _CLOSED.get(column.kind, "closed")
        writer.write(number, _COLUMN_NUMBERS[column.code], value, styles[style])
        if isinstance(value, str) and column.kind != "hidden":
            texts.append((value, column.width))
    writer.sheet.set_row(number, row_height(texts))


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
    span = (FIXED_ROWS, _COLUMN_NUMBERS["level"], last, _COLUMN_NUMBERS["on"])
    writer.sheet.conditional_format(*span, rule)


def _letters(code: str) -> str:
    return column_letters(_COLUMN_NUMBERS[code] + 1)


def _set_up_page(writer: SheetWriter, last: int, lang: Lang, mark: str) -> None:
    sheet = writer.sheet
    width = _COLUMN_NUMBERS["on"]
    sheet.freeze_panes(FIXED_ROWS, _FROZEN)
    # from the hidden key to the hidden file hash: a sort must move whole rows
    sheet.autofilter(HEADINGS_ROW, 0, last, len(COLUMNS))
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(HEADINGS_ROW)
    sheet.print_area(0, 1, last, width)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{page_text(mark)}&C{message(lang, 'book.review.title')}&R&P / &N")
    sheet.set_zoom(90)
    sheet.set_selection(FIXED_ROWS, _COLUMN_NUMBERS["reply"], FIXED_ROWS, _COLUMN_NUMBERS["reply"])
    sheet.set_default_row(18)
