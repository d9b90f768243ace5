"""The cover's formulas of progress, each with its result at the time of writing."""

from collections.abc import Sequence

from cssa.forms.answer_rows import FormRow
from cssa.forms.answer_sheet import AnswerSheet
from cssa.forms.layout import KEY_SEPARATOR
from cssa.messages import Lang, message

Formula = tuple[str, str]


def domain_formulas(sheet: AnswerSheet, lang: Lang) -> list[Formula]:
    """Return a domain's formulas: practices answered, the next one, contradictions.

    Args:
        sheet: the domain's answer sheet.
        lang: language of the texts.
    """
    total = _total(sheet)
    done = _done(sheet.rows)
    answered = f'={_answered(sheet)}&" / {total}"'
    return [(answered, f"{done} / {total}"), _next_practice(sheet), _contradictions(sheet, lang)]


def total_formula(sheets: Sequence[AnswerSheet]) -> Formula:
    """Return the number of answered practices of all domains."""
    total = sum(_total(sheet) for sheet in sheets)
    done = sum(_done(sheet.rows) for sheet in sheets)
    counted = "+".join(f"({_answered(sheet)})" for sheet in sheets)
    return f'=({counted})&" / {total}"', f"{done} / {total}"


def _total(sheet: AnswerSheet) -> int:
    return sum(not row.is_part for row in sheet.rows)


def _is_unanswered(sheet: AnswerSheet) -> str:
    """Return a formula that is 1 for each practice with neither an answer nor a disposition."""
    return (
        f'ISERROR(FIND("{KEY_SEPARATOR}",{sheet.cells("key")}))'
        f"*(LEN({sheet.cells('answer')})+LEN({sheet.cells('disposition')})=0)"
    )


def _answered(sheet: AnswerSheet) -> str:
    parts = "".join(f"+{_by_parts(sheet, row)}" for row in sheet.rows if _has_parts(row))
    return f"{_total(sheet)}-SUMPRODUCT({_is_unanswered(sheet)}){parts}"


def _has_parts(row: FormRow) -> bool:
    return not row.is_part and any(
        part.id for part in row.practice.question_kind.parts(row.practice)
    )


def _by_parts(sheet: AnswerSheet, row: FormRow) -> str:
    """Return a formula that is 1 where a practice is answered by its parts alone."""
    number = sheet.row_of(row.key)
    own = "+".join(
        f"LEN({sheet.writer.reference(number, sheet.column_numbers[code])})"
        for code in ("answer", "disposition")
    )
    parts = (
        f'COUNTIFS({sheet.cells("key")},"{row.key}{KEY_SEPARATOR}*",{sheet.cells("answer")},"?*")'
    )
    needed = row.practice.question_kind.needed_parts(row.practice)
    return f"({own}=0)*({parts}>={needed})"


def _done(rows: Sequence[FormRow]) -> int:
    done = 0
    for row in rows:
        if row.is_part:
            continue
        if "answer" in row.values or "disposition" in row.values:
            done += 1
        elif _has_parts(row):
            prefix = f"{row.key}{KEY_SEPARATOR}"
            filled = sum(bool(part.values) for part in rows if part.key.startswith(prefix))
            done += filled >= row.practice.question_kind.needed_parts(row.practice)
    return done


def _next_practice(sheet: AnswerSheet) -> Formula:
    """Return the number of the first practice without an answer, in the order of the rows."""
    if any(_has_parts(row) for row in sheet.rows):
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
    left_out, reason, answer = (sheet.cells(c) for c in ("disposition", "reason", "answer"))
    treatment = [
        f"LEN({sheet.cells(column.code)})"
        for column in sheet.columns
        if column.group == "treatment"
    ]
    begun = f"(({'+'.join(treatment)})>0)*(({'*'.join(treatment)})=0)"
    counts = {
        "reason": f"SUMPRODUCT((LEN({left_out})>0)*(LEN({reason})=0))",
        "both": f"SUMPRODUCT((LEN({left_out})>0)*(LEN({answer})>0))",
        "treatment": f"SUMPRODUCT({begun})",
    }
    parts = []
    for code, count in counts.items():
        text = message(lang, f"form.progress.missing.{code}", {"count": '"&' + count + '&"'})
        parts.append(f'IF({count}>0,"{text}","")')
    return f"={'&'.join(parts)}", ""
