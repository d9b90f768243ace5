"""Random draws that are the same for the same seed, on every machine and Python."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

_Option = TypeVar("_Option")

_SQRT_3 = 1.7320508075688772


class SeededRandom:
    """Draws for one seed.

    Of the standard generator only ``random()`` is promised never to change, and of arithmetic on
    floats only the four operations are the same on every machine; all draws are made of these.

    Args:
        seed: what the draws depend on, and nothing else does. A word in it keeps the draws for one
            purpose apart from those for another; another word gives other institutions.
    """

    def __init__(self, *seed: object) -> None:
        generator = Random(":".join(map(str, seed)))  # noqa: S311 - makes examples, no secrets
        self.fraction = generator.random

    def chance(self, probability: float) -> bool:
        """Return true with a probability from 0 to 1."""
        return self.fraction() < probability

    def pick(self, options: Sequence[_Option]) -> _Option:
        """Return one of the options, each as likely."""
        return options[int(self.fraction() * len(options))]

    def integer(self, low: int, high: int) -> int:
        """Return a whole number, each as likely.

        Args:
            low: the lowest.
            high: the highest.
        """
        return low + int(self.fraction() * (high - low + 1))

    def normal(self) -> float:
        """Return a number of mean 0 and variance 1: near the normal curve, within 3.5."""
        fraction = self.fraction
        return (fraction() + fraction() + fraction() + fraction() - 2) * _SQRT_3

    def day(self, last: date, days: int) -> date:
        """Return one of the days up to a last one.

        Args:
            last: the last one, which may be returned.
            days: how many there are to choose from.
        """
        return last - timedelta(days=self.integer(0, days - 1))
