"""The list of receipts and the files received: each line finds its file, or a person is asked."""

import unicodedata
from typing import Any

import pytest
from tests.batch.test_ledger import (
    LATE,
    ON_TIME,
    TOO_LATE,
    entry,
    filed,
    keep,
    receipt,
    row,
    states,
)

from cssa.errors import Problem
from cssa.messages import message
from cssa.messages.wording import in_language

NFC, NFD = (unicodedata.normalize(form, "が/ペガサス信組.xlsx") for form in ("NFC", "NFD"))


def codes(ledger: Any, path: str) -> list[str]:
    filing = next(filing for filing in ledger.filings if filing.path == path)
    return [reason.code for reason in filing.reasons]


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        (f"inbox/{NFD}", NFC),
        (f"inbox/{NFC}", NFD),
        (f"inbox/all.zip!{NFD}", f"all.zip!{NFC}"),
        (f"inbox/{NFD}.zip!a.xlsx", f"{NFC}.zip"),
        ("inbox/ｶﾞｲﾄﾞ.XLSX", "ガイド.xlsx"),
        ("inbox/Sub/Form.xlsx", "sub\\FORM.XLSX"),
        ("inbox/sub/form.xlsx", "D:\\post\\inbox\\sub\\form.xlsx"),
        ("inbox/all.zip!north/form.xlsx", "form.xlsx"),
        ("inbox/all.zip!north/form.xlsx", "C:\\post\\all.zip\\north\\form.xlsx"),
        ("inbox/all.zip!form.xlsx", "C:\\post\\all.zip!form.xlsx"),
        ("inbox/個別/A/回答票.xlsx", "C:\\Users\\tanto\\受付\\個別\\A\\回答票.xlsx"),
    ],
)
def test_a_path_is_the_same_however_a_system_writes_it(path: str, listed: str) -> None:
    ledger = keep(filed(path), receipts=[receipt(listed, TOO_LATE)])
    assert ledger.unmatched_receipts == ()
    assert (row(ledger, "a").state, row(ledger, "a").left_out) == ("late", "cut_off")
    assert codes(ledger, path) == []


def test_a_file_in_another_folder_is_matched_by_its_name_with_a_warning() -> None:
    elsewhere = receipt("D:\\post\\b.xlsx", ON_TIME)
    ledger = keep(filed("in/sub/b.xlsx", "b"), receipts=[elsewhere])
    assert states(ledger) == {"in/sub/b.xlsx": "accepted_with_warnings"}
    assert codes(ledger, "in/sub/b.xlsx") == ["batch.receipt_elsewhere"]
    assert ledger.filings[0].received_at == ON_TIME


def test_of_files_of_one_name_a_line_means_the_one_whose_path_ends_most_alike() -> None:
    files = filed("inbox/north/A/form.xlsx"), filed("inbox/north/B/form.xlsx", "b")
    lines = receipt("C:\\post\\north\\B\\form.xlsx", LATE), receipt("D:\\south\\A\\form.xlsx")
    ledger = keep(*files, receipts=lines)
    assert states(ledger) == {
        "inbox/north/A/form.xlsx": "accepted_with_warnings",
        "inbox/north/B/form.xlsx": "late",
    }
    assert codes(ledger, "inbox/north/A/form.xlsx") == ["batch.receipt_elsewhere"]
    assert ledger.unmatched_receipts == ()


def test_of_lines_that_fit_one_file_the_one_that_ends_most_alike_counts() -> None:
    lines = receipt("D:\\old\\form.xlsx", TOO_LATE), receipt("D:\\post\\A\\form.xlsx", ON_TIME)
    for listed in (lines, lines[::-1]):
        ledger = keep(filed("inbox/A/form.xlsx"), receipts=listed)
        assert states(ledger) == {"inbox/A/form.xlsx": "accepted"}
        assert ledger.unmatched_receipts == ("D:\\old\\form.xlsx",)


@pytest.mark.parametrize(
    ("paths", "listed"),
    [
        (("in/1/form.xlsx", "in/2/form.xlsx"), ("form.xlsx",)),
        (("in/1/form.xlsx", "in/2/form.xlsx"), ("post/form.xlsx",)),
        (("in/1/form.xlsx",), ("x/form.xlsx", "y/form.xlsx")),
    ],
)
def test_a_line_that_may_mean_several_files_means_none_and_is_named(
    paths: tuple[str, ...], listed: tuple[str, ...]
) -> None:
    files = [filed(path, ident) for path, ident in zip(paths, "ab", strict=False)]
    ledger = keep(*files, receipts=[receipt(path) for path in listed])
    assert ledger.unmatched_receipts == listed
    for filing in ledger.filings:
        (reason,) = filing.reasons
        assert (reason.code, filing.marks) == ("batch.receipt_unclear", ("no_receipt",))
        assert in_language(reason.params["lines"], "en", message) == ", ".join(listed)


def test_names_that_differ_in_case_alone_are_told_apart_by_their_spelling() -> None:
    files = filed("in/Form.xlsx"), filed("in/form.xlsx", "b")
    lines = receipt("form.xlsx", LATE), receipt("Form.xlsx", ON_TIME)
    assert states(keep(*files, receipts=lines)) == {
        "in/Form.xlsx": "accepted",
        "in/form.xlsx": "late",
    }


def test_a_file_without_a_receipt_is_not_plainly_accepted() -> None:
    files = filed("in/a.xlsx"), filed("in/b.xlsx", "b")
    ledger = keep(*files, receipts=[receipt("a.xlsx")])
    assert states(ledger) == {"in/a.xlsx": "accepted", "in/b.xlsx": "accepted_with_warnings"}
    assert row(ledger, "b").marks == ("no_receipt",)
    assert row(keep(*files, receipts=[]), "a").marks == ("no_receipt",)
    assert row(keep(*files), "b").marks == ()  # nothing is known of when anything came


def test_of_a_file_that_cannot_be_read_here_nothing_is_said_of_receipts() -> None:
    trouble = (Problem("batch.not_read.denied"),)
    ledger = keep(filed("in/a.xlsx", None, kind="not_read", problems=trouble), receipts=[])
    assert codes(ledger, "in/a.xlsx") == ["batch.not_read.denied"]


def test_of_several_lines_for_one_file_the_latest_counts() -> None:
    again = receipt("a.xlsx", ON_TIME, version=1), receipt("in\\A.xlsx", LATE, version=2)
    for lines in (again, again[::-1]):
        ledger = keep(filed("in/a.xlsx"), receipts=lines)
        assert (row(ledger, "a").state, ledger.filings[0].version) == ("late", 2)
        assert codes(ledger, "in/a.xlsx") == ["batch.receipts_of_one_name"]
        assert ledger.unmatched_receipts == ()


def test_an_id_in_the_name_of_a_file_is_found_in_full_width_too() -> None:
    locked = filed("in/回答_Ａ１.xlsx", None, kind="waiting_password")
    assert row(keep(locked, roster=[entry("a1")]), "a1").state == "waiting_password"
