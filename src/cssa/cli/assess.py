"""``cssa assess``: answering a checklist in a terminal."""

from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import typer

from cssa.answers.answers_file import AnswersFile
from cssa.answers.change_log import ChangeLog
from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Answer, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.disclaimer import source_disclaimer
from cssa.checklist.practice import Owner
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.bookmarks import Bookmark
from cssa.cli.environment import cache_folder, open_workspace, today
from cssa.cli.exit_codes import ExitCode
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.cli.previous import previous_answers
from cssa.cli.run_change_log import note_failure, open_change_log
from cssa.cli.terminal import Terminal
from cssa.engine.asked_questions import asked_questions
from cssa.engine.scoring import Criteria
from cssa.engine.scoring import score_submission as score
from cssa.errors import InputError, Problem, UsageError
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue, InterviewLeft
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Only, PracticeFilter, Session
from cssa.interview.setup import Setup
from cssa.messages import fitting
from cssa.signature import OutputKind
from cssa.workspace import Workspace

app = new_app("help.assess")

_DEFAULT_ANSWERS = Path("answers.yaml")


@add(app, "help.assess", "assess")
def assess_(
    checklist: options.Checklist = None,
    answers: Annotated[
        Path, typer.Option("--answers", "-a", metavar="FILE", help=t("assess.opt.answers"))
    ] = _DEFAULT_ANSWERS,
    plain: Annotated[bool, typer.Option("--plain", help=t("assess.opt.plain"))] = False,  # noqa: ARG001, FBT002 - lines are the only mode so far
    previous: Annotated[
        str | None, typer.Option("--previous", metavar="FILE", help=t("assess.opt.previous"))
    ] = None,
    tier: Annotated[
        Literal["basic", "desirable"] | None, typer.Option("--tier", help=t("assess.opt.tier"))
    ] = None,
    domain: Annotated[
        str | None, typer.Option("--domain", metavar="DOMAIN", help=t("assess.opt.domain"))
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="OWNER", help=t("assess.opt.owner"))
    ] = None,
    only: Annotated[Only | None, typer.Option("--only", help=t("assess.opt.only"))] = None,
    by: options.By = None,
) -> int:
    """Answer a checklist."""
    if not Terminal.is_there():
        raise UsageError([Problem("assess.no_terminal", {"path": str(answers)})])
    inputs = (previous, *checklist_files(checklist))
    check_outputs(Output(answers, OutputKind.ANSWERS, inputs, updates=True))
    log = open_change_log("assess", by)
    interview = _InterviewRun(open_workspace(checklist), answers, checklist, log)
    practice_filter = PracticeFilter(tier=tier, domain=domain, owner=_owner(owner), only=only)
    try:
        interview.run(practice_filter, previous)
    except KeyboardInterrupt:
        code = "assess.interrupted" if interview.has_file else "assess.nothing_written"
        note("\n" + t(code, **fitting(code, {"path": answers})))
        return ExitCode.INTERRUPTED
    finally:
        note_failure(log)
    return ExitCode.DONE


def _owner(name: str | None) -> Owner | None:
    if name is None:
        return None
    for owner in get_args(Owner):
        if name in (owner, t(f"owner.{owner}")):
            known: Owner = owner
            return known
    known_names = ", ".join(get_args(Owner))
    raise UsageError([Problem("assess.unknown_owner", {"name": name, "known": known_names})])


