"""Writing what was imported: a folder for a checklist, a file for each crosswalk."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cssa.checklist.draft import HEADER
from cssa.datafile.emit import dump
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.messages.system_errors import system_reason

RECORD = "import.yaml"


def checklist_files(
    header: Mapping[str, Any], domains: Mapping[str, Any], record: Mapping[str, Any]
) -> dict[str, bytes]:
    """Return the files of an imported checklist by name."""
    named = {f"{domain_id}.yaml": domain for domain_id, domain in domains.items()}
    contents = {HEADER: header, **named, RECORD: record}
    return {name: dump(content, as_lines=True).encode() for name, content in contents.items()}


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that holds nothing else, created with those above it.

    Args:
        folder: the folder; one with exactly these files is left as it is.
        files: content by name.

    Raises:
        OutputError: when it holds anything else, or cannot be written.
    """
    if folder.is_dir():
        others = {path.name for path in folder.iterdir()} - files.keys()
        if others:
            raise OutputError([Problem("file.exists", {}, Location(str(folder)))])
    write_beside(folder, files)


def write_beside(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder beside what it holds, and over nothing.

    Args:
        folder: created with those above it.
        files: content by name; one that is there with this content is left as it is.

    Raises:
        OutputError: when one is there with other content, or cannot be written.
    """
    try:
        missing = {}
        for name, data in files.items():
            path = folder / name
            if not path.exists():
                missing[path] = data
            elif path.read_bytes() != data:
                raise OutputError([Problem("file.exists", {}, Location(str(path)))])
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in missing.items():
            path.write_bytes(data)
    except OSError as error:
        reason = {"reason": system_reason(error)}
        where = Location(str(error.filename or folder))
        raise OutputError([Problem("file.cannot_write", reason, where)]) from None
