"""The levels that a checklist has, and from which of them a practice is done."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class LevelScale:
    """The levels of a checklist.

    Attributes:
        values: at least two, ascending.
        in_place: the value from which a practice counts as done.
    """

    values: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    in_place: int = 3

    @property
    def lowest(self) -> int:
        """The lowest level, at which an unanswered practice counts."""
        return self.values[0]

    @property
    def highest(self) -> int:
        """The highest level."""
        return self.values[-1]

    @property
    def span(self) -> int:
        """The difference between the highest and the lowest level."""
        return self.highest - self.lowest

    @property
    def above_in_place(self) -> int | None:
        """The level after ``in_place``, None where that is the highest."""
        return self.above(self.in_place)

    def above(self, level: int) -> int | None:
        """Return the level after a level, None after the highest."""
        index = bisect_right(self.values, level)
        return self.values[index] if index < len(self.values) else None

    def value(self, level: int | None) -> int:
        """Return what a counted practice counts: its level, the lowest one when unanswered."""
        return self.lowest if level is None else level

    def shade(self, level: int) -> int:
        """Return which of six shades, from 0, shows how high a level is."""
        return (2 * 5 * (level - self.lowest) + self.span) // (2 * self.span)

    @property
    def shades(self) -> tuple[int, ...]:
        """The shade of each level."""
        return tuple(map(self.shade, self.values))

    def share(self, score: Fraction | int) -> Fraction:
        """Return where a level or mean of levels lies: 0 at the lowest, 1 at the highest level."""
        return (Fraction(score) - self.lowest) / self.span


SIX_LEVELS = LevelScale()
"""The levels of the program, 0 to 5, with 3 in place."""
