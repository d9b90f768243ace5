"""Fill a form inside LibreOffice and save it there; runs under the Python that has ``uno``.

Arguments: the pipe's name, the form, where to save, and a JSON file of steps. Prints what came of
each step as JSON.
"""

import contextlib
import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.awt import KeyEvent
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField

_RETURN, _ESCAPE = 1280, 1281


def _connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - it is still starting
            time.sleep(0.1)
    raise SystemExit("no connection")


def _property(name, value):
    return PropertyValue(Name=name, Value=value)


def _press(toolkit, window, key):
    event = KeyEvent()
    event.Source, event.KeyCode = window, key
    for send in (toolkit.keyPress, toolkit.keyRelease):
        send(event)
    time.sleep(0.3)


def _sort(sheet, cell, area):
    """Sort an area with a heading by the column of a cell, the last first."""
    cells = sheet.getCellRangeByName(area)
    field = TableSortField()
    field.Field = cell.CellAddress.Column - cells.RangeAddress.StartColumn
    field.IsAscending = False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    sheet.unprotect("")
    cells.sort((_property("ContainsHeader", True), _property("SortFields", fields)))


def main(pipe, source, target, steps):
    context = _connect(pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    document = desktop.loadComponentFromURL(
        Path(source).as_uri(), "_blank", 0, (_property("Hidden", False),)
    )
    controller = document.CurrentController
    results = []
    for step in json.loads(Path(steps).read_text(encoding="utf-8")):
        sheet = document.Sheets.getByName(step["sheet"])
        cell = sheet.getCellRangeByName(step["cell"])
        if step["how"] == "type":
            controller.setActiveSheet(sheet)
            controller.select(cell)
            arguments = (_property("StringName", step["text"]), _property("DontCommit", True))
            dispatcher.executeDispatch(controller.Frame, ".uno:EnterString", "", 0, arguments)
            toolkit = manager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
            for key in (_RETURN, _RETURN, _ESCAPE):  # enter it, answer a box that refuses it, leave
                _press(toolkit, controller.Frame.ComponentWindow, key)
        elif step["how"] == "set":
            cell.String = step["text"]
        elif step["how"] == "sort":
            _sort(sheet, cell, step["text"])
        rule = cell.Validation
        results.append(
            {"text": cell.String, "type": rule.Type.value, "stops": rule.ErrorAlertStyle.value,
             "shown": rule.ShowErrorMessage, "formula": rule.getFormula1()}
        )  # fmt: skip
    document.storeToURL(Path(target).as_uri(), (_property("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    sys.stdout.write(json.dumps(results))
    with contextlib.suppress(Exception):  # it may be gone before it answers
        desktop.terminate()


main(*sys.argv[1:])
