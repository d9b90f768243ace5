"""What arrives in place of a form is recognised by its content, whatever it is called."""

import io
import zipfile

import pytest

from cssa.batch.intake.refusals import refined
from cssa.errors import InputError, Problem
from cssa.excel.content_kind import content_kind
from cssa.excel.guard import check_workbook
from cssa.messages.problems import describe

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1024


def zipped(*names: str, first: bytes = b"<x/>") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            content = first if name == names[0] else b"<x/>"
            package.writestr(zipfile.ZipInfo(name), content)  # dated 1980: a test's name holds it
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
        (zipped("form.xlsx"), "zip"),
        (zipped("index/form.xlsx"), "archive"),
        (zipped("scan.pdf", "form.xlsx", first=b"%PDF-1.4\n"), "zip"),
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
        (b"\x78\x9f\x3e\x22\x01\x00", "rich_mail"),
        (bytes.fromhex("3080 0609 2a864886f70d010703"), "sealed_mail"),
        (bytes.fromhex("3082 0c3d 0609 2a864886f70d010702"), "sealed_mail"),
        (bytes.fromhex("3082 0c3d 0609 2a864886f70d010706"), None),
        (b"-----BEGIN PGP MESSAGE-----\n", "sealed_mail"),
        (b"X-Mozilla-Status2: 0\nFrom: a@example.invalid\n", "mail"),
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
    assert refined([Problem("form.guard.pdf")], b"%PDF-1.4") == (Problem("batch.content.pdf"),)


@pytest.mark.parametrize(
    ("data", "ja", "en"),
    [
        (b"%PDF-1.4\n1 0 obj", "PDF", "a PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "画像", "a picture"),
        (b"From: a@example.invalid\r\nSubject: x\r\n", "保存されたメール", "a saved e-mail"),
        (b"\x78\x9f\x3e\x22\x01\x00", "winmail.dat", "winmail.dat"),
        (b"-----BEGIN PGP MESSAGE-----\n", "暗号化されたメール", "an e-mail that is encrypted"),
        (b"Rar!\x1a\x07\x00", "圧縮ファイル", "an archive"),
        (zipped("北/form.xlsx", "南/form.xlsx"), "ZIPファイル", "a ZIP archive"),
        (zipped("[Content_Types].xml", "word/document.xml"), "Wordの文書", "a Word document"),
        (OLE + "WordDocument".encode("utf-16-le"), "Wordの文書", "a Word document"),
        (OLE + "Workbook".encode("utf-16-le"), "古い形式（.xls）", "the old format (.xls)"),
        (b"id,name\n1,x\n", "テキスト", "a text file (such as CSV"),
    ],
)
def test_whoever_reads_one_form_learns_what_the_file_is_instead(
    data: bytes, ja: str, en: str
) -> None:
    with pytest.raises(InputError) as caught:
        check_workbook(data, "form.xlsx")
    (problem,) = caught.value.problems
    assert ja in describe(problem, "ja")
    assert en in describe(problem, "en")


def test_no_letter_goes_out_under_a_name_of_the_command_for_one_form() -> None:
    for data in (b"%PDF-1.4", zipped("form.xlsx"), zipped("[Content_Types].xml", "word/d.xml")):
        with pytest.raises(InputError) as caught:
            check_workbook(data, "")
        (reason,) = refined(caught.value.problems, data)
        assert reason.code.startswith("batch.content.")
