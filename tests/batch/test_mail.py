"""Mails in the inbox: their attachments are files, whatever wrote and saved the mails."""

import base64
import io
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.mails import MONDAY, PICTURE, mail, saved, written
from tests.batch.test_inbox import zipped

from cssa.batch.intake import mail as mail_module
from cssa.batch.intake.inbox import Inbox, open_inbox
from cssa.batch.intake.inbox_file import InboxFile
from cssa.batch.intake.mail import MAX_DEPTH, MAX_MAIL, MAX_PARTS, MailFile
from cssa.messages import LANGS, Lang, message

Write = Callable[..., Path]
FORM = b"PK\x03\x04 a form" * 20


@pytest.fixture
def found(write: Write, tmp_path: Path) -> Callable[..., tuple[InboxFile, ...]]:
    """Return the files of an inbox with one mail."""

    def opened(data: bytes, name: str = "m.eml") -> tuple[InboxFile, ...]:
        write(f"in/{name}", data)
        return open_inbox([tmp_path / "in"]).files

    return opened


Found = Callable[..., tuple[InboxFile, ...]]


def contents(files: tuple[InboxFile, ...]) -> dict[str, bytes]:
    return {file.path: file.read(1_000_000) for file in files}


def troubles(files: tuple[InboxFile, ...]) -> dict[str, str | None]:
    return {file.path: file.trouble and file.trouble.code for file in files}


def test_attachments_are_files_and_read_again_by_their_number(found: Found) -> None:
    files = found(saved(("a.xlsx", FORM), ("回答票.xlsx", b"second")))
    assert contents(files) == {"in/m.eml!a.xlsx": FORM, "in/m.eml!回答票.xlsx": b"second"}
    assert [file.size for file in files] == [len(FORM), 6]


def test_a_mail_is_known_by_its_content_and_not_by_its_name(found: Found) -> None:
    assert contents(found(saved(("a.xlsx", FORM)), "m.txt")) == {"in/m.txt!a.xlsx": FORM}


@pytest.mark.parametrize(
    "before",
    [
        b"\xef\xbb\xbf",
        b"\r\n",
        b"From MAILER Mon Nov  2 10:00:00 2026\n",
        b"X-Mozilla-Status2: 00000000\r\n",
        b"X-Long: " + b"x" * 3_000 + b"\r\n",
    ],
)
def test_what_programs_put_before_a_mail_is_no_obstacle(before: bytes, found: Found) -> None:
    assert contents(found(before + saved(("a.xlsx", FORM)))) == {"in/m.eml!a.xlsx": FORM}


@pytest.mark.parametrize(
    "data",
    [
        b"schema: cssa.answers/1\nsubject: x\n",
        b'{"schema": "cssa.answers/1",\n"From": "x"}\n',
        b"id,name\n1,From: here\n",
        zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
    ],
)
def test_what_is_no_mail_stays_a_file_of_its_own(data: bytes, found: Found) -> None:
    assert contents(found(data)) == {"in/m.eml": data}


def test_line_ends_of_other_systems_are_read(found: Found) -> None:
    data = saved(("a.xlsx", FORM)).replace(b"\r\n", b"\n")
    assert contents(found(data)) == {"in/m.eml!a.xlsx": FORM}


NAMES = {
    "RFC 2231": ("Content-Disposition: attachment; filename*=utf-8''%E5%9B%9E%E7%AD%94.xlsx",),
    "RFC 2231 in pieces": (
        "Content-Disposition: attachment; filename*0*=utf-8''%E5%9B%9E;",
        " filename*1*=%E7%AD%94; filename*2=.xlsx",
    ),
    "RFC 2047": ('Content-Disposition: attachment; filename="=?utf-8?B?5Zue562U?=.xlsx"',),
    "RFC 2047 in ISO-2022-JP": (
        "Content-Type: application/octet-stream;",
        ' name="=?ISO-2022-JP?B?GyRCMnNFehsoQg==?=.xlsx"',
    ),
    "RFC 2047 over two lines": (
        'Content-Disposition: attachment; filename="=?utf-8?B?5Zue?=',
        ' =?utf-8?B?562ULnhsc3g=?="',
    ),
    "an unknown charset": (
        'Content-Disposition: attachment; filename="=?x-none?B?5Zue562U?=.xlsx"',
    ),
    "Shift_JIS without saying so": ('Content-Disposition: attachment; filename="回答.xlsx"',),
    "ISO-2022-JP without saying so": ('Content-Disposition: attachment; filename="回答.xlsx"',),
    "a path of the sender's machine": (
        r'Content-Disposition: attachment; filename="C:\\x\\回答.xlsx"',
    ),
    "a path that leads elsewhere": ('Content-Disposition: attachment; filename="../../回答.xlsx"',),
}
CHARSETS = {
    "Shift_JIS without saying so": "cp932",
    "ISO-2022-JP without saying so": "iso2022_jp",
}


