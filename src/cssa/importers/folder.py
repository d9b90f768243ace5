"""Writing what was imported: a folder for a checklist, a file for each crosswalk."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cssa.checklist.draft import HEADER
from cssa.datafile.emit import dump
from cssa.errors import OutputError, Problem
from cssa.location import Location

RECORD = "import.yaml"


def checklist_files(
    header: Mapping[str, Any], domains: Mapping[str, Any], record: Mapping[str, Any]
) -> dict[str, bytes]:
    """Return the files of an imported checklist by name."""
    named = {f"{domain_id}.yaml": domain for domain_id, domain in domains.items()}
    contents = {HEADER: header, **named, RECORD: record}
    return {name: dump(content, as_lines=True).encode() for name, content in contents.items()}


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a new folder, or leave one that has exactly them.

    Args:
        folder: created with those above it.
        files: content by name.

    Raises:
        OutputError: when it holds anything else, or cannot be written.
    """
    where = Location(str(folder))
    try:
        if folder.is_dir() and any(folder.iterdir()):
            present = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
            if present == files:
                return
            raise OutputError([Problem("file.exists", {}, where)])
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        raise OutputError([Problem("file.cannot_write", reason, where)]) from None
