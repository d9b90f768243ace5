"""What mails say of the files that came in them, and of who wrote without sending a form."""

from collections.abc import Iterable, Mapping, Sequence

from cssa.batch.intake.container import MailReceipt
from cssa.batch.ledger.entries import BY_SENDER, Filing, LedgerRow

MAIL_CHANNEL = "mail"
"""Channel of a file that came in a mail which no list of receipts has."""

MAIL_WITHOUT_FORM = "mail_without_form"
"""Mark of an institution that has written, and sent no form."""

NO_FORM = ("refused", "other_document", "not_read")
"""States of files that are no forms, as far as they could be read."""


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


def mails_with_form(filings: Iterable[Filing], mails: Mapping[str, str]) -> set[str]:
    """Return the mails that a form came in.

    Args:
        filings: of all institutions.
        mails: the mail that a file came in, by the file's path.
    """
    forms = (filing for filing in filings if filing.state not in NO_FORM)
    return {mails[form.path] for form in forms if form.path in mails}


def wrote_without_form(filings: Sequence[Filing], mails: Mapping[str, str]) -> set[str]:
    """Return the ids, folded, of institutions from whose addresses mails came without a form.

    Args:
        filings: of all institutions.
        mails: the mail that a file came in, by the file's path.
    """
    with_form = mails_with_form(filings, mails)
    return {
        filing.institution.casefold()
        for filing in filings
        if filing.institution
        and filing.state == "other_document"
        and BY_SENDER in filing.marks
        and mails.get(filing.path) not in with_form
    }


def marked_as_written(row: LedgerRow, wrote: set[str]) -> LedgerRow:
    """Return an institution's row, marked where it has sent mails and no form.

    Args:
        row: derived from its files.
        wrote: ids, folded, of those who wrote.
    """
    if row.state not in ("missing", "not_read") or row.id.casefold() not in wrote:
        return row
    return row._replace(marks=(*row.marks, MAIL_WITHOUT_FORM))
