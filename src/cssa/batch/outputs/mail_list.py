"""The list that mails are made from: one line for each letter, as mail merges read it."""

from collections.abc import Iterable
from typing import NamedTuple

from cssa.datafile.csv_table import write_csv_table

COLUMNS = ("to", "cc", "subject", "body", "attachment")
_SEPARATOR = "; "


class Mail(NamedTuple):
    """A mail to be sent.

    Attributes:
        to: the address; empty where the roster has none.
        cc: further addresses.
        body: its text, without the mark of byte order that text files have.
        attachments: names of files, relative to the list.
    """

    to: str
    cc: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[str, ...]


def addressed(addresses: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the address that a mail goes to, and those that get a copy.

    Args:
        addresses: as the roster has them, the first for the recipient.
    """
    first, *copies = [*addresses] or [""]
    return first, tuple(copies)


def write_mail_list(mails: Iterable[Mail]) -> bytes:
    """Return mails as CSV that a spreadsheet opens without running anything."""
    return write_csv_table(
        COLUMNS,
        (
            (
                mail.to,
                _SEPARATOR.join(mail.cc),
                mail.subject,
                mail.body,
                _SEPARATOR.join(mail.attachments),
            )
            for mail in mails
        ),
    )
