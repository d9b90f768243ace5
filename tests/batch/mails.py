"""Mails as institutions and their programs send them."""

from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
RECEIVED = "from mx.example (mx.example [192.0.2.1])\r\n\tby mail.example; {at}"
MONDAY = "Mon, 02 Nov 2026 10:00:00 +0900"


def mail(
    *files: tuple[str, bytes],
    sender: str = "担当 <tantou@bank.example>",
    date: str | None = MONDAY,
    received: Iterable[str] = (),
    text: str = "回答票を送付します。",
) -> EmailMessage:
    """Return a mail.

    Args:
        files: names and contents of its attachments.
        sender: who it is from.
        date: when its sender says that it was sent.
        received: when each server took it in, the last one first.
        text: what it says.
    """
    message = EmailMessage()
    for at in received:
        message["Received"] = RECEIVED.format(at=at).replace("\r\n", "")
    message["From"] = sender
    message["To"] = "office@example.org"
    message["Subject"] = "ご提出"
    if date is not None:
        message["Date"] = date
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def saved(*files: tuple[str, bytes], **more: object) -> bytes:
    """Return a mail as a mail program saves it; the arguments are those of ``mail``."""
    return mail(*files, **more).as_bytes(policy=SMTP)  # type: ignore[arg-type]


def written(*lines: str, charset: str = "ascii") -> bytes:
    """Return a mail that is written line by line, below the headers that every mail has."""
    head = ("From: a@bank.example", f"Date: {MONDAY}", "MIME-Version: 1.0")
    return "\r\n".join((*head, *lines, "")).encode(charset, "surrogateescape")
