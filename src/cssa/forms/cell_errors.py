"""The contents of cells with formulas or errors, read with openpyxl only where one is refused."""

import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.parsers import expat

from cssa.errors import Problem
from cssa.excel.cell_values import cell_position
from cssa.excel.child_call import Call
from cssa.excel.child_process import ChildDiedError
from cssa.excel.package import Package, pack
from cssa.forms.gathered import shortened
from cssa.location import CellLocation

_ODD = frozenset(("form.formula", "form.error_value"))
_RANGES = ("mergeCell", "hyperlink")
"""Elements whose every cell openpyxl makes."""

_MAX_RANGES = 2_000
_MAX_BYTES = 6_000_000
"""Of XML; a form has about one million, and openpyxl takes fifty times that in memory."""
_WIDE = 10_000
_OPERATORS = (
    b"beginsWith|between|containsText|endsWith|equal|greaterThan|greaterThanOrEqual|lessThan"
    b"|lessThanOrEqual|notBetween|notContains|notEqual"
)
_FALSE_OPERATOR = re.compile(
    rb"""(<(?:[^<>\s:/]+:)?cfRule\s[^<>]*?)\soperator\s*=\s*(["'])(?!(?:%s)\2)[^"'<>]*\2"""
    % _OPERATORS
)
"""An operator that no colour rule can have. Some programs repeat the rule's type there, which
spreadsheets ignore, and openpyxl loads no such workbook."""


def explain_odd_cells(problems: Iterable[Problem], package: Package, call: Call) -> list[Problem]:
    """Return problems with the formulas and errors that they are about added to their params.

    Args:
        problems: of a workbook.
        package: the workbook.
        call: where openpyxl runs, which some files may make large.
    """
    problems = list(problems)
    places = [
        problem.location
        for problem in problems
        if problem.code in _ODD and isinstance(problem.location, CellLocation)
    ]
    if not places:
        return problems
    try:
        texts = call(cell_texts, package, places)
    except ChildDiedError:
        texts = {}
    return [_explained(problem, texts) if problem.code in _ODD else problem for problem in problems]


def cell_texts(package: Package, places: Sequence[CellLocation]) -> dict[CellLocation, str]:
    """Return the text of the formula or the name of the error in each cell.

    Args:
        package: the workbook.
        places: the cells.
    """
    book = load_package(package)
    texts: dict[CellLocation, str] = {}
    for place in places:
        if book is not None and place.sheet in book.sheetnames:
            value = book[place.sheet][place.cell].value
            texts[place] = str(getattr(value, "text", value))  # array formulas have theirs inside
    return texts


def load_package(package: Package) -> Any:
    """Return a package as an openpyxl workbook, None where openpyxl cannot load it.

    It holds every cell of a merged range in memory: a package with very large ones is not loaded.
    """
    from openpyxl import load_workbook

    large = sum(map(len, package.parts.values())) > _MAX_BYTES
    if large or any(map(_has_large_ranges, package.parts.values())):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of extensions that it leaves out
            return load_workbook(io.BytesIO(pack(_loadable(package.parts))))
    except Exception:  # noqa: BLE001 - it raises what its parts raise on files it does not expect
        return None


def _loadable(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return parts without the operators of colour rules that openpyxl does not know."""
    return {
        name: _FALSE_OPERATOR.sub(rb"\1", part) if b"operator" in part else part
        for name, part in parts.items()
    }


def _has_large_ranges(part: bytes) -> bool:
    """Return whether a part has ranges of more cells than are ever filled in one by one."""
    if not any(tag.encode() in part for tag in _RANGES):
        return False
    ranges: list[str] = []

    def element(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] in _RANGES:
            ranges.append(attributes.get("ref", ""))

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        return True
    return len(ranges) > _MAX_RANGES or sum(map(_area, ranges)) > _WIDE


def _area(reference: str) -> int:
    start, _, end = reference.replace("$", "").partition(":")
    top, left = cell_position(start)
    bottom, right = cell_position(end or start)
    if not top or not bottom:
        return _WIDE + 1
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


def _explained(problem: Problem, texts: Mapping[CellLocation, str]) -> Problem:
    place = problem.location
    text = texts.get(place, "?") if isinstance(place, CellLocation) else "?"
    return Problem(problem.code, {**problem.params, "found": shortened(text)}, place, problem.path)
