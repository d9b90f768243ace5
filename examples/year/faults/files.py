"""Faults of files: wrong kinds, protected, packed, damaged, several versions."""

import csv
import io
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from writers import Attachment, write_archive

from faults.mime import PIXEL, mail, part
from faults.planting import Planting, Sent, fault
from forms import tables

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


def headers(planting: Planting, institution: str, received: str, subject: str) -> dict[str, str]:
    """Return the headers of a mail from an institution."""
    return {
        "Received": f"from mail.sender.example by mail.jimu.example; {received}",
        "From": planting.campaign.roster[institution]["email"],
        "To": "office@cssa.example",
        "Subject": subject,
        "Date": received,
    }


@fault("F01", 1, "1", "shinkin#1")
def other_name_and_extension(planting: Planting) -> None:
    """A form under the name of another institution, with an extension that a gateway changed."""
    own, other = planting.who("shinkin#1"), planting.who("shinkin#2")
    form = planting.file(f"{other}.xlsx_", own, states={"1": "accepted_with_warnings"})
    planting.mail("shinkin01-1", own, planting.day(11, 18, 10), form)


@fault("F02", 1, "1", "shinkin#3")
def pdf_in_place_of_the_form(planting: Planting) -> None:
    """A PDF, beside the logo of the signature."""
    own = planting.who("shinkin#3")
    inline = {"Content-Disposition": "inline", "Content-ID": "<logo@i>"}
    received = f"Wed, 18 Nov {planting.campaign.year} 12:00:00 +0900"
    content = mail(
        headers(planting, own, received, "kaitou"),
        part(b"<p>PDF<img src='cid:logo@i'></p>", "text/html; charset=utf-8"),
        part(PIXEL, "image/png", "logo.png", inline),
        part(PDF, "application/pdf", f"{own}.pdf"),
    )
    path = planting.raw("shinkin03-1", content)
    day = planting.day(11, 18)
    planting.note(
        f"inbox/{path}!logo.png", Sent("", Path(__file__), own, states={"1": "other_document"}), day
    )
    planting.note(
        f"inbox/{path}!{own}.pdf", Sent("", Path(__file__), own, states={"1": "refused"}), day
    )


@fault("F03", 2, "1", "shinkin#3")
def pdf_known_by_its_sender(planting: Planting) -> None:
    """A PDF and a photo of which only the sender's address tells whose they are."""
    own = planting.who("shinkin#3")
    planting.mail(
        "shinkin03-1",
        own,
        planting.day(11, 18),
        planting.other("scan_20271118.pdf", PDF, own, _1="other_document"),
        planting.other("IMG_0012.jpg", JPEG, own, _1="other_document"),
    )
    planting.stands(own, state="missing", marks=["mail_without_form"])


@fault("F04", 1, "1", "shinkin#4")
def protected_and_passwords_elsewhere(planting: Planting) -> None:
    """A protected form, and a list of passwords whose lines do not apply to it."""
    from msoffcrypto.format.ooxml import OOXMLFile

    own = planting.who("shinkin#4")
    protected = planting.campaign.sent(f"{own}-protected")
    with planting.form(own).open("rb") as plain, protected.open("wb") as target:
        OOXMLFile(plain).encrypt("Shinkin#4", target)
    states = {"1": "waiting_password", "2": "accepted"}
    form = planting.file("回答票.xlsx", own, protected, states=states)
    planting.mail("shinkin04-1", own, planting.day(11, 18), form)
    neighbour = planting.campaign.roster[planting.who("shinkin#5")]["email"]
    planting.campaign.passwords = [(own, "Shinkin#4"), (neighbour, "Shinkin#4")]
    planting.stands(own, state="waiting_password", letter="act", marks=["by_sender"])


@fault("F04", 1, "2")
def passwords_corrected(planting: Planting) -> None:
    """The list names the sender."""
    own = planting.who("shinkin#4")
    address = planting.campaign.roster[own]["email"]
    planting.campaign.passwords = [(address, "Shinkin#4")]
    planting.stands(own, marks=["unlocked"])
    texts = [path for path in planting.campaign.out.rglob("*") if path.is_file()]
    is_told = any(b"Shinkin#4" in path.read_bytes() for path in texts)
    planting.observe("passwords in no output", holds=not is_told)


@fault("F05", 1, "1", "shinkumi#1", "shinkumi#2")
def archive_in_an_archive(planting: Planting) -> None:
    """Two institutions in an archive, one of them in an archive of its own."""
    first, second = planting.who("shinkumi#1"), planting.who("shinkumi#2")
    received = planting.day(11, 17, 15)
    inner = planting.campaign.scratch / f"{second}.zip"
    outer = planting.campaign.inbox / "zip" / "teishutsu.zip"
    outer.parent.mkdir(exist_ok=True)
    scratch, tools = planting.campaign.scratch, planting.campaign.tools
    form = Attachment(f"{second}.xlsx", planting.form(second))
    write_archive(inner, [form], received, tools, scratch)
    members = [Attachment(f"{first}.xlsx", planting.form(first)), Attachment(inner.name, inner)]
    write_archive(outer, members, received, tools, scratch)
    planting.campaign.list_receipt(
        "zip/teishutsu.zip", received, channel="経由機関", sender="架空信用組合中央機関"
    )
    planting.note(f"inbox/zip/teishutsu.zip!{first}.xlsx", planting.file("", first), received)
    packed = Sent("", inner, second, states={"1": "refused"})
    planting.note(f"inbox/zip/teishutsu.zip!{second}.zip", packed, received)


