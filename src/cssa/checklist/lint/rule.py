"""What a lint rule is given and what it returns."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cssa.checklist.draft import Draft
from cssa.checklist.model import Checklist, Domain, PlacedPractice, Practice
from cssa.checklist.vocabulary import Vocabulary
from cssa.datafile.reader import Document
from cssa.datafile.types import Text
from cssa.errors import Problem

Severity = Literal["error", "warning"]
Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class LintContext:
    """The checklist under examination."""

    draft: Draft
    vocabulary: Vocabulary

    @property
    def checklist(self) -> Checklist:
        """The checklist's model."""
        return self.draft.checklist

    @cached_property
    def practices(self) -> tuple[tuple[PlacedPractice, Keys], ...]:
        """Every practice with its keys in its domain's document."""
        return tuple(self._practices())

    def _practices(self) -> Iterator[tuple[PlacedPractice, Keys]]:
        for domain in self.checklist.domains:
            for index, practice in enumerate(domain.practices):
                yield PlacedPractice(practice, domain, None), ("practices", index)
            for place, section in enumerate(domain.sections):
                for index, practice in enumerate(section.practices):
                    keys = ("sections", place, "practices", index)
                    yield PlacedPractice(practice, domain, section), keys

    @cached_property
    def files(self) -> tuple[tuple[Domain, Document], ...]:
        """Every domain with the file it was read from."""
        return tuple(zip(self.checklist.domains, self.draft.documents, strict=True))

    def document(self, placed: PlacedPractice) -> Document:
        """Return the file a practice stands in."""
        return next(document for domain, document in self.files if domain is placed.domain)

    def problem(self, code: str, placed: PlacedPractice, keys: Keys, **params: object) -> Problem:
        """Return a problem at ``keys`` of a practice's document."""
        document = self.document(placed)
        known = document.existing_path(keys)
        params.setdefault("practice", placed.practice.id)
        return Problem(code, params, document.location(known), known)

    def header_problem(self, code: str, keys: Keys, **params: object) -> Problem:
        """Return a problem at a place of ``checklist.yaml``."""
        document = self.draft.header_document
        known = document.existing_path(keys)
        return Problem(code, params, document.location(known), known)


@dataclass(frozen=True, slots=True)
class LintRule:
    """One thing that an author gets wrong.

    Attributes:
        id: its stable name, also the code of its message as ``lint.<id>``.
        severity: an ``error`` keeps the checklist from being used.
        check: yields a problem for each place.
    """

    id: str
    severity: Severity
    check: Callable[[LintContext], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class LintFinding:
    """A rule's problem."""

    rule: LintRule
    problem: Problem

    @property
    def is_error(self) -> bool:
        """Whether the checklist must not be used as it stands."""
        return self.rule.severity == "error"


def texts_of(practice: Practice) -> Iterator[tuple[Keys, Text]]:
    """Yield every wording of a practice with its keys below the practice."""
    for name in ("title", "question", "conditions", "guidance", "improve", "unit"):
        text = getattr(practice, name)
        if text is not None:
            yield (name,), text
    for name in ("points", "evidence", "options", "rows"):
        for index, text in enumerate(getattr(practice, name)):
            yield (name, index), text
