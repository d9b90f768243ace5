"""A small campaign in a folder of its own, from which letters and packages are written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.batch.institutions import CHECKLIST, submit

Inline = Callable[..., Any]

ON = "2026-11-16"
"""A day before the deadline."""

CAMPAIGN = """\
schema: cssa.campaign/1
id: "2026"
title: {ja: 自己点検, en: Self-assessment}
deadline: 2026-11-20
cut_off: 2026-12-18
issuer: {ja: 架空の事務局, en: The Fictional Office}
contact: {ja: "担当 desk@example.invalid", en: "Desk, desk@example.invalid"}
marking: {ja: 機密性2, en: Level 2}
retain_until: 2029-03-31
"""
PUBLISHED_ON = "2026-12-19"
APPROVAL = ("--approved-by", "理事会", "--on", PUBLISHED_ON, "--as-of", PUBLISHED_ON)
HEADINGS = "id,name,sector,bureau,route,extended_to,status,answers_seen_by,email,contact\n"


class Campaign:
    """A campaign with inbox, roster, list of receipts and OUT.

    Args:
        root: of its files.
        cssa: runs the program.
    """

    def __init__(self, root: Path, cssa: Inline) -> None:
        self.root, self.inbox, self.out = root, root / "in", root / "out"
        self.campaign, self.roster = root / "campaign.yaml", root / "roster.csv"
        self.received = root / "received.csv"
        self.cssa = cssa
        self._entries: dict[str, dict[str, str]] = {}
        self._receipts: list[str] = []
        self.inbox.mkdir(parents=True, exist_ok=True)
        self.campaign.write_text(CAMPAIGN, encoding="utf-8")

    def expect(self, number: int, **more: str) -> str:
        """Put an institution on the roster; return its id."""
        ident = f"N{number:03}"
        values = {"id": ident, "name": f"架空第{number}信用金庫", "sector": "shinkin", **more}
        self._entries[ident] = values
        columns = HEADINGS.strip().split(",")
        lines = [
            ",".join(entry.get(column, "") for column in columns)
            for entry in self._entries.values()
        ]
        self.roster.write_text(HEADINGS + "\n".join(lines) + "\n", encoding="utf-8")
        return ident

    def send(
        self, number: int, at: str = "2026-11-10 10:00", version: int = 1, **more: Any
    ) -> Path:
        """Put an institution's answers into the inbox, with a receipt; return the file."""
        path = submit(self.inbox, number, campaign="2026", **more)
        self.receive(path, at, version)
        return path

    def receive(self, path: Path, at: str = "2026-11-10 10:00", version: int = 1) -> None:
        """Add a line to the list of receipts."""
        self._receipts.append(f"{path.name},{at},{version}")
        text = "path,received_at,version\n" + "\n".join(self._receipts) + "\n"
        self.received.write_text(text, encoding="utf-8")

    def put(self, name: str, data: bytes, at: str = "2026-11-10 10:00") -> Path:
        """Put any file into the inbox, with a receipt; return it."""
        path = self.inbox / name
        path.write_bytes(data)
        self.receive(path, at)
        return path

    def run(self, *more: object, lang: str = "en") -> Any:
        """Take in what is in the inbox."""
        lists = ("--campaign", self.campaign, "--roster", self.roster)
        receipts = ("--received", self.received) if self.received.exists() else ()
        asked = ("-o", self.out, "-c", CHECKLIST, *lists, *receipts, *more)
        return self.cssa("batch", "run", self.inbox, *asked, lang=lang)

    def publish(self) -> Any:
        return self.cssa("batch", "publish", self.out, *APPROVAL, lang="en")

    def remind(self, on: str = ON, *more: object, lang: str = "en") -> Any:
        asked = ("--on", on, "--as-of", on, *more)
        return self.cssa("batch", "remind", self.out, *asked, lang=lang)

    def deliver(self, on: str, folder: Path, *more: object, lang: str = "en") -> Any:
        asked = ("-o", folder, "--on", on, "--as-of", on, *more)
        return self.cssa("batch", "deliver", self.out, *asked, lang=lang)

    def purge(self, on: str, *more: object, lang: str = "en") -> Any:
        asked = ("--on", on, "--as-of", on, *more)
        return self.cssa("batch", "purge", self.out, *asked, lang=lang)

    def reminders(self, on: str = ON) -> Path:
        return self.out / "reminders" / on

    def letter(self, ident: str, on: str = ON) -> str:
        return (self.reminders(on) / f"{ident}.txt").read_text(encoding="utf-8-sig")

    def log(self, name: str) -> list[dict[str, Any]]:
        """Return the entries of a log."""
        data = (self.out / "private" / f"{name}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in data.splitlines()]
