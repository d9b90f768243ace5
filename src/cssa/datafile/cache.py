"""Validated records compiled to JSON, so that a large YAML file is parsed once, not every run."""

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from cssa import __version__
from cssa.datafile.record import Record
from cssa.datafile.restored import restored

RecordT = TypeVar("RecordT", bound=Record)


class CompiledCache:
    """A folder of compiled records, each under a name, with the key it was compiled for.

    Nothing depends on it: what is missing, stale, damaged or not writable is built again from the
    sources. An entry whose hash matches is not validated again: whoever can write to the folder is
    trusted as far as whoever can write to the program's own.

    Args:
        folder: the folder; None keeps nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def load(
        self,
        name: str,
        sources: Sequence[bytes],
        record_type: type[RecordT],
        build: Callable[[], RecordT],
    ) -> RecordT:
        """Return the record for these sources, from the cache where it has exactly that.

        Args:
            name: the entry's name, unique within the cache.
            sources: the bytes that determine the record.
            record_type: the record's class.
            build: builds the record from the sources.
        """
        if self._folder is None:
            return build()
        key = _key(record_type, sources)
        path = self._folder / f"{re.sub('[^A-Za-z0-9.-]', '_', name)}.json"
        record = _read(path, key, record_type)
        if record is None:
            record = build()
            _write(path, key, record)
        return record


def _key(record_type: type[Record], sources: Sequence[bytes]) -> str:
    digest = hashlib.sha256(f"{__version__}/{record_type.__qualname__}".encode())
    for source in sources:
        digest.update(len(source).to_bytes(8, "big"))
        digest.update(source)
    return digest.hexdigest()


def _read(path: Path, key: str, record_type: type[RecordT]) -> RecordT | None:
    try:
        header, _, body = path.read_bytes().partition(b"\n")
        entry_key, content_hash, _ = header.decode().split(" ")
        if entry_key != key or header != _header(key, content_hash, body):
            return None
        return restored(record_type, body, content_hash)
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _header(key: str, content_hash: str, body: bytes) -> bytes:
    """Return an entry's first line, which ends with the hash of the rest of the file."""
    start = f"{key} {content_hash} ".encode()
    digest = hashlib.sha256(start)
    digest.update(body)
    return start + digest.hexdigest().encode()


def _write(path: Path, key: str, record: Record) -> None:
    body = record.model_dump_json(exclude_defaults=True).encode()
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(_header(key, record.content_hash, body) + b"\n" + body)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
