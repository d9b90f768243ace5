"""Saved mails, whose attachments are files of the inbox.

The boundaries between parts are looked for here, and only headers are given to the standard
library: its parser holds every line of a mail, and compares each with every boundary above it.
"""

import binascii
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from string import ascii_letters, digits
from typing import IO, BinaryIO, ClassVar, NamedTuple, Self

from cssa.batch.intake.container import ContainedFile, Container
from cssa.batch.intake.mail_headers import Headers
from cssa.errors import Problem
from cssa.lists.passwords import Password
from cssa.messages.wording import listed

MAX_MAIL = 40_000_000
MAX_PARTS = 200
MAX_DEPTH = 8
"""Levels of parts inside one another, without what stands in attached mails."""

_MAX_HEADERS = 100_000
"""Bytes of the headers of a mail."""
_MAX_PART_HEADERS = 20_000
"""Bytes of the headers of one of its parts."""
_MAX_FALSE_BOUNDARIES = 10_000
"""Lines that begin like a boundary and are none."""

_BEGIN = re.compile(
    rb"\s*(?:From [^\n]*\n)?(?:[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:From|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Subject)[ \t]*:",
    re.IGNORECASE,
)
_END_OF_HEADERS = re.compile(rb"\n\r?\n")
_ANSWERS = b"cssa.answers/"
"""Stands at the beginning of answers files, whose keys look like headers."""
_FROM_LINE = re.compile(rb"From (?![ \t]*:)")
"""How a mail begins in a file of several mails."""
_NEXT_MAIL = re.compile(rb"\n\r?\nFrom [^\n]*\n[!-9;-~]+:")
_NOT_BASE64 = bytes(set(range(256)) - set(f"{ascii_letters}{digits}+/".encode()))

_MESSAGES = ("message/rfc822", "message/global")
_REPORT = "multipart/report"
_RECIPIENT = re.compile(
    rb"^Final-Recipient[ \t]*:[^\n;]{0,40};[ \t]*([!-~]{1,200}@[!-~]{1,200})",
    re.IGNORECASE | re.MULTILINE,
)
"""Whom a mail went to that a report is about."""
_MAX_RECIPIENTS = 20
_UNNAMED = "attachment"
_NAMES: Mapping[str, str] = {
    **dict.fromkeys(_MESSAGES, "message.eml"),
    "application/pkcs7-signature": "smime.p7s",
    "application/x-pkcs7-signature": "smime.p7s",
    "application/pgp-signature": "signature.asc",
}
"""What parts without a name are called, by their type."""
_ENCRYPTION_VERSION = "application/pgp-encrypted"
_ENCLOSED = (".p7s", ".sig", "signature.asc", ".ics", ".vcf")
"""Endings of what programs add to mails, beside which a mail still has no attachment."""


