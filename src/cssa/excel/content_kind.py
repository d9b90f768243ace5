"""Recognises by its content what arrives in place of a form, such as a mail or a PDF."""

import io
import re
import struct
import zipfile
import zlib
from typing import Literal

ContentKind = Literal[
    "pdf",
    "image",
    "mail",
    "archive",
    "zip",
    "word",
    "presentation",
    "download_mark",
    "rich_mail",
    "sealed_mail",
]

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What Python's reader raises on archives that are not sound."""

OFFICE = ("[content_types].xml", "xl/", "word/", "ppt/", "mimetype", "content.xml", "index/")
"""Beginnings of members' names in what office programs save; such a file is no archive of forms."""

_HEAD = 1024
_BEGINNINGS: tuple[tuple[bytes, ContentKind], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"MSCF", "archive"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"[ZoneTransfer]", "download_mark"),
    (b"\x78\x9f\x3e\x22", "rich_mail"),
    (b"-----BEGIN PGP MESSAGE", "sealed_mail"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of older office programs begin, and all of them under a password."""

_STREAMS: tuple[tuple[str, ContentKind], ...] = (
    ("WordDocument", "word"),
    ("PowerPoint Document", "presentation"),
    ("__substg1.0_", "mail"),
    ("__properties_version1.0", "mail"),
)
_PATTERNS: tuple[tuple[re.Pattern[bytes], ContentKind], ...] = (
    (re.compile(rb"..-l[hz][0-9a-z]-", re.DOTALL), "archive"),
    (  # CMS data that is signed or enveloped, by the identifier of its type
        re.compile(rb"0[\x80-\x84].{0,4}\x06\x09\*\x86H\x86\xf7\x0d\x01\x07[\x02\x03]", re.DOTALL),
        "sealed_mail",
    ),
)
_MAIL = re.compile(
    rb"(?:From |(?:[A-Za-z][A-Za-z0-9_-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*"
    rb"(?:From|Received|Return-Path|MIME-Version|Message-ID|Subject):)",
    re.IGNORECASE,
)


def content_kind(data: bytes) -> ContentKind | None:
    """Return what a file that is no workbook is, None where that is not recognised.

    Args:
        data: the file, or its beginning.
    """
    head = data[:_HEAD]
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(OLE):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), None)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if b"%PDF-" in head:  # behind a few bytes, as readers of PDF take it
        return "pdf"
    patterned = next((kind for pattern, kind in _PATTERNS if pattern.match(head)), None)
    is_mail = _MAIL.match(head.removeprefix(b"\xef\xbb\xbf"))
    return patterned or ("mail" if is_mail else None)


def _zipped(data: bytes) -> ContentKind | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [name.lower() for name in package.namelist()]
    except DAMAGE:
        return None
    if any(name.startswith("word/") for name in names):
        return "word"
    if any(name.startswith("ppt/") for name in names):
        return "presentation"
    if any(name.startswith("xl/") or name == "mimetype" for name in names):
        return None
    return "archive" if any(name.startswith(OFFICE) for name in names) else "zip"
