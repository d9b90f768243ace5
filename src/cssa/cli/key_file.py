"""The file with the key that pseudonyms are derived with."""

from pathlib import Path

from cssa.datafile.files import read_bytes
from cssa.errors import Problem, UsageError
from cssa.location import Location

_MIN_KEY_BYTES = 32


def read_key(path: Path | None) -> bytes | None:
    """Return the key in a file, None where none is named.

    Raises:
        InputError: when it cannot be read.
        UsageError: when it is too short to protect anybody.
    """
    if path is None:
        return None
    key = read_bytes(path)
    if len(key) < _MIN_KEY_BYTES:
        raise UsageError([Problem("batch.key_short", {}, Location(str(path)))])
    return key
