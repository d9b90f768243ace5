"""Whether a question is asked that depends on the answer to another."""

from collections.abc import Mapping

from cssa.answers.submission import Answer
from cssa.checklist.kinds.kind import words_of
from cssa.checklist.model import Checklist
from cssa.checklist.practice import AskedIf, Practice
from cssa.messages.wording import CodedWord, Word, WordList, bilingual


def is_asked(
    practice: Practice, checklist: Checklist, answers: Mapping[str, Answer]
) -> bool | None:
    """Return whether a question is asked; None while the one that decides has no answer.

    What hangs on a question that is not asked is not asked either.

    Args:
        practice: the question.
        checklist: the one that it stands in.
        answers: the answers given, by practice.
    """
    asked: bool | None = True
    passed: set[str] = set()  # questions in a circle hold each other open
    while (condition := practice.asked_if) and practice.id not in passed:
        passed.add(practice.id)
        deciding = checklist.placed[condition.practice].practice
        holds = _holds(condition, deciding, answers.get(deciding.id))
        if holds is False:
            return False
        asked = asked and holds
        practice = deciding
    return asked


def _holds(condition: AskedIf, deciding: Practice, answer: Answer | None) -> bool | None:
    """Return whether the question that decides has such an answer; None without any."""
    if answer is None:
        return None
    value = answer.value_to(deciding)
    if value:  # rows of which none is answered decide nothing
        return not deciding.question_kind.chosen(value).isdisjoint(condition.any)
    return False if answer.na or answer.not_adopted else None


def condition_words(practice: Practice, checklist: Checklist) -> Word | None:
    """Return when a question is asked, None where it always is.

    Args:
        practice: the question.
        checklist: the one that it stands in.
    """
    condition = practice.asked_if
    if condition is None:
        return None
    deciding = checklist.placed[condition.practice].practice
    name = bilingual(lambda lang: f"{deciding.shown_id} {deciding.title.get(lang)}")
    options = tuple(words_of(option) for option in deciding.options if option.id in condition.any)
    return CodedWord("answer.asked_if", (("practice", name), ("options", WordList(options))))
