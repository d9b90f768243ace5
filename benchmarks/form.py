"""What forms cost beside their yardsticks: python-calamine alone, openpyxl reading and building."""

import io
import statistics
import sys
import time
from collections.abc import Callable
from copy import copy
from datetime import date
from pathlib import Path
from typing import Any

from cssa.answers.sheet import check_sheet
from cssa.cli.workspace import Workspace
from cssa.engine.assess import Yardstick, assess
from cssa.form.guard import check
from cssa.form.reader import finish, read_form
from cssa.form.request import FormRequest
from cssa.form.writer import write_form

ROUNDS = 9
LOOKS = ("font", "fill", "border", "alignment", "protection", "number_format")


def medians(runs: dict[str, Callable[[], Any]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median milliseconds of each, taken in turns so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            run()
            times[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


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

    source = load_workbook(io.BytesIO(data))
    ready = [
        (
            sheet,
            [
                (cell.row, cell.column, cell.value, [copy(getattr(cell, name)) for name in LOOKS])
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
                for name, look in zip(LOOKS, looks, strict=True):
                    setattr(new, name, look)
            for number, size in sheet.row_dimensions.items():
                made.row_dimensions[number].height = size.height
            for rule in sheet.data_validations.dataValidation:
                made.add_data_validation(rule)
        book.save(io.BytesIO())

    return build


def main(form: Path | None) -> None:
    """Print each cost beside its yardstick; ``form`` is one saved by LibreOffice."""
    workspace = Workspace()
    library, context = workspace.library, workspace.form_context
    edition = context.edition("fsa-cyber-guideline", "2025-07-04")
    scales, profile, sectors = library.scales, library.profile, library.sectors
    yardstick = Yardstick(scheme=library.scheme(), targets=library.targets(), profile=profile)

    def write() -> bytes:
        return write_form(FormRequest(edition, scales, profile, sectors, "ja"))

    writing = medians({"ours": write, "openpyxl": openpyxl_building(write())})
    share = writing["ours"] / writing["openpyxl"]
    say("write one form", writing["ours"], f"{share:5.2f} x openpyxl building it (<= 0.33)")
    if form is None:
        return
    data = form.read_bytes()

    def read_check_score() -> None:
        sheet = finish(read_form(data, "form.xlsx", context))
        check_sheet(sheet, edition, profile, sectors)
        assess(edition, sheet.submission, yardstick, as_of=date(2026, 11, 20))

    reading = medians(
        {
            "all": read_check_score,
            "form": lambda: finish(read_form(data, "form.xlsx", context)),
            "guard": lambda: check(data, "form.xlsx"),
            "calamine": lambda: calamine(data),
            "openpyxl": lambda: openpyxl_reading(data),
        }
    )
    bare, slow = reading["calamine"], reading["openpyxl"]
    names = {"all": "read, check, score", "form": "of it reading", "guard": "of that the guard"}
    for key, name in names.items():
        cost = reading[key]
        say(
            name,
            cost,
            f"{cost / bare:5.2f} x calamine alone, {cost / slow:5.3f} x openpyxl read-only",
        )


def say(what: str, cost: float, beside: str) -> None:
    """Print a line."""
    print(f"{what:20} {cost:7.1f} ms  {beside}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
