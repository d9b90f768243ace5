"""Parts of an institution's answers, each from one department, combined without a decision.

A form that is for one department says so. Such parts of one institution complete each other: they
count together as one file where no two of them answer a practice differently, and where together
they ask everything that the institution has to answer; or where a person has decided to merge them.
The form of a department that answers nothing is a part, too, where other departments answer.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import Any, NamedTuple, Protocol

from cssa.batch.intake.reading import DepartmentPart, ReadingHead, placed
from cssa.batch.ledger.entries import COMBINED, NOTHING_ANSWERED, Filing
from cssa.batch.ledger.identity import comparable
from cssa.batch.ledger.precedence import NAMED_PRACTICES, PrecedenceResult
from cssa.errors import Problem
from cssa.messages.wording import CodedWord, listed

_EARLY = datetime(1, 1, 1)  # noqa: DTZ001 - local time, as the list of receipts has it

Rank = Callable[[Sequence[Filing]], tuple[PrecedenceResult, list[Filing]]]
"""Decides which of several files counts, and returns them in the states that they take."""


class PartAnswers(Protocol):
    """Gives the answers in the parts of an institution."""

    def values(self, sha256: str) -> Mapping[str, Any]:
        """Return what a file answers and states, without blank answers."""

    def unasked(self, sha256: str, asked: Collection[str]) -> Sequence[str]:
        """Return the practices that a file leaves open and that no department is asked."""

    def merge(self, files: Sequence[str]) -> ReadingHead:
        """Return what is read of several files, the earliest first, as of one."""


class CombinedParts(NamedTuple):
    """An institution's filings after its departments' parts were combined.

    Attributes:
        filings: all of them, in the states that they take.
        standing: number of the filing that stands for the combined parts; None where none does.
        head: what was read of them together.
        absorbed: numbers of the other parts, on which nothing is left to decide.
    """

    filings: list[Filing]
    standing: int | None = None
    head: ReadingHead | None = None
    absorbed: frozenset[int] = frozenset()

    def sha256(self, number: int) -> str:
        """Return the hash of a filing's answers, that of all parts where it stands for them."""
        if number == self.standing and self.head is not None:
            return self.head.sha256
        return self.filings[number].sha256


def combine_parts(
    filings: Sequence[Filing],
    parts: Mapping[str, DepartmentPart],
    rank: Rank,
    answers: PartAnswers,
) -> CombinedParts:
    """Combine the parts of an institution.

    Args:
        filings: all of the institution's.
        parts: those that files are, by the file's sha256.
        rank: decides which of several files of one department counts.
        answers: gives the answers in the files.
    """
    departments: dict[str, list[int]] = {}
    for number, filing in enumerate(filings):
        is_part = filing.state == "accepted" and filing.sha256 in parts
        if is_part and filing.decision in (None, "merge"):
            departments.setdefault(parts[filing.sha256].id, []).append(number)
    result = list(filings)
    blank = _blank_parts(filings, parts, departments) if departments else []
    for number in blank:
        result[number] = _as_part(filings[number])
    standing: list[int] = []
    is_open = False
    for numbers in departments.values():
        precedence, ranked = rank([filings[number] for number in numbers])
        for number, filing in zip(numbers, ranked, strict=True):
            result[number] = filing
        standing += (numbers[number] for number in precedence.standing)
        is_open = is_open or precedence.effective is None
    every_part = [*blank, *(number for numbers in departments.values() for number in numbers)]
    standing.sort(key=lambda number: _order(filings[number]))
    standing = [*blank, *standing] if standing else []
    is_decided = any(filings[number].decision for number in standing)
    conflicts = {} if is_decided else _conflicts(standing, filings, answers)
    if conflicts or is_open:
        _hold(result, standing, conflicts)
        return CombinedParts(result, absorbed=_settled(result, every_part))
    if not standing:
        return CombinedParts(result)
    head = answers.merge([filings[number].sha256 for number in standing])
    asked = {key for number in standing for key in parts[filings[number].sha256].asked}
    unasked = () if is_decided else answers.unasked(head.sha256, asked)
    combined = _combined(result, standing, head, unasked)
    return combined._replace(absorbed=_settled(combined.filings, every_part))


def _blank_parts(
    filings: Sequence[Filing],
    parts: Mapping[str, DepartmentPart],
    departments: Collection[str],
) -> list[int]:
    """Return the first form of each department that has sent none with answers.

    Args:
        filings: all of the institution's.
        parts: those that files are, by the file's sha256.
        departments: those with answers.
    """
    blank: dict[str, int] = {}
    for number, filing in enumerate(filings):
        is_blank = filing.state == "returned" and NOTHING_ANSWERED in filing.marks
        if is_blank and filing.sha256 in parts and filing.decision in (None, "merge"):
            department = parts[filing.sha256].id
            if department not in departments:
                blank.setdefault(department, number)
    return list(blank.values())


