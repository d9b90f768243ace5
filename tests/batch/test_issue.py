"""Sending out a campaign: forms bound to their institutions, letters, mail list, last answers."""

import csv
import io
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.institutions import CHECKLIST, LEVELS, submit
from tests.batch.test_followup import _fill as fill_review
from tests.forms.workbooks import Filled
from tests.program import Run

from cssa.batch.form_numbers import form_number
from cssa.messages import LANGS

Runner = Callable[..., tuple[int, str, str]]

ROSTER = """\
id,name,sector,bureau,route,extended_to,status,merged_into,email,contact,group
N001,北灯信用金庫,shinkin,,,2026-12-04,,,head@north.example; desk@north.example,総務部,A
N002,=南灯信用金庫,shinkin,,,,,,,,
N003,西灯信用金庫,shinkin,,,,withdrawn,,west@west.example,,
"""
CAMPAIGN = """\
schema: cssa.campaign/1
id: "2026"
title: {ja: 令和8年度 自己点検, en: Self-assessment 2026}
base_date: 2026-09-30
deadline: 2026-11-20
cut_off: 2026-12-18
coverage_floor: 0.5
issuer: {ja: 事務局, en: The Office}
contact: {ja: "03-0000-0000", en: "03-0000-0000"}
marking: {ja: 機密性2, en: Confidential 2}
"""
ISSUED_TO = ("institution.id", "institution.name", "institution.sector")


@pytest.fixture
def lists(tmp_path: Path) -> list[str | Path]:
    """The roster and the campaign, as the command line names them."""
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    return [
        *("--roster", tmp_path / "roster.csv"),
        *("--campaign", tmp_path / "campaign.yaml"),
        *("--checklist", CHECKLIST),
    ]


