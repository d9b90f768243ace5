"""Builds the ledger from what was read of the files, the roster and the list of receipts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import SILENT_NOTES, Kind, ReadingHead, placed
from cssa.batch.ledger.attribution import attribute, filed_for, fold, not_expected
from cssa.batch.ledger.contradictions import DECIDE, compared, doubted, marked
from cssa.batch.ledger.department_parts import CombinedParts, PartAnswers, combine_parts
from cssa.batch.ledger.effective_filings import EffectiveFilings
from cssa.batch.ledger.entries import (
    BEYOND_CUT_OFF,
    NOTHING_ANSWERED,
    OTHER_CAMPAIGN,
    UNEXPLAINED,
    FileState,
    Filing,
    Ledger,
    LedgerRow,
    ReceivedFile,
)
from cssa.batch.ledger.identity import FileIdentity, RosterIndex, Statement
from cssa.batch.ledger.mail_filings import (
    has_time,
    marked_as_written,
    received_by_mail,
    wrote_without_form,
)
from cssa.batch.ledger.other_documents import as_other_document, other_document, set_aside
from cssa.batch.ledger.precedence import PrecedenceResult, apply_precedence
from cssa.batch.ledger.receipt_index import ReceiptIndex
from cssa.batch.ledger.replies import SentLetters, settled_replies, with_letter_identity
from cssa.errors import Problem
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry

_STATE_OF_KIND: Mapping[Kind, FileState] = {
    "accepted": "accepted",
    "reply": "reply",
    "problems": "returned",
    "waiting_password": "waiting_password",
    "wrong_edition": "wrong_edition",
    "refused": "refused",
    "not_read": "not_read",
}
_NAMING_CAMPAIGN: tuple[Kind, ...] = ("accepted", "reply", "problems", "wrong_edition")
"""What is read of files that may say which campaign they belong to."""


class Answers(PartAnswers, Protocol):
    """Gives the answers in files, for institutions with several of them."""

    def practices(self, sha256: str) -> Sequence[str]:
        """Return the practices that a file answers, in checklist order."""


def build_ledger(
    files: Iterable[ReceivedFile],
    *,
    campaign: Campaign | None,
    roster: Sequence[RosterEntry] | None,
    receipts: Sequence[Receipt] | None,
    floor: Fraction,
    answers: Answers,
    scored: bool = True,
    letters: Mapping[tuple[str, str], str] = {},
) -> Ledger:
    """Return the ledger: the state of every file received and of every institution expected.

    Args:
        files: the files with what was read of them, in any order.
        campaign: its id and dates; None where only the forms name it.
        roster: the institutions expected; everyone who filed where None.
        receipts: when and how files came in; None without a list.
        floor: coverage, from 0 to 1, below which an institution enters no statistics.
        answers: gives the answers in the files.
        scored: whether the checklist is; then answers without a score enter no statistics.
        letters: query letters that were sent, to which reply forms belong.
    """
    ordered = sorted(files, key=lambda file: (file.path, file.head.sha256))
    return _LedgerBuilder(
        ordered, campaign, roster, receipts, floor, answers, scored=scored, letters=letters
    ).ledger()


class _LedgerBuilder:
    """Attributes files to institutions, ranks them and derives the institutions' states."""

    def __init__(
        self,
        files: Sequence[ReceivedFile],
        campaign: Campaign | None,
        roster: Sequence[RosterEntry] | None,
        receipts: Sequence[Receipt] | None,
        floor: Fraction,
        answers: Answers,
        *,
        scored: bool,
        letters: SentLetters,
    ) -> None:
        self._files = files
        self._letters = letters
        self._answers = answers
        self._campaign = campaign
        self._receipts = ReceiptIndex(receipts, [file.path for file in files])
        self._heads = {file.head.sha256: file.head for file in files}
        self._parts = {
            head.sha256: head.part
            for head in self._heads.values()
            if head.part and head.member is not None
        }
        self._contents = {sha256: head.content or sha256 for sha256, head in self._heads.items()}
        self._is_closed = roster is not None
        self._roster = {entry.id.casefold(): entry for entry in roster or ()}
        self._index = RosterIndex(self._roster.values(), campaign.id if campaign else None)
        self._senders = {file.path: file.mail.sender for file in files if file.mail}
        self._effective = EffectiveFilings(
            campaign,
            self._index if self._is_closed else None,
            self._senders,
            floor,
            scored=scored,
        )

    def ledger(self) -> Ledger:
        filings = [filing for file in self._files for filing in self._filings(file)]
        mails = {file.path: file.mail.path for file in self._files if file.mail}
        filings = set_aside(self._compared(filings), mails)
        if not self._is_closed:
            self._expect_everyone(filings)
            filings = [self._with_entry(filing) for filing in filings]
        by_institution: dict[str | None, list[int]] = {}
        doubtful: dict[str | None, Filing] = {}
        for number, filing in enumerate(filings):
            if filing.state == "other_document":
                continue
            if filing.is_doubtful:
                doubtful.setdefault(fold(filing.institution), filing)
            else:
                by_institution.setdefault(fold(filing.institution), []).append(number)
        unattributed = by_institution.get(None, [])
        _, ranked = self._ranked([filings[number] for number in unattributed])
        for number, filing in zip(unattributed, ranked, strict=True):
            filings[number] = filing
        suggested = {filing.suggested for filing in filings}
        wrote = wrote_without_form(filings, mails)
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
            rows.append(self._extended(marked_as_written(row, wrote), entry))
            for number, filing in zip(numbers, ranked, strict=True):
                filings[number] = filing
        return Ledger(
            campaign=self._campaign_id(filings),
            file_count=len(self._files),
            filings=tuple(filings),
            institutions=tuple(rows),
            unmatched_receipts=self._receipts.unmatched,
        )

    def _extended(self, row: LedgerRow, entry: RosterEntry) -> LedgerRow:
        """Return a row with marks on the extension that the institution was granted."""
        cut_off = self._campaign.cut_off if self._campaign else None
        marks = []
        if entry.is_extension_unexplained:
            marks.append(UNEXPLAINED)
        if entry.extended_to and cut_off and entry.extended_to > cut_off:
            marks.append(BEYOND_CUT_OFF)
        return row._replace(marks=(*row.marks, *marks))

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
        by_mail = listed is None and has_time(file.mail)
        attribution = attribute(file, receipt, self._index)
        other_campaign = self._other_campaign(head)
        notes = [note for note in head.notes if note.code not in SILENT_NOTES]
        reasons = [*head.problems, *notes, *attribution.reasons]
        if head.kind != "not_read":  # of which nothing is taken, in time or not
            reasons += self._receipts.reasons(file.path, by_mail=by_mail)
        state, marks = _STATE_OF_KIND[head.kind], attribution.marks
        if self._receipts.is_lacking(file.path) and not by_mail:
            marks = (*marks, "no_receipt")
        if head.is_unlocked:
            marks = (*marks, "unlocked")
        if other_campaign is not None:
            reasons.insert(0, other_campaign)
            state = "wrong_edition"
        elif any(problem.code == "batch.nothing_answered" for problem in head.problems):
            marks = (*marks, NOTHING_ANSWERED)
        elif head.member is not None and head.member.coverage == 0 and not head.member.values:
            reasons.insert(0, Problem("batch.nothing_answered"))
            state, marks = "returned", (*marks, NOTHING_ANSWERED)
        filing = Filing(
            path=file.path,
            sha256=head.sha256,
            state=state,
            institution=None,
            name="",
            claimed=head.claimed,
            lang=head.lang,
            received_at=None,
            channel="",
            sender="",
            version=1,
            marks=marks,
            reasons=tuple(placed(reason, file.path) for reason in reasons),
            confirmed=attribution.is_confirmed,
            number=head.number,
            reply=head.reply,
        )
        if receipt is not None:
            filing = filing._replace(
                received_at=receipt.received_at,
                channel=receipt.channel,
                sender=receipt.sender,
                version=receipt.version or 1,
                decision=receipt.decision,
            )
        else:
            filing = received_by_mail(filing, file.mail)
        other = other_document(file)
        if other is not None:
            filing = as_other_document(filing, other)
        return [
            with_letter_identity(self._on_roster(filed_for(filing, institution)))
            for institution in attribution.institutions
        ]

    def _other_campaign(self, head: ReadingHead) -> Problem | None:
        """Return a problem where a file that can be read answers another campaign."""
        wanted = self._campaign.id if self._campaign else None
        if head.kind not in _NAMING_CAMPAIGN or not wanted or head.campaign in (None, "", wanted):
            return None
        return Problem(OTHER_CAMPAIGN, {"found": head.campaign, "wanted": wanted})

    def _on_roster(self, filing: Filing) -> Filing:
        if not self._is_closed:
            return filing
        entry = self._roster.get((filing.institution or "").casefold())
        if entry is None:
            return self._off_roster(filing)
        filing = filing._replace(institution=entry.id, name=filing.name or entry.name)
        if filing.state == "other_document" or filing.decision == "leave":
            return filing  # whoever it belongs to, nothing is made from it
        if filing.claimed is not None and not filing.confirmed:
            file = self._identity(filing)
            contradictions = self._index.contradictions(file, entry)
            if contradictions:
                suggestion = self._index.suggestion(file, entry.id)
                return doubted(filing, contradictions, suggestion)
        return filing if entry.status == "expected" else not_expected(filing, entry)

    def _identity(self, filing: Filing) -> FileIdentity:
        """Return what tells whose a file is; a person's decision counts before what it states."""
        sender = self._senders.get(filing.path, "")
        claimed, sender = (None, "") if filing.confirmed else (filing.claimed, sender)
        return FileIdentity(claimed, filing.path, filing.number, sender)

    def _off_roster(self, filing: Filing) -> Filing:
        """Return a filing of nobody on the roster, with the institution that it may belong to."""
        unknown_id = filing.institution or ""
        suggestion = self._index.suggestion(self._identity(filing), unknown_id)
        reasons = (
            []
            if filing.institution is None
            else [Problem("batch.not_on_roster", {"id": unknown_id})]
        )
        is_stray = filing.state in ("accepted", "reply") and filing.institution is not None
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
            if filing.is_own
            and filing.decision != "leave"
            and self._is_expected(filing.institution)
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
            own = next((filing.path for filing in filings if filing.reply is None), None)
            return empty._replace(state=entry.status, path=own), list(filings)
        replies = [filing for filing in filings if filing.reply is not None]
        settled, received = settled_replies(
            replies, self._letters, self._contents, self._answers.practices
        )
        forms = [filing for filing in filings if filing.reply is None]
        row, ranked = self._of_forms(entry, empty._replace(replies=received), forms)
        remaining = (iter(ranked), iter(settled))
        return row, [next(remaining[filing.reply is not None]) for filing in filings]

    def _of_forms(
        self, entry: RosterEntry, empty: LedgerRow, filings: Sequence[Filing]
    ) -> tuple[LedgerRow, list[Filing]]:
        """Return an institution's row by its forms, with these in their final states."""
        combined = combine_parts(filings, self._parts, self._ranked, self._answers)
        precedence, ranked = self._ranked_whole(combined)
        if precedence.effective is None:
            return empty.with_open_filing(ranked), ranked
        files = [combined.sha256(number) for number in precedence.standing]
        head = self._heads[files[0]] if len(files) == 1 else self._answers.merge(files)
        effective = self._effective.accepted(ranked[precedence.effective], head, entry)
        ranked[precedence.effective] = effective
        row = self._effective.row(empty, effective, head, newer=precedence.has_newer)
        return row, ranked

    def _ranked(self, filings: Sequence[Filing]) -> tuple[PrecedenceResult, list[Filing]]:
        return apply_precedence(filings, self._contents, self._answers.practices)

    def _ranked_whole(self, combined: CombinedParts) -> tuple[PrecedenceResult, list[Filing]]:
        """Return how an institution's files rank, where combined parts are one of them."""
        if combined.head is not None:
            self._heads[combined.head.sha256] = combined.head
            self._contents[combined.head.sha256] = combined.head.content
        numbers = [n for n in range(len(combined.filings)) if n not in combined.absorbed]
        precedence, ranked = self._ranked(
            [
                combined.filings[number]._replace(sha256=combined.sha256(number))
                for number in numbers
            ]
        )
        filings = list(combined.filings)
        for number, filing in zip(numbers, ranked, strict=True):
            filings[number] = filing._replace(sha256=filings[number].sha256)
        return precedence.renumbered(numbers), filings
