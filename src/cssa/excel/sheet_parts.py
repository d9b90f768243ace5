"""Which parts of a package are the sheets of its workbook."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET  # only parts without a document type get here

from cssa.excel.package import Package, exceeds
from cssa.excel.refusal import refused

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
MAX_ENTRIES = 20_000
"""Tags of a part that lists others; a workbook with as many parts as a package may have has few."""

_OTHER_SHEETS = ("chartsheet", "dialogsheet")


class SheetPart(NamedTuple):
    """A worksheet.

    Attributes:
        name: as it stands on the tab.
        part: name of the part that holds it.
    """

    name: str
    part: str


class Contents(NamedTuple):
    """The parts of a workbook's contents that cells depend on.

    Attributes:
        sheets: in the order of the tabs, hidden ones included.
        from_1904: whether days are counted from 1904.
    """

    sheets: tuple[SheetPart, ...]
    from_1904: bool


def read_contents(package: Package) -> Contents:
    """Return the worksheets of a package.

    Raises:
        InputError: when a sheet has no part, or shares it with another.
    """
    links = {
        element.get("Id"): (element.get("Type", ""), element.get("Target", ""))
        for element in _parsed(package, RELATIONS).iter()
    }
    if any("vbaproject" in kind.lower() for kind, _ in links.values()):
        raise refused("macros", package.path)
    sheets: list[SheetPart] = []
    from_1904 = False
    for element in _parsed(package, WORKBOOK).iter():
        tag = _local(element.tag)
        if tag == "workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
        elif tag == "sheet":
            link = next((value for key, value in element.items() if _local(key) == "id"), None)
            kind, target = links.get(link, ("", ""))
            kind = kind.rpartition("/")[2]
            if kind in _OTHER_SHEETS:
                continue
            if "macrosheet" in kind.lower():
                raise refused("macros", package.path)
            part = _part(package.names, target)
            if kind != "worksheet" or part is None:
                raise refused("damaged", package.path, part=target or WORKBOOK)
            if any(part == sheet.part for sheet in sheets):
                raise refused("damaged", package.path, part=WORKBOOK)
            sheets.append(SheetPart(element.get("name", ""), part))
    return Contents(tuple(sheets), from_1904)


def _parsed(package: Package, name: str) -> ET.Element:
    part = package.parts.get(package.names.get(name, ""))
    if part is None:
        raise refused("damaged", package.path, part=name)
    if exceeds([part], b"<", MAX_ENTRIES):
        raise refused("too_many", package.path, part=name, limit=MAX_ENTRIES)
    try:
        return ET.fromstring(part)  # noqa: S314 - no document type
    except ET.ParseError:
        raise refused("damaged", package.path, part=name) from None


def _part(names: Mapping[str, str], target: str) -> str | None:
    """Return the part that a relation of the workbook points to."""
    return names.get(posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower())


def _local(name: str) -> str:
    return name.rpartition("}")[2]