@pytest.mark.parametrize("case", NAMES)
def test_names_are_read_however_they_are_written(case: str, found: Found) -> None:
    data = written(
        "Content-Type: multipart/mixed; boundary=b",
        "",
        "--b",
        *NAMES[case],
        "",
        "content",
        "--b--",
        charset=CHARSETS.get(case, "utf-8"),
    )
    assert contents(found(data)) == {"in/m.eml!回答.xlsx": b"content"}


def test_names_in_percent_codes_of_another_charset_are_read(found: Found) -> None:
    codes = "".join(f"%{byte:02X}" for byte in "回答".encode("iso2022_jp"))
    name = f"Content-Disposition: attachment; filename*=ISO-2022-JP''{codes}.xlsx"
    data = written("Content-Type: multipart/mixed; boundary=b", "", "--b", name, "", "x", "--b--")
    assert contents(found(data)) == {"in/m.eml!回答.xlsx": b"x"}


ENCODED = base64.encodebytes(FORM).decode()


@pytest.mark.parametrize(
    ("encoding", "body", "content"),
    [
        ("base64", ENCODED, FORM),
        ("BASE64;", ENCODED.replace("\n", "\r\n\r\n"), FORM),
        (
            "base64",
            "!!" + ENCODED[:40] + "~ *\x7f" + ENCODED[40:] + "-- sent by my telephone",
            FORM,
        ),
        ("base64", base64.b64encode(b"abcd").decode().rstrip("="), b"abcd"),
        ("quoted-printable", "a=3Db=\r\nc", b"a=bc"),
        ("quoted-printable", "a=ZZ=", b"a=ZZ"),
        ("8bit", "caf\xe9", "caf\xe9".encode()),
        ("no-such-encoding", "as it is", b"as it is"),
    ],
)
def test_contents_are_decoded_as_far_as_they_can_be(
    encoding: str, body: str, content: bytes, found: Found
) -> None:
    data = written(
        'Content-Type: application/octet-stream; name="a.xlsx"',
        f"Content-Transfer-Encoding: {encoding}",
        "",
        body,
        charset="utf-8",
    )
    (file,) = found(data)
    assert file.read(1_000_000).startswith(content)


def test_what_a_mail_says_is_no_file(found: Found) -> None:
    message = mail(("a.xlsx", FORM))
    message.get_body(("plain",)).add_alternative("<p>回答票</p>", subtype="html")  # type: ignore[union-attr]
    assert list(contents(found(message.as_bytes()))) == ["in/m.eml!a.xlsx"]


def test_a_text_that_is_attached_is_a_file(found: Found) -> None:
    message = mail()
    message.add_attachment("schema: cssa.answers/1", filename="answers.yaml")
    assert list(contents(found(message.as_bytes()))) == ["in/m.eml!answers.yaml"]


def test_an_archive_in_a_mail_is_opened_and_one_in_it_is_not(found: Found) -> None:
    inner = zipped({"c.xlsx": b"3"})
    files = found(saved(("all.zip", zipped({"a.xlsx": b"1", "inner.zip": inner}))))
    assert contents(files) == {
        "in/m.eml!all.zip!a.xlsx": b"1",
        "in/m.eml!all.zip!inner.zip": inner,
    }


def test_mails_in_an_archive_are_opened(found: Found) -> None:
    archive = zipped({"x/1.eml": saved(("a.xlsx", b"1")), "2.eml": saved(("a.xlsx", b"2"))})
    assert contents(found(archive, "all.zip")) == {
        "in/all.zip!2.eml!a.xlsx": b"2",
        "in/all.zip!x/1.eml!a.xlsx": b"1",
    }


def test_a_mail_in_a_mail_is_opened_and_one_in_that_is_not(found: Found) -> None:
    third = mail(("c.xlsx", b"3"))
    second = mail(("b.xlsx", b"2"), ("all.zip", zipped({"d.xlsx": b"4"})), sender="b@b.example")
    second.add_attachment(third)
    first = mail(("a.xlsx", b"1"), sender="staff@example.org", date=MONDAY)
    first.add_attachment(second, filename="転送.eml")
    files = found(first.as_bytes())
    assert list(contents(files)) == [
        "in/m.eml!a.xlsx",
        "in/m.eml!転送.eml!all.zip!d.xlsx",
        "in/m.eml!転送.eml!b.xlsx",
        "in/m.eml!転送.eml!message.eml",
    ]
    assert {file.mail.sender for file in files if file.mail} == {"staff@example.org"}


