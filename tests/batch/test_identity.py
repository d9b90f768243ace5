"""Whose a file is: told by several things, and held for a person where they contradict."""

import io
import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.batch.conftest import tree
from tests.batch.test_followup import _fill as fill_review
from tests.batch.test_ledger import (
    CAMPAIGN,
    LATE,
    ON_TIME,
    FullAnswers,
    campaigns,
    filed,
    receipt,
    row,
    states,
)

from cssa.answers.campaign import Campaign
from cssa.answers.submission import has_right_check_digit
from cssa.batch.form_numbers import form_number
from cssa.batch.intake.container import MailReceipt
from cssa.batch.intake.reading import ClaimedIdentity
from cssa.batch.ledger.build import build_ledger
from cssa.batch.ledger.entries import Ledger, ReceivedFile
from cssa.batch.ledger.export import LedgerExport
from cssa.batch.ledger.identity import match_names
from cssa.batch.outputs.aggregate_files import turnout
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.returns import letter, plan_returns
from cssa.batch.outputs.store_rows import files as file_rows
from cssa.batch.outputs.store_rows import problems as problem_rows
from cssa.errors import Problem
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry

Runner = Callable[..., tuple[int, str, str]]

NORTH, SOUTH, PAY = "2990000000013", "5990000000027", "7990000000031"
ROSTER = (
    RosterEntry(NORTH, "北灯信用金庫", "shinkin", email=("risk@north.example",)),
    RosterEntry(SOUTH, "南灯信用金庫", "shinkin", email=("risk@south.example",)),
    RosterEntry(PAY, "灯ペイメント株式会社", "funds_transfer", email=("risk@pay.example",)),
    RosterEntry("B-01", "灯銀行", "regional_bank", email=("risk@bank.example",)),
    RosterEntry("B-02", "灯銀行東京", "regional_bank"),
    RosterEntry("01", "灯証券", "securities"),
    RosterEntry("T-1", "双灯信用組合", "shinkumi", email=("risk@twin.example",)),
    RosterEntry("T-2", "双灯信用組合", "shinkumi", email=("risk@other-twin.example",)),
    RosterEntry("W", "灯信託", "trust", status="withdrawn"),
    RosterEntry("M", "旧灯信託", "trust", status="merged", merged_into="B-01"),
)


def claiming(path: str, ident: str, name: str = "", sector: str = "", **more: Any) -> ReceivedFile:
    file = filed(path, ident, **more)
    return file._replace(head=file.head._replace(claimed=ClaimedIdentity(ident, name, sector)))


def mailed(file: ReceivedFile, sender: str) -> ReceivedFile:
    return file._replace(mail=MailReceipt(sender, ON_TIME, "received"))


def numbered(file: ReceivedFile, number: str) -> ReceivedFile:
    return file._replace(head=file.head._replace(number=number))


def keep(
    *files: ReceivedFile,
    roster: tuple[RosterEntry, ...] | None = ROSTER,
    receipts: tuple[Receipt, ...] | None = None,
    campaign: Campaign | None = CAMPAIGN,
) -> Ledger:
    return build_ledger(
        files,
        campaign=campaign,
        roster=roster,
        receipts=receipts,
        floor=Fraction(4, 5),
        answers=FullAnswers(),
    )


class Situation(NamedTuple):
    """A file, and what is to become of it."""

    file: ReceivedFile
    state: str
    codes: tuple[str, ...] = ()
    suggested: str | None = None
    institution: str | None = NORTH
    receipts: tuple[Receipt, ...] | None = None


NAME, SECTOR, IN_FILE_NAME = (f"batch.identity.{one}" for one in ("name", "sector", "file_name"))
DECIDE = "batch.identity.decide"
NUMBER, BY_NUMBER = "batch.identity.number", "batch.suggested.number"
SENDER, BY_SENDER = "batch.identity.sender", "batch.suggested.sender"
BY_NAME, BY_ID, BY_FILE_NAME = (f"batch.suggested.{one}" for one in ("name", "id", "file_name"))
OTHER_NAME, OTHER_SECTOR = "batch.other_name", "batch.other_sector"
OFF_ROSTER = "batch.not_on_roster"
NOBODY = "遠灯信用金庫"
"""On no roster."""

