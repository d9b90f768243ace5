"""Text that is not YAML: what is wrong with it, the likely cause first."""

import re
from itertools import islice

import yaml

from cssa.errors import InputError, Problem
from cssa.location import Location

MAX_CONFLICTS = 50
"""Conflicts reported of one file."""

_MAX_DIRECTIVES = 4
_TAG_DIRECTIVE = re.compile(r"^%TAG[ \t]", re.MULTILINE)
_SEPARATORS = (",", "\t", ";")
_MAPPING_LINE = re.compile(r"\s*(?:[\[{#]|[^,\t;]*:(?:\s|$))")

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
_TOLD_AT_START = frozenset({"yaml.syntax.unclosed_quote", "yaml.syntax.missing_colon"})
"""What the parser notices where the file or the next line ends, not where it begins."""

# Of the character at which the text cannot be read: its code, whatever the error text.
_CODES_BY_CHARACTER = {"\t": "yaml.syntax.tab", "\u3000": "yaml.syntax.wide_space"}


def refuse_conflicts(text: str, path: str) -> None:
    """Refuse a text in which a merge has left conflicts, or somebody some of their markers.

    Args:
        text: the text of a data file or table.
        path: the input's name for messages.

    Raises:
        InputError: with the first line of each conflict, or that of the marker left.
    """
    markers = [marker for marker in ("<<<<<<<", ">>>>>>>") if marker in text]
    lines = text.split("\n") if markers else []
    for marker in markers:
        starts = [number for number, line in enumerate(lines, 1) if _begins(line, marker)]
        if not starts:
            continue
        shown = starts[:MAX_CONFLICTS]
        raise InputError(
            [Problem("file.conflict", {}, Location(path, number, 1)) for number in shown],
            len(starts) - len(shown),
        )


def _begins(line: str, marker: str) -> bool:
    return line.rstrip("\r") == marker or line.startswith(f"{marker} ")


def refuse_tag_directives(text: str, path: str) -> None:
    """Refuse a text with several ``%TAG`` lines: the parser compares each with all before it.

    Args:
        text: the text of a data file.
        path: the input's name for messages.

    Raises:
        InputError: at the first of them.
    """
    offsets = [match.start() for match in islice(_TAG_DIRECTIVE.finditer(text), _MAX_DIRECTIVES)]
    if len(offsets) == _MAX_DIRECTIVES:
        line = text.count("\n", 0, offsets[0]) + 1
        raise InputError([Problem("yaml.tag", {}, Location(path, line, 1))])


def is_table(text: str, path: str) -> bool:
    """Return whether a text that is not YAML is a table of comma- or tab-separated values.

    Args:
        text: the text.
        path: the input's name, of which the ending counts.
    """
    if path.casefold().endswith((".csv", ".tsv")):
        return True
    first, *following = text.split("\n", 2)
    if not following or _MAPPING_LINE.match(first):
        return False
    return any(first.count(mark) > 1 and following[0].count(mark) > 1 for mark in _SEPARATORS)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """Return what the parser found as a problem.

    Args:
        error: the parser's error.
        text: what it has read.
        path: the input's name for messages.
    """
    description = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _SYNTAX_CODES if part in description), "yaml.syntax.other")
    mark = error.problem_mark or error.context_mark
    if mark:
        code = _CODES_BY_CHARACTER.get(text[mark.index : mark.index + 1], code)
    if code in _TOLD_AT_START and error.context_mark:
        mark = error.context_mark
    is_in_brackets = "flow" in description or text.lstrip()[:1] in ("{", "[")
    rest = text[mark.index :].strip() if mark else ""
    is_cut = "\n" not in rest if code == "yaml.syntax.unclosed_quote" else not rest
    if mark and is_in_brackets and is_cut:
        code, mark = "yaml.syntax.ends_early", error.problem_mark or mark
    position = (mark.line + 1, mark.column + 1) if mark else ()
    return Problem(code, {}, Location(path, *position))
