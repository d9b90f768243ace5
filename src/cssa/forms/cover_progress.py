"""The cover's formulas of progress, each with its result at the time of writing."""

from collections import Counter
from collections.abc import Sequence

from cssa.forms.answer_rows import FormRow
from cssa.forms.answer_sheet import AnswerSheet, RowCondition
from cssa.forms.layout import KEY_SEPARATOR
from cssa.messages import Lang, message

Formula = tuple[str, str]


def domain_formulas(sheet: AnswerSheet, lang: Lang) -> list[Formula]:
    """Return a domain's formulas: practices answered, the next one, contradictions.

    Args:
        sheet: the domain's answer sheet.
        lang: language of the texts.
    """
    answered = f"={_answered(sheet)}&{_of([sheet])}"
    return [(answered, _count([sheet])), _next_practice(sheet), _contradictions(sheet, lang)]


def total_formula(sheets: Sequence[AnswerSheet]) -> Formula:
    """Return the number of answered practices of all domains."""
    counted = "+".join(f"({_answered(sheet)})" for sheet in sheets)
    return f"=({counted})&{_of(sheets)}", _count(sheets)


def _of(sheets: Sequence[AnswerSheet]) -> str:
    """Return a formula that says how many practices are asked."""
    total = sum(not row.is_part for sheet in sheets for row in sheet.rows)
    left_out = "".join(
        f"-NOT({condition.name})" for sheet in sheets for _, condition in _conditional(sheet)
    )
    return f'" / "&({total}{left_out})' if left_out else f'" / {total}"'


def _count(sheets: Sequence[AnswerSheet]) -> str:
    """Return how many practices are answered of those that are asked, at the time of writing."""
    asked = 0
    answered = 0
    for sheet in sheets:
        filled = Counter(
            row.key.partition(KEY_SEPARATOR)[0] for row in sheet.rows if row.is_part and row.values
        )
        for row in sheet.rows:
            condition = sheet.conditions.get(row.key)
            if not row.is_part and (condition is None or condition.is_met):
                asked += 1
                answered += _is_done(row, filled[row.key])
    return f"{answered} / {asked}"


def _is_done(row: FormRow, filled_parts: int) -> bool:
    if "answer" in row.values or "disposition" in row.values:
        return True
    return _has_parts(row) and filled_parts >= row.needed[1]


def _conditional(sheet: AnswerSheet) -> list[tuple[FormRow, RowCondition]]:
    """Return the practices that are asked only after certain answers to another."""
    return [(row, sheet.conditions[row.key]) for row in sheet.rows if row.key in sheet.conditions]


def _is_unanswered(sheet: AnswerSheet) -> str:
    """Return a formula that is 1 for each practice with neither an answer nor a disposition."""
    return (
        f'ISERROR(FIND("{KEY_SEPARATOR}",{sheet.cells("key")}))'
        f"*(LEN({sheet.cells('answer')})+LEN({sheet.cells('disposition')})=0)"
    )


def _answered(sheet: AnswerSheet) -> str:
    parts = "".join(f"+{_by_parts(sheet, row)}" for row in sheet.rows if _has_parts(row))
    left_out = "".join(
        f"-NOT({condition.name})*({_is_answered(sheet, row)})"
        for row, condition in _conditional(sheet)
    )
    total = sum(not row.is_part for row in sheet.rows)
    return f"{total}-SUMPRODUCT({_is_unanswered(sheet)}){parts}{left_out}"


def _has_parts(row: FormRow) -> bool:
    return not row.is_part and row.practice.question_kind.has_parts(row.practice)


def _by_parts(sheet: AnswerSheet, row: FormRow) -> str:
    """Return a formula that is 1 where a practice is answered by its parts alone."""
    parts = (
        f'COUNTIFS({sheet.cells("key")},"{row.key}{KEY_SEPARATOR}*",{sheet.cells("answer")},"?*")'
    )
    return f"({_own_length(sheet, row)}=0)*({parts}>={row.needed[0]})"


def _is_answered(sheet: AnswerSheet, row: FormRow) -> str:
    """Return a formula that is 1 where a practice is answered, in its own row or by its parts."""
    own = f"({_own_length(sheet, row)}>0)"
    return f"{own}+{_by_parts(sheet, row)}" if _has_parts(row) else own


def _own_length(sheet: AnswerSheet, row: FormRow) -> str:
    """Return a formula of how much stands in a practice's own row."""
    number = sheet.row_of(row.key)
    return "+".join(
        f"LEN({sheet.writer.reference(number, sheet.column_numbers[code])})"
        for code in ("answer", "disposition")
    )


def _next_practice(sheet: AnswerSheet) -> Formula:
    """Return the number of the first practice without an answer, in the order of the rows."""
    if any(_has_parts(row) for row in sheet.rows) or _conditional(sheet):
        return '=""', ""
    numbers = sheet.cells("number")
    formula = f'=IFERROR(INDEX({numbers},MATCH(1,INDEX({_is_unanswered(sheet)},0),0)),"")'
    first = next(
        (
            row.key
            for row in sheet.rows
            if not row.is_part and not {"answer", "disposition"} & set(row.values)
        ),
        "",
    )
    return formula, first


def _contradictions(sheet: AnswerSheet, lang: Lang) -> Formula:
    """Return what has to be fixed before the form is accepted: nothing at first."""
    if not sheet.has_dispositions:
        return '=""', ""
    left_out, reason, answer = (sheet.cells(c) for c in ("disposition", "reason", "answer"))
    treatment = [
        f"LEN({sheet.cells(column.code)})"
        for column in sheet.columns
        if column.group == "treatment"
    ]
    counts = {
        "reason": f"SUMPRODUCT((LEN({left_out})>0)*(LEN({reason})=0))",
        "both": f"SUMPRODUCT((LEN({left_out})>0)*(LEN({answer})>0))",
    }
    if treatment:
        begun = f"(({'+'.join(treatment)})>0)*(({'*'.join(treatment)})=0)"
        counts["treatment"] = f"SUMPRODUCT({begun})"
    parts = []
    for code, count in counts.items():
        text = message(lang, f"form.progress.missing.{code}", {"count": '"&' + count + '&"'})
        parts.append(f'IF({count}>0,"{text}","")')
    return f"={'&'.join(parts)}", ""
