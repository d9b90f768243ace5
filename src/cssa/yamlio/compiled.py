"""Validated models kept as JSON, so that a large YAML file is parsed once and not at every run."""

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from cssa import __version__

M = TypeVar("M", bound=BaseModel)


class CompiledStore:
    """A folder of compiled models, each under a name, with the key it was made for.

    Nothing depends on it: what is missing, stale, damaged or not writable is built again from the
    sources.

    Args:
        folder: where to keep them; None keeps nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def load(
        self, name: str, sources: Sequence[bytes], model: type[M], build: Callable[[], M]
    ) -> M:
        """Return the model built from ``sources``, from the store when it has exactly that.

        Args:
            name: what it is, unique within the store.
            sources: the bytes that decide the model.
            model: the type to return.
            build: makes the model from the sources.
        """
        if self._folder is None:
            return build()
        key = _key(model, sources)
        path = self._folder / f"{re.sub('[^A-Za-z0-9.-]', '_', name)}.json"
        found = _read(path, key, model)
        if found is None:
            found = build()
            _write(path, key, found)
        return found


def _key(model: type[BaseModel], sources: Sequence[bytes]) -> bytes:
    digest = hashlib.sha256(f"{__version__}/{model.__qualname__}".encode())
    for source in sources:
        digest.update(len(source).to_bytes(8, "big"))
        digest.update(source)
    return digest.hexdigest().encode()


def _read(path: Path, key: bytes, model: type[M]) -> M | None:
    try:
        stored, _, body = path.read_bytes().partition(b"\n")
        return model.model_validate_json(body) if stored == key else None
    except (OSError, ValidationError):
        return None


def _write(path: Path, key: bytes, value: BaseModel) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(
            key + b"\n" + value.model_dump_json(by_alias=True, exclude_defaults=True).encode()
        )
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
