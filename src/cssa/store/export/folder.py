"""The folder of an export, in which no file but the export's own is changed."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from cssa.atomic_write import PARTIAL_SUFFIX, move_file
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.store.export.tables import EXPORT_TABLES

RECORD = "export.json"
"""What was written, by hash; written last."""

CODEBOOK_CSV, CODEBOOK = "codebook.csv", "codebook.md"

_SCHEMA = "cssa.export/1"
_OWN = frozenset((CODEBOOK_CSV, CODEBOOK, *(table.file for table in EXPORT_TABLES.values())))
"""Names of the files that an export may write beside its record."""

_OWNER_FILE, _OWNER_FOLDER = 0o600, 0o700
_STORE = ".store.sqlite"


class ExportFolder:
    """A folder that tables are exported to; its files can be read by the user alone.

    Args:
        root: the folder; it is created where it does not exist.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def store(self) -> Path:
        """Where a store stands while its tables are written."""
        return self.root / _STORE

    def check(self, names: Sequence[str]) -> None:
        """Refuse a folder in which something else would be lost.

        Args:
            names: of the files that are going to be written.

        Raises:
            OutputError: when it holds something else than an export, files of an export that were
                changed since, or others of the names to be written.
        """
        where = Location(str(self.root))
        if not self.root.exists() or (self.root.is_dir() and not any(self.root.iterdir())):
            return
        hashes = self._recorded
        if hashes is None:
            raise OutputError([Problem("export.not_ours", {}, where)])
        changed = [
            name
            for name, digest in hashes.items()
            if digest is not None and self._hash(name) not in (None, digest)
        ]
        others = [name for name in names if name not in hashes and (self.root / name).exists()]
        for code, found in (("changed", changed), ("in_the_way", others)):
            if found:
                raise OutputError([Problem(f"export.{code}", {"names": listed(found)}, where)])

    @contextmanager
    def replaced(self, names: Sequence[str]) -> Iterator[None]:
        """Open the folder for an export; what an earlier one wrote and this one does not goes.

        Args:
            names: of the files that are written meanwhile.

        Raises:
            OSError: when it cannot be written.
        """
        if not self.root.exists():
            self.root.mkdir(parents=True, mode=_OWNER_FOLDER)
        earlier = self._recorded or {}
        for name in earlier:
            (self.root / name).unlink(missing_ok=True)
        self._record(dict.fromkeys(names), {})
        try:
            yield
        finally:
            self.store.unlink(missing_ok=True)

    @contextmanager
    def opened(self, name: str) -> Iterator[TextIO]:
        """Open a file of the export, which appears once it is written whole."""
        part = self.root / f".{name}{PARTIAL_SUFFIX}"
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_FILE)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                yield stream
            move_file(part, self.root / name, mode=_OWNER_FILE)
        finally:
            part.unlink(missing_ok=True)

    def finish(self, names: Sequence[str], facts: Mapping[str, Any]) -> None:
        """Record what was written.

        Args:
            names: of the files.
            facts: about the edition.
        """
        self._record({name: self._hash(name) for name in names}, facts)

    def _record(self, hashes: Mapping[str, str | None], facts: Mapping[str, Any]) -> None:
        document = {"schema": _SCHEMA, **facts, "files": hashes}
        with self.opened(RECORD) as stream:
            stream.write(f"{json.dumps(document, ensure_ascii=False, indent=1)}\n")

    @property
    def _recorded(self) -> dict[str, str | None] | None:
        """The hashes of what an earlier export wrote, None where for a file that it began."""
        try:
            document = json.loads((self.root / RECORD).read_bytes())
            if document["schema"] != _SCHEMA:
                return None
            return {name: digest for name, digest in document["files"].items() if name in _OWN}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def _hash(self, name: str) -> str | None:
        try:
            with (self.root / name).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
