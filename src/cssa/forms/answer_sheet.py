"""Writing an answer sheet: a domain's practices, a row each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name, xl_range_abs, xl_rowcol_to_cell

from cssa.answers.submission import PLAN_STATUSES
from cssa.checklist.practice import PERFORMERS
from cssa.excel.form_styles import CLOSED, LEVELS, WAITING, WRONG, FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.answer_rows import FormRow
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.form_request import FormRequest
from cssa.forms.labels import DISPOSITIONS, TREATMENTS
from cssa.forms.layout import CODES_ROW, FIXED_ROWS, HEADINGS_ROW, FormColumn, part_key
from cssa.forms.long_texts import LongTexts
from cssa.forms.own_texts import sheet_how
from cssa.messages import message

_STYLES = {
    "answer": "text", "choice": "text", "text": "text", "date": "date", "count": "count",
    "points": "text",
}  # fmt: skip
_CENTERED = frozenset(("number", "tier"))
_HEADING_HEIGHT = 48
_OLDEST = date(1900, 3, 1)
_PRINT_SCALE = 60


class RowCondition(NamedTuple):
    """When the rows of a practice are filled in.

    Attributes:
        name: defined name of the formula that says so.
        is_met: whether they are with the answers that the form is written with.
    """

    name: str
    is_met: bool


@dataclass(frozen=True)
class AnswerSheet:
    """An answer sheet and the positions of its columns and rows.

    Attributes:
        writer: the sheet.
        name: short, for the foot of its pages.
        title: at its head.
        columns: all but the key, which is column 0.
        conditions: of practices that are answered only after certain answers to another, by id.
    """

    writer: SheetWriter
    name: str
    title: str
    rows: list[FormRow]
    columns: list[FormColumn]
    conditions: Mapping[str, RowCondition] = field(default_factory=dict)

    @cached_property
    def column_numbers(self) -> dict[str, int]:
        """Number of each column by its code.

        Where there is no column for what is left out, it is an answer, with the note as its reason.
        """
        numbers = {column.code: number for number, column in enumerate(self.columns, start=1)}
        return {"disposition": numbers["answer"], "reason": numbers["note"], **numbers}

    @property
    def title_column(self) -> int:
        """Number of the column with titles; a short form has them with the questions."""
        return self.column_numbers.get("title", self.column_numbers["question"])

    @cached_property
    def has_dispositions(self) -> bool:
        """Whether what is left out has a column of its own."""
        return any(column.code == "disposition" for column in self.columns)

    @property
    def issued_column(self) -> int:
        """Number of the hidden column behind all others."""
        return len(self.columns) + 1

    @property
    def last_row(self) -> int:
        """Number of the last row with a key."""
        return FIXED_ROWS + len(self.rows) - 1

    @cached_property
    def has_levels_only(self) -> bool:
        """Whether every question is answered with a level."""
        return all(row.practice.accepts("level") for row in self.rows)

    def cells(self, code: str) -> str:
        """Return a column's answers as formulas on other sheets write them."""
        column_number = 0 if code == "key" else self.column_numbers[code]
        return self.writer.range(FIXED_ROWS, self.last_row, column_number)

    def row_of(self, key: str) -> int:
        """Return the row that has a key."""
        return self._row_numbers[key]

    def rows_of(self, practice_id: str) -> tuple[int, int] | None:
        """Return the first and the last row of a practice; None where the sheet has none."""
        return self._row_spans.get(practice_id)

    @cached_property
    def _row_spans(self) -> dict[str, tuple[int, int]]:
        spans: dict[str, tuple[int, int]] = {}
        for number, row in enumerate(self.rows, start=FIXED_ROWS):
            first, _ = spans.get(row.practice.id, (number, number))
            spans[row.practice.id] = (first, number)
        return spans

    @cached_property
    def _row_numbers(self) -> dict[str, int]:
        return {row.key: number for number, row in enumerate(self.rows, start=FIXED_ROWS)}


