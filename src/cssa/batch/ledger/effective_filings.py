"""What an institution's effective filing comes to: state, warnings, and place in figures."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import ClaimedIdentity, ReadingHead, placed
from cssa.batch.ledger.entries import EffectiveFiling, FileState, Filing, LedgerRow
from cssa.batch.ledger.identity import RosterIndex, match_names
from cssa.errors import Problem
from cssa.lists.roster import RosterEntry
from cssa.peers.member import DOMAIN_FLOOR


class EffectiveFilings:
    """Judges the filings whose answers count.

    Args:
        campaign: its dates; None where only the forms name it.
        index: the institutions expected; None where everyone who filed is.
        senders: the address that a file was sent from, by its path, where that is known.
        floor: coverage, from 0 to 1, below which an institution enters no statistics.
        scored: whether the checklist is; then answers without a score enter no statistics.
    """

    def __init__(
        self,
        campaign: Campaign | None,
        index: RosterIndex | None,
        senders: Mapping[str, str],
        floor: Fraction,
        *,
        scored: bool,
    ) -> None:
        self._campaign = campaign
        self._index = index
        self._senders = senders
        self._floor = floor
        self._scored = scored

    def accepted(self, filing: Filing, head: ReadingHead, entry: RosterEntry) -> Filing:
        """Return an institution's effective filing, with warnings and marks.

        Args:
            filing: as it is so far.
            head: what was read of it, and of those that it is merged with.
            entry: the institution's on the roster.
        """
        claimed = head.claimed
        warnings = list(filing.reasons)
        if self._index is not None and claimed is not None and filing.is_own:
            differing = self._differing(self._index, claimed, filing, entry)
            warnings += (placed(problem, filing.path) for problem in differing)
        left_out = self._left_out(head, filing)
        if left_out in ("coverage", "nothing"):
            warnings.append(placed(Problem(f"batch.left_out.{left_out}"), filing.path))
        marks = filing.marks
        state: FileState = "accepted_with_warnings" if warnings else "accepted"
        day = filing.received_at.date() if filing.received_at else None
        deadline = self._campaign.deadline if self._campaign else None
        if day and deadline and day > deadline:
            if entry.extended_to is not None and day <= entry.extended_to:
                marks = (*marks, "extended")
            else:
                state = "late"
        return filing._replace(state=state, marks=marks, reasons=tuple(warnings))

    def _differing(
        self, index: RosterIndex, claimed: ClaimedIdentity, filing: Filing, entry: RosterEntry
    ) -> Iterator[Problem]:
        """Yield what an accepted file states differently from the roster."""
        if match_names(claimed.name, entry.name) not in ("same", "unstated"):
            yield Problem("batch.other_name", {"found": claimed.name, "wanted": entry.name})
        if claimed.sector != entry.sector:
            yield Problem("batch.other_sector", {"found": claimed.sector, "wanted": entry.sector})
        if index.is_unknown(filing.number):
            yield Problem("batch.unknown_number", {"number": filing.number})
        if filing.confirmed:
            return
        in_file_name = index.other_in_file_name(filing.path, entry)
        if in_file_name is not None:
            yield in_file_name
        other_sender = index.other_sender(self._senders.get(filing.path, ""), entry)
        if other_sender is not None:
            yield other_sender

    def _left_out(self, head: ReadingHead, filing: Filing) -> str | None:
        """Return why an institution's answers enter no statistics, None where they do.

        An extension beyond the cut-off does not move it: figures are published once.
        """
        cut_off = self._campaign.cut_off if self._campaign else None
        day = filing.received_at.date() if filing.received_at else None
        if day and cut_off and day > cut_off:
            return "cut_off"
        member = head.member
        if member is None or member.coverage is None:
            return "nothing"
        floor = self._floor
        if self._scored and member.overall is None:
            if len(member.domains) != 1 or member.coverage >= DOMAIN_FLOOR:
                return "nothing"
            floor = DOMAIN_FLOOR  # the only domain's score is the overall one
        return "coverage" if member.coverage < floor else None

    def row(
        self,
        empty: LedgerRow,
        filing: Filing,
        head: ReadingHead,
        *,
        newer: bool,
    ) -> LedgerRow:
        """Return the row of an institution with an effective filing.

        Args:
            empty: the row without a file.
            filing: the effective one.
            head: what was read of it, and of those that it is merged with.
            newer: whether a later file cannot be read or is held.
        """
        claimed_name = head.claimed.name if head.claimed and filing.is_own else None
        return empty._replace(
            state=filing.state,
            path=filing.path,
            received_at=filing.received_at,
            marks=(*filing.marks, "newer_file") if newer else filing.marks,
            coverage=head.member.coverage if head.member else None,
            effective=EffectiveFiling(
                ClaimedIdentity(
                    empty.id, empty.name if claimed_name is None else claimed_name, empty.sector
                ),
                head.sha256,
            ),
            left_out=self._left_out(head, filing),
        )
