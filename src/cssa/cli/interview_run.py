"""One interview: its answers file, checklist and criteria, for lines and for the whole screen."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from cssa.answers.answers_file import AnswersFile
from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.changes import VersionChanges
from cssa.checklist.practice import Owner
from cssa.cli.advised import advised_arguments
from cssa.cli.assess_request import AssessRequest
from cssa.cli.bookmarks import Bookmark
from cssa.cli.environment import cache_folder, open_workspace, today
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files
from cssa.cli.run_change_log import open_change_log
from cssa.engine.asked_questions import asked_questions
from cssa.engine.scoring import Criteria
from cssa.engine.scoring import score_submission as score
from cssa.errors import InputError, Problem, UsageError
from cssa.interview.reviewing import Reviewer, ReviewSession
from cssa.interview.session import PracticeFilter, Session
from cssa.library.related_cases import PracticeCases, RelatedCase
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.scheme.profile import ProfileQuestions
from cssa.signature import OutputKind


class InterviewRun:
    """One interview with its answers file and checklist.

    Args:
        request: what was asked for.

    Attributes:
        has_file: there is an answers file, so that what was confirmed is in it.
        change_log: logs what is saved; None logs nothing.

    Raises:
        UsageError: when something is asked for that there is not.
        InputError: when there is nothing to review.
    """

    def __init__(self, request: AssessRequest) -> None:
        answers, role = request.answers, request.role
        inputs = (request.previous, *checklist_files(request.checklist))
        check_outputs(Output(answers, OutputKind.ANSWERS, inputs, updates=True))
        if role is not None and not answers.exists():
            raise InputError([Problem("assess.as.no_file", {}, Location(str(answers)))])
        self.has_file = request.has_file
        if request.is_read_only and not self.has_file:
            raise UsageError([Problem("assess.read_only_missing", {"path": str(answers)})])
        self.change_log = None
        if not request.is_read_only:
            command = "assess" if role is None else f"assess --as {role}"
            self.change_log = open_change_log(command, request.by)
        self._request = request
        self._path = answers
        self._workspace = open_workspace(request.checklist)
        self._practice_filter = PracticeFilter(
            tier=request.tier,
            domain=request.domain,
            owner=_owner(request.owner),
            only=request.only,
        )

    @property
    def _arguments(self) -> str:
        """The file, and the checklist where it is one of the user's own, for another command."""
        return advised_arguments(self._path, self._request.checklist)

    def _criteria(self, edition: Edition) -> Criteria:
        """Return what answers are scored by; refuse a domain that the checklist does not have."""
        _check_domain(edition, self._practice_filter.domain)
        return self._workspace.criteria(edition.checklist)

    def _asked(self, edition: Edition, criteria: Criteria) -> ProfileQuestions:
        """Return the facts that a checklist uses."""
        return asked_questions(edition.checklist, criteria.targets, criteria.profile)

    def _session(
        self,
        edition: Edition,
        store: AnswersFile,
        criteria: Criteria,
        last_answers: Mapping[str, Answer],
        bookmark: Bookmark,
    ) -> Session:
        return Session(
            edition,
            store.submission,
            criteria,
            as_of=today(),
            practice_filter=self._practice_filter,
            previous_answers=last_answers,
            changes=self._changes(edition),
            bookmark=bookmark.read(),
        )

    def _review_session(
        self,
        edition: Edition,
        store: AnswersFile,
        criteria: Criteria,
        last_answers: Mapping[str, Answer],
        bookmark: Bookmark,
        reviewer: Reviewer,
    ) -> ReviewSession:
        return ReviewSession(
            edition,
            store.submission,
            criteria,
            reviewer=reviewer,
            as_of=today(),
            practice_filter=self._practice_filter,
            previous_answers=last_answers,
            bookmark=bookmark.read(),
        )

    def _bookmark(self) -> Bookmark:
        """Return the place in the file; a reviewing line has one of its own."""
        path, role = self._path, self._request.role
        return Bookmark(
            cache_folder(), path if role is None else path.with_name(f"{path.name} {role}")
        )

    def _bookmark_saver(self, bookmark: Bookmark) -> Callable[[str], None]:
        """Return what remembers the practice shown; read-only, nothing is written."""
        return (lambda _: None) if self._request.is_read_only else bookmark.write

    def _edition(self) -> Edition:
        """Return the checklist of a file; refuse a file of another one than was named."""
        loaded = AnswersFile.read_unchecked(self._path)
        if self._request.checklist is not None:
            named = self._workspace.asked_entry().key
            answered = (loaded.submission.checklist.id, loaded.submission.checklist.version)
            if named != answered:
                params = {"found": " ".join(answered), "wanted": " ".join(named)}
                where = loaded.document.location(("checklist",))
                raise InputError([Problem("assess.other_checklist", params, where, ("checklist",))])
        return self._workspace.edition_of(loaded)

    def _offered(self) -> Sequence[Edition]:
        """Return the checklists that a new file may be of: the one named, or all to choose from."""
        catalogue = self._workspace.catalogue
        if self._request.checklist is not None:
            return (catalogue.load(self._workspace.asked_entry()),)
        newest = [listed.entry for listed in catalogue.listing() if listed.standing == "newest"]
        editions: list[Edition] = []
        for entry in newest:
            with contextlib.suppress(InputError):  # ``checklist list`` says what is wrong with it
                editions.append(catalogue.load(entry))
        return [edition for edition in editions if not edition.checklist.historical]

    def _open(self, edition: Edition, say: Callable[[str], None]) -> AnswersFile:
        answers_file = AnswersFile.open(self._path, **self._file_options(edition))
        bound_to = answers_file.submission.checklist.fingerprint
        supersession = edition.checklist.supersession(bound_to)
        if supersession is not None and not self._request.is_read_only:
            concerned = answers_file.bind(edition.fingerprint, supersession)
            reason = supersession.reason.get(current())
            say(t("assess.superseded", count=len(concerned), reason=reason))
        return answers_file

    def _create(self, edition: Edition, identity: Mapping[str, Any]) -> AnswersFile:
        header = {
            "checklist": {
                "id": edition.checklist.id,
                "version": edition.checklist.version,
                "fingerprint": edition.fingerprint,
            },
            "institution": identity,
        }
        store = AnswersFile.create(self._path, header, **self._file_options(edition))
        self.has_file = True
        return store

    def _previous_answers(self, edition: Edition) -> dict[str, Answer]:
        previous = self._request.previous
        if previous is None:
            return {}
        from cssa.cli.previous import previous_answers  # loads what compares results

        return previous_answers(self._workspace, previous, edition.checklist.id)

    def _changes(self, edition: Edition) -> VersionChanges | None:
        """Return what became of the questions since the version before, where that is said."""
        catalogue, asked = self._workspace.catalogue, edition.checklist
        located = catalogue.changes(catalogue.find(asked.id, asked.version))
        return None if located is None else located.changes

    def _cases_of(
        self, practice: str, edition: Edition, submission: Submission
    ) -> Sequence[RelatedCase]:
        sector = submission.institution.sector
        library = self._workspace.library.incidents
        return PracticeCases(library, edition.checklist.id, sector).of(practice)

    def _figures(
        self, edition: Edition, criteria: Criteria, submission: Submission, width: int
    ) -> str:
        from cssa.cli.pages import plain
        from cssa.reports import score_text

        page = score_text.page(
            score(edition, submission, criteria, as_of=today()),
            edition.checklist,
            criteria,
            lang=current(),
            answers=self._arguments,
            submission=submission,
        )
        return plain(page, width)

    def _file_options(self, edition: Edition) -> dict[str, Any]:
        def check(loaded: LoadedAnswers) -> None:
            self._workspace.check(loaded, edition)

        return {
            "check": check,
            "order": list(edition.checklist.placed),
            "change_log": self.change_log,
        }


def _check_domain(edition: Edition, domain: str | None) -> None:
    known = [known_domain.id for known_domain in edition.checklist.domains]
    if domain is not None and domain not in known:
        params = {"name": domain, "known": listed(known)}
        raise UsageError([Problem("assess.unknown_domain", params)])


def _owner(name: str | None) -> Owner | None:
    if name is None:
        return None
    for owner in get_args(Owner):
        if name in (owner, t(f"owner.{owner}")):
            known: Owner = owner
            return known
    known_names = listed(get_args(Owner))
    raise UsageError([Problem("assess.unknown_owner", {"name": name, "known": known_names})])
