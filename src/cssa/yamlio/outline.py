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
    stack: list[tuple[Node, list[Any]]] = []  # a container, and the key waiting for its value
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            end = event.end_mark.index
            styled = event.style in ("|", ">")
            if styled:
                end = _content_end(text, event.start_mark.index, end)
            start = event.start_mark
            node = Node(start.index, end, "scalar", block=styled, column=start.column)
            if stack and stack[-1][0].kind == "map" and not stack[-1][1]:
                stack[-1][1].append((event.value, node))
                continue
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            kind: Kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
            start = event.start_mark
            block = not event.flow_style
            node = Node(start.index, start.index, kind, block=block, column=start.column)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = stack.pop()[0]
            if not node.block:
                node.end = event.end_mark.index
            if stack and node.end > stack[-1][0].end:
                stack[-1][0].end = node.end
            continue
        else:
            continue
        if not stack:
            root = node
        else:
            _place(node, stack[-1], text)
        if node.kind != "scalar":
            stack.append((node, []))
    return root


def _place(node: Node, frame: tuple[Node, list[Any]], text: str) -> None:
    container, waiting = frame
    container.end = max(container.end, node.end)
    if container.kind == "list":
        return
    key, at = waiting.pop()
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
