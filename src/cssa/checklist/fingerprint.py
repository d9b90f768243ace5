"""Hashes that tell whether what is asked, or any word of it, has changed."""

from typing import Any

from cssa.checklist.model import Checklist, Practice
from cssa.datafile.record import Record, digest
from cssa.datafile.types import Model


def fingerprint(checklist: Checklist) -> str:
    """Return the hash of what answers and forms bind to.

    It covers ids, tiers, kinds, options, scales, points and conditions, and no wording: a mended
    typo leaves it as it is.
    """
    return digest([_binding(item.practice) for item in checklist.walk()])


def content_hash(model: Model | Record) -> str:
    """Return the hash of a model's whole content, independent of how its file is laid out."""
    if isinstance(model, Record):
        return model.content_hash
    return digest(model.model_dump(mode="json", by_alias=True, exclude_none=True))


def _binding(practice: Practice) -> dict[str, Any]:
    return practice.model_dump(
        mode="json",
        exclude_defaults=True,
        include={
            "id": True,
            "tier": True,
            "kind": True,
            "scale": True,
            "applies_if": True,
            "points": {"__all__": {"id", "applies_if"}},
            "options": {"__all__": {"id", "level", "exclusive"}},
            "rows": {"__all__": {"id"}},
            "levels": True,
            "thresholds": True,
            "direction": True,
            "asked_if": True,
        },
    )
