"""Fonts, colours and cell formats of forms."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from cssa.messages import Lang

FONTS: dict[Lang, str] = {"ja": "Meiryo UI", "en": "Calibri"}
SIZE = 10
INK = "#1F2933"
BORDER = "#B8C1CC"
HEADINGS = {
    "shown": "#DDE3EA",
    "answer": "#BBD7F0",
    "support": "#D4E8D9",
    "treatment": "#EFDDC4",
    "plan": "#D8DEF0",
    "review": "#E2D9EE",
}
WAITING = "#FFF8D6"
WRONG = "#F8C9BF"
CLOSED = "#ECEFF2"
LEVELS = ("#EAF0F6", "#D9E6F2", "#C5DBEE", "#A9CBE8", "#8AB8DF", "#6AA4D4")
"""A ramp of one hue: levels are distinct without being rated as good or bad."""

_BASE = {"font_size": SIZE, "font_color": INK, "valign": "top", "text_wrap": True}
_BOX = {**_BASE, "border": 1, "border_color": BORDER}
_ENTRY = {**_BOX, "locked": False}
_STYLES: dict[str, dict[str, Any]] = {
    "base": _BASE,
    "title": {**_BASE, "font_size": 15, "bold": True, "text_wrap": False, "valign": "vcenter"},
    "subtitle": {**_BASE, "text_wrap": False, "font_color": "#52606D"},
    "soft": {**_BASE, "font_color": "#52606D"},
    "warning": {**_BASE, "bold": True, "font_color": "#9B2C1F"},
    "heading": {
        **_BASE, "bold": True, "font_size": 12, "bottom": 2, "bottom_color": "#2B6CA3",
        "text_wrap": False, "valign": "bottom",
    },
    "label": {**_BOX, "bg_color": "#F3F5F8"},
    "required": {**_BOX, "bg_color": "#F3F5F8", "bold": True},
    "shown": {**_BOX, "bg_color": "#FAFBFC"},
    "center": {**_BOX, "bg_color": "#FAFBFC", "align": "center"},
    "link": {**_BOX, "bg_color": "#F3F5F8", "font_color": "#1F5F99", "underline": 1},
    "status": {**_BASE, "bold": True, "font_color": "#9B2C1F"},
    "text": {**_ENTRY, "num_format": "@"},
    "date": {**_ENTRY, "num_format": "yyyy/mm/dd", "align": "left"},
    "count": {**_ENTRY, "num_format": "0", "align": "center"},
    "size": {**_ENTRY, "num_format": "#,##0", "align": "left"},
    "closed": {**_BOX, "bg_color": CLOSED},
    "closed_date": {**_BOX, "bg_color": CLOSED, "num_format": "yyyy/mm/dd", "align": "left"},
    "hidden": {"font_color": "#9AA5B1", "num_format": "@"},
}  # fmt: skip


class FormStyles:
    """The formats of one workbook.

    Args:
        book: the workbook.
        lang: decides the font.
    """

    def __init__(self, book: Workbook, lang: Lang) -> None:
        self._book = book
        self._font = {"font_name": FONTS[lang]}
        self._formats: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        """Return a format by its name here; ``heading.<group>`` is a column's heading."""
        if name not in self._formats:
            group = name.partition(".")[2]
            properties = (
                {**_BOX, "bold": True, "valign": "vcenter", "bg_color": HEADINGS[group]}
                if group
                else _STYLES[name]
            )
            self._formats[name] = self._book.add_format({**self._font, **properties})
        return self._formats[name]

    def fill(self, colour: str) -> Format:
        """Return a format for a rule that colours cells."""
        if colour not in self._formats:
            self._formats[colour] = self._book.add_format({"bg_color": colour})
        return self._formats[colour]
