"""Reminders: who gets which letter, by when, through whom, and what is logged of it."""

import csv
import email
import email.policy
import io
import json
import shutil
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.conftest import Batched, Drawn, tree
from tests.batch.institutions import LEVELS
from tests.batch.institutions import drawn as levels_of
from tests.batch.mails import saved
from tests.batch.sending import ON, Campaign, Inline
from tests.batch.test_ledger import filed, keep

from cssa.batch.intake.reading import ClaimedIdentity
from cssa.batch.ledger.entries import LedgerRow
from cssa.batch.outputs.mail_draft import mail_draft
from cssa.batch.outputs.mail_list import COLUMNS, Mail
from cssa.batch.outputs.returns import Return
from cssa.batch.reminding.letter_kinds import ReturnLetter
from cssa.batch.reminding.reminder_case import ReminderCase
from cssa.errors import Problem
from cssa.messages import LANGS

AFTER_DEADLINE, AFTER_CUT_OFF = "2026-11-30", "2026-12-19"
TITLES = {
    "submit": ("ご提出のお願い", "Request to submit the form"),
    "correct": ("修正のお願い", "Request for corrections"),
    "resend": ("ご提出のお願い（再送）", "Request to submit the form again"),
    "act": ("ご対応のお願い", "Request for action"),
    "receipt": ("受領のご連絡", "Confirmation of receipt"),
}
KINDS = {
    "missing": {"submit"},
    "returned": {"correct", "resend", "submit"},
    "refused": {"resend"},
    "wrong_edition": {"resend"},
    "waiting_password": {"act", "resend"},
    "accepted": {"receipt", "resend", "correct", "act"},
    "accepted_with_warnings": {"receipt", "resend", "correct", "act"},
    "late": {"receipt", "resend", "correct", "act"},
}
"""What an institution in a state may get; a later file of one that is accepted may be refused."""

DAMAGED = b"PK\x03\x04 no workbook"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.fixture
def campaign(tmp_path: Path, cssa_inline: Inline) -> Campaign:
    return Campaign(tmp_path / "case", cssa_inline)


@pytest.fixture
def small(campaign: Campaign) -> Campaign:
    """One accepted, one missing, one refused; each with an address and without a route."""
    for number in (1, 2, 3):
        campaign.expect(number, email=f"n{number}@example.invalid", contact="リスク管理部")
    campaign.send(1)
    campaign.put("N003.xlsx", DAMAGED)
    assert campaign.run().code == 3
    return campaign


# Who gets what.


