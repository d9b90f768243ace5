"""The refusal of a workbook."""

from cssa.errors import InputError, Problem
from cssa.location import Location


def refused(code: str, path: str, **params: object) -> InputError:
    """Return the refusal of a file.

    Args:
        code: what is wrong with it.
        path: its name.
        params: for the message.
    """
    return InputError([Problem(f"form.guard.{code}", params, Location(path))])
