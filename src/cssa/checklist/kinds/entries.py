"""Questions answered with a number or in one's own words."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from cssa.checklist.kinds.kind import (
    Part,
    Pick,
    QuestionKind,
    ValueProblem,
    ascending,
    unknown_rows,
    words_of,
)
from cssa.checklist.kinds.registry import register
from cssa.checklist.kinds.rows import RowKind
from cssa.datafile.types import NUMBER_PATTERN
from cssa.messages.wording import CodedWord, Word

if TYPE_CHECKING:
    from cssa.checklist.practice import Practice


_NUMBER = re.compile(NUMBER_PATTERN.strip("^$"))
MAX_NUMBER = 40
"""Characters of a number."""


@register
class NumberKind(QuestionKind[str]):
    """A number; reaching a threshold gives its level."""

    name = "number"
    answer_field = "value"
    counted_by = "number"
    fields = frozenset({"thresholds"})
    required: ClassVar[frozenset[str]] = frozenset()

    def levels(self, question: "Practice") -> tuple[int, ...]:
        if not question.thresholds:
            return ()
        return (
            question.level_scale.lowest,
            *sorted({threshold.level for threshold in question.thresholds}),
        )

    def level(self, question: "Practice", value: str) -> int | None:
        """Return the level of the furthest threshold that a number reaches, else the lowest."""
        if not question.thresholds:
            return None
        number = Decimal(value)
        return max(
            (
                threshold.level
                for threshold in question.thresholds
                if (
                    number >= threshold.at if question.direction == "up" else number <= threshold.at
                )
            ),
            default=question.level_scale.lowest,
        )

    def parts(self, question: "Practice") -> tuple[Part, ...]:
        return (Part("number"),)

    def value(self, entries: Mapping[str | None, Any]) -> str:
        number: str = entries[None]
        return number

    def entries(self, value: str) -> dict[str | None, Any]:
        return {None: value}

    def words(self, question: "Practice", value: str) -> Iterator[Word | str]:
        yield _with_unit(question, value)

    def words_of_level(self, question: "Practice", level: int) -> Word | None:
        code = "answer.or_more" if question.direction == "up" else "answer.or_less"
        return next(
            (
                CodedWord(code, (("number", _with_unit(question, f"{threshold.at:f}")),))
                for threshold in question.thresholds
                if threshold.level == level
            ),
            None,
        )

    def value_at(self, question: "Practice", level: int, pick: Pick) -> str | None:
        """Return a bound, or a number beyond all bounds."""
        bounds = [threshold.at for threshold in question.thresholds]
        lowest, highest = min(bounds, default=Decimal(1)), max(bounds, default=Decimal(9))
        outside = [lowest - 1 if lowest > 0 else lowest, highest + 1]
        numbers = [f"{number:f}" for number in (*outside, *bounds)]
        at_level = [
            number for number in numbers if not bounds or self.level(question, number) == level
        ]
        return pick(at_level) if at_level else None

    def unordered(self, question: "Practice") -> Iterator[str]:
        bounds = [threshold.at for threshold in question.thresholds]
        if question.direction == "down":
            bounds.reverse()
        levels = [threshold.level for threshold in question.thresholds]
        if not (ascending(bounds, strictly=True) and ascending(levels, strictly=True)):
            yield "thresholds"


@register
class NumbersKind(RowKind):
    """A number for each row, which gives no level."""

    name = "numbers"
    row_accepts = "number"
    fields = frozenset({"rows", "rows_from"})
    required: ClassVar[frozenset[str]] = frozenset()

    def levels(self, question: "Practice") -> tuple[int, ...]:
        return ()

    def level(self, question: "Practice", value: Mapping[str, str]) -> None:
        return None

    def value_problems(
        self, question: "Practice", value: Mapping[str, str]
    ) -> Iterator[ValueProblem]:
        yield from unknown_rows(question, value)
        for row, number in value.items():
            if not _NUMBER.fullmatch(number) or len(number) > MAX_NUMBER:
                yield ValueProblem("answers.not_a_number", (row,), number)

    def words(self, question: "Practice", value: Mapping[str, str]) -> Iterator[Word | str]:
        for row in question.rows:
            if row.id in value:
                number = self.entry_words(question, value[row.id])
                yield CodedWord("answer.row", (("row", words_of(row)), ("answer", number)))

    def entry_words(self, question: "Practice", entry: str) -> Word | str:
        return _with_unit(question, entry)

    def value_at(self, question: "Practice", level: int, pick: Pick) -> Mapping[str, str] | None:
        numbers = [str(number) for number in range(1, 101)]
        return {row.id: pick(numbers) for row in question.rows} or None


@register
class TextKind(QuestionKind[str]):
    """An answer in one's own words, which gives no level."""

    name = "text"
    answer_field = "text"
    fields: ClassVar[frozenset[str]] = frozenset()
    required: ClassVar[frozenset[str]] = frozenset()

    def levels(self, question: "Practice") -> tuple[int, ...]:
        return ()

    def level(self, question: "Practice", value: str) -> None:
        return None

    def parts(self, question: "Practice") -> tuple[Part, ...]:
        return (Part("text"),)

    def value(self, entries: Mapping[str | None, Any]) -> str:
        text: str = entries[None]
        return text

    def entries(self, value: str) -> dict[str | None, Any]:
        return {None: value}

    def words(self, question: "Practice", value: str) -> Iterator[Word | str]:
        yield value

    def value_at(self, question: "Practice", level: int, pick: Pick) -> None:
        return None


def _with_unit(question: "Practice", number: str) -> Word | str:
    if question.unit is None:
        return number
    code = "answer.number.one" if number == "1" else "answer.number"
    return CodedWord(code, (("number", number), ("unit", words_of(question.unit))))
