"""Reading the cover: the institution, its profile and risk, and the approval."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from cssa.answers.submission import has_right_check_digit
from cssa.checklist.kinds.kind import words_of
from cssa.checklist.row_lists import RowList
from cssa.errors import Problem
from cssa.excel.cell_values import (
    CellValue,
    as_amount,
    as_code,
    as_date,
    as_text,
    is_blank,
)
from cssa.excel.number_formats import ShownNumber, shown_number
from cssa.forms import layout
from cssa.forms.code_tables import CodeTable, TableRow
from cssa.forms.completeness import merged_entries
from cssa.forms.gathered import GatheredValues, shortened
from cssa.forms.group_choice import selected_groups
from cssa.forms.labels import FLAGS, RISKS, Labels
from cssa.forms.layout import REASON, VALUE, CoverField
from cssa.forms.own_rows import PREFIX, split_key
from cssa.messages.wording import QUOTED_BREAK, CodedWord, Word, WordList, coded_words, listed
from cssa.scheme.profile import ProfileQuestions

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

_HYPHENS = re.compile(r"[-\s‐‑–—−ー]")
_CORPORATE_NUMBER = re.compile(r"[0-9]{13}")

_LISTED = 12
"""Choices that a message lists; more are looked up in the cell's own list."""


class CoverReader:
    """Reads a cover.

    Args:
        table: the cover.
        labels: the meanings of words.
        profile: the flags and factors of covers.
        gathered: takes values and problems.
        row_lists: the lists of rows that the institution names, by id.
        issued: keys of the groups, flags, factors and names of rows that the cover was sent out
            with.
    """

    def __init__(
        self,
        table: CodeTable,
        labels: Labels,
        profile: ProfileQuestions,
        gathered: GatheredValues,
        row_lists: Mapping[str, RowList],
        issued: Sequence[str] = (),
    ) -> None:
        self._table = table
        self._labels = labels
        self._profile = profile
        self._gathered = gathered
        self._rows: dict[str, TableRow] = {}
        self._issued = issued
        self._row_lists = row_lists
        self._names = [
            key for key in issued if key.startswith(PREFIX) and split_key(key)[0] in row_lists
        ]
        self._moved: set[str] = set()
        self._lost: set[str] = set()
        self._blank: list[Word] = []

    def read(self) -> None:
        """Read every line."""
        self._match_rows()
        self._refuse_lost()
        for field in (*layout.INSTITUTION, *layout.APPROVAL):
            self._field(field)
        self._groups()
        for flag in self._profile.flags:
            self._flag(flag.id)
        for factor in self._profile.factors:
            key = f"{layout.FACTOR_PREFIX}{factor.id}"
            text = as_code(self._cell(key, VALUE))
            if not text:
                continue
            level = self._labels.read_factor(factor, text)
            if level is None:
                self._unknown(key, self._labels.factor_words(factor))
            else:
                self._add(("institution", "risk", "factors", factor.id), level, key)
        self._override()
        self._read_names()
        if self._blank:
            labels = listed(self._blank)
            place = self._table.grid.place(self._table.codes_row, self._table.columns[VALUE])
            self._gathered.notes.append(Problem("form.blank_fields", {"labels": labels}, place))

    def _match_rows(self) -> None:
        known = {*self._labels.cover, *self._names}
        for row in self._table.rows:
            if not row.key:
                continue
            place = self._table.shown_place(row)
            if row.key not in known:
                self._gathered.refuse("unknown_key", place, found=shortened(row.key))
                continue
            label = self._label_of_another(row)
            if label is not None:
                place = self._table.grid.place(row.number, label)
                params = {
                    "found": self._label(row.key),
                    "expected": shortened(row.cells[label]),
                }
                self._gathered.refuse("key_moved", place, **params)
                self._moved.add(row.key)
            elif row.key in self._rows:
                other = self._table.shown_place(self._rows[row.key]).cell
                self._gathered.refuse("row_twice", place, key=row.key, other=other)
            else:
                self._rows[row.key] = row
                self._gathered.issued[layout.COVER, row.key] = self._table.issued(row)
                self._check_odd(row)

    def _refuse_lost(self) -> None:
        """Refuse a cover without rows that it was sent out with, and merged cells, once each."""
        fields = [field.key for field in (*layout.INSTITUTION, *layout.APPROVAL)]
        labels = {*self._labels.cover, *self._names}
        lost = [
            key
            for key in (*fields, *self._issued)
            if key in labels and key not in self._rows and key not in self._moved
        ]
        if lost:
            self._lost.update(lost)
            words = WordList((*dict.fromkeys(map(self._label, lost)),), QUOTED_BREAK)
            self._gathered.refuse("cover_rows_lost", self._table.head_place, labels=words)
        rows = [row.number for row in self._rows.values()]
        columns = [self._table.columns[code] for code in (VALUE, REASON)]
        for cells in merged_entries(self._table.grid, rows, columns):
            place = self._table.grid.place(cells.top - 1, cells.left - 1)
            self._gathered.refuse("merged", place, cells=cells.name)

    def _label(self, key: str) -> Word:
        """Return what a line is called in a message: of a name, the list that it belongs to."""
        if key in self._names:
            return words_of(self._row_lists[split_key(key)[0]].title)
        return self._labels.cover_label(key)

    def _read_names(self) -> None:
        """Read the names of rows; a line left blank names none."""
        named: dict[str, list[dict[str, str]]] = {}
        for key in self._names:
            text = " ".join(as_text(self._cell(key, VALUE)).split())
            if key not in self._rows or not text:
                continue
            list_id, row_id = split_key(key)
            rows = named.setdefault(list_id, [])
            place = self._table.place(self._rows[key], VALUE)
            for path in (("lists", list_id, len(rows)), ("lists", list_id, row_id)):
                self._gathered.places[path] = place
            self._gathered.places.setdefault(("lists", list_id), place)
            rows.append({"id": row_id, "name": text})
        if named:
            self._gathered.value["lists"] = named

    def _label_of_another(self, row: TableRow) -> int | None:
        """Return the column of a label that belongs to another row, None where there is none.

        A label that no row has is of another version; it contradicts nothing.
        """
        columns = self._table.columns
        others = (self._table.key_column, columns[VALUE], columns[REASON])
        for number, cell in enumerate(row.cells):
            if number in others or not isinstance(cell, str):
                continue
            keys = self._labels.read_cover(cell)
            if keys:
                return None if row.key in keys else number
        return None

    def _check_odd(self, row: TableRow) -> None:
        odd = self._table.grid.odd
        for code in (VALUE, REASON):
            column = self._table.columns[code]
            kind = odd.get((row.number + 1, column + 1))
            is_hint = code == REASON and row.key == "institution.size"
            if kind and not is_hint:
                expected = CodedWord("form.expect.text")
                problem = "formula" if kind == "formula" else "error_value"
                place = self._table.grid.place(row.number, column)
                self._gathered.refuse(problem, place, found="", expected=expected)

    def _cell(self, key: str, code: str) -> CellValue:
        row = self._rows.get(key)
        column = self._table.columns[code]
        if row is None or (row.number + 1, column + 1) in self._table.grid.odd:
            return ""
        shown = self._shown_number(row, column)
        return row.cells[column] if shown is None else shown.text

    def _shown_number(self, row: TableRow, column: int) -> ShownNumber | None:
        """Return a number as its cell shows it, None where it shows nothing more or no number."""
        code = self._table.grid.number_formats.get((row.number + 1, column + 1))
        cell = row.cells[column]
        return shown_number(cell, code) if code and isinstance(cell, float) else None

    def _add(self, path: tuple[str, ...], value: Any, key: str, code: str = VALUE) -> None:
        self._gathered.add(path, value, self._table.place(self._rows[key], code))

    def _refuse(self, problem: str, key: str, code: str = VALUE, /, **params: object) -> None:
        row = self._rows.get(key)
        place = (
            self._table.place(row, code)
            if row
            else self._table.grid.place(self._table.codes_row, self._table.columns[code])
        )
        self._gathered.refuse(problem, place, **params)

    def _unknown(self, key: str, known: Sequence[Word]) -> None:
        found = shortened(as_text(self._cell(key, VALUE)))
        if len(known) > _LISTED:
            params = {"found": found, "first": known[0], "count": len(known)}
            self._refuse("unknown_choice_many", key, VALUE, **params)
        else:
            self._refuse("unknown_choice", key, found=found, expected=WordList(tuple(known)))

    def _field(self, field: CoverField) -> None:
        if field.key in self._moved or field.key in self._lost:
            return
        cell = self._cell(field.key, VALUE)
        label = CodedWord(field.message)
        if is_blank(cell) and not (field.kind == "text" and cell and not field.required):
            row = self._rows.get(field.key)
            column = self._table.columns[VALUE]
            if row and (row.number + 1, column + 1) in self._table.grid.odd:
                return
            if not field.required:
                self._blank.append(label)
            else:
                self._gathered.missing[field.key] = (label, self._place(field.key))
            return
        value = self._value(field, cell)
        if value is not None:
            self._add(tuple(field.key.split(".")), value, field.key)

    def _place(self, key: str) -> Any:
        row = self._rows.get(key)
        number = row.number if row else self._table.codes_row
        return self._table.grid.place(number, self._table.columns[VALUE])

    def _value(self, field: CoverField, cell: CellValue) -> Any:
        """Return a field's value, None where it is refused."""
        text = as_code(cell)
        value: Any
        match field.kind:
            case "id":
                value, problem = _institution_id(text), "bad_id"
            case "date":
                from_1904 = self._table.grid.from_1904
                value, problem = as_date(cell, from_1904=from_1904), "not_a_date"
            case "size":
                return self._size(field.key, cell)
            case "choice" if field.key == "institution.sector":
                value = self._labels.read_sector(text)
                if value is None:
                    self._unknown(field.key, self._labels.sector_words)
                return value
            case "choice":
                return self._labels.read_licence(as_text(cell))
            case _:
                return as_text(cell)
        if value is None:
            self._refuse(problem, field.key, found=shortened(as_text(cell)))
        return value

    def _size(self, key: str, cell: CellValue) -> Decimal | None:
        """Return an amount as people see it; refused where that may not be what is meant."""
        amount = as_amount(cell)
        row, column = self._rows[key], self._table.columns[VALUE]
        shown = self._shown_number(row, column)
        if shown is None:
            if amount is None:
                self._refuse("not_a_size", key, found=shortened(as_text(cell)))
            return amount
        stored = as_text(row.cells[column])
        params = {"found": shortened(shown.text), "value": stored}
        if amount == Decimal(stored):
            return amount
        if amount is None or shown.number != Decimal(stored):
            self._refuse("number_format", key, **params, expected=CodedWord("form.expect.size"))
            return None
        params["amount"] = f"{amount:,f}"
        place = self._place(key)
        self._gathered.notes.append(Problem("form.size_as_shown", params, place))
        return amount

    def _groups(self) -> None:
        """Read which groups of practices are answered."""
        for group in self._labels.groups:
            key = f"{layout.GROUP_PREFIX}{group.id}"
            text = as_code(self._cell(key, VALUE))
            if not text:
                continue
            code = self._labels.read_word("flag", FLAGS, text)
            if code is None:
                self._unknown(key, coded_words(f"form.flag.{known}" for known in FLAGS))
                continue
            self._gathered.groups[group.id] = code == "yes"
            place = self._table.place(self._rows[key], VALUE)
            self._gathered.places["selected_groups", group.id] = place
        stated = self._gathered.groups
        selected = selected_groups(stated, [group.id for group in self._labels.groups])
        if selected:
            self._gathered.value["selected_groups"] = selected
        elif stated:
            self._refuse("no_group", f"{layout.GROUP_PREFIX}{next(iter(stated))}")

    def _flag(self, flag: str) -> None:
        key = f"{layout.FLAG_PREFIX}{flag}"
        text, reason = as_code(self._cell(key, VALUE)), as_text(self._cell(key, REASON))
        if not text:
            if reason.strip():
                self._refuse("flag_reason_alone", key)
            return
        code = self._labels.read_word("flag", FLAGS, text)
        if code is None:
            self._unknown(key, coded_words(f"form.flag.{known}" for known in FLAGS))
            return
        path = ("institution", "profile", flag)
        self._add(path, {"value": code == "yes"}, key)
        if reason:
            self._add((*path, "reason"), reason, key, REASON)

    def _override(self) -> None:
        key = layout.OVERRIDE_KEY
        text, reason = as_code(self._cell(key, VALUE)), as_text(self._cell(key, REASON))
        if not text and not reason.strip():
            return
        level = self._labels.read_risk(text) if text else None
        if text and level is None:
            self._unknown(key, coded_words(f"risk.{known}" for known in RISKS))
        elif level is None or not reason.strip():
            self._refuse("override_pair", key, REASON if level else VALUE)
        else:
            path = ("institution", "risk", "override")
            self._add((*path, "level"), level, key)
            self._add((*path, "reason"), reason, key, REASON)


def _institution_id(text: str) -> str | None:
    """Return an id, None where it cannot be one; the hyphens of a corporate number are no part."""
    number = _HYPHENS.sub("", text)
    if _CORPORATE_NUMBER.fullmatch(number) and has_right_check_digit(number):
        return number
    return text if _ID.fullmatch(text) else None
