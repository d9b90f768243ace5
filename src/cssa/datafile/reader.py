"""The strict reader of every data file: YAML or JSON text to plain values with their positions.

Scalars follow the YAML 1.2 core schema; mapping keys stay text.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import yaml

from cssa.datafile.decoding import LIMITS, Limits, decode, json_as_yaml
from cssa.datafile.positions import LineColumn, Positions
from cssa.datafile.syntax import is_table, refuse_conflicts, refuse_tag_directives, syntax_problem
from cssa.datafile.value_builder import ValueBuilder
from cssa.errors import InputError, Problem
from cssa.location import KeyPath, Location

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document(NamedTuple):
    """A document as plain values, with the positions they were read from.

    Attributes:
        path: the input's name for messages.
        value: mappings, sequences, text, integers, floats, booleans and None.
        positions: positions of everything in ``value``.
        text: the decoded text, for editing by span.
        written: by position: scalars whose text is not that of their value, such as ``0x1F``.
    """

    path: str
    value: Any
    positions: Positions
    text: str
    written: Mapping[LineColumn, str] = {}

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

    def as_written(self, path: KeyPath) -> str | None:
        """Return the text of a scalar in the file, None where it is that of its value."""
        return self.written.get(self.positions.find(path))


def read(
    data: bytes,
    path: str,
    *,
    on_event: Callable[[Any], object] | None = None,
    limits: Limits = LIMITS,
) -> Document:
    """Read one document.

    Args:
        data: the file's bytes, UTF-8 with or without a byte order mark.
        path: the input's name for messages.
        on_event: called with every parse event, for callers that need more than values and
            positions.
        limits: how large the document may be.

    Raises:
        InputError: with every problem of the text.
    """
    text = decode(data, path, limits.size)
    refuse_conflicts(text, path)
    refuse_tag_directives(text, path)
    yaml_text, shifts = json_as_yaml(text)
    builder = ValueBuilder(path, shifts, limits)
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
        builder.problems.append(syntax_problem(error, yaml_text, path))
    except yaml.reader.ReaderError:  # pragma: no cover - decode refuses unprintable characters
        builder.problems.append(Problem("yaml.syntax.other", {}, Location(path)))
    if (builder.problems or isinstance(builder.value, str)) and is_table(text, path):
        raise InputError([Problem("file.is_table", {}, Location(path))])
    if not builder.problems and builder.is_empty:
        builder.problems.append(Problem("yaml.empty", {}, Location(path)))
    if builder.problems:
        raise InputError(builder.problems, builder.further)
    return Document(path, builder.value, builder.positions, text, builder.written)
