"""What was asked of ``cssa assess``."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cssa.interview.requests import Only

if TYPE_CHECKING:
    from cssa.answers.reviewed_answer import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessRequest:
    """The arguments of one run, as they were given.

    Attributes:
        checklist: folder, id or ``ID@VERSION``; chosen, or named by the answers, where None.
        answers: the answers file.
        is_plain: lines only, without bold text and pauses.
        is_read_only: nothing is to be changed.
        role: the line that reviews; None where the institution answers.
        previous: last year's answers.
        owner: the function that answers, by id or in words.
        by: who answers or reviews.
    """

    checklist: str | None
    answers: Path
    is_plain: bool
    is_read_only: bool
    role: "Role | None"
    previous: str | None
    tier: Literal["basic", "desirable"] | None
    domain: str | None
    owner: str | None
    only: Only | None
    by: str | None

    @property
    def has_file(self) -> bool:
        """Whether there is an answers file with something in it."""
        return self.answers.exists() and self.answers.stat().st_size > 0
