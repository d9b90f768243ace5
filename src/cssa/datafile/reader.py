"""The strict reader of every data file: YAML or JSON text to plain values with their positions.

Values are built from parse events in a loop, because a small file of brackets overflows the stack
of a recursive composer. Scalars follow the YAML 1.2 core schema; mapping keys stay text.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from cssa.datafile.decoding import ColumnShifts, decode, json_as_yaml
from cssa.datafile.positions import LineColumn, Positions
from cssa.errors import InputError, Problem
from cssa.location import KeyPath, Location

MAX_DEPTH = 64
_MAX_NUMBER = 40  # characters; longer numbers are read as text, and are costly to convert

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONSTANTS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float("inf") for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)"
    r"|(?P<oct>0o[0-7]+)"
    r"|(?P<hex>0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)

# Parts of the error texts of libyaml and PyYAML, each with the code of our message for it.
_SYNTAX_CODES = (
    ("cannot start any token", "yaml.syntax.token"),
    ("found unexpected end of stream", "yaml.syntax.unclosed_quote"),
    ("mapping values are not allowed", "yaml.syntax.colon"),
    ("did not find expected key", "yaml.syntax.key"),
    ("did not find expected '-' indicator", "yaml.syntax.dash"),
    ("did not find expected ',' or", "yaml.syntax.flow"),
    ("could not find expected ':'", "yaml.syntax.missing_colon"),
    ("found unknown escape character", "yaml.syntax.escape"),
    ("block sequence entries are not allowed", "yaml.syntax.dash"),
)
# Of the character at which the text cannot be read: its code, whatever the error text.
_CODES_BY_CHARACTER = {"\t": "yaml.syntax.tab", "\u3000": "yaml.syntax.wide_space"}


class Document(NamedTuple):
    """A document as plain values, with the positions they were read from.

    Attributes:
        path: the input's name for messages.
        value: mappings, sequences, text, integers, floats, booleans and None.
        positions: positions of everything in ``value``.
        text: the decoded text, for editing by span.
    """

    path: str
    value: Any
    positions: Positions
    text: str

    def location(self, path: KeyPath, *, key: bool = False) -> Location:
        """Return the location of the deepest part of a path that exists.

        Args:
            path: keys and indices from the root.
            key: prefer the location of the last key to that of its value.
        """
        return Location(self.path, *self.positions.find(path, key=key))

    def existing_path(self, path: KeyPath) -> KeyPath:
        """Return a path without the parts that do not exist."""
        return self.positions.existing_path(path)


def read(data: bytes, path: str, *, on_event: Callable[[Any], object] | None = None) -> Document:
    """Read one document.

    Args:
        data: the file's bytes, UTF-8 with or without a byte order mark.
        path: the input's name for messages.
        on_event: called with every parse event, for callers that need more than values and
            positions.

    Raises:
        InputError: with every problem of the text.
    """
    text = decode(data, path)
    yaml_text, shifts = json_as_yaml(text)
    builder = _ValueBuilder(path, shifts)
    try:
        loader = _Loader(yaml_text)
        try:
            while not builder.stopped and (event := loader.get_event()) is not None:
                if on_event is not None:
                    on_event(event)
                builder.handle(event)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error, yaml_text, path))
    except yaml.reader.ReaderError:  # pragma: no cover - decode refuses unprintable characters
        builder.problems.append(Problem("yaml.syntax.other", {}, Location(path)))
    if not builder.problems and builder.is_empty:
        builder.problems.append(Problem("yaml.empty", {}, Location(path)))
    if builder.problems:
        raise InputError(builder.problems)
    return Document(path, builder.value, builder.positions, text)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    description = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _SYNTAX_CODES if part in description), "yaml.syntax.other")
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    if mark and mark.line < len(lines):
        character = lines[mark.line][mark.column : mark.column + 1]
        code = _CODES_BY_CHARACTER.get(character, code)
    if code == "yaml.syntax.unclosed_quote" and error.context_mark:
        mark = error.context_mark  # where the quote opens, not where the file ends
    position = (mark.line + 1, mark.column + 1) if mark else ()
    return Problem(code, {}, Location(path, *position))


class _ValueBuilder:
    """Builds values from parse events with an explicit stack, and collects problems.

    Attributes:
        value: the document's value, complete once the last event is handled.
        positions: positions of everything in it.
        is_empty: nothing but comments, markers and null has been read.
        stopped: a problem was met after which no event makes sense.
    """

    def __init__(self, path: str, shifts: ColumnShifts) -> None:
        self.path = path
        self._shifts = shifts
        self.problems: list[Problem] = []
        self.value: Any = None
        self.positions = Positions((1, 1))
        self.is_empty = True
        self.stopped = False
        self._stack: list[_OpenContainer] = []
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
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)

    def _handle_scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        position = self._position(event)
        text: str = event.value
        is_plain: bool = event.implicit[0]
        if self._stack and self._stack[-1].expects_key:
            self._add_key(text, position, is_plain=is_plain)
        else:
            value = _resolve(text) if is_plain else text
            if self._stack or value is not None or self._documents > 1:
                self.is_empty = False
            self._add_value(value, position, position)

    def _add_key(self, text: str, position: LineColumn, *, is_plain: bool) -> None:
        container = self._stack[-1]
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

    def _add_value(
        self, value: Any, position: LineColumn, positions: LineColumn | Positions
    ) -> None:
        if not self._stack:
            self.value = value
            self.positions = positions if isinstance(positions, Positions) else Positions(position)
            return
        container = self._stack[-1]
        if container.is_list:
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
        key: of a mapping, the key read last.
        expects_key: a mapping whose next scalar is a key.
    """

    __slots__ = ("expects_key", "is_list", "key", "path", "positions", "value")

    def __init__(self, value: Any, positions: Positions, path: KeyPath) -> None:
        self.value = value
        self.positions = positions
        self.path = path
        self.is_list = isinstance(value, list)
        self.key = ""
        self.expects_key = not self.is_list


_CONVERSIONS: dict[str, Callable[[str], Any]] = {
    "int": int,
    "oct": lambda text: int(text, 0),
    "hex": lambda text: int(text, 0),
    "float": float,
}
_NUMBER_STARTS = frozenset(".+-0123456789")


def _resolve(text: str) -> Any:
    """Return the value of a plain scalar under the YAML 1.2 core schema."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _NUMBER_STARTS or len(text) > _MAX_NUMBER:
        return text
    match = _NUMBER.fullmatch(text)
    return _CONVERSIONS[match.lastgroup](text) if match and match.lastgroup else text


def resolves_to_text(text: str) -> bool:
    """Return whether a plain scalar of these characters is read as text."""
    return isinstance(_resolve(text), str)
