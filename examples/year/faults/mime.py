"""Mails written line by line, as programs write them that do odd things."""

from base64 import encodebytes
from collections.abc import Mapping
from hashlib import sha256

LINE = "\r\n"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c636060606000000005000156a0d3a90000000049454e44ae426082"
)
"""A picture in PNG."""


def part(
    data: bytes,
    kind: str = "application/octet-stream",
    name: str = "",
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return a part of a mail, in base64 unless it is a mail or text itself.

    Args:
        data: the content.
        kind: media type.
        name: of the attachment; empty for none.
        headers: further ones.
    """
    is_plain = kind.startswith(("message/", "text/"))
    lines = [f"Content-Type: {kind}" + (f'; name="{name}"' if name else "")]
    if name and not (headers or {}).get("Content-Disposition"):
        lines.append(f'Content-Disposition: attachment; filename="{name}"')
    lines += [f"{key}: {value}" for key, value in (headers or {}).items()]
    if not is_plain:
        lines.append("Content-Transfer-Encoding: base64")
    body = data if is_plain else encodebytes(data).replace(b"\n", b"\r\n")
    return LINE.join([*lines, "", ""]).encode() + body


def mail(headers: Mapping[str, str], *parts: bytes, kind: str = "multipart/mixed") -> bytes:
    """Return a mail of several parts.

    Args:
        headers: the topmost first.
        parts: as ``part`` returns them.
        kind: media type of the whole.
    """
    limit = f"=_{sha256(b''.join(parts)).hexdigest()[:20]}"  # other than those of the mails in it
    head = [f"{key}: {value}" for key, value in headers.items()]
    head += ["MIME-Version: 1.0", f'Content-Type: {kind}; boundary="{limit}"', "", ""]
    body = b"".join(f"--{limit}{LINE}".encode() + content + LINE.encode() for content in parts)
    return LINE.join(head).encode() + body + f"--{limit}--{LINE}".encode()
