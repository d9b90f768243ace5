"""What Excel libraries do by themselves: the yardsticks of forms."""

import io
from collections.abc import Callable
from copy import copy


def calamine(data: bytes) -> None:
    """Read every cell with nothing but the library."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def openpyxl_reading(data: bytes) -> None:
    """Read every cell with openpyxl, its fastest way."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book:
        for _ in sheet.iter_rows(values_only=True):
            pass


def openpyxl_building(data: bytes) -> Callable[[], None]:
    """Return what builds the same form with openpyxl: cells, looks, heights, rules, colours.

    Texts, looks and heights are ready, so that nothing but openpyxl's own work is measured.
    """
    from openpyxl import Workbook, load_workbook
    from openpyxl.cell import Cell

    names = ("font", "fill", "border", "alignment", "protection", "number_format")
    source = load_workbook(io.BytesIO(data))
    ready = [
        (
            sheet,
            [
                (cell.row, cell.column, cell.value, [copy(getattr(cell, name)) for name in names])
                for row in sheet.iter_rows()
                for cell in row
                if isinstance(cell, Cell)  # not the rest of a merged range
            ],
        )
        for sheet in source
    ]

    def build() -> None:
        book = Workbook()
        book.remove(book.active)
        for sheet, cells in ready:
            made = book.create_sheet(sheet.title)
            for row, column, value, looks in cells:
                new = made.cell(row, column, value)
                for name, look in zip(names, looks, strict=True):
                    setattr(new, name, look)
            for number, size in sheet.row_dimensions.items():
                made.row_dimensions[number].height = size.height
            for rule in sheet.data_validations.dataValidation:
                made.add_data_validation(rule)
        book.save(io.BytesIO())

    return build
