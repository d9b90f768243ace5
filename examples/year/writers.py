"""Writers of workbooks, mails and archives that share nothing with the program that reads them.

Where LibreOffice or Node.js is not there, openpyxl and Python's own mails take their place; what is
missing is said once.
"""

import json
import shutil
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import datetime
from email.message import EmailMessage
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

from forms import Cell, filled_cells

HERE = Path(__file__).resolve().parent
OFFICE = "office@cssa.example"
NODE_WRITERS = ("exceljs", "sheetjs")


class FillJob(NamedTuple):
    """A form to be filled in.

    Attributes:
        filled: the answers, in the format of an answers file.
    """

    source: Path
    target: Path
    filled: Mapping[str, Any]


class Attachment(NamedTuple):
    """A file in a mail or archive, under the name that its sender gave it."""

    name: str
    path: Path


class Mail(NamedTuple):
    """A mail as the office's server saved it.

    Attributes:
        received: when the server took it in; None leaves its header out.
    """

    target: Path
    sender: str
    subject: str
    sent: datetime
    received: datetime | None
    attachments: Sequence[Attachment]
    text: str = "自己点検の回答票を送付します。"


class Tools:
    """The programs beside Python that are there.

    Args:
        folder: where packages of npm are installed, once for all campaigns.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def node(self) -> list[str] | None:
        """The command that runs a script of this folder in Node.js; None without it."""
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            sys.stderr.write("Node.js (npm) is not there: openpyxl and Python fill in for it\n")
            return None
        if not (self._folder / "node_modules").exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(HERE / "package.json", self._folder)
            asked = [npm, "install", "--no-save", "--no-audit", "--no-fund", "--silent"]
            subprocess.run(asked, cwd=self._folder, check=True)
        return [node]

    @cached_property
    def office(self) -> tuple[str, str] | None:
        """LibreOffice, and a Python that can talk to it; None without them."""
        soffice = shutil.which("soffice")
        pythons = filter(None, map(shutil.which, ("/usr/bin/python3", "python3")))
        python = next((python for python in pythons if _has_uno(python)), None)
        if not soffice or not python:
            sys.stderr.write("LibreOffice (python3-uno) is not there: openpyxl fills in for it\n")
            return None
        return soffice, python

    def run_node(self, script: str, jobs: Iterable[Mapping[str, Any]], scratch: Path) -> None:
        """Run a script of this folder on a list of jobs."""
        listed = _listed(list(jobs), scratch)
        modules = str(self._folder / "node_modules")
        subprocess.run(
            [*(self.node or ()), str(HERE / script), str(listed)],
            env={"NODE_PATH": modules, "PATH": "/usr/bin:/bin"},
            check=True,
        )

    def run_office(self, jobs: Iterable[Mapping[str, Any]], scratch: Path) -> None:
        """Fill forms in LibreOffice."""
        soffice, python = self.office or ("", "")
        pipe = f"cssa{uuid.uuid4().hex}"
        listed = _listed(list(jobs), scratch)
        profile = (scratch / "libreoffice").resolve().as_uri()
        office = subprocess.Popen(
            [soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}",
             f"--accept=pipe,name={pipe};urp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            subprocess.run(
                [python, str(HERE / "fill_libreoffice.py"), pipe, str(listed)], check=True
            )
            office.wait(timeout=30)
        finally:
            office.kill()


def _has_uno(python: str) -> bool:
    asked = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
    return asked.returncode == 0


def _listed(jobs: Sequence[Any], scratch: Path) -> Path:
    scratch.mkdir(parents=True, exist_ok=True)
    path = scratch / f"{uuid.uuid4().hex}.json"
    path.write_text(json.dumps(jobs, ensure_ascii=False), "utf-8")
    return path


def fill(jobs: Mapping[str, Sequence[FillJob]], tools: Tools, scratch: Path) -> dict[str, int]:
    """Fill forms in; return how many by which writer.

    Args:
        jobs: by writer: ``libreoffice``, ``exceljs``, ``sheetjs`` or ``openpyxl``.
        tools: those that are there.
        scratch: a folder for lists of jobs.
    """
    present = {"openpyxl"}
    present |= set(NODE_WRITERS) if tools.node else set()
    present |= {"libreoffice"} if tools.office else set()
    by_writer: dict[str, list[FillJob]] = {}
    for writer, asked in jobs.items():
        by_writer.setdefault(writer if writer in present else "openpyxl", []).extend(asked)
    with ProcessPoolExecutor(2) as processes, ThreadPoolExecutor(2) as threads:
        running = []
        for writer, asked in by_writer.items():
            if writer == "openpyxl":
                running += [processes.submit(fill_form, job) for job in asked]
                continue
            cells = processes.map(_as_plain, asked)
            run = (
                tools.run_office
                if writer == "libreoffice"
                else partial(tools.run_node, f"fill_{writer}.js")
            )
            running.append(threads.submit(run, cells, scratch))
        for job in running:
            job.result()
    return {writer: len(asked) for writer, asked in by_writer.items()}


def _as_plain(job: FillJob) -> dict[str, Any]:
    cells = list(filled_cells(job.source, job.filled))
    return {"source": str(job.source), "target": str(job.target), "cells": cells}


def fill_form(job: FillJob) -> None:
    """Fill a form in by openpyxl."""
    enter(job.source, list(filled_cells(job.source, job.filled)), job.target)


def enter(source: Path, cells: Iterable[Cell], target: Path | None = None) -> None:
    """Enter cells into a workbook by openpyxl, in place where no other file is named."""
    book = load_workbook(source)
    for sheet, address, kind, value in cells:
        cell = book[sheet][address]
        cell.value = None if kind == "" else value
        if kind == "s":
            cell.data_type = "s"  # also where it begins like a formula
    book.save(target or source)


def write_mails(mails: Mapping[str, Sequence[Mail]], tools: Tools, scratch: Path) -> None:
    """Write mails.

    Args:
        mails: by the library that writes them: ``nodemailer`` or ``mimetext``.
        tools: those that are there.
        scratch: a folder for lists of jobs.
    """
    for library, asked in mails.items():
        if tools.node and asked:
            tools.run_node(f"mail_{library}.js", map(_plain_mail, asked), scratch)
            continue
        for mail in asked:
            mail.target.write_bytes(_python_mail(mail))


def _plain_mail(mail: Mail) -> dict[str, Any]:
    return {
        "target": str(mail.target),
        "from": mail.sender,
        "to": OFFICE,
        "subject": mail.subject,
        "text": mail.text,
        "date": mail.sent.isoformat(),
        "received": _received_header(mail),
        "attachments": [{"name": name, "path": str(path)} for name, path in mail.attachments],
    }


def _received_header(mail: Mail) -> str:
    """Return the header that the office's server puts above all others."""
    if mail.received is None:
        return ""
    relay = "from mail.sender.example (mail.sender.example [192.0.2.10])"
    return (
        f"Received: {relay}\r\n\tby mx.cssa.example; {mail.received:%a, %d %b %Y %H:%M:%S %z}\r\n"
    )


def _python_mail(mail: Mail) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, OFFICE, mail.subject
    message["Date"] = mail.sent
    message.set_content(mail.text)
    for name, path in mail.attachments:
        message.add_attachment(
            path.read_bytes(), maintype="application", subtype="octet-stream", filename=name
        )
    return _received_header(mail).encode() + message.as_bytes()


def write_archive(
    target: Path, members: Sequence[Attachment], written: datetime, tools: Tools, scratch: Path
) -> None:
    """Write a ZIP archive with names in Shift_JIS, in UTF-8 where Node.js is not there."""
    if tools.node:
        plain = [
            {"name": name, "bytes": name.encode("cp932").hex(), "path": str(path)}
            for name, path in members
        ]
        job = {"target": str(target), "date": written.isoformat(), "members": plain}
        tools.run_node("zip_jszip.js", [job], scratch)
        return
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in members:
            archive.write(path, name)
