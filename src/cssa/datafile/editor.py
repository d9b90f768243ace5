"""The edits of a text that turn a document's old value into a new one."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from cssa.datafile import emit
from cssa.datafile.spans import EntrySpan, ValueSpan

_STEP = 2
_DASHES = re.compile(r" *(?:- +)*")
"""What may stand before a key on its line: indentation, and the dashes of lists that it begins."""

Edit = tuple[int, int, str]
"""Offsets of the text to replace, start and end, and the new text."""


class NotEditableError(Exception):
    """The text is written in a form that the editor does not change."""


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits made.

    Args:
        text: the text.
        edits: what to replace in it.

    Raises:
        NotEditableError: when two edits overlap.
    """
    parts: list[str] = []
    position = 0
    for start, end, new_text in sorted(edits, key=lambda edit: edit[:2]):
        if start < position:
            raise NotEditableError
        is_last_line_gone = start == position == len(text) and parts[-1:] == [""]
        parts += [text[position:start], _with_break_behind(new_text, moved=is_last_line_gone)]
        position = end
    return "".join([*parts, text[position:]])


def _with_break_behind(new_text: str, *, moved: bool) -> str:
    """Return lines that begin with a break, which ends the last line, with it behind them.

    Where the last line is removed, there is none left for the break to end.
    """
    first_break = "\r\n" if new_text.startswith("\r\n") else "\n"
    if not moved or not new_text.startswith(first_break):
        return new_text
    return new_text.removeprefix(first_break) + first_break