def _as_part(filing: Filing) -> Filing:
    """Return a filing without answers as a part that counts beside those of other departments."""
    reasons = tuple(reason for reason in filing.reasons if reason.code != "batch.nothing_answered")
    return _explained(
        filing._replace(
            state="accepted",
            marks=tuple(mark for mark in filing.marks if mark != NOTHING_ANSWERED),
            reasons=reasons,
        ),
        Problem("batch.part_blank"),
    )


def _combined(
    filings: list[Filing],
    standing: Sequence[int],
    head: ReadingHead,
    unasked: Sequence[str],
) -> CombinedParts:
    """Return filings of which the last part stands for all.

    Args:
        filings: all of the institution's; they take their states.
        standing: numbers of the parts that count in their departments, in order.
        head: what was read of them together.
        unasked: practices that nobody answers and no department was asked.
    """
    *others, last = standing
    for number in others:
        problem = Problem("batch.part_of", {"other": filings[last].path})
        filings[number] = _explained(filings[number], problem)._replace(state="superseded")
    if unasked:
        params = {"count": len(unasked), "practices": listed(unasked, NAMED_PRACTICES)}
        incomplete = _explained(filings[last], Problem("batch.parts_incomplete", params))
        filings[last] = incomplete._replace(state="returned")
        return CombinedParts(filings)
    if others:
        filings[last] = filings[last]._replace(marks=(*filings[last].marks, COMBINED))
    return CombinedParts(filings, last, head)


def _settled(filings: Sequence[Filing], numbers: Iterable[int]) -> frozenset[int]:
    """Return the parts on which nothing is left to decide, as another file counts for them."""
    return frozenset(
        number for number in numbers if filings[number].state in ("superseded", "duplicate")
    )


def _order(filing: Filing) -> tuple[bool, int, datetime, str]:
    is_decided = filing.decision is not None
    return (is_decided, filing.version, filing.received_at or _EARLY, filing.path)


def _conflicts(
    numbers: Sequence[int], filings: Sequence[Filing], answers: PartAnswers
) -> dict[int, dict[int, list[str | CodedWord]]]:
    """Return what parts say differently, by both of them."""
    values = {number: answers.values(filings[number].sha256) for number in numbers}
    conflicts: dict[int, dict[int, list[str | CodedWord]]] = {}
    for number, other in combinations(numbers, 2):
        differing = _differing(values[number], values[other])
        if differing:
            conflicts.setdefault(number, {})[other] = differing
            conflicts.setdefault(other, {})[number] = differing
    return conflicts


def _differing(values: Mapping[str, Any], other: Mapping[str, Any]) -> list[str | CodedWord]:
    """Return the practices and facts that two parts state differently, facts in words."""
    here, there = dict(values["institution"]), dict(other["institution"])
    if comparable(here.get("name", "")) == comparable(there.get("name", "")):
        here["name"] = there.get("name")
    first, second = here | _facts(values), there | _facts(other)
    facts = (CodedWord(f"batch.fact.{key}") for key in _unequal(first, second))
    return [*_unequal(values["answers"], other["answers"]), *facts]


def _facts(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in ("lists", "selected_groups") if key in values}


def _unequal(first: Mapping[str, Any], second: Mapping[str, Any]) -> list[str]:
    return [key for key in first if key in second and first[key] != second[key]]


def _hold(
    filings: list[Filing],
    standing: Iterable[int],
    conflicts: Mapping[int, Mapping[int, list[str | CodedWord]]],
) -> None:
    """Hold the parts that count in their departments, as they cannot be combined."""
    for number in standing:
        problems = [
            Problem(
                "batch.held.parts_differ",
                {
                    "count": len(differing),
                    "other": filings[other].path,
                    "practices": listed(differing, NAMED_PRACTICES),
                },
            )
            for other, differing in conflicts.get(number, {}).items()
        ]
        explained = _explained(filings[number], *(problems or [Problem("batch.held.part_waits")]))
        filings[number] = explained._replace(state="held")


def _explained(filing: Filing, *problems: Problem) -> Filing:
    """Return a filing with further reasons before its own."""
    further = (placed(problem, filing.path) for problem in problems)
    return filing._replace(reasons=(*further, *filing.reasons))
