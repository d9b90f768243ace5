"""Mapping sets in a library file of CISO Assistant."""

from collections.abc import Iterator, Mapping
from typing import Any

from cssa.datafile.reader import Document
from cssa.importers.crosswalk_outline import CrosswalkOutline
from cssa.importers.losses import Balance
from cssa.importers.source_file import mappings
from cssa.importers.text import clean
from cssa.library.crosswalk import Relation

_RELATIONS: Mapping[str, Relation] = {
    "equal": "equal",
    "subset": "subset",
    "superset": "superset",
    "intersect": "intersects",
}
_NOT_CARRIED = ("strength_of_relationship", "rationale", "annotation")


def read_mapping_sets(
    document: Document,
    library: Mapping[str, Any],
    objects: Mapping[str, Any],
    balance: Balance,
) -> tuple[CrosswalkOutline, ...]:
    """Return the mapping sets of a library, each in its own direction.

    Args:
        document: the file.
        library: its top level.
        objects: what it holds.
        balance: takes what is not carried.
    """
    lang = str(library.get("locale") or "en")[:2].lower()
    notice = clean(library.get("copyright"), balance)
    return tuple(
        _crosswalk(document, entry, {lang: notice} if notice else {}, balance)
        for entry in _sets(document, objects)
    )


def _sets(document: Document, objects: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("requirement_mapping_set", "requirement_mapping_sets"):
        value = objects.get(name)
        several = [value] if isinstance(value, dict) else value
        yield from mappings(document, several, "objects", name)


def _crosswalk(
    document: Document, entry: Mapping[str, Any], note: dict[str, str], balance: Balance
) -> CrosswalkOutline:
    source, target = (
        str(entry.get(f"{end}_framework_urn") or "").rpartition(":")[2]
        for end in ("source", "target")
    )
    outline = CrosswalkOutline(source=source, target=target, note=note)
    for relation in mappings(document, entry.get("requirement_mappings"), "objects"):
        balance.read["relations"] += 1
        name = _RELATIONS.get(str(relation.get("relationship")))
        item = _item(str(relation.get("source_requirement_urn") or ""), source)
        other = _item(str(relation.get("target_requirement_urn") or ""), target)
        where = f"{item} – {other}"
        if name is None or not item or not other:
            balance.lose(where, "relationship", "unknown_relation", of="relations")
        elif not outline.add(item, other, name):
            balance.lose(where, "relationship", "relation_twice", of="relations")
        for field in _NOT_CARRIED:
            if relation.get(field) not in (None, ""):
                balance.lose("", field, "no_place")
    return outline


def _item(urn: str, document_id: str) -> str:
    """Return how a document's item is called within it."""
    _, separator, item = urn.partition(f":{document_id}:")
    return item if separator else urn.rpartition(":")[2]
