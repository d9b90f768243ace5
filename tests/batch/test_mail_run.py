"""An inbox of mails, from the attachments to ledger, letters and feedback."""

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.batch.conftest import tree
from tests.batch.institutions import CHECKLIST, submit
from tests.batch.mails import PICTURE, mail, saved
from tests.batch.test_inbox import zipped
from tests.batch.test_ledger import entry, filed, keep, receipt, row, states

from cssa.batch.intake.container import MailReceipt
from cssa.errors import Problem
from cssa.lists.roster import RosterEntry
from cssa.messages import LANGS, Lang, message

Cssa = Callable[..., Any]
AT = datetime(2026, 11, 2, 10)  # noqa: DTZ001 - local time
BY_SERVER = MailReceipt("a@bank.example", AT, "received")
BY_SENDER = MailReceipt("a@bank.example", AT, "date")
LATE = MailReceipt("a@bank.example", datetime(2026, 11, 21, 9), "received")  # noqa: DTZ001 - likewise


def sent(path: str, *args: Any, mail: MailReceipt = BY_SERVER, **more: Any) -> Any:
    return filed(path, *args, **more)._replace(mail=mail)


def addressed(ident: str) -> RosterEntry:
    return entry(ident, email=("a@bank.example", "second@bank.example"))


def test_a_mail_gives_the_receipt_that_the_list_does_not_have() -> None:
    ledger = keep(sent("in/a.eml!form.xlsx"), sent("in/b.eml!form.xlsx", "b", mail=BY_SENDER))
    first, second = ledger.filings
    assert (first.received_at, first.channel, first.sender) == (AT, "mail", "a@bank.example")
    assert (first.marks, second.marks) == (("mail_received",), ("mail_date",))
    assert row(ledger, "a").received_at == AT


def test_a_mail_may_be_late() -> None:
    ledger = keep(sent("in/a.eml!form.xlsx", mail=LATE))
    assert states(ledger) == {"in/a.eml!form.xlsx": "late"}


@pytest.mark.parametrize("listed", ["a.eml", "a.eml!form.xlsx", "form.xlsx"])
def test_the_list_of_receipts_wins(listed: str) -> None:
    line = receipt(listed, channel="counter", sender="somebody")
    (filing,) = keep(sent("in/a.eml!form.xlsx", mail=LATE), receipts=[line]).filings
    assert (filing.channel, filing.sender, filing.state) == ("counter", "somebody", "accepted")
    assert filing.marks == ()


def test_a_line_for_a_mail_holds_for_what_is_in_its_archives() -> None:
    lines = [receipt("a.eml", channel="of the mail"), receipt("b.eml!x.zip", channel="of the ZIP")]
    ledger = keep(
        sent("in/a.eml!x.zip!form.xlsx"), sent("in/b.eml!x.zip!form.xlsx", "b"), receipts=lines
    )
    assert [filing.channel for filing in ledger.filings] == ["of the mail", "of the ZIP"]
    assert ledger.unmatched_receipts == ()


def test_a_file_of_a_mail_is_not_said_to_lack_a_receipt() -> None:
    other = receipt("in/b.xlsx")
    files = sent("in/a.eml!form.xlsx"), filed("in/b.xlsx", "b"), filed("in/c.xlsx", "c")
    ledger = keep(*files, receipts=[other], roster=[entry("a"), entry("b"), entry("c")])
    assert [filing.marks for filing in ledger.filings] == [
        ("mail_received",), (), ("no_receipt",),
    ]  # fmt: skip
    assert ledger.filings[0].reasons == ()


def test_a_mail_without_a_time_gives_its_sender_alone() -> None:
    unknown = MailReceipt("a@bank.example")
    (filing,) = keep(sent("in/a.eml!form.xlsx", mail=unknown), receipts=[]).filings
    assert (filing.received_at, filing.sender) == (None, "a@bank.example")
    assert filing.marks == ("no_receipt",)


