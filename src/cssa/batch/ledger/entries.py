"""受付管理簿, the ledger: the state of every file received and of every institution expected."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, Self

from cssa.batch.intake.container import MailReceipt
from cssa.batch.intake.reading import ClaimedIdentity, ReadingHead, ReplyTo
from cssa.errors import Problem
from cssa.lists.receipts import Decision
from cssa.lists.roster import RosterEntry

FileState = Literal[
    "accepted",
    "accepted_with_warnings",
    "late",
    "returned",
    "waiting_password",
    "wrong_edition",
    "refused",
    "not_read",
    "reply",
    "other_document",
    "duplicate",
    "superseded",
    "held",
    "not_on_roster",
    "withdrawn",
    "merged",
]
"""The states of a file."""

InstitutionState = FileState | Literal["missing"]

FILE_STATES: tuple[FileState, ...] = FileState.__args__  # type: ignore[attr-defined]  # what Literal lists
_OF_FILES_ALONE = ("reply", "other_document", "duplicate", "superseded", "not_on_roster")
INSTITUTION_STATES: tuple[InstitutionState, ...] = (
    *(state for state in FILE_STATES if state not in _OF_FILES_ALONE),
    "missing",
)

_OPEN_STATES = ("held", "not_read", "returned", "waiting_password", "wrong_edition", "refused")
"""States of files that call for action; the first that a file is in decides the institution's."""

NOTHING_ANSWERED = "nothing_answered"
"""Mark of a form without a single answer."""

IDENTITY = "identity"
"""Mark of a file that a person has to confirm to be its institution's."""


COMBINED = "combined_parts"
"""Mark of a file that stands for the forms of several departments."""

BY_SENDER = "by_sender"
"""Mark of a file of which only the address that it was sent from gives the institution."""


OTHER_CAMPAIGN = "batch.other_campaign"
"""Code of the reason that a file is of another campaign."""

UNEXPLAINED = "extension_unexplained"
"""Mark of an institution with an extension of which the roster lacks reason or approver."""

BEYOND_CUT_OFF = "extended_beyond_cut_off"
"""Mark of an institution with an extension that ends after the cut-off."""


class ReceivedFile(NamedTuple):
    """A file that was received, with what was read of it.

    Attributes:
        size: in bytes.
        mail: what the mail that it came in says of its receipt.
    """

    path: str
    size: int
    head: ReadingHead
    mail: MailReceipt | None = None


