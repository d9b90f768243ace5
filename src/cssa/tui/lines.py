"""The widget that draws lines: every pane and list of the full screen is one."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Focus, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from cssa.tui.layout.line import Line

_NARROWEST = 20  # cells of a pane that has not been laid out, or has no room
_CURSOR = Style(reverse=True)


class _AsciiBar(ScrollBarRender):
    """A scroll bar of coloured cells, without characters that draw parts of one."""

    VERTICAL_BARS: ClassVar = [" "] * 8


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of text, some of which can be chosen.

    Args:
        id: of the widget.
        focusable: whether it takes the focus.

    Attributes:
        marks_cursor: the cursor is shown also while something else has the focus.
    """

    class Chosen(Message):
        """A line was clicked.

        Attributes:
            target: what choosing it means.
        """

        def __init__(self, lines: "Lines", target: str) -> None:
            super().__init__()
            self.lines = lines
            self.target = target

    class Resized(Message):
        """The pane has another width, for which its lines are to be made again."""

    def __init__(self, *, id: str, focusable: bool = True) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.can_focus = focusable
        self.lines: Sequence[Line] = ()
        self._targets: list[tuple[str, int]] = []
        self.marks_cursor = False
        self._cursor = 0
        self._width = 0
        self._base = Style()
        self._drawn_width = 0

    def on_mount(self) -> None:
        """Draw the scroll bar with what the terminal has."""
        if getattr(self.app, "is_ascii", False):
            self.vertical_scrollbar.renderer = _AsciiBar  # type: ignore[misc]  # as documented

    @property
    def pane_width(self) -> int:
        """Cells of a line; while the pane is hidden, those that it had."""
        return max(self.scrollable_content_region.width or self._width, _NARROWEST)

    @property
    def target(self) -> str | None:
        """What choosing the line at the cursor means."""
        return self._targets[self._cursor][0] if self._targets else None

    def show(self, lines: Sequence[Line], target: str | None = None, *, top: bool = False) -> None:
        """Show other lines; the cursor stays at what it was at where that is still there.

        Args:
            lines: no wider than ``pane_width``.
            target: where the cursor goes.
            top: scroll to the first line.
        """
        kept, before, cursor = target or self.target, self.lines, self.target
        self.lines = lines
        self._targets = []
        for index, line in enumerate(lines):
            if line.target and (not self._targets or self._targets[-1][0] != line.target):
                self._targets.append((line.target, index))
        names = [name for name, _ in self._targets]
        self._cursor = names.index(kept) if kept in names else min(self._cursor, len(names) - 1)
        if target is None and top:
            self._cursor = 0
        self._cursor = max(0, self._cursor)
        self._take_number(len(lines))
        pairs = zip_longest(before, lines)
        self._paint_rows(row for row, (old, new) in enumerate(pairs) if old != new)
        if cursor != self.target:
            self._paint_targets(cursor, self.target)
        if top:
            self.scroll_to(y=0, animate=False)
        elif target is not None or self.has_focus:
            is_jump = target is not None
            self._reveal(is_jump=is_jump)
            # again once the new number of lines has been laid out
            self.call_after_refresh(self._reveal, is_jump=is_jump)

    def _take_number(self, count: int) -> None:
        """Scroll over another number of lines.

        Only a pane as high as its lines asks for a layout, which draws the whole screen again; any
        other keeps its place, and at most its scroll bar changes.
        """
        size, former = Size(self.size.width, max(count, 1)), self.virtual_size
        if size == former:
            return
        if self.styles.is_auto_height:
            self.virtual_size = size
            return
        self.set_reactive(Lines.virtual_size, size)
        if max(size.height, former.height) > self.size.height:  # else its bar stays empty
            self._scroll_update(size)

    def move(self, step: int) -> None:
        """Move the cursor by targets; at either end, scroll."""
        cursor = self._cursor + step
        if not self._targets or not 0 <= cursor < len(self._targets):
            self.scroll_to(y=self.scroll_offset.y + step, animate=False)
            return
        before = self.target
        self._cursor = cursor
        self._paint_targets(before, self.target)
        self._reveal()

    def put_cursor(self, target: str) -> None:
        """Move the cursor to a target, where there is one of that name."""
        names = [name for name, _ in self._targets]
        if target in names:
            before = self.target
            self._cursor = names.index(target)
            self._paint_targets(before, target)
            self._reveal()

    def scroll_page(self, step: int) -> None:
        """Scroll by a page less one line."""
        height = max(1, self.size.height - 1)
        self.scroll_to(y=self.scroll_offset.y + step * height, animate=False, immediate=True)

    def scroll_ends(self, step: int) -> None:
        """Scroll to the first or to the last line."""
        end = 0 if step < 0 else self.virtual_size.height
        self.scroll_to(y=end, animate=False, immediate=True)

    def move_page(self, step: int) -> None:
        """Scroll by a page, and take the cursor with it."""
        row = self._targets[self._cursor][1] if self._targets else 0
        self.scroll_page(step)
        wanted = row + step * max(1, self.size.height - 1)
        self._put_cursor_near(wanted)

    def move_ends(self, step: int) -> None:
        """Scroll to the first or to the last line, and take the cursor with it."""
        self.scroll_ends(step)
        self._put_cursor_near(0 if step < 0 else len(self.lines))

    def _put_cursor_near(self, row: int) -> None:
        if self._targets:
            self.put_cursor(min(self._targets, key=lambda target: abs(target[1] - row))[0])

    def _paint_targets(self, *targets: str | None) -> None:
        rows = enumerate(self.lines)
        self._paint_rows(row for row, line in rows if line.target and line.target in targets)

    def _paint_rows(self, rows: Iterable[int]) -> None:
        """Draw lines again that are in view; the others stay on the screen as they are.

        A pane that is hidden has no size, and keeps nothing of what it showed.
        """
        top, size = self.scroll_offset.y, self.size
        if not size:
            self.refresh()
            return
        regions = [
            Region(0, row - top, size.width, 1) for row in rows if 0 <= row - top < size.height
        ]
        if regions:
            self.refresh(*regions)

    def _reveal(self, *, is_jump: bool = False) -> None:
        """Scroll to where the cursor is; a jump out of view goes on in the middle of the pane."""
        if not self._targets:
            return
        target, first = self._targets[self._cursor]
        count = sum(1 for line in self.lines[first:] if line.target == target)
        region = Region(0, first, self.size.width, min(count, self.size.height or 1))
        top, height = self.scroll_offset.y, self.size.height
        is_in_view = top <= region.y and region.bottom <= top + height
        self.scroll_to_region(region, animate=False, center=is_jump and not is_in_view)
        self._place_cursor()

    def _place_cursor(self) -> None:
        """Put the terminal's own cursor there, for input methods, magnifiers and Braille."""
        if self.has_focus and self._targets:
            row = self._targets[self._cursor][1] - self.scroll_offset.y
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, row))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines as they are drawn; what they have in common is looked up once."""
        self._base = self.rich_style
        self._drawn_width = self.size.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return a line as it is drawn."""
        index, width, base = y + self.scroll_offset.y, self._drawn_width, self._base
        if index >= len(self.lines):
            return Strip.blank(width, base)
        line = self.lines[index]
        looks: Any = getattr(self.app, "looks", {})
        style = base + looks.get(line.style, base)
        is_marked = self.has_focus or self.marks_cursor
        if line.target is not None and line.target == self.target and is_marked:
            style += _CURSOR
        return Strip([Segment(line.text, style)]).adjust_cell_length(width, style)

    def on_focus(self, _: Focus) -> None:
        """Show the cursor."""
        self._paint_targets(self.target)
        self._place_cursor()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._paint_targets(self.target)

    def on_resize(self, _: Resize) -> None:
        """Ask for lines of the new width."""
        width = self.scrollable_content_region.width
        if width not in (0, self._width):
            self._width = width
            self.post_message(self.Resized())

    def on_click(self, event: Click) -> None:
        """Choose the line that was clicked."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self.lines):
            target = self.lines[index].target
            if target is not None:
                self.put_cursor(target)
                self.post_message(self.Chosen(self, target))
