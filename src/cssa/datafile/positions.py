"""Positions of keys and values inside a document."""

from collections.abc import Sequence

Place = tuple[int, int]


class Positions:
    """Places of one container's members, as a tree parallel to the values.

    Attributes:
        at: 1-based line and column at which the container starts.
        keys: place of each mapping key (empty for a sequence).
        values: place of each scalar member, or the marks of a nested container.
    """

    __slots__ = ("at", "keys", "values")

    def __init__(self, at: Place) -> None:
        self.at = at
        self.keys: dict[str | int, Place] = {}
        self.values: dict[str | int, Place | Positions] = {}

    def place(self, path: Sequence[str | int], *, key: bool = False) -> Place:
        """Return the place of the deepest known part of ``path``.

        Args:
            path: keys and indices from this container down.
            key: prefer the place of the last key to that of its value.
        """
        marks = self
        found = self.at
        for depth, part in enumerate(path):
            if part not in marks.values:
                break
            member = marks.values[part]
            last = depth == len(path) - 1
            if key and last and part in marks.keys:
                return marks.keys[part]
            if isinstance(member, Positions):
                marks, found = member, member.at
            else:
                found = member
                break
        return found

    def known(self, path: Sequence[str | int]) -> tuple[str | int, ...]:
        """Return the longest part of ``path`` that exists, leaving out what does not."""
        marks: Place | Positions = self
        kept: list[str | int] = []
        for part in path:
            if isinstance(marks, Positions) and part in marks.values:
                kept.append(part)
                marks = marks.values[part]
        return tuple(kept)
