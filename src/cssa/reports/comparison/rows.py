"""What the tables of a comparison show: columns, rows and groups of rows, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cssa.comparison.compared_results import FigureHistory, PracticeChange
from cssa.comparison.stages import CAUSES, Cause


@dataclass(frozen=True, kw_only=True)
class PointColumn:
    """A day as the head of a column.

    Attributes:
        label: the day.
        version: of the checklist, with what is different from the day before.
        notes: what is different from the day before, and what is not known of it.
    """

    label: str
    version: str
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FigureHistoryRow:
    """A score, or a number below target, over the days.

    Attributes:
        name: number and title of the domain or section; of the whole, that it is.
        values: unrounded, for each day; None where there is none or it is not known.
        cells: the same in words.
        difference: from the first day to the last.
        exact_parts: of the difference, by cause; a cause without a part of its own is left out.
        joined: parts of causes that cannot be told apart, in words; empty where there is none.
    """

    history: FigureHistory
    name: str
    title: str
    values: tuple[Fraction | None, ...]
    cells: tuple[str, ...]
    difference: str
    exact_parts: Mapping[Cause, Fraction]
    parts: Mapping[Cause, str]
    joined: str


class FigureTable(NamedTuple):
    """Figures with what their differences come from.

    Attributes:
        parts: message code of what its rows are.
    """

    heading: str
    rows: Sequence[FigureHistoryRow]
    parts: str = "report.column.domain"

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The causes of which any row has a part, in their order."""
        return tuple(cause for cause in CAUSES if any(cause in row.parts for row in self.rows))

    @property
    def is_changed(self) -> bool:
        """Whether any row has a part at all."""
        return bool(self.causes) or self.has_joined

    @property
    def has_joined(self) -> bool:
        """Whether any row has a part of causes that cannot be told apart."""
        return any(row.joined for row in self.rows)


@dataclass(frozen=True, kw_only=True)
class PracticeHistoryRow:
    """A practice over the days.

    Attributes:
        domain: number of its domain.
        cells: its level or status on each day.
        notes: what new versions of the checklist made of it.
        since_last: how it changed from the last day but one, in a word; empty where neither has it.
        since_first: how it changed from the first day, likewise.
    """

    number: str
    title: str
    domain: str
    cells: tuple[str, ...]
    notes: tuple[str, ...]
    since_last: str
    since_first: str


@dataclass(frozen=True, kw_only=True)
class ChangeGroup:
    """The practices that changed in one way."""

    kind: PracticeChange
    heading: str
    rows: tuple[PracticeHistoryRow, ...]


@dataclass(frozen=True, kw_only=True)
class ChangedPractices:
    """The practices that changed between two of the days.

    Attributes:
        heading: which days they are.
        groups: what changed, by how it did.
        unchanged: how many practices did not.
        summary: how many changed in which way, in a sentence.
    """

    heading: str
    groups: tuple[ChangeGroup, ...]
    unchanged: int
    summary: str
