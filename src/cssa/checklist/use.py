"""What a checklist is for, in words: who answers it, for what and when, and how to keep it."""

from collections.abc import Iterator

from cssa.checklist.kinds.kind import words_of
from cssa.checklist.model import Checklist
from cssa.messages import Lang, message
from cssa.messages.wording import CodedWord, Word


def use_words(checklist: Checklist) -> tuple[Word, ...]:
    """Return what stands on forms and reports about a checklist's use, a line each."""
    return tuple(_lines(checklist))


def _lines(checklist: Checklist) -> Iterator[Word]:
    if checklist.historical:
        yield CodedWord("checklist.historical.note")
    if checklist.use is not None:
        use = checklist.use
        unit = CodedWord(f"checklist.unit.{use.unit}")
        params = (("who", words_of(use.who)), ("unit", unit), ("when", words_of(use.when)))
        yield CodedWord("checklist.use", params)
    if checklist.restricted is not None:
        yield words_of(checklist.restricted)


def use_lines(checklist: Checklist, lang: Lang) -> tuple[str, ...]:
    """Return the same in a language."""
    return tuple(words.worded(lang, message) for words in use_words(checklist))
