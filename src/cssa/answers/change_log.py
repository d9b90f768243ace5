"""The change log beside an answers file: who changed what and when, a line for each change."""

import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from cssa.messages.system_errors import system_reason
from cssa.messages.wording import CodedWord

_LINE_KEYS = frozenset(("at", "by", "command", "file", "from", "to"))


def log_path(answers: Path) -> Path:
    """Return the path of the change log of an answers file: beside the file that it leads to."""
    target = Path(os.path.realpath(answers))
    return target.with_name(f"{target.stem}.log.jsonl")


class ChangeLog:
    """Appends to change logs. Nothing reads them: figures come from the answers alone.

    Args:
        by: who makes the changes, as far as known.
        command: the command that saves them.
        now: returns the time, with its zone.

    Attributes:
        failure: why a line could not be written, None where all were.
    """

    def __init__(self, by: str, command: str, now: Callable[[], datetime]) -> None:
        self._by = by
        self._command = command
        self._now = now
        self.failure: CodedWord | str | None = None

    def append(self, answers: Path, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Append a line for each practice and each fact that differs.

        What was saved is not undone where this fails; ``failure`` then says why.

        Args:
            answers: the answers file, saved already.
            before: its plain values before.
            after: its plain values now.
        """
        head = {
            "at": self._now().isoformat(timespec="seconds"),
            "by": self._by,
            "command": self._command,
            "file": answers.name,
        }
        lines = [
            json.dumps({**head, **change}, ensure_ascii=False, default=str)
            for change in _changes(before, after)
        ]
        if not lines:
            return
        data = "".join(f"{line}\n" for line in lines).encode()
        try:
            if not _append(log_path(answers), answers, data):
                self.failure = CodedWord("answers.not_a_log")
        except OSError as error:
            self.failure = system_reason(error)


def _append(path: Path, answers: Path, data: bytes) -> bool:
    """Append to a log; a new one may be read and written by those who may do so with the answers.

    Returns:
        Whether the file is a change log; another is left as it is.

    Raises:
        OSError: when it cannot be written.
    """
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    is_new = not path.exists()
    handle = os.open(path, flags, 0o600)
    with os.fdopen(handle, "ab+", buffering=0) as stream:
        if is_new:
            path.chmod(stat.S_IMODE(answers.stat().st_mode) & 0o666)
        stream.seek(0)
        first = stream.readline()
        if first and not _is_line(first):
            return False
        if first:
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":  # the line before was cut off
                data = b"\n" + data
        stream.write(data)
    return True


def _is_line(line: bytes) -> bool:
    try:
        value = json.loads(line)
    except ValueError:
        return False
    return isinstance(value, dict) and value.keys() >= _LINE_KEYS


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what differs: answers whole, facts of the header by their path."""
    for name, values in (("fact", _facts), ("practice", _answers)):
        old, new = values(before), values(after)
        for key in {**old, **new}:
            if old.get(key) != new.get(key):
                yield {name: key, "from": old.get(key), "to": new.get(key)}


def _answers(document: Mapping[str, Any]) -> dict[str, Any]:
    return dict(document.get("answers") or {})


def _facts(document: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return everything but the answers, by path with dots between."""
    facts: dict[str, Any] = {}
    for key, value in document.items():
        path = f"{prefix}{key}"
        if path == "answers":
            continue
        if isinstance(value, Mapping) and value:
            facts |= _facts(value, f"{path}.")
        else:
            facts[path] = value
    return facts
