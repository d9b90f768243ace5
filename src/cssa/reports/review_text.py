"""What second line and audit say of the levels, as lines for a terminal."""

from collections.abc import Iterator

from cssa.checklist.model import Checklist
from cssa.engine.reviews import ReviewDifference, ReviewSummary
from cssa.messages import Lang, message
from cssa.messages.wording import day_word
from cssa.reports import phrases
from cssa.reports.page import Paragraph
from cssa.reports.review_view import review_notes


def review_lines(
    reviews: ReviewSummary, checklist: Checklist, lang: Lang, *, most: int | None = None
) -> Iterator[Paragraph]:
    """Yield how far each line has reviewed, and where it sees another level.

    Args:
        reviews: the counts and differences.
        checklist: what was answered.
        lang: language of the lines.
        most: how many differences are listed; None lists all.
    """
    if not reviews.has_any:
        return
    yield Paragraph(message(lang, "report.h.reviews"), "heading")
    for note in review_notes(reviews):
        yield Paragraph(phrases.in_language(note, lang))
    yield from difference_lines(reviews.differences[:most], checklist, lang)
    more = len(reviews.differences[most:]) if most is not None else 0
    if more:
        yield Paragraph(message(lang, "score.more_reviews", {"count": more}), indent="  ")


def difference_lines(
    differences: tuple[ReviewDifference, ...], checklist: Checklist, lang: Lang
) -> Iterator[Paragraph]:
    """Yield differences, a line each.

    Args:
        differences: in order.
        checklist: what was answered.
        lang: language of the lines.
    """
    for difference in differences:
        params = {
            "practice": checklist.placed[difference.practice].practice.shown_id,
            "title": phrases.practice_title(checklist, difference.practice, lang),
            "own": difference.own,
            "line": difference.line,
            "level": difference.level,
            "by": difference.by,
            "on": day_word(difference.on),
        }
        text = message(lang, "score.review", params)
        if difference.note:
            text += message(lang, "score.review_note", {"note": difference.note})
        is_open = difference.reconsidered is False and difference.level < difference.own
        yield Paragraph(text, "open" if is_open else None, indent="  - ", hang="    ")
