"""The review form of ``cssa form``: written with ``--as``, read back into the answers."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cssa.answers.answers_file import AnswersFile
from cssa.answers.reviewed_answer import LINES, Role, former_reviewer
from cssa.cli.environment import assess_file, read_date
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, emit, note
from cssa.cli.run_change_log import note_failure, open_change_log
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.workspace import Workspace, is_form

if TYPE_CHECKING:
    from cssa.answers.three_way import Side
    from cssa.forms.line_review_merge import LineReviewUpdate
    from cssa.forms.line_review_reader import LineReviewReading

_LISTED = 20


def write_line_review_form(workspace: Workspace, answers: str, role: Role, file: Output) -> None:
    """Write a form for the review of answers by another line.

    Args:
        workspace: of the run.
        answers: the answers, as the command line names them.
        role: for which line.
        file: what to write.

    Raises:
        InputError: when there is no answer with a level.
    """
    from cssa.forms.line_review_rows import line_review_rows
    from cssa.forms.line_review_sheet import source_of
    from cssa.forms.line_review_writer import write_line_review

    check_outputs(file)
    assessment = assess_file(workspace, answers, as_of=read_date(None))
    submission, edition = assessment.answers.submission, assessment.edition
    labels = workspace.form_context.labels(current(), edition)
    rows = line_review_rows(assessment.result, submission, edition.checklist, labels, role)
    if not rows or not edition.checklist.scored:
        raise InputError([Problem("line_review.nothing", {}, Location(answers))])
    institution, checklist = submission.institution, submission.checklist
    heading = t(f"line_review.title.{role}", institution=institution.name)
    data = write_line_review(
        rows,
        source_of(role, institution.id, checklist.id, checklist.version),
        heading=heading,
        lines=(t("line_review.how"), t("handling")),
        by=former_reviewer(submission, LINES[role]),
        lang=current(),
    )
    emit(data, file)
    note(t("line_review.written", path=file.path, count=len(rows)))


def read_line_review_forms(
    workspace: Workspace,
    files: Sequence[str],
    data: Sequence[bytes],
    answers: Path,
    *,
    take: "Side | None",
    by: str | None,
) -> None:
    """Merge review forms into the answers that they were made of, one after the other.

    Args:
        workspace: of the run.
        files: names of the forms.
        data: the forms.
        answers: the answers file.
        take: the side that conflicts are settled by.
        by: who makes the changes, for the change log.

    Raises:
        InputError: when there is no such answers file, or with all problems of a form.
    """
    from cssa.forms.line_review_merge import merge_line_review
    from cssa.forms.line_review_reader import read_line_review

    if not answers.is_file() or is_form(read_bytes(answers)):
        raise InputError([Problem("line_review.needs_answers", {}, Location(str(answers)))])
    loaded = AnswersFile.read_unchecked(answers)
    edition = workspace.edition_of(loaded)
    labels = workspace.form_context.labels(current(), edition)
    log = open_change_log("form read", by)
    for name, content in zip(files, data, strict=True):
        reading = read_line_review(content, name, loaded.submission, edition, labels)
        update = merge_line_review(
            answers, reading, edition, workspace.scoring_data, take=take, change_log=log
        )
        if update.problems and take is None:
            note(t("line_review.conflicts", path=answers, count=len(update.problems)))
            raise InputError(update.problems)
        _note(reading, update, answers, edition.checklist.shown_id)
    note_failure(log)


def _note(
    reading: "LineReviewReading",
    update: "LineReviewUpdate",
    answers: Path,
    shown_id: Callable[[str], str],
) -> None:
    """Write what was taken, what was not, and where the self-rating was altered in the form."""
    if reading.altered:
        places = listed((str(place) for _, place in reading.altered), _LISTED)
        note(t("line_review.altered", places=places))
    for name in ("kept", "emptied", "gone", "changed_since"):
        practices = getattr(update, name)
        if practices:
            numbers = listed(map(shown_id, practices), _LISTED)
            note(t(f"line_review.{name}", practices=numbers))
    code = "merged" if update.changes else "unchanged"
    note(
        t(
            f"line_review.{code}",
            **({"count": len(update.taken)} if update.changes else {}),
            path=answers,
        )
    )
