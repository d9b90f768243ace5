"""The sheet of texts that are longer than the tallest row of a spreadsheet shows."""

from collections.abc import Callable

from cssa.excel.form_styles import FormStyles
from cssa.excel.row_height import MAX_LINES, lines, row_height, split
from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter
from cssa.messages import Lang, message

_WIDTH = 110
_NOTE_LINES = 3
_PAPER = 9
"""XlsxWriter's number of A4."""


class LongTexts:
    """Shows the beginnings of long texts in their cells, and the whole on a sheet of its own.

    Args:
        add_sheet: returns the sheet; called with the first long text.
        styles: formats of the form.
        lang: language of the form.
        handling: marking at the foot of the sheet's pages.
    """

    def __init__(
        self,
        add_sheet: Callable[[str], SheetWriter],
        styles: FormStyles,
        lang: Lang,
        handling: str,
    ) -> None:
        self._add_sheet = add_sheet
        self._styles = styles
        self._lang = lang
        self._handling = handling
        self._name = message(lang, "form.sheet.texts")
        self._writer: SheetWriter | None = None
        self._row = 0

    def shown(self, text: str, width: float, heading: str) -> str:
        """Return what a cell shows of a text: all of it, or its beginning and where the whole is.

        Args:
            text: the text.
            width: of the column, in characters.
            heading: what the text is, above the whole of it.
        """
        if lines(text, width) <= MAX_LINES:
            return text
        self._write(text, heading)
        beginning = split(text, width, MAX_LINES - _NOTE_LINES)[0].rstrip()
        note = message(self._lang, "form.text_goes_on", {"sheet": self._name})
        return f"{beginning}…\n{note}"

    def _write(self, text: str, heading: str) -> None:
        if self._writer is None:
            self._writer = self._add_sheet(self._name)
            self._set_up(self._writer)
        writer = self._writer
        writer.write(self._row, 0, heading, self._styles["heading"])
        self._row += 1
        for part in split(text, _WIDTH):
            writer.write(self._row, 0, part, self._styles["shown"])
            writer.sheet.set_row(self._row, row_height([(part, _WIDTH)], least=18))
            self._row += 1
        self._row += 1

    def _set_up(self, writer: SheetWriter) -> None:
        sheet = writer.sheet
        sheet.set_column(0, 0, _WIDTH)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_paper(_PAPER)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{page_text(self._handling)}&R&P / &N")
