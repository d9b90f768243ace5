"""What arrives in place of a form is recognised by its content, whatever it is called."""

import io
import zipfile

import pytest

from cssa.batch.intake.content_kind import content_kind
from cssa.batch.intake.refusals import refined
from cssa.errors import Problem

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1024


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, b"<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\n%PDF-2.0\n", "pdf"),
        (b"\xff\xd8\xff\xe0JFIF", "image"),
        (b"II*\0scan", "image"),
        (b"\x1f\x8b\x08", "archive"),
        (b"\x22\x00-lh5-...", "archive"),
        (zipped("form.xlsx"), "inner_zip"),
        (zipped("index/form.xlsx"), "archive"),
        (zipped("[Content_Types].xml", "word/document.xml"), "word"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "presentation"),
        (zipped("[Content_Types].xml", "xl/workbook.bin"), None),
        (OLE + "WordDocument".encode("utf-16-le"), "word"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "mail"),
        (OLE + "Workbook".encode("utf-16-le"), None),
        (b"Received: from a\r\n\tby b\r\nSubject: x\r\n\r\nhello", "mail"),
        (b"X-Mailer: y\nDate: today\nMIME-Version: 1.0\n", "mail"),
        ("\ufeffFrom: a@example.invalid\n".encode(), "mail"),
        (b"[ZoneTransfer]\r\nZoneId=3", "download_mark"),
        (b"id,name\n1,From: here\n", None),
        (b"schema: cssa.answers/1\n", None),
        (b"", None),
    ],
)
def test_content_tells_what_a_file_is(data: bytes, kind: str | None) -> None:
    assert content_kind(data) == kind


def test_a_refusal_that_says_more_stays() -> None:
    macros = Problem("form.guard.macros")
    assert refined([macros], b"%PDF-1.4") == (macros,)
    assert refined([Problem("form.guard.text")], b"%PDF-1.4") == (Problem("batch.content.pdf"),)
