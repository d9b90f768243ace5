"""Chance that falls the same way for the same seed, on every machine and Python."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")

_ROOT_OF_3 = 1.7320508075688772


class SeededRandom:
    """Draws for one seed.

    Of the standard generator only ``random()`` is promised never to change, and of arithmetic on
    floats only the four operations are the same on every machine; all draws are made of these.

    Args:
        seed: what the draws depend on, and nothing else does.
    """

    def __init__(self, *seed: object) -> None:
        generator = Random(":".join(map(str, seed)))  # noqa: S311 - makes examples, no secrets
        self.fraction = generator.random

    def chance(self, probability: float) -> bool:
        """Return true with a probability."""
        return self.fraction() < probability

    def pick(self, among: Sequence[T]) -> T:
        """Return one of several."""
        return among[int(self.fraction() * len(among))]

    def whole(self, low: int, high: int) -> int:
        """Return a whole number between two, both included."""
        return low + int(self.fraction() * (high - low + 1))

    def normal(self) -> float:
        """Return a number of mean 0 and variance 1: near the normal curve, within 3.5."""
        fraction = self.fraction
        return (fraction() + fraction() + fraction() + fraction() - 2) * _ROOT_OF_3

    def day(self, last: date, within: int) -> date:
        """Return one of the days up to a last one."""
        return last - timedelta(days=self.whole(0, within - 1))
