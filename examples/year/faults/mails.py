"""Faults of mails: forwarded, without a form, encrypted, at the last minute."""

from datetime import timedelta
from pathlib import Path

from faults.files import headers
from faults.mime import PIXEL, mail, part
from faults.planting import Planting, Sent, fault

ENVELOPED = bytes.fromhex("308006092a864886f70d010703a080")
"""How encrypted data of CMS begins."""
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form_mail(planting: Planting, institution: str, received: str, name: str) -> bytes:
    """Return a mail of an institution with its form."""
    form = part(planting.form(institution).read_bytes(), SHEET, name)
    return mail(headers(planting, institution, received, "kaitou"), form)


@fault("F25", 1, "1", "shinkin#23", "shinkin#24")
def forwarded(planting: Planting) -> None:
    """A mail forwarded after the deadline, and one forwarded twice."""
    first, second = planting.who("shinkin#23"), planting.who("shinkin#24")
    year = planting.campaign.year
    clerk = {"From": "clerk@central.example", "To": "office@cssa.example", "Subject": "Fw"}
    inner = form_mail(planting, first, f"Fri, 20 Nov {year} 18:00:00 +0900", "form.xlsx")
    at = f"Sat, 21 Nov {year} 09:10:00 +0900"
    outer = {"Received": f"from a.example by mail.jimu.example; {at}", **clerk, "Date": at}
    planting.raw("keiyu-1", mail(outer, part(inner, "message/rfc822")))
    received = planting.day(11, 21, 9, 10)
    sent = planting.file("", first, states={"1": "late", "2": "accepted"})
    planting.note("inbox/mail/keiyu-1.eml!message.eml!form.xlsx", sent, received)
    inner = form_mail(planting, second, f"Thu, 19 Nov {year} 12:00:00 +0900", f"{second}.xlsx")
    at = f"Fri, 20 Nov {year} 11:00:00 +0900"
    middle = mail({**clerk, "Date": at}, part(inner, "message/rfc822"))
    outer = {"Received": f"from a.example by mail.jimu.example; {at}", **clerk, "Date": at}
    planting.raw("keiyu-2", mail(outer, part(middle, "message/rfc822")))
    planting.note(
        "inbox/mail/keiyu-2.eml!message.eml!message.eml",
        Sent("", Path(__file__), "", states={"1": "other_document"}),
        planting.day(11, 20, 11),
    )
    planting.stands(second, state="missing")


@fault("F25", 1, "2")
def received_before(planting: Planting) -> None:
    """The office knows when the form came to the central body."""
    planting.campaign.list_receipt("mail/keiyu-1.eml", planting.day(11, 20, 18), channel="経由機関")
    planting.noted("inbox/mail/keiyu-1.eml!message.eml!form.xlsx")["received"] = (
        f"{planting.campaign.year}-11-20T18:00"
    )


@fault("F26", 3, "1", "shinkin#25", "shinkin#26")
def two_institutions_in_one_mail(planting: Planting) -> None:
    """Two forms in one mail, one of them to be corrected."""
    own, other = planting.who("shinkin#25"), planting.who("shinkin#26")
    form = planting.form(other, "unclear")
    planting.set(form, "2.5.1-1", answer="検討中")
    planting.mail(
        "shinkin25-1",
        own,
        planting.day(11, 18),
        planting.file("form1.xlsx", own),
        planting.file("form2.xlsx", other, form, states={"1": "returned"}),
    )
    planting.marked(other, "2.5.1-1 answer")


