"""Where in a document's text each key and value begins and ends, for editing it in place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_COLON = re.compile(r"(?:\s|#[^\n]*\n)*:")

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

Kind = Literal["scalar", "map", "list"]


@dataclass(slots=True)
class ValueSpan:
    """A value in the text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character, trailing comments and blank lines left out.
        kind: scalar, mapping or list.
        block: whether it is written by indentation; for a scalar, as ``|`` or ``>``.
        column: column of the first character.
        entries: members of a mapping, in order.
    """

    start: int
    end: int
    kind: Kind
    block: bool
    column: int
    entries: "dict[str, EntrySpan]" = field(default_factory=dict)


@dataclass(slots=True)
class EntrySpan:
    """A key with its value.

    Attributes:
        start: offset of the key.
        colon: offset after the colon.
        value: what stands behind it.
    """

    start: int
    colon: int
    value: ValueSpan

    @property
    def end(self) -> int:
        """Offset after the last character of the entry."""
        return max(self.colon, self.value.end)


def outline(events: Sequence[Any], text: str, focus: Sequence[str]) -> ValueSpan:
    """Return the outline of a document that the reader took, in detail along one path.

    Members beside the path have their place and no entries of their own: a file is gone through
    at every save, and only one answer of it is of interest.

    Args:
        events: its parse events.
        text: the text that they were read from.
        focus: mapping keys to what is to be edited.
    """
    root = ValueSpan(0, 0, "scalar", block=False, column=0)
    stack: list[_OpenSpan] = []
    at = 0
    while at < len(events):
        event = events[at]
        at += 1
        if type(event) in _ENDS:
            _close(stack, event)
            continue
        node = _node(event, text)
        if node is None:
            continue
        if not stack:
            root = node
        elif stack[-1].node.kind == "map" and stack[-1].key is None:
            stack[-1].key = (event.value, node)
            continue
        elif node.kind != "scalar" and not stack[-1].leads_on(focus[len(stack) - 1 :]):
            at = _skip(events, at, node, text)
            _place(node, stack[-1], text)
            continue
        else:
            _place(node, stack[-1], text)
        if node.kind != "scalar":
            stack.append(_OpenSpan(node))
    return root


@dataclass(slots=True)
class _OpenSpan:
    """A container whose end has not been reached, with the key that waits for its value."""

    node: ValueSpan
    key: tuple[str, ValueSpan] | None = None

    def leads_on(self, focus: Sequence[str]) -> bool:
        """Tell whether the waiting member is on the path, or below its end."""
        return not focus or (self.key is not None and self.key[0] == focus[0])


def _skip(events: Sequence[Any], at: int, node: ValueSpan, text: str) -> int:
    """Pass over the members of a container, for its end; return where to go on."""
    depth = 1
    last: Any = None  # the last event that has written an end
    while depth:
        event = events[at]
        kind = type(event)
        at += 1
        if kind is yaml.ScalarEvent:
            last = event
        elif kind in _STARTS:
            depth += 1
        elif kind in _ENDS:
            depth -= 1
            if event.start_mark.index < event.end_mark.index:  # a closing bracket
                last = event
    if not node.block:
        node.end = events[at - 1].end_mark.index
    elif type(last) is yaml.ScalarEvent:
        inner = _node(last, text)
        node.end = inner.end if inner else node.end
    elif last is not None:
        node.end = last.end_mark.index
    return at


def _node(event: Any, text: str) -> ValueSpan | None:
    """Return the node that an event begins, None for one that begins none."""
    start: Any = event.start_mark
    if type(event) is yaml.ScalarEvent:
        last: Any = event.end_mark
        end, styled = last.index, event.style in ("|", ">")
        if styled:
            end = _content_end(text, start.index, end)
        return ValueSpan(start.index, end, "scalar", block=styled, column=start.column)
    if type(event) in _STARTS:
        kind: Kind = "map" if type(event) is yaml.MappingStartEvent else "list"
        block = not event.flow_style
        return ValueSpan(start.index, start.index, kind, block=block, column=start.column)
    return None


def _close(stack: list[_OpenSpan], event: Any) -> None:
    node = stack.pop().node
    if not node.block:
        node.end = event.end_mark.index
    if stack:
        stack[-1].node.end = max(stack[-1].node.end, node.end)


def _place(node: ValueSpan, frame: _OpenSpan, text: str) -> None:
    container = frame.node
    container.end = max(container.end, node.end)
    if frame.key is None:
        return
    (key, at), frame.key = frame.key, None
    found = _COLON.match(text, at.end)
    colon = found.end() if found else at.end
    if node.kind == "scalar" and node.start == node.end:  # nothing is written
        node.start = node.end = colon
        container.end = max(container.end, colon)
    container.entries[key] = EntrySpan(at.start, colon, node)


def _content_end(text: str, start: int, end: int) -> int:
    """Return where the last line of a ``|`` or ``>`` scalar ends; blank lines only where kept."""
    body = text[start:end]
    if "+" in body.partition("\n")[0]:
        return start + len(body.removesuffix("\n").removesuffix("\r"))
    return start + len(body.rstrip("\r\n \t"))
