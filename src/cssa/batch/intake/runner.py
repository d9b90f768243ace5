"""The intake of a batch: reads every file once and stores its reading."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cssa.batch.intake.container import MailReceipt
from cssa.batch.intake.folder_walk import not_read
from cssa.batch.intake.inbox import Inbox
from cssa.batch.intake.inbox_file import InboxFile, read_source
from cssa.batch.intake.processor import MAX_FILE, BatchSettings, FileProcessor, file_processor
from cssa.batch.intake.reading import Reading, ReadingHead, dump_reading, kept, load_reading
from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.entries import ReceivedFile
from cssa.batch.outputs.folder import KEPT, MARKED, READINGS, OutFolder
from cssa.batch.verified_json import verified, with_hash
from cssa.batch.workers import WorkerDied, WorkerPool
from cssa.errors import InputError, Problem
from cssa.excel.content_kind import DAMAGE
from cssa.lists.passwords import Password
from cssa.location import Location

FOUND = f"{KEPT}/found.json"

_DIED = Problem("batch.worker_died")
_TRANSIENT = frozenset((_DIED.code, "batch.too_much_memory"))
"""Why a file was refused that may have been the machine's fault."""

Step = Callable[[int, int], None]
"""Reports how many of how many are done."""


class ReadJob(NamedTuple):
    """A content to be read, where it was found first.

    Attributes:
        passwords: those that may open it, of whoever sent it.
        is_protected: whether it is under a password in an archive.
    """

    sha256: str
    source: str
    steps: tuple[int, ...]
    trouble: Problem | None
    passwords: tuple[Password, ...] = ()
    is_protected: bool = False


class IntakeResult(NamedTuple):
    """The files that were received.

    Attributes:
        ignored: paths of files that operating systems and editors leave behind.
    """

    files: tuple[ReceivedFile, ...]
    ignored: tuple[str, ...]


def reading_name(sha256: str) -> str:
    """Return where a reading is kept."""
    return f"{READINGS}/{sha256}.json"


def marked_name(folder: OutFolder, sha256: str) -> str | None:
    """Return where a form with marks is kept; None where there is none."""
    return next((name for name in _marked_names(sha256) if (folder.root / name).is_file()), None)


def _marked_names(sha256: str) -> tuple[str, str]:
    """Return where a workbook with marks is kept, and where a page is."""
    return f"{MARKED}/{sha256}.xlsx", f"{MARKED}/{sha256}.html"


def _keep_marked(folder: OutFolder, sha256: str, marked: bytes) -> None:
    workbook, page = _marked_names(sha256)
    folder.write(page if marked.startswith(b"<") else workbook, marked)


def run_intake(
    inbox: Inbox,
    settings: BatchSettings,
    folder: OutFolder,
    pool: WorkerPool,
    step: Step,
    published: Collection[str] = (),
) -> IntakeResult:
    """Read the files, each content once; what an earlier run has read is not read again.

    Args:
        inbox: the files.
        settings: what they are read with.
        folder: keeps the readings.
        pool: does the reading.
        step: reports progress.
        published: hashes of files whose answers were published; what was read of them stays.
    """
    jobs: dict[str, ReadJob] = {}
    for file in inbox.files:
        jobs[file.sha256] = _job(file, jobs.get(file.sha256))
    heads: dict[str, ReadingHead] = {}
    step(0, len(jobs))
    for job, head in pool.run(partial(read_job, settings, folder.root), list(jobs.values())):
        if isinstance(head, WorkerDied):
            died = Reading(ReadingHead(job.sha256, "refused", problems=(_DIED,)))
            heads[job.sha256] = store_reading(died, settings, folder)
        else:
            heads[job.sha256] = kept(head)
        step(len(heads), len(jobs))
    files = tuple(
        ReceivedFile(file.path, file.size, heads[file.sha256], file.mail) for file in inbox.files
    )
    _remove_obsolete(folder, heads, published)
    folder.write(FOUND, _file_list(files, inbox.ignored))
    return IntakeResult(files, inbox.ignored)


def _job(file: InboxFile, known: ReadJob | None) -> ReadJob:
    """Return the job of a content, which may lie in several places."""
    if known is None:
        return ReadJob(
            file.sha256, file.source, file.steps, file.trouble, file.passwords, file.is_protected
        )
    return known._replace(passwords=tuple(dict.fromkeys((*known.passwords, *file.passwords))))


def read_job(settings: BatchSettings, root: Path, job: ReadJob) -> ReadingHead:
    """Read a file, or take what an earlier run read; what was read is kept."""
    folder = OutFolder(root)
    stored = _stored(folder, settings, job.sha256) if job.trouble is None else None
    if stored is not None and not _is_transient(stored.head):
        return stored.head
    reading, marked = _read(file_processor(settings), job)
    if marked is not None:
        _keep_marked(folder, job.sha256, marked)
    return store_reading(reading, settings, folder)


