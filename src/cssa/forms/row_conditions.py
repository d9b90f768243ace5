"""Rows that are filled in only after certain answers to another question, in formulas."""

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.workbook import Workbook

from cssa.answers.asked_if import is_asked
from cssa.checklist.practice import AskedIf, Practice
from cssa.forms.answer_sheet import AnswerSheet, RowCondition
from cssa.forms.dropdowns import DropdownLists
from cssa.forms.form_request import FormRequest
from cssa.forms.layout import part_key


def row_conditions(
    request: FormRequest, book: Workbook, lists: DropdownLists, sheets: Sequence[AnswerSheet]
) -> Mapping[str, RowCondition]:
    """Define the conditions of a form, and return them by practice.

    There is none where the form does not ask the question that decides. Formulas have names: a rule
    that points to another sheet is saved by Excel in a form that other programs lose.

    Args:
        request: the form.
        book: takes the names.
        lists: the words of options.
        sheets: the answer sheets.
    """
    checklist = request.edition.checklist
    sheet_of = {row.key: sheet for sheet in sheets for row in sheet.rows}
    answers = request.submission.answers if request.submission else {}
    conditions: dict[str, RowCondition] = {}
    for practice_id in sheet_of:
        placed = checklist.placed.get(practice_id)
        condition = placed and placed.practice.asked_if
        if not placed or not condition or condition.practice not in sheet_of:
            continue
        deciding = checklist.placed[condition.practice].practice
        words = tuple(request.labels.options(deciding).values())
        sheet = sheet_of[condition.practice]
        terms = "+".join(
            _terms(deciding, condition, sheet, [lists.cell(words, n) for n in range(len(words))])
        )
        name = f"cssa_asked_{len(conditions) + 1}"
        book.define_name(name, f"=SUMPRODUCT({terms})>0")
        is_met = is_asked(placed.practice, checklist, answers) is True
        conditions[practice_id] = RowCondition(name, is_met)
    return conditions


def _terms(
    deciding: Practice, condition: AskedIf, sheet: AnswerSheet, words: Sequence[str]
) -> Iterator[str]:
    """Yield what is 1 for each cell that has one of the answers."""
    keys, answers = sheet.cells("key"), sheet.cells("answer")
    wanted = [
        f"({answers}={word})"
        for option, word in zip(deciding.options, words, strict=True)
        if option.id in condition.any
    ]
    for part in deciding.question_kind.parts(deciding):
        key = deciding.id if part.id is None else part_key(deciding.id, part.id)
        if part.accepts == "option":
            yield f'({keys}="{key}")*({"+".join(wanted)})'
        elif part.accepts == "mark" and part.id in condition.any:
            yield f'({keys}="{key}")*(LEN({answers})>0)'
