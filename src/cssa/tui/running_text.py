"""A text in a form or list, its lines broken as they are everywhere else."""

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from cssa.tui.layout.line import paragraph


class RunningText(Static):
    """Shows a text, broken where Japanese and English may be.

    Args:
        text: what it shows; its own line breaks are kept.
        id: of the widget.
        classes: of the widget.
    """

    def __init__(self, text: str, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__("", id=id, classes=classes, markup=False)
        self._text = text

    def show(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[str]:
        return [line.text for line in paragraph(self._text, width)] if self._text else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the text takes at a width."""
        del container, viewport
        return len(self._lines(width)) if width else 0

    def render(self) -> Content:
        """Return the text in lines."""
        return Content("\n".join(self._lines(self.content_size.width)))
