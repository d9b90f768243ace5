"""One campaign's folder: material, what institutions send, and the commands of the program.

Everything that is done is also noted in `story.json`, from which `check.py` computes what has to
come out.
"""

import csv
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from material import as_filled, read_rows
from writers import (
    FillJob,
    Tools,
    enter,
    fill,
    fill_form,
)

from forms import Cell, tables

JAPAN = timezone(timedelta(hours=9))
ROSTER = (
    "id", "name", "sector", "bureau", "route", "extended_to", "status", "merged_into", "size",
    "answers_seen_by", "email", "contact", "group",
)  # fmt: skip
NOTHING: Mapping[str, str] = MappingProxyType({})
RECEIVED = ("path", "received_at", "channel", "sender", "version", "institutions", "decision")


class Campaign:
    """A campaign and its folder.

    Args:
        folder: of this campaign.
        year: of the campaign; it is its id too.
        count: institutions that answer.
        seed: decides all that is drawn.
        tools: the writers that are there.
        previous: the campaign before; None for the first.

    Attributes:
        roster: by id, in the order of the roster.
        answers: as each institution would answer, by id.
        received: lines of the list of receipts.
        passwords: lines of the list of passwords.
        mails: how many have come in.
        story: what is noted for the check.
    """

    def __init__(
        self,
        folder: Path,
        year: int,
        count: int,
        seed: int,
        tools: Tools,
        previous: "Campaign | None" = None,
    ) -> None:
        self.folder = folder
        self.year = year
        self.tools = tools
        self.previous = previous
        self.roster: dict[str, dict[str, str]] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.story: dict[str, Any] = {"year": year, "files": [], "corrections": [], "stages": []}
        self.received: list[dict[str, str]] = []
        self.passwords: list[tuple[str, str]] = []
        self._seed, self._count = seed, count
        self.mails = 0
        self.inbox, self.out = folder / "inbox", folder / "out"
        self.scratch = folder / "work"
        for name in ("inbox/mail", "inbox/portal", "inbox/archive", "work/filled", "work/sent"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def random(self, *of: object) -> random.Random:
        """Return a source of chance that depends on seed, year and the names given."""
        return random.Random(f"{self._seed}/{self.year}/{'/'.join(map(str, of))}")  # noqa: S311 - nothing secret

    def day(self, month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
        """Return a moment of the campaign's year, in Japan."""
        return datetime(self.year, month, day, hour, minute, tzinfo=JAPAN)

    # The material

    def draw(self) -> None:
        """Draw institutions and answers, and write roster and campaign file."""
        drawn = self.scratch / "drawn"
        self.cssa(
            "population", "generate", "--institutions", self._count, "--seed", self._seed,
            "--campaign", self.year, "--no-forms", "-o", drawn,
        )  # fmt: skip
        shutil.copy(drawn / "campaign.yaml", self.folder / "campaign.yaml")
        for path in sorted((drawn / "answers").glob("*.yaml")):
            self.answers[path.stem] = as_filled(yaml.safe_load(path.read_text("utf-8")))
        for number, row in enumerate(read_rows(drawn / "roster.csv")):
            self.roster[row["id"]] = self._entry(number, row)
        self.write_lists()

    def _entry(self, number: int, row: Mapping[str, str]) -> dict[str, str]:
        """Return a line of the roster with what the office adds to it."""
        before = self.previous.roster.get(row["id"]) if self.previous else None
        sector = row["sector"].replace("_", "")
        place = sum(entry["sector"] == row["sector"] for entry in self.roster.values()) + 1
        domain = f"{sector}{place:02}" + (f"y{self.year}" if self.previous else "")
        group = f"架空フィナンシャルグループ{number % 4 + 1}" if sector.endswith("bank") else ""
        return {name: row.get(name, "") for name in ROSTER} | {
            "size": str(int(float(self.answers[row["id"]]["institution"]["size"]))),
            "email": before["email"] if before else f"tantou@{domain}.example",
            "contact": "サイバーセキュリティ担当",
            "group": group,
        }

    def write_lists(self) -> None:
        """Write the roster and the list of receipts as they now stand."""
        for name, columns, rows in (
            ("roster.csv", ROSTER, list(self.roster.values())),
            ("received.csv", RECEIVED, self.received),
        ):
            with (self.folder / name).open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.DictWriter(stream, columns, restval="")
                writer.writeheader()
                writer.writerows(rows)

    # The commands

    def cssa(self, *args: object, codes: Iterable[int] = (0,)) -> int:
        """Run the program in the campaign's folder, and stop on an exit code not expected."""
        started = datetime.now(JAPAN)
        done = subprocess.run(
            [sys.executable, "-m", "cssa", *map(str, args), "--lang", "ja"],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = (datetime.now(JAPAN) - started).total_seconds()
        line = " ".join(map(str, args))
        with (self.folder / "commands.log").open("a", encoding="utf-8") as log:
            log.write(f"$ cssa {line}   # {done.returncode}, {seconds:.1f} s\n")
            log.write(f"{done.stdout}{done.stderr}\n")
        if done.returncode not in codes:
            raise SystemExit(f"cssa {line}: exit code {done.returncode}\n{done.stderr[-3000:]}")
        return done.returncode

    def issue(self) -> None:
        """Make the forms that go out."""
        asked = ["batch", "issue", "--roster", "roster.csv", "--campaign", "campaign.yaml"]
        self.cssa(*asked, "-o", "forms", "--as-of", f"{self.year}-10-01", *self._compared)

    @property
    def _compared(self) -> list[object]:
        return ["--previous", self.previous.out] if self.previous else []

    def try_run(self, *more: object, codes: Iterable[int] = (0, 3)) -> int:
        """Run the batch on the inbox; return the exit code."""
        self.write_lists()
        protected: list[object] = []
        if self.passwords:
            path = self.folder / "passwords.csv"
            path.touch(0o600)
            lines = [f"{sender},{password}" for sender, password in self.passwords]
            path.write_text("\n".join(["sender,password", *lines, ""]), "utf-8")
            protected = ["--passwords", "passwords.csv"]
        return self.cssa(
            "batch", "run", "inbox", "-o", "out", "--campaign", "campaign.yaml", "--roster",
            "roster.csv", "--received", "received.csv", *protected, *self._compared, *more,
            codes=codes,
        )  # fmt: skip

    def run(self, stage: str, *more: object) -> None:
        """Take in what has come, and keep the ledger of this stage for the check."""
        code = self.try_run(*more)
        kept = self.scratch / f"ledger-{stage}.json"
        shutil.copy(self.out / "private" / "ledger.json", kept)
        returns = self.scratch / f"returns-{stage}"
        returns.mkdir()
        for path in (self.out / "returns").glob("*"):
            shutil.copy(path, returns)
        self.story["stages"].append({"stage": stage, "code": code})
        self.save()

    def remind(self, stage: str, day: date) -> None:
        """Make the letters of a day, which follow from the last run."""
        self.cssa("batch", "remind", "out", "--on", day, "--as-of", day, "--eml")
        self.story.setdefault("reminded", {})[stage] = day.isoformat()

    def save(self) -> None:
        """Write the story."""
        text = json.dumps(self.story, ensure_ascii=False, indent=1)
        (self.folder / "story.json").write_text(text, "utf-8")

    # What institutions do

    def fill(self, jobs: Mapping[str, list[tuple[str, str, dict[str, Any]]]]) -> None:
        """Fill issued forms in, as ``work/sent/NAME.xlsx``, the answers beside them.

        Args:
            jobs: by writer, the institution, the name and the answers of each form.
        """
        asked: dict[str, list[FillJob]] = {}
        for writer, forms in jobs.items():
            for institution, name, filled in forms:
                self.note_filled(name, filled)
                issued = self.folder / "forms" / f"{institution}.xlsx"
                asked.setdefault(writer, []).append(FillJob(issued, self.sent(name), filled))
        counts = fill(asked, self.tools, self.scratch)
        self.story.setdefault("writers", []).append(counts)

    def refilled(
        self, issued_to: str, name: str, of: str, filled: dict[str, Any] | None = None
    ) -> Path:
        """Fill the form issued to one institution with answers, by default those of another.

        Args:
            issued_to: whose form it is.
            name: of the file in ``work/sent``, and of its answers.
            of: whose answers it gets.
            filled: other answers than those.
        """
        answers = filled or self.answers[of]
        self.note_filled(name, answers)
        issued = self.folder / "forms" / f"{issued_to}.xlsx"
        fill_form(FillJob(issued, self.sent(name), answers))
        return self.sent(name)

    def split(self, institution: str, name: str = "parts", *more: object) -> Path:
        """Make the forms of an institution's departments, the cover filled in; return their folder.

        Args:
            institution: whose.
            name: of the folder.
            more: further options of ``form new``.
        """
        filled = self.answers[institution]
        folder = self.scratch / name / institution
        folder.mkdir(parents=True)
        cover = folder / "cover.yaml"
        cover.write_text(yaml.safe_dump(filled | {"answers": {}}, allow_unicode=True), "utf-8")
        self.note_filled(institution, filled)
        self.cssa(
            "form", "new", "--campaign", "campaign.yaml", "--answers", cover, "--split", "owner",
            "-o", folder / "form.xlsx", *more,
        )  # fmt: skip
        return folder

    def sent(self, name: str) -> Path:
        """Return where a filled form is kept until it is sent."""
        return self.scratch / "sent" / f"{name}.xlsx"

    def note_filled(self, name: str, filled: Mapping[str, Any]) -> Path:
        """Keep the answers that a form is filled in with."""
        path = self.scratch / "filled" / f"{name}.json"
        path.write_text(json.dumps(filled, ensure_ascii=False), "utf-8")
        return path

    def overwrite(self, form: Path, practice: str, code: str, value: str | int) -> None:
        """Enter something into a form by hand, whatever it is."""
        table = next(table for table in tables(form, "cssa:answers") if practice in table.rows)
        kind = "n" if isinstance(value, int) else "s"
        enter(form, [Cell(table.sheet, table.address(practice, code), kind, value)])

    def list_receipt(self, path: str, received: datetime, **more: str) -> None:
        """Add a line to the list of receipts; ``more`` are further columns."""
        self.received.append({"path": path, "received_at": f"{received:%Y-%m-%d %H:%M}", **more})

    def note_file(
        self,
        path: str,
        content: Path | None,
        stage: str,
        institution: str,
        received: datetime,
        *,
        filled: Path | None = None,
        version: int = 1,
        states: Mapping[str, str] = NOTHING,
        is_reply: bool = False,
        is_parts: bool = False,
    ) -> None:
        """Note a file that is in the inbox, for the check.

        Args:
            path: as the ledger shows it.
            content: the file itself; None where nothing asks for its hash.
            stage: the first run that reads it.
            institution: whose it is; empty where nothing tells.
            received: when it counts as received.
            filled: the answers in it.
            version: as its sender counts.
            states: by run, where they do not follow from the answers and the day.
            is_reply: whether it is a reply form.
            is_parts: whether it is one of the forms of departments.
        """
        self.story["files"].append(
            {
                "path": path,
                "sha256": content and sha256(content.read_bytes()).hexdigest(),
                "stage": stage,
                "institution": institution,
                "received": f"{received:%Y-%m-%dT%H:%M}",
                "version": version,
                "filled": filled and str(filled.relative_to(self.folder)),
                "states": dict(states),
                "is_reply": is_reply,
                "is_parts": is_parts,
            }
        )

    def note_institution(self, institution: str, stage: str, **noted: object) -> None:
        """Note how an institution stands from a run on: ``state``, ``marks`` or ``letter``."""
        of_institution = self.story.setdefault("institutions", {}).setdefault(institution, {})
        of_institution[stage] = noted
