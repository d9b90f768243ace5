"""Headers of mails: the few that are read, whatever a sender's program wrote into them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime
from typing import TypeVar

from cssa.batch.intake.container import MailReceipt, ReceiptBasis

ReadT = TypeVar("ReadT")

JAPAN = timezone(timedelta(hours=9))
"""The zone of times of receipt, the same on every machine."""

_READ = (
    "content-type",
    "content-disposition",
    "content-transfer-encoding",
    "content-id",
    "from",
    "received",
    "date",
)
_FIELD = re.compile(
    rb"^(%s)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)" % "|".join(_READ).encode(),
    re.IGNORECASE | re.MULTILINE,
)
_FOLD = re.compile(r"\r?\n[ \t]+|\r")
_MAX_VALUE = 4_000
_MAX_PARAMETERS = 60
"""Parameters of a header; the standard library's time for them grows with their square."""
_MAX_WORDS = 1_000
"""Characters that are looked through for encoded words, of which the same is true."""
_MAX_NAME = 200
_ENCODINGS = ("utf-8", "cp932")
"""Encodings of names that are written without saying in which, the likeliest first."""
_JIS = "iso2022_jp"
_ADDRESS = re.compile(r"[^\s@<>,;]{1,200}@[^\s@<>,;]{1,200}")


class Headers:
    """The headers of a mail or of a part of one.

    Only what is read here is given to the standard library, each header once and only so much of
    it: its parsers take long on some values, and raise on others.

    Args:
        block: the lines before the first empty one.
    """

    def __init__(self, block: bytes) -> None:
        first = dict[bytes, bytes]()
        for name, value in _FIELD.findall(block):
            first.setdefault(name.lower(), value)
        self._message: Message[str, str] = Message()
        for name, value in first.items():
            self._message[name.decode()] = _limited(_FOLD.sub(" ", _text(value)).strip())

    @property
    def content_type(self) -> str:
        """The type of the content, in lower case."""
        return _attempt(self._message.get_content_type, "text/plain")

    @property
    def boundary(self) -> bytes:
        """What divides the parts; empty where nothing does."""
        boundary = _attempt(self._message.get_boundary, None) or ""
        return boundary.encode("utf-8", "replace")

    @property
    def encoding(self) -> str:
        """How the content is encoded, in lower case."""
        words = self._message.get("content-transfer-encoding", "").lower().split()
        return words[0].strip(';"') if words else ""

    @property
    def disposition(self) -> str:
        """Whether a part is an attachment or shown within the text; empty where it is not said."""
        return _attempt(self._message.get_content_disposition, None) or ""

    @property
    def has_content_id(self) -> bool:
        """Whether the text may refer to a part."""
        return "content-id" in self._message

    @property
    def file_name(self) -> str:
        """The name of a part's file, without folders; empty where there is none."""
        for parameter, header in (("filename", "content-disposition"), ("name", "content-type")):
            name = _attempt(lambda: self._parameter(parameter, header), "")  # noqa: B023 - called at once
            last = " ".join(name.replace("\\", "/").rpartition("/")[2].split())
            if last:
                return last[-_MAX_NAME:]
        return ""

    def _parameter(self, parameter: str, header: str) -> str:
        value = self._message.get_param(parameter, "", header)
        if isinstance(value, tuple):
            return collapse_rfc2231_value(value)
        return _words(str(value))

    @property
    def receipt(self) -> MailReceipt:
        """What a mail says of its receipt: the time of the last server, else that of its sender."""
        received = self._message.get("received", "").rpartition(";")[2]
        candidates: tuple[tuple[str, ReceiptBasis], ...] = (
            (received, "received"),
            (self._message.get("date", ""), "date"),
        )
        for text, basis in candidates:
            at = _attempt(lambda: _moment(text), None)  # noqa: B023 - called at once
            if at is not None:
                return MailReceipt(self._sender, at, basis)
        return MailReceipt(self._sender)

    @property
    def _sender(self) -> str:
        address = _attempt(lambda: parseaddr(self._message.get("from", ""))[1], "")
        return address if _ADDRESS.fullmatch(address) else ""


def _attempt(read: Callable[[], ReadT], otherwise: ReadT) -> ReadT:
    """Return what is read of a header, or what stands for it where its value cannot be read."""
    try:
        return read()
    except Exception:  # noqa: BLE001 - whatever a value brings about, the mail is read
        return otherwise


def _limited(value: str) -> str:
    return ";".join(value[:_MAX_VALUE].split(";")[: _MAX_PARAMETERS + 1])


def _text(value: bytes) -> str:
    """Return a header as text, also where it has characters that headers may not have."""
    for encoding in _ENCODINGS:
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")


def _words(text: str) -> str:
    """Return a text with its encoded words decoded."""
    if "\x1b" in text:  # as old programs write Japanese, without saying so
        return text.encode("latin-1", "replace").decode(_JIS, "replace")
    pieces = decode_header(text[:_MAX_WORDS])
    return "".join(_decoded(*piece) for piece in pieces)


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    if charset is None:
        return piece.decode("raw-unicode-escape", "replace")
    try:
        return piece.decode(charset, "replace")
    except LookupError:
        return _text(piece)


def _moment(text: str) -> datetime | None:
    """Return a time of a mail as local time; one without a zone is in UTC, as the standard says."""
    moment = parsedate_to_datetime(text.strip())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(JAPAN).replace(tzinfo=None)
