"""Fills forms in LibreOffice; runs under the Python that has its bridge (`uno`).

Arguments: the name of the pipe on which LibreOffice listens, and a JSON file of jobs.
"""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue


def main(pipe: str, jobs: str) -> None:
    """Fill each form and save it as a workbook of Excel."""
    desktop = _desktop(pipe)
    for job in json.loads(Path(jobs).read_text("utf-8")):
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = desktop.loadComponentFromURL(
            Path(job["source"]).as_uri(), "_blank", 0, (hidden,)
        )
        for sheet, address, kind, value in job["cells"]:
            cell = document.Sheets.getByName(sheet).getCellRangeByName(address)
            if kind in ("n", "d"):
                cell.Value = float(value)
            else:
                cell.String = value
        saved_as = PropertyValue(Name="FilterName", Value="Calc MS Excel 2007 XML")
        document.storeToURL(Path(job["target"]).as_uri(), (saved_as,))
        document.close(True)
    with suppress(Exception):  # it may be gone before it answers
        desktop.terminate()


def _desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(300):
        with suppress(Exception):  # it is still starting
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


main(*sys.argv[1:])
