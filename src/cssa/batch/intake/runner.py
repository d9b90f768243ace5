"""The first half of a batch: every file read once, and kept."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cssa.batch.intake import archive
from cssa.batch.intake.inbox import Inbox, read_source
from cssa.batch.intake.processor import MAX_FILE, BatchSettings, FileProcessor, file_processor
from cssa.batch.intake.reading import Reading, ReadingHead, dump_reading, load_reading, shared
from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.entries import ReceivedFile
from cssa.batch.outputs.folder import KEPT, MARKED, READINGS, OutFolder
from cssa.batch.workers import WorkerDied, WorkerPool
from cssa.errors import InputError, Problem
from cssa.location import Location

FOUND = f"{KEPT}/found.json"

_DIED = Problem("batch.worker_died")
_AGAIN = frozenset(
    (_DIED.code, "batch.changed", "batch.too_much_memory", "batch.unexpected", "file.unreadable")
)
"""Why a file could not be read that may have been the program's or the machine's fault."""

Step = Callable[[int, int], None]
"""Is told how many of how many are done."""


class Shard(NamedTuple):
    """One part of a batch that is read in several places: number ``k`` of ``n``."""

    k: int
    n: int

    def has(self, sha256: str) -> bool:
        """Tell whether a file belongs to this part."""
        return int(sha256[:12], 16) % self.n == self.k - 1


class ReadJob(NamedTuple):
    """A content to be read, at the first place where it was found."""

    sha256: str
    source: str
    member: int | None
    trouble: Problem | None


class IntakeResult(NamedTuple):
    """What came in.

    Attributes:
        ignored: paths of what is no file of anybody's.
    """

    files: tuple[ReceivedFile, ...]
    ignored: tuple[str, ...]


def reading_name(sha256: str) -> str:
    """Return where a reading is kept."""
    return f"{READINGS}/{sha256}.json"


def marked_name(sha256: str) -> str:
    """Return where a form with marks is kept."""
    return f"{MARKED}/{sha256}.xlsx"


def run_intake(
    inbox: Inbox,
    settings: BatchSettings,
    folder: OutFolder,
    crew: WorkerPool,
    step: Step,
    share: Shard,
) -> IntakeResult:
    """Read what was found, each content once, and what an earlier run has read not at all.

    Args:
        inbox: the files.
        settings: what they are read with.
        folder: keeps the readings.
        crew: reads.
        step: is told of progress.
        share: the part that is read here.
    """
    found = [one for one in inbox.files if share.has(one.sha256)]
    jobs: dict[str, ReadJob] = {}
    for one in found:
        jobs.setdefault(one.sha256, ReadJob(one.sha256, one.source, one.member, one.trouble))
    heads: dict[str, ReadingHead] = {}
    step(0, len(jobs))
    for job, read in crew.run(partial(read_job, settings, folder.root), list(jobs.values())):
        if isinstance(read, WorkerDied):
            died = Reading(ReadingHead(job.sha256, "refused", problems=(_DIED,)))
            heads[job.sha256] = _keep(died, settings, folder)
        else:
            heads[job.sha256] = shared(read)
        step(len(heads), len(jobs))
    files = tuple(ReceivedFile(one.path, one.size, heads[one.sha256]) for one in found)
    _tidy(folder, heads)
    folder.write(FOUND, _list(files, inbox.ignored, share))
    return IntakeResult(files, inbox.ignored)


def read_job(settings: BatchSettings, root: Path, job: ReadJob) -> ReadingHead:
    """Read a file, or take what an earlier run read; what was read is kept."""
    folder = OutFolder(root)
    kept = _kept(folder, settings, job.sha256)
    if kept is not None and not any(one.code in _AGAIN for one in kept.head.problems):
        return kept.head
    reading, marked = _read(file_processor(settings), job)
    if marked is not None:
        folder.write(marked_name(job.sha256), marked)
    return _keep(reading, settings, folder)


def _read(desk: FileProcessor, job: ReadJob) -> tuple[Reading, bytes | None]:
    """Return what a file came to, and the form with marks where it is to be mended."""
    if job.trouble is not None:
        return desk.refused(job.trouble, job.sha256), None
    try:
        data = read_source(job.source, job.member, MAX_FILE)
    except archive.DAMAGE as error:
        reason = {"reason": getattr(error, "strerror", None) or type(error).__name__}
        return desk.refused(Problem("file.unreadable", reason), job.sha256), None
    if len(data) < MAX_FILE and hashlib.sha256(data).hexdigest() != job.sha256:
        return desk.refused(Problem("batch.changed"), job.sha256), None
    return desk.read(data, job.sha256)


def _kept(folder: OutFolder, settings: BatchSettings, sha256: str) -> Reading | None:
    """Return what an earlier run read, where nothing has changed and nothing is missing."""
    data = folder.read(reading_name(sha256))
    reading = data and load_reading(data, file_processor(settings).key)
    if not reading or reading.head.sha256 != sha256:
        return None
    if reading.head.is_marked and not (folder.root / marked_name(sha256)).is_file():
        return None
    return reading


def load_kept(folder: OutFolder, settings: BatchSettings, sha256: str) -> Reading:
    """Return a reading of this run."""
    reading = _kept(folder, settings, sha256)
    if reading is None:
        raise InputError([Problem("batch.reading_lost", {}, Location(reading_name(sha256)))])
    return reading


def _keep(reading: Reading, settings: BatchSettings, folder: OutFolder) -> ReadingHead:
    key = file_processor(settings).key
    folder.write(reading_name(reading.head.sha256), dump_reading(reading, key))
    return reading.head


def _tidy(folder: OutFolder, heads: Iterable[str]) -> None:
    """Remove what was read of files that are no longer there."""
    folder.keep_only(READINGS, {reading_name(sha256) for sha256 in heads})
    folder.keep_only(MARKED, {marked_name(sha256) for sha256 in heads})


def _list(files: Iterable[ReceivedFile], ignored: Iterable[str], share: Shard) -> bytes:
    return json_lines(
        {
            "schema": "cssa.found/1",
            "share": share,
            "files": ([one.path, one.head.sha256, one.size] for one in files),
            "ignored": ignored,
        }
    )


def gather(
    parts: Sequence[Path], settings: BatchSettings, folder: OutFolder, step: Step
) -> IntakeResult:
    """Bring together what was read in several places.

    Args:
        parts: folders of batches that each read a share.
        settings: what all of them were read with.
        folder: takes the readings.
        step: is told of progress.

    Raises:
        InputError: when a part is missing, or was read with something else.
    """
    lists = [(OutFolder(part), _part(part)) for part in parts]
    _check_parts(parts, [listed for _, listed in lists])
    files: list[ReceivedFile] = []
    total = sum(len(listed["files"]) for _, listed in lists)
    heads: dict[str, ReadingHead] = {}
    for part, listed in lists:
        for path, sha256, size in listed["files"]:
            if sha256 not in heads:
                heads[sha256] = shared(_take_over(part, folder, settings, sha256))
            files.append(ReceivedFile(path, size, heads[sha256]))
            step(len(files), total)
    files.sort(key=lambda one: one.path)
    ignored = tuple(sorted({path for _, listed in lists for path in listed["ignored"]}))
    _tidy(folder, heads)
    folder.write(FOUND, _list(files, ignored, Shard(1, 1)))
    return IntakeResult(tuple(files), ignored)


def _part(part: Path) -> dict[str, Any]:
    data = OutFolder(part).read(FOUND)
    if data is None:
        raise InputError([Problem("batch.no_part", {}, Location(str(part)))])
    try:
        listed: dict[str, Any] = json.loads(data)
        listed["share"] = Shard(*listed["share"])
        listed["files"] = [(str(path), str(sha), int(size)) for path, sha, size in listed["files"]]
        listed["ignored"] = [str(path) for path in listed["ignored"]]
    except (ValueError, TypeError, KeyError):
        raise InputError([Problem("batch.no_part", {}, Location(str(part)))]) from None
    return listed


def _check_parts(parts: Sequence[Path], lists: Sequence[dict[str, Any]]) -> None:
    """Make sure that every share is there, once."""
    shares: list[Shard] = [listed["share"] for listed in lists]
    wanted = [Shard(k, shares[0].n) for k in range(1, shares[0].n + 1)]
    missing = [one for one in wanted if one not in shares]
    if missing or len(shares) != len(wanted):
        named = ", ".join(f"{one.k}/{one.n}" for one in missing or sorted(shares))
        code = "batch.parts_missing" if missing else "batch.parts_twice"
        raise InputError([Problem(code, {"parts": named}, Location(str(parts[0])))])


def _take_over(
    part: OutFolder, folder: OutFolder, settings: BatchSettings, sha256: str
) -> ReadingHead:
    reading = _kept(part, settings, sha256)
    if reading is None:
        raise InputError([Problem("batch.other_part", {}, Location(str(part.root)))])
    if reading.head.is_marked:
        marked = part.read(marked_name(sha256))
        folder.write(marked_name(sha256), marked or b"")
    return _keep(reading, settings, folder)
