"""What mails say of the files that came in them, and of who wrote without sending a form."""

from collections.abc import Iterable

from cssa.batch.intake.container import MailReceipt
from cssa.batch.ledger.entries import BY_SENDER, Filing, LedgerRow

MAIL_CHANNEL = "mail"
"""Channel of a file that came in a mail which no list of receipts has."""


def has_time(mail: MailReceipt | None) -> bool:
    """Return whether a mail gives a file's time of receipt."""
    return mail is not None and mail.received_at is not None


def received_by_mail(filing: Filing, mail: MailReceipt | None) -> Filing:
    """Return a filing without a receipt, with what its mail says instead.

    Args:
        filing: as it would be otherwise.
        mail: what the mail says; None where the file came in none.
    """
    if mail is None:
        return filing
    marks = () if mail.basis is None else (f"mail_{mail.basis}",)
    return filing._replace(
        received_at=mail.received_at,
        channel=MAIL_CHANNEL,
        sender=mail.sender,
        marks=(*filing.marks, *marks),
    )


def wrote_without_form(filings: Iterable[Filing]) -> set[str]:
    """Return the ids, folded, of institutions from whose addresses other documents came."""
    return {
        filing.institution.casefold()
        for filing in filings
        if filing.institution and filing.state == "other_document" and BY_SENDER in filing.marks
    }


def marked_as_written(row: LedgerRow, wrote: set[str]) -> LedgerRow:
    """Return an institution's row, marked where it has sent mails and no form.

    Args:
        row: derived from its files.
        wrote: ids, folded, of those who wrote.
    """
    if row.effective is not None or row.id.casefold() not in wrote:
        return row
    return row._replace(marks=(*row.marks, "mail_without_form"))
