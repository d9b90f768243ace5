"""Finds the files to be read in folders and archives, and hashes their content."""

import hashlib
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import IO, NamedTuple

from cssa.batch.intake import archive
from cssa.batch.intake.folder_walk import FoundPath, look_at, not_read, walk_folder
from cssa.errors import InputError, Problem, UsageError
from cssa.excel.content_kind import DAMAGE
from cssa.location import Location

_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini"))
_BLOCK = 1 << 20


class InboxFile(NamedTuple):
    """A file to be read.

    Attributes:
        path: as it is shown: below the specified folder; members of archives after a ``!``.
        source: where its bytes are.
        member: its number in the archive ``source``, None for a file of its own.
        sha256: of its content.
        size: of its content, in bytes.
        trouble: why its content cannot be read; None where it can.
    """

    path: str
    source: str
    member: int | None
    sha256: str
    size: int
    trouble: Problem | None = None

    def read(self, limit: int) -> bytes:
        """Return its first bytes."""
        return read_source(self.source, self.member, limit)


class Inbox(NamedTuple):
    """All files to be read.

    Attributes:
        files: in the order of their paths.
        ignored: paths of files that operating systems leave in folders, such as hidden ones.
    """

    files: tuple[InboxFile, ...]
    ignored: tuple[str, ...]


def read_source(source: str, member: int | None, limit: int) -> bytes:
    """Return the first bytes of a file or of an archive's member."""
    with open(source, "rb") as stream:  # noqa: PTH123 - a name from the file system, kept as it is
        if member is None:
            return stream.read(limit)
        with zipfile.ZipFile(stream) as opened, opened.open(opened.infolist()[member]) as part:
            return part.read(limit)


def open_inbox(paths: Sequence[Path], apart: Iterable[Path] = ()) -> Inbox:
    """Find every file.

    Args:
        paths: files, folders and archives.
        apart: files and folders among them that are no forms, such as the roster.

    Raises:
        InputError: when a path does not exist.
        UsageError: when one is specified twice.
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise InputError(Problem("file.not_found", {}, Location(str(path))) for path in missing)
    left_out = {_real(path) for path in apart}
    files: dict[str, InboxFile] = {}
    ignored: list[str] = []
    seen = set[str]()
    for path, root in _roots(paths):
        for shown, found in _shown(path, root, left_out):
            real = _real(found.path)
            if real in left_out or (real in seen and found.not_read is None):
                continue
            if _is_system_file(found.path.name):
                ignored.append(shown)
            elif found.not_read is not None:
                _add(files, _without_content(shown, found.path, None, found.not_read))
            else:
                seen.add(real)
                for file in _open_file(shown, found.path, ignored):
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


def _open_file(shown: str, source: Path, ignored: list[str]) -> Iterator[InboxFile]:
    try:
        with source.open("rb") as stream:
            digest, size = _digest(stream)
            members = archive.members(stream)
    except OSError as error:
        yield _without_content(shown, source, None, not_read(error))
        return
    if isinstance(members, Problem):
        yield InboxFile(shown, str(source), None, digest, size, members)
    elif members is None:
        yield InboxFile(shown, str(source), None, digest, size)
    else:
        yield from _members(shown, source, members, ignored)


def _members(
    shown: str, source: Path, members: Sequence[archive.ArchiveMember], ignored: list[str]
) -> Iterator[InboxFile]:
    with zipfile.ZipFile(source) as opened:
        infos = opened.infolist()
        for number, name in members:
            path = printable(f"{shown}!{name}")
            if any(map(_is_system_file, name.split("/"))):
                ignored.append(path)
                continue
            try:
                with opened.open(infos[number]) as stream:
                    digest, size = _digest(stream)
            except DAMAGE:
                damaged = Problem("form.guard.damaged", {"part": name})
                yield _without_content(path, source, number, damaged)
            else:
                yield InboxFile(path, str(source), number, digest, size)


def _without_content(shown: str, source: Path, member: int | None, trouble: Problem) -> InboxFile:
    """Return a file whose content cannot be hashed; its path stands in for it."""
    return InboxFile(
        shown, str(source), member, hashlib.sha256(shown.encode()).hexdigest(), 0, trouble
    )


def _digest(stream: IO[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        size += len(block)
    return digest.hexdigest(), size


def _is_system_file(name: str) -> bool:
    """Return whether a name is one that operating systems and open workbooks leave behind."""
    is_hidden = name.startswith(".") and name not in (".", "..")
    return is_hidden or name.startswith(("~$", "__MACOSX")) or name.casefold() in _SYSTEM_FILES


def _real(path: Path) -> str:
    return os.path.realpath(path)


def printable(name: str) -> str:
    """Return a name of a file as text that can be written anywhere."""
    return name.encode("utf-8", "backslashreplace").decode()