class _InterviewRun:
    """One interview with its answers file, checklist and terminal.

    Attributes:
        has_file: there is an answers file, so that what was confirmed is in it.
    """

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        checklist: str | None,
        change_log: ChangeLog | None,
    ) -> None:
        self._workspace = workspace
        self._path = path
        self.has_file = path.exists() and path.stat().st_size > 0
        self._checklist = checklist
        self._change_log = change_log
        self._dialogue = Dialogue(Terminal(), current(), today())

    def run(self, practice_filter: PracticeFilter, previous: str | None) -> None:
        """Run the interview."""
        edition = self._edition() if self.has_file else self._new_edition()
        _check_domain(edition, practice_filter.domain)
        criteria = self._workspace.criteria(edition.checklist)
        setup = self._setup_for(edition, criteria)
        last_answers = (
            previous_answers(self._workspace, previous, edition.checklist.id) if previous else {}
        )
        self._dialogue.show("assess.title", title=edition.checklist.title.get(current()))
        self._dialogue.show_item(source_disclaimer(edition.checklist, current()), 0, 0)
        try:
            store = self._open(edition) if self.has_file else self._create(edition, setup)
        except (InterviewLeft, EOFError):
            self._dialogue.show("assess.nothing_written")
            return
        self.has_file = True
        if not store.start_session() and not self._is_shared():
            return
        try:
            self._interview(store, edition, criteria, setup, practice_filter, last_answers)
        finally:
            store.end_session()

    def _setup_for(self, edition: Edition, criteria: Criteria) -> Setup:
        """Return what asks for the facts that this checklist uses."""
        asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
        return Setup(self._dialogue, asked, self._workspace.scoring_data.sectors)

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
        edition: Edition,
        criteria: Criteria,
        setup: Setup,
        practice_filter: PracticeFilter,
        last_answers: dict[str, Answer],
    ) -> None:
        bookmark = Bookmark(cache_folder(), self._path)
        session = Session(
            edition,
            store.submission,
            criteria,
            as_of=today(),
            practice_filter=practice_filter,
            previous_answers=last_answers,
            bookmark=bookmark.read(),
        )
        scales = self._workspace.scoring_data.level_wording(edition.checklist)
        LineInterview(
            AnswerSaver(self._dialogue, session, store, AnswerText(self._dialogue, scales)),
            setup,
            scales,
            show_figures=lambda submission: self._show_figures(edition, criteria, submission),
            save_bookmark=bookmark.write,
        ).run()

    def _show_figures(self, edition: Edition, criteria: Criteria, submission: Submission) -> None:
        from cssa.cli.pages import plain
        from cssa.reports import score_text

        page = score_text.page(
            score(edition, submission, criteria, as_of=today()),
            edition.checklist,
            criteria,
            lang=current(),
            answers=str(self._path),
            submission=submission,
        )
        emit(plain(page, page_width()))  # like the rest of the dialogue, for screen readers too

    def _new_edition(self) -> Edition:
        return self._workspace.catalogue.load(self._workspace.asked_entry())

    def _edition(self) -> Edition:
        """Return the checklist of a file; refuse a file of another one than was named."""
        loaded = AnswersFile.read_unchecked(self._path)
        if self._checklist is not None:
            named = self._workspace.asked_entry().key
            answered = (loaded.submission.checklist.id, loaded.submission.checklist.version)
            if named != answered:
                params = {"found": " ".join(answered), "wanted": " ".join(named)}
                where = loaded.document.location(("checklist",))
                raise InputError([Problem("assess.other_checklist", params, where, ("checklist",))])
        return self._workspace.edition_of(loaded)

    def _open(self, edition: Edition) -> AnswersFile:
        answers_file = AnswersFile.open(self._path, **self._file_options(edition))
        bound_to = answers_file.submission.checklist.fingerprint
        supersession = edition.checklist.supersession(bound_to)
        if supersession is not None:
            concerned = answers_file.bind(edition.fingerprint, supersession)
            reason = supersession.reason.get(current())
            self._dialogue.show("assess.superseded", count=len(concerned), reason=reason)
        return answers_file

    def _create(self, edition: Edition, setup: Setup) -> AnswersFile:
        self._dialogue.show_blank_line()
        self._dialogue.show("assess.setup.intro", path=self._path)
        header = {
            "checklist": {
                "id": edition.checklist.id,
                "version": edition.checklist.version,
                "fingerprint": edition.fingerprint,
            },
            "institution": setup.ask_identity(),
        }
        store = AnswersFile.create(self._path, header, **self._file_options(edition))
        self._dialogue.show_blank_line()
        self._dialogue.show("assess.created", path=self._path)
        return store

    def _file_options(self, edition: Edition) -> dict[str, Any]:
        def check(loaded: LoadedAnswers) -> None:
            self._workspace.check(loaded, edition)

        return {
            "check": check,
            "order": list(edition.checklist.placed),
            "change_log": self._change_log,
        }


def _check_domain(edition: Edition, domain: str | None) -> None:
    known = [known_domain.id for known_domain in edition.checklist.domains]
    if domain is not None and domain not in known:
        params = {"name": domain, "known": ", ".join(known)}
        raise UsageError([Problem("assess.unknown_domain", params)])
