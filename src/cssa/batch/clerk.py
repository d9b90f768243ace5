"""Keeping the ledger: from what was read, the roster and the receipts to what became of each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from cssa.answers.campaign import Campaign
from cssa.batch.ledger import Filed, FileState, Filing, InstitutionRow, Ledger, Standing
from cssa.batch.post import Post
from cssa.batch.precedence import Settlement, Turn, settle
from cssa.batch.reading import Claimed, Head, placed
from cssa.errors import Problem
from cssa.population.received import Receipt
from cssa.population.roster import RosterEntry

_BASE: Mapping[str, FileState] = {
    "accepted": "accepted",
    "problems": "returned",
    "waiting_password": "waiting_password",
    "wrong_edition": "wrong_edition",
    "refused": "refused",
}
_QUIET = frozenset(("form.blank_fields",))
"""Notes on what is optional; nobody has to look."""


def keep_ledger(
    files: Iterable[Filed],
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
    return _Clerk(ordered, campaign, roster, receipts, floor).ledger()


class _Clerk:
    """Goes through the files the way a clerk would."""

    def __init__(
        self,
        files: Sequence[Filed],
        campaign: Campaign | None,
        roster: Sequence[RosterEntry] | None,
        receipts: Sequence[Receipt],
        floor: Fraction,
    ) -> None:
        self._files = files
        self._campaign = campaign
        self._floor = floor
        self._post = Post(receipts, [one.path for one in files])
        self._heads = {one.head.sha256: one.head for one in files}
        self._is_closed = roster is not None
        self._roster = {one.id.casefold(): one for one in roster or ()}

    def ledger(self) -> Ledger:
        filings = [filing for one in self._files for filing in self._filings(one)]
        if not self._is_closed:
            self._expect_everyone(filings)
            filings = [self._named(one) for one in filings]
        by_institution: dict[str | None, list[int]] = {}
        for number, filing in enumerate(filings):
            by_institution.setdefault(_fold(filing.institution), []).append(number)
        nobodys = by_institution.get(None, [])
        _, settled = self._settle([filings[number] for number in nobodys])
        for number, filing in zip(nobodys, settled, strict=True):
            filings[number] = filing
        rows = []
        for key, entry in sorted(self._roster.items(), key=lambda one: one[1].id):
            numbers = by_institution.get(key, [])
            row, settled = self._institution(entry, [filings[number] for number in numbers])
            rows.append(row)
            for number, filing in zip(numbers, settled, strict=True):
                filings[number] = filing
        return Ledger(
            campaign=self._campaign_id(),
            found=len(self._files),
            filings=tuple(filings),
            institutions=tuple(rows),
            unseen=self._post.unseen,
        )

    def _campaign_id(self) -> str:
        if self._campaign is not None:
            return self._campaign.id
        said = Counter(one.head.campaign or "" for one in self._files if one.head.member)
        return min(said, key=lambda one: (-said[one], one), default="")

    def _filings(self, file: Filed) -> list[Filing]:
        """Return a file once for each institution that it is filed for."""
        head, receipt = file.head, self._post.receipt(file.path)
        state = _BASE[head.kind]
        reasons = [*head.problems, *(one for one in head.notes if one.code not in _QUIET)]
        if state == "accepted" and self._is_other_campaign(head):
            state = "wrong_edition"
            wanted = {"found": head.campaign, "wanted": self._campaign_id()}
            reasons.insert(0, Problem("batch.other_campaign", wanted))
        marks: tuple[str, ...] = ()
        said = head.claimed.id if head.claimed else None
        ids: Sequence[str | None] = receipt.institutions if receipt else ()
        if not ids and said is None:
            ids = self._named_in(file.path)
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
            )
            for one in ids or (said,)
        ]
        return [self._on_roster(one) for one in filings]

    def _is_other_campaign(self, head: Head) -> bool:
        return bool(self._campaign and head.campaign and head.campaign != self._campaign.id)

    def _named_in(self, path: str) -> Sequence[str]:
        """Return the one institution of the roster whose id stands in a file's name, if any."""
        stem = path.rpartition("!")[2].rpartition("/")[2].casefold()
        words = {stem.rpartition(".")[0], *_words(stem)}
        named = [entry.id for key, entry in self._roster.items() if key in words]
        return named if len(named) == 1 else ()

    def _on_roster(self, filing: Filing) -> Filing:
        if not self._is_closed or filing.institution is None:
            return filing
        entry = self._roster.get(filing.institution.casefold())
        if entry is None:
            stays = filing.state != "accepted"
            reason = Problem("batch.not_on_roster", {"id": filing.institution})
            return filing._replace(
                state=filing.state if stays else "not_on_roster",
                reasons=(*filing.reasons, placed(reason, filing.path)),
            )
        filing = filing._replace(institution=entry.id, name=filing.name or entry.name)
        if entry.status == "expected":
            return filing
        params = {"other": entry.merged_into or ""}
        reason = placed(Problem(f"batch.{entry.status}", params), filing.path)
        state: FileState = "merged" if entry.status == "merged" else "withdrawn"
        return filing._replace(state=state, reasons=(reason, *filing.reasons))

    def _named(self, filing: Filing) -> Filing:
        """Spell an id the way it was first seen."""
        if filing.institution is None:
            return filing
        entry = self._roster[filing.institution.casefold()]
        return filing._replace(institution=entry.id, name=filing.name or entry.name)

    def _expect_everyone(self, filings: Sequence[Filing]) -> None:
        for filing in sorted(filings, key=lambda one: (one.institution or "", one.path)):
            if filing.institution is not None:
                claimed = filing.claimed
                is_own = claimed is not None and _fold(claimed.id) == _fold(filing.institution)
                entry = RosterEntry(
                    id=filing.institution,
                    name=claimed.name if claimed and is_own else filing.institution,
                    sector=claimed.sector if claimed else "",
                    bureau="",
                    route="",
                    extended_to=None,
                    status="expected",
                    merged_into=None,
                )
                self._roster.setdefault(filing.institution.casefold(), entry)

    def _institution(
        self, entry: RosterEntry, filings: Sequence[Filing]
    ) -> tuple[InstitutionRow, list[Filing]]:
        """Return how an institution stands, with its filings as that makes them."""
        empty = InstitutionRow(
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

    def _settle(self, filings: Sequence[Filing]) -> tuple[Settlement, list[Filing]]:
        """Return which of an institution's filings speaks for it, and what the others become."""
        settlement = settle(
            [
                Turn(
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

    def _unsettled(self, empty: InstitutionRow, filings: Sequence[Filing]) -> InstitutionRow:
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
        if self._is_closed and claimed and _fold(claimed.id) == _fold(entry.id):
            for code, here, there in (
                ("batch.other_name", claimed.name, entry.name),
                ("batch.other_sector", claimed.sector, entry.sector),
            ):
                if here != there:
                    params = {"found": here, "wanted": there}
                    warnings.append(placed(Problem(code, params), filing.path))
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

    def _left_out(self, head: Head, filing: Filing, entry: RosterEntry) -> str | None:
        """Return why an institution's answers enter no statistics."""
        cut_off = self._campaign.cut_off if self._campaign else None
        day = filing.received_at.date() if filing.received_at else None
        if day and cut_off and day > max(cut_off, entry.extended_to or cut_off):
            return "cut_off"
        member = head.member
        if member is None or member.overall is None or member.coverage is None:
            return "nothing"
        return "coverage" if member.coverage < self._floor else None

    def _settled(self, empty: InstitutionRow, own: Filing, *, newer: bool) -> InstitutionRow:
        head = self._heads[own.sha256]
        claimed = head.claimed
        is_own = claimed is not None and _fold(claimed.id) == _fold(empty.id)
        entry = self._roster[empty.id.casefold()]
        return empty._replace(
            state=own.state,
            path=own.path,
            received_at=own.received_at,
            marks=(*own.marks, "newer_file") if newer else own.marks,
            coverage=head.member.coverage if head.member else None,
            standing=Standing(
                Claimed(empty.id, claimed.name if claimed and is_own else empty.name, empty.sector),
                own.sha256,
            ),
            left_out=self._left_out(head, own, entry),
        )


def _words(stem: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in stem).split()


def _fold(text: str | None) -> str | None:
    return None if text is None else text.casefold()
