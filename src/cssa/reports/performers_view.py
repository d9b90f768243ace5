"""The figures and gaps of a report by who performs the work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.practice import PERFORMERS, Performer
from cssa.messages.wording import CodedWord
from cssa.reports.gap_view import GapView
from cssa.reports.practice_view import PracticeView


@dataclass(frozen=True, slots=True)
class PerformerRow:
    """What one performs.

    Attributes:
        performer: None where the answers do not say.
        count: practices that are counted, of both tiers.
        in_place: of them, those at the level that is in place, or above.
        below: basic practices below target, without a valid alternative measure.
        basics: basic practices that are counted.
        gaps: practices of both tiers below their target, by rank.
    """

    performer: Performer | None
    count: int
    in_place: int
    below: int
    basics: int
    gaps: tuple[GapView, ...]

    @property
    def name(self) -> CodedWord:
        """Who it is, in words."""
        return CodedWord(f"performer.{self.performer or 'unstated'}")

    @property
    def is_elsewhere(self) -> bool:
        """Whether the work is done outside the institution."""
        return self.performer not in (None, "own")


def performer_rows(
    practices: Mapping[str, PracticeView], gaps: Sequence[GapView], scale: LevelScale
) -> tuple[PerformerRow, ...]:
    """Return a row for each that performs something; none where nothing is done elsewhere.

    Args:
        practices: every practice by id.
        gaps: by rank.
        scale: that of the checklist.
    """
    counted: dict[Performer | None, list[PracticeView]] = {}
    for practice in practices.values():
        if practice.is_counted:
            counted.setdefault(practice.answer.performed_by, []).append(practice)
    rows = tuple(
        _row(performer, counted[performer], gaps, scale)
        for performer in (*PERFORMERS, None)
        if performer in counted
    )
    return rows if any(row.is_elsewhere for row in rows) else ()


def _row(
    performer: Performer | None,
    members: Sequence[PracticeView],
    gaps: Sequence[GapView],
    scale: LevelScale,
) -> PerformerRow:
    basics = [practice for practice in members if practice.tier == "basic"]
    return PerformerRow(
        performer=performer,
        count=len(members),
        in_place=sum(scale.value(practice.result.level) >= scale.in_place for practice in members),
        below=sum(practice.is_below_target for practice in basics),
        basics=len(basics),
        gaps=tuple(gap for gap in gaps if gap.practice.answer.performed_by == performer),
    )
