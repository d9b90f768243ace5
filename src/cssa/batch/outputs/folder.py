"""The output folder of a batch, in which no file but the batch's own is changed."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from cssa.atomic_write import PARTIAL_SUFFIX, replace_file, write_file
from cssa.errors import OutputError, Problem
from cssa.location import Location

PRIVATE, PUBLIC, FEEDBACK, RETURNS = "private", "public", "feedback", "returns"
KEPT = f"{PRIVATE}/kept"
READINGS = f"{KEPT}/readings"
MARKED = f"{KEPT}/marked"
_WRITTEN = f"{KEPT}/written.txt"
OWNER_FILE = 0o600
"""Permissions of a file that nobody but the user may read or change."""

_OWNER_FOLDER = 0o700


class OutFolder:
    """A batch's folder.

    Every file is replaced whole or not at all; those in the private folder can be read by the user
    alone. Names are relative, with ``/`` between steps, and made of ids and hashes that were
    checked.

    Args:
        root: the folder; it is created where it does not exist.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def check(self) -> None:
        """Refuse a folder that no batch created.

        Raises:
            OutputError: when it holds something else than a former batch.
        """
        is_batch = (self.root / KEPT).is_dir()
        if not is_batch and self.root.exists() and any(self.root.iterdir()):
            raise OutputError([Problem("batch.out_not_empty", {}, Location(str(self.root)))])

    def prepare(self) -> None:
        """Create the folder.

        Raises:
            OutputError: when it holds something else than a former batch.
        """
        self.check()
        (self.root / KEPT).mkdir(parents=True, exist_ok=True)
        private = self.root / PRIVATE
        if private.stat().st_mode & 0o777 != _OWNER_FOLDER:
            private.chmod(_OWNER_FOLDER)
            for name in self.names(PRIVATE):  # of a former version
                (self.root / name).chmod(OWNER_FILE)

    def write(self, name: str, data: bytes) -> None:
        """Write a file, unless it has the same content already."""
        path = self.root / name
        try:
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return
        except OSError:
            pass  # not there, or not readable: written below
        write_file(path, data, mode=_mode_of(name))

    def secure(self, name: str, data: bytes) -> None:
        """Write a file and wait for the disk, for what cannot be produced again."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}{PARTIAL_SUFFIX}")
        replace_file(path, data, temporary=part, mode=_mode_of(name))

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None where there is none."""
        try:
            return (self.root / name).read_bytes()
        except OSError:
            return None

    def hash(self, name: str) -> str | None:
        """Return a file's sha256, None where there is none."""
        try:
            with (self.root / name).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None

    def names(self, below: str) -> Iterator[str]:
        """Yield the names of the files in a folder, at any depth."""
        base = self.root / below
        for path in sorted(base.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.root).as_posix()

    def keep_only(self, below: str, names: set[str]) -> None:
        """Remove all files but some from a folder in which every file is the batch's own.

        Args:
            below: name of the folder.
            names: of the files that stay.
        """
        for name in list(self.names(below)):
            if name not in names:
                self.remove(name)

    def remove(self, name: str) -> None:
        """Remove a file, and the folders that are empty then."""
        path = self.root / name
        path.unlink(missing_ok=True)
        path.with_name(f".{path.name}{PARTIAL_SUFFIX}").unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.root or not folder.is_dir() or not _is_empty(folder):
                break
            folder.rmdir()


def _is_empty(folder: Path) -> bool:
    """Return whether a folder is empty, without listing all of one with thousands of files."""
    with os.scandir(folder) as entries:
        return next(entries, None) is None


def _mode_of(name: str) -> int | None:
    """Return a file's permissions, None where they are those of any new file."""
    return OWNER_FILE if name.startswith(f"{PRIVATE}/") else None


class OutputList:
    """The output files of a batch, announced before they are written.

    A run that was ended leaves the list of everything it may have written, so that the next one
    can remove what is no longer due, and only that.

    Args:
        folder: the batch's folder.
    """

    def __init__(self, folder: OutFolder) -> None:
        self._folder = folder
        self._before = announced(folder)
        self._due = set[str]()

    def announce(self, names: set[str]) -> None:
        """Announce files that are going to be written."""
        self._due |= names
        self._save(self._before | self._due)

    def finish(self) -> None:
        """Remove what a former run wrote and this one did not."""
        for name in sorted(self._before - self._due):
            self._folder.remove(name)
        self._save(self._due)

    @property
    def names(self) -> list[str]:
        """The files of this run."""
        return sorted(self._due)

    def _save(self, names: set[str]) -> None:
        self._folder.write(_WRITTEN, ("\n".join(sorted(names)) + "\n").encode())


def announced(folder: OutFolder) -> set[str]:
    """Return the names of the files that runs may have written and not removed since.

    Args:
        folder: the batch's.
    """
    data = folder.read(_WRITTEN)
    listed = (data or b"").decode(errors="replace").splitlines()
    return set(filter(_is_in_batch_folders, listed))


def _is_in_batch_folders(name: str) -> bool:
    """Return whether a name lies in the folders that a batch writes to."""
    steps = name.split("/")
    return steps[0] in (PRIVATE, PUBLIC, FEEDBACK, RETURNS) and not {"..", ".", ""} & set(steps)
