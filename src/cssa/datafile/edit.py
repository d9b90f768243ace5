"""Changing one value of a document in place, so that every other byte stays as it was written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cssa.datafile import emit
from cssa.datafile.reader import Document, read
from cssa.datafile.spans import EntrySpan, ValueSpan, outline
from cssa.errors import InputError, OutputError, Problem
from cssa.location import Location

_BOM = b"\xef\xbb\xbf"
_STEP = 2

Edit = tuple[int, int, str]


class _Absent:
    """A value that is to be taken out."""


ABSENT = _Absent()


@dataclass(frozen=True)
class EditableDocument:
    """A document with its text, ready to be changed.

    Attributes:
        data: the file's bytes.
        document: what they say.
        events: the parse events behind it.
    """

    data: bytes
    document: Document
    events: tuple[Any, ...]

    @classmethod
    def read(cls, data: bytes, path: str) -> "EditableDocument":
        """Read a document strictly.

        Raises:
            InputError: with every problem of the text.
        """
        events: list[Any] = []
        document = read(data, path, on_event=events.append)
        return cls(data, document, tuple(events))

    def outline(self, path: Sequence[str]) -> ValueSpan:
        """Return the outline of the text, in detail along a path."""
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
        for part in path:
            if not isinstance(value, Mapping) or part not in value:
                return ABSENT
            value = value[part]
        return value

    def change(
        self, path: Sequence[str], value: Any, order: Sequence[str] = ()
    ) -> "EditableDocument":
        """Return the document with the value at a path replaced, added or taken out.

        Args:
            path: mapping keys; missing mappings on the way are added.
            value: plain values, or ``ABSENT``.
            order: keys beside the last one in the order in which they should stand; a new key goes
                in after the nearest one before it.

        Raises:
            OutputError: when the text cannot be changed in this place without changing more.
        """
        old = self.document.value
        intended = _with(old, path, value)
        if intended == old:
            return self
        try:
            edits = sorted(
                _Editor(self, path).edits(old, intended, path, order), key=lambda one: one[:2]
            )
            text = _apply(self.document.text, edits)
            bom = _BOM if self.data.startswith(_BOM) else b""
            changed = EditableDocument.read(bom + text.encode(), self.document.path)
        except (_NotEditableError, InputError, UnicodeEncodeError):
            raise self._refused(path) from None
        if changed.document.value != intended:
            raise self._refused(path)
        return changed

    def _refused(self, path: Sequence[str]) -> OutputError:
        known = self.document.existing_path(tuple(path))
        where: Location = self.document.location(known)
        return OutputError([Problem("assess.edit_refused", {}, where, tuple(path))])


class _NotEditableError(Exception):
    """The text is laid out in a way that we do not edit."""


def _with(old: Any, path: Sequence[str], value: Any) -> Any:
    if not path:
        return value
    members = dict(old) if isinstance(old, Mapping) else {}
    key, rest = path[0], path[1:]
    if not rest and value is ABSENT:
        members.pop(key, None)
    else:
        members[key] = _with(members.get(key), rest, value)
    return members


def _apply(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for start, end, new in edits:
        if start < at:
            raise _NotEditableError
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


class _Editor:
    """Works out the edits of one change."""

    def __init__(self, manuscript: EditableDocument, path: Sequence[str]) -> None:
        self._text = manuscript.document.text
        self._root = manuscript.outline(path)
        self._json = manuscript.is_json
        first = self._text.find("\n")
        self._newline = "\r\n" if first > 0 and self._text[first - 1] == "\r" else "\n"

    def edits(
        self, old: Any, new: Mapping[str, Any], path: Sequence[str], order: Sequence[str]
    ) -> list[Edit]:
        """Return what to replace, by offsets."""
        return self._mapping(self._root, old, new, [*path], order)

    def _mapping(
        self,
        node: ValueSpan,
        old: Any,
        new: Mapping[str, Any],
        path: list[str],
        order: Sequence[str],
    ) -> list[Edit]:
        if node.kind != "map" or not isinstance(old, Mapping):
            raise _NotEditableError
        key, inner = (path[0] if path else None), path[1:]
        names = list(new)
        if key is not None and not inner:
            names = _ordered(list(old), key, order) if key in new and key not in old else names
        gone = [name for name in old if name not in new]
        fresh = [name for name in names if name in new and name not in old]
        if gone and not node.block and len(gone) == 1 and len(old) > 1 and not fresh:
            return [*self._changed(node, old, new, names, key, inner, order), _cut(node, gone[0])]
        if gone and (not node.block or len(gone) == len(old)):
            return [(node.start, node.end, self._flow({name: new[name] for name in names}))]
        edits: list[Edit] = [self._removal(node.entries[name]) for name in gone]
        edits += self._changed(node, old, new, names, key, inner, order)
        for pred, group in _grouped(names, fresh):
            edits.append(self._insertion(node, pred, {name: new[name] for name in group}))
        return edits

    def _changed(
        self,
        node: ValueSpan,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        names: Sequence[str],
        key: str | None,
        inner: list[str],
        order: Sequence[str],
    ) -> list[Edit]:
        edits: list[Edit] = []
        for name in names:
            if name in old and name in new and not _same(old[name], new[name]):
                rest = inner if name == key else []
                edits += self._value(node, node.entries[name], old[name], new[name], rest, order)
        return edits

    def _value(
        self,
        parent: ValueSpan,
        entry: EntrySpan,
        old: Any,
        new: Any,
        path: list[str],
        order: Sequence[str],
    ) -> list[Edit]:
        node = entry.value
        both = isinstance(old, Mapping) and isinstance(new, Mapping)
        if both and old and new and any(name in old for name in new):
            return self._mapping(node, old, new, path, order)
        line_rest = self._line_rest(node.end)
        if parent.block and not self._json and not line_rest.strip():
            between = self._text[entry.colon : node.start]
            lines = self._own_lines(new, self._column(entry) + _STEP)
            if not between.strip():
                return [(entry.colon, max(entry.colon, node.end), self._behind(new, lines))]
        return [(node.start, node.end, self._lead(parent, entry) + self._flow(new))]

    def _lead(self, parent: ValueSpan, entry: EntrySpan) -> str:
        """Return the space that a value needs in place of one that begins elsewhere."""
        node = entry.value
        if self._text[node.start - 1 : node.start] == ":":
            return "" if self._json else " "
        is_below = parent.block and "\n" in self._text[entry.colon : node.start]
        return " " * max(0, self._column(entry) + _STEP - node.column) if is_below else ""

    def _own_lines(self, value: Any, column: int) -> list[str] | None:
        if isinstance(value, str) and emit.is_literal(value):
            return emit.literal(value, column)
        return emit.block(value, column)

    def _behind(self, value: Any, lines: list[str] | None) -> str:
        """Return what stands behind a key's colon."""
        if lines is None:
            return f" {self._flow(value)}"
        head = " |-" if isinstance(value, str) else ""
        return self._newline.join([head, *lines])

    def _insertion(self, node: ValueSpan, pred: str | None, members: Mapping[str, Any]) -> Edit:
        if not node.entries:
            raise _NotEditableError
        if not node.block:
            return self._flow_insertion(node, pred, members)
        first = next(iter(node.entries.values()))
        column = self._column(first)
        lines = emit.block(members, column) or []
        if pred is None:
            start = self._line_start(first.start)
            return (start, start, "".join(line + self._newline for line in lines))
        end = node.entries[pred].end
        end += len(self._line_rest(end))
        return (end, end, "".join(self._newline + line for line in lines))

    def _flow_insertion(
        self, node: ValueSpan, pred: str | None, members: Mapping[str, Any]
    ) -> Edit:
        inside = self._flow(members)[1:-1]
        if pred is None:
            start = next(iter(node.entries.values())).start
            return (start, start, f"{inside}, ")
        before = node.entries[pred]
        margin = self._text[self._line_start(before.start) : before.start]
        lead = f"{self._newline}{margin}" if self._line_start(before.start) > 0 else " "
        lead = lead if not margin.strip() else " "
        return (before.end, before.end, f",{lead}{inside}")

    def _removal(self, entry: EntrySpan) -> Edit:
        self._column(entry)
        start = self._line_start(entry.start)
        end = entry.end + len(self._line_rest(entry.end))
        if end < len(self._text):
            return (start, self._text.index("\n", end) + 1, "")
        before = self._text[:start].removesuffix("\n").removesuffix("\r")
        return (len(before), end, "")  # the last line had no line break either

    def _flow(self, value: Any) -> str:
        return emit.flow(value, strict_json=self._json)

    def _column(self, entry: EntrySpan) -> int:
        """Return the column of a key that begins its line."""
        start = self._line_start(entry.start)
        if self._text[start : entry.start].strip(" "):
            raise _NotEditableError
        return entry.start - start

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_rest(self, offset: int) -> str:
        end = self._text.find("\n", offset)
        return self._text[offset : len(self._text) if end < 0 else end].removesuffix("\r")


def _cut(node: ValueSpan, name: str) -> Edit:
    """Take a member out of a mapping in braces."""
    names = list(node.entries)
    at = names.index(name)
    if at + 1 < len(names):
        return (node.entries[name].start, node.entries[names[at + 1]].start, "")
    return (node.entries[names[at - 1]].end, node.entries[name].end, "")


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _ordered(existing: list[str], key: str, order: Sequence[str]) -> list[str]:
    """Return existing keys with a new one after its nearest predecessor in ``order``."""
    before = list(order[: order.index(key)]) if key in order else existing
    pred = next((name for name in reversed(before) if name in existing), None)
    at = 0 if pred is None else existing.index(pred) + 1
    return [*existing[:at], key, *existing[at:]]


def _grouped(names: Sequence[str], fresh: Sequence[str]) -> list[tuple[str | None, list[str]]]:
    """Return new keys in runs, each with the old key that it follows."""
    groups: list[tuple[str | None, list[str]]] = []
    pred: str | None = None
    for name in names:
        if name not in fresh:
            pred = name
        elif groups and groups[-1][0] == pred:
            groups[-1][1].append(name)
        else:
            groups.append((pred, [name]))
    return groups
