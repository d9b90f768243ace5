"""Problems as lines of text for people to read."""

import re
from collections.abc import Iterable

from cssa.errors import Problem
from cssa.location import FieldLocation, InputLocation, KeyPath
from cssa.messages import Lang, catalogue, message
from cssa.messages.visible import one_line, shortened

MAX_LINES = 190
"""Problems shown in one run; a file made to flood the reader has more than anyone reads."""

_MAX_PARAM = 200  # characters of a value in a message
_MAX_KEY = 60  # characters of a key in a path
_NUMBERED = re.compile(r"^(evidence|review)\.\d+\.")
_HEADINGS = {"answer": "page.answer"}
"""Messages for fields that are not called as their columns are in a workbook."""
_MAX_LINE = 900  # characters of a whole line


def describe(problem: Problem, lang: Lang) -> str:
    """Return ``path:line:column: path.to.key: message``, one line whatever the input contains.

    Args:
        problem: the problem.
        lang: the language of the message.
    """
    location = "" if problem.location is None else place_words(problem.location, lang)
    parts = [location] if location else []
    if problem.path:
        parts.append(_dotted(problem.path))
    params = {name: _shortened_param(value) for name, value in problem.params.items()}
    parts.append(message(lang, problem.code, params))
    return shortened(one_line(": ".join(parts)), _MAX_LINE)


def place_words(location: InputLocation, lang: Lang) -> str:
    """Return a location as people find it: a field of a form by what it is called there.

    Args:
        location: the location.
        lang: the language of the form's headings.
    """
    if not isinstance(location, FieldLocation):
        return str(location)
    words = (location.path, *field_words(location, lang))
    return "!".join(word for word in words if word)


def field_words(location: FieldLocation, lang: Lang) -> tuple[str, str]:
    """Return what a line of a form and the field in it are called; empty where there is none.

    Args:
        location: of the field.
        lang: the language of the form's headings.
    """
    line = catalogue(lang).get(f"form.field.{location.row}", location.row)
    return line, _heading(location.field, lang)


def sheet_words(sheet: str, cells: str, lang: Lang) -> str:
    """Return a place in a workbook in words, for who filled it in.

    Args:
        sheet: its name.
        cells: one or several; empty where the place is the whole sheet.
        lang: the language of the text.
    """
    if not cells:
        return message(lang, "form.returned.at_sheet", {"sheet": one_line(sheet)})
    return message(lang, "form.returned.at", {"sheet": one_line(sheet), "cell": cells})


def _heading(field: str, lang: Lang) -> str:
    """Return what a field of a form is called; empty where the line has but one."""
    name = _NUMBERED.sub(r"\1_", field).replace("evidence_ref", "evidence")
    code = _HEADINGS.get(name, f"form.column.{name}")
    return catalogue(lang).get(code, field)


def describe_all(problems: Iterable[Problem], lang: Lang, further: int = 0) -> list[str]:
    """Return a line per problem, sorted by location, without duplicates.

    Past ``MAX_LINES`` one last line states how many more there are at least.

    Args:
        problems: the problems, in any order.
        lang: the language of the messages.
        further: how many there are beyond these.
    """
    ordered = sorted(problems, key=_location_order)
    lines = list(dict.fromkeys(describe(problem, lang) for problem in ordered[: 2 * MAX_LINES]))
    remaining = max(0, len(ordered) - MAX_LINES) + further
    if remaining > 0:
        return [*lines[:MAX_LINES], message(lang, "cli.more_problems", {"count": remaining})]
    return lines


def _location_order(problem: Problem) -> tuple[str, int, int, int]:
    return problem.location.order if problem.location else ("", 0, 0, 0)


def _shortened_param(value: object) -> object:
    return shortened(value, _MAX_PARAM) if isinstance(value, str) else value


def _dotted(path: KeyPath) -> str:
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            key = shortened(part, _MAX_KEY)
            text += f".{key}" if text else key
    return text