def _read(processor: FileProcessor, job: ReadJob) -> tuple[Reading, bytes | None]:
    """Return a file's reading, and the form with marks where it is to be corrected."""
    if job.trouble is not None:
        return processor.refused(job.trouble, job.sha256), None
    try:
        data = read_source(job.source, job.steps, MAX_FILE, job.passwords)
    except OSError as error:
        return processor.refused(not_read(error), job.sha256), None
    except DAMAGE:
        if job.is_protected:
            wrong = Problem("batch.archive.password_wrong", {"count": len(job.passwords)})
            return processor.refused(wrong, job.sha256), None
        # it was whole when it was hashed
        return processor.refused(Problem("batch.changed"), job.sha256), None
    is_hashed = not job.is_protected and len(data) < MAX_FILE
    if is_hashed and hashlib.sha256(data).hexdigest() != job.sha256:
        return processor.refused(Problem("batch.changed"), job.sha256), None
    reading, marked = processor.read(data, job.sha256, job.passwords)
    if job.is_protected:
        reading = reading._replace(head=reading.head._replace(is_unlocked=True))
    return reading, marked


def _is_transient(head: ReadingHead) -> bool:
    """Return whether the same file may be read differently the next time."""
    is_open = head.kind in ("not_read", "waiting_password")
    return is_open or any(problem.code in _TRANSIENT for problem in head.problems)


def _stored(folder: OutFolder, settings: BatchSettings, sha256: str) -> Reading | None:
    """Return what an earlier run read, where nothing was changed since and nothing is missing."""
    data = folder.read(reading_name(sha256))
    reading = data and load_reading(data, file_processor(settings).key)
    if not reading or reading.head.sha256 != sha256:
        return None
    marked = reading.head.marked
    if marked is None:
        return reading
    name = marked_name(folder, sha256)
    return reading if name is not None and folder.hash(name) == marked else None


def stored_reading(folder: OutFolder, settings: BatchSettings, sha256: str) -> Reading:
    """Return a reading of this run."""
    reading = _stored(folder, settings, sha256)
    if reading is None:
        raise InputError([Problem("batch.reading_lost", {}, Location(reading_name(sha256)))])
    return reading


def store_reading(reading: Reading, settings: BatchSettings, folder: OutFolder) -> ReadingHead:
    """Keep a reading for later steps and runs; return its head."""
    key = file_processor(settings).key
    folder.write(reading_name(reading.head.sha256), dump_reading(reading, key))
    return reading.head


def _remove_obsolete(folder: OutFolder, heads: Iterable[str], published: Iterable[str]) -> None:
    """Remove what was read of files that are no longer there, and were not published."""
    folder.keep_only(READINGS, {reading_name(sha256) for sha256 in (*heads, *published)})
    folder.keep_only(MARKED, {name for sha256 in heads for name in _marked_names(sha256)})


def _file_list(files: Sequence[ReceivedFile], ignored: Iterable[str]) -> bytes:
    transient = {
        (file.head.sha256, problem.code, *map(str, problem.params.values()))
        for file in files
        if _is_transient(file.head)
        for problem in file.head.problems
    }
    document = json_lines(
        {
            "schema": "cssa.found/1",
            "files": (
                [file.path, file.head.sha256, file.size, *_plain_mail(file.mail)] for file in files
            ),
            "ignored": ignored,
            "again": sorted(transient),  # read differently next time, the same files are news
        }
    )
    return with_hash(document)


def _plain_mail(mail: MailReceipt | None) -> list[dict[str, Any]]:
    """Return what a file's mail says as plain values; nothing for a file that came in none."""
    if mail is None:
        return []
    at = mail.received_at and mail.received_at.isoformat()
    return [{**mail._asdict(), "received_at": at}]


def _mail(plain: Mapping[str, Any] | None) -> MailReceipt | None:
    """Return what ``_plain_mail`` was given."""
    if plain is None:
        return None
    at = plain["received_at"] and datetime.fromisoformat(plain["received_at"])
    return MailReceipt(**{**plain, "received_at": at})


def reopen(folder: OutFolder, settings: BatchSettings, step: Step) -> IntakeResult | None:
    """Return the last run's intake, None where its readings cannot be used.

    Args:
        folder: keeps the readings.
        settings: what they were read with.
        step: reports progress.
    """
    found = verified(folder.read(FOUND))
    if found is None:
        return None
    document = json.loads(found)
    heads: dict[str, ReadingHead] = {}
    files = []
    for path, sha256, size, *mail in document["files"]:
        if sha256 not in heads:
            reading = _stored(folder, settings, sha256)
            if reading is None:
                return None
            heads[sha256] = kept(reading.head)
        files.append(ReceivedFile(path, size, heads[sha256], _mail(*mail or [None])))
        step(len(files), len(document["files"]))
    return IntakeResult(tuple(files), tuple(document["ignored"]))