def test_attachments_of_one_name_are_all_found(found: Found) -> None:
    files = found(saved(("a.xlsx", b"1"), ("a.xlsx", b"2")))
    assert contents(files) == {"in/m.eml!a.xlsx": b"1", "in/m.eml!a.xlsx (2)": b"2"}


def test_pictures_in_the_text_are_told_from_attached_ones(found: Found) -> None:
    message = mail(("a.xlsx", FORM), ("scan.png", PICTURE))
    kind: dict[str, Any] = {"maintype": "image", "subtype": "png"}
    message.add_attachment(PICTURE + b"2", **kind, filename="logo.png", disposition="inline")
    message.add_attachment(FORM + b"2", **kind, filename="b.xlsx", disposition="inline")
    files = found(message.as_bytes())
    assert [file.path for file in files if file.mail and file.mail.is_inline] == [
        "in/m.eml!logo.png"
    ]


@pytest.mark.parametrize("names", [(), ("smime.p7s",), ("invite.ics", "card.vcf")])
def test_a_mail_without_an_attachment_is_a_file_itself(
    names: tuple[str, ...], found: Found
) -> None:
    files = found(saved(*((name, b"x") for name in names)))
    assert troubles(files) == {
        "in/m.eml": "batch.mail.no_attachment",
        **{f"in/m.eml!{name}": None for name in names},
    }
    assert {file.mail.sender for file in files if file.mail} == {"tantou@bank.example"}


def test_a_mail_may_be_a_single_header(found: Found) -> None:
    assert troubles(found(b"From : a@bank.example")) == {"in/m.eml": "batch.mail.no_attachment"}


def test_what_signs_a_mail_has_a_name_and_what_encrypts_it_is_seen(found: Found) -> None:
    signed = written(
        "Content-Type: multipart/signed; boundary=b",
        *("", "--b", "Content-Type: text/plain", "", "text"),
        *("--b", "Content-Type: application/pkcs7-signature", "", "x"),
        *("--b", "Content-Type: application/pgp-signature", "", "x", "--b--"),
    )
    assert list(troubles(found(signed))) == [
        "in/m.eml", "in/m.eml!signature.asc", "in/m.eml!smime.p7s",
    ]  # fmt: skip
    encrypted = written(
        "Content-Type: multipart/encrypted; boundary=b",
        *("", "--b", "Content-Type: application/pgp-encrypted", "", "Version: 1"),
        *("--b", "Content-Type: application/octet-stream; name=encrypted.asc", ""),
        *("-----BEGIN PGP MESSAGE-----", "--b--"),
    )
    assert troubles(found(encrypted)) == {"in/m.eml!encrypted.asc": None}


def test_a_report_that_a_mail_was_not_delivered_is_not_opened(found: Found) -> None:
    data = written(
        "Content-Type: multipart/report; boundary=b",
        *("", "--b", "", "not delivered", "--b", "Content-Type: message/rfc822", ""),
        saved(("form.xlsx", FORM)).decode(),
        "--b--",
        charset="utf-8",
    )
    assert troubles(found(data)) == {"in/m.eml": "batch.mail.report"}


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_is_on_the_mails_to_the_addresses_that_it_names(found: Found, lang: Lang) -> None:
    data = written(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        *("", "--b", "", "not delivered", "--b", "Content-Type: message/delivery-status", ""),
        *("Reporting-MTA: dns; mx.example", "", "Final-Recipient: rfc822; a@a.example"),
        *("Action: failed", "", "final-recipient:RFC822;b@b.example", "Action: failed", "--b--"),
    )
    (file,) = found(data)
    assert file.trouble is not None
    text = message(lang, file.trouble.code, file.trouble.params)
    assert ("a@a.example" in text, "b@b.example" in text, "mx.example" in text) == (
        *(True, True), False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("received", "date", "at", "basis"),
    [
        (["Tue, 3 Nov 2026 00:30:00 +0000", MONDAY], MONDAY, "2026-11-03T09:30:00", "received"),
        (["Mon, 2 Nov 2026 17:30:00 -0800 (PST)"], None, "2026-11-03T10:30:00", "received"),
        (["yesterday"], MONDAY, "2026-11-02T10:00:00", "date"),
        ([], MONDAY, "2026-11-02T10:00:00", "date"),
        ([], "Mon, 02 Nov 2026 01:00:00 -0000", "2026-11-02T10:00:00", "date"),
        ([], "Mon, 99 Nov 2026 10:00:00 +0900", None, None),
        ([], "Fri, 31 Dec 9999 23:59:59 -1200", None, None),
        ([], "令和8年11月2日", None, None),
        ([], None, None, None),
    ],
)
def test_the_last_server_says_when_a_mail_was_received_else_its_sender(
    received: list[str], date: str | None, at: str | None, basis: str | None, found: Found
) -> None:
    lines = [*(f"Received: from x by y; {text}" for text in received)]
    lines += [] if date is None else [f"Date: {date}"]
    body = ('Content-Type: application/octet-stream; name="a.xlsx"', "", "x", "")
    data = "\r\n".join(["From: a@bank.example", *lines, *body]).encode()
    (file,) = found(data)
    assert file.mail is not None
    assert file.mail.received_at == (at and datetime.fromisoformat(at))
    assert file.mail.basis == basis


