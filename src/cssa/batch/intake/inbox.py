"""Finds the files to be read in folders, archives and mails, and hashes their content."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from cssa.batch.intake.folder_walk import FoundPath, look_at, walk_folder
from cssa.batch.intake.inbox_file import InboxFile
from cssa.batch.intake.unpacking import (
    Unpacking,
    is_system_file,
    printable,
    without_content,
)
from cssa.errors import InputError, Problem, UsageError
from cssa.lists.passwords import PasswordList
from cssa.location import Location


class Inbox(NamedTuple):
    """All files to be read.

    Attributes:
        files: in the order of their paths.
        ignored: paths of files that operating systems leave in folders, such as hidden ones.
    """

    files: tuple[InboxFile, ...]
    ignored: tuple[str, ...]


def open_inbox(
    paths: Sequence[Path], apart: Iterable[Path] = (), passwords: PasswordList | None = None
) -> Inbox:
    """Find every file.

    Args:
        paths: files, folders, archives and mails.
        apart: files and folders among them that are no forms, such as the roster.
        passwords: what opens the protected files of which sender.

    Raises:
        InputError: when a path does not exist.
        UsageError: when one is specified twice.
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise InputError(Problem("file.not_found", {}, Location(str(path))) for path in missing)
    left_out = {_real(path) for path in apart}
    files: dict[str, InboxFile] = {}
    unpacking = Unpacking(passwords or PasswordList())
    ignored = unpacking.ignored
    seen = set[str]()
    for path, root in _roots(paths):
        for shown, found in _shown(path, root, left_out):
            real = _real(found.path)
            if real in left_out or (real in seen and found.not_read is None):
                continue
            if is_system_file(found.path.name):
                ignored.append(shown)
            elif found.not_read is not None:
                _add(files, without_content(shown, found.path, found.not_read))
            else:
                seen.add(real)
                for file in unpacking.files(shown, found.path):
                    _add(files, file)
    return Inbox(tuple(files[path] for path in sorted(files)), tuple(sorted(ignored)))


def _add(files: dict[str, InboxFile], file: InboxFile) -> None:
    """Add a file under its path; an archive may have several members of one name."""
    path, number = file.path, 1
    while path in files:
        number += 1
        path = f"{file.path} ({number})"
    files[path] = file._replace(path=path)


def _roots(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return each path with the shortest ending that distinguishes it from the others."""
    real = [Path(_real(path)) for path in paths]
    twice = [path for path, resolved in zip(paths, real, strict=True) if real.count(resolved) > 1]
    if twice:
        raise UsageError([Problem("form.twice_given", {}, Location(str(twice[0])))])
    for depth in count(1):
        ends = ["/".join(resolved.parts[-depth:]) for resolved in real]
        if len(set(ends)) == len(ends):
            break
    return list(zip(paths, ends, strict=True))


def _shown(path: Path, root: str, left_out: set[str]) -> Iterator[tuple[str, FoundPath]]:
    """Yield what a specified path leads to, each with its path as it is shown."""
    if not path.is_dir():
        yield printable(root), look_at("", path)
        return
    for found in walk_folder(path, left_out):
        yield printable(f"{root}/{found.below}"), found


def _real(path: Path) -> str:
    return os.path.realpath(path)
