"""What a page saved as the tables that a workbook has, so that both are read by the same rules."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cssa.checklist.kinds.kind import Part
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.excel.cell_values import CellValue
from cssa.excel.grids import Grid
from cssa.forms import layout
from cssa.forms.code_tables import CodeTable
from cssa.forms.labels import TICK, Labels
from cssa.forms.layout import REASON, VALUE, part_key
from cssa.forms.own_rows import name_key
from cssa.forms.page.answers_block import EnteredAnswer, EnteredFlag, PageAnswers
from cssa.location import FieldLocation, FormLocation

_AFTER_COVER = 1_000
"""Rows by which answers come after the cover."""
_ANSWER = "answer"
_STATED = {None: "", True: "yes", False: "no"}
"""What a choice of the cover is called where one is made."""

Cells = Mapping[str, str]


@dataclass(frozen=True)
class FieldGrid(Grid):
    """A table whose cells are the fields of a page; its first row and column are codes and keys."""

    def place(self, row: int, column: int) -> FormLocation:
        """Return the location of a field; of a code, that of the file."""
        key = str(self.rows[row][0])
        if row == 0:
            return FieldLocation(self.path)
        code = str(self.rows[0][column]) if column else ""
        if code in (VALUE, layout.NUMBER):
            code = ""
        return FieldLocation(self.path, key, code, self.index + row)


def field_tables(
    answers: PageAnswers, checklist: Checklist, labels: Labels, path: str
) -> list[CodeTable]:
    """Return the cover and the answers of a page as tables.

    Args:
        answers: what the page saved.
        checklist: what it asks, with the rows that were named.
        labels: the form's words.
        path: the file's name for messages.
    """
    columns = layout.columns(
        evidence=max((1, *(len(entered.evidence) for entered in answers.answers.values()))),
        reviews=max((len(entered.review) for entered in answers.answers.values()), default=0),
        unconfirmed=True,
    )
    entry_codes = [column.code for column in columns if column.is_entry]
    codes = (layout.ANSWERS, layout.NUMBER, *entry_codes, layout.ISSUED)
    return [
        cover_table(answers, path),
        _table(path, _AFTER_COVER, codes, dict(_answer_lines(answers, checklist, labels))),
    ]


def cover_table(answers: PageAnswers, path: str) -> CodeTable:
    """Return the cover of a page as a table.

    Args:
        answers: what the page saved.
        path: the file's name for messages.
    """
    issued = answers.form.issued.get("cover", {})
    lines = {
        key: {**line, layout.ISSUED: issued.get(key, "")}
        for key, line in _cover_lines(answers).items()
    }
    return _table(path, 0, (layout.COVER, VALUE, REASON, layout.ISSUED), lines)


def _table(path: str, index: int, codes: Sequence[str], lines: Mapping[str, Cells]) -> CodeTable:
    rows: list[list[CellValue]] = [list(codes)]
    rows += [[key, *(line.get(code, "") for code in codes[1:])] for key, line in lines.items()]
    grid = FieldGrid(path, codes[0], index, rows)
    return CodeTable(grid, codes[0], 0, 0, {code: n for n, code in enumerate(codes) if n})


def _cover_lines(answers: PageAnswers) -> dict[str, dict[str, str]]:
    """Return what was entered on the cover, by the keys of the lines that it was sent out with."""
    institution, approval = answers.institution, answers.approval
    lines = {
        "institution.id": {VALUE: institution.id},
        "institution.name": {VALUE: institution.name},
        "institution.sector": {VALUE: institution.sector},
        "institution.licence": {VALUE: institution.licence},
        "institution.size": {VALUE: str(institution.size)},
        "assessed_on": {VALUE: answers.assessed_on},
        "approval.respondent": {VALUE: approval.respondent},
        "approval.second_line": {VALUE: approval.second_line},
        "approval.reported_to_board": {VALUE: approval.reported_to_board},
        **{key: {} for key in answers.form.cover},
    }
    for group, is_answered in answers.form.choices.items():
        lines[f"{layout.GROUP_PREFIX}{group}"] = {VALUE: _STATED[is_answered]}
    for flag, stated in institution.profile.items():
        entered = stated if isinstance(stated, EnteredFlag) else EnteredFlag(value=stated)
        cells = {VALUE: _STATED[entered.value], REASON: entered.reason}
        lines[f"{layout.FLAG_PREFIX}{flag}"] = cells
    for factor, level in institution.risk.factors.items():
        lines[f"{layout.FACTOR_PREFIX}{factor}"] = {VALUE: level}
    override = institution.risk.override
    if override is not None:
        lines[layout.OVERRIDE_KEY] = {VALUE: override.level, REASON: override.reason}
    for list_id, rows in answers.lists.items():
        lines |= {name_key(list_id, row.id): {VALUE: row.name} for row in rows}
    return lines


def _answer_lines(
    answers: PageAnswers, checklist: Checklist, labels: Labels
) -> Iterator[tuple[str, Cells]]:
    """Yield the row of each practice with those of its parts, by their keys."""
    issued = answers.form.issued.get("answers", {})
    for practice_id, entered in answers.answers.items():
        placed = checklist.placed.get(practice_id)
        if placed is None:  # refused where rows are matched to practices
            yield practice_id, {layout.NUMBER: practice_id}
            continue
        practice = placed.practice
        number = practice.shown_id
        cells = dict(_cells(entered, practice, labels))
        cells[layout.ISSUED] = issued.get(practice_id, "")
        yield practice_id, {**cells, layout.NUMBER: number}
        for part_id, entry in _part_entries(entered, practice, labels).items():
            key = part_key(practice_id, part_id)
            yield key, {layout.NUMBER: part_key(number, part_id), _ANSWER: entry}


def _part_entries(entered: EnteredAnswer, practice: Practice, labels: Labels) -> dict[str, str]:
    """Return what was entered in each part that has a place of its own, known to it or not."""
    parts = practice.question_kind.parts(practice)
    entries = {part.id: "" for part in parts if part.id is not None}
    if practice.question_kind.answer_field == "choices":
        return entries | dict.fromkeys(entered.choices or (), TICK)
    options = labels.options(practice)
    return entries | {row: options.get(entry, entry) for row, entry in (entered.rows or {}).items()}


def _own_entry(
    entered: EnteredAnswer, practice: Practice, part: Part | None, labels: Labels
) -> str | None:
    """Return what was entered in the practice's own place."""
    match part.accepts if part else None:
        case "level":
            return None if entered.level is None else str(entered.level)
        case "option":
            options = labels.options(practice)
            return entered.choice and options.get(entered.choice, entered.choice)
        case "none":
            return labels.word("none", "none") if entered.choices == () else None
        case "number":
            return entered.value
        case "text":
            return entered.text
        case _:
            return None


def _cells(entered: EnteredAnswer, practice: Practice, labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield what was entered on a practice by column."""
    own = (part for part in practice.question_kind.parts(practice) if part.id is None)
    entry = _own_entry(entered, practice, next(own, None), labels)
    yield _ANSWER, entry or ""
    for code in ("na", "not_adopted"):
        if getattr(entered, code):
            yield "disposition", labels.word("disposition", code)
    for code in ("reason", "note", "last_done", "performed_by", "by"):
        yield code, getattr(entered, code)
    numbers = {point.id: str(number) for number, point in enumerate(practice.points, start=1)}
    yield "points", ", ".join(numbers.get(point, point) for point in entered.points)
    for name in ("done", "treatment", "plan"):
        yield from _group(name, getattr(entered, name))
    for name in ("evidence", "review"):
        for number, item in enumerate(getattr(entered, name), start=1):
            yield from _group(f"{name}.{number}", item)
    if not entered.confirmed:
        yield "confirmed", labels.word("confirmed", "no")


def _group(prefix: str, entered: Any) -> Iterator[tuple[str, str]]:
    for name in type(entered).model_fields if entered is not None else ():
        yield f"{prefix}.{name}", str(getattr(entered, name))