SITUATIONS = {
    "a name with another legal form and width": Situation(
        claiming("f", PAY, "㈱ 灯ﾍﾟｲﾒﾝﾄ", "funds_transfer"), "accepted", institution=PAY
    ),
    "a name with more words": Situation(
        claiming("f", PAY, "灯ペイメント 東京本社", "funds_transfer"),
        "accepted_with_warnings", (OTHER_NAME,), institution=PAY,
    ),
    "a part of the name that is all of another's": Situation(
        claiming("f", "b-02", "灯銀行", "regional_bank"),
        "held", (NAME, BY_NAME, DECIDE), "B-01", "B-02",
    ),
    "another's name in the same sub-sector": Situation(
        claiming("f", NORTH, "南灯信用金庫", "shinkin"), "held", (NAME, BY_NAME, DECIDE), SOUTH
    ),
    "a name that nobody has": Situation(
        claiming("f", NORTH, NOBODY, "shinkin"), "held", (NAME, DECIDE)
    ),
    "the right name in another sub-sector": Situation(
        claiming("f", NORTH, "北灯信用金庫", "rokin"), "held", (SECTOR, DECIDE)
    ),
    "a part of the name in another sub-sector": Situation(
        claiming("f", NORTH, "北灯信用", "trust"), "held", (SECTOR, DECIDE)
    ),
    "neither name nor sub-sector stated": Situation(
        claiming("f", NORTH, kind="problems"), "returned"
    ),
    "a name that is a legal form alone": Situation(
        claiming("f", NORTH, "株式会社", kind="problems"), "returned"
    ),
    "confirmed by the list of receipts": Situation(
        claiming("f", NORTH, NOBODY, "rokin"),
        "accepted_with_warnings", (OTHER_NAME, OTHER_SECTOR),
        receipts=(receipt("f", institutions=(NORTH,)),),
    ),
    "another institution by the list of receipts": Situation(
        claiming("f", NORTH, "南灯信用金庫", "shinkin"),
        "accepted_with_warnings", ("batch.other_institution",), institution=SOUTH,
        receipts=(receipt("f", institutions=(SOUTH,)),),
    ),
    "confirmed for two": Situation(
        claiming("f", NORTH, NOBODY, "shinkin"),
        "accepted_with_warnings", (OTHER_NAME,),
        receipts=(receipt("f", institutions=(NORTH, SOUTH)),),
    ),
    "a receipt that names nobody": Situation(
        claiming("f", NORTH, NOBODY, "shinkin"), "held", (NAME, DECIDE), receipts=(receipt("f"),)
    ),
    "another's id in the file's name, the name right": Situation(
        claiming(f"f/{SOUTH}.xlsx", NORTH, "北灯信用金庫", "shinkin"),
        "accepted_with_warnings", (IN_FILE_NAME,),
    ),
    "another's id in the file's name, confirmed": Situation(
        claiming(f"f/{SOUTH}.xlsx", NORTH, "北灯信用金庫", "shinkin"), "accepted",
        receipts=(receipt(f"f/{SOUTH}.xlsx", institutions=(NORTH,)),),
    ),
    "another's id in the file's name, the name only like it": Situation(
        claiming(f"f/{SOUTH}.xlsx", NORTH, "北灯信用", "shinkin"),
        "held", (IN_FILE_NAME, DECIDE), SOUTH,
    ),
    "another's id in the file's name, no name": Situation(
        claiming(f"f/回答_{SOUTH}.xlsx", NORTH, kind="problems"),
        "held", (IN_FILE_NAME, DECIDE), SOUTH,
    ),
    "both ids in the file's name": Situation(
        claiming(f"f/{SOUTH}-{NORTH}.xlsx", NORTH, "北灯信用金庫", "shinkin"), "accepted"
    ),
    "an id in the file's name that is a part of its own": Situation(
        claiming("f/回答_B-01_v2.xlsx", "B-01", "灯銀行", "regional_bank"),
        "accepted", institution="B-01",
    ),
    "told by the file's name, whose name is another": Situation(
        claiming(f"f/{NORTH}.xlsx", "", "南灯信用金庫", "shinkin", kind="problems"),
        "held", (NAME, BY_NAME, DECIDE), SOUTH,
    ),
    "told by the file's name, and the name fits": Situation(
        claiming(f"f/{NORTH}.xlsx", "", "北灯信用金庫", kind="problems"), "returned"
    ),
    "told by nothing but the name": Situation(
        claiming("f", "", "北灯信用金庫", kind="problems"),
        "returned", (BY_NAME,), NORTH, None,
    ),
    "under the id of one that has withdrawn": Situation(
        claiming("f", "W", "北灯信用金庫", "shinkin"),
        "held", (NAME, SECTOR, BY_NAME, DECIDE), NORTH, "W",
    ),
    "of one that has withdrawn": Situation(
        claiming("f", "W", "灯信託", "trust"), "withdrawn", ("batch.withdrawn",), institution="W"
    ),
    "under the id of one that was merged": Situation(
        claiming("f", "M", "灯銀行", "regional_bank"),
        "held", (NAME, SECTOR, BY_NAME, DECIDE), "B-01", "M",
    ),
    "one digit wrong": Situation(
        claiming("f", "2990000000014", NOBODY, "shinkin"),
        "not_on_roster", (OFF_ROSTER, BY_ID, DECIDE), NORTH, "2990000000014",
    ),
    "two digits swapped": Situation(
        claiming("f", "2990000000103", "", "shinkin"),
        "not_on_roster", (OFF_ROSTER, BY_ID, DECIDE), NORTH, "2990000000103",
    ),
    "one digit missing": Situation(
        claiming("f", "599000000027", NOBODY, "shinkin"),
        "not_on_roster", (OFF_ROSTER, BY_ID, DECIDE), SOUTH, "599000000027",
    ),
    "a letter before the number": Situation(
        claiming("f", f"T{SOUTH}", NOBODY, "shinkin"),
        "not_on_roster", (OFF_ROSTER, BY_ID, DECIDE), SOUTH, f"T{SOUTH}",
    ),
    "two digits wrong": Situation(
        claiming("f", "2990000000114", NOBODY, "shinkin"),
        "not_on_roster", (OFF_ROSTER,), institution="2990000000114",
    ),
    "an id of no kind, whose name is on the roster": Situation(
        claiming("f", "x9", "（株）灯ペイメント", "funds_transfer"),
        "not_on_roster", (OFF_ROSTER, BY_NAME, DECIDE), PAY, "x9",
    ),
    "an id of no kind, with one of the roster in the file's name": Situation(
        claiming(f"f/{PAY}.xlsx", "x9", NOBODY, "funds_transfer"),
        "not_on_roster", (OFF_ROSTER, BY_FILE_NAME, DECIDE), PAY, "x9",
    ),
    "issued to it": Situation(
        numbered(claiming("f", NORTH, "北灯信用金庫", "shinkin"), form_number("2026", NORTH)),
        "accepted",
    ),
    "issued to another, everything else right": Situation(
        numbered(claiming("f", NORTH, "北灯信用金庫", "shinkin"), form_number("2026", SOUTH)),
        "held", (NUMBER, BY_NUMBER, DECIDE), SOUTH,
    ),
    "issued to another, confirmed by the list of receipts": Situation(
        numbered(claiming("f", NORTH, "北灯信用金庫", "shinkin"), form_number("2026", SOUTH)),
        "accepted", receipts=(receipt("f", institutions=(NORTH,)),),
    ),
    "issued, with its id cleared": Situation(
        numbered(
            claiming(f"f/{SOUTH}.xlsx", "", "北灯信用金庫", kind="problems"), form_number("", NORTH)
        ),
        "returned",
    ),
    "issued, with another id that nobody has": Situation(
        numbered(claiming("f", "x9", NOBODY, "shinkin"), form_number("2026", NORTH)),
        "not_on_roster", (OFF_ROSTER, BY_NUMBER, DECIDE), NORTH, "x9",
    ),
    "issued in another campaign": Situation(
        numbered(claiming("f", NORTH, "北灯信用金庫", "shinkin"), form_number("2025", NORTH)),
        "accepted_with_warnings", ("batch.unknown_number",),
    ),
    "sent from another's address, with its own name": Situation(
        mailed(claiming("f", NORTH, "北灯信用金庫", "shinkin"), "risk@bank.example"),
        "accepted_with_warnings", (SENDER,),
    ),
    "sent from the address of one whose name is a part of its own": Situation(
        mailed(claiming("f", "B-02", "灯銀行東京", "regional_bank"), "risk@bank.example"),
        "accepted_with_warnings", (SENDER,), institution="B-02",
    ),
    "sent from another's address, the name like both": Situation(
        mailed(claiming("f", "B-02", "灯銀行東京支店", "regional_bank"), "risk@bank.example"),
        "held", (SENDER, DECIDE), "B-01", "B-02",
    ),
    "sent from the address of one of the same name": Situation(
        mailed(claiming("f", "T-2", "双灯信用組合", "shinkumi"), "risk@twin.example"),
        "held", (SENDER, BY_NAME, DECIDE), "T-1", "T-2",
    ),
    "sent from the address of one of the same name, issued to it": Situation(
        numbered(
            mailed(claiming("f", "T-2", "双灯信用組合", "shinkumi"), "risk@twin.example"),
            form_number("2026", "T-2"),
        ),
        "accepted_with_warnings", (SENDER,), institution="T-2",
    ),
    "sent from the address of one of the same name, confirmed": Situation(
        mailed(claiming("f", "T-2", "双灯信用組合", "shinkumi"), "risk@twin.example"),
        "accepted", institution="T-2", receipts=(receipt("f", institutions=("T-2",)),),
    ),
    "of one of two with the same name, sent from its own address": Situation(
        mailed(claiming("f", "T-2", "双灯信用組合", "shinkumi"), "risk@other-twin.example"),
        "accepted", institution="T-2",
    ),
    "sent from another's address, and neither name nor sub-sector": Situation(
        mailed(claiming("f", NORTH, kind="problems"), "risk@south.example"),
        "held", (SENDER, DECIDE), SOUTH,
    ),
    "sent from another's address, with its own sub-sector alone": Situation(
        mailed(claiming("f", NORTH, "", "shinkin", kind="problems"), "risk@pay.example"),
        "returned",
    ),
    "sent from another's address, with a name that nobody has": Situation(
        mailed(claiming("f", NORTH, NOBODY, "shinkin"), "risk@south.example"),
        "held", (NAME, SENDER, DECIDE), SOUTH,
    ),
    "told by the file's name, sent from another's address": Situation(
        mailed(claiming(f"f/{NORTH}.xlsx", "", "", kind="problems"), "risk@south.example"),
        "held", (SENDER, DECIDE), SOUTH,
    ),
    "an id of no kind, sent from an address on the roster": Situation(
        mailed(claiming("f", "x9", NOBODY, "shinkin"), "risk@north.example"),
        "not_on_roster", (OFF_ROSTER, BY_SENDER, DECIDE), NORTH, "x9",
    ),
    "returned, and on no roster": Situation(
        claiming("f", "x9", "灯銀行", "", kind="problems"),
        "returned", (OFF_ROSTER, BY_NAME), "B-01", "x9",
    ),
}  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_what_becomes_of_a_file_by_what_it_is_told_by(situation: Situation) -> None:
    filing = keep(situation.file, receipts=situation.receipts).filings[0]
    assert (filing.state, filing.institution) == (situation.state, situation.institution)
    assert tuple(reason.code for reason in filing.reasons) == situation.codes
    assert filing.suggested == situation.suggested


