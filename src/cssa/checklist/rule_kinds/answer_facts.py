"""What consistency rules compare: facts of answers and of the institution that gave them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple


class AnswerFacts(NamedTuple):
    """What is known of one answer.

    Attributes:
        value: what answers the question; None without such a value.
        level: the level that it gives; None without one.
        left_out: that the practice does not apply, or is left out by choice.
        replaced: whether a valid alternative measure stands in for the practice.
        performed_by: who does the work; None for the institution itself.
        done: how many of how many are done.
        last_done: when recurring work was last done.
        has_evidence: whether some evidence is named, dated or not.
        evidence_date: the newest date of its evidence.
        is_reviewed: whether the second line or internal audit has reviewed it.
    """

    value: Any = None
    level: int | None = None
    left_out: Literal["not_applicable", "not_adopted"] | None = None
    replaced: bool = False
    performed_by: str | None = None
    done: tuple[int, int] | None = None
    last_done: date | None = None
    has_evidence: bool = False
    evidence_date: date | None = None
    is_reviewed: bool = False

    def is_at_least(self, level: int | None) -> bool:
        """Return whether it has a level, which is not below another."""
        return self.level is not None and level is not None and self.level >= level

    def is_below(self, level: int | None) -> bool:
        """Return whether it has a level, which is below another."""
        return self.level is not None and level is not None and self.level < level


class Answered(NamedTuple):
    """What an institution has answered.

    Attributes:
        answers: by practice, in checklist order; none that is out of scope or not asked.
        flags: its profile, as far as it is stated.
        factors: levels of the risk factors, as far as they are stated.
        day: of the assessment.
    """

    answers: Mapping[str, AnswerFacts]
    flags: Mapping[str, bool]
    factors: Mapping[str, str]
    day: date
