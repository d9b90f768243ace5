"""Plain values with their positions, built from parse events."""

from collections.abc import Callable
from typing import Any

import yaml

from cssa.datafile.decoding import ColumnShifts, Limits
from cssa.datafile.positions import LineColumn, Positions
from cssa.datafile.scalars import resolve
from cssa.errors import Problem
from cssa.location import KeyPath, Location

MAX_DEPTH = 64
MAX_PROBLEMS = 200
"""Problems kept of one file; the others are counted."""


class ValueBuilder:
    """Builds values from parse events with an explicit stack, and collects problems.

    A stack, because a small file of brackets overflows that of a recursive composer.

    Attributes:
        problems: the first ``MAX_PROBLEMS`` problems, and the limit that was exceeded, if any.
        further: number of the problems after these.
        value: the document's value, complete once the last event is handled.
        written: by position: scalars whose text is not that of their value, such as ``0x1F``.
        positions: positions of everything in it.
        is_empty: nothing but comments, markers and null has been read.
        stopped: a problem was met after which no event makes sense.
    """

    def __init__(self, path: str, shifts: ColumnShifts, limits: Limits) -> None:
        self.path = path
        self._limits = limits
        self._shifts = shifts
        self.problems: list[Problem] = []
        self.further = 0
        self.value: Any = None
        self.positions = Positions((1, 1))
        self.is_empty = True
        self.stopped = False
        self.written: dict[LineColumn, str] = {}
        self._stack: list[_OpenContainer] = []
        self._events = 0
        self._documents = 0
        self._handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._handle_scalar,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.SequenceStartEvent: self._start_sequence,
            yaml.MappingEndEvent: self._end_container,
            yaml.SequenceEndEvent: self._end_container,
            yaml.AliasEvent: self._refuse_alias,
            yaml.DocumentStartEvent: self._start_document,
        }

    def handle(self, event: Any) -> None:
        """Process the next parse event."""
        self._events += 1
        if self._events > self._limits.events:
            self._stop_at("yaml.too_many_elements", event, self._limits.events)
            return
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)
            if self._stack and self._stack[-1].entries > self._limits.entries:
                self._stop_at("yaml.too_many_entries", event, self._limits.entries)

    def _handle_scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        position = self._position(event)
        text: str = event.value
        is_plain: bool = event.implicit[0]
        if self._stack and self._stack[-1].expects_key:
            self._add_key(text, position, is_plain=is_plain)
        else:
            value = resolve(text) if is_plain else text
            if not isinstance(value, str) and str(value) != text:
                self.written[position] = text
            if self._stack or value is not None or self._documents > 1:
                self.is_empty = False
            self._add_value(value, position, position)

    def _add_key(self, text: str, position: LineColumn, *, is_plain: bool) -> None:
        container = self._stack[-1]
        container.entries += 1
        keys = container.positions.keys
        if text == "<<" and is_plain:
            self._refuse("yaml.merge_key", position)
        elif not text:
            self._refuse("yaml.empty_key", position)
        elif is_plain and text[0] == "\u3000":
            self._refuse("yaml.syntax.wide_space", position)
        elif text in keys:
            first_line = keys[text][0]
            self._refuse("yaml.duplicate_key", position, key=text, line=first_line)
        else:
            keys[text] = position
        container.key = text
        container.expects_key = False

    def _start_mapping(self, event: Any) -> None:
        self._start_container(event, {})

    def _start_sequence(self, event: Any) -> None:
        self._start_container(event, [])

    def _start_container(self, event: Any, value: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        self.is_empty = False
        position = self._position(event)
        if self._stack and self._stack[-1].expects_key:
            self._refuse("yaml.complex_key", position)
            self.stopped = True
            return
        if len(self._stack) >= MAX_DEPTH:
            self._refuse("yaml.too_deep", position, limit=MAX_DEPTH)
            self.stopped = True
            return
        container = _OpenContainer(value, Positions(position), self._current_path())
        self._add_value(value, position, container.positions)
        self._stack.append(container)

    def _end_container(self, _: Any) -> None:
        self._stack.pop()

    def _refuse_alias(self, event: Any) -> None:
        position = self._position(event)
        self._refuse("yaml.alias", position)
        container = self._stack[-1] if self._stack else None
        if container is not None and container.expects_key:
            container.key, container.expects_key = "", False
        else:
            self._add_value(None, position, position)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse("yaml.second_document", self._position(event))
            self.stopped = True

    def _stop_at(self, code: str, event: Any, limit: int) -> None:
        """Stop at a limit; the problem is of the whole file, so that it is reported first."""
        params = {"limit": limit, "line": event.start_mark.line + 1}
        self.problems.append(Problem(code, params, Location(self.path)))
        self.stopped = True

    def _add_value(
        self, value: Any, position: LineColumn, positions: LineColumn | Positions
    ) -> None:
        if not self._stack:
            self.value = value
            self.positions = positions if isinstance(positions, Positions) else Positions(position)
            return
        container = self._stack[-1]
        if container.is_list:
            container.entries += 1
            container.positions.values[len(container.value)] = positions
            container.value.append(value)
        else:
            container.value[container.key] = value
            container.positions.values[container.key] = positions
            container.expects_key = True

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("yaml.anchor", self._position(event))
        if event.tag is not None:
            self._refuse("yaml.tag", self._position(event))

    def _refuse(self, code: str, position: LineColumn, **params: object) -> None:
        if len(self.problems) >= MAX_PROBLEMS:
            self.further += 1
            return
        location = Location(self.path, *position)
        self.problems.append(Problem(code, params, location, self._current_path()))

    def _position(self, event: Any) -> LineColumn:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if self._shifts:
            for shifted_column, shift in self._shifts.get(line, ()):
                if column > shifted_column:
                    column += shift
        return line, column

    def _current_path(self) -> KeyPath:
        """Return the path of the value that comes next, or of the mapping whose key does."""
        if not self._stack:
            return ()
        container = self._stack[-1]
        if container.is_list:
            return (*container.path, len(container.value))
        return container.path if container.expects_key else (*container.path, container.key)


class _OpenContainer:
    """A container whose end has not been reached.

    Attributes:
        path: keys and indices from the root to it.
        entries: how many keys or items have been read.
        key: of a mapping, the key read last.
        expects_key: a mapping whose next scalar is a key.
    """

    __slots__ = ("entries", "expects_key", "is_list", "key", "path", "positions", "value")

    def __init__(self, value: Any, positions: Positions, path: KeyPath) -> None:
        self.value = value
        self.positions = positions
        self.path = path
        self.entries = 0
        self.is_list = isinstance(value, list)
        self.key = ""
        self.expects_key = not self.is_list
