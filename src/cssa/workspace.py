"""Scoring data, checklists and criteria of one run, independent of environment and clock."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cssa.answers.loading import LoadedAnswers, check_answers, read_answers, with_notes
from cssa.checklist.catalogue import Catalogue, CatalogueEntry, Edition
from cssa.checklist.model import Checklist
from cssa.datafile.cache import CompiledCache
from cssa.engine.result import Result
from cssa.engine.scoring import Criteria, score_submission
from cssa.errors import InputError, Problem
from cssa.scheme.scoring_data import DEFAULT_SCHEME, ScoringData

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from cssa.forms.reading import ReadingContext
    from cssa.library.shipped import ShippedLibrary

DEFAULT_CHECKLIST = "fsa-cyber-guideline"
"""Id of the checklist that is asked where none is named."""

_WORKBOOK_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks of any age begin; text never does."""


_PAGE_STARTS = (b"{", b"<")
"""How what a form in the browser saves begins, after blanks."""


def is_form(data: bytes) -> bool:
    """Return whether an input is a filled form: a workbook, or what a page saved."""
    if is_workbook(data):
        return True
    if not data[:100].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_PAGE_STARTS):
        return False
    from cssa.forms.page.answers_block import is_page

    return is_page(data)


def is_workbook(data: bytes) -> bool:
    """Return whether an input is a workbook of any age, rather than text."""
    return data[:4] in _WORKBOOK_SIGNATURES


class Assessment(NamedTuple):
    """Answers with the checklist and criteria that they are assessed by, and their result."""

    answers: LoadedAnswers
    edition: Edition
    criteria: Criteria
    result: Result

    @property
    def why_empty(self) -> str:
        """The message that says why an empty result is empty."""
        if not self.answers.submission.has_answers:
            return "score.nothing"
        return "score.nothing_counted" if self.result.scored else "score.nothing_finished"


