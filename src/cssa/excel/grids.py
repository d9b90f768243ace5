"""A checked workbook as grids of cells."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree import ElementTree as ET  # only parts without a document type get here
from xml.parsers.expat import ExpatError

from cssa.excel.cell_values import CellValue
from cssa.excel.guard import check
from cssa.excel.odd_cells import OddCell, odd_cells
from cssa.excel.package import Package, refused
from cssa.location import CellLocation

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True)
class Grid:
    """A sheet's cells from A1 on.

    Attributes:
        index: where the sheet stands among the others.
        part: name of its part of the package.
    """

    path: str
    name: str
    index: int
    rows: Sequence[Sequence[CellValue]]
    package: Package
    part: str | None = None

    def place(self, row: int, column: int) -> CellLocation:
        """Return the location of a cell given from 0."""
        return CellLocation(self.path, self.name, row + 1, column + 1, self.index)

    @cached_property
    def odd(self) -> dict[tuple[int, int], OddCell]:
        """Cells that hold a formula or an error, by row and column from 1."""
        if self.part is None:
            return {}
        try:
            return odd_cells(self.package.parts[self.part])
        except ExpatError:
            raise refused("damaged", self.path, part=self.part) from None


def open_workbook(data: bytes, path: str) -> list[Grid]:
    """Return the sheets of a file, hidden ones included.

    Raises:
        InputError: when the file is refused or cannot be read.
    """
    package = check(data, path)
    return read_grids(package)


def read_grids(package: Package) -> list[Grid]:
    """Return the sheets of a checked package."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, WorksheetNotFound

    try:
        parts = sheet_parts(package)
        with CalamineWorkbook.from_filelike(io.BytesIO(package.rebuilt())) as book:
            names = [
                sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet
            ]
            grids = []
            for index, name in enumerate(names):
                rows = _cells(book.get_sheet_by_name(name))
                grids.append(Grid(package.path, name, index, rows, package, parts.get(name)))
            return grids
    except BaseException as error:
        known = (CalamineError, WorksheetNotFound, ET.ParseError, ValueError, OSError, KeyError)
        # a native reader that gives up raises what is no Exception
        if isinstance(error, known) or type(error).__name__ == "PanicException":
            reason = " ".join(str(error).split())[:80]
            raise refused("unreadable", package.path, reason=reason) from None
        raise


def _cells(sheet: Any) -> Sequence[Sequence[CellValue]]:
    rows: Sequence[Sequence[CellValue]] = sheet.to_python(skip_empty_area=False)
    return rows


def sheet_parts(package: Package) -> dict[str, str]:
    """Return the part that holds each sheet, by the sheet's name."""
    parts = {part.lower(): part for part in package.parts}
    workbook, relations = parts.get(_WORKBOOK), parts.get(_RELATIONS)
    if workbook is None or relations is None:
        return {}
    targets = {
        one.get("Id"): one.get("Target", "")
        for one in ET.fromstring(package.parts[relations])  # noqa: S314 - no document type
    }
    found: dict[str, str] = {}
    for sheet in ET.fromstring(package.parts[workbook]).iter():  # noqa: S314
        if sheet.tag.rpartition("}")[2] == "sheet":
            link = next((v for k, v in sheet.items() if k.rpartition("}")[2] == "id"), None)
            target = targets.get(link, "")
            full = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if full.lower() in parts:
                found[sheet.get("name", "")] = parts[full.lower()]
    return found
