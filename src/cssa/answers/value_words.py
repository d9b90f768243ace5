"""What was chosen or entered in answer to a question, in the checklist's words."""

from collections.abc import Iterable

from cssa.answers.submission import Answer
from cssa.checklist.practice import Practice
from cssa.messages import Lang, message
from cssa.messages.wording import ENTRY_BREAK, Word, WordList, in_language


def value_words(practice: Practice, answer: Answer) -> tuple[Word | str, ...]:
    """Return each thing that was chosen or entered; nothing for a level, which its scale words.

    Args:
        practice: the question.
        answer: an answer of its kind.
    """
    value = answer.value_to(practice)
    return () if value is None else tuple(practice.question_kind.words(practice, value))


def value_list(words: Iterable[Word | str]) -> WordList:
    """Return what was chosen or entered as a list, whose members may hold commas themselves."""
    return WordList(tuple(words), ENTRY_BREAK)


def value_text(practice: Practice, answer: Answer, lang: Lang) -> str:
    """Return the same as a list in a language; nothing where nothing was."""
    return str(in_language(value_list(value_words(practice, answer)), lang, message))


def value_with_level(practice: Practice, answer: Answer, lang: Lang) -> str:
    """Return the same with the level that it gives, where it gives one."""
    text, value = value_text(practice, answer, lang), answer.value_to(practice)
    level = None if value is None else practice.question_kind.level(practice, value)
    if not text or level is None:
        return text
    return message(lang, "answer.with_level", {"answer": text, "level": level})
