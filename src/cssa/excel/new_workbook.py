"""A new workbook whose bytes depend on nothing but what is written into it."""

import io
from datetime import datetime

from xlsxwriter.workbook import Workbook

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same view gives the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def new_workbook(stream: io.BytesIO, *, title: str, subject: str) -> Workbook:
    """Return a workbook that is written to a stream when it is closed."""
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"title": title, "subject": subject, "created": _CREATED})
    return book
