"""Typed values and JSON: pydantic's adapter of a class, and the hash of what a value says."""

import hashlib
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter

ValueT = TypeVar("ValueT")


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def adapter(kind: type[ValueT]) -> TypeAdapter[ValueT]:
    """Return what validates, writes and describes values of a model or dataclass, built once."""
    if kind not in _ADAPTERS:
        if issubclass(kind, BaseModel):
            kind.model_rebuild()  # the adapter takes over the model's schema, else builds another
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def to_json(value: Any) -> str:
    """Return a model or dataclass as JSON, as it stands in files."""
    return adapter(type(value)).dump_json(value, by_alias=True, indent=2).decode() + "\n"


def canonical_json(value: Any) -> bytes:
    """Return plain values as JSON that depends neither on the order of keys nor on layout."""
    import json

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def digest(canonical: bytes) -> str:
    """Return the hash of canonical JSON, as results and manifests record it."""
    return f"sha256:{hashlib.sha256(canonical).hexdigest()}"


def content_of(model: BaseModel) -> bytes:
    """Return a model's whole content as canonical JSON, from which it can be read back."""
    return canonical_json(model.model_dump(mode="json", by_alias=True, exclude_none=True))


def content_hash(model: BaseModel) -> str:
    """Return the hash of a model's whole content, independent of the layout of its file."""
    return digest(content_of(model))
