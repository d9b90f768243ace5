"""Values with their places, problems and notes, gathered while a form is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cssa.errors import Problem
from cssa.excel.cell_values import with_invisible
from cssa.forms.code_tables import RowEntry
from cssa.location import FormLocation, InputLocation, Location
from cssa.messages.wording import CodedWord, Word

Path = tuple[str | int, ...]
_SHOWN = 60


@dataclass
class GatheredValues:
    """Values, problems and notes of a form.

    Attributes:
        value: the submission as plain values.
        places: the cell of each value, by its path.
        missing: label and place of required cover fields that are empty, by key.
        issued: what rows were issued with, as the form carries it, by the kind of table and key.
        slots: numbers of the cells that hold the items of a list, by its path.
        rows: rows of practices, by the paths of their answers.
        groups: whether each group of practices is answered, as far as the cover says.
    """

    path: str
    value: dict[str, Any] = field(default_factory=dict)
    missing: dict[str, tuple[Word, FormLocation]] = field(default_factory=dict)
    places: dict[Path, FormLocation] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    issued: dict[tuple[str, str], str] = field(default_factory=dict)
    slots: dict[Path, list[int]] = field(default_factory=dict)
    rows: dict[Path, RowEntry] = field(default_factory=dict)
    groups: dict[str, bool] = field(default_factory=dict)

    def add(self, path: Path, value: Any, place: FormLocation) -> None:
        """Add a value; a text of nothing but spaces is none.

        Args:
            path: its keys, from the outermost.
            value: the value.
            place: its cell.
        """
        if isinstance(value, str) and value and not value.strip():
            return
        target: dict[Any, Any] = self.value
        for key in path[:-1]:
            target = target.setdefault(key, {})
        target[path[-1]] = value
        self.places[path] = place

    def refuse(self, code: str, place: InputLocation, /, **params: object) -> None:
        """Add a problem.

        Args:
            code: without the prefix ``form.``.
            place: where it is.
            params: of its message.
        """
        self.problems.append(Problem(f"form.{code}", params, place))

    def refuse_odd(self, entry: RowEntry, expected: Mapping[str, str]) -> None:
        """Add a problem for each cell of a row that holds a formula or an error value.

        Args:
            entry: the row.
            expected: what belongs there (``form.expect.`` with its name), by code of the column;
                cells of other columns are not looked at.
        """
        for code, kind in entry.odd.items():
            if code in expected:
                problem = "formula" if kind == "formula" else "error_value"
                word = CodedWord(f"form.expect.{expected[code]}")
                self.refuse(problem, entry.place(code), found="", expected=word)


@dataclass(frozen=True)
class FormDocument:
    """A form as plain values with their cells.

    Attributes:
        path: the file's name for messages.
    """

    path: str
    value: Mapping[str, Any]
    places: Mapping[Path, FormLocation]

    def location(self, path: Path, *, key: bool = False) -> InputLocation:  # noqa: ARG002 - a cell is its value's place and its key's
        """Return the cell of the deepest known part of ``path``."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return Location(self.path)

    def existing_path(self, path: Path) -> Path:
        """Return the longest part of ``path`` that exists, a cell left blank included."""
        if path in self.places:
            return path
        value: Any = self.value
        existing: list[str | int] = []
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                break
            existing.append(part)
        return tuple(existing)

    def as_written(self, path: Path) -> str | None:  # noqa: ARG002 - of every path
        """Return None: the values are the texts of cells."""
        return None


def shortened(value: object) -> str:
    """Return a text as a message quotes it: as it was typed, with what is invisible shown."""
    text = with_invisible(str(value)).replace("\n", "⏎")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