def test_once_confirmed_the_files_name_and_the_rosters_sector_count() -> None:
    confirmed = receipt("f", institutions=(NORTH,))
    ledger = keep(claiming("f", NORTH, NOBODY, "rokin"), receipts=(confirmed,))
    standing = row(ledger, NORTH).effective
    assert standing.institution == ClaimedIdentity(NORTH, NOBODY, "shinkin")


def test_a_wrong_check_digit_is_fine_where_the_roster_has_it() -> None:
    assert not has_right_check_digit(NORTH)
    ledger = keep(claiming("f", NORTH, "北灯信用金庫", "shinkin"))
    assert row(ledger, NORTH).state == "accepted"


@pytest.mark.parametrize(
    ("name", "other", "match"),
    [
        ("Hikari Payments Co., Ltd.", "HIKARI PAYMENTS", "same"),
        ("Hikari Payments, Inc.", "Hikari Payments Corporation", "same"),
        ("ヒカリ・ペイメント", "ヒカリペイメント株式会社", "same"),
        ("㍿ヒカリ", "ヒカリ㈱", "same"),
        ("ヒカリ生命保険相互会社", "ヒカリ生命保険", "same"),
        ("Incline", "line", "part"),
        ("ヒカリ信用金庫", "ヒカリ銀行", "other"),
        ("Hikari Bank", "ヒカリ銀行", "other"),
        ("", "ヒカリ銀行", "unstated"),
        ("－", "ヒカリ銀行", "unstated"),
    ],
)
def test_names_are_compared_without_what_they_may_be_written_with(
    name: str, other: str, match: str
) -> None:
    assert match_names(name, other) == match_names(other, name) == match


