"""The rows of the reply form: each question of a query letter, with what was answered."""

from collections.abc import Sequence

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.forms.labels import Labels
from cssa.forms.reply_sheet import ReplyRow
from cssa.forms.review import ReviewRow
from cssa.forms.review_words import given_words, practice_title
from cssa.messages import message


def reply_row(
    number: int, row: ReviewRow, asked: Sequence[str], labels: Labels, checklist: Checklist
) -> ReplyRow:
    """Return the row of a question.

    Args:
        number: of the question in the letter.
        row: of the review.
        asked: the texts of the question.
        labels: words of the levels, in the letter's language.
        checklist: as it was sent out; what an institution has named itself is corrected by no
            level.
    """
    practice, lang = row.practice, labels.lang
    is_corrected = practice is not None and practice.id in checklist.placed
    levels = correctable_levels(practice) if practice is not None and is_corrected else ()
    return ReplyRow(
        key=row.key,
        shown={
            "number": str(number),
            "practice": row.key.visible(lang)["practice"],
            "title": message(lang, "reply.whole")
            if practice is None
            else practice_title(practice, lang),
            "asked": "\n".join(asked),
            "given": _given(row, labels),
        },
        levels=() if practice is None else _level_words(practice, levels, labels),
    )


def correctable_levels(practice: Practice) -> tuple[int, ...]:
    """Return the levels that one answer to a practice gives, to which it can be corrected."""
    kind = practice.question_kind
    return tuple(
        level
        for level in practice.level_scale.values
        if kind.value_for_level(practice, level) is not None
    )


def _level_words(practice: Practice, levels: Sequence[int], labels: Labels) -> tuple[str, ...]:
    """Return levels by their words; by number alone where the question asks otherwise."""
    if practice.accepts("level"):
        return tuple(labels.level(practice.scale or "", level) for level in levels)
    return tuple(map(str, levels))


def _given(row: ReviewRow, labels: Labels) -> str:
    """Return what was answered, a level by its words."""
    practice = row.practice
    if practice is not None and row.level is not None and practice.accepts("level"):
        return labels.level(practice.scale or "", row.level)
    return given_words(row, labels.lang)
