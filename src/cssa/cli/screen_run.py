"""``cssa assess`` on the whole screen: what it opens, and what is said once it is closed."""

from collections.abc import Mapping
from typing import Any

from cssa.answers.answers_file import AnswersFile
from cssa.answers.approval import is_changed_since_approval
from cssa.answers.reviewed_answer import LINES, former_reviewer
from cssa.checklist.catalogue import Edition
from cssa.cli.assess_request import AssessRequest
from cssa.cli.environment import today
from cssa.cli.interview_run import InterviewRun
from cssa.cli.language import current, t
from cssa.cli.output import note
from cssa.interview.answer_text import AnswerText
from cssa.interview.drafts import Drafts
from cssa.interview.facts import InstitutionFacts
from cssa.interview.recording import Recorder
from cssa.interview.reviewing import Reviewer
from cssa.interview.words import Words
from cssa.tui.model import NewFile, NewReview, ScreenModel


class ScreenRun(InterviewRun):
    """One interview or review on the whole screen; arguments are those of ``InterviewRun``."""

    def __init__(self, request: AssessRequest) -> None:
        super().__init__(request)
        self._store: AnswersFile | None = None
        self._words = Words(current())

    def open(self) -> ScreenModel | NewFile | NewReview:
        """Open the interview, or return what has to be asked before it can be opened."""
        role, by = self._request.role, self._request.by
        if not self.has_file:
            return NewFile(
                words=self._words,
                today=today(),
                path=self._path,
                offered=self._offered(),
                sectors=self._workspace.scoring_data.sectors.sectors,
                create=self._make,
            )
        if role is None:
            return self._open_model(None)
        if by:
            return self._open_model(Reviewer(role, by))
        submission = AnswersFile.read_unchecked(self._path).submission
        return NewReview(
            words=self._words,
            today=today(),
            role=role,
            former=former_reviewer(submission, LINES[role]),
            open=lambda by: self._open_model(Reviewer(role, by)),
        )

    def _make(self, edition: Edition, identity: Mapping[str, Any]) -> ScreenModel:
        self._criteria(edition)  # a domain that it does not have is refused before it is made
        self._create(edition, identity)
        return self._open_model(None, is_new=True)

    def _open_model(self, reviewer: Reviewer | None, *, is_new: bool = False) -> ScreenModel:
        edition = self._edition()
        criteria = self._criteria(edition)
        last_answers = self._previous_answers(edition)
        superseded: list[str] = []
        is_read_only = self._request.is_read_only
        store = self._open(edition, superseded.append)
        is_shared = not is_read_only and not store.start_session()
        if not is_shared and not is_read_only:
            self._store = store
        bookmark = self._bookmark()
        session = (
            self._session(edition, store, criteria, last_answers, bookmark)
            if reviewer is None
            else self._review_session(edition, store, criteria, last_answers, bookmark, reviewer)
        )
        words = self._words
        scales = self._workspace.scoring_data.level_wording(edition.checklist)
        return ScreenModel(
            recorder=Recorder(session, store, AnswerText(words, scales), is_read_only=is_read_only),
            words=words,
            scales=scales,
            facts=InstitutionFacts(
                words, self._asked(edition, criteria), self._workspace.scoring_data.sectors
            ),
            drafts=Drafts(self._path),
            today=today(),
            cases_of=lambda practice: self._cases_of(practice, edition, store.submission),
            figures=lambda submission, width: self._figures(edition, criteria, submission, width),
            save_bookmark=self._bookmark_saver(bookmark),
            is_read_only=is_read_only,
            is_shared=is_shared,
            is_new=is_new,
            opening="".join(superseded),
        )

    def close(self) -> None:
        """Close the file."""
        if self._store is not None:
            self._store.end_session()

    def say_where_it_was_left(self, model: ScreenModel | None) -> None:
        """Say what is saved, and how to go on.

        Args:
            model: the interview as it was left; None where the user left before it was opened.
        """
        if self._request.is_read_only:
            return
        is_review = self._request.role is not None
        if model is None:
            note(t("assess.as.nothing_written" if is_review else "assess.nothing_written"))
            return
        progress = model.session.progress()
        counts = {"done": progress.answered, "of": progress.total}
        if is_review:
            self._say("assess.as.goodbye", **counts, path=self._arguments)
        else:
            counted = ".confirmed" if model.session.asks_to_confirm else ""
            self._say(f"assess.goodbye{counted}", **counts)
            self._say(f"assess.resume{counted}", path=self._arguments)
            self._say("assess.see_figures", path=self._arguments)
        if is_changed_since_approval(model.session.submission):
            self._say("assess.changed_after_approval", path=self._arguments)
        if model.recorder.not_saved:
            names = self._words.joined(model.recorder.not_saved)
            self._say("assess.left_unsaved", names=names)

    def _say(self, code: str, **params: object) -> None:
        from cssa.cli.terminal import Terminal

        Terminal().show(self._words.message(code, **params), hang=2)
