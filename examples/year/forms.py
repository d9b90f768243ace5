"""Which cells of a form take which answers, found by the form's hidden codes and keys."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook

FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a workbook's dates."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORDS = {
    True: "はい",
    False: "いいえ",
    "low": "低",
    "medium": "中",
    "high": "高",
    "accepted": "リスク受容",
    "alternative": "代替措置",
}
ENTRIES = (
    "answer", "disposition", "reason", "done", "points", "note", "evidence", "last_done",
    "performed_by", "by", "treatment", "plan", "confirmed",
)  # fmt: skip
"""First parts of the codes of columns that an institution fills in."""


class Cell(NamedTuple):
    """A cell and what is entered into it.

    Attributes:
        kind: ``n`` for a number, ``d`` for the number of a day, ``s`` for a text, empty where the
            cell is emptied.
    """

    sheet: str
    address: str
    kind: str
    value: int | str


class Table(NamedTuple):
    """A sheet of a form that is filled in.

    Attributes:
        columns: number of each column from 0, by its hidden code.
        rows: number of each row from 0, by its hidden key.
        cells: of the whole sheet.
    """

    sheet: str
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    cells: Sequence[Sequence[Any]]

    def address(self, key: str, code: str) -> str:
        """Return the address of a cell, such as ``C5``."""
        return f"{column_letters(self.columns[code])}{self.rows[key] + 1}"

    def holds(self, key: str, code: str) -> bool:
        """Return whether a cell has something in it."""
        return bool(self.cells[self.rows[key]][self.columns[code]] != "")


def column_letters(number: int) -> str:
    """Return the letters of a column, counted from 0."""
    high, low = divmod(number, 26)
    return (chr(64 + high) if high else "") + chr(65 + low)


def tables(form: Path, *markers: str) -> list[Table]:
    """Return the tables of a workbook that its hidden codes announce.

    Args:
        form: a form, review or reply form.
        markers: first cells of the rows of codes, such as ``cssa:answers``.
    """
    book = CalamineWorkbook.from_path(form)
    found = []
    for name in book.sheet_names:
        cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for number, row in enumerate(cells):
            if row and row[0] in markers:
                columns = {str(code): place for place, code in enumerate(row) if code and place}
                rows = {
                    str(line[0]): place
                    for place, line in enumerate(cells)
                    if line[0] and place > number
                }
                found.append(Table(name, columns, rows, cells))
                break
    return found


def filled_cells(form: Path, filled: Mapping[str, Any]) -> Iterator[Cell]:
    """Yield the cells that turn an issued form into a filled one.

    What was filled in when it was issued and is answered no longer is emptied.

    Args:
        form: as it was issued, or a part of it.
        filled: the answers, in the format of an answers file.
    """
    for table in tables(form, "cssa:cover", "cssa:answers"):
        is_cover = "value" in table.columns
        wanted = cover_values(filled) if is_cover else answer_values(filled)
        for key in table.rows:
            for code in table.columns:
                value = wanted.get((key, code))
                if value is not None:
                    yield Cell(table.sheet, table.address(key, code), *_typed(value))
                elif not is_cover and code.split(".")[0] in ENTRIES and table.holds(key, code):
                    yield Cell(table.sheet, table.address(key, code), "", "")


def cover_values(filled: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    """Return what is entered on the cover, by key of the line and code of the column."""
    institution = filled["institution"]
    values: dict[tuple[str, str], Any] = {("assessed_on", "value"): filled["assessed_on"]}
    if "size" in institution:
        values["institution.size", "value"] = int(float(institution["size"]))
    for name, value in filled.get("approval", {}).items():
        values[f"approval.{name}", "value"] = value
    for flag, stated in institution.get("profile", {}).items():
        line = stated if isinstance(stated, Mapping) else {"value": stated}
        values[f"institution.profile.{flag}", "value"] = WORDS[line["value"]]
        if line.get("reason"):
            values[f"institution.profile.{flag}", "reason"] = line["reason"]
    for factor, level in institution.get("risk", {}).get("factors", {}).items():
        values[f"institution.risk.factors.{factor}", "value"] = WORDS[level]
    return values


def answer_values(filled: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    """Return what is entered for each practice, by its id and the code of the column."""
    values: dict[tuple[str, str], Any] = {}
    for practice, answer in filled["answers"].items():
        for code, value in _answer(answer).items():
            values[practice, code] = value
    return values


def _answer(answer: Mapping[str, Any]) -> dict[str, Any]:
    cells = {"answer": answer.get("level"), "note": answer.get("note")}
    if answer.get("na") or answer.get("not_adopted"):
        cells["disposition"] = "該当なし" if answer.get("na") else "採用しない"
        cells["reason"] = answer["reason"]
    if answer.get("points"):
        cells["points"] = ", ".join(point.removeprefix("p") for point in answer["points"])
    for evidence in answer.get("evidence", ())[:1]:
        cells["evidence.1.ref"] = evidence["ref"]
        cells["evidence.1.date"] = evidence.get("date")
    for name, value in answer.get("treatment", {}).items():
        cells[f"treatment.{name}"] = WORDS.get(value, value)
    return cells


def _typed(value: int | str) -> tuple[str, int | str]:
    if isinstance(value, int):
        return "n", value
    if DAY.fullmatch(value):
        return "d", (date.fromisoformat(value) - FIRST_DAY).days
    return "s", value
