"""What really stands in odd cells, asked of openpyxl only once there is something to explain."""

import io
import re
import warnings
from collections.abc import Iterable
from typing import Any

from cssa.errors import Problem
from cssa.excel.cell_values import cell_place
from cssa.excel.package import Package
from cssa.forms.gathered import shown
from cssa.location import CellLocation

_ODD = frozenset(("form.formula", "form.error_value"))
_MAX_MERGES = 2_000
_MAX_BYTES = 6_000_000
"""Of XML; a form has about one million, and openpyxl takes fifty times that in memory."""
_WIDE_MERGE = 10_000


def explain(problems: Iterable[Problem], package: Package) -> list[Problem]:
    """Return problems with the formulas and errors that they are about put in."""
    problems = list(problems)
    if not any(one.code in _ODD for one in problems):
        return problems
    book = load(package)
    return [_explained(one, book) if one.code in _ODD else one for one in problems]


def load(package: Package) -> Any:
    """Return a package as openpyxl has it, None where it cannot.

    It holds every cell of a merged range in memory: a package with outlandish ones is left alone.
    """
    from openpyxl import load_workbook

    large = sum(map(len, package.parts.values())) > _MAX_BYTES
    if large or any(_is_outlandish(part) for _, part in package.sheets()):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells of extensions that it leaves out
            return load_workbook(io.BytesIO(package.rebuilt()))
    except Exception:  # noqa: BLE001 - it raises what its parts raise on files it does not expect
        return None


def _is_outlandish(part: bytes) -> bool:
    ranges = re.findall(rb'<(?:\w+:)?mergeCell [^>]*ref=["\']([A-Z0-9]+):([A-Z0-9]+)', part)
    if len(ranges) > _MAX_MERGES:
        return True
    for start, end in ranges:
        (top, left), (bottom, right) = cell_place(start.decode()), cell_place(end.decode())
        if (bottom - top + 1) * (right - left + 1) > _WIDE_MERGE:
            return True
    return False


def _explained(problem: Problem, book: Any) -> Problem:
    place = problem.location
    found = "?"
    if book is not None and isinstance(place, CellLocation) and place.sheet in book.sheetnames:
        value = book[place.sheet][place.cell].value
        found = str(getattr(value, "text", value))  # array formulas carry their text inside
    return Problem(problem.code, {**problem.params, "found": shown(found)}, place, problem.path)
