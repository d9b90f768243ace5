"""Reading a file's bytes, with every failure reported as a problem."""

from importlib.resources.abc import Traversable

from cssa.datafile.decoding import MAX_BYTES
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.system_errors import system_reason


def read_bytes(file: Traversable, max_bytes: int = MAX_BYTES) -> bytes:
    """Return a file's bytes, at most one more than is accepted.

    Args:
        file: the file.
        max_bytes: the largest size that is accepted, ``reader.read``'s unless given.

    Raises:
        InputError: when there is no such file, it is a folder, or it cannot be read.
    """
    location = Location(str(file))
    try:
        with file.open("rb") as stream:
            return stream.read(max_bytes + 1)
    except FileNotFoundError:
        code = "file.not_found"
    except IsADirectoryError:
        code = "file.is_folder"
    except PermissionError:
        code = "file.is_folder" if file.is_dir() else "file.no_permission"
    except OSError as error:
        raise InputError(
            [Problem("file.unreadable", {"reason": system_reason(error)}, location)]
        ) from None
    raise InputError([Problem(code, {}, location)])