def test_lines_that_may_mean_several_files_do_not_take_a_mails_time_away() -> None:
    lines = [receipt("x/form.xlsx"), receipt("y/form.xlsx")]
    (filing,) = keep(sent("in/a.eml!form.xlsx"), receipts=lines).filings
    assert filing.received_at == AT
    assert [reason.code for reason in filing.reasons] == ["batch.receipt_unclear.mail"]


def test_mails_order_files_as_receipts_do() -> None:
    later = BY_SERVER._replace(received_at=datetime(2026, 11, 3))  # noqa: DTZ001 - local time
    files = sent("in/z.eml!form.xlsx"), sent("in/a.eml!form.xlsx", mail=later)
    assert states(keep(*files)) == {
        "in/z.eml!form.xlsx": "superseded", "in/a.eml!form.xlsx": "accepted",
    }  # fmt: skip


def unread(path: str, code: str, **more: Any) -> Any:
    return sent(path, None, kind="refused", problems=(Problem(code),), **more)


def test_what_cannot_be_read_is_its_senders_where_the_roster_has_the_address() -> None:
    locked = sent("in/m.eml!form.xlsx", None, kind="waiting_password")
    ledger = keep(locked, roster=[addressed("a"), entry("b")])
    assert (row(ledger, "a").state, row(ledger, "b").state) == ("waiting_password", "missing")
    assert ledger.filings[0].marks == ("by_sender", "mail_received")


def test_an_address_of_several_institutions_tells_none() -> None:
    locked = sent("in/m.eml!form.xlsx", None, kind="waiting_password")
    ledger = keep(locked, roster=[addressed("a"), addressed("b")])
    assert ledger.filings[0].institution is None


@pytest.mark.parametrize(
    "code",
    ["batch.mail.no_attachment", "batch.content.pdf", "batch.content.image", "form.guard.text"],
)
def test_who_writes_without_a_form_is_missing_with_a_mark(code: str) -> None:
    ledger = keep(unread("in/m.eml!x", code), roster=[addressed("a"), entry("b")])
    (filing,) = ledger.filings
    assert (filing.state, filing.institution) == ("other_document", "a")
    missing = row(ledger, "a")
    assert (missing.state, missing.marks) == ("missing", ("mail_without_form",))
    assert row(ledger, "b").marks == ()
    damaged = unread("in/m.eml!y.xlsx", "form.guard.damaged")
    refused = keep(unread("in/m.eml!x", code), damaged, roster=[addressed("a"), entry("b")])
    assert row(refused, "a").state == "refused"
    assert "mail_without_form" not in row(refused, "a").marks
    with_form = keep(
        unread("in/m.eml!x", code), filed("in/a.xlsx"), roster=[addressed("a"), entry("b")]
    )
    assert row(with_form, "a").marks == ()


def test_who_sends_another_institutions_form_has_not_written_without_one() -> None:
    mails = (BY_SERVER._replace(path=f"in/{name}.eml") for name in "mn")
    in_mail, alone = (
        unread(f"{mail.path}!x.pdf", "batch.content.pdf", mail=mail) for mail in mails
    )
    form = sent("in/m.eml!b.xlsx", "b", mail=in_mail.mail)
    roster = [addressed("a"), entry("b")]
    assert row(keep(in_mail, form, roster=roster), "a").marks == ()
    assert row(keep(alone, form, roster=roster), "a").marks == ("mail_without_form",)


def test_a_form_from_the_address_of_another_institution_is_to_be_looked_at() -> None:
    ledger = keep(sent("in/m.eml!b.xlsx", "b"), roster=[addressed("a"), entry("b")])
    (filing,) = ledger.filings
    assert filing.state == "accepted_with_warnings"
    assert [reason.code for reason in filing.reasons] == ["batch.identity.sender"]