class AnswerSheetWriter:
    """Writes answer sheets.

    Args:
        request: the form.
        styles: its formats.
        lists: the words of drop-downs.
        long_texts: shows what no row is tall enough for.
    """

    def __init__(
        self,
        request: FormRequest,
        styles: FormStyles,
        lists: DropdownLists,
        long_texts: LongTexts,
    ) -> None:
        self._long_texts = long_texts
        self._request = request
        self._styles = styles
        self._lists = lists

    def write(self, answers: AnswerSheet) -> None:
        """Fill a sheet."""
        self._write_head(answers)
        for number, row in enumerate(answers.rows, start=FIXED_ROWS):
            self._write_row(answers, number, row)
        self._add_validation(answers)
        self._add_colours(answers)
        self._set_up_page(answers)

    def _write_head(self, answers: AnswerSheet) -> None:
        writer, styles, lang = answers.writer, self._styles, self._request.lang
        sheet = writer.sheet
        writer.write(0, 1, answers.title, styles["title"])
        writer.write(1, 1, sheet_how(self._request.edition.checklist, lang), styles["subtitle"])
        sheet.set_row(0, 26)
        sheet.set_row(1, 18)
        sheet.set_row(CODES_ROW, None, None, {"hidden": True})
        sheet.set_row(HEADINGS_ROW, _HEADING_HEIGHT)
        writer.write(CODES_ROW, 0, layout.ANSWERS, styles["hidden"])
        writer.write(HEADINGS_ROW, 0, layout.HEADINGS, styles["hidden"])
        sheet.set_column(0, 0, 12, None, {"hidden": True})
        for column_number, column in enumerate(answers.columns, start=1):
            heading = message(lang, column.message)
            if column.code == "answer" and not answers.has_levels_only:
                heading = message(lang, "form.column.answer_any")
            if column.number:
                heading = f"{heading} {column.number}"
            writer.write(CODES_ROW, column_number, column.code, styles["hidden"])
            writer.write(HEADINGS_ROW, column_number, heading, styles[f"heading.{column.group}"])
            sheet.set_column(column_number, column_number, column.width)
        last = answers.issued_column
        writer.write(CODES_ROW, last, layout.ISSUED, styles["hidden"])
        sheet.set_column(last, last, 12, None, {"hidden": True})

    def _write_row(self, answers: AnswerSheet, number: int, row: FormRow) -> None:
        writer, styles = answers.writer, self._styles
        offered = self._request.labels.dispositions(row.practice)
        writer.write(number, 0, row.key, styles["hidden"])
        texts: list[tuple[str, float]] = []
        for column_number, column in enumerate(answers.columns, start=1):
            if column.kind == "shown":
                value: Any = self._shown(row, column)
                style = styles["center" if column.code in _CENTERED else "shown"]
            else:
                value = row.values.get(column.code)
                style = styles[
                    _STYLES[column.kind]
                    if _is_open(row, column, offered=bool(offered))
                    else "closed"
                ]
            if row.name is not None and column_number == answers.title_column:
                self._write_name(answers, number, column_number, row)
            else:
                writer.write(number, column_number, value, style)
            texts.append((value if isinstance(value, str) else "", column.width))
        writer.write(number, answers.issued_column, row.issued, styles["hidden"])
        choices = row.choices
        if isinstance(choices, str):
            choices = tuple(self._request.labels.levels(choices))
        if choices:
            width = answers.columns[answers.column_numbers["answer"] - 1].width
            texts.append((max(choices, key=len), width))
        writer.sheet.set_row(number, row_height(texts))

    def _write_name(
        self, answers: AnswerSheet, number: int, column_number: int, row: FormRow
    ) -> None:
        """Write the name of a row as it stands on the cover."""
        if row.name is None:
            return
        free, cell = message(self._request.lang, "form.rows.free"), row.name.defined
        formula = f'=IF(LEN({cell})=0,"{free}","└ "&{cell})'
        value = f"└ {row.name.name}" if row.name.name else free
        style = self._styles["shown"]
        answers.writer.write_formula(number, column_number, formula, style, value)

    def _shown(self, row: FormRow, column: FormColumn) -> str:
        text = row.shown.get(column.code, "")
        heading = f"{row.shown['number']} {message(self._request.lang, column.message)}"
        return self._long_texts.shown(text, column.width, heading)

    def _add_validation(self, answers: AnswerSheet) -> None:
        """Add drop-downs and other checks, one rule for all entry cells of a kind."""
        lang = self._request.lang
        title = {"error_title": message(lang, "form.check.title")}
        error = {**title, "error_message": message(lang, "form.check.list")}
        cells_by_words: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for number, row in enumerate(answers.rows, start=FIXED_ROWS):
            for code, words in self._offered(answers, row):
                if words and code in answers.column_numbers:
                    cells_by_words.setdefault(words, []).append(
                        (number, answers.column_numbers[code])
                    )
        for words, cells in cells_by_words.items():
            source = self._lists.source(words)
            _validate(answers, cells, {"validate": "list", "source": source, **error})
        rules: dict[str, dict[str, Any]] = {
            "date": {"validate": "date", "criteria": ">=", "value": _OLDEST},
            "count": {"validate": "integer", "criteria": ">=", "value": 0},
        }
        for column in answers.columns:
            if column.kind in rules:
                error = {**title, "error_message": message(lang, f"form.check.{column.kind}")}
                cells = [
                    (number, answers.column_numbers[column.code])
                    for number, row in enumerate(answers.rows, start=FIXED_ROWS)
                    if not row.is_part
                ]
                _validate(answers, cells, {**rules[column.kind], **error})

    def _offered(self, answers: AnswerSheet, row: FormRow) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the columns of a row that have a drop-down, with its words."""
        labels = self._request.labels
        codes = labels.dispositions(row.practice)
        left_out = tuple(labels.word("disposition", code) for code in codes)
        choices = () if row.choices is None else row.choices
        if isinstance(choices, str):
            choices = tuple(labels.levels(choices))
        if choices:
            is_whole = not row.is_part and not answers.has_dispositions
            yield "answer", (*choices, *left_out) if is_whole else choices
        if not row.is_part and answers.has_dispositions:
            yield "disposition", left_out
            yield "treatment.kind", tuple(labels.word("treatment", code) for code in TREATMENTS)
            yield (
                "performed_by",
                tuple(message(labels.lang, f"performer.{code}") for code in PERFORMERS),
            )
            yield "plan.status", tuple(labels.word("plan", code) for code in PLAN_STATUSES)
            yield "confirmed", (labels.word("confirmed", "no"),)

    def _add_colours(self, answers: AnswerSheet) -> None:
        """Colour open cells, contradictions and levels."""
        first, last = FIXED_ROWS, answers.last_row

        def cell_of(code: str) -> str:
            return f"${xl_col_to_name(answers.column_numbers[code])}{first + 1}"

        def rule(code: str, criteria: str, colour: str, to: str | None = None) -> None:
            span = (first, answers.column_numbers[code], last, answers.column_numbers[to or code])
            self._colour(answers, span, criteria, colour)

        # first: LibreOffice goes by the order of ranges, whatever the priority of their rules
        self._colour_conditions(answers)
        self._colour_parts(answers)
        answer, left_out, reason = cell_of("answer"), cell_of("disposition"), cell_of("reason")
        if answers.has_dispositions:
            rule("answer", f"=AND(LEN({answer})>0,LEN({left_out})>0)", WRONG, "disposition")
            rule("reason", f"=AND(LEN({left_out})>0,LEN(TRIM({reason}))=0)", WRONG)
            rule("answer", f"=LEN({left_out})>0", CLOSED)
        else:
            words = (self._request.labels.word("disposition", code) for code in DISPOSITIONS)
            is_left_out = ",".join(f'{answer}="{word}"' for word in words)
            rule("reason", f"=AND(OR({is_left_out}),LEN(TRIM({reason}))=0)", WRONG)
        scale = self._request.edition.checklist.level_scale
        for level in scale.values:
            begins = f"{level} "
            shade = LEVELS[scale.shade(level)]
            rule("answer", f'=LEFT({answer},{len(begins)})="{begins}"', shade)
        if any(row.is_part for row in answers.rows):
            rule("answer", f'=AND(LEN({answer})=0,ISERROR(FIND("/",$A{first + 1})))', WAITING)
        else:
            rule("answer", f"=LEN({answer})=0", WAITING)
        treatment = [column.code for column in answers.columns if column.group == "treatment"]
        if not treatment:
            return
        begun = "+".join(f"LEN({cell_of(code)})" for code in treatment)
        cell = f"{xl_col_to_name(answers.column_numbers[treatment[0]])}{first + 1}"
        rule(treatment[0], f"=AND({begun}>0,LEN({cell})=0)", WRONG, treatment[-1])

    def _colour_conditions(self, answers: AnswerSheet) -> None:
        """Shade the rows of questions that are not asked as long as they are not."""
        for practice_id, condition in answers.conditions.items():
            rows = answers.rows_of(practice_id)
            if rows:
                first, last = rows
                is_row = f'OR($A{first + 1}="{practice_id}",{_is_part(first, practice_id)})'
                criteria = f"=IF({is_row},NOT({condition.name}))"
                self._colour(answers, (first, 1, last, len(answers.columns)), criteria, CLOSED)

    def _colour_parts(self, answers: AnswerSheet) -> None:
        """Colour the answer cells of questions that have rows for options or rows.

        Rules cover the rows where they are written, so that many of them take no time.
        """
        column = answers.column_numbers["answer"]
        for row in answers.rows:
            rows = answers.rows_of(row.key)
            if row.is_part or rows is None or rows[0] == rows[1]:
                continue
            first, last = rows
            own, parts = (first, column, first, column), (first + 1, column, last, column)
            cells, own_cell = xl_range_abs(*parts), xl_rowcol_to_cell(first, column)
            is_own = f'AND($A{first + 1}="{row.key}",LEN({own_cell})=0)'
            if row.is_open:  # "none of these" is not asked for once something is marked
                self._colour(answers, own, f'=IF({is_own},COUNTIF({cells},"?*")>0)', CLOSED)
            else:  # the parts have all of the answer, unless it is left out
                self._colour(answers, own, f"={is_own}", CLOSED)
                left_out = xl_rowcol_to_cell(
                    first, answers.column_numbers["disposition"], row_abs=True, col_abs=True
                )
                cell = xl_rowcol_to_cell(first + 1, column, col_abs=True)
                is_blank = f"LEN({cell})+LEN({left_out})=0"
                if row.practice.rows_from is not None:
                    free = message(self._request.lang, "form.rows.free")
                    title = xl_rowcol_to_cell(first + 1, answers.title_column, col_abs=True)
                    is_free = f'=IF({_is_part(first + 1, row.key)},{title}="{free}")'
                    self._colour(answers, parts, is_free, CLOSED)
                criteria = f"=IF({_is_part(first + 1, row.key)},{is_blank})"
                self._colour(answers, parts, criteria, WAITING)

    def _colour(
        self, answers: AnswerSheet, span: tuple[int, int, int, int], criteria: str, colour: str
    ) -> None:
        rule = {"type": "formula", "criteria": criteria, "format": self._styles.fill(colour)}
        answers.writer.sheet.conditional_format(*span, rule)

    def _set_up_page(self, answers: AnswerSheet) -> None:
        sheet = answers.writer.sheet
        width = len(answers.columns)
        frozen = layout.FROZEN_COLUMNS - 1 if self._request.is_short else layout.FROZEN_COLUMNS
        sheet.freeze_panes(FIXED_ROWS, frozen)
        # whole rows are sorted: the hidden key, and what the row was issued with, included
        sheet.autofilter(HEADINGS_ROW, 0, answers.last_row, answers.issued_column)
        sheet.protect(
            "",
            {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True},
        )
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.repeat_rows(HEADINGS_ROW)
        sheet.print_area(0, 1, answers.last_row, width)
        if self._request.is_short:
            sheet.fit_to_pages(1, 0)
        else:
            sheet.repeat_columns(1, layout.FROZEN_COLUMNS - 1)
            sheet.set_print_scale(_PRINT_SCALE)
            breaks = layout.breaks_after(answers.columns)
            sheet.set_v_pagebreaks([answers.column_numbers[code] + 1 for code in breaks])
        sheet.set_footer(
            f"&L{page_text(self._request.handling)}&C{page_text(answers.name)}&R&P / &N",
            {"scale_with_doc": False},
        )
        sheet.set_zoom(90)
        sheet.set_selection(
            FIXED_ROWS,
            answers.column_numbers["answer"],
            FIXED_ROWS,
            answers.column_numbers["answer"],
        )
        sheet.set_default_row(18)


def _is_part(row: int, practice_id: str) -> str:
    """Return a formula that says whether a row is one of a practice's options or rows."""
    prefix = part_key(practice_id, "")
    return f'LEFT($A{row + 1},{len(prefix)})="{prefix}"'


def _is_open(row: FormRow, column: FormColumn, *, offered: bool) -> bool:
    if column.code == "answer":
        return row.is_open
    if row.is_part:
        return False
    if column.code in ("disposition", "reason"):
        return offered
    if column.code == "points":
        return bool(row.practice.points)
    return True


def _validate(answers: AnswerSheet, cells: list[tuple[int, int]], rule: dict[str, Any]) -> None:
    """Add one rule to cells; runs of cells in a column are joined."""
    runs: list[list[int]] = []
    for row, column in cells:
        if runs and runs[-1][3] == column and runs[-1][2] == row - 1:
            runs[-1][2] = row
        else:
            runs.append([row, column, row, column])
    if not runs:
        return
    ranges = " ".join(
        f"{xl_rowcol_to_cell(top, left)}:{xl_rowcol_to_cell(bottom, right)}"
        for top, left, bottom, right in runs
    )
    answers.writer.sheet.data_validation(*runs[0], {**rule, "multi_range": ranges})
