"""Models compiled from YAML to JSON, so that a large file is parsed once, not every run."""

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from cssa import __version__
from cssa.datafile.typed_json import adapter, content_of, digest
from cssa.datafile.types import Model
from cssa.resources import data_root

ModelT = TypeVar("ModelT", bound=Model)

_WRITABLE_BY_OTHERS = 0o022
SHIPPED = "compiled"
"""Folder of the data trees that the wheel's build fills; a checkout has none."""


class Compiled(NamedTuple, Generic[ModelT]):
    """A model with the hash of its content.

    Attributes:
        model: the model.
        content: the hash of exactly what the model was read from or built of.
    """

    model: ModelT
    content: str


class CompiledCache:
    """Compiled models, each under a name: those that ship, and a folder for all others.

    Nothing depends on it: what is missing, stale, damaged or not writable is built again from the
    sources. An entry is a line with the key it was compiled for and the hash of its content, and
    the model's content as canonical JSON, which is validated like a file.

    Args:
        folder: the folder; None keeps nothing, and one that others may write is not used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def load(
        self,
        name: str,
        sources: Sequence[bytes],
        model_type: type[ModelT],
        build: Callable[[], ModelT],
    ) -> Compiled[ModelT]:
        """Return the model for these sources, compiled where that is at hand.

        Args:
            name: the entry's name, unique within the cache.
            sources: the bytes that determine the model.
            model_type: the model's class.
            build: builds the model from the sources.
        """
        key = _key(model_type, sources)
        file = f"{re.sub('[^A-Za-z0-9.-]', '_', name)}.json"
        own = self._folder if self._folder is not None and _is_private(self._folder) else None
        folders = (data_root() / SHIPPED, own)
        for folder in folders:
            compiled = folder and _read(folder / file, key, model_type)
            if compiled:
                return compiled
        model = build()
        content = content_of(model)
        compiled = Compiled(model, digest(content))
        if own is not None:
            _write(own / file, _header(key, compiled.content), content)
        return compiled


def _is_private(folder: Path) -> bool:
    """Return whether nobody else can have put a file into a folder, which need not exist yet."""
    if os.name != "posix":
        return True
    try:
        status = folder.stat()
    except OSError:
        return True
    return status.st_uid in (0, os.geteuid()) and not status.st_mode & _WRITABLE_BY_OTHERS


def _key(model_type: type[Model], sources: Sequence[bytes]) -> str:
    key = hashlib.sha256(f"{__version__}/{model_type.__qualname__}".encode())
    for source in sources:
        key.update(len(source).to_bytes(8, "big"))
        key.update(source)
    return key.hexdigest()


def _header(key: str, content_hash: str) -> bytes:
    return f"{key} {content_hash}\n".encode()


def _read(file: Traversable, key: str, model_type: type[ModelT]) -> Compiled[ModelT] | None:
    try:
        header, line_end, content = file.read_bytes().partition(b"\n")
        content_hash = digest(content)
        if header + line_end != _header(key, content_hash):
            return None
        return Compiled(adapter(model_type).validate_json(content), content_hash)
    except (OSError, ValueError):
        return None


def _write(path: Path, header: bytes, content: bytes) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(header + content)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
