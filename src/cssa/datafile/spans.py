"""Where in a document's text each key and value begins and ends, for editing it in place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_COLON = re.compile(r"(?:\s|#[^\n]*\n)*:")

_START_EVENTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_END_EVENTS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

_SpanKind = Literal["scalar", "map", "list"]


@dataclass(slots=True)
class ValueSpan:
    """The span of a value in the text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character, without trailing comments and blank lines.
        kind: scalar, mapping or list.
        is_block: whether it is written by indentation; for a scalar, as ``|`` or ``>``.
        column: 0-based column of the first character.
        entries: members of a mapping, in order.
        items: members of a list, in order.
    """

    start: int
    end: int
    kind: _SpanKind
    is_block: bool
    column: int
    entries: "dict[str, EntrySpan]" = field(default_factory=dict)
    items: "list[ValueSpan]" = field(default_factory=list)


@dataclass(slots=True)
class EntrySpan:
    """The span of a key with its value.

    Attributes:
        start: offset of the key.
        after_colon: offset after the colon.
        value: span of the value.
    """

    start: int
    after_colon: int
    value: ValueSpan

    @property
    def end(self) -> int:
        """Offset after the last character of the entry."""
        return max(self.after_colon, self.value.end)


@dataclass(slots=True)
class _OpenSpan:
    """A container whose end has not been reached, with the key that waits for its value."""

    span: ValueSpan
    key: tuple[str, ValueSpan] | None = None

    def leads_to(self, focus: Sequence[str]) -> bool:
        """Return whether the waiting member is on the path, or below its end."""
        return not focus or (self.key is not None and self.key[0] == focus[0])


def outline(events: Sequence[Any], text: str, focus: Sequence[str]) -> ValueSpan:
    """Return the spans of a document that the reader accepted, in detail along one path.

    Containers beside the path get their span and no entries: the file is gone through at every
    save, and only one answer in it is to change.

    Args:
        events: its parse events.
        text: the text that they were read from.
        focus: mapping keys to what is to be edited.
    """
    root = ValueSpan(0, 0, "scalar", is_block=False, column=0)
    stack: list[_OpenSpan] = []
    index = 0
    while index < len(events):
        event = events[index]
        index += 1
        if type(event) in _END_EVENTS:
            _close(stack, event)
            continue
        span = _span_from(event, text)
        if span is None:
            continue
        if not stack:
            root = span
        elif stack[-1].span.kind == "map" and stack[-1].key is None:
            stack[-1].key = (event.value, span)
            continue
        elif span.kind != "scalar" and not stack[-1].leads_to(focus[len(stack) - 1 :]):
            index = _skip(events, index, span, text)
            _add_member(span, stack[-1], text)
            continue
        else:
            _add_member(span, stack[-1], text)
        if span.kind != "scalar":
            stack.append(_OpenSpan(span))
    return root


def _skip(events: Sequence[Any], index: int, span: ValueSpan, text: str) -> int:
    """Set the end of a container without looking at its members.

    Returns:
        The index of the first event after the container.
    """
    depth = 1
    last: Any = None  # the last event with text of its own: a scalar or a closing bracket
    while depth:
        event = events[index]
        event_type = type(event)
        index += 1
        if event_type is yaml.ScalarEvent:
            last = event
        elif event_type in _START_EVENTS:
            depth += 1
        elif event_type in _END_EVENTS:
            depth -= 1
            if event.start_mark.index < event.end_mark.index:  # a closing bracket
                last = event
    if not span.is_block:
        span.end = events[index - 1].end_mark.index
    elif type(last) is yaml.ScalarEvent:
        last_span = _span_from(last, text)
        span.end = last_span.end if last_span else span.end
    elif last is not None:
        span.end = last.end_mark.index
    return index


def _span_from(event: Any, text: str) -> ValueSpan | None:
    """Return the span that an event begins, None for one that begins none."""
    start: Any = event.start_mark
    if type(event) is yaml.ScalarEvent:
        end_mark: Any = event.end_mark
        end, is_block = end_mark.index, event.style in ("|", ">")
        if is_block:
            end = _content_end(text, start.index, end)
        return ValueSpan(start.index, end, "scalar", is_block=is_block, column=start.column)
    if type(event) in _START_EVENTS:
        kind: _SpanKind = "map" if type(event) is yaml.MappingStartEvent else "list"
        is_block = not event.flow_style
        return ValueSpan(start.index, start.index, kind, is_block=is_block, column=start.column)
    return None


def _close(stack: list[_OpenSpan], event: Any) -> None:
    span = stack.pop().span
    if not span.is_block:
        span.end = event.end_mark.index
    if stack:
        stack[-1].span.end = max(stack[-1].span.end, span.end)


def _add_member(span: ValueSpan, parent: _OpenSpan, text: str) -> None:
    container = parent.span
    container.end = max(container.end, span.end)
    if parent.key is None:
        container.items.append(span)
        return
    (key, key_span), parent.key = parent.key, None
    colon = _COLON.match(text, key_span.end)
    after_colon = colon.end() if colon else key_span.end
    if span.kind == "scalar" and span.start == span.end:  # an empty value
        span.start = span.end = after_colon
        container.end = max(container.end, after_colon)
    container.entries[key] = EntrySpan(key_span.start, after_colon, span)


def _content_end(text: str, start: int, end: int) -> int:
    """Return where a ``|`` or ``>`` scalar ends, with its blank lines only under ``+``."""
    body = text[start:end]
    if "+" in body.partition("\n")[0]:
        return start + len(body.removesuffix("\n").removesuffix("\r"))
    return start + len(body.rstrip("\r\n \t"))
