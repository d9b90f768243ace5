"""What there is to think of before an answer that was carried over is confirmed, in words."""

from collections.abc import Iterator

from cssa.engine.evidence_age import period_words
from cssa.interview.confirmation import Confirmation
from cssa.interview.words import Words
from cssa.messages.wording import day_word, stated_words


def confirmation_words(confirmation: Confirmation, words: Words) -> Iterator[str]:
    """Yield what became of the question, and why the answer may no longer be right.

    Args:
        confirmation: what there is to confirm.
        words: the language.
    """
    message = words.message
    kinds = words.joined(message(f"change.{kind}") for kind in confirmation.kinds)
    if confirmation.note is not None:
        note = words.text(confirmation.note)
        yield message("assess.carried_with_note", kinds=kinds, note=note)
    elif confirmation.kinds:
        yield message("assess.carried", kinds=kinds)
    for doubt in confirmation.doubts:
        finding = message(f"finding.{doubt.code}", **stated_words(doubt.params))
        yield message("assess.doubt", text=finding)
    old = confirmation.old_evidence
    if old is not None:
        text = message(
            "finding.evidence_old", date=day_word(old.date), every=period_words(old.every)
        )
        yield message("assess.doubt", text=text)
