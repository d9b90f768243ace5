"""Changing one value of a document in place, so that every other byte stays as it was written.

Why, what is compared and what is refused: docs/decisions/0006-yaml-editor.md.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cssa.datafile import emit
from cssa.datafile.reader import Document, read
from cssa.datafile.spans import EntrySpan, ValueSpan, outline
from cssa.errors import InputError, OutputError, Problem

_BOM = b"\xef\xbb\xbf"
_STEP = 2

_Edit = tuple[int, int, str]
"""Offsets of the text to replace, start and end, and the new text."""


class _Absent:
    """The type of ``ABSENT``."""


ABSENT = _Absent()
"""Stands for no value: of a key that does not exist, or that is to be removed."""


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
        old = self.document.value
        new = _with(old, path, value)
        if new == old:
            return self
        try:
            text = _apply(self.document.text, _Editor(self, path).edits(old, new, path, order))
            bom = _BOM if self.data.startswith(_BOM) else b""
            changed = EditableDocument.read(bom + text.encode(), self.document.path)
        except (_NotEditableError, InputError, UnicodeEncodeError):
            raise self._refusal(path) from None
        if changed.document.value != new:
            raise self._refusal(path)
        return changed

    def _refusal(self, path: Sequence[str]) -> OutputError:
        location = self.document.location(self.document.existing_path(tuple(path)))
        return OutputError([Problem("assess.edit_refused", {}, location, tuple(path))])


class _NotEditableError(Exception):
    """The text is written in a form that the editor does not change."""


def _with(old: Any, path: Sequence[str], value: Any) -> Any:
    """Return a value with the part at a path replaced, added or removed."""
    if not path:
        return value
    members = dict(old) if isinstance(old, Mapping) else {}
    key, rest = path[0], path[1:]
    if not rest and value is ABSENT:
        members.pop(key, None)
    else:
        members[key] = _with(members.get(key), rest, value)
    return members


def _apply(text: str, edits: Sequence[_Edit]) -> str:
    """Return a text with edits made that do not overlap."""
    parts, position = [], 0
    for start, end, new_text in sorted(edits, key=lambda edit: edit[:2]):
        if start < position:
            raise _NotEditableError
        parts += [text[position:start], new_text]
        position = end
    return "".join([*parts, text[position:]])


class _Editor:
    """Works out the edits of one change by comparing the old value with the new one.

    Args:
        editable: the document.
        path: where the change is; elsewhere the two values are the same.
    """

    def __init__(self, editable: EditableDocument, path: Sequence[str]) -> None:
        self._text = editable.document.text
        self._root = editable.outline(path)
        self._is_json = editable.is_json
        first_break = self._text.find("\n")
        has_crlf = first_break > 0 and self._text[first_break - 1] == "\r"
        self._newline = "\r\n" if has_crlf else "\n"

    def edits(
        self, old: Any, new: Mapping[str, Any], path: Sequence[str], order: Sequence[str]
    ) -> list[_Edit]:
        """Return the edits that turn the text of one value into that of another.

        Args:
            old: the document's value.
            new: the value it is to have.
            path: mapping keys to the change.
            order: the order of the last key among its siblings.
        """
        return list(self._mapping_edits(self._root, old, new, path, order))

    def _mapping_edits(
        self,
        span: ValueSpan,
        old: Any,
        new: Mapping[str, Any],
        path: Sequence[str],
        order: Sequence[str],
    ) -> Iterator[_Edit]:
        if span.kind != "map" or not isinstance(old, Mapping):
            raise _NotEditableError
        removed = [key for key in old if key not in new]
        added = [key for key in new if key not in old]
        keys = _in_order(old, path[0], order) if len(path) == 1 and added else list(new)
        if _needs_rewriting(span, old, removed, added):
            yield (span.start, span.end, self._flow({key: new[key] for key in keys}))
            return
        yield from (self._removal(span, key) for key in removed)
        yield from self._member_edits(span, old, new, path, order)
        for predecessor, group in _runs(keys, added):
            yield self._insertion(span, predecessor, {key: new[key] for key in group})

    def _member_edits(
        self,
        span: ValueSpan,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        path: Sequence[str],
        order: Sequence[str],
    ) -> Iterator[_Edit]:
        """Yield the edits of the members that stay in a mapping and change."""
        for key, entry in span.entries.items():
            if key in new and not _is_same(old[key], new[key]):
                rest = path[1:] if key in path[:1] else ()
                yield from self._value_edits(span, entry, old[key], new[key], rest, order)

    def _value_edits(
        self,
        parent: ValueSpan,
        entry: EntrySpan,
        old: Any,
        new: Any,
        path: Sequence[str],
        order: Sequence[str],
    ) -> Iterator[_Edit]:
        span = entry.value
        are_mappings = isinstance(old, Mapping) and isinstance(new, Mapping)
        if are_mappings and any(key in old for key in new):
            yield from self._mapping_edits(span, old, new, path, order)
            return
        if parent.is_block and not self._is_json and not self._rest_of_line(span.end).strip():
            column = self._key_column(entry) + _STEP
            if not self._text[entry.after_colon : span.start].strip():  # no comment in between
                end = max(entry.after_colon, span.end)
                yield (entry.after_colon, end, self._after_colon(new, column))
                return
        yield (span.start, span.end, self._padding(parent, entry) + self._flow(new))

    def _padding(self, parent: ValueSpan, entry: EntrySpan) -> str:
        """Return the spaces that a value on one line needs in front, where the old one began."""
        span = entry.value
        if self._text[span.start - 1 : span.start] == ":":
            return "" if self._is_json else " "
        is_below = parent.is_block and "\n" in self._text[entry.after_colon : span.start]
        return " " * max(0, self._key_column(entry) + _STEP - span.column) if is_below else ""

    def _after_colon(self, value: Any, column: int) -> str:
        """Return a value as the text behind its key's colon, on one line or on its own lines."""
        if isinstance(value, str) and emit.is_literal(value):
            return self._newline.join([" |-", *emit.literal(value, column)])
        lines = emit.block(value, column)
        return f" {self._flow(value)}" if lines is None else self._newline.join(["", *lines])

    def _insertion(
        self, span: ValueSpan, predecessor: str | None, members: Mapping[str, Any]
    ) -> _Edit:
        if not span.entries:
            raise _NotEditableError
        if not span.is_block:
            return self._flow_insertion(span, predecessor, members)
        first = next(iter(span.entries.values()))
        lines = emit.block(members, self._key_column(first)) or []
        if predecessor is None:
            start = self._line_start(first.start)
            return (start, start, "".join(line + self._newline for line in lines))
        end = span.entries[predecessor].end
        end += len(self._rest_of_line(end))
        return (end, end, "".join(self._newline + line for line in lines))

    def _flow_insertion(
        self, span: ValueSpan, predecessor: str | None, members: Mapping[str, Any]
    ) -> _Edit:
        new_text = self._flow(members)[1:-1]  # without the braces
        if predecessor is None:
            start = next(iter(span.entries.values())).start
            return (start, start, f"{new_text}, ")
        entry = span.entries[predecessor]
        line_start = self._line_start(entry.start)
        indent = self._text[line_start : entry.start]
        has_own_line = line_start > 0 and not indent.strip()
        separator = f"{self._newline}{indent}" if has_own_line else " "
        return (entry.end, entry.end, f",{separator}{new_text}")

    def _removal(self, span: ValueSpan, key: str) -> _Edit:
        entry = span.entries[key]
        if not span.is_block:
            return _flow_removal(span, key)
        self._key_column(entry)  # refuses a key that shares its line
        start = self._line_start(entry.start)
        end = entry.end + len(self._rest_of_line(entry.end))
        if end < len(self._text):
            return (start, self._text.index("\n", end) + 1, "")
        before = self._text[:start].removesuffix("\n").removesuffix("\r")
        return (len(before), end, "")  # the last line had no line break either

    def _flow(self, value: Any) -> str:
        return emit.flow(value, strict_json=self._is_json)

    def _key_column(self, entry: EntrySpan) -> int:
        """Return the column of a key; one that does not begin its line is not edited."""
        start = self._line_start(entry.start)
        if self._text[start : entry.start].strip(" "):
            raise _NotEditableError
        return entry.start - start

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _rest_of_line(self, offset: int) -> str:
        end = self._text.find("\n", offset)
        return self._text[offset : len(self._text) if end < 0 else end].removesuffix("\r")


