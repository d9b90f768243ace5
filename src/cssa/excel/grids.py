"""A checked workbook as grids of cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.parsers.expat import ExpatError

from cssa.excel.cell_values import CellValue
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.child_process import ChildDiedError
from cssa.excel.guard import check_workbook
from cssa.excel.merged_cells import MergedRange, merged_ranges
from cssa.excel.native_reader import read_values
from cssa.excel.number_formats import telling_cells, telling_styles
from cssa.excel.odd_cells import OddCell, odd_cells
from cssa.excel.package import Package
from cssa.excel.rebuild import STYLES, native_package
from cssa.excel.refusal import refused
from cssa.location import CellLocation, FormLocation


@dataclass(frozen=True)
class Grid:
    """A table of cells from A1 on.

    Attributes:
        index: position of the table in its file, from 0.
        from_1904: whether its days are counted from 1904.
    """

    path: str
    name: str
    index: int
    rows: Sequence[Sequence[CellValue]]
    from_1904: bool = False

    def place(self, row: int, column: int) -> FormLocation:
        """Return the location of a cell given from 0."""
        return CellLocation(self.path, self.name, row + 1, column + 1, self.index)

    @property
    def number_formats(self) -> Mapping[tuple[int, int], str]:
        """Number formats that show more than a number, by the cell's row and column from 1."""
        return {}

    @property
    def merged(self) -> Sequence[MergedRange]:
        """Ranges of cells that are shown as one."""
        return ()

    @property
    def odd(self) -> Mapping[tuple[int, int], OddCell]:
        """Cells that hold a formula or an error, by row and column from 1."""
        return {}


@dataclass(frozen=True, kw_only=True)
class SheetGrid(Grid):
    """A sheet of a workbook.

    Attributes:
        package: the workbook.
        part: name of the sheet's part of the package.
    """

    package: Package
    part: str

    @cached_property
    def number_formats(self) -> Mapping[tuple[int, int], str]:
        """Number formats that show more than a number, by the cell's row and column from 1."""
        package = self.package
        try:
            styles = telling_styles(package.parts.get(package.names.get(STYLES, ""), b""))
            return telling_cells(package.parts[self.part], styles)
        except ExpatError:
            raise refused("damaged", self.path, part=STYLES) from None

    @cached_property
    def merged(self) -> Sequence[MergedRange]:
        """Ranges of cells that are shown as one."""
        return merged_ranges(self.package.parts[self.part])

    @cached_property
    def odd(self) -> Mapping[tuple[int, int], OddCell]:
        """Cells that hold a formula or an error, by row and column from 1."""
        try:
            return odd_cells(self.package.parts[self.part])
        except ExpatError:
            raise refused("damaged", self.path, part=self.part) from None


def open_workbook(data: bytes, path: str, call: Call = call_in_child) -> list[SheetGrid]:
    """Return the sheets of a file, hidden ones included.

    Args:
        data: the file, from whoever sent it.
        path: its name for messages.
        call: where the native reader runs, which some files may crash.

    Raises:
        InputError: when the file is refused or cannot be read.
    """
    checked = check_workbook(data, path)
    try:
        sheets = call(read_values, native_package(checked), path)
    except ChildDiedError as error:
        raise refused("reader_died", path, reason=error.reason) from None
    return [
        SheetGrid(
            path,
            sheet.name,
            index,
            rows,
            checked.contents.from_1904,
            package=checked.package,
            part=sheet.part,
        )
        for index, (sheet, rows) in enumerate(zip(checked.contents.sheets, sheets, strict=True))
    ]
