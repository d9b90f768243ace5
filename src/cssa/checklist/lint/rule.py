"""What a lint rule is, the checklist it gets to check, and its findings."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import get_annotations
from typing import ClassVar, Literal, NamedTuple, TypeVar

from cssa.checklist.draft import Draft
from cssa.checklist.model import Checklist, Domain, PlacedPractice
from cssa.checklist.vocabulary import Vocabulary
from cssa.datafile.reader import Document
from cssa.datafile.types import LocalizedText
from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages import fitting

RuleKind = Literal["structural", "editorial"]
"""``structural``: what would make an answer or a figure wrong; ``editorial``: all else."""


class PlacedText(NamedTuple):
    """A text where it stands.

    Attributes:
        text: the text.
        document: the file that has it.
        path: its path there.
        practice: id of the practice that it belongs to, None for other texts.
    """

    text: LocalizedText
    document: Document
    path: KeyPath
    practice: str | None = None

    def problem(self, code: str, in_language: str | None = None, /, **params: object) -> Problem:
        """Return a problem of the text.

        Args:
            code: key of the message.
            in_language: the language concerned, None for the text as a whole.
            params: values for the message's placeholders.
        """
        path = self.path if in_language is None else (*self.path, in_language)
        return _problem_in(self.document, code, path, params)


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
    def texts(self) -> tuple[PlacedText, ...]:
        """Every text, those of the header, domains and sections first."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[PlacedText]:
        header, document = self.draft.header, self.draft.header_document
        for path, text in header.own_texts():
            yield PlacedText(text, document, path)
        for domain, document in self.files:
            for path, text in domain.texts():
                yield PlacedText(text, document, path)
            for index, section in enumerate(domain.sections):
                for path, text in section.texts():
                    yield PlacedText(text, document, ("sections", index, *path))
        for placed, practice_path in self.practices:
            for path, text in placed.practice.texts():
                document = self.document(placed)
                yield PlacedText(text, document, (*practice_path, *path), placed.practice.id)

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


class LintRule(ABC):
    """A rule that checklists are checked against.

    A subclass is registered by ``register``; its messages have the codes ``lint.<id>`` and
    ``lint.<id>.<case>``.

    Attributes:
        id: its stable name, by which a checklist ignores it.
        kind: a checklist that breaks a structural rule cannot be used.
    """

    id: ClassVar[str]
    kind: ClassVar[RuleKind]

    @abstractmethod
    def problems(self, context: LintContext) -> Iterator[Problem]:
        """Yield a problem for each violation.

        Args:
            context: the checklist to check.
        """


RuleT = TypeVar("RuleT", bound=LintRule)

RULES: dict[str, LintRule] = {}
"""Every rule by id, in the order in which they are checked."""

_WITHOUT_DOCSTRINGS = 2  # of sys.flags.optimize


def register(rule: type[RuleT]) -> type[RuleT]:
    """Register a rule.

    Args:
        rule: its class, which this function decorates.

    Raises:
        TypeError: when a part of it is missing, or its id is taken.
    """
    missing = [part for part in get_annotations(LintRule) if not hasattr(rule, part)]
    missing += sorted(rule.__abstractmethods__)
    if rule.__doc__ is None and sys.flags.optimize < _WITHOUT_DOCSTRINGS:
        missing.append("__doc__")
    if missing:
        raise TypeError(f"{rule.__name__}: missing: {', '.join(missing)}")
    if rule.id in RULES:
        raise TypeError(f"{rule.__name__}: id {rule.id!r} is taken")
    RULES[rule.id] = rule()
    return rule


@dataclass(frozen=True, slots=True)
class LintFinding:
    """A violation of a rule."""

    rule: LintRule
    problem: Problem

    @property
    def is_structural(self) -> bool:
        """Whether the checklist cannot be used because of it."""
        return self.rule.kind == "structural"
