"""Keeping the ledger: from what was read, the roster and the receipts to what became of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from cssa.answers.campaign import Campaign
from cssa.batch.doubtful import DECIDE, compared, doubted, marked
from cssa.batch.identity import RosterIndex, Statement, match_names
from cssa.batch.intake.reading import ClaimedIdentity, ReadingHead, placed
from cssa.batch.ledger.entries import (
    EffectiveFiling,
    FileState,
    Filing,
    Ledger,
    LedgerRow,
    ReceivedFile,
)
from cssa.batch.ledger.precedence import FilingCandidate, PrecedenceResult, decide_precedence
from cssa.batch.ledger.receipt_index import ReceiptIndex
from cssa.errors import Problem
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry

_BASE: Mapping[str, FileState] = {
    "accepted": "accepted",
    "problems": "returned",
    "waiting_password": "waiting_password",
    "wrong_edition": "wrong_edition",
    "refused": "refused",
}
_QUIET = frozenset(("form.blank_fields",))
"""Notes on what is optional; nobody has to look."""


def build_ledger(
    files: Iterable[ReceivedFile],
    *,
    campaign: Campaign | None,
    roster: Sequence[RosterEntry] | None,
    receipts: Sequence[Receipt],
    floor: Fraction,
) -> Ledger:
    """Return what became of everything.

    Args:
        files: in any order.
        campaign: its id and dates.
        roster: the institutions expected; everyone found where None.
        receipts: when and how files came in.
        floor: share of answers below which an institution enters no statistics.
    """
    ordered = sorted(files, key=lambda one: (one.path, one.head.sha256))
    return _LedgerBuilder(ordered, campaign, roster, receipts, floor).ledger()


class _LedgerBuilder:
    """Goes through the files the way a clerk would."""

    def __init__(
        self,
        files: Sequence[ReceivedFile],
        campaign: Campaign | None,
        roster: Sequence[RosterEntry] | None,
        receipts: Sequence[Receipt],
        floor: Fraction,
    ) -> None:
        self._files = files
        self._campaign = campaign
        self._floor = floor
        self._post = ReceiptIndex(receipts, [one.path for one in files])
        self._heads = {one.head.sha256: one.head for one in files}
        self._is_closed = roster is not None
        self._roster = {one.id.casefold(): one for one in roster or ()}
        self._index = RosterIndex(self._roster.values())

    def ledger(self) -> Ledger:
        filings = [filing for one in self._files for filing in self._filings(one)]
        filings = self._compared(filings)
        if not self._is_closed:
            self._expect_everyone(filings)
            filings = [self._named(one) for one in filings]
        by_institution: dict[str | None, list[int]] = {}
        doubtful: dict[str | None, Filing] = {}
        for number, filing in enumerate(filings):
            if filing.is_doubtful:
                doubtful.setdefault(_fold(filing.institution), filing)
            else:
                by_institution.setdefault(_fold(filing.institution), []).append(number)
        nobodys = by_institution.get(None, [])
        _, settled = self._settle([filings[number] for number in nobodys])
        for number, filing in zip(nobodys, settled, strict=True):
            filings[number] = filing
        suggested = {one.suggested for one in filings}
        rows = []
        for key, entry in sorted(self._roster.items(), key=lambda one: one[1].id):
            numbers = by_institution.get(key, [])
            row, settled = self._institution(entry, [filings[number] for number in numbers])
            rows.append(marked(row, doubtful.get(key), is_suggested=entry.id in suggested))
            for number, filing in zip(numbers, settled, strict=True):
                filings[number] = filing
        return Ledger(
            campaign=self._campaign_id(filings),
            found=len(self._files),
            filings=tuple(filings),
            institutions=tuple(rows),
            unseen=self._post.unseen,
        )

    def _campaign_id(self, filings: Sequence[Filing]) -> str:
        if self._campaign is not None:
            return self._campaign.id
        doubtful = {filing.path for filing in filings if filing.is_doubtful}
        said = Counter(
            one.head.campaign or ""
            for one in self._files
            if one.head.member and one.path not in doubtful
        )
        return min(said, key=lambda one: (-said[one], one), default="")

    def _filings(self, file: ReceivedFile) -> list[Filing]:
        """Return a file once for each institution that it is filed for."""
        head, receipt = file.head, self._post.receipt(file.path)
        state = _BASE[head.kind]
        reasons = [*head.problems, *(one for one in head.notes if one.code not in _QUIET)]
        wanted = self._campaign.id if self._campaign else None
        if state == "accepted" and wanted and head.campaign and head.campaign != wanted:
            state = "wrong_edition"
            params = {"found": head.campaign, "wanted": wanted}
            reasons.insert(0, Problem("batch.other_campaign", params))
        marks: tuple[str, ...] = ()
        said = (head.claimed.id or None) if head.claimed else None
        ids: Sequence[str | None] = receipt.institutions if receipt else ()
        is_confirmed = bool(ids)
        if not ids and said is None:
            in_name = self._index.in_file_name(file.path)
            ids = [in_name.id] if in_name else ()
            marks = ("by_name",) if ids else ()
        elif ids and said is not None and said.casefold() not in map(_fold, ids):
            reasons.append(Problem("batch.other_institution", {"found": said}))
        filings = [
            Filing(
                path=file.path,
                sha256=head.sha256,
                state=state,
                institution=one,
                name=head.claimed.name if head.claimed and _fold(one) == _fold(said) else "",
                claimed=head.claimed,
                lang=head.lang,
                received_at=receipt.received_at if receipt else None,
                channel=receipt.channel if receipt else "",
                sender=receipt.sender if receipt else "",
                version=(receipt.version if receipt else None) or 1,
                marks=marks,
                reasons=tuple(placed(reason, file.path) for reason in reasons),
                confirmed=is_confirmed,
            )
            for one in ids or (said,)
        ]
        return [self._on_roster(one) for one in filings]

    def _on_roster(self, filing: Filing) -> Filing:
        if not self._is_closed:
            return filing
        entry = self._roster.get((filing.institution or "").casefold())
        if entry is None:
            return self._off_roster(filing)
        filing = filing._replace(institution=entry.id, name=filing.name or entry.name)
        if filing.claimed is not None and not filing.confirmed:
            against = self._index.contradictions(filing.claimed, filing.path, entry)
            if against:
                suggestion = self._index.suggestion(filing.claimed, filing.path, entry.id)
                return doubted(filing, against, suggestion)
        if entry.status == "expected":
            return filing
        params = {"other": entry.merged_into or ""}
        reason = placed(Problem(f"batch.{entry.status}", params), filing.path)
        state: FileState = "merged" if entry.status == "merged" else "withdrawn"
        return filing._replace(state=state, reasons=(reason, *filing.reasons))

    def _off_roster(self, filing: Filing) -> Filing:
        """Return a filing of nobody on the roster, with whose it may be."""
        found = filing.institution or ""
        claimed = None if filing.confirmed else filing.claimed
        suggestion = self._index.suggestion(claimed, filing.path, found)
        reasons = (
            [] if filing.institution is None else [Problem("batch.not_on_roster", {"id": found})]
        )
        is_stray = filing.state == "accepted" and filing.institution is not None
        if suggestion is not None:
            filing = filing._replace(suggested=suggestion.entry.id)
            reasons += [suggestion.reason, *([DECIDE] if is_stray else [])]
        return filing._replace(
            state="not_on_roster" if is_stray else filing.state,
            reasons=(*filing.reasons, *(placed(one, filing.path) for one in reasons)),
        )

    def _compared(self, filings: Sequence[Filing]) -> list[Filing]:
        """Compare files under one id with each other in what the roster does not tell."""
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

    def _named(self, filing: Filing) -> Filing:
        """Spell an id the way it was first seen."""
        if filing.institution is None:
            return filing
        entry = self._roster[filing.institution.casefold()]
        return filing._replace(institution=entry.id, name=filing.name or entry.name)

    def _expect_everyone(self, filings: Sequence[Filing]) -> None:
        """Put everyone found on the roster, by what their own files say, confirmed ones first."""

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
        """Return how an institution stands, with its filings as that makes them."""
        empty = LedgerRow(
            id=entry.id,
            name=entry.name,
            sector=entry.sector,
            bureau=entry.bureau,
            route=entry.route,
            state="missing",
            extended_to=entry.extended_to,
            merged_into=entry.merged_into,
        )
        if entry.status != "expected":
            return empty._replace(
                state="merged" if entry.status == "merged" else "withdrawn"
            ), list(filings)
        settlement, judged = self._settle(filings)
        if settlement.standing is None:
            return self._unsettled(empty, judged), judged
        own = judged[settlement.standing] = self._judged(judged[settlement.standing], entry)
        return self._settled(empty, own, newer=settlement.newer), judged

    def _settle(self, filings: Sequence[Filing]) -> tuple[PrecedenceResult, list[Filing]]:
        """Return which of an institution's filings speaks for it, and what the others become."""
        settlement = decide_precedence(
            [
                FilingCandidate(
                    one.path,
                    one.version,
                    one.received_at,
                    self._heads[one.sha256].content or one.sha256,
                    is_readable=one.state == "accepted",
                )
                for one in filings
            ]
        )
        judged = list(filings)
        for number, verdict in settlement.verdicts.items():
            filing = judged[number]
            if verdict.other is not None:
                reason = Problem(f"batch.{verdict.state}", {"other": filings[verdict.other].path})
            else:
                reason = Problem("batch.held")
            judged[number] = filing._replace(
                state=verdict.state, reasons=(placed(reason, filing.path), *filing.reasons)
            )
        return settlement, judged

    def _unsettled(self, empty: LedgerRow, filings: Sequence[Filing]) -> LedgerRow:
        """Return an institution that no file speaks for, by what is to be done next."""
        order = ("held", "returned", "waiting_password", "wrong_edition", "refused")
        for state in order:
            for filing in filings:
                if filing.state == state:
                    return empty._replace(
                        state=filing.state,
                        path=filing.path,
                        received_at=filing.received_at,
                        marks=filing.marks,
                    )
        return empty

    def _judged(self, filing: Filing, entry: RosterEntry) -> Filing:
        """Return the filing that speaks for an institution, with warnings and marks."""
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
        """Yield what an accepted file says otherwise than the roster."""
        if match_names(claimed.name, entry.name) not in ("same", "unstated"):
            yield Problem("batch.other_name", {"found": claimed.name, "wanted": entry.name})
        if claimed.sector != entry.sector:
            yield Problem("batch.other_sector", {"found": claimed.sector, "wanted": entry.sector})
        in_file_name = self._index.other_in_file_name(filing.path, entry)
        if in_file_name is not None and not filing.confirmed:
            yield in_file_name

    def _left_out(self, head: ReadingHead, filing: Filing, entry: RosterEntry) -> str | None:
        """Return why an institution's answers enter no statistics."""
        cut_off = self._campaign.cut_off if self._campaign else None
        day = filing.received_at.date() if filing.received_at else None
        if day and cut_off and day > max(cut_off, entry.extended_to or cut_off):
            return "cut_off"
        member = head.member
        if member is None or member.overall is None or member.coverage is None:
            return "nothing"
        return "coverage" if member.coverage < self._floor else None

    def _settled(self, empty: LedgerRow, own: Filing, *, newer: bool) -> LedgerRow:
        head = self._heads[own.sha256]
        claimed = head.claimed
        entry = self._roster[empty.id.casefold()]
        return empty._replace(
            state=own.state,
            path=own.path,
            received_at=own.received_at,
            marks=(*own.marks, "newer_file") if newer else own.marks,
            coverage=head.member.coverage if head.member else None,
            standing=EffectiveFiling(
                ClaimedIdentity(
                    empty.id, claimed.name if claimed and own.is_own else empty.name, empty.sector
                ),
                own.sha256,
            ),
            left_out=self._left_out(head, own, entry),
        )


def _fold(text: str | None) -> str | None:
    return None if text is None else text.casefold()