class Workspace:
    """Reads, checks and scores answers with data that is loaded once it is needed.

    Args:
        checklist: a checklist's folder, ``checklist.yaml``, id or ``ID@VERSION``; it comes before
            all others.
        folders: the user's own folders of checklists, as ``<id>/<version>/checklist.yaml``.
        cache: folder of compiled data; None stores none.

    Attributes:
        scoring_data: schemes, targets, scales, sectors and profile questions.
        catalogue: the checklists available.
    """

    def __init__(
        self,
        checklist: str | Path | None = None,
        folders: Sequence[Path] = (),
        cache: Path | None = None,
    ) -> None:
        self._compiled = compiled = CompiledCache(cache)
        self.scoring_data = ScoringData(compiled)
        self.catalogue = Catalogue(
            vocabulary=lambda: self.scoring_data.vocabulary,
            given=checklist,
            folders=folders,
            cache=compiled,
        )

    def edition(self, checklist_id: str, version: str | None = None) -> Edition:
        """Return a checklist.

        Args:
            checklist_id: its id.
            version: the newest where None.

        Raises:
            InputError: when there is none, or it cannot be read.
        """
        self.catalogue.named_entry()  # refused where it is none, whatever is asked for
        return self.catalogue.load(self.catalogue.find(checklist_id, version))

    def load_shipped(self) -> None:
        """Load everything that ships, which compiles it into the cache."""
        for entry in self.catalogue.entries():
            self.edition(entry.id, entry.version)
        self.scoring_data.load_shipped()
        self.library.load_shipped()

    @cached_property
    def library(self) -> "ShippedLibrary":
        """What ships beside the checklists."""
        from cssa.library.shipped import ShippedLibrary

        return ShippedLibrary(self._compiled, self.scoring_data)

    def practices_of(self, checklist_id: str) -> "AbstractSet[str] | None":
        """Return the ids of the practices of a checklist's newest version.

        Args:
            checklist_id: its id.

        Returns:
            None where there is no such checklist.

        Raises:
            InputError: when it cannot be read.
        """
        try:
            entry = self.catalogue.find(checklist_id)
        except InputError:
            return None
        return self.catalogue.load(entry).checklist.placed.keys()

    def asked_entry(self) -> CatalogueEntry:
        """Return the checklist to ask: the one that the user named, else the newest default one.

        Raises:
            InputError: when there is none of that name, or it is in two places.
        """
        return self.catalogue.named_entry() or self.catalogue.find(DEFAULT_CHECKLIST)

    def edition_of(self, answers: LoadedAnswers) -> Edition:
        """Return the checklist that answers name, with the rows that they name.

        Raises:
            InputError: when it is not available, at the place where they name it.
        """
        self.catalogue.named_entry()  # refused where it is none, whatever is answered
        named = answers.submission.checklist
        try:
            entry = self.catalogue.find(named.id, named.version)
        except InputError as error:
            raise InputError(_placed(problem, answers) for problem in error.problems) from None
        return self.catalogue.load(entry).with_rows(answers.submission.lists)

    def criteria(
        self, checklist: Checklist, scheme: str | None = None, targets: str | None = None
    ) -> Criteria:
        """Return the scheme, targets and profile questions that answers are scored by.

        Args:
            checklist: what is answered; one that is not scored has no targets.
            scheme: id or path; the default where None.
            targets: id or path; those of the checklist where None.

        Raises:
            InputError: when there is no such scheme or targets, the file is wrong, or its levels
                are not those of the checklist.
        """
        named = targets if targets and checklist.scored else checklist.default_targets
        return Criteria(
            scheme=self.scoring_data.scheme(scheme or DEFAULT_SCHEME),
            targets=self.scoring_data.targets(named, checklist),
            profile=self.scoring_data.profile,
            threats=self.scoring_data.threats,
        )

    def read_answers(self, data: bytes, path: str) -> LoadedAnswers:
        """Read answers as YAML, JSON or a filled form, recognised by content.

        Args:
            data: content of the file.
            path: the file's name for messages.

        Raises:
            InputError: with every problem that shows without the checklist; of a form, with every
                problem.
        """
        if not is_form(data):
            return with_notes(read_answers(data, path), self.scoring_data.sectors)
        from cssa.forms.form_reader import complete_answers, read_form

        return complete_answers(read_form(data, path, self.form_context))

    def check(self, answers: LoadedAnswers, edition: Edition) -> None:
        """Check answers against their checklist and the scoring data.

        Args:
            answers: what has been read.
            edition: the checklist that they answer.

        Raises:
            InputError: with everything that is unknown or not allowed.
        """
        check_answers(answers, edition, self.scoring_data.profile, self.scoring_data.sectors)

    def assess(
        self,
        data: bytes,
        path: str,
        *,
        as_of: date,
        scheme: str | None = None,
        targets: str | None = None,
    ) -> Assessment:
        """Read, check and score answers.

        Args:
            data: YAML, JSON or a filled form.
            path: the file's name for messages.
            as_of: date on which treatments must be valid.
            scheme: id or path; the default where None.
            targets: id or path; those of the checklist where None.

        Raises:
            InputError: with the problems of the first step that has any.
        """
        answers = self.read_answers(data, path)
        edition = self.edition_of(answers)
        criteria = self.criteria(edition.checklist, scheme, targets)
        self.check(answers, edition)
        result = score_submission(edition, answers.submission, criteria, as_of=as_of)
        return Assessment(answers, edition, criteria, result)

    @cached_property
    def form_context(self) -> "ReadingContext":
        """Checklists and scoring data that forms are read with."""
        from cssa.forms.reading import ReadingContext

        return ReadingContext(self.edition, self.scoring_data)


def _placed(problem: Problem, answers: LoadedAnswers) -> Problem:
    """Return an unknown checklist or version as a problem of the place where answers name it."""
    if problem.location is not None:
        return problem
    key = "version" if problem.code == "checklist.unknown_version" else "id"
    path = ("checklist", key)
    return Problem(problem.code, problem.params, answers.document.location(path), path)
