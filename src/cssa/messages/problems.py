"""Problems as lines of text for people to read."""

from collections.abc import Iterable

from cssa.errors import Problem
from cssa.location import KeyPath
from cssa.messages import Lang, message
from cssa.messages.visible import one_line, shortened

MAX_LINES = 190
"""Problems shown in one run; a file made to flood the reader has more than anyone reads."""

_MAX_PARAM = 200  # characters of a value in a message
_MAX_KEY = 60  # characters of a key in a path
_MAX_LINE = 900  # characters of a whole line


def describe(problem: Problem, lang: Lang) -> str:
    """Return ``path:line:column: path.to.key: message``, one line whatever the input contains.

    Args:
        problem: the problem.
        lang: the language of the message.
    """
    location = "" if problem.location is None else str(problem.location)
    parts = [location] if location else []
    if problem.path:
        parts.append(_dotted(problem.path))
    params = {name: _shortened_param(value) for name, value in problem.params.items()}
    parts.append(message(lang, problem.code, params))
    return shortened(one_line(": ".join(parts)), _MAX_LINE)


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