class Filing(NamedTuple):
    """A file as it was filed for one institution.

    Attributes:
        institution: its id; None where nothing names it.
        claimed: the institution that the file itself states.
        marks: ``extended``; ``by_name`` where only the file's name gives the institution;
            ``by_number`` where its form number does;
            ``identity`` where what the file states contradicts that it is the institution's;
            ``no_receipt`` where the list of receipts does not have the file;
            ``nothing_answered``; ``by_sender``; ``mail_received`` or ``mail_date``, the header that
            gives its time; ``unlocked`` where a password opened it; ``combined_parts`` where
            departments' forms are combined.
        reasons: why it is in this state, and warnings.
        confirmed: whether the list of receipts names the institution for it.
        suggested: id of another institution on the roster that it may belong to.
        decision: of the issuer, in the list of receipts, on whether its answers count.
        number: under which the form was issued; empty where it has none.
        reply: the query letter that it replies to; None unless it is a reply form.
    """

    path: str
    sha256: str
    state: FileState
    institution: str | None
    name: str
    claimed: ClaimedIdentity | None
    lang: str | None
    received_at: datetime | None
    channel: str
    sender: str
    version: int
    marks: tuple[str, ...]
    reasons: tuple[Problem, ...]
    confirmed: bool = False
    suggested: str | None = None
    decision: Decision | None = None
    number: str = ""
    reply: ReplyTo | None = None

    @property
    def is_own(self) -> bool:
        """Whether the file itself states the institution's id."""
        return (
            self.claimed is not None
            and self.institution is not None
            and self.claimed.id.casefold() == self.institution.casefold()
        )

    @property
    def is_of_other_campaign(self) -> bool:
        """Whether the file says that it is of another campaign."""
        return any(reason.code == OTHER_CAMPAIGN for reason in self.reasons)

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to confirm whose it is before anything is made from it."""
        return IDENTITY in self.marks


class EffectiveFiling(NamedTuple):
    """An institution with the file whose answers count as its own.

    Attributes:
        sha256: the file's; of merged files, the hash that stands for them.
    """

    institution: ClaimedIdentity
    sha256: str


class ReceivedReply(NamedTuple):
    """A reply form that counts: its file, and the round of letters that it belongs to."""

    path: str
    sha256: str
    round_: str
    received: date | None


class LedgerRow(NamedTuple):
    """An institution that was expected, with its state.

    Attributes:
        path: the file that decides its state; of one that is withdrawn or merged, a file of its
            own that came in all the same.
        marks: ``extended``, ``newer_file`` where a later file than the effective one cannot be
            read or is held, ``by_name``; ``identity`` where its only file is doubtful,
            ``contradicting_file`` where there is a doubtful one beside its own, ``suggested_file``
            where one that is filed under another id may be its own; ``mail_without_form`` where it
            has written and sent no form; ``extension_unexplained`` where its extension has no
            reason or approver, ``extended_beyond_cut_off`` where answers that come until then may
            enter no statistics.
        coverage: share of the practices that are answered, from 0 to 1.
        effective: the filing whose answers count.
        size: as the roster states it, in yen.
        group: the roster's, in the issuer's own words.
        left_out: why its answers enter no statistics: ``cut_off``, ``coverage``, ``nothing``.
        replies: its reply forms, the earliest round first.
        extension_reason: why its deadline was extended; internal, in no letter.
        extension_approved_by: who approved that.
    """

    id: str
    name: str
    sector: str
    bureau: str
    route: str
    state: InstitutionState
    extended_to: date | None
    merged_into: str | None
    path: str | None = None
    received_at: datetime | None = None
    marks: tuple[str, ...] = ()
    coverage: Fraction | None = None
    effective: EffectiveFiling | None = None
    left_out: str | None = None
    size: Decimal | None = None
    group: str = ""
    replies: tuple[ReceivedReply, ...] = ()
    extension_reason: str = ""
    extension_approved_by: str = ""

    @classmethod
    def missing(cls, entry: RosterEntry) -> Self:
        """Return the row of an institution on the roster that has filed nothing."""
        return cls(
            id=entry.id,
            name=entry.name,
            sector=entry.sector,
            bureau=entry.bureau,
            route=entry.route,
            state="missing",
            extended_to=entry.extended_to,
            merged_into=entry.merged_into,
            size=entry.size,
            group=entry.group,
            extension_reason=entry.extension_reason or "",
            extension_approved_by=entry.extension_approved_by or "",
        )

    def with_open_filing(self, filings: Iterable[Filing]) -> Self:
        """Return the row with the state of the filing that calls for action first, if any does."""
        waiting = [filing for filing in filings if filing.state in _OPEN_STATES]
        if not waiting:
            return self
        filing = min(waiting, key=lambda filing: _OPEN_STATES.index(filing.state))
        return self._replace(
            state=filing.state,
            path=filing.path,
            received_at=filing.received_at,
            marks=filing.marks,
        )

    @property
    def is_received(self) -> bool:
        """Whether a file was received that is known to be its own, and answers something."""
        is_there = self.path is not None and self.state not in ("missing", "not_read")
        return is_there and not {IDENTITY, NOTHING_ANSWERED} & set(self.marks)

    @property
    def in_statistics(self) -> bool:
        """Whether its answers enter the figures of groups."""
        return self.effective is not None and self.left_out is None


class Ledger(NamedTuple):
    """All files and institutions of a campaign.

    Attributes:
        campaign: its id.
        file_count: number of files; one that is filed for several institutions has several filings.
        unmatched_receipts: paths of receipts without a file.
    """

    campaign: str
    file_count: int
    filings: tuple[Filing, ...]
    institutions: tuple[LedgerRow, ...]
    unmatched_receipts: tuple[str, ...]

    @property
    def file_states(self) -> Counter[str]:
        """Filings by state; they sum to the number of filings."""
        return Counter(filing.state for filing in self.filings)

    @property
    def institution_states(self) -> Counter[str]:
        """Institutions by state; they sum to the number expected."""
        return Counter(row.state for row in self.institutions)
