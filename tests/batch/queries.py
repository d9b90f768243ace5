"""A small campaign that is asked about: its inbox, review, letters and reply forms."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from tests.batch.institutions import CHECKLIST, submit
from tests.program import Run

Runner = Callable[..., Run]

COUNT = 12
NAMES = {f"N{number:03}": f"架空第{number}信用金庫" for number in range(1, COUNT + 1)}
ASKED = "1-1"
"""A practice that every institution answers with level 5 and without evidence."""


@dataclass(frozen=True)
class Campaign:
    """A campaign in a folder."""

    folder: Path
    runner: Runner
    lang: str = "en"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def inbox(self) -> Path:
        return self.folder / "in"

    def start(self) -> "Campaign":
        for number in range(1, COUNT + 1):
            submit(self.inbox, number, {ASKED: 5}, campaign="2026")
        lines = ["id,name,sector,email,contact"]
        lines += [
            f"{ident},{name},shinkin,{ident}@example.invalid,監査部"
            for ident, name in NAMES.items()
        ]
        (self.folder / "roster.csv").write_text("\n".join(lines), "utf-8")
        (self.folder / "campaign.yaml").write_text(
            'schema: cssa.campaign/1\nid: "2026"\ntitle: {ja: 点検2026, en: Assessment 2026}\n'
            "deadline: 2026-11-20\ncut_off: 2026-12-18\n"
            "contact: {ja: 点検担当 03-0000-0000, en: Desk 03-0000-0000}\n",
            "utf-8",
        )
        self.run()
        return self

    def call(self, *asked: object) -> tuple[int, str, str]:
        done = self.runner(*asked, lang=self.lang)
        return done.code, done.out, done.err

    def run(self, *more: object, code: int = 0) -> str:
        lists: list[object] = ["--campaign", self.folder / "campaign.yaml"]
        lists += ["--roster", self.folder / "roster.csv"]
        received = self.folder / "received.csv"
        if received.exists():
            lists += ["--received", received]
        done, out, err = self.call(
            "batch", "run", self.inbox, "-o", self.out, *lists, "--checklist", CHECKLIST,
            "--formats", "json", "--workers", 1, *more,
        )  # fmt: skip
        assert done == code, out + err
        return out + err

    def query(self, on: str = "2026-11-25", *more: object, code: int = 0) -> str:
        done, out, err = self.call("batch", "query", self.out, "--on", on, *more)
        assert done == code, out + err
        return out + err

    def letter(self, institution: str, round_: str = "2026-11-25") -> str:
        path = self.out / "queries" / round_ / f"{institution}.txt"
        return path.read_text("utf-8-sig")

    def form(self, institution: str, round_: str = "2026-11-25") -> Path:
        """Return the reply form that an institution was sent."""
        return self.out / "queries" / round_ / f"{institution}-reply-{round_}.xlsx"

    def mails(self, round_: str = "2026-11-25") -> list[dict[str, str]]:
        text = (self.out / "queries" / round_ / "query.csv").read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def case(self, institution: str) -> dict[str, Any]:
        case: dict[str, Any] = json.loads(
            (self.out / "private/cases" / f"{institution}.json").read_bytes()
        )
        return case

    def question(self, institution: str, practice: str | None = ASKED) -> dict[str, Any]:
        questions = self.case(institution)["questions"]
        (question,) = [item for item in questions if item["practice"] == practice]
        return dict(question)

    def reply(
        self,
        institution: str,
        name: str = "",
        round_: str = "2026-11-25",
        *,
        practice: str = ASKED,
        **entries: Any,
    ) -> Path:
        """Fill in a reply form and put it into the inbox."""
        book = load_workbook(self.form(institution, round_))
        sheet = book.worksheets[0]
        columns = {cell.value: cell.column for cell in sheet[4]}
        row = next(
            number
            for number in range(6, sheet.max_row + 1)
            if str(sheet.cell(number, 1).value).startswith(f"{practice} ")
        )
        for code, value in entries.items():
            sheet.cell(row, columns[code]).value = value
        path = self.inbox / (name or f"reply-{institution}.xlsx")
        book.save(path)
        return path

    def enter(self, institution: str, practice: str = ASKED, **entries: Any) -> int:
        """Enter something into the review; return the number of the row."""
        path = self.out / "private/review.xlsx"
        book = load_workbook(path)
        sheet = book.worksheets[0]
        columns = {cell.value: cell.column for cell in sheet[3]}
        row = next(
            number
            for number in range(5, sheet.max_row + 1)
            if sheet.cell(number, columns["institution"]).value == institution
            and sheet.cell(number, columns["practice"]).value == practice
            and sheet.cell(number, 1).value
        )
        for code, value in entries.items():
            sheet.cell(row, columns[code]).value = value
        book.save(path)
        return row

    def add(self, **entries: Any) -> int:
        """Fill in the first blank row of the review; return its number."""
        path = self.out / "private/review.xlsx"
        book = load_workbook(path)
        sheet = book.worksheets[0]
        columns = {cell.value: cell.column for cell in sheet[3]}
        row = next(
            number
            for number in range(5, sheet.max_row + 1)
            if not sheet.cell(number, 1).value and not sheet.cell(number, 2).value
        )
        for code, value in entries.items():
            sheet.cell(row, columns[code]).value = value
        book.save(path)
        return row

    def shown(self, institution: str, practice: str = ASKED) -> dict[str, Any]:
        """Return a row of the review by column."""
        sheet = load_workbook(self.out / "private/review.xlsx").worksheets[0]
        codes = [cell.value for cell in sheet[3]]
        for cells in sheet.iter_rows(min_row=5, values_only=True):
            row = dict(zip(codes, cells, strict=True))
            if row["institution"] == institution and row["practice"] == practice:
                return row
        raise AssertionError(institution)

    def level(self, institution: str, practice: str = ASKED) -> int | None:
        report = json.loads((self.out / "feedback" / institution / "feedback.json").read_bytes())
        levels: dict[str, int | None] = {
            item["id"]: item["level"]
            for domain in report["result"]["domains"]
            for item in domain["practices"]
        }
        return levels[practice]

    def states(self) -> dict[str, str]:
        """Return the state of every file by its name."""
        ledger = json.loads((self.out / "private/ledger.json").read_bytes())
        return {Path(file["path"]).name: file["state"] for file in ledger["files"]}

    def reasons(self, name: str) -> list[str]:
        ledger = json.loads((self.out / "private/ledger.json").read_bytes())
        return [
            reason["code"]
            for file in ledger["files"]
            if Path(file["path"]).name == name
            for reason in file["reasons"]
        ]
