"""Mapping collections of OSCAL as crosswalks."""

from collections.abc import Mapping
from typing import Any

from cssa.datafile.reader import Document
from cssa.importers.crosswalk_outline import CrosswalkOutline
from cssa.importers.losses import Balance
from cssa.importers.source_file import mappings
from cssa.library.crosswalk import Relation

_RELATIONS: Mapping[str, Relation] = {
    "equivalent-to": "equal",
    "equal-to": "equal",
    "subset-of": "subset",
    "superset-of": "superset",
    "intersects-with": "intersects",
}


def read_mapping_collection(
    document: Document, collection: Mapping[str, Any], balance: Balance
) -> tuple[CrosswalkOutline, ...]:
    """Return the mappings of a collection.

    Args:
        document: the file.
        collection: its mapping collection.
        balance: takes what is not carried.
    """
    entries = mappings(document, collection.get("mappings"), "mapping-collection", "mappings")
    return tuple(_crosswalk(document, entry, balance) for entry in entries)


def _crosswalk(document: Document, entry: Mapping[str, Any], balance: Balance) -> CrosswalkOutline:
    outline = CrosswalkOutline(
        source=_resource(entry, "source-resource"), target=_resource(entry, "target-resource")
    )
    for relation in mappings(document, entry.get("maps"), "mapping-collection", "mappings"):
        name = _RELATIONS.get(str(relation.get("relationship")))
        sources, targets = (_items(relation, end) for end in ("sources", "targets"))
        for source in sources:
            for target in targets:
                balance.read["relations"] += 1
                if name is None:
                    where = f"{source} – {target}"
                    balance.lose(where, "relationship", "unknown_relation", of="relations")
                elif not outline.add(source, target, _of_one(name, sources, targets)):
                    where = f"{source} – {target}"
                    balance.lose(where, "relationship", "relation_twice", of="relations")
    return outline


def _of_one(name: Relation, sources: list[str], targets: list[str]) -> Relation:
    """Return what a relation of several items together says about one of each.

    An item that is part of several others together is not part of each of them.
    """
    keeps = {
        "equal": len(sources) == len(targets) == 1,
        "subset": len(targets) == 1,
        "superset": len(sources) == 1,
        "intersects": True,
    }
    return name if keeps[name] else "intersects"


def _resource(entry: Mapping[str, Any], end: str) -> str:
    resource = entry.get(end) or {}
    name = str(resource.get("href") or resource.get("ns") or end)
    return name.rstrip("/").rpartition("/")[2].lstrip("#") or end


def _items(relation: Mapping[str, Any], end: str) -> list[str]:
    return [str(item["id-ref"]) for item in relation.get(end) or () if item.get("id-ref")]
