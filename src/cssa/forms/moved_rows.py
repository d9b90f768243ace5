"""Rows whose visible part was sorted without their hidden key."""

from collections.abc import Mapping, Sequence

from cssa.checklist.practice import Practice
from cssa.excel.cell_values import as_code, as_text
from cssa.forms.code_tables import CodeTable, TableRow
from cssa.forms.labels import folded
from cssa.forms.layout import HEADINGS, KEY_SEPARATOR, NUMBER
from cssa.messages import LANGS

_SHOWN = ("title", "question")


def settled_rows(
    table: CodeTable, practices: Mapping[str, Practice], keys_by_number: Mapping[str, str]
) -> Sequence[TableRow]:
    """Return the rows of an answer sheet, each under the key that its visible part belongs to.

    Sorting within a filter that leaves out the hidden column moves everything but the key. Where
    the numbers shown are the same as the keys in another order, and titles and questions have
    moved with them, the numbers count.

    Args:
        table: the sheet.
        practices: those that the form asks, by id.
        keys_by_number: keys of their rows, by the number shown.
    """
    rows = [row for row in table.rows if row.key != HEADINGS]
    if not {NUMBER, *_SHOWN} <= table.columns.keys():
        return rows
    shown = [as_code(row.cells[table.columns[NUMBER]]) for row in rows]
    numbers = [keys_by_number.get(number, number) for number in shown]
    keyed = [(row, number) for row, number in zip(rows, numbers, strict=True) if row.key or number]
    keys = [row.key for row, _ in keyed]
    named = [number for _, number in keyed]
    if named == keys or len(set(keys)) < len(keys) or sorted(named) != sorted(keys):
        return rows
    if not all(_is_shown(table, row, number, practices) for row, number in keyed):
        return rows
    return [
        row._replace(key=number) if row.key else row
        for row, number in zip(rows, numbers, strict=True)
    ]


def _is_shown(table: CodeTable, row: TableRow, key: str, practices: Mapping[str, Practice]) -> bool:
    """Return whether a row shows title and question of a key, in whichever language."""
    practice = practices.get(key.partition(KEY_SEPARATOR)[0])
    if practice is None:
        return False
    title, question = (folded.__wrapped__(as_text(row.cells[table.columns[c]])) for c in _SHOWN)
    part = key.partition(KEY_SEPARATOR)[2]
    if part and practice.rows_from:
        return True  # its name is a formula
    if part:
        return any(
            title == folded(f"└ {words.get(lang)}")
            for parts in (practice.options, practice.rows)
            for words in parts
            if words.id == part
            for lang in LANGS
        )
    return any(
        title == folded(practice.title.get(lang))
        and question.startswith(folded(practice.question.get(lang)))
        for lang in LANGS
    )
