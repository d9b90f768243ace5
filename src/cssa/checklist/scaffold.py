"""The skeleton of a new checklist."""

from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Any

from cssa.checklist.practice import Id
from cssa.datafile.emit import dump
from cssa.datafile.reader import read
from cssa.datafile.types import Model
from cssa.errors import InputError, OutputError, Problem
from cssa.location import Location
from cssa.messages import LANGS
from cssa.messages.system_errors import system_reason
from cssa.messages.wording import listed
from cssa.resources import data_root

_MAX_FILE = 100_000
"""More than any file of a skeleton has."""


class _ChecklistName(Model):
    id: Id
    version: Id


def write_scaffold(
    checklist_id: str, version: str, out: Path, languages: Sequence[str] = LANGS
) -> Path:
    """Write a small checklist without lint findings, for its author to replace.

    Args:
        checklist_id: its id.
        version: its version.
        out: the folder in which ``<id>/<version>`` is created.
        languages: those of its texts, in order.

    Returns:
        The new checklist's folder.

    Raises:
        InputError: when the id or the version is not a valid one, or there is no skeleton in a
            language.
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
    unknown = [lang for lang in languages if lang not in LANGS]
    if unknown or not languages:
        params = {"languages": listed(unknown), "known": listed(LANGS)}
        raise InputError([Problem("new.languages", params)])
    files = {
        source.name: _in_languages(
            Template(source.read_text(encoding="utf-8")).substitute(
                id=name.id, version=name.version
            ),
            tuple(languages),
        ).encode()
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
        reason = {"reason": system_reason(error)}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(folder)))]) from None
    return folder


def _in_languages(text: str, languages: tuple[str, ...]) -> str:
    """Return a file of the skeleton with its texts in some languages only."""
    if languages == LANGS:
        return text
    content = _chosen(read(text.encode(), "").value, languages)
    if "schema" in content:
        content = {**content, "languages": list(languages)}
    return dump(content)


def _chosen(value: Any, languages: tuple[str, ...]) -> Any:
    """Return values without the words of other languages than those chosen."""
    if isinstance(value, list):
        return [_chosen(member, languages) for member in value]
    if not isinstance(value, dict):
        return value
    words = {lang: value[lang] for lang in languages if lang in value}
    others = {key: _chosen(member, languages) for key, member in value.items() if key not in LANGS}
    return {**others, **words}


def _contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder as far as they can be a skeleton's."""
    entries = list(folder.iterdir())
    return {path.name: _start(path) if path.is_file() else b"" for path in entries}


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_MAX_FILE)
