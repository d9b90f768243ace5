"""Errors that a user can act on: problems as codes with parameters, worded by ``messages``."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cssa.location import InputLocation, KeyPath


class Problem(NamedTuple):
    """One thing wrong with one input.

    Attributes:
        code: key of the message in ``cssa.messages``.
        params: values for the message's named placeholders.
        location: where in the input, as far as it is known.
        path: the value concerned.
    """

    code: str
    params: Mapping[str, object] = {}
    location: InputLocation | None = None
    path: KeyPath = ()


class CssaError(Exception):
    """Base of the errors that a user can act on.

    Args:
        problems: the problems found, the first of them where there are more than anyone reads.
        further: how many were found beyond these.
    """

    def __init__(self, problems: Iterable[Problem], further: int = 0) -> None:
        self.problems = tuple(problems)
        self.further = further
        super().__init__(self.problems, further)  # what another process needs to make it again

    def __str__(self) -> str:
        """Return the codes."""
        return "; ".join(problem.code for problem in self.problems)


class InputError(CssaError):
    """An input was refused or could not be read."""


class OutputError(CssaError):
    """An output could not be written; what was there before is left as it was."""


class UsageError(CssaError):
    """The command line names what does not exist, or options that exclude each other."""
