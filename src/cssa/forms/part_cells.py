"""What the answer cells of a practice offer and hold: its own, its options' and its rows'."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cssa.answers.submission import Answer
from cssa.checklist.kinds.kind import Part
from cssa.checklist.practice import Practice
from cssa.forms.labels import TICK, Labels


@dataclass(frozen=True)
class PartCells:
    """The answer cells of one practice.

    Attributes:
        labels: the form's words.
        answer: what is prefilled; None where there is nothing.
    """

    labels: Labels
    practice: Practice
    answer: Answer | None

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the question that have a row of their own."""
        return tuple(part for part in self._all_parts if part.id is not None)

    @cached_property
    def own(self) -> Part | None:
        """What is entered in the practice's own row; None where its parts have all."""
        return next((part for part in self._all_parts if part.id is None), None)

    def offered(self, part: Part) -> str | tuple[str, ...] | None:
        """Return a part's drop-down: a scale's id, or the words; None where it has none."""
        match part.accepts:
            case "level":
                return self.practice.scale or ""  # an empty id has the words of own levels
            case "option":
                return tuple(self._options.values())
            case "none":
                return (self.labels.word("none", "none"),)
            case "mark":
                return (TICK,)
            case _:
                return None

    def value(self, part: Part) -> str | None:
        """Return what the answer has in a part, in the words of its cell."""
        entry = self._entries.get(part.id)
        if entry is None:
            return None
        match part.accepts:
            case "level":
                return self.labels.level(self.practice.scale or "", entry)
            case "option":
                return self._options[entry]
            case "none":
                return self.labels.word("none", "none")
            case "mark":
                return TICK
            case _:
                return str(entry)

    def title(self, part: Part) -> str:
        """Return the words of the option or row that a part belongs to."""
        if part.accepts == "mark" and part.id is not None:  # equal options carry their ids
            return self._options[part.id]
        return part.text.get(self.labels.lang) if part.text else ""

    @cached_property
    def _all_parts(self) -> tuple[Part, ...]:
        return self.practice.question_kind.parts(self.practice)

    @cached_property
    def _options(self) -> dict[str, str]:
        return self.labels.options(self.practice)

    @cached_property
    def _entries(self) -> Mapping[str | None, Any]:
        value = None if self.answer is None else self.answer.value_to(self.practice)
        return {} if value is None else self.practice.question_kind.entries(value)
