"""Hashes by which changes of a checklist's structure, or of any text, are detected."""

from typing import Any

from cssa.checklist.model import Checklist, Practice
from cssa.datafile.record import Record, digest
from cssa.datafile.types import Model


def fingerprint(checklist: Checklist) -> str:
    """Return the hash of what answers and forms are bound to.

    It covers ids, tiers, kinds, options, scales, points and conditions, and no texts: a corrected
    typo does not change it.
    """
    return digest([_structure(placed.practice) for placed in checklist.walk()])


def content_hash(model: Model | Record) -> str:
    """Return the hash of a model's whole content, independent of the layout of its file."""
    if isinstance(model, Record):
        return model.content_hash
    return digest(model.model_dump(mode="json", by_alias=True, exclude_none=True))


def _structure(practice: Practice) -> dict[str, Any]:
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