class MailError(Exception):
    """A mail is not opened.

    Attributes:
        problem: why.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.problem = Problem(code, params)


class MailPart(NamedTuple):
    """A part of a mail that is a file.

    Attributes:
        start: where its encoded content begins in the mail.
        end: where it ends.
    """

    name: str
    encoding: str
    start: int
    end: int
    is_inline: bool


class MailFile(Container):
    """A saved mail.

    One that is beyond the limits, or whose parts cannot be told apart, holds no files.

    Args:
        data: the mail, at most one byte more than is read.
    """

    levels: ClassVar[int] = 2
    max_size: ClassVar[int] = MAX_MAIL

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._part_count = 0
        self._is_cut_off = False
        self._parts: tuple[MailPart, ...] = ()
        try:
            self._open()
        except MailError as error:
            self.remark = error.problem

    def _open(self) -> None:
        """Take what the mail says of its receipt, and find the files in it.

        Raises:
            MailError: when it is not opened.
        """
        data = self._data
        start = len(data) - len(data.lstrip())
        if _FROM_LINE.match(data, start):
            if _NEXT_MAIL.search(data, start):
                raise MailError("batch.not_read.many_mails")
            start = data.find(b"\n", start) + 1
        headers, body = self._headers(start, len(data))
        self.receipt = headers.receipt
        if len(data) > MAX_MAIL:
            raise MailError("batch.mail.too_large", limit=MAX_MAIL // 1_000_000)
        if headers.content_type == _REPORT:
            raise self._report()
        self._parts = tuple(self._files(headers, body, len(data), 0))
        self.members = tuple(
            ContainedFile(number, part.name, part.is_inline)
            for number, part in enumerate(self._parts)
        )
        if all(part.is_inline or part.name.lower().endswith(_ENCLOSED) for part in self._parts):
            self.remark = Problem("batch.mail.no_attachment")
        elif self._is_cut_off:
            self.remark = Problem("batch.mail.cut_off")

    def _report(self) -> MailError:
        """Return why a report on mails is not opened, with the addresses that they went to."""
        found = islice(_RECIPIENT.finditer(self._data), _MAX_RECIPIENTS)
        addresses = tuple(dict.fromkeys(match.group(1).decode() for match in found))
        if not addresses:
            return MailError("batch.mail.report")
        return MailError("batch.mail.report_on", addresses=listed(addresses))

    @classmethod
    def begins(cls, head: bytes) -> bool:
        """Return whether a file may be a mail: it begins with headers, of which one is a mail's."""
        text = head.removeprefix(b"\xef\xbb\xbf")
        end = _END_OF_HEADERS.search(text)
        return _BEGIN.match(text) is not None and _ANSWERS not in text[: end.start() if end else -1]

    @classmethod
    def opened(cls, stream: BinaryIO, passwords: Sequence[Password]) -> Self | Problem | None:  # noqa: ARG003 - mails have none
        """Return a mail, why it is not opened, or None for any other file."""
        return cls(stream.read(MAX_MAIL + 1).removeprefix(b"\xef\xbb\xbf"))

    def open_member(self, number: int) -> IO[bytes]:
        """Return the content of a file in it."""
        part = self._parts[number]
        return io.BytesIO(_decoded(self._data[part.start : part.end], part.encoding))

    def _headers(self, start: int, end: int) -> tuple[Headers, int]:
        """Return the headers of a part, and where its content begins."""
        self._part_count += 1
        if self._part_count > MAX_PARTS:
            raise MailError("batch.mail.too_many", limit=MAX_PARTS)
        begin = max(start - 1, 0)  # a part without headers begins with the empty line
        if not self._data.startswith((b"\n", b"\r\n"), start):
            begin = start
        most = _MAX_HEADERS if self._part_count == 1 else _MAX_PART_HEADERS
        blank = _END_OF_HEADERS.search(self._data, begin, min(end, start + most))
        if blank is None and end - start > most:
            raise MailError("batch.mail.damaged")
        block = self._data[start : blank.start() + 1 if blank else end]
        return Headers(block), blank.end() if blank else end

    def _files(self, headers: Headers, start: int, end: int, depth: int) -> Iterator[MailPart]:
        """Yield the files in a part."""
        content_type, name, disposition = (
            headers.content_type,
            headers.file_name,
            headers.disposition,
        )
        if content_type.startswith("multipart/"):
            if depth == MAX_DEPTH:
                raise MailError("batch.mail.too_deep", limit=MAX_DEPTH)
            for inner_start, inner_end in self._divided(headers.boundary, start, end):
                inner, body = self._headers(inner_start, inner_end)
                yield from self._files(inner, body, inner_end, depth + 1)
            return
        is_message = content_type in _MESSAGES
        is_text = content_type.startswith(("text/", "message/")) and not is_message
        is_said = is_text or content_type == _ENCRYPTION_VERSION
        if is_said and not name and disposition != "attachment":
            return  # what the mail says
        is_inline = content_type.startswith("image/") and (
            disposition == "inline" or (headers.has_content_id and disposition != "attachment")
        )
        name = name or _NAMES.get(content_type, _UNNAMED)
        yield MailPart(name, headers.encoding, start, end, is_inline)

    def _divided(self, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the parts between boundaries begin and end.

        Raises:
            MailError: when there are none.
        """
        if not boundary:
            raise MailError("batch.mail.damaged")
        part_start: int | None = None
        for line_start, line_end, is_last in self._boundaries(boundary, start, end):
            if part_start is not None:
                before = line_start - 1 if line_start > part_start else line_start
                if self._data.startswith(b"\r", before - 1) and before > part_start:
                    before -= 1
                yield part_start, max(before, part_start)
            part_start = line_end
            if is_last:
                return
        if part_start is None:
            raise MailError("batch.mail.damaged")
        self._is_cut_off = True
        yield part_start, end

    def _boundaries(self, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield each boundary: where its line begins and ends, and whether it is the last."""
        line = b"--" + boundary
        misses, at = 0, start if self._data.startswith(line, start) else None
        position = start
        while True:
            if at is None:
                at = self._data.find(b"\n" + line, position, end)
                if at < 0:
                    return
                at += 1
            after = at + len(line)
            is_last = self._data.startswith(b"--", after)
            line_end = self._data.find(b"\n", after, end)
            line_end = end if line_end < 0 else line_end
            rest = self._data[after : min(line_end, after + 80)]
            if rest.removeprefix(b"--").strip() == b"":
                yield at, min(line_end + 1, end), is_last
            else:
                misses += 1
                if misses > _MAX_FALSE_BOUNDARIES:
                    raise MailError("batch.mail.damaged")
            position, at = min(line_end, end), None


def _decoded(data: bytes, encoding: str) -> bytes:
    """Return a part's content; what is not of its encoding is passed over."""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(data)
    if encoding != "base64":
        return data
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        clean = data.translate(None, _NOT_BASE64)
        clean = clean[: len(clean) - (len(clean) % 4 == 1)]
        return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