@pytest.fixture(scope="module")
def faulty(batched: Batched, cssa_once: Inline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A batch of everything that goes wrong, of which everybody has been reminded."""
    folder = tmp_path_factory.mktemp("faulty") / "out"
    shutil.copytree(batched.folder, folder)
    done = cssa_once("batch", "remind", folder, "--on", ON, "--as-of", ON, "--eml", lang="ja")
    assert done.code == 0, done.err
    (folder.parent / "said.txt").write_text(done.out, encoding="utf-8")
    return folder


def test_every_institution_gets_the_letter_of_its_state_or_is_named(faulty: Path) -> None:
    ledger = json.loads((faulty / "private/ledger.json").read_bytes())
    log = (faulty / "private/reminders.jsonl").read_text(encoding="utf-8")
    entries = [json.loads(line) for line in log.splitlines()]
    kinds = {
        entry["to"]: entry["kind"] for entry in entries if entry["kind"] not in ("route", "list")
    }
    said = (faulty.parent / "said.txt").read_text(encoding="utf-8")
    unread = {"held", "not_read"}
    held = {entry["institution"] for entry in ledger["files"] if entry["state"] in unread}
    waiting, states = 0, set()
    for row in ledger["institutions"]:
        ident, state = row["id"], row["state"]
        doubts = {"identity", "contradicting_file", "suggested_file"} & set(row["marks"])
        if state in unread or doubts or ident in held:
            waiting += 1
            assert ident not in kinds
            assert not (faulty / "reminders" / ON / f"{ident}.txt").exists()
            assert ident in said
        elif state in ("withdrawn", "merged"):
            assert ident not in kinds
        else:
            states.add(state)
            assert kinds[ident] in KINDS[state], ident
            letter = (faulty / "reminders" / ON / f"{ident}.txt").read_text(encoding="utf-8-sig")
            assert letter.splitlines()[2] in TITLES[kinds[ident]]
            assert ident in letter
    assert waiting > 2
    assert {"missing", "returned", "refused", "waiting_password", "wrong_edition"} <= states


def test_no_letter_names_another_institution(faulty: Path) -> None:
    ledger = json.loads((faulty / "private/ledger.json").read_bytes())
    names = {row["id"]: row["name"] for row in ledger["institutions"]}
    letters = sorted((faulty / "reminders" / ON).glob("*.txt"))
    assert len(letters) > 20
    for path in letters:
        text = path.read_text(encoding="utf-8-sig")
        for ident, name in names.items():
            assert ident == path.stem or ident not in text
            assert ident == path.stem or name not in text.replace(names[path.stem], "")


def test_a_letter_says_what_the_return_says_and_encloses_the_marked_form(faulty: Path) -> None:
    folder = faulty / "reminders" / ON
    marked = sorted(path.name for path in folder.glob("*.xlsx"))
    assert marked
    for name in marked:
        assert (folder / name).read_bytes() == (faulty / "returns" / name).read_bytes()
        stem = name.partition("-")[0].removesuffix(".xlsx")
        letter = (folder / f"{stem}.txt").read_text(encoding="utf-8-sig").splitlines()
        returned = (faulty / f"returns/{stem}.txt").read_text(encoding="utf-8-sig").splitlines()
        assert set(returned) <= set(letter)


def test_a_route_is_told_of_its_institutions_and_of_no_others(faulty: Path) -> None:
    ledger = json.loads((faulty / "private/ledger.json").read_bytes())
    by_route: dict[str, set[str]] = {}
    for row in ledger["institutions"]:
        if row["state"] not in ("withdrawn", "merged"):
            by_route.setdefault(row["route"] or row["bureau"], set()).add(row["id"])
    letters = [
        path.read_text(encoding="utf-8-sig")
        for path in (faulty / f"reminders/{ON}/routes").glob("*.txt")
    ]
    assert len(letters) > 2
    for text in letters:
        (route,) = [name for name in by_route if f"\nTo: {name}\n" in text]
        listed = {row["id"] for row in ledger["institutions"] if f"({row['id']})" in text}
        assert listed == by_route[route]


# By when.


@pytest.mark.parametrize("lang", LANGS)
def test_a_reminder_says_by_when_and_what_holds_after_that(campaign: Campaign, lang: str) -> None:
    campaign.expect(1)
    campaign.expect(2, extended_to="2026-12-04")
    campaign.expect(3, extended_to="2027-01-15")
    assert campaign.run(lang=lang).code == 4
    deadline = {"ja": "ご提出期限：2026年11月20日", "en": "Deadline: 2026-11-20"}[lang]
    extended = {"ja": "ご提出期限：2026年12月4日", "en": "Deadline: 2026-12-04"}[lang]
    overdue = {"ja": "期限を過ぎています", "en": "deadline has passed"}[lang]
    closed = {
        "ja": "集計には含めませんが、貴機関の還元資料",
        "en": "still receive a feedback report",
    }[lang]
    cut_off = {"ja": "集計の締切：2026年12月18日", "en": "Cut-off: 2026-12-18"}[lang]

    def said(on: str) -> list[str]:
        assert campaign.remind(on, lang=lang).code == 0
        return [campaign.letter(f"N00{number}", on) for number in (1, 2, 3)]

    first, second, third = said(ON)
    assert deadline in first
    assert extended in second
    assert cut_off in first
    assert cut_off in second
    assert not any(overdue in text or closed in text for text in (first, second, third))
    first, second, third = said(AFTER_DEADLINE)
    assert overdue in first
    assert cut_off in first
    assert overdue not in second
    first, second, third = said(AFTER_CUT_OFF)
    assert closed in first
    assert cut_off not in first
    assert overdue not in first
    assert closed in second
    assert closed in third  # though its extension goes beyond the cut-off


def test_once_published_only_feedback_is_promised(campaign: Campaign) -> None:
    campaign.campaign.write_text(
        campaign.campaign.read_text(encoding="utf-8").replace("cut_off: 2026-12-18\n", ""),
        encoding="utf-8",
    )
    campaign.expect(1)
    campaign.expect(2)
    campaign.send(2)
    assert campaign.run().code == 0
    assert campaign.publish().code == 0
    assert campaign.remind(AFTER_CUT_OFF).code == 0
    assert "still receive a feedback report" in campaign.letter("N001", AFTER_CUT_OFF)


def test_a_receipt_says_when_the_form_came_too_late(campaign: Campaign) -> None:
    for number, at in ((1, "2026-11-10 10:00"), (2, "2026-11-25 10:00"), (3, "2026-12-19 10:00")):
        campaign.expect(number)
        campaign.send(number, at=at)
    assert campaign.run().code == 0
    assert campaign.remind("2026-12-20").code == 0
    letters = [campaign.letter(f"N00{number}", "2026-12-20") for number in (1, 2, 3)]
    late, closed = "received after the deadline", "accepted after the cut-off"
    assert [late in text for text in letters] == [False, True, False]
    assert [closed in text for text in letters] == [False, False, True]
    assert all(text.splitlines()[2] == TITLES["receipt"][1] for text in letters)


def test_an_empty_form_is_asked_for_as_if_nothing_had_come(campaign: Campaign) -> None:
    campaign.expect(1)
    campaign.send(1, levels=dict.fromkeys((*LEVELS, "2.1-1", "2.1-a")))
    assert campaign.run().code == 4
    assert campaign.remind().code == 0
    text = campaign.letter("N001")
    assert text.splitlines()[2] == TITLES["submit"][1]
    assert "has no answers" in text
    assert "N001.yaml" in text


@pytest.mark.parametrize("lang", LANGS)
def test_who_sent_something_else_by_mail_is_told_that_no_form_could_be_read(
    campaign: Campaign, lang: str
) -> None:
    for number in (1, 2, 3):
        campaign.expect(number, email=f"n{number}@example.invalid")
    campaign.send(3)
    scan = saved(("scan.pdf", b"%PDF-1.4"), sender="n1@example.invalid")
    campaign.put("1.eml", scan)
    assert campaign.run(lang=lang).code == 0
    assert campaign.remind(lang=lang).code == 0
    wrote, silent = campaign.letter("N001"), campaign.letter("N002")
    title = TITLES["submit"][LANGS.index(lang)]
    assert [text.splitlines()[2] for text in (wrote, silent)] == [title, title]
    said = {"ja": "メールをいただいております", "en": "We have received e-mail"}[lang]
    assert (said in wrote, "PDF" in wrote) == (True, True)
    assert (said in silent, "PDF" in silent) == (False, False)


def test_whoever_has_a_file_that_nobody_can_use_yet_is_not_called_missing(
    campaign: Campaign,
) -> None:
    campaign.expect(1, route="中央機関")
    campaign.send(1, name="N001-a.yaml")
    campaign.send(1, name="N001-b.yaml", levels={"1-1": (levels_of(1)["1-1"] + 1) % 6})
    assert campaign.run().code == 4
    done = campaign.remind()
    assert done.code == 0
    assert not (campaign.reminders() / "N001.txt").exists()
    assert "N001" in done.out
    assert "A file is held (for example, until it is decided" in " ".join(done.out.split())
    route = (campaign.reminders() / "routes/1.txt").read_text(encoding="utf-8-sig")
    assert (
        "Status not yet known, as we are still examining files that we received (1; no action needed for now)\n- 架空第1信用金庫 (N001)"
        in route
    )


# Through whom.


def test_an_institution_with_an_address_is_written_to_and_others_through_their_route(
    campaign: Campaign,
) -> None:
    campaign.expect(1, route="中央機関", email="a@example.invalid;b@example.invalid")
    campaign.expect(2, route="中央機関")
    campaign.expect(3, bureau="財務局")
    campaign.expect(9, name="中央機関", email="centre@example.invalid")
    campaign.send(9, institution__name="中央機関")
    assert campaign.run().code == 0
    done = campaign.remind()
    listed = rows(campaign.reminders() / "remind.csv")
    assert [row["to"] for row in listed] == [
        "a@example.invalid",
        "centre@example.invalid",
        "centre@example.invalid",
        "",
    ]
    assert listed[0]["cc"] == "b@example.invalid"
    assert listed[0]["subject"] == "Self-assessment: Request to submit the form"
    assert listed[0]["body"] == campaign.letter("N001").rstrip("\n").replace("\r\n", "\n")
    assert [row["attachment"] for row in listed] == ["", "", "N002.txt", "N003.txt"]
    assert "- 架空第2信用金庫: N002.txt" in listed[2]["body"]
    assert "without an e-mail address" in done.out
    assert "財務局" in done.out


def test_a_marked_form_goes_through_a_route_only_where_that_is_known_to_see_answers(
    batched: Batched, drawn: Drawn, cssa_inline: Inline, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(batched.folder, out)
    lines = (drawn.folder / "roster.csv").read_text(encoding="utf-8-sig").splitlines()
    marked = [path.stem for path in sorted((out / "returns").glob("*.xlsx"))]
    seen = marked[0].partition("-")[0]
    head = lines[0].split(",")
    changed = []
    for line in lines[1:]:
        row = dict(zip(head, line.split(","), strict=True))
        if row["id"] == seen:
            row["answers_seen_by"] = row["route"] or row["bureau"]
        changed.append(",".join(row[name] for name in head))
    roster = tmp_path / "roster.csv"
    roster.write_text("\n".join([lines[0], *changed]), encoding="utf-8")
    named = [str(roster) if name.endswith("roster.csv") else name for name in drawn.named]
    assert cssa_inline("batch", "run", drawn.forms, "-o", out, *named, lang="ja").code == 3
    done = cssa_inline("batch", "remind", out, "--on", ON, "--as-of", ON, lang="ja")
    listed = rows(out / "reminders" / ON / "remind.csv")
    attached = {name for row in listed for name in row["attachment"].split("; ")}
    assert {name for name in attached if name.endswith(".xlsx")} == {
        f"{name}.xlsx" for name in marked if name.startswith(seen)
    }
    assert ("添付しなかった差戻しの回答票" in done.out) == (len(marked) > 1)


CLAIM, OTHER = ClaimedIdentity("a", "", ""), ClaimedIdentity("b", "", "")


@pytest.mark.parametrize(
    ("claimed", "confirmed", "marks", "goes"),
    [
        (CLAIM, False, (), True),
        (None, False, ("by_name",), False),
        (None, False, ("by_number",), True),
        (OTHER, False, (), False),
        (OTHER, True, (), True),
    ],
)
def test_a_form_known_by_its_file_name_alone_is_not_attached(
    claimed: ClaimedIdentity | None, confirmed: bool, marks: tuple[str, ...], goes: bool
) -> None:
    problem = Problem("batch.nothing_answered")
    (filing,) = keep(filed("f/a.xlsx", "a", kind="problems", problems=(problem,))).filings
    filing = filing._replace(claimed=claimed, confirmed=confirmed, marks=marks)
    row = LedgerRow("a", "A", "", "", "", "returned", None, None)
    returned = Return((filing,), "returns/a.txt", {filing.sha256: "returns/a.xlsx"})
    case = ReminderCase(row, None, (filing,), returned, None, date(2026, 12, 1), False, "ja")
    made = ReturnLetter().letter(case)
    assert made.attachments == (("a.xlsx", filing.sha256),)
    assert made.sure == (("a.xlsx",) if goes else ())


# The list and the drafts.


def test_the_list_has_the_columns_of_every_list_of_mails(small: Campaign) -> None:
    assert small.remind().code == 0
    assert small.run("--as-of", "2026-11-20").code == 3
    listed = rows(small.reminders() / "remind.csv")
    assert tuple(listed[0]) == COLUMNS
    assert [row["to"] for row in listed] == [f"n{number}@example.invalid" for number in (1, 2, 3)]
    assert all("Attention: リスク管理部" in row["body"] for row in listed)


def test_drafts_are_mails_that_a_mail_program_opens_to_be_sent(small: Campaign) -> None:
    assert small.remind(ON, "--eml", lang="ja").code == 0
    listed = rows(small.reminders() / "remind.csv")
    for row, ident in zip(listed, ("N001", "N002", "N003"), strict=True):
        data = (small.reminders() / f"{ident}.eml").read_bytes()
        assert data.isascii()
        assert b"\n" not in data.replace(b"\r\n", b"")
        draft = email.message_from_bytes(data, policy=email.policy.default)
        assert draft["X-Unsent"] == "1"
        assert draft["To"] == row["to"]
        assert draft["From"] == "desk@example.invalid"
        assert draft["Subject"] == row["subject"]
        body = draft.get_body()
        assert body is not None
        assert body.get_content().replace("\r\n", "\n").rstrip("\n") == row["body"]
        assert not draft.defects


SUBJECTS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=150)


@given(SUBJECTS.map(str.strip).filter(bool), st.binary(max_size=200))
def test_a_draft_says_what_it_was_made_of(subject: str, attached: bytes) -> None:
    mail = Mail(
        "a@example.invalid", ("b@example.invalid",), subject, f"本文\n{subject}", ("x.xlsx",)
    )
    data = mail_draft(mail, date(2026, 12, 1), {"x.xlsx": attached})
    assert data == mail_draft(mail, date(2026, 12, 1), {"x.xlsx": attached})
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    draft: Any = email.message_from_bytes(data, policy=email.policy.default)
    assert draft["Subject"] == subject
    (part,) = draft.iter_attachments()
    assert part.get_filename() == "x.xlsx"
    assert part.get_content() == attached


# What is written once, and nothing else.


def test_the_same_day_and_state_give_the_same_bytes_and_one_entry(small: Campaign) -> None:
    assert small.remind(ON, "--eml").code == 0
    before = tree(small.out)
    assert small.remind(ON, "--eml").code == 0
    assert tree(small.out) == before
    assert small.remind(AFTER_DEADLINE).code == 0
    on = [entry["on"] for entry in small.log("reminders")]
    assert sorted(set(on)) == [ON, AFTER_DEADLINE]
    assert stat.S_IMODE((small.out / "private/reminders.jsonl").stat().st_mode) == 0o600


def test_a_receipt_is_confirmed_once(small: Campaign) -> None:
    assert small.remind().code == 0
    done = small.remind(AFTER_DEADLINE)
    assert not (small.reminders(AFTER_DEADLINE) / "N001.txt").exists()
    assert "confirmed on an earlier day: 1" in done.out
    small.send(1, name="N001-2.yaml", version=2, levels={"1-1": 0, "1.1-1": 5})
    small.run()
    assert small.remind("2026-12-01").code == 0
    assert "N001-2.yaml" in small.letter("N001", "2026-12-01")


def test_letters_of_a_day_follow_the_state_but_never_overwrite_what_was_changed(
    small: Campaign,
) -> None:
    assert small.remind().code == 0
    small.send(2)
    assert small.run().code == 3
    assert small.remind().code == 0
    assert small.letter("N002").splitlines()[2] == TITLES["receipt"][1]
    kinds = [entry["kind"] for entry in small.log("reminders") if entry["to"] == "N002"]
    assert kinds == ["submit", "receipt"]
    letter = small.reminders() / "N003.txt"
    letter.write_text("edited", encoding="utf-8")
    done = small.remind(ON, "--eml")
    assert done.code == 74
    assert "N003.txt" in done.err
    assert "changed after it was written" in done.err
    assert letter.read_text(encoding="utf-8") == "edited"
    assert not (small.reminders() / "N001.eml").exists()  # nothing at all was written


def test_a_letter_that_is_no_longer_due_is_removed(small: Campaign) -> None:
    assert small.remind().code == 0
    small.send(2, name="N002-a.yaml")
    small.send(2, name="N002-b.yaml", levels={"1-1": (levels_of(2)["1-1"] + 1) % 6})
    small.run()
    assert small.remind().code == 0
    assert not (small.reminders() / "N002.txt").exists()


def test_letters_stay_when_forms_are_taken_in_again(small: Campaign) -> None:
    assert small.remind().code == 0
    before = tree(small.reminders())
    small.send(2)
    small.run()
    assert tree(small.reminders()) == before


# What is refused.


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_run_there_is_nothing_to_remind_of(
    cssa_inline: Inline, tmp_path: Path, lang: str
) -> None:
    done = cssa_inline("batch", "remind", tmp_path / "out", lang=lang)
    assert done.code == 3
    assert "cssa batch run PATH" in done.err
    assert not (tmp_path / "out").exists()


def test_a_day_in_the_future_is_refused(small: Campaign, cssa_inline: Inline) -> None:
    asked = ("--on", "2026-12-02", "--as-of", "2026-12-01")
    done = cssa_inline("batch", "remind", small.out, *asked, lang="en")
    assert done.code == 2
    assert "2026-12-02 is later than today (2026-12-01)" in done.err


@pytest.mark.parametrize("part", ["", "private", "returns/x"])
def test_letters_do_not_go_where_runs_write(small: Campaign, part: str) -> None:
    done = small.remind(ON, "-o", small.out / part)
    assert done.code == 2
    assert "Specify another folder" in done.err


def test_a_log_that_was_damaged_is_named_with_the_line(small: Campaign) -> None:
    assert small.remind().code == 0
    log = small.out / "private/reminders.jsonl"
    log.write_bytes(log.read_bytes() + b"{}\n")
    done = small.remind(AFTER_DEADLINE)
    assert done.code == 3
    assert f"{log}:{len(small.log('reminders'))}: " in done.err