def _needs_rewriting(
    span: ValueSpan, old: Mapping[str, Any], removed: Sequence[str], added: Sequence[str]
) -> bool:
    """Return whether removing keys needs the whole mapping to be written anew, in braces."""
    if not removed:
        return False
    if len(removed) == len(old):
        return True  # a mapping in block style cannot be empty
    is_single_cut = len(removed) == 1 and not added
    return not span.is_block and not is_single_cut  # cuts beside each other would share a comma


def _flow_removal(span: ValueSpan, key: str) -> _Edit:
    """Return the edit that removes a member of a mapping in braces, with one comma."""
    keys = list(span.entries)
    index = keys.index(key)
    if index + 1 < len(keys):
        return (span.entries[key].start, span.entries[keys[index + 1]].start, "")
    return (span.entries[keys[index - 1]].end, span.entries[key].end, "")


def _is_same(old: Any, new: Any) -> bool:
    """Compare with the type, so that 1, 1.0 and true differ."""
    return type(old) is type(new) and bool(old == new)


def _in_order(old: Mapping[str, Any], key: str, order: Sequence[str]) -> list[str]:
    """Return existing keys with a new one after its nearest predecessor in an order."""
    existing = list(old)
    before = order[: order.index(key)] if key in order else existing
    predecessor = next((name for name in reversed(before) if name in existing), None)
    index = 0 if predecessor is None else existing.index(predecessor) + 1
    return [*existing[:index], key, *existing[index:]]


def _runs(keys: Sequence[str], added: Sequence[str]) -> list[tuple[str | None, list[str]]]:
    """Return new keys in runs, each with the old key that it follows."""
    runs: list[tuple[str | None, list[str]]] = []
    predecessor: str | None = None
    for key in keys:
        if key not in added:
            predecessor = key
        elif runs and runs[-1][0] == predecessor:
            runs[-1][1].append(key)
        else:
            runs.append((predecessor, [key]))
    return runs