@pytest.mark.parametrize(
    ("path", "code", "state"),
    [
        ("m.eml!smime.p7s", "form.guard.not_zip", "other_document"),
        ("m.eml!invite.ics", "form.guard.text", "other_document"),
        ("m.eml!card.vcf", "form.guard.text", "other_document"),
        ("m.eml!cover.pdf", "batch.content.pdf", "other_document"),
        ("m.eml!winmail.dat", "batch.content.rich_mail", "refused"),
        ("m.eml!smime.p7m", "batch.content.sealed_mail", "refused"),
        ("m.eml", "batch.mail.damaged", "refused"),
        ("m.eml", "batch.mail.cut_off", "other_document"),
        ("note.txt", "form.guard.text", "other_document"),
        ("form.xlsx.txt", "form.guard.text", "refused"),
        ("form.txt", "form.guard.macros", "refused"),
        ("form.xl_", "form.guard.not_zip", "refused"),
        ("form.xlsx_", "form.guard.empty", "refused"),
        ("form.xlsx (1)", "form.guard.empty", "refused"),
        ("form.xlsx.part", "form.guard.damaged", "other_document"),
    ],
)
def test_what_mails_enclose_is_told_from_what_was_meant_to_be_a_form(
    path: str, code: str, state: str
) -> None:
    assert states(keep(unread(f"in/{path}", code))) == {f"in/{path}": state}


def test_what_came_in_a_mail_with_a_form_needs_nothing() -> None:
    first, second = (BY_SERVER._replace(path=f"in/{name}.eml") for name in "mn")
    files = [
        sent("in/m.eml!all.zip!a.xlsx", mail=first),
        unread("in/m.eml!送付状.pdf", "batch.content.pdf", mail=first),
        unread("in/m.eml!winmail.dat", "batch.content.rich_mail", mail=first),
        unread("in/m.eml!b.xlsx", "form.guard.not_zip", mail=first),
        unread("in/n.eml!送付状.pdf", "batch.content.pdf", mail=second),
    ]
    ledger = keep(*files)
    assert list(states(ledger).values()) == [
        "accepted", "refused", "refused", "other_document", "other_document",
    ]  # fmt: skip
    assert [filing.reasons[0].code for filing in ledger.filings[3:]] == [
        "batch.aside.in_mail", "batch.aside.nobodys",
    ]  # fmt: skip


