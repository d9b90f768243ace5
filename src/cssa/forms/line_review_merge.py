"""Merging a review form into the answers that it was made of: their reviews and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cssa.answers.answers_file import AnswersFile
from cssa.answers.change_log import ChangeLog
from cssa.answers.comparable import digest
from cssa.answers.loading import LoadedAnswers, check_answers
from cssa.answers.reviewed_answer import LINES, answer_mark, own_review, with_review
from cssa.answers.serialization import answer_to_plain
from cssa.answers.submission import NO_ANSWER, Review
from cssa.answers.three_way import Side, merge_fields
from cssa.checklist.catalogue import Edition
from cssa.datafile.edit import Change
from cssa.errors import Problem
from cssa.forms.line_review_reader import LineReviewEntry, LineReviewReading
from cssa.forms.line_review_sheet import review_fields
from cssa.messages.wording import Word, listed
from cssa.scheme.scoring_data import ScoringData


@dataclass
class LineReviewUpdate:
    """The result of merging a review form; practices by id.

    Attributes:
        changes: what to change in the file.
        taken: those whose review is taken from the form.
        kept: those whose review was changed in the file alone.
        emptied: those whose review the form came back without; it stands.
        gone: those that have no answer any more.
        changed_since: of ``taken``, those whose answer was changed since the form was issued.
        problems: the reviews that were changed differently on both sides.
    """

    changes: list[Change] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed_since: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def merge_line_review(
    path: Path,
    reading: LineReviewReading,
    edition: Edition,
    library: ScoringData,
    *,
    take: Side | None = None,
    change_log: ChangeLog | None = None,
) -> LineReviewUpdate:
    """Merge a review form into an answers file.

    Args:
        path: the file.
        reading: what was read from the form.
        edition: the checklist that it answers.
        library: flags, factors and sectors that answers may name.
        take: the side that conflicts are settled by; where None the file is left as it is if there
            are any.
        change_log: logs what is changed; None logs nothing.

    Raises:
        InputError: when the file cannot be read, or was changed meanwhile.
        OutputError: when it cannot be written.
    """

    def check(loaded: LoadedAnswers) -> None:
        check_answers(loaded, edition, library.profile, library.sectors)

    order = list(edition.checklist.placed)
    store = AnswersFile.open(path, check=check, order=order, change_log=change_log)
    update = LineReviewUpdate()
    for entry in reading.entries:
        _merge_entry(update, store, entry, LINES[reading.role], take)
    if update.changes and (take or not update.problems):
        store.change(update.changes)
    return update


def _merge_entry(
    update: LineReviewUpdate,
    store: AnswersFile,
    entry: LineReviewEntry,
    line: int,
    take: Side | None,
) -> None:
    answer = store.submission.answers.get(entry.practice, NO_ANSWER)
    if not entry.fields:
        if entry.issued:
            update.emptied.append(entry.practice)
        return
    if answer.value_field is None:
        update.gone.append(entry.practice)
        return
    by = str(entry.fields["by"])
    former = own_review(answer, line, by)
    is_own_row = entry.issued.get("by") == digest(by)
    file = review_fields(former)
    merge = merge_fields(entry.fields, file, entry.issued if is_own_row else {}, take)
    for names in merge.conflicts:
        place = ("answers", entry.practice)
        params = {
            "form": _shown(names, entry.fields),
            "file": _shown(names, file),
            "there": store.editable.document.location(place),
        }
        update.problems.append(Problem("line_review.conflict", params, entry.place, place))
    if merge.kept:
        update.kept.append(entry.practice)
    if merge.fields == file:
        return
    update.taken.append(entry.practice)
    if entry.seen != answer_mark(answer):
        update.changed_since.append(entry.practice)
    review = Review.model_validate({**merge.fields, "line": line, "seen": entry.seen})
    reviews = with_review(answer.review, line, by, review)
    value: Any = answer_to_plain(
        answer.model_copy(update={"review": reviews}),
        answer,
        store.editable.get(("answers", entry.practice)),
    )
    update.changes.append(Change(("answers", entry.practice), value))


def _shown(names: Sequence[str], fields: Mapping[str, Any]) -> Word:
    return listed([str(fields[name]) for name in names if name in fields] or ["-"])
