"""The list of passwords: what opens the protected files of which sender."""

import re
from collections.abc import Iterable, Iterator

from cssa.datafile.csv_table import CsvColumn, CsvRow, CsvTable, read_csv_table
from cssa.errors import InputError, Problem
from cssa.lists.file_paths import comparable_file_name

COLUMNS = (CsvColumn("sender", required=True), CsvColumn("password", required=True))

MAX_TRIED = 20
"""Passwords that are tried on one file."""

_WORD = re.compile(r"[^\W_]+")
_MAX_SENDER = 64
_MASK = "…"


class Password(str):
    """A password, which no error and no log shows."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return nothing of it."""
        return f"{type(self).__name__}({_MASK})"


class PasswordList:
    """Passwords by whose files they open: mail address, domain or institution id.

    Args:
        entries: each sender with a password; a sender may have several.
    """

    def __init__(self, entries: Iterable[tuple[str, Password]] = ()) -> None:
        self._by_sender: dict[str, list[Password]] = {}
        for sender, password in entries:
            key = comparable_file_name(sender.removeprefix("@"))
            self._by_sender.setdefault(key, []).append(password)

    def for_file(self, path: str, senders: Iterable[str]) -> tuple[Password, ...]:
        """Return the passwords that may open a file, the most specific first.

        Args:
            path: the file's, in which an institution's id may stand.
            senders: addresses of those who sent it.
        """
        if not self._by_sender:
            return ()
        keys = [key for sender in senders for key in _sender_keys(sender)]
        passwords = dict.fromkeys(
            password
            for key in (*keys, *_words(comparable_file_name(path)))
            for password in self._by_sender.get(key, ())
        )
        return tuple(passwords)[:MAX_TRIED]


def read_passwords(data: bytes, path: str) -> PasswordList:
    """Read a list of passwords.

    Args:
        data: CSV.
        path: the input's name for messages.

    Raises:
        InputError: with all problems of the table, none of which quotes it.
    """
    try:
        table = read_csv_table(data, path, COLUMNS)
        entries = table.parse_rows(lambda row: _entry(row, table))
        table.raise_problems()
    except InputError as error:
        raise InputError(map(_masked, error.problems), error.further) from None
    return PasswordList(entries)


def _entry(row: CsvRow, table: CsvTable) -> tuple[str, Password]:
    sender, password = row["sender"], row["password"]
    for cell in (sender, password):
        if not cell.text.strip():
            table.problems.append(cell.problem("table.blank"))
    return sender.normalized, Password(password.text.strip())


def _masked(problem: Problem) -> Problem:
    """Return a problem without what the table holds: any cell may be a password."""
    quoted = problem.params.keys() & {"found", "heading"}
    is_own = problem.code == "table.column_missing"  # names a heading that ought to be there
    params = problem.params if is_own else {**problem.params, **dict.fromkeys(quoted, _MASK)}
    return problem._replace(params=params)


def _sender_keys(address: str) -> Iterator[str]:
    """Yield an address, its domain, and the domains above that have at least two labels."""
    folded = comparable_file_name(address)
    yield folded
    labels = folded.rpartition("@")[2].split(".")
    for start in range(len(labels) - 1):
        yield ".".join(labels[start:])


def _words(path: str) -> Iterator[str]:
    """Yield every group of neighbouring words of a path, as long as an id may be."""
    spans = [word.span() for word in _WORD.finditer(path)]
    for number, (start, _) in enumerate(spans):
        for _, end in spans[number:]:
            if end - start > _MAX_SENDER:
                break
            yield path[start:end]
