"""How the documents of a campaign are to be handled: the issuer's marking and its terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cssa.datafile.types import Text
from cssa.messages.wording import CodedWord, Word, bilingual, day_word


class HandlingTerm(NamedTuple):
    """One thing that the issuer lays down, such as the purpose of use, after its label."""

    label: CodedWord
    value: Word


@dataclass(frozen=True, slots=True)
class Handling:
    """What the issuer lays down on documents that hold answers; all of it may be missing.

    Attributes:
        marking: its own marking (機密性区分), beside the one that every such document has.
        use: what answers are used for.
        sharing: with whom they are shared.
        retain_until: the day until which they are kept.
        historical: whether the checklist that was answered is one of the past.
    """

    marking: Text | None = None
    use: Text | None = None
    sharing: Text | None = None
    retain_until: date | None = None
    historical: bool = False

    @property
    def mark(self) -> CodedWord:
        """The marking at the head and the edges of a document."""
        mark = CodedWord("handling")
        if self.marking is not None:
            mark = CodedWord("handling.marked", (("marking", bilingual(self.marking.get)),))
        return CodedWord("checklist.historical", (("handling", mark),)) if self.historical else mark

    @property
    def terms(self) -> tuple[HandlingTerm, ...]:
        """What is laid down beside the marking, in order."""
        return tuple(self._terms())

    def _terms(self) -> Iterator[HandlingTerm]:
        for name, text in (("use", self.use), ("sharing", self.sharing)):
            if text is not None:
                yield HandlingTerm(CodedWord(f"handling.{name}"), bilingual(text.get))
        if self.retain_until is not None:
            day = self.retain_until
            label = CodedWord("handling.retain_until")
            yield HandlingTerm(label, day_word(day))


UNSPECIFIED = Handling()
"""Where no issuer lays anything down."""
