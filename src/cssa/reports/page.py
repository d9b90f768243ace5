"""Pages for a terminal as values: paragraphs and tables, without width, colour or line breaks."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.scheme.scoring_scheme import Scheme

Tone = Literal["lowest", "low", "middle", "high", "highest"]
"""Place of a band among the bands of its scheme."""

Style = Literal["heading", "done", "open", "failed"] | Tone
"""What a text stands for; the command line knows how that looks, and which mark it has."""

_TONES: tuple[Tone, ...] = ("lowest", "low", "middle", "high", "highest")


class Paragraph(NamedTuple):
    """A text that is broken into lines; its own line breaks are kept.

    Attributes:
        text: what it says.
        style: what it stands for; None for plain text.
        indent: what its first line begins with, the bullet of a list included.
        hang: what the other lines begin with.
        is_whole: whether its lines are never broken, so that a path can be copied from it.
    """

    text: str
    style: Style | None = None
    indent: str = ""
    hang: str = ""
    is_whole: bool = False


class Cell(NamedTuple):
    """A text of one line in a table that stands for something."""

    text: str
    style: Style | None


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        heading: above it; a table without any begins with its rows.
        align: the side that its texts are on.
        breaks: where a narrow page may break its texts. Where a row has to be one line, those that
            may be broken anywhere are cut; lists and reasons are whole in any case.
        at_least: cells that it takes in any case.
    """

    heading: str
    align: Literal["left", "right"] = "left"
    breaks: Literal["anywhere", "in lists", "at spaces", "never"] = "never"
    at_least: int = 0


class Bars(NamedTuple):
    """A bar per row of a table, drawn where there are colours; plain text has none.

    Attributes:
        before: number of the column that they stand before.
        shares: from 0 to 1; None draws nothing.
        styles: what each stands for; a cell of the row has the same style, and with it a mark.
        steps: equal parts of the whole, each of which takes equally many cells.
    """

    before: int
    shares: Sequence[float | None]
    styles: Sequence[Style | None]
    steps: int


def level_bars(
    before: int,
    levels: Sequence[Fraction | float | None],
    styles: Sequence[Style | None],
    scale: LevelScale,
) -> Bars:
    """Return the bars of levels or of means of levels.

    Args:
        before: number of the column that they stand before.
        levels: from the lowest to the highest level; None where there is none.
        styles: what each stands for.
        scale: that they are on.
    """
    shares = [None if level is None else float(scale.share(Fraction(level))) for level in levels]
    return Bars(before, shares, styles, len(scale.values) - 1)


class Table(NamedTuple):
    """Rows below headings.

    Attributes:
        columns: from the left.
        rows: a plain or styled text per column.
        bars: of the rows.
        has_total: whether the last row sums up the others.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str | Cell]]
    bars: Bars | None = None
    has_total: bool = False


Block = Sequence[Paragraph | Table]
Page = Sequence[Block]
"""Blocks with an empty line between them; a block without content is left out."""


def band_style(scheme: Scheme, band_id: str | None) -> Tone | None:
    """Return what a band stands for among those of its scheme, None where there is no band.

    Args:
        scheme: the scheme that defines the bands.
        band_id: id of the band.
    """
    if band_id is None:
        return None
    ids = [band.id for band in scheme.bands]
    return _TONES[round(ids.index(band_id) / max(1, len(ids) - 1) * (len(_TONES) - 1))]
