"""What faults are planted with: institutions, forms, mails, and notes for the check."""

import json
import shutil
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from campaign import Campaign
from openpyxl import load_workbook
from writers import Attachment, FillJob, Mail, enter, fill_form, write_mails

from forms import Cell, tables

SECTORS = ("shinkin", "shinkumi", "regional_bank")
Plant = Callable[["Planting"], None]


class Fault(NamedTuple):
    """A fault and when it is planted.

    Attributes:
        year: of the three, from 1.
        stage: ``roster``, or the run before which it is planted.
        institutions: those that the fault sends for, such as ``shinkin#4``.
    """

    id: str
    year: int
    stage: str
    institutions: tuple[str, ...]
    plant: Plant


FAULTS: list[Fault] = []
NAMED = {"shinkin#2"}
"""Institutions that a fault names without sending for them."""


def fault(id_: str, year: int, stage: str, *institutions: str) -> Callable[[Plant], Plant]:
    """Register a fault; one that goes on in a later run is registered again for that."""

    def registered(plant: Plant) -> Plant:
        FAULTS.append(Fault(id_, year, stage, institutions, plant))
        return plant

    return registered


@dataclass
class Sent:
    """A file that is sent.

    Attributes:
        name: under which it is sent.
        institution: whose it is by the documents; empty where nothing tells.
        filled: the answers in it.
        states: that it is to have, by run.
    """

    name: str
    path: Path
    institution: str
    filled: Path | None = None
    states: Mapping[str, str] = field(default_factory=dict)
    version: int = 1


