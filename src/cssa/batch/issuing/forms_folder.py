"""The folder that forms are issued into, and the register of what was issued."""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from cssa.atomic_write import write_file
from cssa.datafile.csv_table import write_csv_table
from cssa.errors import OutputError, Problem
from cssa.location import Location

REGISTER = "issued.csv"
MAIL_LIST = "mail.csv"
_OWNER_FOLDER = 0o700
"""Forms may hold the answers of the previous campaign."""
_COLUMNS = ("file", "sha256", "institution", "number", "carried")


class IssuedFile(NamedTuple):
    """A line of the register.

    Attributes:
        file: its name.
        institution: id; empty for the mail list.
        number: of the form, empty for other files.
        carried: answers of the previous campaign that are filled in; None for other files.
    """

    file: str
    sha256: str
    institution: str = ""
    number: str = ""
    carried: int | None = None


class FormsFolder:
    """A folder of issued forms, in which nothing is overwritten that was changed since.

    Args:
        root: the folder; it is created where it does not exist.

    Raises:
        OutputError: when it holds something else.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._issued = self._read_register()

    def _read_register(self) -> Mapping[str, str]:
        """Return the hashes of the files issued before, by name."""
        path = self._root / REGISTER
        try:
            text = path.read_text(encoding="utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(text)))
            return {row["file"]: row["sha256"] for row in rows}
        except FileNotFoundError:
            if self._root.exists() and any(self._root.iterdir()):
                problem = Problem("batch.issue.not_empty", {}, Location(str(self._root)))
                raise OutputError([problem]) from None
            return {}
        except (UnicodeDecodeError, KeyError, csv.Error):
            raise OutputError([Problem("batch.issue.register", {}, Location(str(path)))]) from None

    def check(self, names: Iterable[str]) -> None:
        """Check that files may be written.

        Args:
            names: of the files.

        Raises:
            OutputError: with each that was changed since it was issued, or was never issued.
        """
        problems = [
            Problem("batch.issue.changed", {}, Location(str(self._root / name)))
            for name in names
            if (self._root / name).exists() and self._hash(name) != self._issued.get(name)
        ]
        if problems:
            raise OutputError(problems)

    def _hash(self, name: str) -> str | None:
        try:
            return hashlib.sha256((self._root / name).read_bytes()).hexdigest()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> str:
        """Write a file, and return its sha256."""
        digest = hashlib.sha256(data).hexdigest()
        self._root.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
        if self._hash(name) != digest:
            write_file(self._root / name, data)
        return digest

    def write_register(self, files: Iterable[IssuedFile]) -> None:
        """Write what was issued, with what an earlier run issued and this one did not.

        Args:
            files: of this run.
        """
        lines = {file.file: file for file in files}
        earlier = self._issued.keys() - lines.keys()
        kept = (IssuedFile(name, self._issued[name]) for name in sorted(earlier))
        self.write(REGISTER, write_csv_table(_COLUMNS, [*lines.values(), *kept]))