@fault("F27", 1, "1", "shinkin#27", "shinkin#28")
def mails_without_a_form(planting: Planting) -> None:
    """Nothing attached, an answer of a machine, a mail of our own that bounced."""
    own, other = planting.who("shinkin#27"), planting.who("shinkin#28")
    year = planting.campaign.year
    text = part("回答票をお送りします。".encode(), "text/plain; charset=utf-8")
    at = f"Wed, 18 Nov {year} 12:00:00 +0900"
    paths = [planting.raw("shinkin27-1", mail(headers(planting, own, at, "kaitou"), text))]
    at = f"Thu, 19 Nov {year} 12:00:00 +0900"
    inline = {"Content-Disposition": "inline", "Content-ID": "<logo@i>"}
    away = {**headers(planting, own, at, "away"), "Auto-Submitted": "auto-replied"}
    html = part(b"<p>away<img src='cid:logo@i'></p>", "text/html; charset=utf-8")
    paths.append(
        planting.raw("shinkin27-2", mail(away, html, part(PIXEL, "image/png", "logo.png", inline)))
    )
    at = f"Mon, 02 Nov {year} 12:00:00 +0900"
    issued = part(
        (planting.campaign.folder / "forms" / f"{other}.xlsx").read_bytes(), SHEET, f"{other}.xlsx"
    )
    ours = mail({"From": "office@cssa.example", "Date": at, "Subject": "form"}, issued)
    report = b"Final-Recipient: rfc822; nobody@bank.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    top = {
        "Received": f"from mx.example by mail.jimu.example; {at}",
        "From": "MAILER-DAEMON@mx.example",
        "To": "office@cssa.example",
        "Date": at,
        "Subject": "Undelivered",
    }
    bounced = mail(
        top,
        part(b"Undelivered", "text/plain; charset=us-ascii"),
        part(report, "message/delivery-status"),
        part(ours, "message/rfc822"),
        kind="multipart/report; report-type=delivery-status",
    )
    paths.append(planting.raw("bounce-1", bounced))
    for path, institution in (
        (paths[0], own), (paths[1], own), (f"{paths[1]}!logo.png", own), (paths[2], ""),
    ):  # fmt: skip
        sent = Sent("", Path(__file__), institution, states={"1": "other_document"})
        planting.note(f"inbox/{path}", sent, planting.day(11, 18))
    planting.stands(own, state="missing", marks=["mail_without_form"])
    planting.stands(other, state="missing")


@fault("F28", 2, "1", "shinkin#29")
def encrypted_mail(planting: Planting) -> None:
    """A mail that only its recipient's key opens, without a server's header."""
    own = planting.who("shinkin#29")
    at = f"Thu, 18 Nov {planting.campaign.year} 17:00:00 +0900"
    lines = headers(planting, own, at, "kaitou")
    lines.pop("Received")
    head = "".join(f"{key}: {value}\r\n" for key, value in lines.items())
    kind = 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"'
    body = part(ENVELOPED + bytes(2000), kind)
    path = planting.raw("shinkin29-1", f"{head}MIME-Version: 1.0\r\n".encode() + body)
    sent = Sent("", Path(__file__), own, states={"1": "refused"})
    planting.note(f"inbox/{path}!smime.p7m", sent, planting.day(11, 18, 17))
    planting.stands(own, state="refused", marks=["by_sender", "mail_date"])


@fault("F29", 3, "1", "shinkin#30", "shinkin#31", "shinkin#32", "shinkin#33")
def last_minute(planting: Planting) -> None:
    """Four mails around midnight of the deadline, in several time zones."""
    day = planting.day(11, 20, 23, 59)
    monday, tuesday = "Mon, 20 Nov 2028", "Tue, 21 Nov 2028"
    times: tuple[tuple[str, list[str], str], ...] = (
        ("30", [f"{monday} 08:59:58 -0600"], f"{tuesday} 00:03:00 +0900"),
        ("31", [f"{monday} 15:00:30 +0000"], f"{monday} 23:58:00 +0900"),
        ("32", [], f"{monday} 14:59:59 +0000"),
        (
            "33",
            [f"{monday} 23:59:00 +0900", f"{monday} 23:40:00 -0500"],
            f"{monday} 23:40:00 +0900",
        ),
    )
    for number, servers, sent_at in times:
        received = day + timedelta(minutes=number == "31")
        own = planting.who(f"shinkin#{number}")
        lines = headers(planting, own, sent_at, "kaitou")
        lines.pop("Received")
        content = mail(lines, part(planting.form(own).read_bytes(), SHEET, "form.xlsx"))
        for server in reversed(servers):
            content = (
                f"Received: from a.example by mail.jimu.example; {server}\r\n".encode() + content
            )
        path = planting.raw(f"shinkin{number}-1", content)
        planting.note(f"inbox/{path}!form.xlsx", planting.file("", own), received)
        mark = "mail_received" if servers else "mail_date"
        planting.stands(own, marks=[mark])
