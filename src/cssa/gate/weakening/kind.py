"""What a kind of weakening is, and the registry of them."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from cssa import messages
from cssa.answers.submission import Submission
from cssa.datafile.reader import Document
from cssa.datafile.validation import LocatedValues, validate
from cssa.errors import InputError, Problem
from cssa.gate.baseline import KeptResult
from cssa.gate.conditions.condition import Words
from cssa.gate.policy import Policy
from cssa.gate.settings import Settings
from cssa.location import InputLocation, KeyPath, Location
from cssa.messages.wording import listed

ContentT = TypeVar("ContentT")

CONTENTS: dict[str, type] = {
    "cssa.policy/1": Policy,
    "cssa.kept-result/1": KeptResult,
    "cssa.answers/1": Submission,
    "cssa.settings/1": Settings,
}
"""What can be compared, by the schema that a file names."""


class ComparedFile(NamedTuple, Generic[ContentT]):
    """A file in one of its two states."""

    content: ContentT
    document: LocatedValues

    def place(self, *path: str | int) -> InputLocation:
        """Return where something stands, or what holds it where it does not."""
        path_: KeyPath = self.document.existing_path(path)
        return self.document.location(path_, key=True)


class Weakening(NamedTuple):
    """One thing that demands or shows less than before.

    Attributes:
        kind: the name of its kind.
        subject: a rule, practice, flag or file.
        before: what there was, as files write it; None where nothing was.
        after: what there is now; None where it is gone.
        location: where it stands now, or stood.
    """

    kind: str
    subject: str
    before: str | None
    after: str | None
    location: InputLocation

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return f"gate.weaker.{self.kind}"


class WeakeningKind(ABC, Generic[ContentT]):
    """A kind of weakening: everything that is known of it.

    Attributes:
        name: how JSON calls it.
        content: what it is found in.
        words: its sentence, with the placeholders ``subject``, ``before`` and ``after``.
    """

    name: ClassVar[str]
    content: ClassVar[type]
    words: ClassVar[Words]

    @abstractmethod
    def find(self, old: ComparedFile[ContentT], new: ComparedFile[ContentT]) -> Iterator[Weakening]:
        """Yield what is weaker.

        Args:
            old: the file as it was.
            new: the file as it is.
        """

    def at(
        self,
        location: InputLocation,
        subject: str,
        before: object = None,
        after: object = None,
    ) -> Weakening:
        """Return a weakening of this kind.

        Args:
            location: where it stands now, or stood.
            subject: a rule, practice, flag or file.
            before: what there was.
            after: what there is now.
        """
        was, is_now = (None if value is None else str(value) for value in (before, after))
        return Weakening(self.name, subject, was, is_now, location)


WEAKENINGS: dict[str, WeakeningKind[Any]] = {}
"""Every kind by name, in the order in which weakenings are listed."""

KindT = TypeVar("KindT", bound=WeakeningKind[Any])


def register(kind: type[KindT]) -> type[KindT]:
    """Register a kind, and add its words to the catalogue of messages."""
    messages.add({f"gate.weaker.{kind.name}": kind.words})
    WEAKENINGS[kind.name] = kind()
    return kind


def read_compared(document: Document) -> ComparedFile[Any]:
    """Return a file that can be compared.

    Raises:
        InputError: when it is none of ``CONTENTS``, or wrong.
    """
    schema = document.value.get("schema") if isinstance(document.value, dict) else None
    content = CONTENTS.get(schema) if isinstance(schema, str) else None
    if content is None:
        known = {"known": listed(CONTENTS)}
        raise InputError([Problem("policy.diff_unknown", known, Location(document.path))])
    return ComparedFile(validate(content, document), document)


def find_weakenings(old: ComparedFile[Any], new: ComparedFile[Any]) -> tuple[Weakening, ...]:
    """Return what a file demands or shows less than before.

    Args:
        old: the file as it was.
        new: the file as it is.

    Raises:
        InputError: when the two are of different kinds.
    """
    if type(old.content) is not type(new.content):
        raise InputError([Problem("policy.diff_other_kind", {}, Location(new.document.path))])
    return tuple(
        weakening
        for kind in WEAKENINGS.values()
        if isinstance(new.content, kind.content)
        for weakening in kind.find(old, new)
    )
