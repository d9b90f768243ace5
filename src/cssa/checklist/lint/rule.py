"""What a lint rule is, the checklist it gets to check, and its findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cssa.checklist.draft import Draft
from cssa.checklist.model import Checklist, Domain, PlacedPractice, Practice
from cssa.checklist.vocabulary import Vocabulary
from cssa.datafile.reader import Document
from cssa.datafile.types import Text
from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages import fitting

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class LintContext:
    """The checklist to check, with what it may refer to."""

    draft: Draft
    vocabulary: Vocabulary

    @property
    def checklist(self) -> Checklist:
        """The checklist as a model."""
        return self.draft.checklist

    @cached_property
    def practices(self) -> tuple[tuple[PlacedPractice, KeyPath], ...]:
        """Every practice with its path in its domain's document, in checklist order."""
        return tuple(self._practices())

    def _practices(self) -> Iterator[tuple[PlacedPractice, KeyPath]]:
        for domain in self.checklist.domains:
            for index, practice in enumerate(domain.practices):
                yield PlacedPractice(practice, domain, None), ("practices", index)
            for section_index, section in enumerate(domain.sections):
                for index, practice in enumerate(section.practices):
                    path = ("sections", section_index, "practices", index)
                    yield PlacedPractice(practice, domain, section), path

    @cached_property
    def files(self) -> tuple[tuple[Domain, Document], ...]:
        """Every domain with the document it was read from."""
        return tuple(zip(self.checklist.domains, self.draft.documents, strict=True))

    def document(self, placed: PlacedPractice) -> Document:
        """Return the document that contains a practice."""
        return next(document for domain, document in self.files if domain is placed.domain)

    def problem(
        self, code: str, placed: PlacedPractice, path: KeyPath, **params: object
    ) -> Problem:
        """Return a problem in a practice's document.

        Args:
            code: key of the message.
            placed: the practice.
            path: the value concerned, from the document's root.
            params: values for the message's placeholders; ``practice``, the id, need not be given.
        """
        facts = {"practice": placed.practice.id, **params}
        return _problem_in(self.document(placed), code, path, fitting(code, facts))

    def header_problem(self, code: str, path: KeyPath, **params: object) -> Problem:
        """Return a problem in ``checklist.yaml``.

        Args:
            code: key of the message.
            path: the value concerned, from the document's root.
            params: values for the message's placeholders.
        """
        return _problem_in(self.draft.header_document, code, path, params)


def _problem_in(
    document: Document, code: str, path: KeyPath, params: Mapping[str, object]
) -> Problem:
    existing = document.existing_path(path)
    return Problem(code, params, document.location(existing), existing)


@dataclass(frozen=True, slots=True)
class LintRule:
    """A rule that checklists are checked against.

    Attributes:
        id: its stable name; ``lint.<id>`` is the code of its message.
        severity: a checklist with an ``error`` cannot be used.
        check: yields a problem for each violation.
    """

    id: str
    severity: Severity
    check: Callable[[LintContext], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class LintFinding:
    """A violation of a rule."""

    rule: LintRule
    problem: Problem

    @property
    def is_error(self) -> bool:
        """Whether the checklist cannot be used because of it."""
        return self.rule.severity == "error"


def texts_of(practice: Practice) -> Iterator[tuple[KeyPath, Text]]:
    """Yield every text of a practice with its path below the practice."""
    for name in ("title", "question", "conditions", "why", "pitfalls", "improve", "unit"):
        text = getattr(practice, name)
        if text is not None:
            yield (name,), text
    for name in ("points", "evidence", "options", "rows"):
        for index, text in enumerate(getattr(practice, name)):
            yield (name, index), text
