"""Attributes a file to institutions: by receipt, its own claim, number, name or sender."""

from collections.abc import Sequence
from typing import NamedTuple

from cssa.batch.intake.reading import ClaimedIdentity, placed
from cssa.batch.ledger.entries import BY_SENDER, FileState, Filing, ReceivedFile
from cssa.batch.ledger.identity import RosterIndex
from cssa.errors import Problem
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry


class Attribution(NamedTuple):
    """Which institutions a file is filed for, and on what evidence.

    Attributes:
        institutions: ids, at least one; None where nothing names the institution.
        marks: ``by_number``, ``by_name`` or ``by_sender`` where the form's number, the file's name
            or the address that it was sent from is the only evidence.
        reasons: warnings.
        is_confirmed: whether the list of receipts names the institutions.
    """

    institutions: Sequence[str | None]
    marks: tuple[str, ...] = ()
    reasons: tuple[Problem, ...] = ()
    is_confirmed: bool = False


def attribute(file: ReceivedFile, receipt: Receipt | None, index: RosterIndex) -> Attribution:
    """Attribute a file by its receipt, else by its own claim, its form number, name or sender.

    Args:
        file: as it was read.
        receipt: of it; None where the list of receipts does not have it.
        index: the institutions on the roster.
    """
    claimed_id = _claimed_id(file.head.claimed)
    if receipt is not None and receipt.institutions:
        ids = receipt.institutions
        is_other = claimed_id is not None and claimed_id.casefold() not in map(fold, ids)
        reason = Problem("batch.other_institution", {"found": claimed_id or ""})
        return Attribution(ids, reasons=(reason,) if is_other else (), is_confirmed=True)
    if claimed_id is not None:
        return Attribution((claimed_id,))
    issued_to = index.by_number(file.head.number)
    if issued_to is not None:
        return Attribution((issued_to.id,), ("by_number",))
    in_name = index.in_file_name(file.path)
    if in_name is not None:
        return Attribution((in_name.id,), ("by_name",))
    sender = index.by_sender(file.mail.sender) if file.mail else None
    return Attribution((None,)) if sender is None else Attribution((sender.id,), (BY_SENDER,))


def filed_for(filing: Filing, institution: str | None) -> Filing:
    """Return a filing for an institution, with the name that its file states for it."""
    claimed = filing.claimed
    is_claimed = claimed is not None and fold(_claimed_id(claimed)) == fold(institution)
    return filing._replace(
        institution=institution, name=claimed.name if claimed and is_claimed else ""
    )


def not_expected(filing: Filing, entry: RosterEntry) -> Filing:
    """Return a filing for an institution that the roster has as withdrawn or merged.

    Args:
        filing: of the institution.
        entry: the institution.
    """
    state: FileState = "withdrawn"
    problem = Problem("batch.withdrawn")
    if entry.status == "merged":
        state, problem = "merged", Problem("batch.merged", {"other": entry.merged_into or ""})
    reason = placed(problem, filing.path)
    return filing._replace(state=state, reasons=(reason, *filing.reasons))


def _claimed_id(claimed: ClaimedIdentity | None) -> str | None:
    return (claimed.id or None) if claimed else None


def fold(text: str | None) -> str | None:
    """Return an id as ids are compared."""
    return None if text is None else text.casefold()
