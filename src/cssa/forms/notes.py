"""The workbook of notes: what institutions wrote, and what an issuer marks of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple, get_args

from cssa.checklist.practice import Practice
from cssa.engine.status import Status
from cssa.forms.layout import KEY_SEPARATOR
from cssa.location import FormLocation
from cssa.peers.chapter import ChapterKind

NoteKind = Literal["note", "reason", "answer", "reply"]
"""Beside an answer, why there is none, an answer in words, a reply to a query."""
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)

_DIGEST_LENGTH = 32


class NoteKey(NamedTuple):
    """Which text it is: the same words in a later file are the same text.

    Attributes:
        digest: of the text.
    """

    institution: str
    practice: str
    kind: NoteKind
    digest: str

    @property
    def hidden(self) -> str:
        """The text of the hidden key cell."""
        return KEY_SEPARATOR.join(self)


class Note(NamedTuple):
    """A text that an institution wrote on a practice.

    Attributes:
        level: as filed; None unless answered with one.
    """

    institution: str
    name: str
    practice: Practice
    kind: NoteKind
    text: str
    status: Status | None
    level: int | None

    @property
    def key(self) -> NoteKey:
        """The key that ties it to its mark."""
        digest = sha256(self.text.encode()).hexdigest()[:_DIGEST_LENGTH]
        return NoteKey(self.institution, self.practice.id, self.kind, digest)


class NoteMark(NamedTuple):
    """What an issuer entered beside a text.

    Attributes:
        kind: what the text is an example of.
        wording: what is published, in the issuer's own words; None where another mark of the same
            practice has it.
        shown: the texts of the row, by column, for the case that its text is no longer filed.
        place: of the wording.
    """

    key: NoteKey
    kind: ChapterKind
    wording: str | None
    shown: Mapping[str, str]
    place: FormLocation


@dataclass(frozen=True, slots=True)
class NoteColumn:
    """A column of the workbook.

    Attributes:
        code: identifies it when the workbook is read.
        kind: what a cell holds; ``shown`` cells are not filled in.
        width: in characters.
        heading: code of its message.
    """

    code: str
    kind: Literal["shown", "choice", "text"]
    width: float
    heading: str


COLUMNS = (
    NoteColumn("institution", "shown", 15, "book.review.institution"),
    NoteColumn("name", "shown", 18, "book.review.name"),
    NoteColumn("practice", "shown", 10, "book.review.practice"),
    NoteColumn("title", "shown", 26, "book.review.practice_title"),
    NoteColumn("given", "shown", 11, "book.review.given"),
    NoteColumn("kind", "shown", 10, "book.notes.kind"),
    NoteColumn("text", "shown", 56, "book.notes.text"),
    NoteColumn("mark", "choice", 14, "book.notes.mark"),
    NoteColumn("wording", "text", 56, "book.notes.wording"),
)
SHOWN = tuple(column for column in COLUMNS if column.kind == "shown")
ENTRIES = tuple(column for column in COLUMNS if column.kind != "shown")
