"""Which of an institution's files is its effective filing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Literal, NamedTuple

from cssa.batch.intake.reading import placed
from cssa.batch.ledger.entries import Filing
from cssa.errors import Problem
from cssa.lists.receipts import Decision
from cssa.messages.wording import WordList, listed

MANY_MISSING = 5
"""Number of answers that a later file may not lack of those that stand; nor may it lack half."""

NAMED_PRACTICES = 10
"""Number of practices that a reason lists; it counts them all."""

_LATE = datetime(9999, 12, 31)  # noqa: DTZ001 - local time, as the list of receipts has it


class FilingCandidate(NamedTuple):
    """One of an institution's files.

    Attributes:
        path: of the file, as it is shown.
        version: as its sender counts them, from 1.
        received_at: local time; None where there is no receipt.
        content: hash of the answers; files with the same answers need no decision.
        is_readable: whether its answers could be accepted.
        answered: the practices that it answers.
        decision: of the issuer on this file, in the list of receipts.
    """

    path: str
    version: int
    received_at: datetime | None
    content: str
    is_readable: bool
    answered: frozenset[str] = frozenset()
    decision: Decision | None = None

    @property
    def order(self) -> tuple[int, datetime, int, str]:
        """What files with the same answers are sorted by; names of copies are longer."""
        return (self.version, self.received_at or _LATE, len(self.path), self.path)


class FilingPrecedence(NamedTuple):
    """The state that a file takes because of the institution's other files.

    Attributes:
        state: the new state; ``withdrawn`` where the issuer decided against it.
        preferred: number of the file that it repeats or that supersedes it.
        others: numbers of the files beside which it is held.
        missing: practices that those answer and this one does not.
        kind: ``sent_again`` for a duplicate of a file that another one had already superseded,
            ``merged_into`` for a file whose answers count as a part of a later one's.
    """

    state: Literal["superseded", "held", "duplicate", "withdrawn"]
    preferred: int | None = None
    others: tuple[int, ...] = ()
    missing: frozenset[str] = frozenset()
    kind: Literal["sent_again", "merged_into"] | None = None


_Decisions = dict[int, FilingPrecedence]


class PrecedenceResult(NamedTuple):
    """How an institution's files rank among each other.

    Attributes:
        effective: number of the effective filing; None where there is none or a person has to
            decide.
        decisions: by number of the file; a file without one keeps its state.
        has_newer: whether a file that came after the effective one cannot be read or is held.
        merged: numbers of the files whose answers the effective one adds to, in order.
    """

    effective: int | None
    decisions: _Decisions
    has_newer: bool = False
    merged: tuple[int, ...] = ()

    @property
    def standing(self) -> tuple[int, ...]:
        """Numbers of the files whose answers count, in order."""
        return () if self.effective is None else (*self.merged, self.effective)

    def renumbered(self, numbers: Sequence[int]) -> "PrecedenceResult":
        """Return the same where the files are a part of others; only ``decisions`` are left out.

        Args:
            numbers: of the files among the others.
        """
        effective = None if self.effective is None else numbers[self.effective]
        merged = tuple(numbers[number] for number in self.merged)
        return PrecedenceResult(effective, {}, self.has_newer, merged)


def apply_precedence(
    filings: Sequence[Filing],
    contents: Mapping[str, str],
    answered: Callable[[str], Iterable[str]],
) -> tuple[PrecedenceResult, list[Filing]]:
    """Return which of an institution's filings is effective, and what the others become.

    Args:
        filings: all of the institution's.
        contents: hash of each file's answers, by the file's sha256.
        answered: returns the practices that a file answers, in checklist order, by its sha256.
    """
    readable = {filing.sha256 for filing in filings if filing.state == "accepted"}
    is_alone = len({contents[sha256] for sha256 in readable}) < 2  # noqa: PLR2004 - no other to compare with
    practices = {} if is_alone else {sha256: tuple(answered(sha256)) for sha256 in readable}
    precedence = decide_precedence(
        [
            FilingCandidate(
                filing.path,
                filing.version,
                filing.received_at,
                contents[filing.sha256],
                is_readable=filing.state == "accepted",
                answered=frozenset(practices.get(filing.sha256, ())),
                decision=filing.decision,
            )
            for filing in filings
        ]
    )
    order = {practice: None for listed in practices.values() for practice in listed}
    ranked = list(filings)
    for number, decision in precedence.decisions.items():
        reasons = _reasons(decision, filings, order, precedence.effective)
        ranked[number] = _explained(filings[number], reasons)._replace(state=decision.state)
    if precedence.effective is not None and precedence.merged:
        reason = Problem("batch.merged_with", {"others": _paths(filings, precedence.merged)})
        ranked[precedence.effective] = _explained(ranked[precedence.effective], [reason])
    return precedence, ranked


def _explained(filing: Filing, reasons: Iterable[Problem]) -> Filing:
    """Return a filing with further reasons before its own."""
    further = (placed(reason, filing.path) for reason in reasons)
    return filing._replace(reasons=(*further, *filing.reasons))


def _reasons(
    decision: FilingPrecedence,
    filings: Sequence[Filing],
    order: Iterable[str],
    effective: int | None,
) -> Iterator[Problem]:
    """Yield why a file is in the state that it takes.

    Args:
        decision: on the file.
        filings: all of the institution's.
        order: the practices, in checklist order.
        effective: number of the file that counts; None where none does.
    """
    if decision.state == "withdrawn":
        yield Problem("batch.left_aside")
    elif decision.state == "held" and decision.missing:
        missing = [practice for practice in order if practice in decision.missing]
        params = {
            "count": len(missing),
            "others": _paths(filings, decision.others),
            "practices": listed(missing, NAMED_PRACTICES),
        }
        yield Problem("batch.held.missing", params)
        counts = "none_counts" if effective is None else "earlier_counts"
        yield Problem(f"batch.held.{counts}")
    elif decision.state == "held":
        yield Problem("batch.held", {"others": _paths(filings, decision.others)})
    elif decision.preferred is not None:
        params = {"other": filings[decision.preferred].path}
        yield Problem(f"batch.{decision.kind or decision.state}", params)


def _paths(filings: Sequence[Filing], numbers: Iterable[int]) -> WordList:
    return listed(filings[number].path for number in numbers)


def decide_precedence(candidates: Sequence[FilingCandidate]) -> PrecedenceResult:
    """Decide by version number, time of receipt, and what each file answers.

    A later file supersedes the earlier ones if it has their answers. One that lacks many of them
    is held: its sender may have filled in the corrections alone, or one department's part. The
    earlier file counts meanwhile, unless it lacks as many of the later one's answers.

    Two files that differ, with the same version and the same time or without one, are held too:
    taking either would be a guess. Of files with the same answers the first counts, and an earlier
    file sent again does not undo what came in between.
    """
    decisions: _Decisions = {
        number: FilingPrecedence("withdrawn")
        for number, file in enumerate(candidates)
        if file.decision == "leave"
    }
    remaining = [number for number in range(len(candidates)) if number not in decisions]
    readable = [number for number in remaining if candidates[number].is_readable]
    unreadable = [number for number in remaining if not candidates[number].is_readable]
    decisions |= _duplicates(candidates, unreadable)
    if not readable:
        return PrecedenceResult(None, decisions)
    sequence = _Sequence(candidates)
    for batch in _in_order(candidates, readable):
        sequence.add(batch)
    decisions |= sequence.decisions
    if not sequence.standing:
        return PrecedenceResult(None, decisions)
    *merged, effective = sequence.standing
    decisions |= {
        number: FilingPrecedence("superseded", effective, kind="merged_into") for number in merged
    }
    newer = bool(sequence.pending)
    for number in unreadable:
        if number in decisions:
            continue
        if _is_later(candidates[effective], candidates[number]):
            decisions[number] = FilingPrecedence("superseded", effective)
        newer = newer or _is_later(candidates[number], candidates[effective])
    return PrecedenceResult(effective, decisions, newer, tuple(merged))


class _Sequence:
    """An institution's files as they came in, with what stands after each of them.

    Attributes:
        standing: numbers of the files whose answers count: one, or several that are merged.
        pending: numbers of the files on which a person has to decide.
    """

    def __init__(self, candidates: Sequence[FilingCandidate]) -> None:
        self._candidates = candidates
        self._decisions: _Decisions = {}
        self._originals: dict[str, int] = {}
        self._is_decided = False
        self._missing: dict[int, tuple[tuple[int, ...], frozenset[str]]] = {}
        self.standing: tuple[int, ...] = ()
        self.pending: tuple[int, ...] = ()

    @property
    def decisions(self) -> _Decisions:
        """What each file becomes that does not keep its state."""
        held = {
            number: FilingPrecedence(
                "held",
                None,
                *self._missing.get(number, (self._beside(number), frozenset())),
            )
            for number in self.pending
        }
        return self._decisions | held

    def _beside(self, number: int) -> tuple[int, ...]:
        return tuple(other for other in (*self.standing, *self.pending) if other != number)

    def add(self, numbers: Sequence[int]) -> None:
        """Add the files that came next; nothing tells which of them is later than another."""
        new = []
        for number in numbers:
            file = self._candidates[number]
            original = self._originals.get(file.content)
            if original is None or (file.decision and original not in (*self.standing, *numbers)):
                self._originals[file.content] = number
                new.append(number)
            else:
                is_current = original in (*self.standing, *self.pending, *new)
                self._decisions[number] = FilingPrecedence(
                    "duplicate", original, kind=None if is_current else "sent_again"
                )
        if not new:
            return
        decision = self._candidates[new[0]].decision
        if decision is None:
            self._follow(tuple(new))
        elif len(new) > 1 or (decision == "merge" and self.pending and not self.standing):
            self.pending += tuple(new)
        elif decision == "take":
            self._replace((new[0],), is_decided=True)
        else:
            self.standing += (new[0],)
            self._is_decided = True

    def _follow(self, new: tuple[int, ...]) -> None:
        """Let files follow on which nobody has decided."""
        before = (*self.standing, *self.pending)
        known = self._answered(before)
        lacking = [n for n in new if is_much(known - self._candidates[n].answered, known)]
        if not lacking:
            self._replace(new, is_decided=False)
            return
        for number in lacking:
            self._missing[number] = (before, known - self._candidates[number].answered)
        added = self._answered(new)
        absent = added - self._answered(self.standing)
        if self.standing and not self._is_decided and is_much(absent, added):
            for number in self.standing:
                self._missing[number] = (new, added - self._candidates[number].answered)
            self.pending = (*self.standing, *self.pending)
            self.standing = ()
        self.pending += new

    def _replace(self, new: tuple[int, ...], *, is_decided: bool) -> None:
        """Let files supersede all before; several that differ are held."""
        for number in (*self.standing, *self.pending):
            self._decisions[number] = FilingPrecedence("superseded", new[0])
        self.standing, self.pending = (new, ()) if len(new) == 1 else ((), new)
        self._is_decided = is_decided

    def _answered(self, numbers: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self._candidates[number].answered for number in numbers))


def is_much(missing: frozenset[str], known: frozenset[str]) -> bool:
    """Return whether so many answers are missing that a file may not have been meant as a whole.

    Args:
        missing: practices without an answer.
        known: practices that should have one.
    """
    return len(missing) >= MANY_MISSING or (bool(missing) and 2 * len(missing) >= len(known))


def _in_order(candidates: Sequence[FilingCandidate], numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield the files from the first to the last; those together of which none is later.

    A file without a time may be the latest of its version. A file on which the issuer decided
    comes after those on which nobody did.
    """
    latest: dict[int, datetime] = {}
    for number in numbers:
        version, at = candidates[number].version, candidates[number].received_at
        if at is not None:
            latest[version] = max(at, latest.get(version, at))

    def rank(number: int) -> tuple[int, datetime, bool]:
        file = candidates[number]
        at = file.received_at or latest.get(file.version, _LATE)
        return (file.version, at, file.decision is not None)

    ordered = sorted(numbers, key=lambda number: (rank(number), candidates[number].order))
    for _, group in groupby(ordered, key=rank):
        yield list(group)


def _duplicates(candidates: Sequence[FilingCandidate], numbers: Sequence[int]) -> _Decisions:
    """Return a decision for each file with the same content as an earlier one of them."""
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