class Planting:
    """Plants faults in one campaign.

    Args:
        campaign: in which they stand.
        stage: the run that reads them first.
    """

    def __init__(self, campaign: Campaign, stage: str) -> None:
        self.campaign = campaign
        self.stage = stage

    # Institutions

    def who(self, ref: str) -> str:
        """Return the id of an institution such as ``shinkin#4``, counted in the first roster.

        One that has left since is replaced by one of its sub-sector that no fault names.
        """
        first = self.campaign
        while first.previous is not None:
            first = first.previous
        sector = ref.partition("#")[0]
        ids = [id_ for id_, entry in first.roster.items() if entry["sector"] == sector]
        by_ref = {f"{sector}#{number}": id_ for number, id_ in enumerate(ids, start=1)}
        named = {name for fault in FAULTS for name in fault.institutions} | NAMED
        roster = self.campaign.roster
        left = [name for name in by_ref if name in named and by_ref[name] not in roster]
        free = [id_ for name, id_ in by_ref.items() if name not in named and id_ in roster]
        return by_ref[ref] if ref not in left else free[left.index(ref)]

    def name(self, institution: str) -> str:
        """Return an institution's name."""
        return self.campaign.roster[institution]["name"]

    def day(self, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
        """Return a moment of the campaign's year; of the year after it before July."""
        moment = self.campaign.day(month, day, hour, minute)
        return moment.replace(year=moment.year + (month < 7))

    # Forms

    def filled(self, institution: str) -> Path:
        """Return the file with the answers that an institution's form is filled in with."""
        return self.campaign.scratch / "filled" / f"{institution}.json"

    def form(self, institution: str, copy: str = "") -> Path:
        """Return an institution's filled form, or a copy of it to be changed."""
        own = self.campaign.sent(institution)
        if not copy:
            return own
        changed = self.campaign.sent(f"{institution}-{copy}")
        shutil.copy(own, changed)
        return changed

    def levels(self, institution: str, copy: str, changes: Mapping[str, int]) -> tuple[Path, Path]:
        """Return a copy of an institution's form with other levels, and the answers in it.

        Args:
            institution: whose form.
            copy: names the copy.
            changes: by practice, how many levels are added.
        """
        filled = deepcopy(self.campaign.answers[institution])
        form = self.form(institution, copy)
        for practice, more in changes.items():
            answer = filled["answers"].setdefault(practice, {"level": 1})
            level = answer["level"] = min(5, max(0, answer.get("level", 1) + more))
            self.campaign.overwrite(form, practice, "answer", level)
        return form, self.campaign.note_filled(f"{institution}-{copy}", filled)

    def generic(self, institution: str, copy: str, **identity: str) -> Path:
        """Return a filled form without a number, as ``form new`` makes it."""
        answers = self.campaign.answers[institution]
        own = {**answers, "institution": {**answers["institution"], **identity}}
        source = self.campaign.scratch / f"{institution}-{copy}.yaml"
        source.write_text(yaml.safe_dump(own, allow_unicode=True), "utf-8")
        form = self.campaign.sent(f"{institution}-{copy}")
        asked = ("form", "new", "--campaign", "campaign.yaml", "--answers", source, "-o", form)
        self.campaign.cssa(*asked)
        return form

    def cover(self, form: Path, **values: str | int) -> None:
        """Enter something on a form's cover, whatever it is; ``id``, ``name`` or ``size``."""
        (table,) = tables(form, "cssa:cover")
        enter(
            form,
            [
                Cell(
                    table.sheet,
                    table.address(f"institution.{key}", "value"),
                    "" if value == "" else "n" if isinstance(value, int) else "s",
                    value,
                )
                for key, value in values.items()
            ],
        )

    def set(self, form: Path, practice: str, **entries: str | int) -> None:
        """Enter something into a practice's row; codes of columns have ``_`` for a dot."""
        for code, value in entries.items():
            self.campaign.overwrite(
                form,
                practice,
                code.replace("_", ".", 1) if code.startswith("treatment_") else code,
                value,
            )

    # Sending

    def file(self, name: str, institution: str, path: Path | None = None, **more: Any) -> Sent:
        """Return a form of an institution under some name; its own form where no path is given."""
        filled = more.pop("filled", self.filled(institution))
        return Sent(name, path or self.form(institution), institution, filled, **more)

    def other(self, name: str, content: bytes, institution: str, **states: str) -> Sent:
        """Return a file that is no form."""
        path = self.campaign.scratch / "sent" / f"{self.campaign.year}-{name.replace('/', '_')}"
        path.write_bytes(content)
        return Sent(
            name, path, institution, states={key[1:]: value for key, value in states.items()}
        )

    def mail(
        self,
        stem: str,
        sender: str,
        received: datetime,
        *files: Sent,
        sent: datetime | None = None,
        has_receipt: bool = True,
    ) -> str:
        """Put a mail with attachments into the inbox; return its path there.

        Args:
            stem: of its name.
            sender: id of an institution, or an address.
            received: when the server took it in.
            files: its attachments.
            sent: what the sender's clock said.
            has_receipt: whether the server's header is there.
        """
        entry = self.campaign.roster.get(sender)
        path = f"mail/{stem}.eml"
        mail = Mail(
            self.campaign.inbox / path,
            entry["email"] if entry else sender,
            "自己点検の回答",
            sent or received - timedelta(minutes=2),
            received if has_receipt else None,
            [Attachment(file.name, file.path) for file in files],
        )
        library = "nodemailer" if len(stem) % 2 else "mimetext"
        write_mails({library: [mail]}, self.campaign.tools, self.campaign.scratch)
        for file in files:
            self.note(f"inbox/{path}!{file.name}", file, received)
        return path

    def raw(self, stem: str, content: bytes) -> str:
        """Put a mail into the inbox that was written line by line; return its path there."""
        path = f"mail/{stem}.eml"
        (self.campaign.inbox / path).write_bytes(content)
        return path

    def put(self, path: str, file: Sent, received: datetime) -> None:
        """Put a file into the inbox as it is."""
        target = self.campaign.inbox / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file.path, target)
        self.note(f"inbox/{path}", file, received)

    def note(self, path: str, file: Sent, received: datetime) -> None:
        """Note a file for the check."""
        self.campaign.note_file(
            path,
            file.path,
            self.stage,
            file.institution,
            received,
            filled=file.filled,
            version=file.version,
            states=file.states,
        )

    def noted(self, path: str) -> dict[str, Any]:
        """Return what is noted of a file, to be changed."""
        return next(file for file in self.campaign.story["files"] if file["path"] == path)

    def observe(self, what: str, *, holds: bool) -> None:
        """Note something that was looked at, and whether it was as it has to be."""
        self.campaign.story.setdefault("observed", []).append([what, holds])

    def refused_run(self, what: str) -> None:
        """Run on what the program has to refuse, with exit code 3 and everything as it was."""
        ledger = self.campaign.out / "private" / "ledger.json"
        before = ledger.read_bytes()
        self.campaign.try_run(codes=(3,))
        self.observe(f"{what}: nothing written", holds=ledger.read_bytes() == before)

    def stands(self, institution: str, **noted: object) -> None:
        """Note how an institution stands from this run on."""
        self.campaign.note_institution(institution, self.stage, **noted)

    def marked(self, institution: str, *cells: str) -> None:
        """Note the cells that are red in the form which goes back, such as ``2.3.1-2 answer``."""
        self.campaign.story.setdefault("marked", {}).setdefault(self.stage, {})[institution] = cells

    # The review

    def review(self, *rows: Mapping[str, str | int | None]) -> None:
        """Enter corrections into the review: in the row of an answer, else in a blank one."""
        path = self.campaign.out / "private" / "review.xlsx"
        book = load_workbook(path)
        sheet = book.worksheets[0]
        codes = {cell.value: cell.column for cell in sheet[3] if cell.value}
        for row in rows:
            number = self._review_row(sheet, codes, str(row["institution"]), str(row["practice"]))
            for code, value in row.items():
                sheet.cell(number, codes[code]).value = value
        book.save(path)

    def _review_row(
        self, sheet: Any, codes: Mapping[str, int], institution: str, practice: str
    ) -> int:
        blank = 0
        for number in range(5, sheet.max_row + 1):
            key = (
                sheet.cell(number, codes["institution"]).value,
                sheet.cell(number, codes["practice"]).value,
            )
            if key == (institution, practice):
                return number
            if key == (None, None) and not blank:
                blank = number
        return blank

    def correction(self, institution: str, practice: str, after: int, approved_by: str) -> None:
        """Note a correction that counts from this run on."""
        used = [
            file
            for file in self.campaign.story["files"]
            if file["institution"] == institution and file["filled"]
        ]
        self.campaign.story["corrections"].append(
            {
                "institution": institution,
                "practice": practice,
                "after": after,
                "file": used[-1]["sha256"],
                "by": "",
                "approved_by": approved_by,
            }
        )


def fill_parts(planting: Planting, institution: str, folder: Path) -> None:
    """Fill in all forms of a folder with an institution's answers."""
    answers = json.loads(planting.filled(institution).read_text("utf-8"))
    for form in sorted(folder.glob("form-*.xlsx")):
        fill_form(FillJob(form, form, answers))
