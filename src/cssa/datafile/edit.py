"""Changing values of a document in place, so that every other byte stays as it was written.

Why, what is compared and what is refused: docs/decisions/0007-yaml-editor.md.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from cssa.datafile.editor import Editor, NotEditableError, apply_edits
from cssa.datafile.reader import Document, read
from cssa.datafile.spans import ValueSpan, outline
from cssa.errors import InputError, OutputError, Problem

_BOM = b"\xef\xbb\xbf"

MappingPath = tuple[str, ...]
"""Mapping keys from the root of a document to a value."""

Orders = Mapping[MappingPath, Sequence[str]]
"""The order of the keys of mappings, by the path of the mapping."""


class _Absent:
    """The type of ``ABSENT``."""


ABSENT = _Absent()
"""Stands for no value: of a key that does not exist, or that is to be removed."""


class Change(NamedTuple):
    """A value to be replaced, added or removed.

    Attributes:
        path: mapping keys; missing mappings on the way are added.
        value: plain values, or ``ABSENT``.
    """

    path: MappingPath
    value: Any


@dataclass(frozen=True)
class EditableDocument:
    """A document with its text, ready to be changed.

    Attributes:
        data: the file's bytes.
        document: the values read from them.
        events: the parse events they were built from.
    """

    data: bytes
    document: Document
    events: tuple[Any, ...]

    @classmethod
    def read(cls, data: bytes, path: str) -> "EditableDocument":
        """Read a document with the strict reader.

        Args:
            data: the file's bytes.
            path: the input's name for messages.

        Raises:
            InputError: with every problem of the text.
        """
        events: list[Any] = []
        document = read(data, path, on_event=events.append)
        return cls(data, document, tuple(events))

    def outline(self, path: Sequence[str]) -> ValueSpan:
        """Return the spans of the text, with the members of the containers along a path."""
        return outline(self.events, self.document.text, path)

    @cached_property
    def is_json(self) -> bool:
        """Whether the file is JSON and has to stay so."""
        if self.document.text.lstrip()[:1] != "{":
            return False
        try:
            json.loads(self.document.text)
        except ValueError:
            return False
        return True

    def get(self, path: Sequence[str]) -> Any:
        """Return the value at a path of mapping keys, ``ABSENT`` where there is none."""
        value = self.document.value
        for key in path:
            if not isinstance(value, Mapping) or key not in value:
                return ABSENT
            value = value[key]
        return value

    def change(
        self, path: Sequence[str], value: Any, order: Sequence[str] = ()
    ) -> "EditableDocument":
        """Return the document with the value at a path replaced, added or removed.

        The changed text is read again; it is returned only where it reads as the old value with
        exactly this change.

        Args:
            path: mapping keys; missing mappings on the way are added.
            value: plain values, or ``ABSENT``.
            order: the order of the last key among its siblings; a new key is inserted after the
                nearest one that precedes it there.

        Raises:
            OutputError: when the text cannot be changed at this place without changing more.
        """
        changed = self._changed([Change(tuple(path), value)], {tuple(path[:-1]): order}, path)
        if changed is None:
            raise OutputError([self._refusal(path)])
        return changed

    def change_all(self, changes: Sequence[Change], orders: Orders) -> "EditableDocument":
        """Return the document with several values changed, all of them or none.

        Args:
            changes: none of them inside another.
            orders: the order of keys among their siblings, for new ones.

        Raises:
            OutputError: with every place that cannot be changed without changing more.
        """
        changed = self._changed(changes, orders)
        if changed is None:
            refused = [
                change for change in changes if self._changed([change], orders, change.path) is None
            ]
            raise OutputError(self._refusal(change.path) for change in refused or changes)
        return changed

    def _changed(
        self, changes: Sequence[Change], orders: Orders, focus: Sequence[str] = ()
    ) -> "EditableDocument | None":
        """Return the changed document, None where the text cannot be changed so."""
        old = new = self.document.value
        for path, value in changes:
            new = _with(new, path, value, orders)
        if new == old:
            return self
        try:
            editor = Editor(self.document.text, self.outline(focus), is_json=self.is_json)
            text = apply_edits(self.document.text, editor.edits(old, new))
            bom = _BOM if self.data.startswith(_BOM) else b""
            changed = EditableDocument.read(bom + text.encode(), self.document.path)
        except (NotEditableError, InputError, UnicodeEncodeError):
            return None
        return changed if changed.document.value == new else None

    def _refusal(self, path: Sequence[str]) -> Problem:
        location = self.document.location(self.document.existing_path(tuple(path)))
        return Problem("assess.edit_refused", {}, location, tuple(path))


def _with(old: Any, path: MappingPath, value: Any, orders: Orders, parent: MappingPath = ()) -> Any:
    """Return a value with the part at a path replaced, added in its order, or removed."""
    if not path:
        return value
    members = dict(old) if isinstance(old, Mapping) else {}
    key, rest = path[0], path[1:]
    if not rest and value is ABSENT:
        members.pop(key, None)
        return members
    keys = list(members) if key in members else _in_order(members, key, orders.get(parent, ()))
    members[key] = _with(members.get(key), rest, value, orders, (*parent, key))
    return {name: members[name] for name in keys}


def _in_order(old: Mapping[str, Any], key: str, order: Sequence[str]) -> list[str]:
    """Return existing keys with a new one after its nearest predecessor in an order."""
    existing = list(old)
    before = order[: order.index(key)] if key in order else existing
    predecessor = next((name for name in reversed(before) if name in existing), None)
    index = 0 if predecessor is None else existing.index(predecessor) + 1
    return [*existing[:index], key, *existing[index:]]
