"""Drafts of mails as files that mail programs open for sending (RFC 5322, ``X-Unsent``)."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from cssa.answers.campaign import Campaign
from cssa.batch.outputs.mail_list import Mail

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_BOUNDARY_DIGITS = 32
_WORD_BYTES = 45
"""Of a subject in one encoded word, which may have 75 characters."""
_WORKBOOK = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WITH_NAMES = SMTP.clone(utf8=True)
"""For addresses that are not ASCII, which no other header form can hold (RFC 6532)."""


def sender_address(campaign: Campaign | None) -> str | None:
    """Return the one address that the campaign's contact states, None where it states no such.

    Args:
        campaign: who asks; None where its file was not specified.
    """
    if campaign is None or campaign.contact is None:
        return None
    texts = (campaign.contact.ja, campaign.contact.en)
    addresses = {address for text in texts for address in _ADDRESS.findall(text)}
    return addresses.pop() if len(addresses) == 1 else None


def mail_draft(
    mail: Mail, on: date, attachments: Mapping[str, bytes], sender: str | None = None
) -> bytes:
    """Return a draft, the same bytes for the same mail.

    Args:
        mail: what it says, and to whom.
        on: the day that it bears.
        attachments: content of the mail's attachments, by their name.
        sender: its address, which the mail program fills in where None.
    """
    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    day = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - written as of no known zone
    draft["Date"] = format_datetime(day)
    addresses = [*filter(None, (sender, mail.to)), *mail.cc]
    if sender is not None:
        draft["From"] = _addresses([sender])
    if mail.to:
        draft["To"] = _addresses([mail.to])
    if mail.cc:
        draft["Cc"] = _addresses(mail.cc)
    draft.set_content(mail.body, charset="utf-8", cte="base64")
    for name in mail.attachments:
        subtype = _WORKBOOK if name.endswith(".xlsx") else "octet-stream"
        draft.add_attachment(attachments[name], "application", subtype, filename=name)
    if draft.is_multipart():
        draft.set_boundary(_boundary(mail, attachments))
    policy = SMTP if all(map(str.isascii, addresses)) else _WITH_NAMES
    return _subject_line(mail.subject) + draft.as_bytes(policy=policy)


def _subject_line(subject: str) -> bytes:
    """Return the header of the subject in encoded words (RFC 2047).

    The library's own folding puts spaces between words of a long Japanese line.
    """
    words, chunk = [], b""
    for char in subject:
        encoded = char.encode()
        if len(chunk) + len(encoded) > _WORD_BYTES:
            words.append(chunk)
            chunk = b""
        chunk += encoded
    words.append(chunk)
    folded = b"\r\n ".join(b"=?utf-8?b?" + b64encode(word) + b"?=" for word in words)
    return b"Subject: " + folded + b"\r\n"


def _addresses(texts: Iterable[str]) -> tuple[Address, ...]:
    parts = (text.rpartition("@") for text in texts)
    return tuple(Address(username=local, domain=domain) for local, _, domain in parts)


def _boundary(mail: Mail, attachments: Mapping[str, bytes]) -> str:
    """Return what divides the parts; it follows from them, and base64 cannot contain it."""
    digest = hashlib.sha256(mail.body.encode())
    for name in mail.attachments:
        digest.update(attachments[name])
    return f"=_{digest.hexdigest()[:_BOUNDARY_DIGITS]}"