@pytest.fixture
def issue(
    cssa_inline: Callable[..., Run], lists: list[str | Path], tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Issue the campaign into ``forms``."""

    def issued(*more: object, lang: str = "ja") -> tuple[int, str, str]:
        command = ("batch", "issue", *lists, "-o", tmp_path / "forms", "--workers", 1, *more)
        done = cssa_inline(*command, lang=lang)
        return done.code, done.out, done.err

    return issued


@pytest.fixture
def take_in(run: Runner, lists: list[str | Path], tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Run a batch over ``in``, and return its ledger."""

    def taken(*more: object) -> dict[str, Any]:
        options = (*lists, "--formats", "json", "--workers", 1, *more)
        code, out, err = run("batch", "run", tmp_path / "in", "-o", tmp_path / "out", *options)
        assert code in (0, 3, 4), out + err
        ledger: dict[str, Any] = json.loads((tmp_path / "out/private/ledger.json").read_bytes())
        return ledger

    return taken


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def answered(form: Path) -> Filled:
    """Return a form in which every level is 3."""
    filled = Filled(form.read_bytes())
    for practice in LEVELS:
        filled.enter(practice, 3)
    return filled


def hand_in(filled: Filled, folder: Path, name: str = "form.xlsx") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(filled.save())


def test_each_institution_that_is_expected_gets_a_form_and_a_letter(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    code, out, err = issue(lang="en")
    assert code == 0, err
    assert "2 institutions" in out
    assert "without an e-mail address on the roster: 1" in out
    assert sorted(path.name for path in (tmp_path / "forms").iterdir()) == [
        *("N001.txt", "N001.xlsx", "N002.txt", "N002.xlsx", "issued.csv", "mail.csv"),
    ]
    assert stat.S_IMODE((tmp_path / "forms").stat().st_mode) == 0o700
    register = table(tmp_path / "forms/issued.csv")
    assert [(line["institution"], line["number"]) for line in register if line["number"]] == [
        (ident, form_number("2026", ident)) for ident in ("N001", "N002")
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_letter_says_what_by_when_and_to_whom(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path, lang: str
) -> None:
    issue(lang=lang)
    letter = (tmp_path / "forms/N001.txt").read_bytes().decode("utf-8-sig")
    words = {
        "ja": ("機密性2", "北灯信用金庫　御中", "総務部", "2026年12月4日", "2026年9月30日", "事務局"),
        "en": ("Confidential 2", "To: 北灯信用金庫", "2026-12-04", "2026-09-30", "Office"),
    }  # fmt: skip
    for word in (*words[lang], "N001.xlsx", form_number("2026", "N001")):
        assert word in letter
    other = (tmp_path / "forms/N002.txt").read_bytes().decode("utf-8-sig")
    assert ("2026年11月20日" if lang == "ja" else "2026-11-20") in other
    assert form_number("2026", "N001") not in other


def test_the_mail_list_goes_into_any_mail_merge(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    issue()
    north, south = table(tmp_path / "forms/mail.csv")
    assert (north["to"], north["cc"]) == ("head@north.example", "desk@north.example")
    assert (south["to"], south["cc"]) == ("", "")
    assert north["attachment"] == "N001.xlsx"
    assert "令和8年度 自己点検" in north["subject"]
    letter = (tmp_path / "forms/N001.txt").read_bytes().decode("utf-8-sig")
    assert north["body"].splitlines() == letter.splitlines()


def test_who_it_is_for_is_filled_in_and_locked(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    issue()
    form = Filled((tmp_path / "forms/N001.xlsx").read_bytes())
    cells = [form.cell(key, "value") for key in ISSUED_TO]
    assert [cell.value for cell in cells] == ["N001", "北灯信用金庫", "信用金庫"]
    assert all(cell.protection.locked for cell in cells)
    assert not form.cell("institution.size", "value").protection.locked
    cover = form.book.worksheets[0]
    assert cover.protection.sheet
    lists = {str(rule.sqref) for rule in cover.data_validations.dataValidation}
    assert not {cell.coordinate for cell in cells} & lists


def test_a_form_comes_back_with_its_number(
    issue: Callable[..., tuple[int, str, str]],
    take_in: Callable[..., dict[str, Any]],
    tmp_path: Path,
) -> None:
    issue()
    hand_in(answered(tmp_path / "forms/N001.xlsx"), tmp_path / "in")
    (file,) = take_in()["files"]
    assert (file["state"], file["institution"]) == ("accepted", "N001"), file["reasons"]
    assert file["form_number"] == form_number("2026", "N001")
    book = load_workbook(tmp_path / "out/private/ledger.xlsx")
    shown = {cell.value for sheet in book for row in sheet for cell in row}
    assert form_number("2026", "N001") in shown


@pytest.mark.parametrize("lang", LANGS)
def test_anothers_form_is_held_whatever_its_cover_says(
    issue: Callable[..., tuple[int, str, str]],
    take_in: Callable[..., dict[str, Any]],
    tmp_path: Path,
    lang: str,
) -> None:
    issue()
    form = answered(tmp_path / "forms/N001.xlsx")
    form.cover("institution.id", "N002").cover("institution.name", "=南灯信用金庫")
    hand_in(form, tmp_path / "in")
    (file,) = take_in("--lang", lang)["files"]
    assert (file["state"], file["suggested"]) == ("held", "N001")
    assert not (tmp_path / "out/feedback").exists()
    (text,) = (
        reason["text"] for reason in file["reasons"] if reason["code"] == "batch.identity.number"
    )
    assert form_number("2026", "N001") in text


def test_a_form_whose_id_was_cleared_is_known_by_its_number(
    issue: Callable[..., tuple[int, str, str]],
    take_in: Callable[..., dict[str, Any]],
    tmp_path: Path,
) -> None:
    issue()
    form = answered(tmp_path / "forms/N001.xlsx")
    form.cover("institution.id", None).cover("institution.name", None)
    hand_in(form, tmp_path / "in")
    (file,) = take_in()["files"]
    assert (file["state"], file["institution"], file["marks"]) == (
        *("returned", "N001"),
        ["by_number"],
    )
    assert (tmp_path / "out/returns/N001.xlsx").is_file()


def test_a_page_is_bound_to_its_institution_too(
    issue: Callable[..., tuple[int, str, str]],
    take_in: Callable[..., dict[str, Any]],
    tmp_path: Path,
) -> None:
    code, _, err = issue("--format", "html")
    assert code == 0, err
    (tmp_path / "in").mkdir()
    page = (tmp_path / "forms/N001.html").read_bytes()
    (tmp_path / "in/form.html").write_bytes(page)
    (file,) = take_in()["files"]
    assert (file["institution"], file["form_number"]) == ("N001", form_number("2026", "N001"))
    assert form_number("2026", "N001") in page.decode()


def test_last_answers_are_filled_in_as_corrected_and_wait_for_confirmation(
    issue: Callable[..., tuple[int, str, str]], run: Runner, tmp_path: Path
) -> None:
    former = tmp_path / "former"
    submit(tmp_path / "last", 1, dict.fromkeys(LEVELS, 4))
    options = ("--checklist", CHECKLIST, "--formats", "json", "--workers", 1)
    last = ("batch", "run", tmp_path / "last", "-o", former, *options, "--as-of", "2025-11-20")
    assert run(*last)[0] == 0
    asked = fill_review(
        former / "private/review.xlsx",
        {
            "outcome": "Corrected", "level": 2, "ground": "by telephone", "by": "a clerk",
            "on": "2025-12-01", "approved_by": "a second clerk",
        },
    )  # fmt: skip
    corrected = [practice for _, practice in asked if practice]
    if corrected:
        assert run(*last)[0] == 0
    code, out, err = issue("--previous", former)
    assert code == 0, err
    form = Filled((tmp_path / "forms/N001.xlsx").read_bytes())
    for practice in LEVELS:
        level = 2 if practice in corrected else 4
        assert str(form.cell(practice).value).startswith(str(level))
        assert form.cell(practice, "confirmed").value
    assert Filled((tmp_path / "forms/N002.xlsx").read_bytes()).cell(LEVELS[0]).value is None
    letter = (tmp_path / "forms/N001.txt").read_text(encoding="utf-8-sig")
    assert f"前回の回答（{len(LEVELS) + 2}項目）" in letter
    assert "前回の回答を記入したもの：1件、記入していないもの：1件" in out


def test_last_answers_that_come_back_unconfirmed_count_and_are_asked_about(
    issue: Callable[..., tuple[int, str, str]],
    take_in: Callable[..., dict[str, Any]],
    run: Runner,
    tmp_path: Path,
) -> None:
    submit(tmp_path / "last", 1)
    options = ("--checklist", CHECKLIST, "--workers", 1, "--as-of", "2025-11-20")
    assert run("batch", "run", tmp_path / "last", "-o", tmp_path / "former", *options)[0] == 0
    assert issue("--previous", tmp_path / "former")[0] == 0
    hand_in(Filled((tmp_path / "forms/N001.xlsx").read_bytes()), tmp_path / "in")
    ledger = take_in()
    (file,) = ledger["files"]
    assert file["state"] == "accepted_with_warnings"
    (reason,) = (one for one in file["reasons"] if one["code"] == "batch.unconfirmed")
    assert reason["text"].startswith("8 answers are carried over")
    rows = load_workbook(tmp_path / "out/private/review.xlsx").worksheets[0].values
    assert sum("8 answers are still to be confirmed" in str(row) for row in rows) == 1


def test_issuing_again_changes_nothing_and_adds_who_is_new(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    issue()
    before = {path.name: path.read_bytes() for path in (tmp_path / "forms").iterdir()}
    assert issue("--workers", 2)[0] == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "forms").iterdir()} == before
    roster = tmp_path / "roster.csv"
    roster.write_text(f"{ROSTER}N004,東灯信用金庫,shinkin\n", encoding="utf-8")
    assert issue()[0] == 0
    after = {path.name: path.read_bytes() for path in (tmp_path / "forms").iterdir()}
    assert after.keys() - before.keys() == {"N004.xlsx", "N004.txt"}
    assert all(after[name] == before[name] for name in before if name.startswith("N"))


def test_a_form_that_was_filled_in_since_is_never_overwritten(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    issue()
    filled = answered(tmp_path / "forms/N001.xlsx").save()
    (tmp_path / "forms/N001.xlsx").write_bytes(filled)
    code, _, err = issue()
    assert code == 74
    assert "N001.xlsx" in err
    assert (tmp_path / "forms/N001.xlsx").read_bytes() == filled


def test_an_interrupted_run_is_completed_by_the_same_command(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    issue()
    before = {path.name: path.read_bytes() for path in (tmp_path / "forms").iterdir()}
    register = tmp_path / "forms/issued.csv"
    begun = register.read_bytes().split(b"\r\n")[0] + b"\r\n"  # as it is before the first form
    for lost in ({"mail.csv", "N002.xlsx", "N002.txt"}, set[str]()):
        register.write_bytes(begun)
        for name in lost:
            (tmp_path / "forms" / name).unlink()
        assert issue()[0] == 0
        assert {path.name: path.read_bytes() for path in (tmp_path / "forms").iterdir()} == before
    register.write_bytes(begun)
    (tmp_path / "forms/N002.xlsx").write_bytes(b"somebody's")
    assert issue()[0] == 74
    assert (tmp_path / "forms/N002.xlsx").read_bytes() == b"somebody's"


def test_a_folder_of_something_else_is_left_alone(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms/diary.txt").write_text("x", encoding="utf-8")
    assert issue()[0] == 74
    assert [path.name for path in (tmp_path / "forms").iterdir()] == ["diary.txt"]


@pytest.mark.parametrize(
    ("roster", "line"),
    [
        pytest.param("id,name,sector,email\nN1,x,shinkin,a b@c.example\n", ":2:14: ", id="blank"),
        pytest.param("id,name,sector,email\nN1,x,shinkin,nobody\n", ":2:14: ", id="no address"),
        pytest.param(
            "id,name,sector,status\nN1,x,shinkin,withdrawn\n", "roster.csv: ", id="nobody"
        ),
    ],
)
def test_a_roster_that_cannot_be_written_to_is_refused_before_anything_is_made(
    issue: Callable[..., tuple[int, str, str]], tmp_path: Path, roster: str, line: str
) -> None:
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    code, _, err = issue()
    assert code == 3
    assert line in err
    assert not (tmp_path / "forms").exists()


def test_a_number_is_read_aloud_without_doubt() -> None:
    numbers = {form_number("2026", f"N{number}") for number in range(2_000)}
    assert len(numbers) == 2_000
    assert not set("ILOU") & set("".join(numbers))
    assert form_number("2026", "n1") == form_number("2026", "N1") != form_number("2027", "N1")
