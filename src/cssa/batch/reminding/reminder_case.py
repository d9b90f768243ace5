"""An institution as a reminder sees it: its files, its state, and the dates that hold for it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.batch.ledger.entries import NOTHING_ANSWERED, Filing, Ledger, LedgerRow
from cssa.batch.outputs.letter_parts import cut_off_lines
from cssa.batch.outputs.returns import Return, language_of, plan_returns
from cssa.batch.settled_campaign import SettledCampaign
from cssa.lists.roster import RosterEntry
from cssa.messages import Lang, message

_WAITING_STATES = ("not_read", "held")
_WAITING_MARKS = ("identity", "contradicting_file", "suggested_file")


class ReminderCase(NamedTuple):
    """An institution, and what is known of its form.

    Attributes:
        entry: the institution on the roster; None without a roster.
        filings: its files.
        returned: what it gets back; None where nothing has to be corrected or sent again.
        on: the day of the letter.
        is_closed: whether the figures are published, so that what comes now enters none.
        otherwise: language of the letter where no form has one.
    """

    row: LedgerRow
    entry: RosterEntry | None
    filings: tuple[Filing, ...]
    returned: Return | None
    campaign: Campaign | None
    on: date
    is_closed: bool
    otherwise: Lang

    @property
    def lang(self) -> Lang:
        """The language of the institution's forms, else of the run."""
        filings = self.filings if self.returned is None else self.returned.filings
        return language_of(filings, self.otherwise)

    @property
    def contact(self) -> str:
        """The function in charge there, empty where the roster has none."""
        return "" if self.entry is None else self.entry.contact

    @property
    def effective(self) -> Filing | None:
        """The file whose answers count."""
        return next((filing for filing in self.filings if filing.path == self.row.path), None)

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Codes of what the issuer has to resolve before anything can be asked or confirmed.

        A file of the institution, or one that may be its own, lies there and is not used.
        """
        marks = [mark for mark in _WAITING_MARKS if mark in self.row.marks]
        states = {self.row.state, *(filing.state for filing in self.filings)}
        held = [filing for filing in self.filings if filing.state == "held"]
        if marks and all(filing.is_doubtful for filing in held):
            states.discard("held")  # the marks say why
        waiting = [state for state in _WAITING_STATES if state in states]
        return tuple(f"batch.remind.waits.{name}" for name in (*waiting, *marks))

    @property
    def is_expected(self) -> bool:
        """Whether anything is expected of it."""
        return self.row.state not in ("withdrawn", "merged")

    @property
    def is_empty(self) -> bool:
        """Whether it sent forms without a single answer, and nothing else that counts."""
        return (
            self.row.effective is None
            and self.returned is not None
            and all(NOTHING_ANSWERED in filing.marks for filing in self.returned.filings)
        )

    @property
    def deadline(self) -> date | None:
        """The day by which its form is due: the extension where it has one."""
        return self.row.extended_to or (self.campaign.deadline if self.campaign else None)

    @property
    def cut_off(self) -> date | None:
        """The last day on which its form enters the statistics, whatever its extension."""
        return self.campaign.cut_off if self.campaign else None

    def time_limits(self) -> Iterator[str]:
        """Yield what a letter that asks for a form says of deadline and cut-off."""
        lang = self.lang
        if self.is_closed or (self.cut_off is not None and self.on > self.cut_off):
            yield message(lang, "batch.letter.feedback_only")
            return
        if self.deadline is not None and self.on > self.deadline:
            yield message(lang, "batch.remind.overdue")
        if self.cut_off is not None:
            yield from cut_off_lines(self.cut_off, self.deadline, lang)


def reminder_cases(settled: SettledCampaign, on: date, *, is_closed: bool) -> list[ReminderCase]:
    """Return every institution that is expected, in the order of the ledger.

    Args:
        settled: the campaign as the last run left it.
        on: the day of the letters.
        is_closed: whether its figures are published.
    """
    request = settled.request
    roster = {entry.id: entry for entry in request.lists.roster or ()}
    filings = _by_institution(settled.ledger)
    returned = {
        item.filings[0].institution or "": item
        for item in plan_returns(settled.ledger, settled.folder)
    }
    return [
        ReminderCase(
            row,
            roster.get(row.id),
            tuple(filings.get(row.id, ())),
            returned.get(row.id),
            request.campaign,
            on,
            is_closed,
            request.settings.lang,
        )
        for row in settled.ledger.institutions
    ]


def unaddressed(settled: SettledCampaign) -> tuple[Filing, ...]:
    """Return the files to be returned of which it is not known to whom.

    Args:
        settled: the campaign as the last run left it.
    """
    known = {row.id for row in settled.ledger.institutions}
    return tuple(
        filing
        for item in plan_returns(settled.ledger, settled.folder)
        for filing in item.filings
        if filing.institution not in known
    )


def _by_institution(ledger: Ledger) -> Mapping[str, Sequence[Filing]]:
    filings: dict[str, list[Filing]] = {}
    for filing in ledger.filings:
        if filing.institution is not None:
            filings.setdefault(filing.institution, []).append(filing)
    return filings
