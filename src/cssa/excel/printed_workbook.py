"""A workbook of printed sheets, whose bytes depend on nothing but what is written into it."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter.workbook import Workbook

from cssa.excel.report_styles import ReportStyles
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.excel.sheet_writer import SheetWriter
from cssa.messages import Lang

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same content gives the same bytes
_INSTITUTION = "cssa-institution:"
_KEYWORDS = re.compile(rf"<cp:keywords>{_INSTITUTION}([^<>]{{1,200}})</cp:keywords>".encode())
_PROPERTIES = "docProps/core.xml"
_MAX_PROPERTIES = 20_000
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}


class PrintedWorkbook:
    """A workbook with one font, one set of styles, and the same edges on every page.

    Args:
        lang: decides the font.
        title: in the document's properties.
        edges: of every printed page.
        category: the document property that says what it is; empty where nothing has to know.
        institution: id of whom it is for, a document property; empty where nothing has to know.
        row_by_row: whether rows are written in order and not kept in memory.

    Attributes:
        workbook: of XlsxWriter, to which charts are added.
    """

    def __init__(
        self,
        lang: Lang,
        *,
        title: str,
        edges: PageEdges,
        category: str = "",
        institution: str = "",
        row_by_row: bool = False,
    ) -> None:
        self._stream = io.BytesIO()
        memory = {"constant_memory": True} if row_by_row else {"in_memory": True}
        self.workbook = Workbook(self._stream, {**_OPTIONS, **memory})
        properties = {"title": title, "subject": edges.handling, "created": _CREATED}
        if category:
            properties["category"] = category
        if institution:
            properties["keywords"] = f"{_INSTITUTION}{institution}"
        self.workbook.set_properties(properties)
        self._styles = ReportStyles(self.workbook, lang)
        self._edges = edges

    def add_sheet(
        self, name: str, widths: Sequence[float], *, landscape: bool = True
    ) -> PrintedSheet:
        """Return a new sheet, set up for print.

        Args:
            name: of the sheet.
            widths: of its columns, in characters.
            landscape: whether its pages lie on their side.
        """
        writer = SheetWriter(self.workbook.add_worksheet(name), name)
        sheet = PrintedSheet(writer, self._styles, widths)
        sheet.set_up_print(self._edges, landscape=landscape)
        return sheet

    def finish(self) -> bytes:
        """Return the workbook's bytes; nothing can be written into it afterwards."""
        self.workbook.close()
        return self._stream.getvalue()


def institution_of(data: bytes) -> str | None:
    """Return the id of whom a workbook is for, None where its properties do not say so.

    Args:
        data: a workbook of ``PrintedWorkbook``, or what was put in its place.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(_PROPERTIES) as stream:
            match = _KEYWORDS.search(stream.read(_MAX_PROPERTIES))
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, ValueError, NotImplementedError):
        return None
    return None if match is None else match[1].decode(errors="replace")
