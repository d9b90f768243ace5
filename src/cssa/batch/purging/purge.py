"""Removes what holds answers once the retention period is over; the published edition stays.

What is to go is recorded with its hashes first, so that a purge that was interrupted is completed
by the same command.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.atomic_write import PARTIAL_SUFFIX
from cssa.batch.cases.query_record import QUERIES, read_queries
from cssa.batch.cases.query_round import sent_files
from cssa.batch.outputs.folder import KEPT, PUBLIC, OutFolder, announced
from cssa.batch.outputs.manifest import MANIFEST, output_names
from cssa.batch.outputs.sending_log import (
    DELIVERIES,
    REMINDERS,
    DeliveryEntry,
    ReminderEntry,
    SendingLog,
)
from cssa.batch.publishing.publication_record import PUBLISHED
from cssa.batch.purging.purge_record import PURGED, PurgeRecord, write_purge
from cssa.batch.reminding.remind_run import REMINDERS_FOLDER
from cssa.errors import Problem, UsageError
from cssa.location import Location

_LOCK = f"{KEPT}/.lock"
_STAY = frozenset((PUBLISHED, PURGED, REMINDERS, DELIVERIES))
"""What has no answers in it: what was published and by whom, what was sent when, what went."""


class Purge(NamedTuple):
    """What is to be removed from a folder, and what is not.

    Attributes:
        sizes: of each file that goes, in bytes, by its name.
        stays: names of the program's own files that are kept.
        foreign: names of files that the program did not write.
    """

    sizes: Mapping[str, int]
    stays: tuple[str, ...]
    foreign: tuple[str, ...]


class Retention(NamedTuple):
    """A campaign, and the day until which its answers were to be kept."""

    campaign: str
    until: date


def retention_of(campaign: Campaign | None, on: date, folder: OutFolder) -> Retention:
    """Return until when answers were to be kept.

    Args:
        campaign: that lays it down; None where its file was not specified.
        on: the day on which they are to be removed.
        folder: the batch's.

    Raises:
        UsageError: when the period is not over, or the campaign states none.
    """
    where = Location(str(folder.root))
    if campaign is None or campaign.retain_until is None:
        raise UsageError([Problem("batch.purge.no_period", {}, where)])
    until = campaign.retain_until
    if on <= until:
        raise UsageError([Problem("batch.purge.too_early", {"until": until, "on": on}, where)])
    return Retention(campaign.id, until)


def plan_purge(folder: OutFolder) -> Purge:
    """Return what is to be removed from a folder.

    A file goes by its name: an answer that somebody entered into a file of the program is one, too.

    Args:
        folder: the batch's.
    """
    reminders = SendingLog(folder, REMINDERS, ReminderEntry)
    sent = reminders.hashes | SendingLog(folder, DELIVERIES, DeliveryEntry).hashes
    own = announced(folder) | output_names(folder) | {MANIFEST, *_letters(reminders.entries)}
    own |= {QUERIES, *sent_files(read_queries(folder))}
    stays: list[str] = []
    goes: list[str] = []
    foreign: list[str] = []
    for name in folder.names(""):
        if name == _LOCK:
            continue
        is_own = _whole(name) in own or name.startswith(f"{KEPT}/") or folder.hash(name) in sent
        if name in _STAY or (is_own and name.startswith(f"{PUBLIC}/")):
            stays.append(name)
        else:
            (goes if is_own else foreign).append(name)
    return Purge(_sizes(goes, folder), tuple(stays), tuple(foreign))


def resumed_purge(record: PurgeRecord, folder: OutFolder) -> Purge:
    """Return what is left to be removed by a purge that was interrupted.

    Args:
        record: of the purge.
        folder: the batch's.
    """
    return Purge(_sizes(record.files, folder), (), ())


def record_of(purge: Purge, retention: Retention, on: date, folder: OutFolder) -> PurgeRecord:
    """Return the record of a purge that begins.

    Args:
        purge: what is to be removed.
        retention: whose answers they are, and until when they were kept.
        on: the day on which they are removed.
        folder: the batch's.
    """
    return PurgeRecord(
        state="purging",
        campaign=retention.campaign,
        retain_until=retention.until,
        on=on,
        files={name: folder.hash(name) for name in purge.sizes},
    )


def remove_recorded(record: PurgeRecord, folder: OutFolder) -> PurgeRecord:
    """Remove what a record lists, and return the record as it stands then.

    Args:
        record: of what is removed; it is written before anything is.
        folder: the batch's.
    """
    write_purge(record, folder)
    for name in record.files:
        folder.remove(name)
    done = record.model_copy(update={"state": "purged"})
    write_purge(done, folder)
    return done


def remove_lock(folder: OutFolder) -> None:
    """Remove the lock that was held meanwhile, and the folder that only it was in.

    Args:
        folder: the batch's.
    """
    folder.remove(_LOCK)


def _whole(name: str) -> str:
    """Return the name of the file that a part was being written of, or the name itself."""
    place, _, file = name.rpartition("/")
    if file.startswith(".") and file.endswith(PARTIAL_SUFFIX):
        file = file[1 : -len(PARTIAL_SUFFIX)]
    return f"{place}/{file}"


def _sizes(names: Iterable[str], folder: OutFolder) -> dict[str, int]:
    paths = {name: folder.root / name for name in names}
    return {name: path.stat().st_size for name, path in paths.items() if path.is_file()}


def _letters(entries: Iterable[ReminderEntry]) -> Iterator[str]:
    """Yield the names of the letters that were written into the batch's own folder."""
    for entry in entries:
        for name in entry.files:
            yield f"{REMINDERS_FOLDER}/{entry.on.isoformat()}/{name}"
