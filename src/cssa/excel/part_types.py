"""The content types of a package's parts, by which a workbook with macros is recognised."""

from typing import Literal
from xml.parsers import expat

from cssa.excel.package import Package, exceeds
from cssa.excel.refusal import refused

_TYPES = "[content_types].xml"
_WORKBOOK = "xl/workbook.xml"
_MACRO_NAMES = ("vbaproject", "vbadata", "xl/macrosheets/", "xl/activex/")
_MACRO_TYPES = ("vbaproject", "vbadata", "macrosheet", "activex")
_MAX_TAGS = 20_000


def macro_reason(package: Package) -> Literal["macros", "macro_enabled"] | None:
    """Return why a workbook is refused for macros: it holds some, or is of a type that may.

    A type that is declared for an ending, and that no part has, says nothing: some programs
    declare types of files that they never write.

    Args:
        package: the workbook.
    """
    names = {name.lower() for name in (*package.parts, *package.others)}
    if any(word in name for name in names for word in _MACRO_NAMES):
        return "macros"
    types = _part_types(package, names)
    if any(word in kind for kind in types.values() for word in _MACRO_TYPES):
        return "macros"
    return "macro_enabled" if "macroenabled" in types.get(_WORKBOOK, "") else None


def _part_types(package: Package, names: set[str]) -> dict[str, str]:
    """Return the content type of each part that is there, all in lower case."""
    by_ending: dict[str, str] = {}
    by_name: dict[str, str] = {}

    def element(tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "").lower()
        match tag.rpartition(":")[2]:
            case "Default":
                by_ending[attributes.get("Extension", "").lower()] = kind
            case "Override":
                by_name[attributes.get("PartName", "").lstrip("/").lower()] = kind

    part = package.parts.get(package.names.get(_TYPES, ""), b"<Types/>")
    if exceeds([part], b"<", _MAX_TAGS):
        raise refused("too_many", package.path, part=_TYPES, limit=_MAX_TAGS)
    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise refused("damaged", package.path, part=_TYPES) from None
    return {name: by_name.get(name) or by_ending.get(name.rpartition(".")[2], "") for name in names}
