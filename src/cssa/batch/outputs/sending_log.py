"""Append-only logs of what was written to be sent: a line of JSON for each letter or package."""

import json
from collections.abc import Iterable
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field, ValidationError

from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.datafile.types import Bool, Date, Int, Model, Str
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.visible import escaped_json

REMINDERS = f"{PRIVATE}/reminders.jsonl"
DELIVERIES = f"{PRIVATE}/deliveries.jsonl"


class SentEntry(Model):
    """What was written to be sent to somebody on a day.

    Attributes:
        to: whom it is for: the id of an institution, the name of a route; empty for the list of
            mails.
        files: hash of each file, by its name.
    """

    on: Date
    to: str
    files: dict[str, Str]

    @property
    def subject(self) -> tuple[object, ...]:
        """What an entry is about; of several entries about the same, the last one holds."""
        return (self.on, self.to)


class ReminderEntry(SentEntry):
    """A line of ``reminders.jsonl``.

    Attributes:
        kind: of the letter.
        answers: hash of the file whose receipt is acknowledged; None of other letters.
    """

    schema_: Annotated[Literal["cssa.reminder/1"], Field(alias="schema")] = "cssa.reminder/1"
    kind: Literal["submit", "correct", "resend", "act", "receipt", "route", "list"]
    answers: Str | None = None

    @property
    def subject(self) -> tuple[object, ...]:
        """What an entry is about; a route may be called like an institution."""
        return (self.on, self.to, self.kind in ("route", "list"))


class DeliveryEntry(SentEntry):
    """A line of ``deliveries.jsonl``.

    Attributes:
        addresses: that the roster has of the institution.
        edition: of the feedback; None where it is interim, or the package has none.
        interim: whether the feedback shows the institution's own figures alone.
        protected: whether the package needs a password.
        contents: hash of each file in the package, by its name there.
    """

    schema_: Annotated[Literal["cssa.delivery/1"], Field(alias="schema")] = "cssa.delivery/1"
    addresses: tuple[Str, ...] = ()
    edition: Int | None = None
    interim: Bool = False
    protected: Bool = False
    contents: dict[str, Str] = Field(default_factory=dict)


EntryT = TypeVar("EntryT", bound=SentEntry)


class SendingLog(Generic[EntryT]):
    """A log, to which entries are only added.

    Args:
        folder: the batch's.
        name: of the file.
        kind: of its entries.

    Raises:
        InputError: when a line cannot be read.
    """

    def __init__(self, folder: OutFolder, name: str, kind: type[EntryT]) -> None:
        self._folder = folder
        self._name = name
        self._data = folder.read(name) or b""
        self.entries: list[EntryT] = []
        for number, line in enumerate(self._data.splitlines(), start=1):
            try:
                self.entries.append(kind.model_validate_json(line))
            except ValidationError:
                where = Location(str(folder.root / name), number)
                raise InputError([Problem("batch.log_unreadable", {}, where)]) from None

    @property
    def hashes(self) -> frozenset[str]:
        """Hashes of every file that was written."""
        return frozenset(digest for entry in self.entries for digest in entry.files.values())

    def add(self, entries: Iterable[EntryT]) -> None:
        """Add entries, but for those that only repeat the last one about the same."""
        last = {entry.subject: entry for entry in self.entries}
        new = [entry for entry in entries if last.get(entry.subject) != entry]
        if not new:
            return
        lines = b"".join(map(_line, new))
        self._folder.secure(self._name, self._data + lines)
        self._data += lines
        self.entries += new


def _line(entry: SentEntry) -> bytes:
    document = entry.model_dump(mode="json", by_alias=True)
    ordered = {"schema": document.pop("schema"), **document}
    return escaped_json(json.dumps(ordered, ensure_ascii=False)).encode() + b"\n"
