"""``cssa assess`` line by line."""

from collections.abc import Callable, Mapping

from cssa.answers.answers_file import AnswersFile
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.use import use_lines
from cssa.cli.assess_request import AssessRequest
from cssa.cli.environment import today
from cssa.cli.exit_codes import ExitCode
from cssa.cli.help_layout import page_width
from cssa.cli.interview_run import InterviewRun
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.run_change_log import note_failure
from cssa.cli.terminal import Terminal
from cssa.engine.scoring import Criteria
from cssa.interview.answer_text import AnswerText
from cssa.interview.checklist_choice import choose_checklist
from cssa.interview.dialogue import Dialogue, InterviewLeft
from cssa.interview.line_mode import LineInterview
from cssa.interview.line_review import LineReview, ask_reviewer
from cssa.interview.reviewing import Reviewer
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.messages import fitting
from cssa.scheme.level_wording import LevelWording


def run_in_lines(request: AssessRequest) -> int:
    """Run an interview or review line by line.

    Args:
        request: what was asked for.
    """
    interview = LineRun(request)
    try:
        interview.run()
    except KeyboardInterrupt:
        code = "assess.interrupted" if interview.has_file else "assess.nothing_written"
        note("\n" + t(code, **fitting(code, {"path": request.answers})))
        return ExitCode.INTERRUPTED
    finally:
        note_failure(interview.change_log)
    return ExitCode.DONE


class LineRun(InterviewRun):
    """One interview or review in lines; arguments are those of ``InterviewRun``."""

    def __init__(self, request: AssessRequest) -> None:
        super().__init__(request)
        self._dialogue = Dialogue(Terminal(is_plain=request.is_plain), current(), today())

    def run(self) -> None:
        """Ask until the end, or until the user leaves."""
        try:
            edition = self._edition() if self.has_file else self._choose_edition()
        except (InterviewLeft, EOFError):
            self._dialogue.show("assess.nothing_written")
            return
        criteria = self._criteria(edition)
        setup = Setup(
            self._dialogue,
            self._asked(edition, criteria),
            self._workspace.scoring_data.sectors,
        )
        last_answers = self._previous_answers(edition)
        self._dialogue.show("assess.title", title=edition.checklist.title.get(current()))
        for text in (
            *use_lines(edition.checklist, current()),
            source_disclaimer(edition.checklist, current()),
        ):
            self._dialogue.show_item(text, 0, 0)
        try:
            store = (
                self._open(edition, self._dialogue.prompter.show)
                if self.has_file
                else self._make(edition, setup)
            )
        except (InterviewLeft, EOFError):
            self._dialogue.show("assess.nothing_written")
            return
        is_alone = self._request.is_read_only or store.start_session()
        if not is_alone and not self._is_shared():
            return
        try:
            if self._request.role is None:
                bookmark = self._bookmark()
                session = self._session(edition, store, criteria, last_answers, bookmark)
                self._interview(store, session, setup, self._bookmark_saver(bookmark))
            else:
                self._review(edition, store, criteria, last_answers)
        finally:
            store.end_session()

    def _choose_edition(self) -> Edition:
        offered = self._offered()
        return offered[0] if len(offered) == 1 else choose_checklist(self._dialogue, offered)

    def _make(self, edition: Edition, setup: Setup) -> AnswersFile:
        self._dialogue.show_blank_line()
        self._dialogue.show("assess.setup.intro", path=self._path)
        store = self._create(edition, setup.ask_identity())
        self._dialogue.show_blank_line()
        self._dialogue.show("assess.created", path=self._path)
        return store

    def _is_shared(self) -> bool:
        """Return whether to go on beside another session that has the file open."""
        self._dialogue.show("assess.other_sitting", path=self._path)
        try:
            return self._dialogue.confirm("other_sitting")
        except (InterviewLeft, EOFError):
            return False

    def _interview(
        self,
        store: AnswersFile,
        session: Session,
        setup: Setup,
        save_bookmark: Callable[[str], None],
    ) -> None:
        edition, criteria = session.edition, session.criteria
        LineInterview(
            self._saver(store, session),
            setup,
            self._scales(edition),
            show_figures=lambda submission: self._show_figures(edition, criteria, submission),
            save_bookmark=save_bookmark,
            cases_of=lambda practice: self._cases_of(practice, edition, store.submission),
            file_arguments=self._arguments,
        ).run()

    def _review(
        self,
        edition: Edition,
        store: AnswersFile,
        criteria: Criteria,
        last_answers: Mapping[str, Answer],
    ) -> None:
        """Go through the self-ratings as another line."""
        role, by = self._request.role, self._request.by
        if role is None:
            return
        try:
            reviewer = (
                Reviewer(role, by) if by else ask_reviewer(self._dialogue, role, store.submission)
            )
        except (InterviewLeft, EOFError):
            self._dialogue.show("assess.as.nothing_written")
            return
        bookmark = self._bookmark()
        session = self._review_session(edition, store, criteria, last_answers, bookmark, reviewer)
        LineReview(
            self._saver(store, session),
            session,
            self._scales(edition),
            show_figures=lambda submission: self._show_figures(edition, criteria, submission),
            save_bookmark=self._bookmark_saver(bookmark),
            cases_of=lambda practice: self._cases_of(practice, edition, store.submission),
            file_arguments=self._arguments,
        ).run()

    def _scales(self, edition: Edition) -> LevelWording:
        return self._workspace.scoring_data.level_wording(edition.checklist)

    def _saver(self, store: AnswersFile, session: Session) -> AnswerSaver:
        return AnswerSaver(
            self._dialogue,
            session,
            store,
            AnswerText(self._dialogue, self._scales(session.edition)),
            is_read_only=self._request.is_read_only,
        )

    def _show_figures(self, edition: Edition, criteria: Criteria, submission: Submission) -> None:
        # Like the rest of the dialogue without colours, for screen readers too.
        emit(self._figures(edition, criteria, submission, page_width()))
