"""Files whose institution is in doubt; their answers are not used until a person decides."""

from collections.abc import Iterable, Mapping, Sequence

from cssa.batch.intake.reading import placed
from cssa.batch.ledger.entries import IDENTITY, Filing, LedgerRow
from cssa.batch.ledger.identity import Difference, Statement, Suggestion, differences
from cssa.errors import Problem

DECIDE = Problem("batch.identity.decide")
"""What a person has to do before a file's answers are used."""


def doubted(
    filing: Filing, contradictions: Iterable[Problem], suggestion: Suggestion | None = None
) -> Filing:
    """Return a filing that is held until a person confirms its institution.

    Args:
        filing: as it would be otherwise.
        contradictions: what contradicts that it is the institution's.
        suggestion: the institution that it may belong to.
    """
    reasons = [*contradictions]
    if suggestion is not None and not _is_named(suggestion, reasons):
        reasons.append(suggestion.reason)
    reasons.append(DECIDE)
    return filing._replace(
        state="held",
        name=(filing.claimed.name if filing.claimed else "") or filing.name,
        marks=(*filing.marks, IDENTITY),
        reasons=(*(placed(reason, filing.path) for reason in reasons), *filing.reasons),
        suggested=suggestion.entry.id if suggestion else None,
    )


def _is_named(suggestion: Suggestion, contradictions: Iterable[Problem]) -> bool:
    """Return whether a contradiction already says what speaks for the suggested institution."""
    codes = {problem.code for problem in contradictions}
    kind = suggestion.kind
    return kind in ("file_name", "sender") and f"batch.identity.{kind}" in codes


def compared(filings: Sequence[Filing], statements: Mapping[int, Statement]) -> list[Filing]:
    """Return filings, of which those are held that contradict others under the same id.

    Where the list of receipts confirms some of them, the others are compared with those alone.

    Args:
        filings: of all institutions.
        statements: what each filing that is compared states, by its number.
    """
    by_institution: dict[str, list[int]] = {}
    for number in statements:
        filing = filings[number]
        if filing.institution is not None and not filing.is_doubtful:
            by_institution.setdefault(filing.institution.casefold(), []).append(number)
    compared_filings = list(filings)
    for numbers in by_institution.values():
        confirmed = [number for number in numbers if filings[number].confirmed]
        known: dict[Statement, int] = {}
        for number in confirmed or numbers:
            known.setdefault(statements[number], number)
        for number in numbers:
            if filings[number].confirmed:
                continue
            contradiction = _contradiction(statements[number], known, is_confirmed=bool(confirmed))
            if contradiction is not None:
                other, differing = contradiction
                problems = [
                    Problem(
                        f"batch.identity.other_file.{field}",
                        {"found": here, "wanted": there, "other": filings[other].path},
                    )
                    for field, here, there in differing
                ]
                compared_filings[number] = doubted(filings[number], problems)
    return compared_filings


def _contradiction(
    statement: Statement, known: Mapping[Statement, int], *, is_confirmed: bool
) -> tuple[int, tuple[Difference, ...]] | None:
    """Return the number of the first file that contradicts a statement, and in what.

    Args:
        statement: what is compared.
        known: what it is compared with, with the number of a file that states it.
        is_confirmed: whether those are confirmed; then one that agrees is enough.
    """
    compared_with = ((other, differences(statement, stated)) for stated, other in known.items())
    contradicting = (pair for pair in compared_with if pair[1])
    if not is_confirmed:
        return next(contradicting, None)
    every = list(contradicting)
    return every[0] if len(every) == len(known) else None


def marked(row: LedgerRow, doubtful: Filing | None, *, is_suggested: bool) -> LedgerRow:
    """Return an institution's row with marks for files that may or may not be its own.

    Args:
        row: derived from the files that are its own.
        doubtful: the first of those under its id that wait for a person to confirm them.
        is_suggested: whether a file that was filed under another id may be its own.
    """
    if doubtful is not None and row.state == "missing":
        row = row._replace(
            state="held",
            path=doubtful.path,
            received_at=doubtful.received_at,
            marks=doubtful.marks,
        )
    elif doubtful is not None:
        row = row._replace(marks=(*row.marks, "contradicting_file"))
    if is_suggested and row.effective is None:
        row = row._replace(marks=(*row.marks, "suggested_file"))
    return row
