"""The rows of the review form: every answer with a level, as a reviewer is shown it."""

from collections.abc import Iterator

from cssa.answers.reviewed_answer import LINES, Role, answer_mark, former_reviewer, own_review
from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.answers.value_words import value_text
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.checklist.practice import Practice
from cssa.engine.result import Result
from cssa.forms.labels import Labels
from cssa.forms.line_review_sheet import LineReviewRow
from cssa.messages import message


def line_review_rows(
    result: Result, submission: Submission, checklist: Checklist, labels: Labels, role: Role
) -> tuple[LineReviewRow, ...]:
    """Return the rows in checklist order.

    Args:
        result: the figures, which say what has a level.
        submission: the answers.
        checklist: what was answered, with the rows of the institution.
        labels: words of its levels, in the form's language.
        role: for which line.
    """
    return tuple(
        _row(checklist.placed[practice.id], practice.level, submission, labels, role)
        for domain in result.domains
        for practice in domain.practices
        if practice.counted and practice.level is not None
    )


def _row(
    placed: PlacedPractice, level: int, submission: Submission, labels: Labels, role: Role
) -> LineReviewRow:
    practice, lang = placed.practice, labels.lang
    answer = submission.answers.get(practice.id, NO_ANSWER)
    line = LINES[role]
    by = former_reviewer(submission, line)
    own = own_review(answer, line, by) if by else None
    words = _levels(practice, labels)
    return LineReviewRow(
        practice=practice.id,
        shown={
            "number": practice.shown_id,
            "title": practice.title.get(lang),
            "question": practice.question.get(lang),
            "own": "\n".join(_rating(practice, answer, level, words, labels)),
            "own_note": answer.note or "",
            "own_evidence": "\n".join(_evidence(answer)),
            "others": "\n".join(
                message(
                    lang,
                    "explain.review",
                    {**review.model_dump(exclude={"seen"}), "note": review.note or ""},
                ).rstrip()
                for review in answer.review
                if review != own
            ),
        },
        levels=tuple(words.values()),
        level="" if own is None else words[own.level],
        own=own,
        seen=answer_mark(answer),
    )


def _levels(practice: Practice, labels: Labels) -> dict[int, str]:
    """Return the words of a practice's levels; by number alone where it is asked otherwise."""
    values = practice.level_scale.values
    if practice.accepts("level"):
        return dict(zip(values, labels.levels(practice.scale or ""), strict=True))
    return {value: str(value) for value in values}


def _rating(
    practice: Practice, answer: Answer, level: int, words: dict[int, str], labels: Labels
) -> Iterator[str]:
    """Yield the self-rating: its level, and what was chosen where the question asks otherwise."""
    yield words[level]
    if not practice.accepts("level"):
        yield value_text(practice, answer, labels.lang)
    if answer.points:
        numbers = {point.id: str(n) for n, point in enumerate(practice.points, start=1)}
        points = ", ".join(numbers[point] for point in answer.points)
        yield message(labels.lang, "line_review.points", {"points": points})


def _evidence(answer: Answer) -> Iterator[str]:
    for evidence in answer.evidence:
        yield evidence.ref if evidence.date is None else f"{evidence.ref} ({evidence.date})"
