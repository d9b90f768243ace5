"""What can go wrong, as values: a code with parameters that ``messages`` puts into words."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cssa.location import Place


class Problem(NamedTuple):
    """One thing wrong with one input.

    Attributes:
        code: key of the message in ``cssa.messages``.
        params: values for the message's named placeholders.
        location: the place, as far as it is known.
        path: keys and indices from the document's root to the value concerned.
    """

    code: str
    params: Mapping[str, object] = {}
    location: Place | None = None
    path: tuple[str | int, ...] = ()


class CssaError(Exception):
    """Root of the errors that a user can act on; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)  # all that another process needs to make it again

    def __str__(self) -> str:
        """Return the codes."""
        return "; ".join(problem.code for problem in self.problems)


class InputError(CssaError):
    """An input was refused or could not be read."""


class OutputError(CssaError):
    """An output could not be written; what was there before stays whole."""


class UsageError(CssaError):
    """The command line asks for something that does not exist or does not go together."""
