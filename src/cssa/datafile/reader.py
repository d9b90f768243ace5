"""The one strict reader: YAML or JSON text to plain values with positions.

Values are built from parse events in a loop, because a recursive composer can be driven out of its
stack by a small file of brackets. Scalars follow the YAML 1.2 core schema, mapping keys stay text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from cssa.datafile.positions import Place, Positions
from cssa.errors import InputError, Problem
from cssa.location import Location

MAX_BYTES = 5_000_000
MAX_DEPTH = 64
_MAX_NUMBER = 40  # characters; longer digits are text to us, and costly to convert

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
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_JSON_ONLY = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[\x85\u2028\u2029\t]"

# What libyaml and PyYAML say, by a telling part of it, as codes that can be put into any language.
_SYNTAX = (
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


Keys = tuple["str | int", ...]
Shifts = Mapping[int, Sequence[tuple[int, int]]]


# What a file that is no text begins with, by the message for it.
_NOT_TEXT = {
    "file.is_zip": (b"PK",),
    "file.is_ole": (b"\xd0\xcf\x11\xe0",),
    "file.utf16": (b"\xff\xfe", b"\xfe\xff"),
    "file.binary": (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff"),
}
_SNIFFED = 1024  # bytes looked at for a NUL

_AT_MARK = {"\t": "yaml.syntax.tab", "\u3000": "yaml.syntax.wide_space"}


class Document(NamedTuple):
    """A document as plain values, with the places they were read from.

    Attributes:
        path: the input's name for messages.
        value: mappings, sequences, text, integers, floats, booleans and None.
        marks: places of everything in ``value``.
        text: the text as decoded, for editing by span.
    """

    path: str
    value: Any
    marks: Positions
    text: str

    def location(self, path: Keys, *, key: bool = False) -> Location:
        """Return the location of the deepest known part of ``path``."""
        return Location(self.path, *self.marks.place(path, key=key))

    def known(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Return the longest part of ``path`` that exists, leaving out what does not."""
        return self.marks.known(path)


def read(data: bytes, path: str, *, watch: Callable[[Any], object] | None = None) -> Document:
    """Read one document.

    Args:
        data: the file's bytes, UTF-8 with or without a byte order mark.
        path: the input's name for messages.
        watch: is given every parse event, for who needs more of the text than values and places.

    Raises:
        InputError: with every problem that could be told apart.
    """
    text = _decode(data, path)
    as_yaml, shifts = _as_yaml(text)
    builder = _ValueBuilder(path, shifts)
    try:
        loader = _Loader(as_yaml)
        try:
            while not builder.gave_up and (event := loader.get_event()) is not None:
                if watch is not None:
                    watch(event)
                builder.feed(event)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error, as_yaml, path))
    except yaml.reader.ReaderError:  # pragma: no cover - unprintable characters are found before
        builder.problems.append(Problem("yaml.syntax.other", {}, Location(path)))
    if not builder.problems and builder.is_empty:
        builder.problems.append(Problem("yaml.empty", {}, Location(path)))
    if builder.problems:
        raise InputError(builder.problems)
    return Document(path, builder.value, builder.marks, text)


