"""The skeleton of a new checklist."""

from pathlib import Path
from string import Template

from cssa.checklist.model import Id
from cssa.datafile.types import Model
from cssa.errors import InputError, OutputError, Problem
from cssa.location import Location
from cssa.resources import data_root

_MAX_FILE = 100_000
"""More than any file of a skeleton has."""


class _ChecklistName(Model):
    id: Id
    version: Id


def write_scaffold(checklist_id: str, version: str, out: Path) -> Path:
    """Write a small checklist without lint findings, for its author to replace.

    Args:
        checklist_id: its id.
        version: its version.
        out: the folder in which ``<id>/<version>`` is created.

    Returns:
        The new checklist's folder.

    Raises:
        InputError: when the id or the version is not a valid one.
        OutputError: when the folder holds anything else, or cannot be written.
    """
    from pydantic import ValidationError

    try:
        name = _ChecklistName(id=checklist_id, version=version)
    except ValidationError as error:
        problems = [
            Problem("value.pattern", {"found": detail["input"]}) for detail in error.errors()
        ]
        raise InputError(problems) from None
    folder = out / name.id / name.version
    files = {
        source.name: Template(source.read_text(encoding="utf-8"))
        .substitute(id=name.id, version=name.version)
        .encode()
        for source in (data_root() / "templates" / "checklist").iterdir()
    }
    try:
        if folder.is_dir() and _contents(folder) == files:
            return folder
        folder.mkdir(parents=True)
        for file_name, data in files.items():
            (folder / file_name).write_bytes(data)
    except FileExistsError:
        raise OutputError([Problem("file.exists", {}, Location(str(folder)))]) from None
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(folder)))]) from None
    return folder


def _contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder as far as they can be a skeleton's."""
    entries = list(folder.iterdir())
    return {path.name: _start(path) if path.is_file() else b"" for path in entries}


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_MAX_FILE)
