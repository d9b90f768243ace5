"""What an importer is, and what every one of them is asked and returns."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal

from cssa.importers.crosswalk_outline import CrosswalkOutline
from cssa.importers.losses import Balance
from cssa.importers.outline import Outline

Parents = Literal["practices", "sections"]

ReadingProgress = Callable[[int, int], None]
"""Told how much of a file has been read, of how much."""


@dataclass(frozen=True, kw_only=True)
class ImportRequest:
    """What is to be imported.

    Attributes:
        data: content of the file.
        path: its name for messages.
        languages: codes of the languages to take, the first one first; empty for all that the
            source names. Where a source does not say its language, the first is taken for it.
        csf2: categories and subcategories of the CSF that may be referred to; empty for any.
        parents: what a requirement with further ones below it becomes, where the format leaves
            that open.
        step: told how far reading is.
    """

    data: bytes
    path: str
    languages: tuple[str, ...] = ()
    csf2: frozenset[str] = frozenset()
    parents: Parents = "practices"
    step: ReadingProgress = lambda _done, _total: None


@dataclass(frozen=True, kw_only=True)
class SourceReading:
    """What was read.

    Attributes:
        outline: the checklist; None where the file has none.
        crosswalks: relations between documents that it states.
        balance: what is not carried, and what was decided.
    """

    outline: Outline | None
    crosswalks: tuple[CrosswalkOutline, ...]
    balance: Balance


class Importer(ABC):
    """Reads one format of others.

    Attributes:
        name: what users call it.
        title: what it is called in texts.
        has_parents: it does not say whether a requirement with further ones below it is answered.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    has_parents: ClassVar[bool] = False

    @abstractmethod
    def recognises(self, text: str) -> bool:
        """Return whether a file is of this format.

        Args:
            text: its first 100,000 characters.
        """

    @abstractmethod
    def read(self, request: ImportRequest) -> SourceReading:
        """Return what a file of this format holds.

        Args:
            request: the file.

        Raises:
            InputError: when it cannot be read, with every problem.
        """
