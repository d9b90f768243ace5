"""What changed between two to five results, and what each change comes from: what JSON has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.practice import Tier
from cssa.comparison.snapshot import SourceKind
from cssa.comparison.stages import Cause
from cssa.engine.aggregate import half_up, rounded
from cssa.engine.result import LevelReason
from cssa.engine.status import Status
from cssa.scheme.targets import RiskLevel

PracticeChange = Literal[
    "up",
    "down",
    "same",
    "answered",
    "unanswered",
    "not_applicable",
    "not_adopted",
    "out_of_scope",
    "back",
    "new",
    "gone",
]
"""How a practice changed: its level; its first answer, or none any more; what takes it out of the
figures now, or that it is back in them; or that the later or earlier checklist does not have it."""

FigureKind = Literal["overall", "domain", "section"]


@dataclass(frozen=True, kw_only=True)
class DifferencePart:
    """A part of a difference.

    Attributes:
        causes: what it comes from; more than one where they cannot be told apart.
        exact: a fraction in lowest terms, with its sign.
    """

    causes: tuple[Cause, ...]
    exact: str

    @property
    def value(self) -> Fraction:
        """The part, unrounded."""
        return Fraction(self.exact)


@dataclass(frozen=True, kw_only=True)
class FigureDifference:
    """How a figure differs from an earlier one.

    Attributes:
        difference: the later figure less the earlier one, rounded half away from zero to two
            decimals; null where one of them is missing or not known.
        exact: the same as a fraction in lowest terms.
        parts: what it comes from, in the order of the causes; they add up to it exactly, and a
            part of 0 is left out.
    """

    difference: float | None
    exact: str | None
    parts: tuple[DifferencePart, ...]

    @property
    def value(self) -> Fraction | None:
        """The difference, unrounded."""
        return None if self.exact is None else Fraction(self.exact)


@dataclass(frozen=True, kw_only=True)
class FigurePoint:
    """A figure on one day.

    Attributes:
        score: rounded half up to two decimals; null where there is nothing to score.
        exact: the same as a fraction in lowest terms.
        level: lowest level among counted basic practices.
        level_reason: ``unanswered`` where that is why there is no level.
        below_target: counted basic practices below target; null for saved levels.
        basics: counted basic practices.
    """

    score: float | None
    exact: str | None
    level: int | None
    level_reason: LevelReason | None
    below_target: int | None
    basics: int
    in_scope: int
    unanswered: int

    @property
    def value(self) -> Fraction | None:
        """The unrounded score."""
        return None if self.exact is None else Fraction(self.exact)


@dataclass(frozen=True, kw_only=True)
class FigureHistory:
    """The figures of the whole, a domain or a section over the days.

    Attributes:
        id: of the domain or section; null for the whole.
        points: for each day; null where the checklist of that day does not have it.
        scores: differences of the score from each day to the next.
        score: difference of the score from the first day to the last.
        below: differences of the number below target, from each day to the next.
        below_target: difference of the number below target from the first day to the last.
    """

    kind: FigureKind
    id: str | None
    points: tuple[FigurePoint | None, ...]
    scores: tuple[FigureDifference, ...]
    score: FigureDifference
    below: tuple[FigureDifference, ...]
    below_target: FigureDifference


@dataclass(frozen=True, kw_only=True)
class PracticePoint:
    """How a practice stood on one day.

    Attributes:
        id: its id in the checklist of that day.
    """

    id: str
    status: Status
    level: int | None
    target: int | None


@dataclass(frozen=True, kw_only=True)
class PracticeRevision:
    """What a new version of the checklist made of a practice.

    Attributes:
        kinds: as its ``changes.yaml`` calls it.
        practices: ids of the former version that it was made from; of a practice that is gone,
            those of the new version that it went into.
    """

    kinds: tuple[str, ...]
    practices: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PracticeHistory:
    """A practice over the days.

    Attributes:
        id: the last that it had; followed by its version where another practice has it now.
        domain: the one that it is in last.
        points: for each day; null where the checklist of that day does not have it.
        changes: from each day to the next; null where neither has it.
        change: from the first day to the last.
        revisions: what the checklist made of it from each day to the next; null where its
            question stayed the same, or nothing says what became of it.
    """

    id: str
    domain: str
    tier: Tier
    points: tuple[PracticePoint | None, ...]
    changes: tuple[PracticeChange | None, ...]
    change: PracticeChange | None
    revisions: tuple[PracticeRevision | None, ...]


@dataclass(frozen=True, kw_only=True)
class ComparedPoint:
    """One of the results compared.

    Attributes:
        file: name of its file.
        source: whether it is answers or a form, a result, or saved levels.
        version: of the checklist.
        fingerprint: of the checklist.
        scheme: what identifies the content of the scheme.
        targets: what identifies the content of the targets; null for saved levels.
        risk: level of the risk profile; null for saved levels.
        provisional: null for saved levels.
    """

    file: str
    source: SourceKind
    assessed_on: date
    version: str
    fingerprint: str
    scheme: str
    targets: str | None
    risk: RiskLevel | None
    provisional: bool | None


@dataclass(frozen=True, kw_only=True)
class ComparedResults:
    """Two to five results of one institution on one checklist, the oldest first.

    Attributes:
        institution: its id.
        name: of the institution, as it was last.
        checklist: its id.
        sections: null where the checklist of one of the days is not available.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.comparison/1"], Field(alias="schema")] = "cssa.comparison/1"
    institution: str
    name: str
    checklist: str
    scored: bool
    scale: LevelScale
    points: tuple[ComparedPoint, ...]
    overall: FigureHistory
    domains: tuple[FigureHistory, ...]
    sections: tuple[FigureHistory, ...] | None
    practices: tuple[PracticeHistory, ...]


def signed(value: Fraction) -> float:
    """Return a difference for display: two decimals, rounded half away from zero."""
    size = rounded(abs(value)) or 0.0
    return -size if value < 0 and size else size


def format_signed(value: Fraction, digits: int) -> str:
    """Return a difference with its sign, rounded half away from zero.

    Args:
        value: unrounded.
        digits: decimals.
    """
    number = half_up(abs(value), digits) / 10**digits
    sign = "" if not number else "-" if value < 0 else "+"
    return f"{sign}{number:.{digits}f}"


def practices_by_change(
    comparison: ComparedResults, *, since_last: bool = False
) -> Mapping[PracticeChange, Sequence[PracticeHistory]]:
    """Return the practices that changed, by how they did.

    Args:
        comparison: what changed.
        since_last: whether from the last day but one to the last, else from the first day to it.
    """
    found: dict[PracticeChange, list[PracticeHistory]] = {}
    for practice in comparison.practices:
        change = practice.changes[-1] if since_last else practice.change
        if change not in (None, "same"):
            found.setdefault(change, []).append(practice)
    return found
