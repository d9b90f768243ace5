"""Which of an institution's files speaks for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple

_LATE = datetime(9999, 12, 31)  # noqa: DTZ001 - local time, as the list of receipts has it


class FilingCandidate(NamedTuple):
    """One of an institution's files.

    Attributes:
        content: hash of what it says; files that say the same need no decision.
        is_readable: whether its answers could be taken.
    """

    path: str
    version: int
    received_at: datetime | None
    content: str
    is_readable: bool

    @property
    def order(self) -> tuple[int, datetime, str]:
        """What files that say the same are sorted by."""
        return (self.version, self.received_at or _LATE, self.path)


class FilingPrecedence(NamedTuple):
    """What the others make of a file.

    Attributes:
        other: number of the file that it repeats, or that takes its place.
    """

    state: Literal["superseded", "held", "duplicate"]
    other: int | None = None


class PrecedenceResult(NamedTuple):
    """How an institution's files stand to each other.

    Attributes:
        standing: number of the file that speaks for it, None where none does or a person has to
            decide.
        verdicts: by number; a file without one stays what it is.
        newer: whether a file that cannot be read came after the standing one.
    """

    standing: int | None
    verdicts: dict[int, FilingPrecedence]
    newer: bool = False


def decide_precedence(turns: Sequence[FilingCandidate]) -> PrecedenceResult:
    """Decide by version number, then by time of receipt; nothing else decides.

    Two files that differ, with the same version and the same time or without one, are held: taking
    either would be a guess. Of files that say the same the first counts.
    """
    readable = [number for number, turn in enumerate(turns) if turn.is_readable]
    verdicts = _repeats(turns, [n for n, turn in enumerate(turns) if not turn.is_readable])
    if not readable:
        return PrecedenceResult(None, verdicts)
    latest = [
        number
        for number in readable
        if not any(_is_later(turns[other], turns[number]) for other in readable)
    ]
    contents = {turns[number].content for number in latest}
    if len(contents) > 1:
        held = dict.fromkeys(latest, FilingPrecedence("held"))
        rest = {n: FilingPrecedence("superseded", latest[0]) for n in readable if n not in held}
        return PrecedenceResult(None, {**verdicts, **held, **rest, **_repeats(turns, latest)})
    same = [
        number
        for number in readable
        if turns[number].content in contents
        and not any(
            turns[other].content not in contents and _is_later(turns[other], turns[number])
            for other in readable
        )
    ]
    repeated = _repeats(turns, same)
    standing = next(number for number in same if number not in repeated)
    verdicts |= {n: FilingPrecedence("superseded", standing) for n in readable if n not in same}
    verdicts |= repeated
    newer = False
    for number, turn in enumerate(turns):
        if not turn.is_readable and number not in verdicts:
            if _is_later(turns[standing], turn):
                verdicts[number] = FilingPrecedence("superseded", standing)
            newer = newer or _is_later(turn, turns[standing])
    return PrecedenceResult(standing, verdicts, newer)


def _repeats(
    turns: Sequence[FilingCandidate], numbers: Sequence[int]
) -> dict[int, FilingPrecedence]:
    """Return a verdict for each file that says what an earlier one of them says."""
    first: dict[str, int] = {}
    found = {}
    for number in sorted(numbers, key=lambda one: turns[one].order):
        original = first.setdefault(turns[number].content, number)
        if original != number:
            found[number] = FilingPrecedence("duplicate", original)
    return found


def _is_later(one: FilingCandidate, other: FilingCandidate) -> bool:
    if one.version != other.version:
        return one.version > other.version
    if one.received_at is None or other.received_at is None:
        return False
    return one.received_at > other.received_at