class Editor:
    """Works out the edits that turn one document into another, by comparing their values.

    Args:
        text: the document's text.
        root: its outline, in detail where the values differ.
        is_json: whether the text has to stay JSON.
    """

    def __init__(self, text: str, root: ValueSpan, *, is_json: bool) -> None:
        self._text = text
        self._root = root
        self._is_json = is_json
        first_break = self._text.find("\n")
        has_crlf = first_break > 0 and self._text[first_break - 1] == "\r"
        self._newline = "\r\n" if has_crlf else "\n"

    def edits(self, old: Any, new: Mapping[str, Any]) -> list[Edit]:
        """Return the edits that turn the text of one value into that of another.

        Args:
            old: the document's value.
            new: the value it is to have, its new keys in their order.

        Raises:
            NotEditableError: when a value is written in a form that the editor does not change.
        """
        return self._mapping_edits(self._root, old, new)

    def _mapping_edits(self, span: ValueSpan, old: Any, new: Mapping[str, Any]) -> list[Edit]:
        if span.kind != "map" or not isinstance(old, Mapping):
            raise NotEditableError
        removed = [key for key in old if key not in new]
        added = [key for key in new if key not in old]
        if _needs_rewriting(span, old, removed, added):
            return [(span.start, span.end, self._flow(new))]
        edits = [self._removal(span, key) for key in removed]
        edits += self._member_edits(span, old, new)
        for predecessor, group in _runs(list(new), added):
            edits.append(self._insertion(span, predecessor, {key: new[key] for key in group}))
        return edits

    def _member_edits(
        self, span: ValueSpan, old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> list[Edit]:
        """Return the edits of the members that stay in a mapping and change."""
        edits: list[Edit] = []
        for key, value in new.items():
            if key in old and not _is_same(old[key], value):
                edits += self._value_edits(span, span.entries[key], old[key], value)
        return edits

    def _value_edits(self, parent: ValueSpan, entry: EntrySpan, old: Any, new: Any) -> list[Edit]:
        span = entry.value
        are_mappings = isinstance(old, Mapping) and isinstance(new, Mapping)
        if are_mappings and any(key in old for key in new):
            return self._mapping_edits(span, old, new)
        if isinstance(old, list) and isinstance(new, list):
            try:
                return self._list_edits(span, old, new)
            except NotEditableError:
                pass  # written anew as a whole
        if parent.is_block and not self._is_json and not self._rest_of_line(span.end).strip():
            column = self._key_column(entry) + _STEP
            if not self._text[entry.after_colon : span.start].strip():  # no comment in between
                end = max(entry.after_colon, span.end)
                return [(entry.after_colon, end, self._after_colon(new, column))]
        return [(span.start, span.end, self._padding(parent, entry) + self._flow(new))]

    def _list_edits(self, span: ValueSpan, old: list[Any], new: list[Any]) -> list[Edit]:
        """Change mappings of a list in place and put new items behind the last one."""
        if len(span.items) != len(old) or not old or len(new) < len(old):
            raise NotEditableError
        edits: list[Edit] = []
        for item, old_item, new_item in zip(span.items, old, new, strict=False):
            if not _is_same(old_item, new_item):
                if not isinstance(new_item, Mapping):
                    raise NotEditableError
                edits += self._mapping_edits(item, old_item, new_item)
        added = new[len(old) :]
        if added:
            edits.append(self._item_insertion(span, added))
        return edits

    def _item_insertion(self, span: ValueSpan, items: Sequence[Any]) -> Edit:
        """Return the edit that puts new items behind the last one of a list."""
        end = span.items[-1].end
        if not span.is_block:
            return (end, end, "".join(f", {self._flow(item)}" for item in items))
        first = span.items[0].start
        margin = self._text[self._line_start(first) : first]
        if not re.fullmatch(r" *- +", margin):
            raise NotEditableError
        indent = margin[: margin.index("-")]
        return self._lines_below(end, [f"{indent}- {self._flow(item)}" for item in items])

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
    ) -> Edit:
        if not span.entries:
            raise NotEditableError
        if not span.is_block:
            return self._flow_insertion(span, predecessor, members)
        first = next(iter(span.entries.values()))
        lines = emit.block(members, self._key_column(first)) or []
        if predecessor is None:
            start = self._own_line_start(first)
            return (start, start, "".join(line + self._newline for line in lines))
        return self._lines_below(span.entries[predecessor].end, lines)

    def _lines_below(self, offset: int, lines: Sequence[str]) -> Edit:
        """Return the edit that puts lines below the one that an offset is on.

        They begin where the next line does: an edit that removes that line, or adds others to it,
        is then beside this one and does not overlap it.
        """
        start = self._text.find("\n", offset) + 1
        if start:
            return (start, start, "".join(line + self._newline for line in lines))
        end = len(self._text)
        return (end, end, "".join(self._newline + line for line in lines))

    def _flow_insertion(
        self, span: ValueSpan, predecessor: str | None, members: Mapping[str, Any]
    ) -> Edit:
        if predecessor is None:
            anchor = next(iter(span.entries.values()))
        else:
            anchor = span.entries[predecessor]
        line_start = self._line_start(anchor.start)
        indent = self._text[line_start : anchor.start]
        has_own_line = line_start > 0 and not indent.strip()
        separator = f",{self._newline}{indent}" if has_own_line else ", "
        # without the braces, each member as it would be when it was added by itself
        texts = [self._flow({name: value})[1:-1] for name, value in members.items()]
        if predecessor is None:
            return (anchor.start, anchor.start, f"{separator.join(texts)}, ")
        return (anchor.end, anchor.end, "".join(f"{separator}{text}" for text in texts))

    def _removal(self, span: ValueSpan, key: str) -> Edit:
        if not span.is_block:
            return _flow_removal(span, key)
        entry = span.entries[key]
        start = self._own_line_start(entry)
        end = entry.end + len(self._rest_of_line(entry.end))
        return (start, self._text.find("\n", end) + 1 or end, "")

    def _flow(self, value: Any) -> str:
        return emit.flow(value, strict_json=self._is_json)

    def _key_column(self, entry: EntrySpan) -> int:
        """Return the column of a key that begins its line, or an item of a list there.

        One that stands elsewhere is not edited.
        """
        start = self._line_start(entry.start)
        if not _DASHES.fullmatch(self._text, start, entry.start):
            raise NotEditableError
        return entry.start - start

    def _own_line_start(self, entry: EntrySpan) -> int:
        """Return where the line of a key begins; one that shares its line is not edited."""
        start = self._line_start(entry.start)
        if self._text[start : entry.start].strip(" "):
            raise NotEditableError
        return start

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


def _flow_removal(span: ValueSpan, key: str) -> Edit:
    """Return the edit that removes a member of a mapping in braces, with one comma."""
    keys = list(span.entries)
    index = keys.index(key)
    if index + 1 < len(keys):
        return (span.entries[key].start, span.entries[keys[index + 1]].start, "")
    return (span.entries[keys[index - 1]].end, span.entries[key].end, "")


def _is_same(old: Any, new: Any) -> bool:
    """Compare with the type, so that 1, 1.0 and true differ."""
    return type(old) is type(new) and bool(old == new)


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