@pytest.mark.parametrize(
    ("line", "sender"),
    [
        ("From: a@bank.example", "a@bank.example"),
        ('From: "b@fake.example" <a@bank.example>', "a@bank.example"),
        ("From: =?iso-2022-jp?B?GyRCQzRFdhsoQg==?= <a@bank.example>", "a@bank.example"),
        ("From : a@bank.example", "a@bank.example"),
        ("From: nobody", ""),
        ("From: " + "(" * 900, ""),
        ("X: y", ""),
    ],
)
def test_the_sender_is_an_address_or_nothing(line: str, sender: str, found: Found) -> None:
    data = f"Message-ID: <1@x>\r\n{line}\r\nContent-Type: x/y; name=a.xlsx\r\n\r\nx".encode()
    (file,) = found(data)
    assert file.mail is not None
    assert file.mail.sender == sender


def test_a_mail_whose_end_is_missing_is_listed_beside_what_came(found: Found) -> None:
    whole = saved(("a.xlsx", FORM), ("b.xlsx", FORM + b"2"))
    files = found(whole[: whole.index(b"b.xlsx") + 50])
    assert troubles(files) == {
        "in/m.eml": "batch.mail.cut_off", "in/m.eml!a.xlsx": None, "in/m.eml!b.xlsx": None,
    }  # fmt: skip
    assert files[1].read(1_000) == FORM


@pytest.mark.parametrize("declared", ["; boundary=none", "", '; boundary=""'])
def test_a_mail_whose_parts_cannot_be_told_apart_is_one_file(declared: str, found: Found) -> None:
    data = written(f"Content-Type: multipart/mixed{declared}", "", "--b", "", "x", "--b--")
    (file,) = found(data)
    assert file.trouble is not None
    assert file.trouble.code == "batch.mail.damaged"
    assert file.mail is not None
    assert file.mail.sender == "a@bank.example"


def test_several_mails_in_one_file_are_not_taken_for_one(found: Found) -> None:
    one = b"From a@x Mon\n" + saved(("a.xlsx", FORM)).replace(b"\r\n", b"\n") + b"\n"
    assert troubles(found(one + one, "box")) == {"in/box": "batch.not_read.many_mails"}


def nested(depth: int) -> bytes:
    lines = ["Content-Type: multipart/mixed; boundary=b0", ""]
    for level in range(depth):
        lines += [f"--b{level}", f"Content-Type: multipart/mixed; boundary=b{level + 1}", ""]
    form = ["Content-Type: x/y; name=a.xlsx", "", "x"]
    ends = [f"--b{level}--" for level in reversed(range(depth + 1))]
    return written(*lines, f"--b{depth}", *form, *ends)


def attached(count: int) -> bytes:
    lines = ["Content-Type: multipart/mixed; boundary=b", ""]
    for number in range(count):
        lines += ["--b", f"Content-Type: x/y; name={number}.xlsx", "", "x"]
    return written(*lines, "--b--")


def test_as_much_as_is_usual_is_opened(found: Found) -> None:
    assert list(contents(found(nested(MAX_DEPTH - 1)))) == ["in/m.eml!a.xlsx"]
    assert len(found(attached(MAX_PARTS - 1))) == MAX_PARTS - 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (nested(200), "too_deep"),
        (attached(MAX_PARTS), "too_many"),
        (written("Subject: x", "X: " + "x" * 200_000), "damaged"),
    ],
)
def test_beyond_it_a_mail_is_one_file(data: bytes, code: str, found: Found) -> None:
    assert troubles(found(data)) == {"in/m.eml": f"batch.mail.{code}"}