@fault("F06", 2, "1", "shinkin#5")
def names_of_an_old_windows(planting: Planting) -> None:
    """An archive as old programs write it, and a line whose path begins elsewhere."""
    own = planting.who("shinkin#5")
    received = planting.day(11, 18, 9)
    name = f"{planting.name(own)}_回答票.xlsx"
    path = planting.campaign.inbox / "zip" / "kaitou.zip"
    path.parent.mkdir(exist_ok=True)
    form = Attachment(f"回答\\{name}", planting.form(own))
    write_archive(path, [form], received, planting.campaign.tools, planting.campaign.scratch)
    planting.campaign.list_receipt(f"受領\\kaitou.zip\\回答\\{name}", received, channel="郵送")
    sent = planting.file("", own, states={"1": "accepted_with_warnings"})
    planting.note(f"inbox/zip/kaitou.zip!回答/{name}", sent, received)


@fault("F07", 3, "1", "shinkin#6")
def two_versions_in_one_mail(planting: Planting) -> None:
    """Two forms that differ, of the same time."""
    own = planting.who("shinkin#6")
    later, filled = planting.levels(own, "later", {"2.1.1-1": 1, "2.2.3-1": 1, "2.6-8": 1})
    planting.mail(
        "shinkin06-1",
        own,
        planting.day(11, 18),
        planting.file("回答票.xlsx", own, states={"1": "held", "2": "superseded"}),
        planting.file(
            "回答票_修正版.xlsx", own, later, filled=filled, states={"1": "held", "2": "accepted"}
        ),
    )
    planting.stands(own, letter="")


@fault("F07", 3, "2")
def the_later_one_is_taken(planting: Planting) -> None:
    """The decision of the office."""
    planting.campaign.list_receipt(
        "mail/shinkin06-1.eml!回答票_修正版.xlsx",
        planting.day(11, 18),
        version="2",
        decision="採用",
    )
    planting.stands(planting.who("shinkin#6"))


@fault("F08", 3, "1", "shinkin#7")
def cut_off_mail(planting: Planting) -> None:
    """A mail whose end is missing."""
    own = planting.who("shinkin#7")
    received = planting.day(11, 17)
    form = planting.file(f"{own}.xlsx", own, filled=None, states={"1": "refused"})
    path = planting.campaign.inbox / planting.mail("shinkin07-1", own, received, form)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 6 // 10])
    end = Sent("", path, own, states={"1": "other_document"})
    planting.note("inbox/mail/shinkin07-1.eml", end, received)


@fault("F09", 1, "1", "shinkin#8")
def conflict_copy(planting: Planting) -> None:
    """A copy that differs, and the lock file of a spreadsheet."""
    own = planting.who("shinkin#8")
    copy, filled = planting.levels(own, "conflict", {"2.4-1": -1, "2.4-2": -1})
    states = {"1": "held"}
    day = planting.day(11, 16)
    planting.put(f"shinkin08/{own}.xlsx", planting.file("", own, states=states), day)
    name = f"shinkin08/{own} (PC-023 の競合コピー 2026-11-16).xlsx"
    planting.put(name, planting.file("", own, copy, filled=filled, states=states), day)
    (planting.campaign.inbox / "shinkin08" / f"~${own}.xlsx").write_bytes(bytes(165))
    planting.stands(own, letter="", marks=["no_receipt"])


@fault("F10", 3, "1", "shinkin#9")
def sheets_as_csv(planting: Planting) -> None:
    """The sheets of a form as CSV."""
    own = planting.who("shinkin#9")
    exported = []
    for table in tables(planting.form(own), "cssa:answers"):
        stream = io.StringIO()
        csv.writer(stream).writerows(table.cells)
        name = f"{own}_{table.sheet}.csv"
        content = stream.getvalue().encode("cp932", "replace")
        exported.append(planting.other(name, content, own, _1="refused"))
    planting.mail("shinkin09-1", own, planting.day(11, 18), *exported)


@fault("F11", 2, "1", "shinkin#10")
def moved_columns(planting: Planting) -> None:
    """A column inserted, a sheet renamed and moved, rows sorted."""
    own = planting.who("shinkin#10")
    form = planting.form(own, "moved")
    answers = {table.sheet: table for table in tables(form, "cssa:answers")}
    book = load_workbook(form)
    sheet, table = book["2.1"], answers["2.1"]
    column = table.columns["answer"] + 1
    sheet.insert_cols(column)
    sheet.cell(4, column).value = "社内メモ"
    sheet.cell(table.rows["2.1.1-1"] + 1, column).value = "監査部確認済 11/10"
    book["2.4"].title = "検知"
    book.move_sheet("検知", -book.sheetnames.index("検知"))
    _sort_rows(book["2.2"], answers["2.2"].columns["answer"] + 1)
    book.save(form)
    sent = planting.file("回答票.xlsx", own, form, states={"1": "accepted_with_warnings"})
    planting.mail("shinkin10-1", own, planting.day(11, 18), sent)


def _sort_rows(sheet: Any, column: int) -> None:
    first = 5
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
    rows.sort(key=lambda row: str(row[column - 1] or ""))
    for number, row in enumerate(rows, start=first):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value
