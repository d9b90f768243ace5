"""Checked records kept as JSON, so that a large YAML file is parsed once and not at every run."""

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

R = TypeVar("R", bound=Record)


class CompiledCache:
    """A folder of compiled records, each under a name, with the key it was made for.

    Nothing depends on it: what is missing, stale, damaged or not writable is built again from the
    sources. What it has is taken as it is once its hash fits: who can write into the folder is
    trusted as far as who can write into that of the program.

    Args:
        folder: where to keep them; None keeps nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def load(self, name: str, sources: Sequence[bytes], kind: type[R], build: Callable[[], R]) -> R:
        """Return the record built from ``sources``, from the store when it has exactly that.

        Args:
            name: what it is, unique within the store.
            sources: the bytes that decide the record.
            kind: the type to return.
            build: makes the record from the sources.
        """
        if self._folder is None:
            return build()
        key = _key(kind, sources)
        path = self._folder / f"{re.sub('[^A-Za-z0-9.-]', '_', name)}.json"
        found = _read(path, key, kind)
        if found is None:
            found = build()
            _write(path, key, found)
        return found


def _key(kind: type[Record], sources: Sequence[bytes]) -> str:
    digest = hashlib.sha256(f"{__version__}/{kind.__qualname__}".encode())
    for source in sources:
        digest.update(len(source).to_bytes(8, "big"))
        digest.update(source)
    return digest.hexdigest()


def _read(path: Path, key: str, kind: type[R]) -> R | None:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        stored, content, _ = head.decode().split(" ")
        if stored != key or head != _head(key, content, body):
            return None
        return restored(kind, body, content)
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _head(key: str, content: str, body: bytes) -> bytes:
    """Return what stands before a body, with the hash of all the rest of the file."""
    told = f"{key} {content} ".encode()
    rest = hashlib.sha256(told)
    rest.update(body)
    return told + rest.hexdigest().encode()


def _write(path: Path, key: str, value: Record) -> None:
    body = value.model_dump_json(exclude_defaults=True).encode()
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(_head(key, value.content_hash, body) + b"\n" + body)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
