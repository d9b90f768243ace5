"""Crosswalks: which items of one document correspond to which of another."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from cssa.datafile.reader import read
from cssa.datafile.types import Line, LocalizedText, Model
from cssa.datafile.validation import validate

Relation = Literal["equal", "subset", "superset", "intersects"]
RELATIONS: tuple[Relation, ...] = ("equal", "subset", "superset", "intersects")
_REVERSED: Mapping[Relation, Relation] = {"subset": "superset", "superset": "subset"}


class CrosswalkEnd(Model):
    """A document that a crosswalk is about.

    Attributes:
        id: of a checklist, or the name under which practices refer to a document (``csf2``).
        version: its version; any where None.
        title: its name.
    """

    id: Line
    version: Line | None = None
    title: LocalizedText | None = None


class CrosswalkItem(Model):
    """An item of the document that a crosswalk leads to.

    Attributes:
        id: its number there.
        title: its name; left out where the document's wording may not be passed on.
        parent: the item that it belongs to.
    """

    id: Line
    title: LocalizedText | None = None
    parent: Line | None = None


class Crosswalk(Model):
    """A table of relations between the items of two documents.

    Attributes:
        from_: the document whose items are the keys of ``relations``.
        to: the document that it leads to.
        note: who made it, and under which terms.
        items: the items of the document that it leads to, in order; where they are left out, those
            that ``relations`` names.
        relations: by item of the one document, the items of the other, by relation: ``subset``
            means that the first is a part of the second.
    """

    schema_: Annotated[Literal["cssa.crosswalk/1"], Field(alias="schema")]
    from_: Annotated[CrosswalkEnd, Field(alias="from")]
    to: CrosswalkEnd
    note: LocalizedText | None = None
    items: tuple[CrosswalkItem, ...] = ()
    relations: Mapping[Line, Mapping[Relation, tuple[Line, ...]]]

    def reversed(self) -> "Crosswalk":
        """Return the same relations, read from the document that they lead to."""
        back: dict[str, dict[Relation, list[str]]] = {}
        for source, relations in self.relations.items():
            for relation, targets in relations.items():
                for target in targets:
                    reverse = _REVERSED.get(relation, relation)
                    back.setdefault(target, {}).setdefault(reverse, []).append(source)
        reverse_relations: dict[str, dict[Relation, tuple[str, ...]]] = {
            source: {relation: tuple(targets) for relation, targets in by_relation.items()}
            for source, by_relation in back.items()
        }
        return self.model_copy(
            update={"from_": self.to, "to": self.from_, "items": (), "relations": reverse_relations}
        )


def read_crosswalk(data: bytes, path: str) -> Crosswalk:
    """Return the crosswalk of a file.

    Args:
        data: its content.
        path: its name for messages.

    Raises:
        InputError: with every problem of the file.
    """
    return validate(Crosswalk, read(data, path))
