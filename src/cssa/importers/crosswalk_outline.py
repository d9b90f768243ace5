"""A crosswalk of others while it is read."""

from dataclasses import dataclass, field
from typing import Any

from cssa.importers.ids import cleaned
from cssa.library.crosswalk import RELATIONS, Relation


@dataclass(kw_only=True)
class CrosswalkOutline:
    """Relations of one document's items to another's.

    Attributes:
        source: the document related, as the file names it.
        target: the document that it leads to.
        note: what the file says of the table.
        relations: by item and relation, the items of the other document.
    """

    source: str
    target: str
    note: dict[str, str] = field(default_factory=dict)
    relations: dict[str, dict[Relation, dict[str, None]]] = field(default_factory=dict)

    def add(self, source: str, target: str, relation: Relation) -> bool:
        """Add a relation; return whether it was not there yet."""
        targets = self.relations.setdefault(source, {}).setdefault(relation, {})
        if target in targets:
            return False
        targets[target] = None
        return True

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{cleaned(self.source) or 'source'}-{cleaned(self.target) or 'target'}.yaml"

    def content(self) -> dict[str, Any]:
        """Return it as its file has it."""
        content: dict[str, Any] = {
            "schema": "cssa.crosswalk/1",
            "from": {"id": self.source},
            "to": {"id": self.target},
        }
        if self.note:
            content["note"] = self.note
        content["relations"] = {
            source: {name: list(by_name[name]) for name in RELATIONS if name in by_name}
            for source, by_name in self.relations.items()
        }
        return content
