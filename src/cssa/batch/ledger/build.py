"""Builds the ledger from what was read of the files, the roster and the list of receipts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import ClaimedIdentity, Kind, ReadingHead, placed
from cssa.batch.ledger.contradictions import DECIDE, compared, doubted, marked
from cssa.batch.ledger.entries import (
    EffectiveFiling,
    FileState,
    Filing,
    Ledger,
    LedgerRow,
    ReceivedFile,
)
from cssa.batch.ledger.identity import RosterIndex, Statement, match_names
from cssa.batch.ledger.other_documents import as_other_document, other_document, set_aside
from cssa.batch.ledger.precedence import apply_precedence
from cssa.batch.ledger.receipt_index import ReceiptIndex
from cssa.errors import Problem
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry

_STATE_OF_KIND: Mapping[Kind, FileState] = {
    "accepted": "accepted",
    "problems": "returned",
    "waiting_password": "waiting_password",
    "wrong_edition": "wrong_edition",
    "refused": "refused",
    "not_read": "not_read",
}
_SILENT_NOTES = frozenset(("form.blank_fields",))
"""Notes on what is optional; the ledger does not list them."""


def build_ledger(
    files: Iterable[ReceivedFile],
    *,
    campaign: Campaign | None,
    roster: Sequence[RosterEntry] | None,
    receipts: Sequence[Receipt] | None,
    floor: Fraction,
) -> Ledger:
    """Return the ledger: the state of every file received and of every institution expected.

    Args:
        files: the files with what was read of them, in any order.
        campaign: its id and dates; None where only the forms name it.
        roster: the institutions expected; everyone who filed where None.
        receipts: when and how files came in; None without a list.
        floor: coverage, from 0 to 1, below which an institution enters no statistics.
    """
    ordered = sorted(files, key=lambda file: (file.path, file.head.sha256))
    return _LedgerBuilder(ordered, campaign, roster, receipts, floor).ledger()


class _Attribution(NamedTuple):
    """Which institutions a file is filed for, and on what evidence.

    Attributes:
        institutions: ids, at least one; None where nothing names the institution.
        marks: ``by_name`` where the file's name is the only evidence.
        reasons: warnings.
        is_confirmed: whether the list of receipts names the institutions.
    """

    institutions: Sequence[str | None]
    marks: tuple[str, ...] = ()
    reasons: tuple[Problem, ...] = ()
    is_confirmed: bool = False


class _LedgerBuilder:
    """Attributes files to institutions, ranks them and derives the institutions' states."""

    def __init__(
        self,
        files: Sequence[ReceivedFile],
        campaign: Campaign | None,
        roster: Sequence[RosterEntry] | None,
        receipts: Sequence[Receipt] | None,
        floor: Fraction,
    ) -> None:
        self._files = files
        self._campaign = campaign
        self._floor = floor
        self._receipts = ReceiptIndex(receipts, [file.path for file in files])
        self._heads = {file.head.sha256: file.head for file in files}
        self._contents = {sha256: head.content or sha256 for sha256, head in self._heads.items()}
        self._is_closed = roster is not None
        self._roster = {entry.id.casefold(): entry for entry in roster or ()}
        self._index = RosterIndex(self._roster.values())

    def ledger(self) -> Ledger:
        filings = [filing for file in self._files for filing in self._filings(file)]
        filings = set_aside(self._compared(filings))
        if not self._is_closed:
            self._expect_everyone(filings)
            filings = [self._with_entry(filing) for filing in filings]
        by_institution: dict[str | None, list[int]] = {}
        doubtful: dict[str | None, Filing] = {}
        for number, filing in enumerate(filings):
            if filing.state == "other_document":
                continue
            if filing.is_doubtful:
                doubtful.setdefault(_fold(filing.institution), filing)
            else:
                by_institution.setdefault(_fold(filing.institution), []).append(number)
        unattributed = by_institution.get(None, [])
        _, ranked = apply_precedence([filings[number] for number in unattributed], self._contents)
        for number, filing in zip(unattributed, ranked, strict=True):
            filings[number] = filing
        suggested = {filing.suggested for filing in filings}
        is_incomplete = any(
            filing.state == "not_read" and filing.institution is None for filing in filings
        )
        rows = []
        for key, entry in sorted(self._roster.items(), key=lambda item: item[1].id):
            numbers = by_institution.get(key, [])
            row, ranked = self._institution(entry, [filings[number] for number in numbers])
            row = marked(row, doubtful.get(key), is_suggested=entry.id in suggested)
            if row.state == "missing" and is_incomplete:
                row = row._replace(state="not_read")  # its file may be among what was not read
            rows.append(row)
            for number, filing in zip(numbers, ranked, strict=True):
                filings[number] = filing
        return Ledger(
            campaign=self._campaign_id(filings),
            file_count=len(self._files),
            filings=tuple(filings),
            institutions=tuple(rows),
            unmatched_receipts=self._receipts.unmatched,
        )

    def _campaign_id(self, filings: Sequence[Filing]) -> str:
        if self._campaign is not None:
            return self._campaign.id
        doubtful = {filing.path for filing in filings if filing.is_doubtful}
        counts = Counter(
            file.head.campaign or ""
            for file in self._files
            if file.head.member and file.path not in doubtful
        )
        return min(counts, key=lambda campaign: (-counts[campaign], campaign), default="")

    def _filings(self, file: ReceivedFile) -> list[Filing]:
        """Return a file once for each institution that it is filed for."""
        head, listed = file.head, self._receipts.receipt(file.path)
        receipt = listed.receipt if listed else None
        attribution = self._attribution(file, receipt)
        other_campaign = self._other_campaign(head)
        notes = [note for note in head.notes if note.code not in _SILENT_NOTES]
        reasons = [*head.problems, *notes, *attribution.reasons, *self._receipts.reasons(file.path)]
        if other_campaign is not None:
            reasons.insert(0, other_campaign)
        filing = Filing(
            path=file.path,
            sha256=head.sha256,
            state="wrong_edition" if other_campaign else _STATE_OF_KIND[head.kind],
            institution=None,
            name="",
            claimed=head.claimed,
            lang=head.lang,
            received_at=None,
            channel="",
            sender="",
            version=1,
            marks=(
                *attribution.marks,
                *(["no_receipt"] if self._receipts.is_lacking(file.path) else []),
            ),
            reasons=tuple(placed(reason, file.path) for reason in reasons),
            confirmed=attribution.is_confirmed,
        )
        if receipt is not None:
            filing = filing._replace(
                received_at=receipt.received_at,
                channel=receipt.channel,
                sender=receipt.sender,
                version=receipt.version or 1,
            )
        other = other_document(file.path, head)
        if other is not None:
            filing = as_other_document(filing, other)
        return [
            self._on_roster(_filed_for(filing, institution))
            for institution in attribution.institutions
        ]

    def _other_campaign(self, head: ReadingHead) -> Problem | None:
        """Return a problem where an accepted file is an answer to another campaign."""
        wanted = self._campaign.id if self._campaign else None
        if head.kind != "accepted" or not wanted or not head.campaign or head.campaign == wanted:
            return None
        return Problem("batch.other_campaign", {"found": head.campaign, "wanted": wanted})

    def _attribution(self, file: ReceivedFile, receipt: Receipt | None) -> _Attribution:
        """Attribute a file by its receipt, else by its own claim, else by its name."""
        claimed_id = _claimed_id(file.head.claimed)
        if receipt is not None and receipt.institutions:
            ids = receipt.institutions
            is_other = claimed_id is not None and claimed_id.casefold() not in map(_fold, ids)
            reason = Problem("batch.other_institution", {"found": claimed_id or ""})
            return _Attribution(ids, reasons=(reason,) if is_other else (), is_confirmed=True)
        if claimed_id is not None:
            return _Attribution((claimed_id,))
        in_name = self._index.in_file_name(file.path)
        return (
            _Attribution((None,)) if in_name is None else _Attribution((in_name.id,), ("by_name",))
        )

    def _on_roster(self, filing: Filing) -> Filing:
        if not self._is_closed:
            return filing
        entry = self._roster.get((filing.institution or "").casefold())
        if entry is None:
            return self._off_roster(filing)
        filing = filing._replace(institution=entry.id, name=filing.name or entry.name)
        if filing.state == "other_document":
            return filing
        if filing.claimed is not None and not filing.confirmed:
            contradictions = self._index.contradictions(filing.claimed, filing.path, entry)
            if contradictions:
                suggestion = self._index.suggestion(filing.claimed, filing.path, entry.id)
                return doubted(filing, contradictions, suggestion)
        if entry.status == "expected":
            return filing
        state: FileState
        if entry.status == "merged":
            state = "merged"
            problem = Problem("batch.merged", {"other": entry.merged_into or ""})
        else:
            state, problem = "withdrawn", Problem("batch.withdrawn")
        reason = placed(problem, filing.path)
        return filing._replace(state=state, reasons=(reason, *filing.reasons))

    def _off_roster(self, filing: Filing) -> Filing:
        """Return a filing of nobody on the roster, with the institution that it may belong to."""
        unknown_id = filing.institution or ""
        claimed = None if filing.confirmed else filing.claimed
        suggestion = self._index.suggestion(claimed, filing.path, unknown_id)
        reasons = (
            []
            if filing.institution is None
            else [Problem("batch.not_on_roster", {"id": unknown_id})]
        )
        is_stray = filing.state == "accepted" and filing.institution is not None
        if suggestion is not None:
            filing = filing._replace(suggested=suggestion.entry.id)
            reasons += [suggestion.reason, *([DECIDE] if is_stray else [])]
        return filing._replace(
            state="not_on_roster" if is_stray else filing.state,
            reasons=(*filing.reasons, *(placed(reason, filing.path) for reason in reasons)),
        )

    def _compared(self, filings: Sequence[Filing]) -> list[Filing]:
        """Compare files under one id with each other in what the roster does not state."""
        statements = {
            number: self._statement(filing)
            for number, filing in enumerate(filings)
            if filing.is_own and self._is_expected(filing.institution)
        }
        return compared(filings, statements)

    def _is_expected(self, institution: str | None) -> bool:
        if not self._is_closed:
            return institution is not None
        entry = self._roster.get((institution or "").casefold())
        return entry is not None and entry.status == "expected"

    def _statement(self, filing: Filing) -> Statement:
        licence = self._heads[filing.sha256].licence
        if self._is_closed or filing.claimed is None:
            return Statement("", "", licence)
        return Statement(filing.claimed.name, filing.claimed.sector, licence)

    def _with_entry(self, filing: Filing) -> Filing:
        """Return a filing with its institution's id and name as the roster spells them."""
        if filing.institution is None:
            return filing
        entry = self._roster[filing.institution.casefold()]
        return filing._replace(institution=entry.id, name=filing.name or entry.name)

    def _expect_everyone(self, filings: Sequence[Filing]) -> None:
        """Add everyone who filed to the roster, as their own files state, confirmed ones first."""

        def order(filing: Filing) -> tuple[bool, bool, str, str]:
            return (not filing.is_own, not filing.confirmed, filing.institution or "", filing.path)

        for filing in sorted(filings, key=order):
            if filing.institution is None:
                continue
            key = filing.institution.casefold()
            entry = self._roster.setdefault(key, RosterEntry(filing.institution, "", ""))
            claimed = filing.claimed
            if claimed is not None and not filing.is_doubtful:
                name = claimed.name if filing.is_own else ""
                self._roster[key] = entry._replace(
                    name=entry.name or name, sector=entry.sector or claimed.sector
                )
        for key, entry in self._roster.items():
            self._roster[key] = entry._replace(name=entry.name or entry.id)

    def _institution(
        self, entry: RosterEntry, filings: Sequence[Filing]
    ) -> tuple[LedgerRow, list[Filing]]:
        """Return an institution's row, with its filings in their final states."""
        empty = LedgerRow.missing(entry)
        if entry.status != "expected":
            return empty._replace(
                state="merged" if entry.status == "merged" else "withdrawn"
            ), list(filings)
        precedence, ranked = apply_precedence(filings, self._contents)
        if precedence.effective is None:
            return empty.with_open_filing(ranked), ranked
        effective = self._accepted(ranked[precedence.effective], entry)
        ranked[precedence.effective] = effective
        row = self._with_effective(empty, effective, entry, newer=precedence.has_newer_unreadable)
        return row, ranked

    def _accepted(self, filing: Filing, entry: RosterEntry) -> Filing:
        """Return an institution's effective filing, with warnings and marks."""
        head = self._heads[filing.sha256]
        claimed = head.claimed
        warnings = list(filing.reasons)
        if self._is_closed and claimed is not None and filing.is_own:
            differing = self._differing(claimed, filing, entry)
            warnings += (placed(problem, filing.path) for problem in differing)
        left_out = self._left_out(head, filing, entry)
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
        self, claimed: ClaimedIdentity, filing: Filing, entry: RosterEntry
    ) -> Iterator[Problem]:
        """Yield what an accepted file states differently from the roster."""
        if match_names(claimed.name, entry.name) not in ("same", "unstated"):
            yield Problem("batch.other_name", {"found": claimed.name, "wanted": entry.name})
        if claimed.sector != entry.sector:
            yield Problem("batch.other_sector", {"found": claimed.sector, "wanted": entry.sector})
        in_file_name = self._index.other_in_file_name(filing.path, entry)
        if in_file_name is not None and not filing.confirmed:
            yield in_file_name

    def _left_out(self, head: ReadingHead, filing: Filing, entry: RosterEntry) -> str | None:
        """Return why an institution's answers enter no statistics, None where they do."""
        cut_off = self._campaign.cut_off if self._campaign else None
        day = filing.received_at.date() if filing.received_at else None
        if day and cut_off and day > max(cut_off, entry.extended_to or cut_off):
            return "cut_off"
        member = head.member
        if member is None or member.overall is None or member.coverage is None:
            return "nothing"
        return "coverage" if member.coverage < self._floor else None

    def _with_effective(
        self, empty: LedgerRow, filing: Filing, entry: RosterEntry, *, newer: bool
    ) -> LedgerRow:
        """Return the row of an institution with an effective filing.

        Args:
            empty: the row without a file.
            filing: the effective one.
            entry: the institution's on the roster.
            newer: whether a later file cannot be read.
        """
        head = self._heads[filing.sha256]
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
                filing.sha256,
            ),
            left_out=self._left_out(head, filing, entry),
        )


def _filed_for(filing: Filing, institution: str | None) -> Filing:
    """Return a filing for an institution, with the name that its file states for it."""
    claimed = filing.claimed
    is_claimed = claimed is not None and _fold(_claimed_id(claimed)) == _fold(institution)
    return filing._replace(
        institution=institution, name=claimed.name if claimed and is_claimed else ""
    )


def _claimed_id(claimed: ClaimedIdentity | None) -> str | None:
    return (claimed.id or None) if claimed else None


def _fold(text: str | None) -> str | None:
    return None if text is None else text.casefold()
