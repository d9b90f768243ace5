"""Questions answered with a level."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from cssa.checklist.kinds.kind import Part, Pick, QuestionKind
from cssa.checklist.kinds.registry import register
from cssa.messages.wording import Word

if TYPE_CHECKING:
    from cssa.checklist.practice import Practice


_PARTS = (Part("level"),)


@register
class LevelKind(QuestionKind[int]):
    """How far a practice is done: a level of the checklist."""

    name = "level"
    answer_field = "level"
    fields = frozenset({"scale"})
    required: ClassVar[frozenset[str]] = frozenset()  # who needs a scale depends on the checklist
    mistaken: ClassVar[Mapping[str, str]] = {"choice": "answers.level_text"}

    def levels(self, question: "Practice") -> tuple[int, ...]:
        return question.level_scale.values

    def level(self, question: "Practice", value: int) -> int:
        return value

    def parts(self, question: "Practice") -> tuple[Part, ...]:
        return _PARTS

    def value(self, entries: Mapping[str | None, Any]) -> int:
        level: int = entries[None]
        return level

    def entries(self, value: int) -> dict[str | None, Any]:
        return {None: value}

    def words(self, question: "Practice", value: int) -> Iterator[Word | str]:
        yield from ()

    def value_at(self, question: "Practice", level: int, pick: Pick) -> int:
        return level

    def value_for_level(self, question: "Practice", level: int) -> int:
        return level
