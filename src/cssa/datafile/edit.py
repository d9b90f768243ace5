"""Changing values of a document in place, so that every other byte stays as it was written."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from cssa.datafile import emit
from cssa.datafile.reader import Document, read
from cssa.datafile.spans import EntrySpan, ValueSpan, outline
from cssa.errors import InputError, OutputError, Problem
from cssa.location import Location

_BOM = b"\xef\xbb\xbf"
_STEP = 2
_DASHES = re.compile(r" *(?:- +)*")
"""What may stand before a key on its line: indentation, and the dashes of lists that it begins."""

Edit = tuple[int, int, str]
Path = tuple[str, ...]
Orders = Mapping[Path, Sequence[str]]
"""Keys in the order in which they should stand, by the path of the mapping that holds them."""


class _Absent:
    """A value that is to be taken out."""


ABSENT = _Absent()


class Change(NamedTuple):
    """A value to be replaced, added or taken out.

    Attributes:
        path: mapping keys; missing mappings on the way are added.
        value: plain values, or ``ABSENT``.
    """

    path: Path
    value: Any


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
        document = read(data, path, watch=events.append)
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
        changed = self._changed([Change(tuple(path), value)], {tuple(path[:-1]): order}, path)
        if changed is None:
            raise OutputError([self._refusal(path)])
        return changed

    def change_all(self, changes: Sequence[Change], orders: Orders) -> "EditableDocument":
        """Return the document with several values changed, all of them or none.

        Args:
            changes: none of them inside another.
            orders: where new keys go in.

        Raises:
            OutputError: with every place that cannot be changed without changing more.
        """
        changed = self._changed(changes, orders)
        if changed is None:
            alone = [one for one in changes if self._changed([one], orders, one.path) is None]
            raise OutputError(self._refusal(one.path) for one in alone or changes)
        return changed

    def _changed(
        self, changes: Sequence[Change], orders: Orders, focus: Sequence[str] = ()
    ) -> "EditableDocument | None":
        """Return the changed document, None where the text cannot be changed so."""
        old = intended = self.document.value
        for path, value in changes:
            intended = _with(intended, path, value, orders)
        if intended == old:
            return self
        try:
            edits = sorted(_Editor(self, focus).edits(old, intended), key=lambda one: one[:2])
            text = _apply(self.document.text, edits)
            bom = _BOM if self.data.startswith(_BOM) else b""
            changed = EditableDocument.read(bom + text.encode(), self.document.path)
        except (_NotEditableError, InputError, UnicodeEncodeError):
            return None
        return changed if changed.document.value == intended else None

    def _refusal(self, path: Sequence[str]) -> Problem:
        known = self.document.marks.known(path)
        where: Location = self.document.location(known)
        return Problem("assess.edit_refused", {}, where, tuple(path))


class _NotEditableError(Exception):
    """The text is laid out in a way that we do not edit."""


def _with(old: Any, path: Path, value: Any, orders: Orders, at: Path = ()) -> Any:
    """Return plain values with one of them changed, a new key at its place among the others."""
    if not path:
        return value
    members = dict(old) if isinstance(old, Mapping) else {}
    key, rest = path[0], path[1:]
    if not rest and value is ABSENT:
        members.pop(key, None)
        return members
    names = list(members) if key in members else _ordered(list(members), key, orders.get(at, ()))
    members[key] = _with(members.get(key), rest, value, orders, (*at, key))
    return {name: members[name] for name in names}


def _apply(text: str, edits: Sequence[Edit]) -> str:
    parts, at = [], 0
    for start, end, new in edits:
        if start < at:
            raise _NotEditableError
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


class _Editor:
    """Works out the edits that turn one document into another.

    Args:
        manuscript: the document.
        focus: the path that all differences are on.
    """

    def __init__(self, manuscript: EditableDocument, focus: Sequence[str]) -> None:
        self._text = manuscript.document.text
        self._root = manuscript.outline(focus)
        self._json = manuscript.is_json
        first = self._text.find("\n")
        self._newline = "\r\n" if first > 0 and self._text[first - 1] == "\r" else "\n"

    def edits(self, old: Any, new: Mapping[str, Any]) -> list[Edit]:
        """Return what to replace, by offsets."""
        return self._mapping(self._root, old, new)

    def _mapping(self, node: ValueSpan, old: Any, new: Mapping[str, Any]) -> list[Edit]:
        if node.kind != "map" or not isinstance(old, Mapping):
            raise _NotEditableError
        gone = [name for name in old if name not in new]
        fresh = [name for name in new if name not in old]
        if gone and not node.block and len(gone) == 1 and len(old) > 1 and not fresh:
            return [*self._changed(node, old, new), _cut(node, gone[0])]
        if gone and (not node.block or len(gone) == len(old)):
            return [(node.start, node.end, self._flow(new))]
        edits: list[Edit] = [self._removal(node.entries[name]) for name in gone]
        edits += self._changed(node, old, new)
        for pred, group in _grouped(list(new), fresh):
            edits.append(self._insertion(node, pred, {name: new[name] for name in group}))
        return edits

    def _changed(
        self, node: ValueSpan, old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> list[Edit]:
        edits: list[Edit] = []
        for name, value in new.items():
            if name in old and not _same(old[name], value):
                edits += self._value(node, node.entries[name], old[name], value)
        return edits

    def _value(self, parent: ValueSpan, entry: EntrySpan, old: Any, new: Any) -> list[Edit]:
        node = entry.value
        both = isinstance(old, Mapping) and isinstance(new, Mapping)
        if both and old and new and any(name in old for name in new):
            return self._mapping(node, old, new)
        if isinstance(old, list) and isinstance(new, list):
            try:
                return self._list(node, old, new)
            except _NotEditableError:
                pass  # written anew as a whole
        line_rest = self._line_rest(node.end)
        if parent.block and not self._json and not line_rest.strip():
            between = self._text[entry.colon : node.start]
            lines = self._own_lines(new, self._column(entry) + _STEP)
            if not between.strip():
                return [(entry.colon, max(entry.colon, node.end), self._behind(new, lines))]
        return [(node.start, node.end, self._lead(parent, entry) + self._flow(new))]

    def _list(self, node: ValueSpan, old: list[Any], new: list[Any]) -> list[Edit]:
        """Change mappings of a list in place and put new ones behind the last."""
        if len(node.items) != len(old) or not old or len(new) < len(old):
            raise _NotEditableError
        edits: list[Edit] = []
        for item, before, after in zip(node.items, old, new, strict=False):
            if not _same(before, after):
                if not isinstance(after, Mapping):
                    raise _NotEditableError
                edits += self._mapping(item, before, after)
        added = new[len(old) :]
        if added:
            edits.append(self._added(node, added))
        return edits

    def _added(self, node: ValueSpan, items: Sequence[Any]) -> Edit:
        """Put new items behind the last one of a list."""
        end = node.items[-1].end
        if not node.block:
            return (end, end, "".join(f", {self._flow(item)}" for item in items))
        first = node.items[0].start
        margin = self._text[self._line_start(first) : first]
        if not re.fullmatch(r" *- +", margin):
            raise _NotEditableError
        pad = margin[: margin.index("-")]
        return self._below(end, [f"{pad}- {self._flow(item)}" for item in items])

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
            start = self._own_line(first)
            return (start, start, "".join(line + self._newline for line in lines))
        return self._below(node.entries[pred].end, lines)

    def _below(self, offset: int, lines: Sequence[str]) -> Edit:
        """Put lines below the one that an offset is on.

        They begin where the next line does: what takes that line away, or adds others to it, is
        then beside this edit and not across it.
        """
        at = self._text.find("\n", offset) + 1
        if at:
            return (at, at, "".join(line + self._newline for line in lines))
        at = len(self._text)
        return (at, at, "".join(self._newline + line for line in lines))

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
        start = self._own_line(entry)
        end = entry.end + len(self._line_rest(entry.end))
        return (start, self._text.find("\n", end) + 1 or end, "")

    def _flow(self, value: Any) -> str:
        return emit.flow(value, strict_json=self._json)

    def _column(self, entry: EntrySpan) -> int:
        """Return the column of a key that begins its line, or an item of a list there."""
        start = self._line_start(entry.start)
        if not _DASHES.fullmatch(self._text, start, entry.start):
            raise _NotEditableError
        return entry.start - start

    def _own_line(self, entry: EntrySpan) -> int:
        """Return where the line begins of a key that has nothing before it."""
        start = self._line_start(entry.start)
        if self._text[start : entry.start].strip(" "):
            raise _NotEditableError
        return start

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
