"""The folder that forms are issued into, and the register of what was issued."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from cssa.batch.outputs.sending_folder import SendingFolder, sha256_of
from cssa.datafile.csv_table import write_csv_table
from cssa.errors import OutputError, Problem
from cssa.location import Location

REGISTER = "issued.csv"
MAIL_LIST = "mail.csv"
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
        self._numbers: dict[str, str] = {}
        self._issued = self._read_register()
        self._folder = SendingFolder(root, set(self._issued.values()))

    def _read_register(self) -> Mapping[str, str]:
        """Return the hashes of the files issued before, by name, and keep the forms' numbers."""
        path = self._root / REGISTER
        try:
            text = path.read_text(encoding="utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(text)))
            self._numbers = {row["file"]: row["number"] for row in rows if row["number"]}
            return {row["file"]: row["sha256"] for row in rows}
        except FileNotFoundError:
            if self._root.exists() and any(self._root.iterdir()):
                problem = Problem("batch.issue.not_empty", {}, Location(str(self._root)))
                raise OutputError([problem]) from None
            return {}
        except (UnicodeDecodeError, KeyError, csv.Error):
            raise OutputError([Problem("batch.issue.register", {}, Location(str(path)))]) from None

    def check_campaign(self, numbers: Mapping[str, str]) -> None:
        """Check that no form of another campaign would be replaced.

        Args:
            numbers: under which forms are to be issued, by their files' names.

        Raises:
            OutputError: when the folder holds forms of another campaign.
        """
        if any(self._numbers.get(name, number) != number for name, number in numbers.items()):
            problem = Problem("batch.issue.other_campaign", {}, Location(str(self._root)))
            raise OutputError([problem])

    def begin(self, names: Iterable[str]) -> None:
        """Check that files may be written, and mark the folder as one of issued forms.

        A file that the register does not have may be left from a run that was interrupted; what is
        to stand there is compared with it when it is written.

        Args:
            names: of the files.

        Raises:
            OutputError: with each that was changed since it was issued.
        """
        changed = [
            self._changed(name)
            for name in names
            if name in self._issued and self._folder.hash(name) not in (None, self._issued[name])
        ]
        if changed:
            raise OutputError(changed)
        if not (self._root / REGISTER).exists():
            self.write_register(())

    def _changed(self, name: str) -> Problem:
        return Problem("batch.issue.changed", {}, Location(str(self._root / name)))

    def write(self, name: str, data: bytes) -> str:
        """Write a file, and return its sha256.

        Raises:
            OutputError: when another one stands there that was not issued.
        """
        digest = sha256_of(data)
        if self._folder.hash(name) not in (None, digest, self._issued.get(name)):
            raise OutputError([self._changed(name)])
        self._folder.write(name, data)
        return digest

    def write_register(self, files: Iterable[IssuedFile]) -> None:
        """Write what was issued, with what an earlier run issued and this one did not.

        Args:
            files: of this run.
        """
        lines = {file.file: file for file in files}
        earlier = self._issued.keys() - lines.keys()
        kept = (IssuedFile(name, self._issued[name]) for name in sorted(earlier))
        self._folder.write(REGISTER, write_csv_table(_COLUMNS, [*lines.values(), *kept]))
