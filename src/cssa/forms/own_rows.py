"""The rows that an institution names itself, on a form: a cell for each name on the cover."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.checklist.row_lists import MAX_ROWS, NamedRow, RowList, new_row_id

PREFIX = "lists."
"""Begins the keys of the cover's lines for names."""

_ROOM = 10
"""Rows that a form has room for, where fewer are named."""
_MORE = 5
"""Rows that can be added to those that are named."""


class NameCell(NamedTuple):
    """The cell for a row's name.

    Attributes:
        key: of its line on the cover.
        name: what the institution has named it, empty where it is free.
        defined: name by which formulas refer to it.
    """

    key: str
    name: str
    defined: str


def name_key(list_id: str, row_id: str) -> str:
    """Return the key of the cover's line for a row's name."""
    return f"{PREFIX}{list_id}/{row_id}"


def split_key(key: str) -> tuple[str, str]:
    """Return the list and the row of a line of the cover."""
    list_id, _, row_id = key.removeprefix(PREFIX).partition("/")
    return list_id, row_id


def counted_name(number: int) -> str:
    """Return the name by which formulas refer to all names of a list.

    Args:
        number: the list's, from 1.
    """
    return f"cssa_names_{number}"


def places_for_rows(
    checklist: Checklist, submission: Submission | None
) -> dict[str, tuple[NamedRow, ...]]:
    """Return the rows of a form by list: those that are named, and free ones without a name.

    Args:
        checklist: what is asked.
        submission: has the names; None where nothing is prefilled.
    """
    return {
        row_list.id: tuple(_places(submission.lists.get(row_list.id, ()) if submission else ()))
        for row_list in checklist.row_lists
    }


def _places(named: Sequence[NamedRow]) -> Iterator[NamedRow]:
    yield from named
    taken = [row.id for row in named]
    while len(taken) < min(MAX_ROWS, max(_ROOM, len(named) + _MORE)):
        taken.append(new_row_id(taken))
        yield NamedRow.model_construct(id=taken[-1], name="")


class NameCells:
    """The cells for names of a form.

    Args:
        checklist: its lists.
        rows: the rows of the form by list.
    """

    def __init__(self, checklist: Checklist, rows: Mapping[str, Sequence[NamedRow]]) -> None:
        self.lists: list[tuple[RowList, tuple[NameCell, ...]]] = [
            (
                row_list,
                tuple(
                    NameCell(name_key(row_list.id, row.id), row.name, f"cssa_name_{number}_{place}")
                    for place, row in enumerate(rows[row_list.id], start=1)
                ),
            )
            for number, row_list in enumerate(checklist.row_lists, start=1)
        ]
        self._cells = {cell.key: cell for _, cells in self.lists for cell in cells}
        self._numbers = {
            row_list.id: number for number, row_list in enumerate(checklist.row_lists, start=1)
        }
        self._named = {
            row_list.id: sum(bool(cell.name) for cell in cells) for row_list, cells in self.lists
        }

    @property
    def keys(self) -> list[str]:
        """The keys of their lines on the cover."""
        return list(self._cells)

    def cell_of(self, practice: Practice, row_id: str) -> NameCell | None:
        """Return the cell of a row's name; None where the rows are the checklist's own."""
        if practice.rows_from is None:
            return None
        return self._cells[name_key(practice.rows_from, row_id)]

    def needed(self, practice: Practice) -> tuple[str, int]:
        """Return how many parts a question needs to be answered, as a formula and when written."""
        if practice.rows_from is None:
            number = practice.question_kind.needed_parts(practice)
            return str(number), number
        names = counted_name(self._numbers[practice.rows_from])
        formula = f"MAX(1,SUMPRODUCT((LEN({names})>0)*1))"
        return formula, max(1, self._named[practice.rows_from])
