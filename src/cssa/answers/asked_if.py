"""Whether a question is asked that depends on the answer to another."""

from collections.abc import Mapping

from cssa.answers.submission import Answer
from cssa.checklist.kinds.kind import words_of
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.messages.wording import CodedWord, Word, WordList, bilingual


def is_asked(
    practice: Practice, checklist: Checklist, answers: Mapping[str, Answer]
) -> bool | None:
    """Return whether a question is asked; None while the one that decides has no answer.

    Args:
        practice: the question.
        checklist: the one that it stands in.
        answers: the answers given, by practice.
    """
    condition = practice.asked_if
    if condition is None:
        return True
    answer, deciding = (
        answers.get(condition.practice),
        checklist.placed[condition.practice].practice,
    )
    if answer is None or not (answer.value_field or answer.na or answer.not_adopted):
        return None
    value = answer.value_to(deciding)
    if value is None:
        return False
    return not deciding.question_kind.chosen(value).isdisjoint(condition.any)


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
    name = bilingual(lambda lang: f"{deciding.id} {deciding.title.get(lang)}")
    options = tuple(words_of(option) for option in deciding.options if option.id in condition.any)
    return CodedWord("answer.asked_if", (("practice", name), ("options", WordList(options))))
