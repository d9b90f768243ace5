"""Cell formats of reports, by name."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from cssa.excel.form_styles import BORDER, FONTS, HEADINGS, INK, LEVELS, SIZE
from cssa.messages import Lang

OWN = "#2B6CA3"
TARGET = "#B7791F"
UNANSWERED = "#D9DDE2"
_SOFT = "#52606D"
_ALERT = "#9B2C1F"

_BASE = {"font_size": SIZE, "font_color": INK, "valign": "top", "text_wrap": True}
_BOX = {**_BASE, "border": 1, "border_color": BORDER}
_CENTER = {**_BOX, "align": "center"}
_STYLES: dict[str, dict[str, Any]] = {
    "handling": {**_BASE, "bold": True, "font_color": _ALERT},
    "title": {**_BASE, "font_size": 16, "bold": True, "valign": "vcenter"},
    "lead": {**_BASE, "font_size": 12, "bold": True, "bg_color": "#EEF4FA", "valign": "vcenter"},
    "heading": {
        **_BASE, "bold": True, "font_size": 12, "bottom": 2, "bottom_color": OWN,
        "text_wrap": False, "valign": "bottom",
    },
    "subheading": {**_BASE, "bold": True, "text_wrap": False, "valign": "bottom"},
    "text": _BASE,
    "strong": {**_BASE, "bold": True},
    "soft": {**_BASE, "font_color": _SOFT},
    "number": {**_BASE, "font_size": 20, "bold": True, "text_wrap": False, "valign": "vcenter"},
    "rank": {**_BASE, "bold": True, "align": "center", "font_color": OWN},
    "label": {**_BOX, "bg_color": "#F3F5F8", "bold": True},
    "column": {**_BOX, "bold": True, "valign": "vcenter", "bg_color": HEADINGS["shown"]},
    "cell": _BOX,
    "center": _CENTER,
    "one_decimal": {**_CENTER, "num_format": "0.0"},
    "two_decimals": {**_CENTER, "num_format": "0.00"},
    "count": {**_CENTER, "num_format": "0"},
    "change": {**_CENTER, "num_format": "+0.0;-0.0;0.0"},
    "fine_change": {**_CENTER, "num_format": "+0.00;-0.00;0.00"},
    "count_change": {**_CENTER, "num_format": "+0;-0;0"},
    "date": {**_BOX, "num_format": "yyyy-mm-dd", "align": "left"},
    "link": {**_BOX, "font_color": "#1F5F99", "underline": 1},
    "below": {**_CENTER, "bold": True, "font_color": _ALERT},
    **{f"level{n}": {**_CENTER, "bg_color": colour} for n, colour in enumerate(LEVELS)},
}  # fmt: skip


class ReportStyles:
    """The formats of one workbook.

    Args:
        book: the workbook.
        lang: decides the font.
    """

    def __init__(self, book: Workbook, lang: Lang) -> None:
        self._book = book
        self.font = FONTS[lang]
        self._formats: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        """Return a format by its name in this module; the suffix ``.bold`` makes it bold."""
        if name not in self._formats:
            base, _, bold = name.partition(".")
            properties = {
                "font_name": self.font,
                **_STYLES[base],
                **({"bold": True} if bold else {}),
            }
            self._formats[name] = self._book.add_format(properties)
        return self._formats[name]