def _decode(data: bytes, path: str) -> str:
    if len(data) > MAX_BYTES:
        raise InputError(
            [Problem("file.too_large", {"limit": MAX_BYTES // 1_000_000}, Location(path))]
        )
    for code, signatures in _NOT_TEXT.items():
        if data.startswith(signatures):
            raise InputError([Problem(code, {}, Location(path))])
    if b"\0" in data[:_SNIFFED]:
        raise InputError([Problem("file.binary", {}, Location(path))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        raise InputError([Problem("file.not_utf8", {}, Location(path, *_end(before)))]) from None
    odd = _UNPRINTABLE.search(text)
    if odd:
        place = _end(text[: odd.start()])
        shown = f"U+{ord(odd.group()):04X}"
        raise InputError(
            [Problem("file.control_character", {"character": shown}, Location(path, *place))]
        )
    return text


def _end(text: str) -> Place:
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1


def _as_yaml(text: str) -> tuple[str, Shifts]:
    """Return JSON text in the part of it that YAML shares; any other text unchanged.

    JSON allows tabs between tokens, writes characters beyond U+FFFF as two escapes, and does not
    take U+0085, U+2028 and U+2029 for line breaks.

    Returns:
        The text, and by line where columns are shifted and by how many characters.
    """
    if text.lstrip()[:1] != "{" or not re.search(_JSON_ONLY, text):
        return text, {}
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text, {}
    shifts: dict[int, list[tuple[int, int]]] = {}
    lines = text.replace("\t", " ").split("\n")
    for number, line in enumerate(lines, 1):

        def rewrite(match: re.Match[str], number: int = number) -> str:
            written = match.group()
            new = json.loads(f'"{written}"') if len(written) > 1 else f"\\u{ord(written):04x}"
            shift = len(written) - len(new)
            shifts.setdefault(number, []).append((match.start() + 1, shift))
            return new

        lines[number - 1] = re.sub(_JSON_ONLY, rewrite, line)
    return "\n".join(lines), shifts


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _SYNTAX if part in said), "yaml.syntax.other")
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (None, None)
    lines = text.split("\n")
    if mark and mark.line < len(lines):
        code = _AT_MARK.get(lines[mark.line][mark.column : mark.column + 1], code)
    start = error.context_mark
    if code == "yaml.syntax.unclosed_quote" and start:
        place = (start.line + 1, start.column + 1)
    return Problem(code, {}, Location(path, *place))


class _ValueBuilder:
    """Builds values from events with an explicit stack, collecting what is refused."""

    def __init__(self, path: str, shifts: "Shifts") -> None:
        self.path = path
        self._shifts = shifts
        self.problems: list[Problem] = []
        self.value: Any = None
        self.marks = Positions((1, 1))
        self.is_empty = True
        self.gave_up = False
        self._stack: list[_OpenContainer] = []
        self._documents = 0
        self._takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def feed(self, event: Any) -> None:
        """Take the next parse event."""
        take = self._takers.get(type(event))
        if take is not None:
            take(event)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        place = self._place(event)
        text: str = event.value
        plain: bool = event.implicit[0]
        if self._stack and self._stack[-1].wants_key:
            self._key(text, place, plain=plain)
        else:
            value = _resolve(text) if plain else text
            if self._stack or value is not None or self._documents > 1:
                self.is_empty = False
            self._add(value, place, place)

    def _key(self, text: str, place: Place, *, plain: bool) -> None:
        frame = self._stack[-1]
        if text == "<<" and plain:
            self._problem("yaml.merge_key", place)
        elif not text:
            self._problem("yaml.empty_key", place)
        elif plain and text[0] == "\u3000":
            self._problem("yaml.syntax.wide_space", place)
        elif text in frame.marks.keys:
            first = frame.marks.keys[text][0]
            self._problem("yaml.duplicate_key", place, key=text, line=first)
        else:
            frame.marks.keys[text] = place
        frame.key = text
        frame.wants_key = False

    def _mapping(self, event: Any) -> None:
        self._open(event, {})

    def _sequence(self, event: Any) -> None:
        self._open(event, [])

    def _open(self, event: Any, value: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        self.is_empty = False
        place = self._place(event)
        if self._stack and self._stack[-1].wants_key:
            self._problem("yaml.complex_key", place)
            self.gave_up = True
            return
        if len(self._stack) >= MAX_DEPTH:
            self._problem("yaml.too_deep", place, limit=MAX_DEPTH)
            self.gave_up = True
            return
        frame = _OpenContainer(value, Positions(place), self._here())
        self._add(value, place, frame.marks)
        self._stack.append(frame)

    def _close(self, _: Any) -> None:
        self._stack.pop()

    def _alias(self, event: Any) -> None:
        place = self._place(event)
        self._problem("yaml.alias", place)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.wants_key:
            frame.key, frame.wants_key = "", False
        else:
            self._add(None, place, place)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._problem("yaml.second_document", self._place(event))
            self.gave_up = True

    def _add(self, value: Any, place: Place, marks: Place | Positions) -> None:
        if not self._stack:
            self.value = value
            self.marks = marks if isinstance(marks, Positions) else Positions(place)
            return
        frame = self._stack[-1]
        if frame.is_list:
            frame.marks.values[len(frame.value)] = marks
            frame.value.append(value)
        else:
            frame.value[frame.key] = value
            frame.marks.values[frame.key] = marks
            frame.wants_key = True

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("yaml.anchor", self._place(event))
        if event.tag is not None:
            self._problem("yaml.tag", self._place(event))

    def _problem(self, code: str, place: Place, **params: object) -> None:
        self.problems.append(Problem(code, params, Location(self.path, *place), self._here()))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if self._shifts:
            for at, shift in self._shifts.get(line, ()):
                if column > at:
                    column += shift
        return line, column

    def _here(self) -> Keys:
        """Return the keys of the value that comes next, or of the container whose key does."""
        if not self._stack:
            return ()
        frame = self._stack[-1]
        if frame.is_list:
            return (*frame.path, len(frame.value))
        return frame.path if frame.wants_key else (*frame.path, frame.key)


class _OpenContainer:
    """A container whose end has not been reached.

    Attributes:
        path: keys and indices from the root to it.
        key: of a mapping, the key read last.
        wants_key: a mapping whose next scalar is a key.
    """

    __slots__ = ("is_list", "key", "marks", "path", "value", "wants_key")

    def __init__(self, value: Any, marks: Positions, path: Keys) -> None:
        self.value = value
        self.marks = marks
        self.path = path
        self.is_list = isinstance(value, list)
        self.key = ""
        self.wants_key = not self.is_list


_VALUE: dict[str, Callable[[str], Any]] = {
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
    return _VALUE[match.lastgroup](text) if match and match.lastgroup else text


def resolves_to_text(text: str) -> bool:
    """Tell whether a plain scalar of these characters would be read as text."""
    return isinstance(_resolve(text), str)
