"""The practice as another line is shown it: the self-rating first, then its own level to choose."""

from collections.abc import Iterator

from cssa.answers.reviewed_answer import is_reconsidered
from cssa.answers.submission import NO_ANSWER, Answer
from cssa.checklist.model import PlacedPractice
from cssa.interview.reviewing import ReviewSession
from cssa.tui.layout.line import BLANK, Line, paragraph
from cssa.tui.layout.page import PageContent, level_lines, point_lines, question_lines


def review_lines(content: PageContent, placed: PlacedPractice, width: int) -> list[Line]:
    """Return the page below its head.

    Args:
        content: what it is made from; its session is a review.
        placed: the practice.
        width: cells of the pane.
    """
    practice = placed.practice
    answer = content.session.answer(practice.id) or NO_ANSWER
    points = point_lines(content, practice, answer, width)
    return [
        *_self_rating(content, placed, answer, width),
        *question_lines(content, placed, width),
        *(line._replace(target=None) for line in points),
        *_own_level(content, placed, width),
    ]


def _self_rating(
    content: PageContent, placed: PlacedPractice, answer: Answer, width: int
) -> Iterator[Line]:
    session, words, practice = content.session, content.words, placed.practice
    parts = [
        words.message("assess.as.own", answer=content.answer_text.value(practice, answer)),
    ]
    target = session.assessed_practices[practice.id].target
    if target is not None:
        parts.append(words.message("assess.target", target=target))
    before = session.previous_answers.get(practice.id)
    if before is not None:
        last = content.answer_text.value(practice, before)
        parts.append(words.message("assess.as.before", answer=last))
    yield from paragraph("  ".join(parts), width, "answer")
    for part in _parts(content, answer):
        yield from paragraph(part, width, "muted", indent="  ", hang="    ")
    for review in answer.review:
        yield from paragraph(content.answer_text.review(review), width, hang="  ")
        if is_reconsidered(answer, review):
            text = words.message("assess.as.changed")
            yield from paragraph(f"! {text}", width, "warning", indent="  ", hang="    ")


def _parts(content: PageContent, answer: Answer) -> Iterator[str]:
    """Yield what stands beside the level, each piece of evidence with its date."""
    message = content.words.message
    yield from content.answer_text.parts(answer.model_copy(update={"evidence": ()}))
    for evidence in answer.evidence:
        dated = evidence.ref if evidence.date is None else f"{evidence.ref} ({evidence.date})"
        yield message("assess.has.evidence", refs=dated)
    if not answer.evidence:
        yield message("assess.as.no_evidence")
    if not answer.confirmed:
        yield message("assess.as.unconfirmed")


def _own_level(content: PageContent, placed: PlacedPractice, width: int) -> Iterator[Line]:
    session, words = content.session, content.words
    yield BLANK
    if not isinstance(session, ReviewSession) or not session.has_level(placed.practice.id):
        yield from paragraph(words.message("assess.as.no_level"), width, "warning")
        return
    own = session.own_review(placed.practice.id)
    level = None if own is None else own.level
    heading = words.message("screen.as.levels")
    yield from level_lines(content, placed.practice, level, width, heading)
