"""Quotation of arguments in the commands that messages show."""

import os
import re
import shlex

_IS_WINDOWS = os.name == "nt"
_SPECIAL = re.compile(r"[\s&|<>()^%!\"]" if _IS_WINDOWS else r"[\s\"'$`\\|&;<>()*?\[\]{}#!~]")


def argument(value: object) -> str:
    """Return a value as an argument on a command line, in quotation marks where it needs them.

    Args:
        value: such as a path.
    """
    text = str(value)
    if text and not _SPECIAL.search(text):
        return text
    return f'"{text}"' if _IS_WINDOWS else shlex.quote(text)
