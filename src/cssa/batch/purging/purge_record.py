"""``purged.json``: what was removed of a campaign once its retention period was over."""

from typing import Annotated, Literal

from pydantic import Field, ValidationError

from cssa.batch.json_stream import json_lines
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.datafile.types import Date, Model, Str
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages import fitting
from cssa.messages.arguments import argument

PURGED = f"{PRIVATE}/purged.json"


class PurgeRecord(Model):
    """``purged.json``.

    Attributes:
        state: ``purging`` until everything is removed.
        campaign: its id.
        on: the day on which it was decided to remove the files.
        files: hash of each file as it was removed, by its name; None of one that could not be read.
    """

    schema_: Annotated[Literal["cssa.purge/1"], Field(alias="schema")] = "cssa.purge/1"
    state: Literal["purging", "purged"]
    campaign: str
    retain_until: Date
    on: Date
    files: dict[str, Str | None]


def read_purge(folder: OutFolder) -> PurgeRecord | None:
    """Return the record of what was removed from a folder, None where nothing was.

    Args:
        folder: the batch's.

    Raises:
        InputError: when it cannot be read.
    """
    data = folder.read(PURGED)
    if data is None:
        return None
    try:
        return PurgeRecord.model_validate_json(data)
    except ValidationError:
        where = Location(str(folder.root / PURGED))
        raise InputError([Problem("batch.purge.unreadable", {}, where)]) from None


def write_purge(record: PurgeRecord, folder: OutFolder) -> None:
    """Put the record in its place, readable by the user alone.

    Args:
        record: of what is removed.
        folder: the batch's.
    """
    folder.secure(PURGED, json_lines(record.model_dump(mode="json", by_alias=True)))


def check_not_purged(folder: OutFolder) -> None:
    """Refuse a folder whose answers were removed, or are being removed.

    Args:
        folder: the batch's.

    Raises:
        UsageError: when they were.
    """
    record = read_purge(folder)
    if record is not None:
        code = f"batch.purge.{'unfinished' if record.state == 'purging' else 'closed'}"
        params = fitting(code, {"on": record.on, "out": argument(folder.root)})
        raise UsageError([Problem(code, params, Location(str(folder.root)))])
