"""Lines and columns of the keys and values in a document."""

from collections.abc import Sequence

from cssa.location import KeyPath

LineColumn = tuple[int, int]
"""A 1-based line, and a 1-based column in characters."""


class Positions:
    """Positions of one container's members, as a tree parallel to the values.

    Attributes:
        start: where the container starts.
        keys: position of each mapping key (empty for a sequence).
        values: position of each scalar member, or the positions in a nested container.
    """

    __slots__ = ("keys", "start", "values")

    def __init__(self, start: LineColumn) -> None:
        self.start = start
        self.keys: dict[str | int, LineColumn] = {}
        self.values: dict[str | int, LineColumn | Positions] = {}

    def find(self, path: Sequence[str | int], *, key: bool = False) -> LineColumn:
        """Return the position of the deepest part of a path that exists.

        Args:
            path: keys and indices from this container down.
            key: prefer the position of the last key to that of its value.
        """
        container = self
        position = self.start
        for depth, part in enumerate(path):
            if part not in container.values:
                break
            member = container.values[part]
            is_last = depth == len(path) - 1
            if key and is_last and part in container.keys:
                return container.keys[part]
            if isinstance(member, Positions):
                container, position = member, member.start
            else:
                position = member
                break
        return position

    def existing_path(self, path: Sequence[str | int]) -> KeyPath:
        """Return a path without the parts that do not exist, such as the tags of a union."""
        member: LineColumn | Positions = self
        existing: list[str | int] = []
        for part in path:
            if isinstance(member, Positions) and part in member.values:
                existing.append(part)
                member = member.values[part]
        return tuple(existing)
