"""Paths of files compared across systems, which write one name in several ways."""

import re
import unicodedata

_SEPARATORS = re.compile(r"[/\\!]")


def path_steps(path: str) -> tuple[str, ...]:
    r"""Return a path's folders and names in the form in which they are compared.

    macOS decomposes characters in names, Windows divides by ``\`` and does not distinguish case;
    a list may hold any of these forms of a name that the file system has in another.

    Args:
        path: with folders divided by ``/`` or ``\``, and archives from their members by ``!``.
    """
    steps = (step for step in _SEPARATORS.split(path) if step not in ("", "."))
    return tuple(comparable_file_name(step) for step in steps)


def comparable_file_name(name: str) -> str:
    """Return a name without differences of Unicode form, width and case."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
