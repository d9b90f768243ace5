"""Tables drawn by rich, as wide as the page allows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cssa.cli.looks import Look, Looks
from cssa.messages.visible import visible
from cssa.reports.page import Bars, Cell, Column, Table
from cssa.reports.text_layout import cells, wrap

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.measure import Measurement

_GAP = 2  # cells between columns
_HANG = " " * 2
_FULL, _EMPTY = "▰", "▱"


class _Fit(NamedTuple):
    """One way of making a table fit its page.

    Attributes:
        breaks_headings: whether headings are broken: at spaces, without any into two lines.
        breaks_texts: whether texts are, where their column allows it.
        titles: cells left to a column that is broken anywhere; None leaves it unbroken.
        bars: shortest and longest bar, in cells; none of no cells.
    """

    breaks_headings: bool
    breaks_texts: bool
    titles: int | None
    bars: tuple[int, int]


_FITS = (
    _Fit(breaks_headings=False, breaks_texts=False, titles=None, bars=(10, 30)),
    _Fit(breaks_headings=False, breaks_texts=False, titles=30, bars=(10, 10)),
    _Fit(breaks_headings=True, breaks_texts=False, titles=30, bars=(10, 10)),
    _Fit(breaks_headings=True, breaks_texts=False, titles=20, bars=(1, 10)),
    _Fit(breaks_headings=True, breaks_texts=True, titles=20, bars=(0, 0)),
)
"""From the best."""


def draw_table(table: Table, width: int, looks: Looks, *, cut: bool) -> "RenderableType":
    """Return a table with a rule below its headings, and bars where there are colours and room.

    Where the page is too narrow for columns, each row is a list of headings and texts instead.

    Args:
        table: what to draw.
        width: cells it may take.
        looks: of the styles in it.
        cut: whether texts are cut, so that a row is one line.
    """
    columns = [
        _DrawnColumn(column, [_drawn(row[number], column, looks, cut=cut) for row in table.rows])
        for number, column in enumerate(table.columns)
    ]
    bars = table.bars if looks("heading").colour else None
    fit, length = (_FITS[0], 0) if cut else _fitting(columns, bars, width)
    if fit is None:
        return _stacked(columns, looks)
    if bars is not None and length:
        texts = list(_bars(bars, length, looks))
        columns.insert(bars.before, _DrawnColumn(Column(""), texts))
    return _side_by_side(columns, fit, looks, has_total=table.has_total)


def _side_by_side(
    columns: Sequence["_DrawnColumn"], fit: _Fit, looks: Looks, *, has_total: bool
) -> "RenderableType":
    from rich.rule import Rule
    from rich.table import Table as RichTable

    heading = looks("heading").colour
    drawn = RichTable(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style=heading)
    for column in columns:
        is_fixed = column.is_fixed
        drawn.add_column(
            _Broken(column.column.heading, looks(None)),
            justify=column.column.align,
            no_wrap=is_fixed,
            min_width=column.column.at_least,
            max_width=column.width(fit) if is_fixed else None,
        )
    drawn.show_header = any(column.column.heading for column in columns)
    if drawn.show_header:
        drawn.add_row(*(Rule(characters="-", style="") for _ in columns))
    for row in zip(*(column.texts for column in columns), strict=True):
        drawn.add_row(*row)
    if has_total:
        drawn.rows[-1].style = heading
    return drawn


def _stacked(columns: Sequence["_DrawnColumn"], looks: Looks) -> "RenderableType":
    from rich.console import Group
    from rich.table import Table as RichTable

    titles, *others = columns
    lists: list[RenderableType] = []
    for number, title in enumerate(titles.texts):
        values = RichTable.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
        for column in others:
            heading = _Broken(column.column.heading, looks(None))
            values.add_row(_Broken("", looks(None)), heading, column.texts[number])
        lists += [title._replace(look=looks("heading")), values]
    return Group(*lists)


class _Broken(NamedTuple):
    """A text in a table, broken by the rules of Japanese: rich would begin lines with a comma.

    Attributes:
        text: of one line.
        look: its colour and mark.
        hang: what its lines but the first begin with; below a mark it is as wide as that.
        cut: whether it is cut with an ellipsis, not broken.
    """

    text: str
    look: Look
    hang: str = ""
    cut: bool = False

    @property
    def indent(self) -> str:
        """What its first line begins with."""
        return f"{self.look.mark} " if self.look.mark else ""

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        from rich.measure import Measurement

        return Measurement(1, _width(f"{self.indent}{self.text}"))

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.text import Text

        if self.cut:
            yield Text(visible(self.text), self.look.colour, no_wrap=True, overflow="ellipsis")
            return
        hang = self.hang or " " * cells(self.indent)
        lines = wrap(self.text, options.max_width, indent=self.indent, hang=hang)
        # What is longer than the column, such as a word in a narrow one, is left to rich.
        yield Text(lines, self.look.colour, no_wrap=False, overflow="fold")


class _DrawnColumn(NamedTuple):
    """A column with its texts as they are drawn."""

    column: Column
    texts: Sequence[_Broken]

    @property
    def is_fixed(self) -> bool:
        """Whether its width does not depend on the page's."""
        return self.column.breaks not in ("anywhere", "in lists")

    def width(self, fit: _Fit) -> int:
        """Return the cells that it takes at least."""
        splits_texts = self.column.breaks == "at spaces" and fit.breaks_texts
        splits_heading = self.is_fixed and fit.breaks_headings
        widths = [
            _width(f"{text.indent}{piece}")
            for text in self.texts
            for piece in (text.text.split() if splits_texts else [text.text])
        ]
        heading = self.column.heading
        widths += map(_width, _pieces(heading) if splits_heading else [heading])
        width = max([self.column.at_least, *widths])
        return width if self.is_fixed or fit.titles is None else min(width, fit.titles)


def _pieces(heading: str) -> Sequence[str]:
    """Return the parts of a heading that stay on a line; the two halves of one without spaces."""
    if " " in heading:
        return heading.split()
    whole = cells(heading)
    for width in range((whole + 1) // 2, whole):
        first, _, second = wrap(heading, width).partition("\n")
        if "\n" not in second:
            return first, second
    return (heading,)


def _drawn(cell: str | Cell, column: Column, looks: Looks, *, cut: bool) -> _Broken:
    hang = _HANG if column.breaks == "anywhere" else ""
    cut = cut and column.breaks != "in lists"
    if isinstance(cell, str):
        return _Broken(cell, looks(None), hang, cut=cut)
    return _Broken(cell.text, looks(cell.style), hang, cut=cut)


def _bars(bars: Bars, length: int, looks: Looks) -> Iterator[_Broken]:
    for share, style in zip(bars.shares, bars.styles, strict=True):
        full = int((share or 0) * length + 0.5)
        text = "" if share is None else _FULL * full + _EMPTY * (length - full)
        yield _Broken(text, Look(looks(style).colour, ""))


def _fitting(
    columns: Sequence[_DrawnColumn], bars: Bars | None, width: int
) -> tuple[_Fit | None, int]:
    """Return the best way to fit columns into a width, with the length of bars beside them.

    There is no way where the width is too small; the length is 0 without bars or room for them.
    """
    for fit in _FITS:
        widths = [column.width(fit) for column in columns]
        shortest, longest = fit.bars
        if bars is None or not longest:
            if bars is None and _total(widths) <= width:
                return fit, 0
            continue
        for length in range(longest, shortest - 1, -1):
            if length % bars.steps == 0 and _total([*widths, length]) <= width:
                return fit, length
    return (None, 0) if bars is None else _fitting(columns, None, width)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _width(text: str) -> int:
    return cells(visible(text))
