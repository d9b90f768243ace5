"""The cover's formulas on progress, each with the result it has when the form is written."""

from collections.abc import Sequence

from cssa.forms.answer_rows import FormRow
from cssa.forms.answer_sheet import AnswerSheet
from cssa.forms.layout import KEY_SEPARATOR
from cssa.messages import Lang, message

Formula = tuple[str, str]


def domain_formulas(sheet: AnswerSheet, lang: Lang) -> list[Formula]:
    """Return a domain's cells: how many are answered, the next one, what does not go together."""
    total = _total(sheet)
    done = _done(sheet.rows)
    answered = f'={_answered(sheet)}&" / {total}"'
    return [(answered, f"{done} / {total}"), _next(sheet), _missing(sheet, lang)]


def total_formula(sheets: Sequence[AnswerSheet]) -> Formula:
    """Return the same over all domains."""
    total = sum(_total(sheet) for sheet in sheets)
    done = sum(_done(sheet.rows) for sheet in sheets)
    counted = "+".join(f"({_answered(sheet)})" for sheet in sheets)
    return f'=({counted})&" / {total}"', f"{done} / {total}"


def _total(sheet: AnswerSheet) -> int:
    return sum(not row.is_part for row in sheet.rows)


def _open_main(sheet: AnswerSheet) -> str:
    """Return the rows of practices with neither an answer nor a reason to have none."""
    return (
        f'ISERROR(FIND("{KEY_SEPARATOR}",{sheet.cells("key")}))'
        f"*(LEN({sheet.cells('answer')})+LEN({sheet.cells('disposition')})=0)"
    )


def _answered(sheet: AnswerSheet) -> str:
    parts = "".join(f"+{_by_parts(sheet, row)}" for row in sheet.rows if _has_parts(row))
    return f"{_total(sheet)}-SUMPRODUCT({_open_main(sheet)}){parts}"


def _has_parts(row: FormRow) -> bool:
    return not row.is_part and row.practice.kind in ("multi", "matrix")


def _by_parts(sheet: AnswerSheet, row: FormRow) -> str:
    """Return 1 where a practice is answered by its parts alone."""
    number = sheet.row_of(row.key)
    own = "+".join(
        f"LEN({sheet.writer.reference(number, sheet.column_numbers[code])})"
        for code in ("answer", "disposition")
    )
    parts = (
        f'COUNTIFS({sheet.cells("key")},"{row.key}{KEY_SEPARATOR}*",{sheet.cells("answer")},"?*")'
    )
    needed = len(row.practice.rows) if row.practice.kind == "matrix" else 1
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
            filled = sum(bool(one.values) for one in rows if one.key.startswith(prefix))
            done += filled >= (len(row.practice.rows) if row.practice.kind == "matrix" else 1)
    return done


def _next(sheet: AnswerSheet) -> Formula:
    """Return the number of the first practice without an answer, in the order of the rows."""
    if any(_has_parts(row) for row in sheet.rows):
        return '=""', ""
    numbers = sheet.cells("number")
    formula = f'=IFERROR(INDEX({numbers},MATCH(1,INDEX({_open_main(sheet)},0),0)),"")'
    first = next(
        (
            row.key
            for row in sheet.rows
            if not row.is_part and not {"answer", "disposition"} & set(row.values)
        ),
        "",
    )
    return formula, first


def _missing(sheet: AnswerSheet, lang: Lang) -> Formula:
    """Return what has to be mended before the form is taken: nothing at first."""
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
