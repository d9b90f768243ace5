"""Rows that were added to the review by hand: whose answer to what they are about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cssa.batch.ledger.entries import Ledger, LedgerRow
from cssa.checklist.model import Checklist
from cssa.errors import InputError, Problem
from cssa.forms.labels import folded
from cssa.forms.review import ReviewKey, ReviewOutcome


def placed_outcomes(
    outcomes: Sequence[ReviewOutcome], ledger: Ledger, checklist: Checklist
) -> tuple[ReviewOutcome, ...]:
    """Return outcomes, of which those of added rows are about the answer as it stands.

    Args:
        outcomes: as read from the workbooks.
        ledger: the institutions, with the files that count.
        checklist: the one that was answered, by ids or the source's own numbers.

    Raises:
        InputError: where an added row is about no answer, or about one that has a row.
    """
    if all(outcome.key.file for outcome in outcomes):
        return tuple(outcomes)
    rows = {row.id.casefold(): row for row in ledger.institutions}
    practices = dict(_practices(checklist))
    by_key = {outcome.key: outcome for outcome in outcomes if outcome.key.file}
    problems: list[Problem] = []
    for outcome in outcomes:
        if outcome.key.file:
            continue
        key = _key(outcome, rows, practices)
        if isinstance(key, Problem):
            problems.append(key)
            continue
        first = by_key.setdefault(key, outcome._replace(key=key))
        if first.place != outcome.place:
            params = {"other": str(first.place)}
            problems.append(Problem("book.review_twice", params, outcome.place))
    if problems:
        raise InputError(problems)
    return tuple(by_key.values())


def _key(
    outcome: ReviewOutcome, rows: Mapping[str, LedgerRow], practices: Mapping[str, str]
) -> ReviewKey | Problem:
    """Return the answer that an added row is about, or why there is none."""
    stated = outcome.key
    row = rows.get(stated.institution.casefold())
    if row is None or row.effective is None:
        code = "institution" if row is None else "nothing_filed"
        params = {"institution": stated.institution}
        return Problem(f"batch.added.{code}", params, outcome.place)
    if stated.practice is None:
        return ReviewKey(row.id, row.effective.sha256, None)
    practice = practices.get(folded(stated.practice))
    if practice is None:
        return Problem("batch.added.practice", {"practice": stated.practice}, outcome.place)
    return ReviewKey(row.id, row.effective.sha256, practice)


def _practices(checklist: Checklist) -> Iterator[tuple[str, str]]:
    """Yield the ids of practices by how they are shown, then by themselves, which goes before."""
    placed: Iterable[str] = checklist.placed
    yield from ((folded(checklist.shown_id(practice)), practice) for practice in placed)
    yield from ((folded(practice), practice) for practice in placed)
