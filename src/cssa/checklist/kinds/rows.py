"""What the kinds of question have in common that are answered row by row."""

from abc import ABC
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from cssa.checklist.kinds.kind import Accepts, Part, QuestionKind

if TYPE_CHECKING:
    from cssa.checklist.practice import Practice


class RowKind(QuestionKind[Mapping[str, str]], ABC):
    """An entry for each row: rows of the checklist, or rows that the institution names.

    Attributes:
        row_accepts: what each row is answered with.
    """

    answer_field = "rows"
    one_of = ("rows", "rows_from")
    row_accepts: ClassVar[Accepts]

    def parts(self, question: "Practice") -> tuple[Part, ...]:
        return tuple(Part(self.row_accepts, row.id, row) for row in question.rows)

    def needed_parts(self, question: "Practice") -> int:
        return max(1, len(question.rows))

    def is_complete(self, question: "Practice", value: Mapping[str, str]) -> bool:
        return bool(question.rows) and all(row.id in value for row in question.rows)

    def value(self, entries: Mapping[str | None, Any]) -> Mapping[str, str]:
        return {row: entry for row, entry in entries.items() if row is not None}

    def entries(self, value: Mapping[str, str]) -> dict[str | None, Any]:
        return {row: entry for row, entry in value.items()}  # noqa: C416 - of another key type
