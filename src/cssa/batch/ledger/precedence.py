"""Which of an institution's files is its effective filing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from cssa.batch.intake.reading import placed
from cssa.batch.ledger.entries import Filing
from cssa.errors import Problem

_LATE = datetime(9999, 12, 31)  # noqa: DTZ001 - local time, as the list of receipts has it


class FilingCandidate(NamedTuple):
    """One of an institution's files.

    Attributes:
        path: of the file, as it is shown.
        version: as its sender counts them, from 1.
        received_at: local time; None where there is no receipt.
        content: hash of the answers; files with the same answers need no decision.
        is_readable: whether its answers could be accepted.
    """

    path: str
    version: int
    received_at: datetime | None
    content: str
    is_readable: bool

    @property
    def order(self) -> tuple[int, datetime, str]:
        """What files with the same answers are sorted by."""
        return (self.version, self.received_at or _LATE, self.path)


class FilingPrecedence(NamedTuple):
    """The state that a file takes because of the institution's other files.

    Attributes:
        state: the new state.
        preferred: number of the file that it repeats or that supersedes it; None where it is held.
    """

    state: Literal["superseded", "held", "duplicate"]
    preferred: int | None = None


_Decisions = dict[int, FilingPrecedence]


class PrecedenceResult(NamedTuple):
    """How an institution's files rank among each other.

    Attributes:
        effective: number of the effective filing; None where there is none or a person has to
            decide.
        decisions: by number of the file; a file without one keeps its state.
        has_newer_unreadable: whether a file that cannot be read came after the effective one.
    """

    effective: int | None
    decisions: _Decisions
    has_newer_unreadable: bool = False


def apply_precedence(
    filings: Sequence[Filing], contents: Mapping[str, str]
) -> tuple[PrecedenceResult, list[Filing]]:
    """Return which of an institution's filings is effective, and what the others become.

    Args:
        filings: all of the institution's.
        contents: hash of each file's answers, by the file's sha256.
    """
    precedence = decide_precedence(
        [
            FilingCandidate(
                filing.path,
                filing.version,
                filing.received_at,
                contents[filing.sha256],
                is_readable=filing.state == "accepted",
            )
            for filing in filings
        ]
    )
    ranked = list(filings)
    for number, decision in precedence.decisions.items():
        filing = filings[number]
        if decision.preferred is not None:
            params = {"other": filings[decision.preferred].path}
            reason = Problem(f"batch.{decision.state}", params)
        else:
            reason = Problem("batch.held")
        ranked[number] = filing._replace(
            state=decision.state, reasons=(placed(reason, filing.path), *filing.reasons)
        )
    return precedence, ranked


def decide_precedence(candidates: Sequence[FilingCandidate]) -> PrecedenceResult:
    """Decide by version number, then by time of receipt; nothing else decides.

    Two files that differ, with the same version and the same time or without one, are held: taking
    either would be a guess. Of files with the same answers the first counts.
    """
    readable = [number for number, file in enumerate(candidates) if file.is_readable]
    unreadable = [number for number, file in enumerate(candidates) if not file.is_readable]
    decisions = _duplicates(candidates, unreadable)
    if not readable:
        return PrecedenceResult(None, decisions)
    latest = _latest(candidates, readable)
    if len({candidates[number].content for number in latest}) > 1:
        return PrecedenceResult(None, decisions | _hold(candidates, readable, latest))
    effective, ranked = _rank(candidates, readable, candidates[latest[0]].content)
    remaining = [number for number in unreadable if number not in decisions]
    superseded = [n for n in remaining if _is_later(candidates[effective], candidates[n])]
    newer = [n for n in remaining if _is_later(candidates[n], candidates[effective])]
    decisions |= ranked | _supersede(superseded, effective)
    return PrecedenceResult(effective, decisions, has_newer_unreadable=bool(newer))


def _latest(candidates: Sequence[FilingCandidate], numbers: Sequence[int]) -> list[int]:
    """Return the numbers of the files that none of the others is later than."""
    return [
        number
        for number in numbers
        if not any(_is_later(candidates[rival], candidates[number]) for rival in numbers)
    ]


def _hold(
    candidates: Sequence[FilingCandidate], readable: Sequence[int], latest: Sequence[int]
) -> _Decisions:
    """Hold the latest files, which differ, and let them supersede the earlier ones."""
    held = dict.fromkeys(latest, FilingPrecedence("held"))
    earlier = [number for number in readable if number not in held]
    return held | _supersede(earlier, latest[0]) | _duplicates(candidates, latest)


def _rank(
    candidates: Sequence[FilingCandidate], readable: Sequence[int], content: str
) -> tuple[int, _Decisions]:
    """Return the number of the effective filing and what the other readable files become.

    Args:
        candidates: all of the institution's files.
        readable: numbers of those that are ranked.
        content: hash of the answers that were filed last.
    """
    differing = [number for number in readable if candidates[number].content != content]
    # where a sender goes back to earlier answers, only the files after the change have them filed
    current = [
        number
        for number in readable
        if number not in differing
        and not any(_is_later(candidates[rival], candidates[number]) for rival in differing)
    ]
    duplicates = _duplicates(candidates, current)
    effective = next(number for number in current if number not in duplicates)
    earlier = [number for number in readable if number not in current]
    return effective, _supersede(earlier, effective) | duplicates


def _supersede(numbers: Sequence[int], preferred: int) -> _Decisions:
    return dict.fromkeys(numbers, FilingPrecedence("superseded", preferred))


def _duplicates(candidates: Sequence[FilingCandidate], numbers: Sequence[int]) -> _Decisions:
    """Return a decision for each file with the same answers as an earlier one of them."""
    originals: dict[str, int] = {}
    decisions = {}
    for number in sorted(numbers, key=lambda number: candidates[number].order):
        original = originals.setdefault(candidates[number].content, number)
        if original != number:
            decisions[number] = FilingPrecedence("duplicate", original)
    return decisions


def _is_later(candidate: FilingCandidate, rival: FilingCandidate) -> bool:
    if candidate.version != rival.version:
        return candidate.version > rival.version
    if candidate.received_at is None or rival.received_at is None:
        return False
    return candidate.received_at > rival.received_at
