"""One gap as a report shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.model import Checklist
from cssa.datafile.types import AnyText
from cssa.engine.result import Gap
from cssa.library.related_cases import PracticeCases, RelatedCase
from cssa.reports.practice_view import PracticeView, PracticeViews


@dataclass(frozen=True, slots=True)
class GapView:
    """A practice below its target or unanswered, with the reasons for its rank.

    Attributes:
        result: the gap.
        rank: place in the order of work, from 1.
        practice: the practice.
        domain_title: title of its domain.
        why: codes of what decided the rank (docs/scoring.md rule 9).
        cases: published incident cases that bear on it, none where they are not wanted.
    """

    result: Gap
    rank: int
    practice: PracticeView
    domain_title: AnyText
    why: tuple[str, ...]
    cases: Sequence[RelatedCase] = ()

    @property
    def gain(self) -> Fraction:
        """What raising it to its target adds to the overall score."""
        return Fraction(self.result.gain)


def build_gap_view(
    gap: Gap,
    practices: PracticeViews,
    checklist: Checklist,
    cases: PracticeCases | None = None,
) -> GapView:
    """Return the view of a gap.

    Args:
        gap: the gap.
        practices: every practice by id.
        checklist: what was answered.
        cases: published cases, to stand beside it; None where they are not wanted.
    """
    return GapView(
        result=gap,
        rank=gap.rank,
        practice=practices[gap.practice],
        domain_title=checklist.placed[gap.practice].domain.title,
        why=gap.why,
        cases=() if cases is None else cases.first(gap.practice),
    )
