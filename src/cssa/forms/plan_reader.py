"""Reading the plan's workbook back: what was entered there, to be merged into answers."""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import as_code
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow, find_tables, single_table
from cssa.forms.gathered import FormDocument, GatheredValues
from cssa.forms.labels import Labels
from cssa.forms.plan_sheet import COLUMNS, SOURCE
from cssa.forms.row_reader import RowReader
from cssa.location import Location

_EXPECTED = {column.code: column.kind for column in COLUMNS if column.is_entry}
"""What is entered in each column that is filled in."""


class PlanReading(NamedTuple):
    """What a workbook holds.

    Attributes:
        gathered: its values with their cells, and what it was written with.
        submission: the answers that it was read for, with its plans and nothing else.
    """

    gathered: GatheredValues
    submission: Submission


def read_plan(
    data: bytes,
    path: str,
    file: Submission,
    edition: Edition,
    labels: Labels,
    call: Call = call_in_child,
) -> PlanReading:
    """Return the plans in a workbook.

    Args:
        data: the workbook.
        path: its name for messages.
        file: the answers that the plan was made of.
        edition: the checklist that they answer.
        labels: the meanings of words.
        call: where Excel libraries run, which some files may crash.

    Raises:
        InputError: when the file is refused, or with all problems of its entries.
    """
    grids = open_workbook(data, path, call)
    table, problems = single_table(find_tables(grids), layout.PLAN)
    if table is None:
        raise InputError([Problem("planning.not_a_plan", {}, Location(path))])
    gathered = GatheredValues(path, problems=[*problems, *_column_problems(table)])
    header = {name: value for name, value in to_plain(file).items() if name != "answers"}
    gathered.value = {**header, "answers": {}}
    if not gathered.problems:
        checklist = file.checklist
        source = f"{file.institution.id} {checklist.id} {checklist.version}"
        _PlanRows(table, source, edition, labels, gathered).read()
    if gathered.problems:
        raise InputError(explain_odd_cells(gathered.problems, grids[0].package, call))
    document = FormDocument(path, gathered.value, gathered.places)
    return PlanReading(gathered, validate(Submission, document))


def _column_problems(table: CodeTable) -> Iterator[Problem]:
    headings = {column.code: column.message for column in COLUMNS}
    yield from table.column_problems(headings, _EXPECTED, table.head_place)
    if SOURCE not in table.columns:
        yield Problem("planning.not_a_plan", {}, table.head_place)


class _PlanRows:
    """Reads the rows of a plan."""

    def __init__(
        self,
        table: CodeTable,
        source: str,
        edition: Edition,
        labels: Labels,
        gathered: GatheredValues,
    ) -> None:
        self._table = table
        self._source = source
        self._placed = edition.checklist.placed
        self._labels = labels
        self._gathered = gathered
        self._read: set[str] = set()

    def read(self) -> None:
        columns = [
            (column.code, self._table.columns[column.code]) for column in COLUMNS if column.is_entry
        ]
        for row in self._table.rows:
            if row.key != layout.HEADINGS:
                entry = self._table.entry(row, columns)
                if row.key or entry.cells or entry.odd:
                    self._row(row, entry)

    def _row(self, row: TableRow, entry: RowEntry) -> None:
        table, gathered = self._table, self._gathered
        place = table.shown_place(row)
        source = as_code(row.cells[table.columns[SOURCE]])
        if source and source != self._source:
            params = {"found": source, "expected": self._source}
            raise InputError([Problem("planning.other_answers", params, place)])
        if not source or row.key not in self._placed:
            gathered.problems.append(Problem("planning.row_lost", {}, place))
        elif row.key in self._read:
            gathered.problems.append(Problem("planning.row_twice", {"practice": row.key}, place))
        else:
            self._read.add(row.key)
            gathered.refuse_odd(entry, _EXPECTED)
            gathered.issued[layout.ANSWERS, row.key] = table.issued(row)
            practice = self._placed[row.key].practice
            RowReader(self._labels, gathered, practice, entry).read({})
