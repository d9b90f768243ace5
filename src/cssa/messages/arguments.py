"""File names as a command that a message shows has to be given them."""

import re
import shlex

_SPECIAL = re.compile(r"[\s\"'$`\\|&;<>()*?\[\]{}#!~]")


def argument(value: object) -> str:
    """Return a value as an argument on a command line, in quotation marks where it needs them.

    Args:
        value: such as a path.
    """
    text = str(value)
    return shlex.quote(text) if not text or _SPECIAL.search(text) else text
