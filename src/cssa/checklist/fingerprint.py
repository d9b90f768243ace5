"""The hash by which a change of a checklist's structure is detected."""

from typing import Any

from cssa.checklist.model import Checklist
from cssa.datafile.typed_json import canonical_json, digest

_PRACTICES: dict[str, Any] = {
    "practices": {
        "__all__": {
            "id": True,
            "tier": True,
            "kind": True,
            "scale": True,
            "applies_if": True,
            "points": {"__all__": {"id", "applies_if"}},
            "options": {"__all__": {"id", "level", "exclusive"}},
            "rows": {"__all__": {"id"}},
            "rows_from": True,
            "levels": True,
            "thresholds": True,
            "direction": True,
            "asked_if": True,
            "weight": True,
            "groups": True,
        }
    }
}
_STRUCTURE = {"domains": {"__all__": {**_PRACTICES, "sections": {"__all__": _PRACTICES}}}}
"""What of a checklist enters the fingerprint."""


def fingerprint(checklist: Checklist) -> str:
    """Return the hash of what answers and forms are bound to.

    It covers ids, tiers, kinds, options, scales, points, conditions, weights and groups, and no
    texts: a corrected typo does not change it. Nothing absent or left at its default enters it.
    """
    plain = checklist.model_dump(mode="json", exclude_defaults=True, include=_STRUCTURE)
    practices = [
        practice
        for domain in plain["domains"]
        for part in (domain, *domain.get("sections", ()))
        for practice in part.get("practices", ())
    ]
    if checklist.scale is None:
        return digest(canonical_json(practices))
    scale = {"in_place": checklist.scale.in_place, "values": checklist.scale.values}
    return digest(canonical_json({"practices": practices, "scale": scale}))