SEVERAL = b"From: a@bank.example\nContent-Type: multipart/mixed; boundary=b\n\n"
FILLED = MAX_MAIL - 1_000
HOSTILE = {
    "100 MB": (SEVERAL + b"x" * 100_000_000, "too_large"),
    "empty lines": (SEVERAL + b"\n" * FILLED, "damaged"),
    "lines like boundaries": (SEVERAL + b"\n--bx" * (FILLED // 5), "damaged"),
    "boundaries": (SEVERAL + b"\n--b" * (FILLED // 4), "too_many"),
    "deep and long": (nested(200)[:-3_000] + b"\n--bx" * (FILLED // 5 - 5_000), "too_deep"),
    "headers": (
        SEVERAL + (b"--b\n" + b"content-type:\n" * 1_400 + b"\nx\n") * 199 + b"--b--\n",
        "no_attachment",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_mail_is_settled_within_a_second(case: str, found: Found) -> None:
    data, code = HOSTILE[case]
    spent = []
    for _ in range(3):
        start = time.process_time()
        assert troubles(found(data)) == {"in/m.eml": f"batch.mail.{code}"}
        spent.append(time.process_time() - start)
    assert min(spent) < 1


def test_containers_hold_no_more_files_together_than_one_may(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cssa.batch.intake.unpacking.MAX_MEMBERS", 5)
    mails = {f"{number}.eml": saved(("a.xlsx", b"1"), ("b.xlsx", b"2")) for number in range(3)}
    assert troubles(found(zipped(mails), "all.zip")) == {"in/all.zip": "batch.archive.too_many"}


def test_a_mail_that_grew_too_large_in_an_archive_is_not_opened(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved(("a.xlsx", FORM))
    monkeypatch.setattr(mail_module, "MAX_MAIL", len(data) - 1)
    monkeypatch.setattr(MailFile, "max_size", len(data) - 1)
    assert troubles(found(zipped({"m.eml": data}), "all.zip")) == {
        "in/all.zip!m.eml": "batch.mail.too_large"
    }


def _opened(data: bytes) -> Inbox | MailFile | None:
    if not MailFile.begins(data):
        return None
    opened = MailFile.opened(io.BytesIO(data), ())
    assert isinstance(opened, MailFile)
    for member in opened.members:
        opened.open_member(member.number).read()
        member.name.encode("utf-8", "backslashreplace")
    return opened


WHOLE = saved(("回答票.xlsx", FORM), ("b.zip", zipped({"c.xlsx": b"3"})), received=[MONDAY])


@given(st.data())
def test_a_broken_mail_raises_nothing(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, min(start + 60, len(WHOLE))))
    _opened(WHOLE[:start] + data.draw(st.binary(max_size=60)) + WHOLE[end:])


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Content-Type: ",
                    "multipart/mixed; boundary=",
                    "--",
                    "b",
                    '"',
                    "\r\n",
                    "\n",
                    " ",
                ),
                *(
                    "message/rfc822",
                    "filename*0*=utf-8''",
                    "filename*",
                    "=?utf-8?B?",
                    "?=",
                    "%",
                    ";",
                ),
                *(
                    "Content-Disposition: attachment; ",
                    "Content-Transfer-Encoding: base64",
                    "A=",
                    "(",
                ),
                *("Date: ", "Received: ;", "From: ", "\x00", "\x1b$B", "回", "\\"),
            ]
        ),
        max_size=40,
    )
)
def test_pieces_of_mails_in_any_order_raise_nothing(pieces: list[str]) -> None:
    _opened(("Subject: x\r\n" + "".join(pieces)).encode("utf-8"))


def test_every_byte_of_every_attachment_comes_back(found: Found) -> None:
    contents_of = {"a.xlsx": bytes(range(256)), "b.xlsx": b"\r\n--\r\n\n", "c.xlsx": b""}
    files = found(saved(*contents_of.items()))
    assert contents(files) == {f"in/m.eml!{name}": data for name, data in contents_of.items()}


def test_zip_names_of_japanese_windows_are_read_within_a_mail(found: Found) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        out.writestr("kaitou.xlsx", b"1")
    data = stream.getvalue().replace(b"kaitou.xlsx", "回答.xlsx".encode("cp932").ljust(11, b"_"))
    assert list(contents(found(saved(("all.zip", data))))) == ["in/m.eml!all.zip!回答.xlsx__"]
