"""Where in an input something stands, printed the way editors jump to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a text file.

    Attributes:
        path: the file's name as the user gave it, or ``-`` for standard input.
        line: 1-based line, or None where only the file is known.
        column: 1-based column in characters, or None.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return ``path:line:column``, shortened to what is known."""
        return ":".join(
            str(part) for part in (self.path, self.line, self.column) if part is not None
        )
