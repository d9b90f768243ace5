"""A folder of what is sent, in which no file is overwritten that the program did not write."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from cssa.atomic_write import write_file
from cssa.errors import OutputError, Problem
from cssa.location import Location

_OWNER_FOLDER = 0o700


class SendingFolder:
    """A folder of letters or packages.

    Args:
        root: the folder; it is created, readable by its owner alone, where it does not exist.
        known: hashes of what was written to be sent before, into whatever folder.
    """

    def __init__(self, root: Path, known: Collection[str]) -> None:
        self.root = root
        self._known = known

    def check(self, hashes: Mapping[str, str]) -> None:
        """Check that files may be written.

        Args:
            hashes: of what they are going to hold, by their name.

        Raises:
            OutputError: with each that is there and was changed, or was never written.
        """
        problems = [
            Problem("batch.sending_changed", {}, Location(str(self.root / name)))
            for name, digest in hashes.items()
            if (self.root / name).exists() and not self._is_ours(name, digest)
        ]
        if problems:
            raise OutputError(problems)

    def _is_ours(self, name: str, digest: str) -> bool:
        there = self.hash(name)
        return there == digest or there in self._known

    def hash(self, name: str) -> str | None:
        """Return a file's sha256, None where there is none that can be read."""
        data = self.read(name)
        return None if data is None else sha256_of(data)

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None where there is none that can be read."""
        try:
            return (self.root / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file, unless it has the same content already."""
        if not self.root.exists():
            self.root.mkdir(parents=True)
            self.root.chmod(_OWNER_FOLDER)
        if self.hash(name) != sha256_of(data):
            write_file(self.root / name, data)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files that are no longer due, where they are as they were written."""
        for name in names:
            if self.hash(name) in self._known:
                (self.root / name).unlink()


def sha256_of(data: bytes) -> str:
    """Return the hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()