KINDS = {
    "problems": "returned",
    "waiting_password": "waiting_password",
    "wrong_edition": "wrong_edition",
    "refused": "refused",
    "accepted": "accepted",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("own", [None, *KINDS])
def test_the_institutions_own_file_stays_as_it_was(own: str | None, kind: str) -> None:
    stranger = claiming(
        "g/x", NORTH, NOBODY, "rokin", kind=kind, notes=(Problem("form.month_alone"),)
    )
    files = [stranger]
    if own is not None:
        files.append(claiming("g/own", NORTH, "北灯信用金庫", "shinkin", kind=own))
    receipts = (receipt("g/x", LATE, version=9), receipt("g/own"))
    ledger = keep(*files, receipts=receipts)
    assert states(ledger) == {"g/x": "held", **({"g/own": KINDS[own]} if own else {})}
    found = row(ledger, NORTH)
    assert found.state == (KINDS[own] if own else "held")
    assert found.path == ("g/own" if own else "g/x")
    assert found.marks == (("contradicting_file",) if own else ("identity",))
    assert (found.effective is None) == (own != "accepted")
    assert turnout(ledger, has_roster=True).overall.received == (own is not None)
    assert sum(ledger.institution_states.values()) == len(ROSTER)


def test_nothing_goes_back_to_the_institution_whose_id_it_bears(tmp_path: Path) -> None:
    strangers = [claiming(f"g/{kind}", NORTH, NOBODY, kind=kind) for kind in KINDS]
    ledger = keep(*strangers)
    assert set(states(ledger).values()) == {"held"}
    assert plan_returns(ledger, OutFolder(tmp_path)) == ()


def test_the_store_has_the_file_and_nothing_that_it_says() -> None:
    ledger = keep(
        claiming("g/x", NORTH, NOBODY, kind="problems", problems=(Problem("x", {"y": 1}),))
    )
    (file,) = file_rows(ledger)
    assert (file.state, file.institutions) == ("held", ())
    codes = {one.code: one.params for one in problem_rows(ledger)}
    assert codes == {NAME: {}, DECIDE: {}, "x": {}}


def test_two_copies_of_one_are_both_held() -> None:
    copies = [claiming(f"g/{n}", NORTH, NOBODY, sha256="same", content="same") for n in (1, 2)]
    assert set(states(keep(*copies)).values()) == {"held"}


def test_whose_it_may_be_is_marked_until_that_one_has_answered() -> None:
    strayed = claiming("g/x", NORTH, "南灯信用金庫", "shinkin")
    assert row(keep(strayed), SOUTH).marks == ("suggested_file",)
    answered = keep(strayed, claiming("g/y", SOUTH, "南灯信用金庫", "shinkin"))
    assert row(answered, SOUTH).marks == ()


def test_a_copied_id_does_not_replace_the_form_of_an_institution_with_the_same_name() -> None:
    own = mailed(claiming("a/own", "T-2", "双灯信用組合", "shinkumi"), "risk@other-twin.example")
    copied = mailed(claiming("b/f", "T-2", "双灯信用組合", "shinkumi"), "risk@twin.example")
    files = (
        numbered(own, form_number("2026", "T-2")),
        copied._replace(mail=MailReceipt("risk@twin.example", LATE, "received")),
    )
    ledger = keep(*files)
    assert states(ledger) == {"a/own": "accepted", "b/f": "held"}
    assert (row(ledger, "T-2").path, row(ledger, "T-1").state) == ("a/own", "missing")
    assert "contradicting_file" in row(ledger, "T-2").marks
    assert row(ledger, "T-1").marks == ("suggested_file",)
    told = keep(*files, receipts=(receipt("b/f", institutions=("T-1",)),))
    assert (row(told, "T-1").path, row(told, "T-2").path) == ("b/f", "a/own")


@settings(max_examples=300)
@given(
    st.sampled_from(ROSTER[:8]),
    st.sampled_from([each for each in ROSTER if each.email]),
    st.sampled_from(["", NOBODY, *(each.name for each in ROSTER)]),
    st.sampled_from(["", "shinkin", "shinkumi", "regional_bank"]),
    st.sampled_from([None, *ROSTER[:8]]),
)
def test_a_typed_id_alone_never_makes_a_senders_form_anothers(
    named: RosterEntry, sender: RosterEntry, name: str, sector: str, issued_to: RosterEntry | None
) -> None:
    def state(ident: str, *, by_mail: bool = True) -> str:
        number = "" if issued_to is None else form_number("2026", issued_to.id)
        file = numbered(claiming("f", ident, name, sector), number)
        return keep(mailed(file, sender.email[0]) if by_mail else file).filings[0].state

    if named is sender:
        return
    if state(sender.id) == "accepted":
        assert state(named.id) == "held"
    if state(sender.id) == "held" and state(named.id, by_mail=False) == "accepted":
        assert state(named.id) == "accepted_with_warnings"


def test_a_sender_is_told_nothing_of_other_institutions(tmp_path: Path) -> None:
    ledger = keep(claiming("f", "x9", "灯銀行", "", kind="problems"))
    (item,) = plan_returns(ledger, OutFolder(tmp_path))
    assert "B-01" not in "\n".join(letter(item, CAMPAIGN, "ja"))


def test_the_campaign_is_not_told_by_files_of_nobody_knows_whom() -> None:
    own = claiming("own", NORTH, "北灯信用金庫", "shinkin", campaign="2026")
    strangers = [claiming(f"g/{n}", SOUTH, NOBODY, campaign="2019") for n in range(3)]
    assert keep(own, *strangers, campaign=None).campaign == "2026"


def other(*fields: str) -> tuple[str, ...]:
    return (*(f"batch.identity.other_file.{one}" for one in fields), DECIDE)


X, Y = ("ひかり銀行", "regional_bank"), ("ほのか銀行", "trust")


@pytest.mark.parametrize(
    ("files", "confirmed", "expected"),
    [
        ([X, Y], (), {"1": other("name", "sector"), "2": other("name", "sector")}),
        ([X, (X[0], Y[1])], (), {"1": other("sector"), "2": other("sector")}),
        ([X, ("ひかり銀行本店", "")], (), {}),
        ([X, ("", "")], (), {}),
        ([X, X, Y], (), {n: other("name", "sector") for n in "123"}),
        ([X, Y], ("2",), {"1": other("name", "sector")}),
        ([X, X, Y], ("1",), {"3": other("name", "sector")}),
        ([X, Y, ("とおい銀行", "")], ("1", "2"), {"3": other("name")}),
        ([X, Y, X], ("1", "2"), {}),
    ],
)
def test_without_a_roster_files_under_one_id_are_compared_with_each_other(
    files: list[tuple[str, str]], confirmed: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    claims = [claiming(str(n), "Id" if n % 2 else "iD", *one) for n, one in enumerate(files, 1)]
    receipts = [
        receipt(str(n), version=n, institutions=("ID",) if str(n) in confirmed else ())
        for n in range(1, len(files) + 1)
    ]
    ledger = keep(*claims, roster=None, receipts=tuple(receipts))
    doubted = {
        one.path: tuple(reason.code for reason in one.reasons)
        for one in ledger.filings
        if one.is_doubtful
    }
    assert doubted == expected
    (found,) = ledger.institutions
    assert (found.effective is None) == (len(doubted) == len(files))
    assert found.state == ("held" if found.effective is None else "accepted")
    if found.effective is not None:
        speaking = claims[int(found.path or 0) - 1].head.claimed
        assert found.effective.institution.name in (getattr(speaking, "name", ""), X[0], Y[0])
    else:
        assert (found.name, found.sector) == (found.id, "")


def test_forms_for_different_licences_do_not_take_each_others_place() -> None:
    def licensed(
        path: str, licence: str, ident: str = NORTH, kind: str = "accepted"
    ) -> ReceivedFile:
        return claiming(path, ident, "北灯信用金庫", "shinkin", licence=licence, kind=kind)

    both = licensed("1", "第一種"), licensed("2", "第二種")
    versions = receipt("1", version=1), receipt("2", version=2)
    assert states(keep(*both, receipts=versions)) == {"1": "held", "2": "held"}
    told = receipt("1", version=1), receipt("2", version=2, institutions=(NORTH,))
    assert states(keep(*both, receipts=told)) == {"1": "held", "2": "accepted"}
    nobodys = (licensed(path, path, "x9", kind="problems") for path in ("1", "2"))
    assert states(keep(*nobodys, receipts=versions)) == {"1": "returned", "2": "returned"}
    again = licensed("1", "第 一種"), licensed("2", "")
    assert states(keep(*again, receipts=versions)) == {"1": "superseded", "2": "accepted"}


def test_the_ledger_gives_licences_by_title() -> None:
    both = (
        claiming(path, NORTH, "北灯信用金庫", "shinkin", licence=path) for path in ("bank", "firm")
    )
    titles = {"bank": "銀行業", "firm": "証券業"}
    export = LedgerExport(keep(*both), (), date(2026, 12, 1), {}, "x", "ja", licences=titles)
    text = export.csv().decode()
    assert "免許・登録が「銀行業」です。" in text
    assert "では「証券業」です。" in text


@settings(max_examples=200)
@given(campaigns(), st.sampled_from(list(KINDS)), st.sampled_from([None, ON_TIME, LATE]))
def test_a_contradicting_file_changes_nothing_for_anybody(
    given_: dict[str, Any], kind: str, at: datetime | None
) -> None:
    roster = given_["roster"] or [RosterEntry("a", "name of a", "shinkin")]
    before = build_ledger(**{**given_, "roster": roster})
    stranger = claiming("g/stranger", "a", NOBODY, "rokin", kind=kind)
    receipts = [*given_["receipts"], *([receipt("g/stranger", at, version=3)] if at else [])]
    files = [*given_["files"], stranger]
    after = build_ledger(**{**given_, "roster": roster, "files": files, "receipts": receipts})
    added = [one for one in after.filings if one.path == "g/stranger"]
    assert [one.state for one in added] == ["held"]
    assert tuple(one for one in after.filings if one not in added) == before.filings
    assert after.campaign == before.campaign
    for was, now in zip(before.institutions, after.institutions, strict=True):
        if was.id != "a":
            assert now == was
        elif was.path is None and was.state in ("missing", "not_read"):
            assert (now.state, now.path, now.effective) == ("held", "g/stranger", None)
        else:
            assert now == was._replace(marks=now.marks)
            assert set(now.marks) == {*was.marks, "contradicting_file"}


# A whole batch.

WORDS = ("遠灯信用金庫", "遠灯だけの言葉")
"""A stranger's name, and what it says of a practice."""


@pytest.fixture(scope="module")
def inbox(run: Runner, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("identity") / "drawn"
    asked = ("--institutions", 6, "--seed", 5, "--no-forms", "-o", folder)
    code, _, err = run("population", "generate", *asked)
    assert code == 0, err
    return folder


def _stranger(own: str, practice: str) -> str:
    """Return answers like an institution's own, of somebody else under its id."""
    told = re.sub(r"(?m)^(  name: ).*$", rf"\g<1>{WORDS[0]}", own, count=1)
    return re.sub(
        rf"(?m)^  {re.escape(practice)}:.*\n(    .*\n)*",
        f"  {practice}: {{level: 1, note: {WORDS[1]}}}\n",
        told,
    )


def _batch(run: Runner, drawn: Path, inbox: Path, out: Path, *more: object) -> tuple[int, str]:
    lists = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
    formats = ("--formats", "html,json,md,xlsx")
    code, told, err = run("batch", "run", inbox, "-o", out, *lists, *formats, *more)
    assert code in (0, 3), err
    return code, told


def _texts(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    elif data.startswith(b"SQLite"):
        with closing(sqlite3.connect(path)) as store:
            yield "\n".join(store.iterdump()).encode()
    else:
        yield data


def _mentions(folder: Path, *but: str) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).as_posix().startswith(but)
        for text in _texts(path)
        for word in WORDS
        if word.encode() in text or word.encode("unicode-escape") in text
    ]


def test_nothing_that_is_made_holds_a_word_of_a_stranger(
    run: Runner, inbox: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    _batch(run, inbox, inbox / "answers", plain)
    entries = {
        "outcome": "Corrected", "level": 0, "ground": "by telephone", "by": "a clerk",
        "on": "2026-12-01", "approved_by": "a second clerk",
    }  # fmt: skip
    corrected = {one for one, _ in fill_review(plain / "private/review.xlsx", entries)}
    out = tmp_path / "out"
    shutil.copytree(plain, out)
    _batch(run, inbox, inbox / "answers", plain)

    whose = min(corrected)
    own = (inbox / "answers" / f"{whose}.yaml").read_text(encoding="utf-8")
    practice = re.findall(r"(?m)^  ([0-9.]+-\w+):", own)[0]
    more = tmp_path / "answers"
    shutil.copytree(inbox / "answers", more)
    stranger = _stranger(own, practice)
    assert all(word in stranger for word in WORDS)
    (more / "z-accepted.yaml").write_text(stranger, encoding="utf-8")
    broken = f"{stranger}  9.9.9-9: {{level: 3, note: {WORDS[1]}}}\n"
    (more / "z-returned.yaml").write_text(broken, encoding="utf-8")
    received = tmp_path / "received.csv"
    received.write_text(
        "path,received_at,version\n"
        f"{whose}.yaml,2026-11-10,1\nz-accepted.yaml,2026-11-11,2\nz-returned.yaml,2026-11-12,3\n",
        encoding="utf-8",
    )
    code, told = _batch(run, inbox, more, out, "--received", received)

    assert (code, "answers/z-accepted.yaml" in told) == (0, True)
    ledger = json.loads((out / "private/ledger.json").read_bytes())
    held = {one["path"]: one["state"] for one in ledger["files"] if one["state"] == "held"}
    assert sorted(held) == ["answers/z-accepted.yaml", "answers/z-returned.yaml"]
    found = next(one for one in ledger["institutions"] if one["id"] == whose)
    assert (found["path"], found["marks"]) == (f"answers/{whose}.yaml", ["contradicting_file"])
    where = set(_mentions(out))
    assert where == {
        *(f"private/ledger.{ending}" for ending in ("csv", "json", "xlsx")),
        *(name for name in where if name.startswith("private/kept/readings/")),
    }
    assert _rest(out) == _rest(plain)
    assert not (out / "returns").exists()
    assert "private/corrections.csv" in tree(out)


def _rest(out: Path) -> dict[str, str]:
    """Return everything that does not list the files that came in."""
    lists = ("private/ledger.", "private/manifest.json", "private/population.", "private/kept/")
    return {name: known for name, known in tree(out).items() if not name.startswith(lists)}


def test_a_form_told_by_its_files_name_is_held_where_its_cover_says_otherwise(
    run: Runner, inbox: Path, tmp_path: Path
) -> None:
    path = min((inbox / "answers").iterdir())
    named, forms, out = tmp_path / "a.yaml", tmp_path / "forms", tmp_path / "out"
    forms.mkdir()
    own = path.read_text(encoding="utf-8")
    for name, text in (("own", own), ("x", _stranger(own, "2.1.1-1"))):
        named.write_text(text, encoding="utf-8")
        form = forms / f"{path.stem}-{name}.xlsx"
        assert run("form", "new", "--answers", named, "-o", form)[0] == 0
        book = load_workbook(form)
        for line in book.worksheets[0].iter_rows(max_col=3):
            if line[0].value == "institution.id":
                line[2].value = None
        book.save(form)
    lists = ("--campaign", inbox / "campaign.yaml", "--roster", inbox / "roster.csv")
    run("batch", "run", forms, "-o", out, *lists)
    ledger = json.loads((out / "private/ledger.json").read_bytes())
    assert {one["path"].rpartition("-")[2]: one["state"] for one in ledger["files"]} == {
        "own.xlsx": "returned",
        "x.xlsx": "held",
    }
    assert _mentions(out / "returns") == []
    returns = {one.name for one in (out / "returns").iterdir()}
    assert returns == {f"{path.stem}.txt", f"{path.stem}.xlsx"}
