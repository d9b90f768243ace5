"""Extensions: a later deadline for one institution, with its reason and who approved it."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.institutions import CHECKLIST, submit
from tests.program import Run

from cssa.batch.followup import load_queries
from cssa.batch.outputs.folder import OutFolder
from cssa.messages import LANGS

Inline = Callable[..., Run]

CAMPAIGN = """\
schema: cssa.campaign/1
id: "2026"
title: {ja: 自己点検, en: Self-assessment}
base_date: 2026-09-30
deadline: 2026-11-20
cut_off: 2026-12-18
coverage_floor: 0.5
"""
HEADINGS = "id,name,sector,route,extended_to,extension_reason,extension_approved_by"
REASON, APPROVER = "基幹システムの更改", "検査課長"
ENTRIES = {
    1: ("2026-12-04", REASON, APPROVER),
    2: ("2026-12-04", REASON, ""),
    3: ("2027-01-15", REASON, APPROVER),
    4: ("", "", ""),
}


class Extended:
    """A campaign in which some deadlines were extended.

    Args:
        root: of its files.
        cssa: runs the program.
    """

    def __init__(self, root: Path, cssa: Inline) -> None:
        self.root, self.out, self.cssa = root, root / "out", cssa
        self.roster, self.inbox = root / "roster.csv", root / "in"
        (root / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
        self.expect(ENTRIES)
        self._received: list[str] = []

    def expect(self, entries: dict[int, tuple[str, str, str]], headings: str = HEADINGS) -> None:
        rows = [
            ",".join((f"N{number:03}", f"架空第{number}信用金庫", "shinkin", "中央機関", *entry))
            for number, entry in entries.items()
        ]
        self.roster.write_text("\n".join((headings, *rows, "")), encoding="utf-8")

    def send(self, number: int, on: str) -> None:
        submit(self.inbox, number, campaign="2026")
        self._received.append(f"N{number:03}.yaml,{on} 10:00")
        lines = "\n".join(("path,received_at", *self._received, ""))
        (self.root / "received.csv").write_text(lines, encoding="utf-8")

    @property
    def _lists(self) -> tuple[object, ...]:
        return ("--campaign", self.root / "campaign.yaml", "--roster", self.roster)

    def run(self, *more: object, lang: str = "ja") -> Run:
        self.inbox.mkdir(exist_ok=True)
        received = self.root / "received.csv"
        named = ("--received", received) if received.exists() else ()
        options = ("-o", self.out, "-c", CHECKLIST, *self._lists, *named, *more)
        return self.cssa("batch", "run", self.inbox, *options, lang=lang)

    def issue(self, lang: str = "ja") -> Run:
        options = (*self._lists, "-c", CHECKLIST, "-o", self.root / "forms")
        return self.cssa("batch", "issue", *options, lang=lang)

    def remind(self, on: str, lang: str = "ja") -> dict[str, str]:
        done = self.cssa("batch", "remind", self.out, "--on", on, "--as-of", on, lang=lang)
        assert done.code == 0, done.err
        folder = self.out / "reminders" / on
        return {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8-sig")
            for path in folder.rglob("*.txt")
        }

    @property
    def institutions(self) -> dict[str, dict[str, Any]]:
        ledger = json.loads((self.out / "private/ledger.json").read_bytes())
        return {row["id"]: row for row in ledger["institutions"]}


@pytest.fixture
def extended(tmp_path: Path, cssa_inline: Inline) -> Extended:
    return Extended(tmp_path, cssa_inline)


def test_the_ledger_has_reason_and_approver(extended: Extended) -> None:
    extended.send(1, "2026-12-01")
    assert extended.run().code == 0
    row = extended.institutions["N001"]
    assert (row["extended_to"], row["extension_reason"], row["extension_approved_by"]) == (
        "2026-12-04",
        REASON,
        APPROVER,
    )
    assert extended.institutions["N004"]["extension_reason"] is None
    book = load_workbook(extended.out / "private/ledger.xlsx")
    shown = [cell.value for row in book.worksheets[0] for cell in row]
    assert {"延長の理由", "延長の承認者", REASON, APPROVER} <= {*shown}
    text = (extended.out / "private/ledger.csv").read_text(encoding="utf-8-sig")
    first = next(row for row in csv.DictReader(io.StringIO(text)) if row["institution"] == "N001")
    assert (first["extension_reason"], first["extension_approved_by"]) == (REASON, APPROVER)


@pytest.mark.parametrize("lang", LANGS)
def test_an_extension_without_reason_or_approver_is_named_to_the_clerk(
    extended: Extended, lang: str
) -> None:
    done = extended.run(lang=lang)
    words = {"ja": "延長の理由又は承認者の記録がないもの 1件（例：N002）", "en": "first: N002"}
    assert words[lang] in done.out
    marks = {ident: row["marks"] for ident, row in extended.institutions.items()}
    assert [ident for ident, own in marks.items() if "extension_unexplained" in own] == ["N002"]


@pytest.mark.parametrize("headings", [HEADINGS[: HEADINGS.index(",extension")], HEADINGS])
def test_a_roster_that_records_neither_is_accepted_as_it_is(
    extended: Extended, headings: str
) -> None:
    columns = headings.count(",") - 3
    extended.expect({1: ("2026-12-04", "", "")[:columns]}, headings)  # type: ignore[dict-item]
    done = extended.run()
    is_recorded = columns == 3
    assert ("承認者の記録がない" in done.out) is is_recorded
    assert ("extension_unexplained" in extended.institutions["N001"]["marks"]) is is_recorded


@pytest.mark.parametrize("entry", [("", "", APPROVER), ("", REASON, "")])
def test_an_approver_of_nothing_is_refused_at_its_cell(
    extended: Extended, entry: tuple[str, str, str]
) -> None:
    extended.expect({1: entry})
    for done in (extended.run(lang="en"), extended.issue(lang="en")):
        assert done.code == 3
        assert "roster.csv:2:" in done.err
        assert next(filter(None, entry)) in done.err
    assert not (extended.root / "forms").exists()
    assert not (extended.out / "private/ledger.json").exists()


def test_the_cut_off_is_never_extended(extended: Extended) -> None:
    """Within the extension, but after the cut-off: accepted, with a feedback report only."""
    extended.send(1, "2026-12-04")
    extended.send(3, "2027-01-10")
    extended.send(4, "2026-12-04")
    assert extended.run("--formats", "json").code == 0
    rows = extended.institutions
    states = {ident: (rows[ident]["state"], rows[ident]["left_out"]) for ident in rows}
    assert states == {
        "N001": ("accepted", None),
        "N002": ("missing", None),
        "N003": ("accepted", "cut_off"),
        "N004": ("late", None),
    }
    assert rows["N003"]["marks"] == ["extended", "extended_beyond_cut_off"]
    assert "extended_beyond_cut_off" not in rows["N001"]["marks"]
    assert (extended.out / "feedback/N003/feedback.json").exists()
    book = load_workbook(extended.out / "private/ledger.xlsx")
    shown = "\n".join(str(cell.value) for row in book.worksheets[0] for cell in row)
    assert "含まない（締切後。還元資料のみ）" in shown
    assert "延長期限が集計の締切より後" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_letters_give_the_deadline_that_applies_and_never_the_reason(
    extended: Extended, lang: str
) -> None:
    assert extended.issue(lang).code == 0
    assert extended.run(lang=lang).code == 4
    only = {"ja": "還元資料のみ", "en": "feedback report only"}[lang]
    deadlines = {
        "ja": (
            "ご提出期限：2026年12月4日",
            "ご提出期限：2027年1月15日",
            "ご提出期限：2026年11月20日",
        ),
        "en": ("Deadline: 2026-12-04", "Deadline: 2027-01-15", "Deadline: 2026-11-20"),
    }[lang]
    reminders = extended.remind("2026-11-16", lang)
    forms = extended.root / "forms"
    issued = {path.name: path.read_text(encoding="utf-8-sig") for path in forms.glob("N*.txt")}
    for letters in (reminders, issued):
        for ident, deadline in zip(("N001", "N003", "N004"), deadlines, strict=True):
            assert deadline in letters[f"{ident}.txt"]
            assert (only in letters[f"{ident}.txt"]) is (ident == "N003")
    route = reminders["routes/1.txt"].splitlines()
    assert [only in line for line in route if "(N003" in line or "（N003" in line] == [True]
    assert [only in line for line in route if "(N001" in line or "（N001" in line] == [False]
    written = [*reminders.values(), *issued.values()]
    written += [(forms / "mail.csv").read_text(encoding="utf-8-sig")]
    assert not [text for text in written if REASON in text or APPROVER in text]
    after = extended.remind("2026-12-20", lang)
    closed = {"ja": "貴機関の還元資料は作成いたします", "en": "still receive a feedback report"}[
        lang
    ]
    assert closed in after["N003.txt"]


def test_a_form_that_goes_back_has_the_same_deadline(extended: Extended) -> None:
    submit(extended.inbox, 3, {"1-1": 9}, campaign="2026")
    assert extended.run().code == 4
    letter = (extended.out / "returns/N003.txt").read_text(encoding="utf-8-sig")
    assert "ご提出期限：2027年1月15日" in letter
    assert "還元資料のみ" in letter
    assert REASON not in letter


def test_who_assessed_itself_within_its_extension_is_not_asked_why(extended: Extended) -> None:
    for number in (3, 4):
        submit(extended.inbox, number, campaign="2026", assessed_on="2027-01-10")
    assert extended.run().code == 0
    asked = {
        ident: {query.code for query in load_queries(ident, OutFolder(extended.out)).queries}
        for ident in ("N003", "N004")
    }
    assert asked["N004"] - asked["N003"] == {"assessed_late"}


@pytest.mark.parametrize("is_pseudonymous", [False, True])
def test_database_and_tables_have_them_unless_under_pseudonyms(
    extended: Extended, *, is_pseudonymous: bool
) -> None:
    extended.send(1, "2026-12-01")
    key = extended.root / "key"
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    named = ("--key", key) if is_pseudonymous else ()
    assert extended.run(*named).code == 0
    recorded = ("2026-12-04", REASON, APPROVER)
    with closing(sqlite3.connect(extended.out / "private/population.sqlite")) as store:
        rows = store.execute(
            "SELECT extended_to, extension_reason, extension_approved_by FROM institution"
        ).fetchall()
    assert (recorded in rows) is not is_pseudonymous
    tables = extended.root / "tables"
    assert extended.cssa("batch", "export", extended.out, "-o", tables).code == 0
    text = (tables / "institutions.csv").read_text(encoding="utf-8-sig")
    exported = [
        (row["extended_to"], row["extension_reason"], row["extension_approved_by"])
        for row in csv.DictReader(io.StringIO(text))
    ]
    assert (recorded in exported) is not is_pseudonymous
    assert (REASON in text) is not is_pseudonymous