def test_a_picture_is_the_mails_own_only_where_it_is_shown_within_the_text() -> None:
    logo = BY_SERVER._replace(is_inline=True)
    files = [
        unread("in/m.eml!a_logo.png", "batch.content.image", mail=logo),
        unread("in/m.eml!b_scan.png", "batch.content.image"),
    ]
    assert list(states(keep(*files)).values()) == ["other_document", "refused"]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Mails, archives and files as they come in."""
    folder, forms = tmp_path / "in", tmp_path / "forms"
    files = [submit(forms, number).read_bytes() for number in range(1, 6)]
    broken = submit(forms, 6, {"1-1": 9}).read_bytes()
    folder.mkdir()
    ordinary = mail(("回答票.yaml", files[0]), received=["Tue, 3 Nov 2026 00:30:00 +0000"])
    ordinary.add_attachment(
        PICTURE, maintype="image", subtype="png", filename="logo.png", disposition="inline"
    )
    forwarded = mail(sender="staff@example.org", text="転送します。")
    forwarded.add_attachment(mail(("form.yaml.txt", files[2]), sender="c@c.example"))
    mails = {
        "1.eml": ordinary.as_bytes(),
        "2.eml": saved(("all.zip", zipped({"x.bin": files[1]})), ("送付状.pdf", b"%PDF-1.4")),
        "3.eml": forwarded.as_bytes(),
        "4.eml": saved(text="期限を延ばすことはできますか。"),
        "5.eml": saved(("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(99))),
        "6.eml": saved(("N006.yaml", broken)),
    }
    for name, data in mails.items():
        (folder / name).write_bytes(data)
    for name in ("N004.yaml", "N004 (1).yaml", "N004 - コピー.yaml"):
        (folder / name).write_bytes(files[3])
    (folder / "N005.yaml_").write_bytes(files[4])
    (folder / "N005.yaml_:Zone.Identifier").write_bytes(b"[ZoneTransfer]\r\nZoneId=3\r\n")
    return folder


EXPECTED = {
    "1.eml!logo.png": "other_document",
    "1.eml!回答票.yaml": "accepted",
    "2.eml!all.zip!x.bin": "accepted",
    "2.eml!送付状.pdf": "other_document",
    "3.eml!message.eml!form.yaml.txt": "accepted",
    "4.eml": "other_document",
    "5.eml!winmail.dat": "refused",
    "6.eml!N006.yaml": "returned",
    "N004 (1).yaml": "duplicate",
    "N004 - コピー.yaml": "duplicate",
    "N004.yaml": "accepted",
    "N005.yaml_": "accepted",
    "N005.yaml_:Zone.Identifier": "other_document",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_mixed_inbox_is_settled(
    lang: Lang, inbox: Path, tmp_path: Path, cssa_inline: Cssa
) -> None:
    options = ("--checklist", CHECKLIST, "--formats", "json", "--workers", 1)
    run = cssa_inline("batch", "run", inbox, "-o", tmp_path / "out", *options, lang=lang)
    assert run.code == 3, run.err
    ledger = json.loads((tmp_path / "out/private/ledger.json").read_bytes())
    found = {file["path"].removeprefix("in/"): file for file in ledger["files"]}
    assert {path: file["state"] for path, file in found.items()} == EXPECTED
    ordinary = found["1.eml!回答票.yaml"]
    assert (ordinary["received_at"], ordinary["channel"]) == ("2026-11-03T09:30:00", "mail")
    assert (ordinary["sender"], ordinary["marks"]) == ("tantou@bank.example", ["mail_received"])
    assert sorted(path.name for path in (tmp_path / "out/returns").iterdir()) == sorted(
        ["N006.txt", f"{found['5.eml!winmail.dat']['sha256'][:8]}.txt"]
    )
    letter = next((tmp_path / "out/returns").glob("[!N]*.txt")).read_text("utf-8-sig")
    assert message(lang, "batch.letter.to_do.rich_mail") in letter
    with (tmp_path / "out/private/ledger.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = {line["path"]: line for line in csv.DictReader(stream) if line["kind"] == "file"}
    line = lines["in/1.eml!回答票.yaml"]
    assert line["channel"] == message(lang, "batch.channel.mail")
    assert line["marks"] == message(lang, "batch.mark.mail_received")


def test_the_bytes_are_the_same_with_any_number_of_workers_and_on_a_second_run(
    inbox: Path, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    options = ("--checklist", CHECKLIST, "--formats", "json")
    for workers in (1, 2):
        out = tmp_path / f"out{workers}"
        code, _, err = run("batch", "run", inbox, "-o", out, *options, "--workers", workers)
        assert code == 3, err
    first = tree(tmp_path / "out1")
    assert first == tree(tmp_path / "out2")
    _, again, _ = run("batch", "run", inbox, "-o", tmp_path / "out1", *options, "--workers", 1)
    assert message("en", "batch.summary.unchanged") in again
    assert first == tree(tmp_path / "out1")


def test_publishing_knows_when_mails_were_received(
    inbox: Path, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    (inbox / "5.eml").unlink()
    for number in range(11, 24):
        submit(inbox, number)
    late = mail(("f.yaml", submit(tmp_path / "late", 30).read_bytes()),
        received=["Sat, 19 Dec 2026 10:00:00 +0900"])  # fmt: skip
    (inbox / "late.eml").write_bytes(late.as_bytes())
    campaign = tmp_path / "campaign.yaml"
    dates = 'deadline: "2026-11-20"\ncut_off: "2026-12-18"\n'
    campaign.write_text(f"schema: cssa.campaign/1\nid: x\ntitle: x\n{dates}", encoding="utf-8")
    options = ("--checklist", CHECKLIST, "--formats", "json", "--workers", 1)
    out = tmp_path / "out"
    code, _, err = run("batch", "run", inbox, "-o", out, *options, "--campaign", campaign)
    assert code == 3, err
    code, _, err = run(
        "batch", "publish", out, "--approved-by", "Board", "--on", "2026-12-19",
        "--as-of", "2026-12-19", "--workers", 1,
    )  # fmt: skip
    assert code == 0, err
    record = json.loads((out / "private/published.json").read_bytes())
    entered = {name: entry["entered"] for name, entry in record["institutions"].items()}
    assert entered.get("N001")
    assert not entered.get("N030")
