"""Where in a document's text each key and value begins and ends, for editing it in place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_COLON = re.compile(r"(?:\s|#[^\n]*\n)*:")

Kind = Literal["scalar", "map", "list"]


@dataclass(slots=True)
class Node:
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
    entries: "dict[str, Entry]" = field(default_factory=dict)


@dataclass(slots=True)
class Entry:
    """A key with its value.

    Attributes:
        start: offset of the key.
        colon: offset after the colon.
        value: what stands behind it.
    """

    start: int
    colon: int
    value: Node

    @property
    def end(self) -> int:
        """Offset after the last character of the entry."""
        return max(self.colon, self.value.end)


def outline(events: Iterable[Any], text: str) -> Node:
    """Return the outline of a document that the reader took.

    Args:
        events: its parse events.
        text: the text that they were read from.
    """
    root = Node(0, 0, "scalar", block=False, column=0)
    stack: list[_Open] = []
    for event in events:
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            _close(stack, event.end_mark)
            continue
        node = _node(event, text)
        if node is None:
            continue
        if not stack:
            root = node
        elif stack[-1].node.kind == "map" and stack[-1].key is None:
            stack[-1].key = (event.value, node)
            continue
        else:
            _place(node, stack[-1], text)
        if node.kind != "scalar":
            stack.append(_Open(node))
    return root


@dataclass(slots=True)
class _Open:
    """A container whose end has not been reached, with the key that waits for its value."""

    node: Node
    key: tuple[str, Node] | None = None


def _node(event: Any, text: str) -> Node | None:
    """Return the node that an event begins, None for one that begins none."""
    start: Any = event.start_mark
    if isinstance(event, yaml.ScalarEvent):
        last: Any = event.end_mark
        end, styled = last.index, event.style in ("|", ">")
        if styled:
            end = _content_end(text, start.index, end)
        return Node(start.index, end, "scalar", block=styled, column=start.column)
    if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
        kind: Kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        block = not event.flow_style
        return Node(start.index, start.index, kind, block=block, column=start.column)
    return None


def _close(stack: list[_Open], mark: Any) -> None:
    node = stack.pop().node
    if not node.block:
        node.end = mark.index
    if stack:
        stack[-1].node.end = max(stack[-1].node.end, node.end)


def _place(node: Node, frame: _Open, text: str) -> None:
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
    container.entries[key] = Entry(at.start, colon, node)


def _content_end(text: str, start: int, end: int) -> int:
    """Return where the last line of a ``|`` or ``>`` scalar ends; blank lines only where kept."""
    body = text[start:end]
    if "+" in body.partition("\n")[0]:
        return start + len(body.removesuffix("\n").removesuffix("\r"))
    return start + len(body.rstrip("\r\n \t"))
